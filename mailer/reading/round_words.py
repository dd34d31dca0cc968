"""What a talk of hiring is made of, a table for each language: who, where, how long, which; facts, not proofs.

Written as `mailer.reading.frames.stems` reads it: `_` is a space, `~` any ending.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoundWords:
    """One language; all for text in lower case."""

    talk: str
    """Nouns and verbs of talking and meeting."""
    who: str
    """Those who decide or work there: the team, two developers, whoever leads."""
    wants: str
    """Somebody would like to meet the candidate: enough alone."""
    place: str
    """At theirs, in person."""
    come: str
    """Coming, receiving, being expected."""
    more: str
    """The second, the next, one more."""
    task: str
    """What is to be done or shown, the day on trial."""
    small: str
    """Short, by phone, only to get acquainted."""
    held: str
    """A talk that lies behind."""
    passes: str
    """Papers and notes go on to others, who have not said anything yet."""
    later: str
    """What makes a talk only possible: if, whether, once, then."""
    is_spaced: bool = True


ROUND_WORDS = {
    "en": RoundWords(
        talk="talk~ chat~ meet meeting call conversation~ session interview~ speak~ sit-down sit_down lunch coffee hour discussion~ zoom visit time round minutes catch-up you'll_see you_would_see hear_you ask_for say_hello_to introduce_you slot teams skype google_meet hangout panel~ walk-through",
        who=r"(?:the|our|my|their)_(?:\w+_){0,3}(?:team|panel|committee|board|group|crew|developers|engineers|partners|founders?|scientists|colleagues|head|lead|boss|chief|owner|trustees|governors|dean|faculty|principal|technical_\w+|hiring_manager|line_manager|people_you'd_\w+) "
        r"(?:two|three|four|five|some|several|couple|one|all|most|both|few|members?)_(?:\w+_)?of_(?:the|our|my|their|her|his|them)(?:_\w+)? whole_(?:crew|team|group|department) "
        r"who_(?:heads|leads|runs|manages|owns|looks_after_the) (?:she|he)_(?:heads|leads|runs|manages) (?:head|director|vp|chief|dean|chair|professor|(?<!people_)(?<!talent_)(?<!hr_)manager|md|cto|ceo|cfo|coo)(?:_of)?(?!_of_(?:people|talent|hr)|_here|_at_) founders? "
        r"your_(?:\w+_)?(?:boss|manager|team|colleagues|peers?|lead) (?:would|who'd)_be_(?:working_with|reporting_to) people_who_(?:would|you|work|build|run) (?:shift|team|tech|group)_leads? who_would_be_(?:your|working)",
        wants=r"clicked_with_(?:the|them|our|their) (?:they|he|she|client|team|panel|all)_(?:was|were)_(?:very_|really_|all_|quite_)?(?:taken|impressed|delighted)_(?:with|by)_you(?!r) well_done_(?:at|on|with)(?!_your_cv) ask_for_(?:mrs?|ms|miss|mx|dr|prof)\.?_\w+_(?:in|at|from|on_arrival|when_you) (?:they|he|she|client|team|manager)_(?:now_|would_like_|also_)?(?:wants?_)?an?_(?:\w+_)?interview (?:wants?|keen|eager|hopes?|happy|asked|decided|(?:would|'d)_(?:really_|very_much_|also_)?(?:like|love)|(?:would|'d)_be_glad|(?:would|'d)_be_delighted)_(?:\w+_)?to_(?:meet|see|interview|hear|sit_down_with)(?=_you(?!_(?:move|go|progress|proceed|through|thrive|succeed|take))) (?:like|love|want)_(?:to_have_)?you_(?:over|in|down|up|back|round)(?=_(?:at|to|for|on|in|again|next|this)) invited?_you_(?:to|for|in|over|down|up)_(?:\w+_)?(?:interview|meet|visit|campus|office|day|panel) (?:wants|(?:he|she|they|who|team|client|panel|committee)(?:'d|_would)_(?:also_|both_)?(?:like|love))_to_(?:\w+_){1,4}(?:with_you|ask_you)(?!_(?:about_the_next|on_next|shortly|again_once)) spend_(?:\w+_){1,4}(?:day|morning|afternoon|hours?|evening)_with_(?:us|the|our|him|her|them|my) shadow(?=_\w+_(?:on|in|for)) expects?_you expecting_you (?:will|can|could|'ll)_see_you_(?:on|at)",
        place=r"(?:at|to|in|by|over_at|round|into)_(?:our|their|the|his|her|my)_(?:\w+_){0,2}(?:offices?|place|hq|headquarters|building|campus|school|lab|labs|site|studio|shop|plant|premises|works|clinic|hospital|house) in_person face_to_face on_?-?site on_the_train the_front_desk reception for_the_day (?:a|the)_(?:tour|walk)_(?:of|round|around) show_you_(?:round|around|the)",
        come=r"come~ visit~ see_you meet~ drop_(?:in|by) pop_(?:in|by|over) get_over travel swing_by stop_by tour show_you invite~ you'd_meet you'll_meet expect_you expecting_you ask_for us we'd_talk",
        more=r"(?:second|third|2nd|3rd|further|another|follow-?up|proper|longer|deeper|more_detailed|in-depth)_(?:\w+_)?(?:interview|conversation|meeting|chat|talk|call|round|stage|session|visit|discussion) next_(?:\w+_)?(?:interview|round) next_up next_(?:step|stage)_(?:is|would_be|will_be)_(?:an?|the|to_meet) back_to_back (?:three|two|four|2|3|4)_(?:conversations|interviews|meetings|sessions|talks) meet_again",
        task=r"(?:exercise|assignment|test|task|case|challenge|brief|problem)_(?:\w+_)?(?:attached|enclosed|below|by_\w+day|to_do|at_home|overnight) (?:attached|enclosed|following|little|short|small|technical|written|practical|coding|take-home|sample|teaching|design|case)_(?:\w+_)?(?:exercise|assignment|test|task|case|challenge|brief|lesson|study) technical_interview (?:give|prepare|do|for)_(?:us_)?(?:a|the|your)_(?:\w+_){0,2}(?:presentation|talk|demo|lesson|lecture|seminar) (?:trial|taster|shadow|try-out|assessment)_(?:day|shift|lesson|morning|afternoon|centre|center) job_talk walk_us_through whiteboard portfolio_review pair_(?:on|with)",
        small=r"(?:short|quick|brief|first|initial|intro|introductory|informal|exploratory|screening|little|phone|telephone|recruiter|hr|casual|five-minute|ten-minute)_(?:\w+_)?(?:call|chat|talk|conversation|screen|screening|word|interview|catch-up|hello|phone_call) by_(?:tele)?phone on_the_phone over_the_phone (?:ring|call|phone)_you give_you_a_(?:ring|call|bell|buzz) (?:five|ten|fifteen|twenty|5|10|15|20|25)_min(?:ute)?s? quarter_of_an_hour hear_a_voice you_and_i just_me got_five",
        held=r"(?:good|great|nice|lovely|pleasure|enjoyed|enjoy|glad|thanks?|thank_you|wonderful|fun)_(?:\w+_){0,4}(?:talk~|speak~|chat~|catch~|call|conversation|meeting|meet|discussion|visit|having_you) (?:after|following|further_to|since|as_agreed_on|as_agreed_in|from)_(?:our|the|your|my|last)_(?:\w+_)?(?:talk|chat|call|conversation|meeting|phone_call|phone|visit|interview) (?:our|your)_(?:\w+_)?(?:talk|chat|call|conversation|meeting|visit)_(?:yesterday|on_\w+day|last_\w+|this_\w+|earlier|today) we_(?:spoke|talked|met|chatted)",
        passes=r"(?:speak|talk|catch_up|check|discuss_(?:it|this|you)|confer|touch_base)_(?:to|with)_(?:the|our|my|your|their)_(?:\w+_)?(?:team|director|manager|head|panel|board|hiring_\w+|partners?|client|boss|committee|lead|colleagues?) (?:put|placed|laid)_your_(?:papers|application|cv)_(?:before|in_front_of) know_(?:by_\w+_\w+_)?who_they (?:pass|passing|passed|share|shared|sharing|send|sending|sent|forward~|ping|present~|submit~|put)_(?:on_)?(?:my_|your_|the_|you_)(?:\w+_)?(?:notes|cv|resume|profile|details|application|name|write-?up|screening_notes|forward|to_the_client|across|over)? (?:wrote|writing|write|written)_(?:up|you_up) notes_(?:for|to)_the get_(?:back|their_view|feedback) before_i_(?:put|pass|send|introduce|bring|move|set)",
        later=r"(?:if|whether|once|when|would_then|will_then|then_(?:meet|a|the|it|you'd)|might|may|after_(?:which|that)|followed_by_(?:a|an)_possible|before|later|afterwards|eventually|in_due_course|until|unless|still_going_through|should_(?:they|she|he|it))",
    ),
    "de": RoundWords(
        talk=r"\w*gespräch~ treffen triff~ kennenlern~ kennen telefon~ austausch~ unterhalt~ sprechen spricht call termin~ interview~ besuch~ mittagessen kaffee runde stunde~ zoom teams video~ sehen begrüßen vorstell~ dabei_(?:sein|sind) nehmen_teil teil_?nehmen sitzen stunde~ slot zeit nehmen fragen löcher schnack",
        who=r"\w*leit(?:er|erin|ung)(?!_(?:personal|hr)) (?:dem|das|unserem|unser|vom|im|meinem)_(?:\w+_)?(?:team|gremium|vorstand|fachbereich|kollegium|lehrstuhl) der_(?:\w+_)?(?:kommission|geschäftsführung|geschäftsleitung|runde|fachabteilung|jury) (?:zwei|drei|einer|einem|ein_paar|einigen)_(?:\w+_)?(?:kolleg|entwickl|ingenieur|mitarbeit|fachleut|person|leut|aus_dem_team)\w* "
        r"(?:die|der)_(?:\w+_){0,4}(?:leitet|führt|verantwortet) (?:ihre?m?|deine?m?)_(?:\w+_)?(?:vorgesetzte~|chef~|team|kolleg~) geschäftsführ~ (?:cto|ceo|cfo|coo|chefin|chef|abteilungsleit~|teamleit~|inhaber~|gründer~|professor~|dekan~|rektor~|schulleit~) personalrat betriebsrat ganze_\w*(?:team|mannschaft|truppe) (?:die|den|einige|ein_paar)_(?:\w+_)?(?:kolleg(?:en|innen)|entwickler|leute)(?:_\w+)? stellvertret~ ausschuss~ gremium~ kommission~ tech_lead team_lead cto ceo coo cfo cpo",
        wants=r"(?:gut_)?harmoniert_mit_(?:dem|der|den) war(?:en)?_(?:sehr_|ganz_|richtig_)?(?:angetan|begeistert|beeindruckt)_von_(?:ihnen|dir) (?:fragen_sie|frag|frage)_(?:am_empfang_|an_der_pforte_)?nach_(?:frau|herrn) (?:möchte|möchten|will|wollen|würde|würden)_(?:(?:sie|dich)_(?:\w+_){0,5}|(?:\w+_){1,6}(?:sie|dich)_(?:\w+_){0,3})(?:sehen|kennenlernen|kennen_lernen|treffen|sprechen|einladen) (?:lade|laden|lädt)_(?:wir_|ich_)?(?:sie|dich)_(?:\w+_){0,8}(?:ein|zu) persönliches_bild (?:sie|dich)_persönlich (?:kunde|team|chefin|chef)_ist_neugierig neugierig_(?:auf_(?:sie|dich)|geworden) (?:ausschuss|kommission|gremium|jury)_(?:\w+_){0,6}(?:hört|anhören|lädt) (?:würde|würden|möchten|möchte|wollen|will)_(?:dir|ihnen)_(?:\w+_){0,8}(?:löcher|zahn_fühlen) (?:erwartet|erwarten|empfängt|empfangen)_(?:\w+_){0,3}(?:sie|dich) engeren_wahl (?:halben?|ganzen?)_tag_(?:\w+_){0,3}(?:bei_uns|mit_dem|im)",
        place=r"(?:bei|zu)_(?:uns|ihm|ihnen_im_haus)(?:_\w+)? (?:in|im|am|an)_(?:unser\w*|ihr\w*|seine\w*)?_?(?:haus|hause|büro|werk|werkstatt|labor|institut|standort|schule|klinik|firma|praxis|zentrale) vor_ort persönlich (?:einen_)?rundgang durchs_haus am_empfang fahrtkosten (?:sie|dich)_(?:\w+_){0,7}in_\w+_(?:sehen|treffen|begrüßen)",
        come=r"komm~ besuch~ einlad~ lade laden lädt eingeladen vorbei\w* treff~ triff~ sehen kennenlern~ begrüßen empfang~ erwart~ führ~ zeig~ anreis~ schlägt schlagen melden",
        more=r"(?:zweite|dritte|nächste|weitere|vertiefende|ausführliche|längere|persönliche|richtige)[nrsm]?_(?:\w+_)?(?:gespräch~|runde|termin|treffen|interview|kennenlernen) zweitgespräch~ fachgespräch~ als_nächstes_(?:\w+_){0,4}(?:treffen|gespräch|sprechen|kennenlernen|folgt|steht) nächste[rn]?_schritt_(?:ist|wäre|steht)",
        task=r"(?:\w*aufgabe|fallstudie|arbeitsprobe|übung|testaufgabe|case)_?(?:im_anhang|anbei|bis_\w+|lösen|bearbeiten|zu_hause)? probearbeit~ probetag~ schnuppertag~ schnuppern hospitier~ hospitation~ probevortrag~ lehrprobe~ (?:einen|ihren|deinen)_(?:\w+_)?(?:vortrag|probeunterricht) präsentier~ assessment~",
        small=r"(?:kurz|kurzes|kurzen|erste[sn]?|lockere[sn]?|unverbindliche[sn]?|telefonisch\w*|kleines?)_(?:\w+_)?(?:telefon~|gespräch~|austausch~|kennenlern~|vorgespräch~|call|sprechen|plaudern|videocall) (?:kurz|mal|vorab|zunächst|erst)_(?:\w+_){0,3}(?:telefonier~|anruf~|sprechen|beschnuppern|austauschen|plaudern|per_video) viertelst\w+ am_telefon anrufen rufe_(?:sie|dich|ich) (?:zehn|fünfzehn|zwanzig|10|15|20)_min\w* halbe_stunde nur_(?:du_und_ich|wir_beide) eckdaten",
        held=r"(?:danke|dank|schön|schöne[sn]?|nette[sn]?|angenehme[sn]?|gute[sn]?|freut|gefreut|gefallen|spannende[sn]?)_(?:\w+_){0,5}(?:telefonat|gespräch|telefongespräch|austausch|kennenlernen|gesprochen|besuch) (?:telefonat|gespräch|austausch)_(?:\w+_){0,3}(?:gefallen|gefreut|sehr_nett|angenehm) (?:nach|aus|seit)_(?:unserem|dem|unserm)_(?:\w+_)?(?:telefonat|gespräch|austausch|treffen) wie_(?:besprochen|telefonisch\w*)",
        passes=r"(?:bespreche|spreche|kläre|stimme|berate)_(?:\w+_){0,5}(?:team|fachbereich|leitung|leiter|leiterin|chef|chefin|kollegen|abteilung|kunden|vorstand|direktor|direktorin) (?:leite|gebe|schicke|reiche|stelle|sende)_(?:\w+_){0,7}(?:weiter|vor|an_den_(?:kunden|fachbereich)|an_die_fachabteilung|zu|profil\w*) (?:profil|unterlagen|notizen)_(?:\w+_){0,4}(?:weiter|an_den|an_die) sichtet",
        later=r"(?:wenn|falls|sobald|ob|sofern|danach|anschließend|später|würden_(?:sie|wir)_dann|dann_(?:folgt|würde|käme|lernen|treffen)|bevor|ehe|bis|eventuell|vielleicht|gegebenenfalls|nach_(?:rücksprache|sichtung|prüfung))",
    ),
    "fr": RoundWords(
        talk=r"entretien~ rencontr~ échang~ appel rendez-vous réunion~ parler discut~ café déjeun~ visio point entrevue voir recevoir reçoi~ connaissance visit~ heure présenter serez reçue? en_présence créneau teams heures attendue? question~",
        who=r"(?:l'|notre|votre|mon|leur|toute_l')(?:_?(?:future?|ensemble_de_l'))?_?(?:équipe|manager|direction|jury|comité|responsable|chef~|patronn?e?|associée?s?|collègues|hiérarchie|n\+1) (?:le|la|du|de_la|au|notre|leur)_(?:\w+_)?(?:direct\w+|responsable|chef\w*|jury|comité|commission|président\w*|gérante?|dirigeante?|doyenne?|proviseure?|fondat\w+|patronn?e?|cto|pdg|dg|daf|dsi)(?!_(?:des_ressources|rh|du_recrutement)) (?:deux|trois|plusieurs|quelques|les_deux|les_trois)_(?:\w+_)?(?:personnes|collègues|développeu\w+|ingénieure?s|graphistes|associée?s|membres|collaborat\w+|managers) "
        r"qui_(?:dirige|encadre|pilote|gère|manage)(?:_\w+)? (?:directeur|directrice)_(?!des_ressources|rh)\w+ (?:l[ea]s?|des|nos|mes)_(?:collègues|développeu\w+|ingénieurs|équipes|associés) tech_lead team_lead cto ceo coo cfo cpo",
        wants=r"le_courant_(?:est_|soit_)?(?:bien_)?passé (?:ont_été|étaient|sont)_(?:très_|tous_)?(?:conquis|séduits|impressionnés)_par_(?:vous|toi) demande(?:z|r)?_(?:m\.|mme|monsieur|madame)_\w+_à_l'(?:accueil|entrée) (?:souhaite|souhaitent|souhaiterait|souhaiteraient|veut|veulent|voudrait|voudraient|aimerait|aimeraient|désire|tient_à|souhaitons|aimerions|propose_de)_(?:\w+_){0,2}(?:vous|te)_(?:\w+_)?(?:rencontrer|recevoir|voir|entendre) vous_(?:recevoir|rencontrer)(?!_(?:si|avant)) faire_(?:votre|ta|la)_connaissance vous_convi(?:e|ons|er|ez|é)(?:_\w+)? vous_invit~_à (?:êtes|serez|es|seras)_(?:attendue?s?|reçue?s?|convoquée?|conviée?|auditionnée?) (?:vous|t')_?(?:auditionnera|recevra|reçoit|reçoivent|attend|attendent|attendra|convoque) (?<!je_)(?:aimerait|souhaite|veut|voudrait)\w*_(?:en_parler|échanger|approfondir|revenir|travailler)_(?:\w+_){0,3}avec_(?:vous|toi) (?:demi-journée|journée|matinée|après-midi)_(?:\w+_){0,3}(?:avec|chez)_(?:nous|l'équipe)",
        place=r"(?:à|dans|au)_(?:nos|leurs|ses|notre|leur|l')_?(?:bureaux|locaux|siège|atelier|usine|agence|studio|établissement|école|cabinet|laboratoire) sur_(?:place|site) en_personne en_présentiel de_visu chez_(?:nous|eux) (?:l'|le|la|nos)_?(?:atelier|usine|site|labo|locaux|chantier) pièce_d'identité à_l'accueil",
        come=r"ven(?:ir|ez|iez) vien(?:s|dr\w+|nes) pass(?:er|es|ez|eriez|erais|iez) recevoir rencontrer visiter accueill~ déplac~ attend~ présenter serez vous_voir voir",
        more=r"(?:deuxième|second|seconde|troisième|prochain|prochaine|nouvel|nouvelle|autre|vrai)_(?:entretien|rencontre|échange|rendez-vous|étape|tour|réunion) prochaine_étape_(?:est|sera|serait) l'étape_suivante_(?:est|sera) (?:entretien|échange)_(?:technique|approfondi|physique)",
        task=r"(?:test|exercice|étude_de_cas|cas_pratique|mise_en_situation|épreuve)(?:_(?:technique|écrit|joint|ci-joint|pratique|à_rendre|d'ici|avant))? journée_d'(?:essai|immersion|observation) (?:nous_|leur_)?présent(?:er|iez|es)_(?:un|une|votre|ton)_\w+ leçon_d'essai audition",
        small=r"(?:court|bref|petit|premier|rapide|simple|brève|première)_(?:\w+_)?(?:échange|appel|entretien_téléphonique|point|coup_de_fil|prise_de_contact|contact) par_téléphone au_téléphone coup_de_fil (?:vous|t')_?appel~ joignable quart_d'heure (?:dix|quinze|vingt|10|15|20)_min\w* on_s'appelle s'appel~ quelques_questions",
        held=r"(?:merci|ravie?|plaisir|suite_à|après|agréable|sympa|apprécié|lors_de|comme_convenu)_(?:\w+_){0,4}(?:échange|entretien|appel|coup_de_fil|conversation|rencontre|discussion|téléphone|visite) notre_(?:\w+_)?(?:échange|entretien|appel|conversation|rencontre|discussion)_(?:d'hier|de_\w+di|du_\w+|de_ce|téléphonique)",
        passes=r"(?:je_vais_en_parler|j'en_parle|je_fais_le_point|j'échange|je_vois)_(?:avec|à|au)_(?:\w+_){0,3}(?:équipe|direction|directeur|directrice|manager|responsable|client) (?:transmet\w*|présente|envoie|partage|fais_suivre|soumet\w*|parle)_(?:\w+_){0,3}(?:dossier|profil|candidature|cv|notes|client|direction|manager) reviens_vers",
        later=r"(?:si|quand|lorsque|une_fois|ensuite|puis|après_(?:cela|quoi)|avant_(?:de|que)|éventuel\w*|dès_que|pourrait|pourriez_ensuite|plus_tard|par_la_suite|le_cas_échéant|s'(?:ils?|elles?))",
    ),
    "es": RoundWords(
        talk=r"entrevista~ reuni~ charla~ conversaci~ hablar conocer~ llamada café comida comer cita hora ver~ videollamada sesión visita~ encuentro recib~ esper~ pregunta~_por presentar~ hueco teams meet sesión horita",
        who=r"(?:el|la|al|los|del|nuestro|nuestra|tu|su|con)_(?:\w+_){0,2}(?:equipo|director\w*|jef[ea]|responsable|comité|tribunal|comisión|gerente|soci[oa]s?|fundador\w*|propietari[oa]|dueñ[oa]|decan[oa]|presidente?a?|cto|ceo|coo|cfo|consejo|dirección)(?!_(?:de_(?:personas|recursos|rrhh|talento|selección))) (?:dos|tres|un_par_de|algunos|varios|par_de)_(?:\w+_)?(?:compañer\w+|personas|ingenier\w+|desarrollador\w+|técnic\w+|soci\w+) que_(?:lleva|dirige|lidera|manda_en) (?:jefa?|director\w*|responsable)_(?:de|del|técnic[oa])(?!_(?:personas|recursos|rrhh|talento|selección))\w* (?:dos|tres)_más_del_\w+ tech_lead team_lead cto ceo coo cfo cpo",
        wants=r"(?:hubo|había)_(?:muy_)?(?:buena_)?(?:química|sintonía)_con (?:quedaron|se_quedaron)_(?:muy_)?(?:encantados|impresionados)_con(?:tigo|_usted) pregunt(?:a|e)_por_(?:el|la|don|doña)_\w+_en_(?:recepción|la_entrada) (?:quiere|quieren|quisiera|quisieran|desea|desean|les?_gustaría|les?_encantaría)_(?:\w+_){0,2}(?:conocert?[lea]*|verl?t?[ea]|recibirl?t?[ea]|entrevistarl?t?[ea]|charlar_contigo|hablar_contigo|hablar_con_usted) (?:te|le)_(?:esperan|reciben|recibirán|citan|convocan) (?:quiere|quieren|(?:le|les)_gustaría)_(?:\w+_){0,3}(?:contigo|con_usted) (?:te|le|la|lo)_(?:recibe|recibirá|espera|esperará|convoca|cita|citamos|convocamos|entrevistar\w+) pasar_(?:un|una|medio|media)_(?:\w+_)?(?:día|mañana|jornada|tarde)_con_(?:nosotros|el)",
        place=r"(?:en|a|por)_(?:nuestras?|sus?|las?|el|tus?|los)_(?:\w+_)?(?:oficinas?|sede|planta|centro|taller|fábrica|estudio|instalaciones|despacho|colegio|facultad|laboratorio) en_persona presencial~ cara_a_cara en_recepción",
        come=r"ven(?:ir|gas?|ga|drías?) pas(?:ar|es|arte|arse|e) acercar~ visitar~ esperan? recib~ conocer~ reunir~ citan? ver~ entrevist~ desplaz~ proponen",
        more=r"(?:segunda|tercera|próxima|siguiente|otra|nueva)_(?:\w+_)?(?:entrevista|reunión|charla|conversación|ronda|fase|cita|llamada) (?:siguiente|próximo)_paso_(?:es|sería|será)_(?:una?|la|que_te|conocer|hablar) entrevista_(?:técnica|presencial|personal)",
        task=r"(?:prueba|ejercicio|caso|reto|test)_(?:\w+_)?(?:técnic[oa]|práctic[oa]|escrit[oa]|adjunt[oa]|en_casa|para_el|antes_del) (?:día|jornada|turno)_de_prueba clase_de_prueba presentación_(?:ante|de)_\w+ (?:pequeño|breve)_ejercicio",
        small=r"(?:breve|corta|primera|rápida|pequeña|inicial|informal)_(?:\w+_)?(?:llamada|charla|conversación|toma_de_contacto|llamadita) por_teléfono (?:te|le)_(?:puedo_)?(?:llamo|llamar|llame) llamarte llamarle un_ratito (?:diez|quince|veinte|10|15|20)_min\w* cuarto_de_hora solo_para_conocernos",
        held=r"(?:gracias|encantad[oa]|placer|gust[oó]|después|tras|un_gusto|genial)_(?:\w+_){0,4}(?:llamada|charla|conversación|reunión|entrevista|visita|hablar) como_(?:hablamos|comentamos|quedamos) (?:llamada|charla)_(?:del?|de_ayer)_?\w*",
        passes=r"(?:hablo|hablaré|lo_comento|comentaré|lo_veo|consulto)_con_(?:\w+_){0,3}(?:equipo|dirección|director|directora|responsable|jefe|jefa|cliente) (?:paso|envío|presento|mando|comparto|traslado|remito)_(?:\w+_){0,3}(?:perfil|cv|currículum|candidatura|cliente|notas) se_lo_paso te_digo_algo",
        later=r"(?:si|cuando|una_vez|después_de_eso|luego|más_adelante|antes_de|en_caso|podría|a_ver_si|en_cuanto|eventual\w*)",
    ),
    "pt": RoundWords(
        talk=r"entrevista~ reuni~ conversa~ falar conhecer~ chamada café almoç~ encontro hora visita~ videochamada papo bate-papo sessão receb~ esper~ ver horinha slot teams meet",
        who=r"(?:o|a|os|as|ao|à|com|do|da|nosso|nossa|teu|seu)_(?:\w+_){0,2}(?:equipa|equipe|time|diretor\w*|chefe|gestor\w*|responsável|comissão|júri|coordenador\w*|gerente|sóci[oa]s?|fundador\w*|líder|dono|dona|cto|ceo|coo|cfo|direção|diretoria|liderança)(?!_(?:de_(?:pessoas|rh|recursos|gente))) (?:dois|duas|três|alguns|umas?)_(?:\w+_)?(?:colegas|pessoas|engenheir\w+|programador\w+|desenvolvedor\w+) que_(?:lidera|dirige|chefia|gere|coordena) (?:a_galera|o_pessoal|os_colegas)(?:_\w+)? tech_lead team_lead cto ceo coo cfo cpo",
        wants=r"houve_(?:boa_)?(?:química|empatia)_com ficaram_(?:muito_)?(?:impressionados|encantados)_con?(?:tigo|sigo|_você) pergunt(?:a|e)_p(?:or|elo|ela)_\w+_(?:\w+_)?na_(?:recepção|receção|portaria) (?:quer|querem|gostariam|adorariam|deseja)_(?:\w+_){0,2}(?:te_conhecer|conhecer-te|conhecê-l[oa]|conhecer_você|falar_contigo|falar_com_você|conversar_contigo|conversar_com_você|ver-te|receber-te|recebê-l[oa]) (?:esperam|recebem|convidam)(?:-te|-n?[oa])? (?:quer|querem|teria_gosto_em|tem_gosto_em|teriam_gosto_em)_(?:\w+_){0,4}(?:contigo|com_você|recebê-l[oa]|conhecê-l[oa]|receber-te|te_receber|te_ver) (?:espera|recebe|convoca)(?:-te|-[oa]|_você) passar_(?:um|uma|meio)_(?:\w+_)?(?:dia|manhã|tarde)_con?nosco passar_(?:um|uma|meio)_(?:\w+_)?(?:dia|manhã|tarde)_com_a",
        place=r"(?:no|na|nas|ao|à|aos|pelo|pela|do)_(?:noss[oa]s?_|seu_|sua_)?(?:\w+_)?(?:escritórios?|sede|fábrica|loja|estúdio|instalações|laboratório|escola|clínica) presencial~ pessoalmente cara_a_cara passar_(?:cá|aqui|por_cá|lá)",
        come=r"v(?:ir|ens|em|enha|enhas|ieres) pass(?:ar|as|a|es|ares) visitar~ conhecer~ recebe~ esper~ encontr~ convid~ deslocar~",
        more=r"(?:segunda|terceira|próxima|nova|outra)_(?:\w+_)?(?:entrevista|reunião|conversa|ronda|fase|etapa|chamada) próximo_passo_(?:é|seria|será)_(?:uma?|a|conhecer|falar) entrevista_(?:técnica|presencial)",
        task=r"(?:prova|exercício|caso|desafio|teste|case)_(?:\w+_)?(?:técnic[oa]|prátic[oa]|escrit[oa]|em_anexo|em_casa|com_eles|com_a) (?:pequeno|breve)_exercício dia_(?:de_)?(?:teste|experiência|à_experiência) aula_(?:teste|experimental) apresentação_para_\w+",
        small=r"(?:breve|curta|primeira|rápida|pequena|inicial|informal)_(?:\w+_)?(?:chamada|conversa|ligação|papo|bate-papo) por_telefone pelo_telefone (?:te|lhe)_(?:posso_)?(?:ligo|ligar) ligar-te ligar-lhe posso_ligar ideia_rápida (?:dez|quinze|vinte|10|15|20)_min\w* minutinhos",
        held=r"(?:obrigad[oa]|prazer|gostei|depois|após|adorei|foi_bom|foi_ótimo)_(?:\w+_){0,4}(?:chamada|conversa|ligação|reunião|entrevista|papo|bate-papo|visita) como_(?:falámos|falamos|combinámos|combinamos)",
        passes=r"(?:falo|vou_falar|converso|alinho|vou_alinhar)_com_(?:\w+_){0,3}(?:equipa|equipe|time|direção|diretor|diretora|responsável|chefe|cliente|gestor\w*) (?:passo|envio|apresento|mando|partilho|encaminho)_(?:\w+_){0,3}(?:perfil|cv|currículo|candidatura|cliente|notas|gestor\w*)",
        later=r"(?:se|quando|depois_disso|mais_tarde|antes_de|caso|poderá|assim_que|uma_vez|em_seguida|logo_que|eventual\w*)",
    ),
    "it": RoundWords(
        talk=r"colloqui~ incontr~ parlar~ chiacchierata chiamata riunione caffè pranzo appuntamento ora visita~ conoscer~ veder~ call videochiamata ricever~ aspett~ ci_saranno ci_sarà presenti slot teams oretta chiacchiere",
        who=r"(?:il|la|al|alla|con|del|della|dal|dalla|nostro|nostra|suo|tuo|lo|l')_?(?:\w+_){0,2}(?:team|squadra|gruppo|direttore|direttrice|capo\w*|responsabile|commissione|titolar[ei]|soci\w*|fondator\w*|presidente|dirigente|preside|rettore|primario|direzione|amministrat\w+|cto|ceo|coo|cfo|proprietari\w+)(?!_(?:del_personale|hr|risorse|delle_risorse|della_selezione)) (?:due|tre|alcuni|un_paio_di|qualche)_(?:\w+_)?(?:collegh\w+|persone|ingegner\w+|sviluppator\w+|soci) che_(?:guida|dirige|coordina|gestisce) (?:ai|i|dei|con_i)_(?:\w+_)?(?:ragazzi|colleghi|sviluppatori)(?:_\w+)? tech_lead team_lead cto ceo coo cfo cpo",
        wants=r"(?:bel_)?(?:feeling|sintonia)_con_(?:la|il|lo) (?:sono_rimasti|erano)_(?:molto_)?(?:colpiti|entusiasti|impressionati)_(?:da|di)_(?:te|lei) chied(?:a|i|ere)_(?:di|del|della)_\w+_(?:\w+_)?(?:in_reception|all'ingresso|in_portineria) (?:vuole|vogliono|vorrebbe|vorrebbero|gradirebbe|gradirebbero|desidera|desiderano|(?:gli|le)_piacerebbe|avrei_piacere_di|avremmo_piacere_di|ha_chiesto_di|hanno_chiesto_di)_(?:\w+_){0,2}(?:incontrar\w*|conoscer\w*|veder(?:la|ti|lo)|ricever\w*|sentir(?:la|ti)|parlar(?:le|ti)) (?:la|ti|lo)_(?:riceve|ricevono|riceverà|aspetta|aspettano|aspettiamo|incontra|convoca|convochiamo) (?:vuole|vogliono|vorrebbe|vorrebbero)_(?:\w+_){0,3}(?:con_(?:te|lei)|parlarne|rivederti|rivederla) passare_(?:una|mezza)_(?:\w+_)?(?:giornata|mattina|mattinata)_(?:con|da)_noi",
        place=r"(?:in|nella|nel|alla|presso|dalla|allo)_(?:nostr[oa]_|loro_|la_nostra_)?(?:\w+_)?(?:sede|ufficio|stabilimento|studio|laboratorio|azienda|negozio|scuola|fabbrica|officina) di_persona in_presenza (?:da|qui_da)_noi da_loro",
        come=r"ven(?:ir\w*|ga|ire|isse|iresti) pass(?:ar\w*|i|a) visitar~ incontrar~ aspett~ ricever~ conoscer~ veder~ raggiung~ present~",
        more=r"(?:secondo|terzo|prossimo|ulteriore|altro|nuovo|seconda|prossima)_(?:\w+_)?(?:colloquio|incontro|appuntamento|step|giro|chiamata|riunione|fase) (?:prossimo|passo)_(?:passo|step|successivo)_(?:è|sarà|sarebbe) colloquio_(?:tecnico|di_persona|approfondito|in_presenza)",
        task=r"(?:prova|esercizio|caso|test|compito)_(?:\w+_)?(?:tecnic[oa]|pratic[oa]|scritt[oa]|allegat[oa]|a_casa|da_fare|entro) (?:giornata|giorno|turno)_di_prova lezione_di_prova presentazione_(?:davanti|per|di)_\w+ breve_esercizio",
        small=r"(?:breve|prima|primo|rapida|veloce|piccola|informale|conoscitiv[oa])_(?:\w+_)?(?:chiamata|telefonata|chiacchierata|call|contatto|colloquio_telefonico) (?:telefonata|chiamata|call|colloquio)_(?:conoscitiv[oa]|telefonico) al_telefono per_telefono (?:posso_|la_|ti_)(?:chiamarti|chiamarla|chiamo|chiamerei) due_parole (?:dieci|quindici|venti|10|15|20)_min\w*",
        held=r"(?:grazie|piacere|dopo|piaciut[oa]|a_seguito|in_seguito|come_da)_(?:\w+_){0,4}(?:telefonata|chiacchierata|chiamata|colloquio|incontro|conversazione|visita|sentirla|sentirti) come_(?:le_dicevo|ti_dicevo|d'accordo|concordato)",
        passes=r"(?:parlo|parlerò|sento|mi_confronto|confronto)_(?:con_)?(?:\w+_){0,3}(?:team|direzione|direttore|direttrice|responsabile|capo|cliente|colleghi) (?:passo|mando|presento|invio|inoltro|giro|sottopongo)_(?:\w+_){0,3}(?:profilo|cv|curriculum|candidatura|cliente|note) ne_parlo_con",
        later=r"(?:se|quando|una_volta|poi|in_seguito_se|successivamente|prima_di|dopo_di_che|eventual\w*|appena|nel_caso|solo_dopo|qualora)",
    ),
    "nl": RoundWords(
        talk=r"gesprek~ gesprekken ontmoet~ praten kennis kennismak~ kennismaking spreken bellen belletje afspraak koffie lunch bezoek~ uur sollicitatiegesprek~ videocall teams zien langs rondleiding verwacht~ slot teams uurtje vragen",
        who=r"(?:de|het|onze|ons|je|jouw|uw|mijn|met|hun)_(?:\w+_){0,3}(?:team|ploeg|commissie|directeur|directrice|directie|manager|leidinggevende|teamleider|hoofd|afdelingshoofd|bestuur|bestuurder|eigenaar|oprichter|baas|bazin|zaakvoerder|rector|decaan|voorzitter|collega's|leden|cto|ceo|coo|cfo)(?!_(?:hr|personeel|p&o)) (?:twee|drie|enkele|een_paar)_(?:\w+_)?(?:collega's|mensen|ontwikkelaars|ingenieurs|teamleden|leden) die_(?:\w+_){0,3}(?:leidt|aanstuurt|runt) \w*commissie tech_lead team_lead cto ceo coo cfo cpo",
        wants=r"klikte_met_(?:de|het) waren_(?:erg_|zeer_|heel_|echt_)?(?:onder_de_indruk_van|enthousiast_over)_(?:je|jou|u)(?!_cv) vraag_(?:bij_de_receptie_|aan_de_balie_)?naar_(?:de_heer|mevrouw|meneer) (?:wil|willen|zou|zouden|wilt)_(?:\w+_){0,4}(?:kennis_(?:met_je_|met_u_)?(?:maken|te_maken)|(?:je|jou|u)_(?:\w+_){0,3}(?:ontmoeten|spreken|zien|ontvangen|leren_kennen|uitnodigen)) (?:nodig|nodigen|uitgenodigd|nodigt)_(?:\w+_){0,4}(?:uit|voor_een|gesprek) (?:commissie|team|directie)_(?:\w+_){0,6}(?:spreekt|hoort|ziet|ontvangt)_(?:je|u) verwacht(?:en)?_(?:\W?\w+\W?_){0,6}(?:je|u) (?:halve|hele)_dag_(?:met|bij)_(?:ons|het)",
        place=r"(?:bij|naar|op)_(?:ons|hen|hun|onze|het)(?:_\w+)? op_(?:kantoor|locatie|school|de_zaak) persoonlijk ter_plaatse in_levenden_lijve rondleiding",
        come=r"kom(?:en|t)? langs\w* bezoek~ ontvang~ verwacht~ ontmoet~ uitgenodigd uitnodig~ kennis zien spreken rondleid~",
        more=r"(?:tweede|derde|volgende|vervolg|uitgebreider)_(?:\w+_)?(?:gesprek|ronde|afspraak|stap_(?:is|wordt|zou)|kennismaking) vervolggesprek~ (?:inhoudelijk|technisch)_gesprek",
        task=r"(?:opdracht|case|oefening|proefles|proeve|toets)_?(?:\w+_)?(?:bijgevoegd|in_bijlage|maken|voor_te_bereiden|thuis)? (?:proef|meeloop|proefdraai|snuffel)(?:dag|draaien|ochtend|stage) meelopen presentatie_(?:geven|voor|aan)",
        small=r"(?:korte?|even|eerste|kort_even|snelle?|vrijblijvende?|telefonische?)_(?:\w+_)?(?:gesprek|telefoongesprek|belletje|kennismaking|bellen|call|telefoontje|babbel) (?:je|u)_(?:\w+_){0,3}bellen bel_(?:ik|je|u) telefonisch kwartiertje (?:tien|vijftien|twintig|10|15|20)_min\w* over_en_weer",
        held=r"(?:bedankt|dank|leuk|fijn|prettig|na|goed|gezellig)_(?:\w+_){0,4}(?:gesprek|belletje|telefoontje|telefoongesprek|kennismaking|bezoek|spreken|gesproken) zoals_(?:besproken|afgesproken)",
        passes=r"(?:bespreek|overleg|kaart)_(?:\w+_){0,4}(?:team|directie|directeur|manager|leidinggevende|klant|collega\w*) (?:stuur|leg|geef|stel)_(?:\w+_){0,5}(?:door|voor|klant|opdrachtgever) (?:profiel|cv|notities)_(?:\w+_){0,3}(?:door|naar|aan)",
        later=r"(?:als|of|zodra|wanneer|daarna|vervolgens|eventueel|voordat|later|mocht\w*|indien|pas_(?:na|als)|misschien|nadat)",
    ),
    "sv": RoundWords(
        talk=r"intervju~ träff~ samtal~ prata möte~ möta lunch fika besök~ timme ses snack~ videosamtal kaffe tid teams träff",
        who=r"(?:\w*chef(?:en)?)(?!_för_hr) (?:vd|vd:n|teamet|gruppen|styrelsen|ledningen|nämnden|kommittén|panelen|rektorn?|ägaren|grundaren|utvecklarna|kollegorna|laget|gänget) (?:två|tre|några|ett_par|en)_(?:\w+_)?(?:av_\w+|kolleg\w+|utveckl\w+|ingenjör\w+|medarbet\w+|personer) som_(?:leder|är_chef|ansvarar)(?:_\w+)? (?:din|vår|er)_(?:\w+_)?(?:chef|grupp) rekryteringsgruppen tech_lead team_lead cto ceo coo cfo cpo",
        wants=r"klickade_med bra_jobbat_(?:hos|på|i) var_(?:mycket_|väldigt_|riktigt_)?(?:nöjda_med|imponerade_av)_dig fråga_efter_\w+_(?:\w+_)?i_receptionen (?:vill|skulle_vilja|önskar)_(?:(?:\w+[,_]?_){0,8})?(?:träffa|möta|se|intervjua)_dig bjuda_in_dig (?:kalla|kallas|kallar)_(?:dig_)?till_(?:\w+_)?intervju välkommen_(?:till_oss|på_intervju|hit) (?:väntar|tar_emot|intervjuar)_(?:\w+_){0,2}dig (?:halv|hel)_?dag_(?:hos|med)_oss",
        place=r"på_plats (?:till|hos|på)_(?:oss|vårt|vår|kontoret|skolan|fabriken)(?:_\w+)? i_våra_lokaler personligen öga_mot_öga",
        come=r"kom(?:ma|mer)? träff~ besök~ möta välkommen bjud~ titta_(?:in|förbi) ses",
        more=r"(?:andra|tredje|nästa|ytterligare|ny|uppföljande|längre)_(?:\w+_)?(?:intervju~|samtal|möte|träff|steg_(?:är|blir)|runda) (?:runda|samtal|intervju|möte)_till andraintervju~ djupintervju~ teknisk\w*_(?:intervju|samtal)",
        task=r"(?:arbetsprov|case|uppgift|prov|test|övning)(?:et|en)?_?(?:bifogat|bifogad|hemma|inför|till_\w+)? (?:prov|provjobba|provarbeta)(?:dag|pass|lektion)? provföreläsning provlektion (?:hålla|göra)_en_presentation",
        small=r"(?:kort|första|snabbt?|inledande|enkelt)_(?:\w+_)?(?:samtal|telefonsamtal|avstämning|snack|pratstund) (?:på|per|över)_telefon ringa_dig ringer_(?:dig|jag) (?:tio|femton|tjugo|10|15|20)_min\w* (?:halvtimme|kvart)_på några_frågor",
        held=r"(?:tack|kul|trevligt|roligt|bra|efter|fint)_(?:\w+_){0,4}(?:samtal|samtalet|prata|pratas|mötet|intervjun|telefonsamtal|snacket|besöket|ses)(?:_\w+)?",
        passes=r"(?:pratar|stämmer_av|kollar|diskuterar|tar_det)_(?:\w+_){0,3}(?:teamet|chefen|ledningen|kunden|kollegorna|gruppen) (?:skickar|lämnar|presenterar|delar)_(?:\w+_){0,4}(?:vidare|profil|cv|kunden|uppdragsgivaren)",
        later=r"(?:om|när|då_(?:får|kan)|sedan_(?:får|följer)|därefter|eventuellt|innan|senare|ifall|kanske|så_snart)",
    ),
    "pl": RoundWords(
        talk=r"rozmow~ spotka~ spotyka~ porozmawia~ pozna~ poznać rozmawia~ telefon~ kawa kawę wizyt~ godzin~ wideorozmow~ widzi~ zobaczy~ przyj\w+ obecn~ slot teams",
        who=r"(?:kierowni\w+|dyrektor\w*|prezes\w*|szef\w*|przełożon\w+|lider\w*|właściciel\w*|założyciel\w*|dziekan\w*|rektor\w*|menedżer\w*|manager\w*)(?!_(?:hr|personaln|ds_rekrutacji)) (?:zespoł\w+|komisj\w+|zarząd\w*|grup\w+) (?:dwo\w+|trzem\w+|trojg\w+|kilkoma)_(?:\w+_)?\w+ który_(?:prowadzi|kieruje) która_(?:prowadzi|kieruje) tech_lead team_lead cto ceo coo cfo cpo",
        wants=r"zaiskrzyło byli_(?:bardzo_|naprawdę_)?(?:pod_wrażeniem_pan\w*|zachwyceni_(?:panem|panią|tobą)) (?:proszę_)?pytać_o_pan\w* (?:chce|chcą|chciał\w+|pragnie|życzy_sobie|prosi|zaprasza\w*)_(?:\w+_){0,3}(?:pozna\w+|spotkać|spotkani\w+|porozmawiać|zobaczyć|rozmow\w+) (?:czeka|czekają|przyjmie|przyjmą|oczekuj\w+)_(?:\w+_){0,3}(?:pani|pana|panią|cię|ciebie) zaprasz\w+_(?:\w+_){0,4}(?:spotkanie|rozmowę|dzień)",
        place=r"(?:w|do)_(?:naszym|naszej|naszego|ich|siedzib\w+)_?(?:\w+)? osobiście na_miejscu twarzą_w_twarz w_siedzibie w_biurze",
        come=r"przyj(?:ść|echać|dzie|edzie) zaprasz~ zapros~ spotka~ pozna~ odwiedz~ porozmawia~ czeka~",
        more=r"(?:drug|trzeci|kolejn|następn|dalsz)\w+_(?:\w+_)?(?:rozmow~|spotkani~|etap~|rund~) rozmow\w+_(?:techniczn|merytoryczn)\w+",
        task=r"(?:zadani|test|prób|ćwiczeni)\w*_(?:\w+_)?(?:techniczn\w+|praktyczn\w+|rekrutacyjn\w+|domow\w+|w_załączniku|do_\w+) dzień_próbny próbn\w+_(?:dzień|lekcj\w+) prezentacj\w+_(?:przed|dla)_\w+",
        small=r"(?:krótk|wstępn|pierwsz|szybk)\w+_(?:\w+_)?(?:rozmow~|telefon~|kontakt~) (?:przez|rozmow\w+)_telefon\w* zadzwoni~ kwadrans (?:dziesięć|piętnaście|dwadzieścia|10|15|20)_min\w* kilka_pytań",
        held=r"(?:dziękuję|miło|po|dobrze|fajnie|przyjemn\w+)_(?:\w+_){0,4}(?:rozmow\w+|rozmawiało|spotkani\w+|telefon\w*) (?:jak|zgodnie)_(?:z_)?ustal\w+",
        passes=r"(?:porozmawiam|omówię|skonsultuję)_(?:\w+_){0,3}(?:zespoł\w+|dyrektor\w*|kierown\w+|szef\w*|klient\w+) (?:przekaz|przekaż|prześl|przesył|przedstaw|wyśl)\w+_(?:\w+_){0,4}(?:profil|cv|notatk\w+|klient\w+|dalej|kierown\w+)",
        later=r"(?:jeśli|jeżeli|gdy|kiedy|potem|następnie|ewentualn\w+|zanim|później|czy_(?:chce|będzie|zechce)|o_ile|dopiero)",
    ),
    "ja": RoundWords(
        talk="面接 面談 お会い お目にかか お話 会って お越し 来社 同席 打ち合わせ ランチ 訪問",
        who="部長 課長 室長 所長 役員 取締役 社長 代表 責任者 リーダー マネージャー 現場 メンバー チーム エンジニア(?!の方を) 開発陣 上長 上司 教授 院長 店長 委員会",
        wants="(?:お会いし|お目にかかり|直接お話しし)たい (?:ぜひ|是非)一度(?:お会い|お話) 面接(?:に|へ)(?:お)?(?:進み|お越し|お招き)",
        place="本社 弊社(?:まで|に(?:お越し|て)) (?:オフィス|事務所|現地|工場|研究所)(?:まで|に|で|へ) 対面 直接",
        come="お越し 来社 ご来訪 お会い お目にかか お招き",
        more="(?:次|二次|2次|三次|第二)(?:回|の|は)?[^。]{0,12}(?:面接|面談|お目にかか|お会い|選考) 次は[^。]{0,20}(?:会|お話|面)",
        task="課題 技術テスト 筆記 コーディングテスト 模擬授業 プレゼン(?!トが) 体験入社 職場見学 実技",
        small="カジュアル お電話(?:で|に(?:て|よる)|させて)[^。]{0,14}(?:お話|伺) (?:10|15|20|10|15|20)分 電話面談 (?:20|30)分(?:ほど|程度|ほどの|程度の|の)?[^。]{0,6}面談 簡単に(?:お話|ご挨拶) 人事の私 まずは",
        held="先日は[^。]{0,24}(?:ありがとう|有難う) (?:お電話|お時間|面談)(?:を|いただ|ありがとう)[^。]{0,14}ありがとう",
        passes="(?:チーム|部長|責任者|上長|現場|先方)(?:と|に)(?:相談|共有|確認) (?:書類|経歴|プロフィール)を[^。]{0,16}(?:共有|提出|推薦|お送り) 推薦(?:いた|させ)",
        later="(?:場合|後に|かどうか|その後|次第|たら|れば|可能性)",
        is_spaced=False,
    ),
    "zh": RoundWords(
        talk="面试 面谈 见面 当面 聊聊 聊一聊 谈谈 交流 见一(?:面|下) 过来 来公司 参加",
        who="负责人 经理 总监 主管 (?<!老)[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗]总 领导 老板 团队 部门 同事们? 工程师们 专家 评委 院长 校长 教授 创始人 主任",
        wants="(?:想|希望|要|约)(?:约|跟|和|见)?(?:您|你)(?:(?!电话|语音)[^。,]){0,8}(?:见面|见见|聊聊|面谈|当面|面试|过来) 想见(?:您|你) 亲自(?:面|见|聊) 去(?:他们|客户)(?:公司|那边)",
        place="(?:来|到|去)(?:我们|我司|公司|他们|现场|办公室) 当面 现场 线下",
        come="来 到 过来 见面 当面 聊 谈 面试",
        more="(?:第二|第三|下一|二|三)(?:轮|次)(?:面试|面谈)? 下一步(?:是|要|安排) 复试",
        task="笔试 测试题 作业 编程题 试讲 试工 试岗 做(?:个|一个)[^。,]{0,6}(?:题|案例|汇报)",
        small="(?:电话|语音)(?:里|上)?(?:简单|先)? (?:接个|打个|通个)电话 (?:十|五|十五|二十|10|15|20)(?:来)?分钟 简单(?:聊|沟通|了解) 初步 求职意向",
        held="(?:上次|昨天|刚才|前几天|之前)[^。,]{0,10}(?:聊|谈|沟通|电话|见面) 感谢[^。,]{0,10}(?:沟通|交流|通话)",
        passes="(?:跟|和|与)(?:团队|领导|总监|经理|部门|客户)(?:沟通|商量|确认) (?:推荐|提交|转给|发给|推给)[^。,]{0,8}(?:客户|部门|用人|领导)? 简历(?:转|推|发)",
        later="(?:如果|要是|之后再|然后再|是否|看看|可能|到时候|后续)",
        is_spaced=False,
    ),
}
