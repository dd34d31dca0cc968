"""What clauses about people's parts are made of, by language: verbs and nouns, not phrases.

Patterns for text in lower case; `¤` is the name of whom a sentence speaks. `claims`,
`claims_of_others` and `successions` put them together.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ClaimWords:
    """The groups of one language; each is an alternation of whole words."""

    team: str
    leads1: str
    """Somebody leads, by their own word, with its subject: `i run`."""
    leads3: str
    report: str
    """What is done towards a boss, without whom."""
    to_me: str
    to: str
    """What stands before a boss's name after `report`."""
    of: str
    """What stands between a team and the name of who leads it."""
    boss: str
    """`your manager`: a word for the boss of who reads."""
    am: str
    """`i would be`, with its subject."""
    me: str
    my_team: str
    you: str
    """Who reads, or the job: of whom a team is spoken."""
    arranges: str
    """Verbs that need any noun of an appointment."""
    cares: str
    """Verbs that need a noun of dates, not of the talk itself."""
    by: str
    """What makes a participle somebody's doing: `booked by`; `booked` alone is done with."""
    cares1: str
    """`i look after`, with its subject."""
    dates: str
    talk: str
    """The appointment itself, which an interviewer runs too."""
    ask: str
    """`talk to`: verbs whose object is who arranges, where it is about dates."""
    with_: str
    """What makes a name the one whom one meets."""
    i: str
    hiring: str
    leave: str
    follows: str
    """What somebody does who takes a talk over; said of a third person."""
    follows1: str
    """The same of oneself, with its subject."""
    from_now: str
    back: str
    """A short absence."""
    nots: str
    they: str = "(?!)"
    """A pronoun at the beginning of a sentence that stands for the name before."""
    is_spaced: bool = True


ENGLISH = ClaimWords(
    team=r"teams?|group|department|dept|unit|division|area|section|function|practice|lab|laborator(?:y|ies)|desk|ward|squad|studio|branch|crew|plant|faculty|chapter|tribe|programme|region",
    leads1=r"i(?:'ve| have)? (?:also |now |currently |just |recently )?(?:run|head(?! (?:out|home|over|back|to|off|into))(?: up)?|lead|manage(?! to)|oversee|supervise|direct|look after|took over|take over|taken over|took on)|i(?:'m| am) (?:now |currently )?(?:in charge of|responsible for|heading(?: up)?|running|leading|managing|the (?:head|lead|director|manager) of|accountable for)|i(?:'ve| have) been (?:\w+ )?(?:heading(?: up)?|running|leading|managing|in charge of|looking after)|under me|under my (?:wing|roof|lead\w*|supervision)",
    leads3=r"(?:who |that )?(?:'s |is |'ll be )?(?:now )?(?:runs?|heads?(?: up)?|leads?|manages?|oversees?|supervises?|looks? after|in charge of|responsible for|heading(?: up)?|running|leading|managing)",
    report=r"report(?:s|ing)?|(?:be|would|will|'d|'ll|you|would directly) (?:\w+ )?answer(?:ing|able)?|answers|(?:role|post|position|job|seat) answer(?:ing)?|accountable|you(?:'d| would|'ll| will)(?: \w+){0,3}? work(?:ing)?(?: directly| closely)?(?= (?:for|under))|(?:person|candidate|whoever|hire|applicant|one)(?: \w+){0,4}? works?(?: directly)?(?= (?:for|under))|(?:be )?(?:line[- ])?managed",
    to_me=r"under my (?:direction|supervision|command|orders)|(?:in)?to me(?! (?:with|by|before|if(?! (?:this|that|it|all|things|we|you (?:join|come|take|accept)) )|when|about|that|on|at|via|asap|as soon))|under me|for me|by me",
    to=r"(?:in)?to|under|for|by",
    of=r"(?:of|under|led by|run by|headed by|managed by|with)",
    boss=r"(?:your|the) (?:\w+ )?(?:line )?(?:manager|boss|supervisor|superior)(?:[- ]to[- ]be)?(?: (?:for|in|on) (?:this|the) \w+)?|your (?:future |new |direct |team )?(?:lead|head of \w+|director|chief)|(?:the )?hiring manager|(?:the )?(?:one|person|man|woman) (?:that |who |whom )?you(?:'d| would|'ll| will) (?:be )?(?:answer|report|work)(?:ing)? (?:to|for|under)",
    am=r"i(?:'d| would|'ll| will) (?:then |also |actually )?be|i(?:'m| am)",
    me=r"me|i|myself|yours truly",
    my_team=r"(?:in|on|into|join|joining|to|for|with|of) my (?:\w+ ){0,2}?(?:team|group|department|unit|division|area|section|lab|desk|ward|squad|studio|branch|crew|plant)|my (?:\w+ )?(?:open (?:role|position|headcount)|vacancy|next hire|new hire|first report|direct report)",
    you=r"you(?:'d|'ll|'re)?|role|position|post|job|seat|vacancy|hire|opening|whoever",
    arranges=r"books?|schedul(?:es?|ing)|arrang(?:es?|ing)|organi[sz](?:es?|ing)|coordinat(?:es?|ing)|sets? up|setting up|lines? up|slots? you in|put(?:s)? (?:it |you |something )?in the (?:diary|calendar)",
    cares=r"sorts?(?: out)?|sorting(?: out)?|fix(?:es)?|finds?|sends?|sending|propos(?:es?|ing)|circulates?|confirms?|handl(?:es?|ing)|looks? after|looking after|takes? care of|taking care of|does|doing|manages?|runs?|keeps?|deals? with|dealing with|(?:is )?in charge of|responsible for|juggles?|owns?|(?:has|holds?)(?= (?:my|our|the|his|her|all|every\w*|keys)(?: \w+)* (?:diary|diaries|calendars?))|liais(?:es?|ing)|pencils?|agree|pull(?:s|ing) together|collect(?:s|ing)?|collat(?:es?|ing)|(?:come|comes|get|gets) back(?: to you)? with|(?<=hear from ¤ )with|follow(?:s|ing)? up with",
    by=r"(?:booked|scheduled|arranged|organi[sz]ed|coordinated|set up|lined up|sorted|fixed|found|sent|proposed|handled|circulated|confirmed|looked after|taken care of)(?: \w+){0,3}? by|(?:comes?|come out|goes|go|going|coming|sent)(?: out)? (?:from|of|through|via)|(?:from|through|via)",
    cares1=r"i(?:'m| am) (?:\w+ ){1,6}?and (?:look after|take care of|handle|manage|coordinate|arrange|schedule|organi[sz]e)|i(?:'m| am| also)? (?:the (?:one|person) (?:who |that )?)?(?:look(?:ing|s)? after|tak(?:e|es|ing) care of|handl(?:e|es|ing)|manag(?:e|es|ing)|(?:do|does)(?= (?:all|the|our|most))|doing|coordinat(?:e|es|ing)|deal(?:ing|s)? with|in charge of|responsible for|juggl(?:e|es|ing))",
    dates=r"slots?|times?|dates?|invit(?:e|ation)s?|calendars?|diary|diaries|scheduling|rooms?|travel|flights?|hotels?|logistics|timings?|timetable|itinerary|bookings?|train tickets?|options|availability|practicalities|day and time",
    talk=r"(?:last |final |next |second )?rounds?|interviews?|panel|calls?|meetings?|appointments?|visit|chats?|conversations?|on-?site|assessment day|something|everything",
    ask=r"(?:speak|talk|write|reply|turn|send (?:it|them|your \w+)|get back) (?:to|with)|(?:contact|ask|e-?mail|ring|call|tell|let|check with|liaise with|go through|see)",
    with_=r"with|meet|and|for|to see|of",
    i=r"i|we|you|i'(?:ll|ve|d|m)|we'(?:ll|ve|d)|you(?:'ll| can| may)",
    hiring=r"recruitment|recruiting|recruits|hiring|hires|candidates?|applicants?|applications?|selection|vacanc(?:y|ies)|staffing|joiners|new starters|talent|the (?:whole )?process|(?:this|the|our) search",
    leave=r"last (?:working )?day|final day|last week (?:here|at|with)|my last week|(?:into|in) ¤'s (?:shoes|place)|leaving|off to (?:run|lead|join|head|set up)|have left|has left|left (?:the )?(?:company|firm|us|the team)|leaves (?:us|the)|(?<!you're )(?<!you are )(?<!be )moving on|moved on|moved to|mov(?:e|ing) to (?:a|an|another)|(?:maternity|paternity|parental|family|long) leave|sabbatical|secondment|retir(?:e|es|ed|ing|ement)|resign(?:ed|ing)|new (?:role|job|position|challenge)|another (?:role|team|department|job|function)|chang(?:e|ing) (?:roles|teams|jobs|departments?)|stepp(?:ing|ed) (?:down|back|away)|goodbye|farewell|departure|departed|no longer (?:with|at|here|works?|on)|says? goodbye|expecting a baby|having a baby|off to (?:have|pastures)|am off",
    follows=r"tak(?:es?|ing|en) (?:it |this |things |everything |you )?(?:over|on)|pick(?:s|ing)? (?:it |this |things |everything )?up|inherit\w*|hand(?:ing|ed)? (?:\w+ ){0,6}?(?:over )?to ¤|step(?:s|ping)? in|fill(?:s|ing)? in for|has (?:all )?your (?:file|details|application|papers|case|notes)|(?:look(?:s|ing)? after|tak(?:e|es|ing) care of|guid(?:e|es|ing)|deal(?:s|ing)? with|handl(?:e|es|ing)|run(?:s|ning)?|see(?:s|ing)?) (?:you|your|this|the (?:process|search|role|rest))|(?:your|the) (?:new |main |first )?(?:contact|point of contact|person to (?:talk|write) to)|in (?:¤'s )?hands|(?:contact|write to|turn to|talk to|speak to|reach|reply to|e-?mail) ¤|(?:over|passed|given|handed) (?:\w+ )?to ¤|carr(?:y|ies) on|continu(?:e|es)|go(?:es)? to ¤|step(?:s|ping)? into my shoes|my (?:successor|replacement)|(?:direct|send|address|forward|bring|write) (?:\w+ ){0,2}to ¤",
    follows1=r"i(?:'m| am|'ve| have|'ll| will|'d)? (?:now |just |be )*(?:tak(?:e|ing|en)|took) (?:it |this |things )?over|i(?:'m| am|'ve| have|'ll| will)? (?:now |just |be )*(?:pick(?:ed|ing)?) (?:it |this |things |your \w+ )?up|i(?:'ve| have)? inherit\w*|i(?:'m| am|'ll be| will be) (?:now )?(?:your|the) (?:new )?(?:contact|point of contact|recruiter)|i(?:'m| am|'ll be| will be) (?:now )?(?:handling|running|looking after|responsible for|dealing with|in charge of) (?:your|this|the)|i (?:now )?(?:look after|handle|run|deal with) (?:your|this|the)|(?:on|to|onto) my (?:desk|plate)|(?:with|to|by) me (?:now|from)|(?:landed|is now|sits|passed|come|moved|gone) (?:\w+ )?(?:with|to) me|(?:file|application|case|papers|process) (?:is|are|now) (?:now )?with me|i(?:'ve| have)? stepped into ¤'s shoes|i(?:'ll| will) be (?:running|handling|looking after)|i(?:'m| am) (?:¤'s (?:successor|replacement)|the (?:successor|replacement))|in my hands",
    from_now=r"from (?:now|then|today|tomorrow|next week|monday|tuesday|wednesday|thursday|friday|here|the \d+\w*)(?: on(?:wards?)?)?|going forward|henceforth|as of (?:now|today|tomorrow|monday|next \w+)|in future|starting (?:monday|tomorrow|next \w+)",
    back=r"back (?:on|in|at|by)|until (?:monday|tuesday|wednesday|thursday|friday|next|the|\d)|return(?:ing)? (?:on|in)|out of (?:the )?office|annual leave|on holiday|this afternoon|afternoon|for urgent",
    nots=r"not|never|no longer|nobody|n't|neither|used to|rather than|instead of",
    they=r"(?:s?he)(?:'s|'ll)?",
)

GERMAN = ClaimWords(
    team=r"\w*team|\w*gruppe|\w*abteilung|\w*bereich|referat|\w*einheit|dezernat|sachgebiet|ressort|station|\w*labor|arbeitsgruppe|lehrstuhl|filiale|werkstatt|standort|mannschaft|sparte|fachbereich|zug|klinik",
    leads1=r"ich (?:\w+ ){0,4}?(?:leite(?! [^.!?]{0,50}(?:weiter|ein))|verantworte|führe|betreue|manage|übernommen habe|unter mir habe)(?= |[,.]|$)|(?:leite|verantworte|führe|übernehme) ich|ich bin (?:\w+ )?(?:verantwortlich für|zuständig für|leiter(?:in)?|chef(?:in)?)|(?:unter )?meiner? (?:leitung|verantwortung|führung)|mir (?:unterstellt|untersteht|unterstehen)|untersteht mir",
    leads3=r"leitet|verantwortet|führt|steht|vorsteht|managt|leiter(?:in)? (?:der|des)|chef(?:in)? (?:der|des)|verantwortlich|leitung",
    report=r"berichte\w*|rapportier\w*|unterstell\w*|untersteh\w*|aufgehängt|angesiedelt|angedockt|zugeordnet|zuordnet|gehör\w*|arbeite(?:n|st|t|ten|test)",
    to_me=r"an mich|mir (?:direkt |unmittelbar |fachlich |disziplinarisch )?(?=unterst|zugeord|bericht|rapport)|bei mir|zu mir|unter mir|unter meiner leitung|für mich|direkt mir|mir direkt",
    to=r"an|unter|bei|für|direkt|unmittelbar",
    of=r"von|um|unter|bei|der|des",
    boss=r"(?:ihre?|deine?|euer)(?:[rn]|m|s)? (?:\w+ ){0,2}?(?:vorgesetzte[rn]?|chef(?:in)?|teamleit\w+|abteilungsleit\w+|führungskraft|boss|leiter(?:in)?)|(?:fachliche[rn]? |disziplinarische[rn]? |direkte[rn]? )?vorgesetzte[rn]?",
    am=r"ich (?:bin|wäre|werde|würde)(?: dann| auch)?|(?:bin|wäre|werde) ich(?: dann| auch)?",
    me=r"ich|meine wenigkeit|mir",
    my_team=r"(?:in|zu|für|mit) mein(?:em|er|e|en|s)? (?:\w+ )?(?:team|gruppe|abteilung|bereich|referat|labor|mannschaft|truppe|laden|einheit)|mein(?:e|er)? (?:offene|neue|vakante|freie) stelle",
    you=r"sie|du|ihre?|dein\w*|stelle|position|posten|rolle|job",
    arranges=r"vereinbar\w+|koordinier\w+|organisier\w+|buch(?:t|en)|ausmach\w+|macht|abstimm\w+|stimmt|terminier\w+|plant|planen|legt|setzt|abklär\w+|klärt|fixier\w+|einstell\w+|stellt",
    cares=r"kümmert|kümmern|übernimmt|sorgt|findet|sucht|schickt|schicken|verschickt|sendet|versendet|zuständig|führt|pflegt|verwaltet|betreut|regelt|macht|hält|schlägt|meldet sich|kommt auf (?:sie|dich) zu|erledigt|läuft|laufen",
    by=r"(?:vereinbart|koordiniert|organisiert|gebucht|abgestimmt|geplant|verschickt|versendet|geschickt|gesendet|eingestellt|gemacht|geregelt|erledigt) (?:\w+ ){0,2}?(?:von|durch|über)|(?:durch|über)",
    cares1=r"ich bin (?:\w+ ){1,5}?und (?:koordiniere|organisiere|plane|betreue|verwalte)|(?:kümmere|sorge) (?:ich )?mich|ich kümmere mich|ich (?:\w+ ){0,2}?(?:koordiniere|organisiere|betreue|verwalte|bearbeite|begleite|manage)|(?:koordiniere|organisiere|betreue|verwalte|bearbeite|begleite) ich|ich bin (?:\w+ ){0,3}?(?:zuständig|verantwortlich)|(?:bin|zeichne) ich (?:\w+ ){0,3}?(?:zuständig|verantwortlich)",
    dates=r"\w*termin\w*|kalender\w*|einladung\w*|uhrzeit\w*|zeiten|zeitpunkt|datum|raum|räume|reise\w*|anreise|hotel|organisatorische\w*|logistik|slots?|zeitfenster|ablauf|tag",
    talk=r"runden?|gespräch\w*|\w+gespräch\w*|interviews?|treffen|telefonat|besuch|termin\w*|alles",
    ask=r"wende\w*|melde\w*|sprich|sprechen|schreib\w*|ruf\w*|kontaktier\w*|frag\w*|abstimm\w*|stimm\w*|mach\w*",
    with_=r"mit|und|für|kennen|zu|bei",
    i=r"ich|wir",
    hiring=r"bewerb(?!ungsgespr)\w+|einstellung\w*|rekrutierung|recruiting|personalauswahl|stellenbesetzung\w*|besetzung\w*|personalgewinnung|auswahlverfahren|kandidat\w*|personalthemen|neueinstellung\w*",
    leave=r"letzte[rn]? (?:arbeits)?tag|verlasse|verlässt|verlassen|elternzeit|mutterschutz|ruhestand|rente|pension|sabbatical|weggang|ausscheiden|ausgeschieden|scheide|wechsle|wechsele|wechselt|gewechselt|verabschiede|verabschiedet|abschied|neue (?:aufgabe|herausforderung|stelle)|andere (?:aufgabe|abteilung|rolle)|nicht mehr (?:im haus|bei uns|im unternehmen|da|tätig)|gehe (?:ich )?(?:in|zu)|höre (?:ich )?(?:hier )?auf|babypause|nachfolge|anderen (?:bereich|abteilung)",
    follows=r"übernimmt|übernehmen|kümmert|betreut|begleitet|führt|macht|vertritt|folgt|(?:ihre?|deine?|der|die) (?:neue[r]? )?(?:ansprechpartner(?:in)?|ansprechperson|kontakt\w*|nachfolger(?:in)?)|meine? nachfolg\w+|zuständig|an ¤|bei ¤|in (?:die )?hände\w* (?:von )?¤",
    follows1=r"ich (?:\w+ ){0,5}?(?:übernehme|übernommen|betreue|zuständig|kümmere|begleite|führe)|(?:übernehme|betreue|begleite|kümmere|führe|bin|habe) ich|ich bin (?:nun |jetzt |ab \w+ )?(?:ihre?|deine?) (?:neue[r]? )?(?:ansprechpartner(?:in)?|ansprechperson|kontakt\w*)|(?:unterlagen|bewerbung|verfahren|vorgang|stelle) übernommen|auf meinem (?:tisch|schreibtisch)|bei mir (?:gelandet|auf)|liegt (?:jetzt |nun )?bei mir|ich bin (?:der nachfolger|die nachfolgerin)",
    from_now=r"ab (?:jetzt|sofort|heute|morgen|montag|dienstag|mittwoch|donnerstag|freitag|nächster woche|dem \d+\.?|dann|da)|künftig|zukünftig|von nun an|fortan|in zukunft|danach",
    back=r"bis (?:zum|montag|dienstag|mittwoch|donnerstag|freitag|ende|einschließlich|\d)|wieder (?:da|zurück|im büro|erreichbar)|zurück|urlaub|abwesend|nachmittag|in dringenden|dringend",
    nots=r"nicht|kein\w*|nie|nichts|früher|damals|statt",
    they=r"er",
)

FRENCH = ClaimWords(
    team=r"équipe|groupe|service|département|direction|pôle|unité|secteur|division|cellule|labo(?:ratoire)?|bureau d'études|agence|studio|section|périmètre",
    leads1=r"(?:que |dont )?(?:je|j')(?: |)(?:dirige|pilote|gère|manage|encadre|anime|conduis|supervise|chapeaute|coordonne|ai (?:la charge|la responsabilité|repris|pris la (?:tête|direction|responsabilité))|suis (?:responsable|en charge|à la tête|le (?:chef|responsable)|la (?:cheffe|responsable)))|sous ma (?:houlette|coupe|direction|responsabilité|supervision)",
    leads3=r"(?:qui )?(?:dirige|pilote|gère|manage|encadre|anime|supervise|chapeaute|conduit|coordonne|est (?:à la tête|responsable|en charge))",
    report=r"rattaché\w*|rapport\w*|report\w*|rendr\w+ (?:des )?comptes?|rendez (?:des )?comptes?|rend (?:des )?comptes?|dépend\w*|dépendr\w*|travailler\w*|travaillerez|travaillerais|répondri(?:ez|ons)|répondrai[st]|relèv\w*|relever\w*",
    to_me=r"sous mes ordres|à moi|de moi|pour moi|sous ma (?:houlette|coupe|direction|responsabilité)|sous moi|auprès de moi",
    to=r"à|de|d'|auprès de|sous (?:la )?(?:direction|responsabilité|houlette|coupe) (?:de|d')|pour",
    of=r"de|d'|dirigée? par|animée? par|pilotée? par|que (?:dirige|pilote|gère|anime|encadre)",
    boss=r"(?:votre|ton|ta|le|la) (?:futur[e]? |nouve\w+ )?(?:n ?\+ ?1|responsable(?: hiérarchique| direct[e]?)?|chef(?:fe)?(?: de service| direct[e]?)?|supérieure?(?: hiérarchique| direct[e]?)?|patronn?e?|manager|managere?use|directeur|directrice)",
    am=r"je (?:serais|suis|serai|deviendrais)|c'est moi qui serais|ce serait moi",
    me=r"moi|moi-même|votre serviteur",
    my_team=r"(?:dans|au sein de|rejoindre|rejoindriez|rejoindrais|intégrer|intégreriez) (?:mon|ma) (?:\w+ )?(?:équipe|groupe|service|département|direction|pôle|unité|secteur|cellule|labo(?:ratoire)?|agence)|(?:mon|ma) (?:poste ouvert|prochaine? recrue)",
    you=r"vous|tu|votre|ton|ta|poste",
    arranges=r"organise(?:ra)?|planifie(?:ra)?|cale(?:ra)?|fixe(?:ra)?|réserve(?:ra)?|programme(?:ra)?|coordonne(?:ra)?|arrange(?:ra)?|prend(?:ra)?|convenir|caler|fixer|organiser|planifier|convien\w+|trouver",
    cares=r"s'occupe(?:ra)?|s'en occupe(?:ra)?|se charge(?:ra)?|gère(?:ra)?|tient|trouve(?:ra)?|cherche(?:ra)?|envoie|enverra|adresse(?:ra)?|propose(?:ra)?|transmet(?:tra)?|communique(?:ra)?|(?:fera|fait) parvenir|assure(?:ra)?|est en charge|voit|reviendra|passe",
    by=r"(?:organisée?s?|planifiée?s?|fixée?s?|réservée?s?|envoyée?s?|coordonnée?s?|gérée?s?|calée?s?|pris|adressée?s?) (?:\w+ )?par|par|passe(?:nt)? par|auprès de",
    cares1=r"je suis (?:\w+ ){1,5}?et (?:m'occupe|gère|coordonne|planifie)|je m'occupe|je me charge|je gère|je coordonne|je suis (?:en charge|chargée?|responsable)|je tiens|j'assure|je suis l'interlocut\w+|je pilote|c'est moi qui (?:gère|organise|m'occupe|coordonne|tiens)",
    dates=r"rendez-vous|rdv|dates?|horaires?|créneaux?|agendas?|calendriers?|plannings?|invitations?|salles?|déplacements?|voyages?|billets?|hôtel|logistique|disponibilités|heures?|intendance|convocations?|moment|jour",
    talk=r"tours?|séance|entretiens?|entrevues?|rencontres?|visite|visio|appel|réunion|échange",
    ask=r"voy(?:ez|ons)|vois(?: ça)?|voir|adress\w+|contact\w+|écri\w+|appel\w+|rapproch\w+|demand\w+|arrang\w+|mett\w+ d'accord|répond\w+|parl\w+",
    with_=r"avec|et|pour|rencontrer|voir",
    i=r"je|j'|on",
    hiring=r"recrutements?|candidat(?:s|es|ures?)?|embauches?|sélection|processus|dossiers? de candidature|postulants?",
    leave=r"dernier jour|quitt(?:e|é|ée|ant|erai|era)|congé (?:maternité|parental|de maternité|paternité|sabbatique)|retraite|départ|pars|part (?:en|à|vers)|partie?|(?:nouveau|autre|nouvelle|autres) (?:poste|service|fonctions?|aventure|horizons?|mission|département)|chang(?:e|eons|é) de (?:poste|service|fonctions?|département)|ne (?:travaille|fait|suis|fais|sera|serai) plus|plus (?:partie|parmi nous|dans l'entreprise)|mutée?|au revoir",
    follows=r"repren(?:d|dra|ds)|pren(?:d|dra) (?:le relais|la suite|ma (?:place|suite)|la main|en charge|en main)|succèd\w+|remplac\w+|s'occup(?:e|era)|s'en (?:occupe|charge)\w*|suivr[ae]|suit|accompagne(?:ra)?|gère(?:ra)?|hérit\w+|(?:votre|ton|ta|le|la) (?:nouve\w+ )?(?:contact|interlocut\w+|référente?)|(?:à|vers|de|contacter|auprès de|entre les mains de) ¤|assure(?:ra)? (?:la suite|le suivi)",
    follows1=r"je (?:reprends|prends|succède|remplace|m'occupe|suis|gère|serai)|j'ai (?:repris|pris|hérité)|j'hérite|c'est (?:donc |désormais )?moi qui|m'a été (?:confiée?|transmise?)|sur mon bureau|entre mes mains|votre (?:nouve\w+ )?(?:contact|interlocut\w+), c'est moi",
    from_now=r"désormais|dorénavant|dès (?:lundi|mardi|mercredi|jeudi|vendredi|demain|aujourd'hui|maintenant)|à partir (?:de|du|d')|à compter (?:de|du)|à l'avenir|ensuite|par la suite",
    back=r"jusqu'(?:au|à)|de retour|retour le|congés(?! parental)|absente?|cet après-midi|après-midi|en cas d'urgence|urgen\w+",
    nots=r"pas|jamais|aucun\w*|ni|n'est plus|autrefois|avant|plutôt que",
    they=r"elle|il",
)

SPANISH = ClaimWords(
    team=r"equipo|grupo|área|departamento|unidad|sección|división|servicio|célula|laboratorio|sede|planta|gerencia|estudio",
    leads1=r"(?:yo )?(?:llevo|dirijo|lidero|encabezo|coordino|gestiono|superviso|manejo|comando|tengo a (?:mi )?cargo)(?: yo)?|(?:yo )?(?:soy|estoy) (?:el |la )?(?:responsable|encargad[oa]|jef[ea]|al frente|a cargo)|a mi cargo|bajo mi (?:mando|dirección|cargo|responsabilidad)",
    leads3=r"(?:quien |que )?(?:lleva|dirige|lidera|encabeza|coordina|gestiona|supervisa|maneja|manda en|es (?:responsable|jef[ea])|está (?:al frente|a cargo))",
    report=r"report\w+|depend\w+|rend\w+ cuentas|rind\w+ cuentas|responder[íiá]\w+|responde|trabaj\w+",
    to_me=r"a mis órdenes|a mí(?! me)?|de mí|conmigo|ante mí|bajo mi (?:mando|dirección|cargo|responsabilidad)|a mi cargo|para mí",
    to=r"a|de|ante|bajo|para",
    of=r"de|que (?:lleva|dirige|lidera|coordina)|liderado por|dirigido por",
    boss=r"(?:tu|su|el|la) (?:futur[oa] |nuev[oa] )?(?:jef[ea](?: direct[oa])?|responsable(?: direct[oa])?|superiora?(?: direct[oa])?|manager|mánager|director[a]?)",
    am=r"yo (?:sería|seré|soy)|sería yo|seré|soy",
    me=r"yo|un servidor|una servidora|quien (?:te|le) escribe|mí",
    my_team=r"(?:en|a|para|con|de) mi (?:\w+ )?(?:equipo|grupo|área|departamento|unidad|sección|división|servicio|célula|laboratorio)",
    you=r"tú|usted|te|tu|su|puesto|vacante|plaza|posición|incorporar\w*|entrar\w*|estar[íi]as",
    arranges=r"agenda(?:rá)?|reserva(?:rá)?|organiza(?:rá)?|coordina(?:rá)?|concierta|concertará|fija(?:rá)?|cuadra(?:rá)?|cierra|cerrará|programa(?:rá)?|convoca(?:rá)?|acuerda|acordará|concretar(?:á)?|fijar|cerrar|agendar|coordinar|cuadrar|concertar",
    cares=r"se (?:encarga|encargará|ocupa|ocupará)|lleva|gestiona(?:rá)?|busca(?:rá)?|encuentra|envía|enviará|manda(?:rá)?|pasa(?:rá)?|propone|propondrá|tramita|maneja|mira|ve|confirma(?:rá)?|comunica(?:rá)?",
    by=r"(?:organizad[oa]s?|coordinad[oa]s?|agendad[oa]s?|fijad[oa]s?|reservad[oa]s?|enviad[oa]s?|gestionad[oa]s?) por|por|a través de",
    cares1=r"(?:yo )?me (?:encargo|ocupo)|(?:yo )?(?:llevo|gestiono|coordino|tramito|manejo)(?: yo)?|(?:soy|estoy) (?:la |el )?(?:encargad[oa]|responsable|a cargo)|soy (?:quien|la que|el que) (?:lleva|gestiona|coordina|organiza)|corre\w* de mi cuenta",
    dates=r"citas?|fechas?|horarios?|horas?|huecos?|agendas?|calendarios?|invitaci(?:ón|ones)|salas?|viajes?|billetes?|vuelos?|hotel|logística|disponibilidad|convocatorias?|turnos?|agendar|día",
    talk=r"rondas?|ronda|entrevistas?|reuni(?:ón|ones)|llamadas?|visita|encuentro|charla|videollamada",
    ask=r"habl\w+|escrib\w+|contact\w+|llam\w+|dirig\w+|consult\w+|pregunt\w+|ponte|póngase|coordin\w+|avís\w+|diríj\w+|ve",
    with_=r"con|y|para|conocer|a",
    i=r"yo|nosotros|usted|tú",
    hiring=r"selección|contrataci(?:ón|ones)|candidat(?:os|as|uras?)|reclutamiento|procesos?|incorporaciones|postulaci(?:ón|ones)|postulantes|aspirantes",
    leave=r"último día|últimos días|dejo|deja (?:la|el)|me (?:voy|marcho|jubilo|retiro|despido)|se (?:va|marcha|jubila|ha ido|fue|marchó|jubiló)|baja (?:maternal|por maternidad|de maternidad|paternal)|permiso (?:de |por )?(?:maternidad|paternidad|parental)|licencia (?:de |por )?maternidad|excedencia|jubilación|salida|cambi(?:o|a|ó|amos) de (?:departamento|puesto|área|equipo|funciones|empresa)|(?:nuevo|otro) (?:puesto|rol|departamento|proyecto|destino|reto)|ya no (?:trabaja|está|estaré|estoy|sigue|forma)|marcha",
    follows=r"se (?:encarga|encargará|ocupa|ocupará|hace cargo|hará cargo)|asum(?:e|irá)|toma(?:rá)? (?:el (?:relevo|testigo)|mi (?:lugar|relevo))|sustituy\w+|reemplaz\w+|(?:lleva|llevará|sigue|seguirá|continúa|continuará|atiende|atenderá|acompaña|acompañará|retoma|retomará|hereda|queda|quedará|coge|cogerá)|(?:tu|su|la|el) (?:nuev[oa] )?(?:persona de )?(?:contacto|interlocutor[a]?|referente)|(?:en manos de|a|con) ¤",
    follows1=r"(?:yo )?(?:asumo|he asumido|sustituyo|reemplazo|retomo|continúo|sigo|heredo|he heredado|llevo|llevaré|tomo|cojo)(?: yo)?|me (?:encargo|ocupo|encargaré|ocuparé|hago cargo|haré cargo|ha tocado|toca|han pasado)|soy (?:yo )?(?:su|tu|la|el) (?:nuev[oa] )?(?:persona de )?(?:contacto|interlocutor[a]?|quien)|(?:ha|han) (?:pasado|llegado|quedado|caído) a (?:mí|mi mesa|mis manos)|en mis manos|sobre mi mesa",
    from_now=r"a partir (?:de|del)|desde (?:hoy|mañana|ahora|el)|de ahora en adelante|en adelante|en lo sucesivo|a futuro|después",
    back=r"hasta (?:el|la)|vuelvo|regreso|de vuelta|vacaciones|ausente|esta tarde|por la tarde|urgen\w+|fuera de la oficina",
    nots=r"no|nunca|jamás|tampoco|ni|antes|en lugar de",
    they=r"ella|él",
)

PORTUGUESE = ClaimWords(
    team=r"equipe|equipa|time|grupo|área|departamento|setor|sector|unidade|seção|secção|divisão|célula|laboratório|squad|diretoria|direção|gerência|frente",
    leads1=r"(?:que )?(?:eu )?(?:lidero|dirijo|chefio|coordeno|comando|toco|gerencio|giro|supervisiono|encabeço|cuido)(?: eu)?|(?:eu )?(?:sou|estou) (?:o |a )?(?:responsável|chefe|gestora?|encarregad[oa]|à frente)|sob (?:a )?minha (?:responsabilidade|liderança|direção|alçada|gestão)",
    leads3=r"(?:quem |que )?(?:lidera|dirige|chefia|coordena|comanda|toca|gerencia|gere|supervisiona|é (?:responsável|chefe)|está à frente)",
    report=r"report\w+|responder(?:ia|á|ias|ás|iam)|respondes?|depend\w+|prest\w+ contas|trabalh\w+|subordinad\w+",
    to_me=r"às minhas ordens|sob as minhas ordens|a mim|para mim|de mim|comigo|diretamente a mim|sob (?:a )?minha (?:responsabilidade|liderança|direção|alçada|gestão)",
    to=r"a|à|ao|para|pra|pro|de|da|do",
    of=r"de|da|do|que (?:lidera|chefia|comanda)|liderad[oa] (?:por|pela|pelo)",
    boss=r"(?:o |a )?(?:seu|sua|teu|tua|futur[oa]) (?:futur[oa] |nov[oa] )?(?:chefe|gestora?|gerente|líder|superiora?|responsável|diretora?)(?: diret[oa]| imediat[oa])?",
    am=r"eu (?:seria|serei|sou)|seria eu|serei|sou",
    me=r"eu|mim|eu próprio|eu mesm[oa]",
    my_team=r"(?:na|no|à|ao|pra|pro|para a|para o|da|do) (?:minha|meu) (?:\w+ )?(?:equipe|equipa|time|grupo|área|departamento|setor|sector|unidade|célula|laboratório|squad)",
    you=r"você|tu|te|seu|sua|teu|tua|ficaria\w*|entraria\w*|vaga|lugar|posição|cargo",
    arranges=r"marca(?:rá|r)?|agenda(?:rá|r)?|reserva(?:rá|r)?|organiza(?:rá|r)?|coordena(?:rá|r)?|combina(?:rá|r)?|acerta(?:rá|r)?|programa|fecha(?:rá|r)?|convoca",
    cares=r"trata(?:rá|r)?|cuida(?:rá|r)?|gere|gerencia|encontra|procura|vê|envia(?:rá|r)?|manda(?:rá|r)?|passa(?:rá|r)?|propõe|sugere|confirma(?:rá|r)?|se encarrega|encarrega-se|ocupa-se|faz|entra(?:rá)? em conta[c]?to",
    by=r"(?:marcad[oa]s?|agendad[oa]s?|organizad[oa]s?|coordenad[oa]s?|reservad[oa]s?|enviad[oa]s?|tratad[oa]s?) (?:por|pela|pelo)|por|pela|pelo",
    cares1=r"(?:eu )?(?:cuido|trato|coordeno|gerencio|acompanho)(?: eu)?|(?:sou|estou) (?:a |o )?(?:responsável|encarregad[oa])|sou eu (?:quem|que) (?:cuida|trata|organiza|coordena|marca|cuido|trato|marco)|fico com|ocupo-me|me ocupo",
    dates=r"agendas?|datas?|horários?|horas?|convites?|calendários?|salas?|viagens?|viagem|passage(?:m|ns)|bilhetes?|hotel|logística|disponibilidade|marcaç(?:ão|ões)|agendamentos?|agendar|marcar|dia|slots?",
    talk=r"rondas?|rodadas?|entrevistas?|reuni(?:ão|ões)|chamadas?|visita|conversas?|encontro|papo|bate-papo",
    ask=r"fal(?:a|e|ar)|escrev\w+|contact\w+|contat\w+|ligu?\w+|dirij\w+|combin\w+|avis\w+|respond\w+|vê|trate",
    with_=r"com|e|para|conhecer",
    i=r"eu|nós|a gente|você",
    hiring=r"recrutamento|seleção|contrataç(?:ão|ões)|candidat(?:os|as|uras?)|processos? seletivos?|processo|vagas|admiss(?:ão|ões)",
    leave=r"último dia|últimos dias|saio|vou sair|estou (?:saindo|de saída)|saí|saiu|sai da|deixo|deixou|deixa (?:a|o)|licença[- ](?:maternidade|paternidade|parental|de maternidade)|licença|aposent\w+|reform(?:o|a|ou)|despeço|despedida|saída|(?:mud|troc)(?:o|ei|a|ou|ança) (?:de|para) (?:área|departamento|equipa|equipe|time|outro|outra|função)|(?:nov[oa]|outr[oa]) (?:função|cargo|área|desafio|departamento|equipa|equipe|projeto)|já não (?:está|trabalha|estarei|faz)|não (?:está|trabalha|faz) mais",
    follows=r"assum(?:e|irá|ir)|fica(?:rá)? (?:com|à frente|responsável|encarregad[oa])|trata(?:rá)?|cuida(?:rá)?|segue|seguirá|acompanha(?:rá)?|continua(?:rá)?|substitu\w+|herda|dá seguimento|dará seguimento|passa a|passará a|(?:o |a )?(?:seu|sua|teu|tua) (?:nov[oa] )?(?:contacto|contato|pessoa de contacto|interlocutora?)|(?:mãos d[ao]|com a|com o|à|ao|para a|para o) ¤",
    follows1=r"(?:eu )?(?:assumo|assumi|vou assumir|substituo|herdei|fiquei com|fico com|acompanho|continuo|sigo|trato|cuido|dou seguimento)(?: eu)?|(?:agora )?(?:sou|serei) (?:eu )?(?:o |a )?(?:seu|sua|teu|tua|responsável|quem)|(?:passou|veio|ficou|caiu|chegou) (?:para mim|comigo|a mim|na minha mesa|nas minhas mãos|pra mim)|na minha mesa|nas minhas mãos|comigo",
    from_now=r"a partir (?:de|do|da)|desde (?:hoje|amanhã|agora)|de agora em diante|daqui (?:em|para a) (?:diante|frente)|doravante|de futuro|depois",
    back=r"até (?:o|ao|à|dia|segunda|terça|quarta|quinta|sexta)|volto|regresso|de volta|férias|ausente|esta tarde|hoje à tarde|urgen\w+|urgên\w+|fora do escritório",
    nots=r"não|nunca|jamais|nem|antes|em vez de",
    they=r"ela|ele",
)

ITALIAN = ClaimWords(
    team=r"team|gruppo|squadra|reparto|ufficio|area|unità|settore|divisione|dipartimento|laboratorio|sezione|direzione|funzione|cellula|sede|stabilimento",
    leads1=r"(?:che )?(?:io )?(?:dirigo|guido|coordino|gestisco|capeggio|comando|presiedo)(?: io)?|(?:di cui )?(?:io )?(?:sono|mi occupo) (?:il |la )?(?:responsabile|capo|a capo|alla guida|direttor\w+|del|della|dell')|sotto (?:di me|la mia (?:guida|direzione|responsabilità))",
    leads3=r"(?:chi |che )?(?:dirige|guida|coordina|gestisce|è (?:a capo|alla guida|responsabile|il capo)|segue|comanda|capeggia)",
    report=r"riport\w+|risponder(?:à|ebbe|ai|esti|ò)|risponde|far(?:à|ebbe|ai|este|ebbero) capo|fa capo|dipend\w+|lavor\w+|render\w+ conto|referent\w+",
    to_me=r"ai miei ordini|a me(?! che)|da me|con me|per me|sotto di me|al sottoscritto|alla sottoscritta|mio diretto",
    to=r"a|ad|da|sotto|per|al|alla",
    of=r"di|del|della|guidat[oa] da|dirett[oa] da|che (?:guida|dirige)",
    boss=r"(?:il |la )?(?:suo|sua|tuo|tua|futur[oa]) (?:futur[oa] |nuov[oa] |dirett[oa] )?(?:capo|responsabile|superiore|manager|direttor\w+|referente)(?: dirett[oa])?",
    am=r"(?:io )?(?:sarei|sarò|sono)(?: io)?",
    me=r"io|me|il sottoscritto|la sottoscritta",
    my_team=r"(?:nel|nella|nell'|al|alla|del|della|con il|con la) (?:mio|mia) (?:\w+ )?(?:team|gruppo|squadra|reparto|ufficio|area|unità|settore|divisione|laboratorio)",
    you=r"lei|tu|ti|le|suo|sua|tuo|tua|posto|posizione|ruolo|inserir\w*|entrer\w*",
    arranges=r"organizza|organizzerà|fissa|fisserà|fissare|prenota|prenoterà|concorda|concorderà|concordare|coordina|coordinerà|pianifica|programma|stabilir\w*|combina|organizzare|prenotare",
    cares=r"si (?:occupa|occuperà)|gestisce|gestirà|tiene|cerca|cercherà|trova|troverà|manda|manderà|invia|invierà|propone|proporrà|segue|cura|conferma|comunica|comunicherà|pensa|penserà",
    by=r"(?:organizzat[oaie]|fissat[oaie]|prenotat[oaie]|inviat[oaie]|coordinat[oaie]|gestit[oaie]|concordat[oaie]) (?:da|dalla|dal)|tramite",
    cares1=r"(?:io )?mi occupo|(?:io )?(?:gestisco|coordino|curo|seguo)(?: io)?|sono (?:io )?(?:la |il |l')?(?:responsabile|incaricat[oa]|referente|che (?:segue|gestisce|organizza)|a (?:seguire|gestire|organizzare))|penso io",
    dates=r"appuntament[oi]|dat[ae]|orari[o]?|or[ae]|agend[ae]|calendari[o]?|inviti?|invito|sal[ae]|viagg[io]+|bigliett[io]|voli|hotel|logistica|disponibilità|convocazion[ei]|giorno|slot",
    talk=r"round|giro|colloqui[o]?|incontr[io]|riunion[ei]|chiamat[ae]|visita|telefonata",
    ask=r"contatt\w+|scriv\w+|chiam\w+|rivolg\w+|senta|sentire|parl\w+|chied\w+|accord\w+|risponda|rispondi",
    with_=r"con|e|per|conoscere|incontrare",
    i=r"io|noi",
    hiring=r"selezion[ei]|assunzion[ei]|candidat[ieu]\w*|reclutamento|inseriment[io]|ricerca del personale|processo|recruiting",
    leave=r"ultimo giorno|ultimi giorni|lascio|lascia|lasciato|vado (?:in|via)|va in (?:pensione|maternità)|andat[oa] in|congedo|maternità|paternità|aspettativa|pensione|uscita|partenza|saluto|mi congedo|cambi(?:o|a|ato) (?:ruolo|ufficio|reparto|azienda|incarico|lavoro|funzione)|(?:nuov[oa]|altr[oa]) (?:ruolo|incarico|ufficio|reparto|avventura|azienda|posizione|sfida)|non (?:lavora|sarò|sarà|è|fa) più|dimission\w+|trasferit[oa]",
    follows=r"subentr\w+|prend(?:e|erà) (?:il mio posto|in carico|il testimone|in mano|le consegne)|sostitu\w+|si (?:occupa|occuperà)|se ne (?:occupa|occuperà)|segu(?:e|irà)|gest(?:isce|irà)|eredit\w+|prosegu\w+|accompagn\w+|continu\w+|(?:il |la )?(?:suo|sua|tuo|tua) (?:nuov[oa] )?(?:riferimento|referente|contatto|persona di riferimento)|(?:nelle mani di|passa a|a|con) ¤",
    follows1=r"(?:io )?(?:subentro|sostituisco|eredito|proseguo|seguo|seguirò|gestisco|continuo)(?: io)?|(?:ho (?:preso|ereditato|ricevuto))|sono subentrat[oa]|(?:me ne|mi) (?:occupo|occuperò)|prendo (?:io )?(?:il posto|in carico|in mano|le consegne)|(?:sono|sarò) io (?:il|la|a)|(?:passat[oa]|arrivat[oa]|finit[oa]) (?:a me|sulla mia scrivania|nelle mie mani)|sulla mia scrivania|nelle mie mani",
    from_now=r"d'ora in (?:poi|avanti)|da (?:oggi|domani|lunedì|martedì|mercoledì|giovedì|venerdì|ora|adesso)|dal \d+|a partire da\w*|in futuro|poi",
    back=r"fino al?|torno|rientro|di ritorno|ferie|assente|oggi pomeriggio|pomeriggio|urgen\w+|fuori ufficio",
    nots=r"non|mai|nessun\w*|né|prima|invece di",
    they=r"lui",
)

DUTCH = ClaimWords(
    team=r"\w*team|groep|\w*afdeling|unit|sectie|divisie|\w*lab(?:oratorium)?|cluster|vestiging|dienst|vakgroep|tak|locatie|bureau|directie",
    leads1=r"ik (?:\w+ ){0,3}?(?:leid|run|aanstuur|manage|trek|(?:de )?leiding (?:geef|heb))|ik (?:\w+ )?(?:stuur|geef leiding)|(?:geef|stuur|leid|trek) ik|waar ik (?:\w+ )?(?:verantwoordelijk voor|leiding aan geef|over ga|hoofd van|de baas)|ik (?:ben )?(?:\w+ )?(?:verantwoordelijk|eindverantwoordelijk|hoofd van|manager van)|onder mijn (?:leiding|verantwoordelijkheid|hoede)|onder mij",
    leads3=r"leidt|stuurt|geeft leiding|leiding (?:geeft|heeft)|aanstuurt|trekt|runt|verantwoordelijk|hoofd van|manager van|aan het hoofd",
    report=r"rapporte\w+|verantwoording\w*|val(?:t|len)?|werk(?:t|en)?|gaan werken|komt te werken",
    to_me=r"onder mijn leiding|aan mij|onder mij|voor mij|rechtstreeks mij|aan ondergetekende",
    to=r"aan|onder|voor|bij",
    of=r"van|onder|geleid door|bij",
    boss=r"(?:je|jouw|uw|de) (?:\w+ )?(?:leidinggevende|manager|baas|chef|teamleider|afdelingshoofd|cheffin|bazin)",
    am=r"ik (?:word|ben|zou|zal)(?: dan| ook)?|(?:word|ben|zou) ik(?: dan)?",
    me=r"ik|mij|mijzelf|ondergetekende",
    my_team=r"(?:in|bij|naar|voor|van|op|met) mijn (?:\w+ )?(?:team|groep|afdeling|unit|sectie|club|lab|cluster|vestiging)",
    you=r"je|jij|u|jouw|uw|functie|baan|rol|vacature|plek|positie",
    arranges=r"plant|inplant|planning|boekt|regelt|organiseert|coördineert|prikt|spreekt|afspreken|inplannen|plannen|maakt|zet",
    cares=r"zorgt|verzorgt|vindt|zoekt|stuurt|mailt|geeft|beheert|bewaakt|gaat over|doet|houdt|neemt (?:\w+ )?contact|verantwoordelijk|belt|komt|laat",
    by=r"(?:ingepland|gepland|geboekt|geregeld|georganiseerd|gecoördineerd|verstuurd|gestuurd|gemaakt|verzorgd|gedaan) (?:\w+ ){0,2}?door|door|via",
    cares1=r"ik ben (?:\w+ ){1,5}?en (?:coördineer|regel|plan|verzorg)|ik (?:\w+ ){0,2}?(?:coördineer|beheer|verzorg|begeleid|behandel|plan)|(?:coördineer|beheer|verzorg|begeleid) ik|ik (?:ga over|zorg voor|ben (?:\w+ ){0,2}?verantwoordelijk)|waar ik (?:over ga|verantwoordelijk)",
    dates=r"afspra(?:ak|ken)|dat(?:um|a|ums)|tijd(?:en|stip|stippen)?|moment(?:en)?|agenda(?:'s|s)?|uitnodiging(?:en)?|kalenders?|zaal|zaaltje|ruimte|reis|hotel|logistiek|planning|beschikbaarheid|slots?|dag",
    talk=r"rondes?|gesprek(?:ken)?|\w+gesprek(?:ken)?|interviews?|bezoek|meeting|kennismaking|belafspraak",
    ask=r"neem|mail|bel|schrijf|overleg|vraag|spreek|stem|contact|laat|geef|terecht",
    with_=r"met|en|voor|ontmoet|ontmoeten",
    i=r"ik|we|wij",
    hiring=r"werving(?: en selectie)?|selectie|sollicitant\w*|sollicitaties?|kandidaten|vacatures|recruitment|aannames|procedures?|werving",
    leave=r"laatste (?:werk)?dag|laatste week|vertrek(?:t|ken)?|vertrokken|draag (?:\w+ ){0,4}over|ga (?:ik )?(?:per|vanaf|op) \w+(?: \w+)? naar|verlaat|verlaten|zwangerschapsverlof|ouderschapsverlof|bevallingsverlof|met verlof|pensioen|sabbatical|afscheid|andere (?:baan|functie|rol|afdeling|uitdaging)|nieuwe (?:baan|functie|rol|uitdaging)|stap(?:t)? over|overgestapt|wissel(?:t)? van|niet meer (?:bij|werkzaam|in dienst)|ga (?:ik )?weg|stop(?:t)?",
    follows=r"neem(?:t)? (?:\w+ ){0,6}?over|overneemt|overgenomen|volgt (?:mij|me) op|opvolg\w+|vervangt|(?:begeleidt|behandelt|helpt|pakt|doet|gaat verder|verder gaat|zet)|(?:je|jouw|uw|het|de) (?:nieuwe )?(?:contactpersoon|aanspreekpunt|contact)|(?:aan|bij|met|van|handen van) ¤|zorgt",
    follows1=r"ik (?:\w+ ){0,4}?(?:neem|heb|vervang|volg|ben)(?: \w+){0,5}? (?:over(?:genomen)?|op|opvolger|opvolgster|contactpersoon|aanspreekpunt)|(?:neem|heb|vervang|volg) ik|ik (?:neem|vervang|behandel|begeleid)|op mijn bureau|bij mij (?:terecht|beland|gekomen|op)|ik ben (?:nu |voortaan )?(?:je|jouw|uw) (?:nieuwe )?(?:contactpersoon|aanspreekpunt)",
    from_now=r"vanaf (?:nu|vandaag|morgen|maandag|dinsdag|woensdag|donderdag|vrijdag|dan|volgende week|\d+)|voortaan|in het vervolg|per (?:maandag|vandaag|\d+)|daarna|met ingang van",
    back=r"tot (?:en met|maandag|dinsdag|woensdag|donderdag|vrijdag|\d)|weer (?:terug|op kantoor|bereikbaar)|terug|vakantie|afwezig|vanmiddag|middag|dringend|spoed",
    nots=r"niet|geen|nooit|noch|vroeger|in plaats van",
    they=r"hij|zij",
)

SWEDISH = ClaimWords(
    team=r"\w*team(?:et)?|\w*grupp(?:en)?|\w*avdelning(?:en)?|enhet(?:en)?|sektion(?:en)?|\w*labb(?:et)?|område(?:t)?|division(?:en)?|gäng(?:et)?|stab(?:en)?|filial(?:en)?|del(?:en)? av (?:bolaget|verksamheten)",
    leads1=r"(?:som )?jag (?:\w+ )?(?:leder|ansvarar|chefar|driver|basar|förestår|håller i|har ansvar(?:et)?|är (?:ansvarig|chef|ledare))|(?:leder|ansvarar|chefar) jag|som chef för|under (?:mig|mitt ansvar|min ledning)|jag (?:tog|har tagit) över",
    leads3=r"(?:som )?(?:leder|ansvarar|chefar|driver|basar|har ansvar(?:et)?|är (?:ansvarig|chef|ledare))|ansvarig|chef för",
    report=r"rapporter\w*|svarar|jobba(?:r)?|arbeta(?:r)?|lyda?(?:er)?|tillhöra",
    to_me=r"under min ledning|till mig(?! (?:om|senast|före|med))|under mig|inför mig|åt mig|för mig",
    to=r"till|under|inför|åt|för",
    of=r"för|hos|under|som leds av|av",
    boss=r"(?:din|er|ditt) (?:\w+ )?(?:chef|närmaste chef|gruppchef|ledare|boss|teamledare|avdelningschef)|(?:rekryterande|ansvarig|närmaste) chef",
    am=r"jag (?:blir|är|skulle bli|skulle vara|kommer (?:att )?(?:bli|vara))|(?:blir|är) jag",
    me=r"jag|mig|undertecknad",
    my_team=r"(?:i|till|på|av) (?:min|mitt) (?:\w+ )?(?:team|grupp|avdelning|enhet|sektion|labb|gäng|stab)",
    you=r"du|dig|ni|din|ditt|er|tjänsten?|rollen?|jobbet|platsen?|befattningen",
    arranges=r"boka(?:r)?|planera(?:r)?|ordna(?:r)?|arrangera(?:r)?|samordna(?:r)?|koordinera(?:r)?|schemalägg\w*|kalla(?:r)?|lägg(?:er|a)",
    cares=r"hitta(?:r)?|skicka(?:r)?|föreslå(?:r)?|sköter|fixa(?:r)?|håller i|hålla i|tar hand om|hanterar|har hand om|ansvarar|hör av sig|återkommer|tar|ser till|mejlar",
    by=r"(?:bokas|planeras|ordnas|samordnas|skickas|sköts|hanteras|arrangeras|läggs) (?:\w+ )?av|(?:bokad|skickad|ordnad) av|via|genom",
    cares1=r"jag är (?:\w+ ){1,5}?och (?:sköter|samordnar|bokar|koordinerar)|jag (?:\w+ )?(?:sköter|samordnar|koordinerar|hanterar|håller i|tar hand om|har hand om|ansvarar|handlägger)|(?:sköter|samordnar|koordinerar|hanterar) jag|jag är (?:\w+ )?ansvarig",
    dates=r"tid(?:en|er|erna)?|datum(?:en)?|inbjud(?:an|ningar|ningen)|kalend(?:er|rar|ern)|lokal(?:en)?|rum(?:met)?|resa(?:n|or)?|hotell|logistik(?:en)?|schema(?:t)?|bokning(?:en|ar|arna)?|kallelse(?:n|r)?|det praktiska",
    talk=r"runda(?:n)?|omgång(?:en)?|intervju(?:n|er|erna)?|möte(?:t|n)?|samtal(?:et|en)?|besök(?:et)?|träff(?:en)?",
    ask=r"kontakta|prata|skriv|ring|hör av dig|mejla|maila|vänd dig|tala|fråga|stäm av",
    with_=r"med|och|för|träffa",
    i=r"jag|vi",
    hiring=r"rekrytering(?:en|ar|arna)?|rekryteringsprocess(?:en)?|kandidat(?:er|erna)?|ansökning(?:ar|arna)|sökande|anställningar|nyanställningar|urvalet|tillsättning(?:ar|en)?",
    leave=r"sista (?:arbets)?dag(?:en)?|slutar|slutat|slutade|föräldraledig\w*|mammaledig|pappaledig|pension(?:en)?|går i pension|tjänstledig|vikarierar|lämnar|lämnat|byter (?:jobb|tjänst|avdelning|roll)|bytt (?:jobb|tjänst|avdelning|roll)|nytt (?:jobb|uppdrag)|ny (?:roll|tjänst|utmaning)|går vidare till|annan (?:tjänst|roll|avdelning)|inte (?:längre )?kvar|tackar för mig|avsked",
    follows=r"tar över|ta över|tagit över|övertar|vikarierar|går in (?:som|för)|efterträder|ersätter|tar hand om|sköter|följer (?:med )?dig|(?:din|ditt|er) (?:nya )?(?:kontakt(?:person)?)|(?:till|hos|av|i händerna på|kontakta) ¤|fortsätter|hjälper dig|tar vid|ansvarar",
    follows1=r"(?:jag|som) (?:\w+ ){0,2}?(?:vikarierar|övertar)|jag (?:\w+ ){0,2}?(?:tar över|tagit över|ersätter|efterträder|ansvarar|tar hand om|ärvt|fortsätter|tog över|tar vid|sköter)|(?:tar|ersätter|ansvarar|sköter) jag|jag är (?:nu |numera )?(?:din|er) (?:nya )?kontakt\w*|på mitt (?:bord|skrivbord)|hos mig|ligger (?:nu )?(?:på|hos) m\w+",
    from_now=r"från och med|fr\.?o\.?m|hädanefter|framöver|från (?:nu|idag|måndag|i dag|i morgon)|fortsättningsvis|därefter|i fortsättningen",
    back=r"till och med|t\.?o\.?m|tillbaka|åter(?: på)?|semester|ledig till|frånvarande|i eftermiddag|eftermiddag|brådskande",
    nots=r"inte|aldrig|ingen|inget|tidigare|istället för",
    they=r"hon|han",
)

POLISH = ClaimWords(
    team=r"zesp(?:ół|ołu|ole|ołem|ołowi)|dział(?:u|em|owi)?|dziale|grup(?:a|y|ie|ą|ę)|jednost(?:ka|ki|ce|ką|kę)|pion(?:u|em|ie)?|wydzia(?:ł|łu|łem|le)|laboratori(?:um|ów)|sekcj(?:a|i|ę|ą)|oddzia(?:ł|łu|łem|le)|departament(?:u|em|cie)?|biur(?:o|a|ze|em)|obszar(?:u|em|ze)?",
    leads1=r"(?:który(?:m)?|którą|którym|za który|za którą|za które )?(?:ja )?(?:sam |sama )?(?:kieruję|prowadzę|zarządzam|odpowiadam|szefuję|dowodzę|nadzoruję)|(?:jestem|ja) (?:szef\w*|kierowni\w+|odpowiedzialn\w)|(?:pode mną|pod moim (?:kierownictwem|nadzorem)|mi podlega\w*|mnie podlega\w*)",
    leads3=r"(?:który |która )?(?:kieruje|prowadzi|zarządza|odpowiada|szefuje|nadzoruje|stoi na czele)|szef\w*|kierowni\w+",
    report=r"podlega\w*|raport\w+|odpowiada(?:ł|ła|łby|łaby|ć)\w*|pracowa\w+",
    to_me=r"pod moim kierownictwem|(?:bezpośrednio )?mnie|mi|pode mnie|pode mną|do mnie|przede mną|dla mnie",
    to=r"pod|do|przed|dla|panu|pani|bezpośrednio",
    of=r"pod|u|kierowanym przez|pani|pana|kierowan\w+ przez|prowadzon\w+ przez",
    boss=r"(?:pani|pana|twoim|twoją|twój|twoja|twojego|pańskim|pańską|bezpośredni\w{1,3}) (?:\w+ )?(?:przełożon\w+|szef\w*|kierowni\w+|menedżer\w*|menadżer\w*|lider\w*)",
    am=r"(?:ja )?(?:będę|byłbym|byłabym|jestem)",
    me=r"ja|mnie|niżej podpisan\w+",
    my_team=r"(?:w|do|z|dla) (?:moim|mojego|mojej|moją|mojemu) (?:\w+ )?(?:zesp\w+|dzia\w+|grup\w+|jednost\w+|pion\w*|laborat\w+|sekcj\w+|oddzia\w+)",
    you=r"pani|pan|pana|panią|ty|cię|ci|twoj\w+|stanowisk\w+|rola|etat|posad\w+",
    arranges=r"umówi\w*|umawia\w*|ustali\w*|ustala\w*|zaplanuje|planuje|organizuje|zorganizuje|rezerwuje|zarezerwuje|koordynuje|uzgodni|uzgadnia|umówić|ustalić|uzgodnić",
    cares=r"zajmuje się|zajmie się|znajdzie|wyśle|prześle|wysyła|zaproponuje|prowadzi|dba|odpowiada|skontaktuje|kontaktuje|napisze|zadzwoni|potwierdzi|poda",
    by=r"(?:umawiane|umówione|ustalane|organizowane|koordynowane|wysyłane|rezerwowane|planowane) (?:\w+ )?przez|przez",
    cares1=r"(?:to )?(?:ja )?(?:zajmuję się|odpowiadam za|koordynuję|prowadzę|obsługuję)|jestem (?:\w+ )?odpowiedzialn\w",
    dates=r"termin\w*|godzin\w*|dat(?:a|y|ę|ą|ach)|zaprosze\w+|kalendarz\w*|sal(?:a|i|ę|ą|e)|podróż\w*|bilet\w*|hotel\w*|logistyk\w+|dostępnoś\w+|grafik\w*|harmonogram\w*|dzień",
    talk=r"rund\w+|rozm(?:owa|owy|owę|owie|ów)|spotka\w+|wizyt\w+|wywiad\w*",
    ask=r"proszę (?:pisać|dzwonić|kontaktować|o kontakt|się kontaktować|umówić|uzgodnić)|napisz|skontaktuj\w*|zadzwoń|pisz|kontakt|umów|uzgodnij|kontaktować",
    with_=r"z|ze|i|dla|poznać",
    i=r"ja|my",
    hiring=r"rekrutacj\w+|kandydat\w+|nabor\w+|nabór|zatrudnie\w+|aplikacj\w+|selekcj\w+|proces(?:em|u)? rekrutac\w+|zgłosze\w+",
    leave=r"ostatni dzień|ostatniego dnia|odchodz\w+|odejś\w+|odeszł\w+|odszed\w+|urlop\w* (?:macierzyńsk\w+|rodzicielsk\w+|wychowawcz\w+)|macierzyńsk\w+|emerytur\w+|żegnam|pożegna\w+|rozsta\w+|zmieniam (?:pracę|stanowisko|dział)|zmienił\w* (?:pracę|stanowisko|dział)|now(?:ą|e|ej|ym|ego) (?:rol\w+|stanowisk\w+|prac\w+|wyzwani\w+)|inn(?:ego|ym|y) (?:dział\w*|zesp\w+)|przechodzę|przeszł\w+|przeszedł|już nie (?:pracuje|będę|ma)|nie pracuje już",
    follows=r"przejm\w+|przejął|przejęła|zastąpi\w*|zastępuje|zajmie się|zajmuje się|poprowadzi|prowadzi|opiekuje się|zaopiekuje|będzie (?:pani|pana|twoim|twoją)? ?(?:kontaktem|osobą kontaktową|opiekun\w+)|(?:pani|pana|twoim|twoją) (?:now\w+ )?(?:osobą kontaktową|kontaktem|opiekun\w+)|(?:do|z|przez) ¤|kontynuuje|dokończy",
    follows1=r"(?:ja )?(?:przejmuję|przejął[ae]?m|przejęłam|zastępuję|zajmuję się|zajmę się|prowadzę|kontynuuję|odziedziczył[ae]m|opiekuję się|poprowadzę)|(?:trafił\w*|przeszł\w+) (?:do mnie|na moje biurko)|na moim biurku|u mnie|jestem (?:teraz )?(?:pani|pana|twoim|twoją) \w+",
    from_now=r"od (?:teraz|dziś|dzisiaj|jutra|poniedziałku|wtorku|środy|czwartku|piątku|tej pory|przyszłego)|odtąd|w przyszłości|potem|następnie|w jej miejsce|w jego miejsce",
    back=r"do (?:dnia|poniedziałku|wtorku|środy|czwartku|piątku|\d)|wracam|wrócę|z powrotem|urlop(?:ie|u)? (?:wypoczynkow\w+|do)|nieobecn\w+|po południu|piln\w+",
    nots=r"nie|nigdy|ani|dawniej|zamiast",
    they=r"ona|on",
)

JAPANESE = ClaimWords(
    team=r"チーム|グループ|部署|部門|事業部|開発部|課|室|研究室|ラボ|ユニット|組織|部(?!屋)|局|支店|店舗|現場|配属先",
    leads1=r"(?:私|僕|わたくし|小職|当方)(?:が|の)[^。、\n]{0,12}?(?:率い|統括|責任者|管轄|リード|担当役員|マネジメント|見て|管理|部長|室長|課長|リーダー|束ね|預かっ)",
    leads3=r"率い|統括|責任者|管轄|リード|マネジメント|束ね|部長|室長|課長|リーダー",
    report=r"直属|もとで|元で|上司|部下|配下|下で|指揮|下に(?:つ|入)",
    to_me=r"(?:私|僕|わたくし|小職)(?:が|の|に|へ)",
    to=r"(?!)",
    of=r"の|が率いる",
    boss=r"(?:直属の)?上司|直属の上長|上長|配属先の(?:責任者|部長|課長)",
    am=r"(?:私|僕|わたくし|小職)が",
    me=r"私|僕|小職|わたくし",
    my_team=r"(?:私|僕|小職)の(?:チーム|部署|グループ|部門|部|課|研究室)",
    you=r"様|さん|配属|ポジション|ポスト|職|お任せ|募集|入社|加わ|一緒",
    arranges=r"調整|手配|設定|予約|取りまとめ|アレンジ|コーディネート|段取り|セッティング|組み",
    cares=r"担当|案内|連絡|送|お送り|窓口|対応|ご相談|承り|調整|伺",
    by=r"(?!)",
    cares1=r"(?:私|わたくし|小職|僕)(?:が|の方で|のほうで|は)[^。\n]{0,25}?(?:担当|調整|手配|対応|窓口|取りまとめ|管理)",
    dates=r"日程|日時|候補日|スケジュール|時間|会議室|交通|宿泊|カレンダー|招待|予定",
    talk=r"面接|面談|お打ち合わせ|打ち合わせ|見学|訪問",
    ask=r"ご連絡ください|まで(?:ご)?連絡|お知らせください|ご相談ください|ご返信ください",
    with_=r"(?!)",
    i=r"私|僕|弊職|小職",
    hiring=r"採用|選考|応募者|候補者|人事|求人|ご応募",
    leave=r"退職|異動|産休|育休|育児休業|産前|定年|転籍|離れ|転勤|最終出社|最終日|休職|担当を外れ|担当が変わ|担当変更|交代",
    follows=r"引き継|後任|代わ(?:り|って)|担当(?:いた|し|させ|と|が)|窓口|ご連絡|対応",
    follows1=r"(?:私|わたくし|小職)(?:が|の方で|で|は|から|より)?[^。\n]{0,25}?(?:引き継|後任|担当|窓口|対応|(?:直接)?ご連絡)|後任の|引き継ぎました|引き継いで(?:おり|い)|担当(?:する|いたし|させていただ)",
    from_now=r"今後|以降|これから|本日より|明日より|来週(?:より|から)|月(?:より|から)|今回より|からは",
    back=r"まで(?:不在|休暇|お休み)|戻(?:り|る)|出張|本日午後|休暇中|緊急|お急ぎ",
    nots=r"ません|ない|ではな|以前|かつて|元々",
    they=r"彼女|彼",
    is_spaced=False,
)

CHINESE = ClaimWords(
    team=r"团队|部门|小组|组|部|中心|事业部|科室|实验室|项目组|业务线|线|处|分公司|门店",
    leads1=r"我是[^，。]{0,8}(?:负责人|主管|经理|主任|组长|总监)|(?:我|本人)(?:目前|现在|来|亲自|这边)?(?:负责|带|管|领导|主管|分管|牵头|主持)|归我(?:管|带)?|向我|跟我|在我(?:这|手下|下面)|我(?:手下|下面|这边)",
    leads3=r"负责|带领|带|管理|领导|主管|分管|牵头|主持",
    report=r"汇报|直属|上级|领导|下属|手下|管|带",
    to_me=r"向我|归我|跟我|我的下属|我手下|我(?:会|将)?是你",
    to=r"向|归|跟|跟着|给",
    of=r"的|带的|负责的|领导的",
    boss=r"(?:你|您)?的?(?:直属|直接|未来|顶头|部门)?(?:上级|领导|上司|主管|老板)|用人经理|用人部门负责人",
    am=r"我(?:会|将)?(?:就)?是|就是我|是我",
    me=r"我|本人",
    my_team=r"我(?:的|们|这个|这边的)?(?:团队|部门|小组|组)",
    you=r"你|您|岗位|职位|这个岗|加入|来了|入职",
    arranges=r"安排|协调|预约|约|订|对接|统筹|组织|确定|敲定|沟通",
    cares=r"负责|发|发送|联系|跟进|提供|确认|处理",
    by=r"(?!)",
    cares1=r"我(?:来|这边|会|主要)?(?:负责|安排|协调|跟进|统筹|处理|对接)",
    dates=r"时间|日程|日期|行程|会议室|机票|酒店|邀请|时段|日历|出差",
    talk=r"面试|面谈|见面|会面|参观|通话|电话会议",
    ask=r"联系|找|告诉|发给|咨询|沟通",
    with_=r"和|跟|与|见",
    i=r"我|我们",
    hiring=r"招聘|候选人|应聘|简历|选拔|求职者|招人",
    leave=r"离职|调岗|调到|调任|转岗|产假|休假生|陪产|退休|最后一天|离开|调动|辞职|不再负责|另有安排",
    follows=r"接手|接替|负责|跟进|对接|接管|代替|联系|交接|交给",
    follows1=r"(?:由)?我(?:来|会|这边|现在|将)?(?:接手|接替|负责|跟进|对接|接管|联系)|我接|转到我|交到我|交给我|到了?我(?:这|手)",
    from_now=r"以后|今后|之后|接下来|后续|从(?:今天|明天|下周|周\w)|即日起|起由",
    back=r"到周|回来|出差|年假|请假|下午|紧急|急事",
    nots=r"不|没|未|并非|以前|曾经|原来",
    they=r"她|他",
    is_spaced=False,
)

CLAIM_WORDS = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "pt": PORTUGUESE,
    "it": ITALIAN,
    "nl": DUTCH,
    "sv": SWEDISH,
    "pl": POLISH,
    "ja": JAPANESE,
    "zh": CHINESE,
}
