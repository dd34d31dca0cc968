"""German: what clauses of hiring are made of."""

from mailer.reading.frames import Frame, Says, Tongue

_POST = (
    r"(?:plan|halb|teilzeit|vollzeit|projekt|lehr)?stellen? position(?:en)? vakanz rolle posten (?:lehr)?auftrag mandat budget mittel "
    r"finanzierung headcount (?:arbeits|ausbildungs)?platz job professur planstelle stellenbudget"
)
_SEARCH = (
    r"(?:personal|kandidaten)?suche (?:auswahl|besetzungs|bewerbungs|stellenbesetzungs|einstellungs)?verfahren (?:auswahl|bewerbungs|einstellungs|recruiting)?prozess "
    r"ausschreibung besetzung recruiting (?:neu)?einstellung(?:en)? rekrutierung nachbesetzung neueinstellungen"
)
_YOU = r"ihnen sie dir dich (?:ihre|deine)[rn]?_(?:\w+_)?(?:bewerbung|kandidatur|unterlagen|profil) ihr_profil dein_profil (?:ihrer|deiner)_bewerbung"
_SOMEONE = (
    r"jemand(?:en|em)?(?!_(?:aus_(?:unserem|dem)|der_sie|von_uns)) (?:eine[nrm]?|die|den|der)_(?:\w+_)?(?:andere|interne|externe|erfahrenere|weitere)[nrsm]?_\w+ andere[nrm]?_(?:person|bewerb\w*|kandidat\w*|profil) "
    r"(?:eine[nrm]?|die|den|der)_(?:\w+_)?(?:mit)?bewerber(?:s|in)? (?:eine[nrm]?|die)_(?:\w+_)?(?:person|kandidat\w*|kolleg\w*) anderen?_(?:profil|lösung) andere_bewerb\w*"
)
_PROCESS = (
    r"(?:auswahl|bewerbungs|besetzungs|recruiting|einstellungs)?(?:prozess|verfahren)s? (?:meiner?_)?(?:bewerbung|kandidatur) rennen auswahl stelle position rolle liste_der_\w+ "
    r"bewerber(?:liste|kreis|pool) kandidaten(?:liste|kreis) gesprächen? ausschreibung"
)
_ROUND = r"runde gesprächs?(?:runde)? interview termin stufe etappe schritt treffen station hürde austausch besuch"

GERMAN = Tongue(
    code="de",
    nots=r"\b(?:nicht|kein\w*|nie|niemals|niemand\w*|nichts|ohne|weder|gegen|dagegen|keinesfalls|abgesehen|verzichte\w*|außerstande)\b",
    nots_over_comma=r"(?:nicht (?:\w+ )?(?:in der lage|möglich)|außerstande|dagegen(?: \w+){0,3}|davon ab(?:zu)?(?:sehen)?|leider nicht)",
    breaks=r"\b(?:aber|jedoch|doch|sondern|weil|denn|und|oder|obwohl|sodass)\b",
    ifs=r"\b(?:wenn|falls|ob|sobald|sofern|bis(?! auf weiteres)|bevor|ehe|nachdem|solange|sollten?|für den fall|in der regel|normalerweise|meist(?:ens)?|immer wieder)\b",
    opens_if=r"(?:wenn|falls|sobald|sofern|sollten?|bevor|solange|ob|hätten?|würden? sich)\b",
    maybe=r"\b(?:könnten?|hätten?|würden?|möglicherweise|eventuell|vielleicht|gerücht\w*|droh\w+|fürchte\w*|hoffe\w*|wäre\w*|womöglich|noch offen)\b",
    past=r"\b(?:letzte[sn]? (?:jahr|mal|frühjahr|sommer|herbst|winter)|im (?:vorjahr|vergangenen jahr)|voriges jahr|vor (?:\w+ )?(?:jahr|monat)en?|damals|früher|(?:19|20)\d\d (?:hatten|haben|wurde))\b",
    other=r"\b(?:andere[nrsm]?|weitere[nrsm]?|zweite[nrs]?|ähnliche[nrs]?|frühere[nrs]?|alte[nrs]?|bisherige[nrs]?|jetzige[nrs]?|aktuelle[nrs]? (?:\w+ )?|ihrer? bisherigen|seine[nr]?|vorige[nr]?|parallele[nr]?)",
    yet=r"\b(?:noch (?:nicht|keine?[nrs]?|offen)|bisher nicht|vorerst noch|auch|parallel|ebenfalls|weiterhin)\b",
    later=r" (?:\w+ ){0,3}(?:bevor|bis (?!auf)(?:zum|ende|mitte|nächste)|vor (?:dem|der|mon|diens|mitt|donners|frei|weihnachten|ostern)\w*|ohne|heute|morgen|diese woche|nächste woche|erst|werden (?:soll|muss|kann)\w*|zu (?:wollen|können)|(?:soll|muss)\w*(?= |$))\b",
    people=r"\b(?:bewerber(?:in)?|kandidat(?:in|en)?|jemand|kolleg(?:e|in)|person|interviewer(?:in)?)\b",
    glad=r"herzlichen glückwunsch|gratul|freue?n? (?:uns|mich)(?: sehr)?,? (?:ihnen|dir) (?:die|mitteilen|mitzuteilen|sagen)|verschoben|ausweichtermin|freue?n? (?:uns|mich)(?: sehr)? auf (?:sie|dich|das gespräch|unser gespräch|ihren besuch)",
    trails=22,
    buts=r"\b(?:aber|allerdings|jedoch|nur wenn|sofern|doch nur)\b",
    wants=r"\b(?:möcht\w+|woll\w+|willst|mögen|magst|fragen|etwas|brauch\w+|bescheid|einverstanden|passt)\b",
    asks=r"(?:könnten|würden|können|könntest|kannst|könntet|würdet) (?:sie|du|ihr) (?:mich|meine|bitte|daher|deshalb)|bitte",
    frames=(
        Frame(
            Says.FILLED,
            r"(?:nach)?besetzt(?!e) besetzen_(?:können|konnten) (?<!zu\s)vergeben gestrichen eingefroren auf_eis weggefallen weg entfällt entfallen gekürzt gesperrt "
            r"zurückgezogen aufgehoben abgesagt ausgesetzt gestoppt storniert weggespart eingespart zum_opfer_gefallen opfer_gefallen "
            r"(?:gibt|existiert|besteht)~_(?:\w+_){0,2}nicht_mehr nicht_mehr_(?:\w+_)?(?:verfügbar|vakant|frei|offen|zu_vergeben|ausgeschrieben|vorgesehen|finanziert|bewilligt) "
            r"hinfällig vom_tisch beerdigt begraben gekippt kassiert zurückgestellt erledigt gestorben verworfen (?:geht|ging|gegangen)_(?:\w+_)?an_(?:eine|jemand)~ an_(?:eine|jemand)\w*_(?:\w+_){0,2}(?:gegangen|vergeben) eingestampft geschlossen annulliert abgezogen intern_gelöst anderweitig_\w+",
            _POST,
            is_near=True,
            unless=r"portal büro frist bewerbungsfrist termin gespräch kantine werkstatt hotel restaurant zug kurs konto garage~ parkplatz tisch vorgänger~ bewerbungsportal neu_besetzt_werden_soll",
        ),
        Frame(
            Says.FILLED,
            r"eingestellt(?!e) abgebrochen gestoppt stoppen beendet(?!e) beenden_wir wir_beenden ausgesetzt(?!e) aussetzen aufgehoben zurückgezogen auf_eis eingefroren "
            r"brechen..ab stellen..ein(?!e) setzen..aus schließen_wir geschlossen eingestampft abgeblasen aufgegeben geben..auf verworfen storniert ruht ruhen pausiert pausieren erledigt beerdigt begraben gekippt hinfällig vom_tisch einzustellen abzubrechen",
            _SEARCH,
            is_near=True,
            unless=r"portal büro frist termin gespräch mitarbeiter~ kolleg~ ab_(?:dem|januar|sofort)",
        ),
        Frame(
            Says.FILLED,
            r"(?:nach|neu|wieder)?(?:zu)?besetz(?:en|t) einstellen einzustellen auszuschreiben ausgeschrieben ausschreiben vergeben bewilligt genehmigt freigegeben verlängert weitergeführt weiterführen "
            r"(?:an_bord_)?holen an_bord_\w+ aufnehmen_(?:können|dürfen) fortgesetzt fortsetzen fortgeführt zustande umgesetzt weitergeht",
            _POST + r" " + _SEARCH + r" niemand(?:en)? nichts_mehr ausschreibung projekt",
            denied=True,
            is_near=True,
            gap=50,
            unless=r"ihnen sie mit_ihnen einfach leicht öffentlich extern ausschließlich nur optimal ideal gut problem urlaub reisekosten",
        ),
        Frame(
            Says.FILLED,
            r"kein(?:e|en|er)?_(?:\w+_)?(?:stellen?|budget|geld|mittel|bedarf|einstellung(?:en)?|position|nachbesetzung|neueinstellung(?:en)?|vakanz)",
            r"mehr dieses_jahr in_diesem_jahr dafür für_(?:die|diese)_(?:stelle|position) geben gibt vorhanden zu_besetzen auf_absehbare vorerst da haben",
            gap=35,
            is_near=True,
            unless=r"parkplatz reise~ andere",
        ),
        Frame(
            Says.REJECTED,
            r"nein_gesagt abgewunken abgewinkt nicht_überzeugt sagt_nein leider_nein dagegen_(?:entschieden|gestimmt|ausgesprochen)",
            r"kund~ vorstand team fachbereich~ geschäftsführung chef~ gremium kommission auftraggeber~ kolleg~ antwort sie wir",
            gap=50,
            is_near=True,
            unless=r"termin urlaub",
        ),
        Frame(
            Says.REJECTED,
            r"kein(?:e|en)?_(?:\w+_)?(?:passende|geeignete|richtige)\w*_\w+ keine_(?:verwendung|perspektive|möglichkeit)",
            r"sehen anbieten einsetzen einzusetzen haben gibt finden gefunden",
            gap=45,
            is_near=True,
            unless=r"termin zeit uhrzeit raum hotel datum kandidat~ bewerb~",
        ),
        Frame(
            Says.REJECTED,
            r"entschieden entschlossen festgelegt gewählt ausgewählt ausgesucht vorgezogen gefallen eingestellt den_(?:vorzug|zuschlag|vortritt) zusage_(?:erteilt|gegeben) überzeugt gemacht "
            r"verständigt geeinigt vergeben angeboten weiterzumachen weiter(?:machen|gehen|zugehen|zuarbeiten)? (?:fort|weiter)zu(?:setzen|führen) (?:fort|weiter)(?:setzen|führen) favorisiert genommen bevorzugt zugunsten vorne voraus das_rennen_\w+ den_ausschlag besser näher setzen_auf gesetzt",
            _SOMEONE,
            gap=60,
            is_near=True,
            unless=r"termin tag zeit uhrzeit mit_ihnen sie_zu_treffen ansprechpartner~ gesprächspartner~ noch_weitere prüfung parallel ihnen_(?:die|den|das)_stelle vertretung",
        ),
        Frame(
            Says.REJECTED,
            r"(?:fort|weiter)(?:zu)?(?:setz|führ)en (?:fort|weiter)(?:gesetzt|geführt|verfolgt) (?:weiter)(?:zu)?verfolgen weiterverfolgt berücksichtig~ zu_berücksichtigen in_betracht(?:_\w+)? in_erwägung einzuladen einladen_(?:können|werden) (?:können|werden|wollen)..einladen "
            r"in_die_(?:\w+_)?(?:auswahl|runde|wahl) in_der_(?:\w+_)?auswahl weitergehen weiterzugehen weiter(?:zu)?machen einstellen_(?:können|werden) ausgewählt ausgesucht überzeugt überzeugen zusagen zuzusagen eine_zusage "
            r"(?:die_)?(?:stelle|position)_(?:anbieten|anzubieten) angebot_(?:machen|unterbreiten) in_frage entsprechen entspricht anbieten_können zusammenkommen gepasst weiterempfehlen nominier~ weiter_geht zum_zug(?:e)? gereicht passt aufnehmen was_wir_(?:\w+_)?(?:suchen|brauchen) wonach_wir_suchen deckt",
            _YOU,
            denied=True,
            gap=70,
            is_near=True,
            unless=r"bitte müssen_sie können_sie sollten_sie brauchen_sie (?:wenn|falls)_sie termin uhrzeit frage~ mail telefon~ unterlagen_nicht_\w+_öffnen anhang parkplatz zum_gespräch_am heute morgen gut_passt mir_nicht",
        ),
        Frame(
            Says.REJECTED,
            r"absagen_müssen abzusagen absage_(?:erteilen|geben|schicken) abgelehnt ablehnen gegen_(?:sie|dich|ihre_bewerbung|deine_bewerbung) raus(?:_aus)? ausgeschieden nicht_weitergekommen",
            r"ihnen dir sie ihre_bewerbung deine_bewerbung",
            gap=45,
            is_near=True,
            unless=r"termin gespräch~ interview treffen montag dienstag mittwoch donnerstag freitag wenn reise bahn",
        ),
        Frame(
            Says.WITHDRAWN,
            r"zieh(?:e|en)?..(?:zurück|raus|heraus) zurück(?:zu)?(?:ziehen|treten|nehmen) zurückgezogen nehm(?:e|en)?..(?:zurück|raus|heraus|aus_dem) steig(?:e|en)?..aus(?:_\w+)? aus(?:zu)?steigen (?:heraus|raus)(?:zu)?nehmen streichen löschen_sie_meine "
            r"(?:aus|ab)(?:zu)?scheiden scheide..aus verabschiede_(?:ich_)?mich trete..zurück abstand beende(?:n)? beenden_möchte stehe..nicht_(?:mehr|länger|weiter)_zur_verfügung nicht_(?:mehr|länger|weiter)_zur_verfügung "
            r"verzichte(?:n)? abzubrechen abbrechen breche..ab klinke..aus gegen_(?:die|ihre|eure|diese)_(?:\w+_)?(?:stelle|position|rolle) springe..ab ziehe_zurück abzusagen absagen ohne_mich gebe_auf lasse_(?:es|ich) für_mich_(?:zu_ende|erledigt|beendet|vorbei)",
            _PROCESS + r" zur_verfügung kandidatur mich machen_sie planen_sie weiter",
            is_near=True,
            gap=60,
            unless=r"termin am_(?:montag|dienstag|mittwoch|donnerstag|freitag) newsletter verteiler würde..müssen müsste aktuellen_(?:stelle|position) meine_(?:aktuelle|jetzige|alte)_\w+ gespräch_(?:am|um) telefonat urlaub nächste_woche daten",
        ),
        Frame(
            Says.WITHDRAWN,
            r"(?:weiter|fort)(?:zu)?(?:verfolgen|führen|setzen|gehen|machen) verfolge..weiter weiter_(?:zu_)?verfolgen weiterverfolge aufrecht(?:zu)?(?:erhalten|halten)? mache..weiter teilnehmen teilzunehmen "
            r"in_frage (?:weiter|länger)_(?:berücksichtig|interess)~ berücksichtigen interessiert dabei planen mit_mir antreten anzutreten annehmen gehe..weiter",
            _PROCESS + r" mich meine_bewerbung",
            denied=True,
            is_near=True,
            gap=60,
            unless=r"(?:sie|ihr|wir)_\w+_nicht termin diese_woche heute morgen weiß sicher verstehe nur ihre_entscheidung",
        ),
        Frame(
            Says.OFFERED,
            r"(?:sie|dich)_(?:\w+_){0,6}(?:als_(?:kolleg\w+|mitarbeiter\w*|verstärkung)|im_team|an_bord|bei_uns|in_unserem_team|für_uns|zum_\d+\.?(?:_\w+)?)_?(?:zu_)?(?:begrüßen|willkommen|haben|gewinnen|einzustellen|dabei)? (?:wollen|will|möchten|möchte|hätten)..(?:sie|dich)_(?:\w+_){0,2}(?:haben|einstellen|gewinnen|gern) (?:sie|dich)_(?:einstellen|einzustellen|haben|wollen) "
            r"(?:sie|du)_(?:können|kannst|könnten)..(?:bei_uns_)?anfangen (?:sie|du)_(?:fangen|fängst)..an grünes_licht für_(?:sie|dich)_(?:gestimmt|entschieden) (?:will|wollen|möchten)_(?:sie|dich)_haben zusage",
            r"gehalt \d{2}[.\s]\d{3} \d{2}k euro vertrag~ arbeitsvertrag konditionen beginn startdatum einstimmig~ (?:alle|ganze_team|das_team)_(?:waren|ist|war|will|sind) ab_(?:dem|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember) zum_\d angebot",
            gap=110,
            unless=r"gespräch~ kennenlernen telefonat interview probearbeit~ probetag termin messe newsletter (?:nächste|zweite|letzte)n?_runde spanne besuch",
        ),
        Frame(
            Says.OFFERED,
            r"ein_angebot_(?:zu_)?(?:machen|unterbreiten) wir_wollen_(?:sie|dich)(?!_\w) (?:sie|dich)_(?:\w+_){0,5}(?:einstellen|einzustellen)",
            r"möchten gerne? würden wollen freu~ ihnen dir sehr wir",
            gap=50,
            is_near=True,
            unless=r"gespräch wenn falls termin ausweis umzug transport",
        ),
        Frame(
            Says.OFFERED,
            r"gehört anbieten_(?:zu_können|dürfen|können) anzubieten biete(?:n)?_(?:wir_|ich_)?(?:ihnen|dir) bekommen_sie bekommst_du haben_sie_(?:die|den) ist_(?:ihre|deine|deiner)",
            r"(?:die|den|diese|der)_(?:\w+_)?(?:stelle|position|job|rolle|festanstellung)(?!_(?:im_detail|vor)) unbefristete\w*_\w+ festanstellung",
            gap=30,
            is_near=True,
            unless=r"gespräch termin interview unterlagen informationen schnuppertag",
        ),
        Frame(
            Says.OFFERED,
            r"anbei anhang im_anhang beigefügt angehängt per_post unterwegs zukommen zu(?:ge)?schick~ schick(?:e|en|t) send(?:e|en|et) zugesandt geht..(?:raus|zu|post|ihnen|dir) bereite(?:n)?..vor vor(?:zu)?bereite~ aufgesetzt setz(?:e|en)..auf fertig unterschriftsreif hängt angekündigt zur_unterschrift erhalten_sie bekommen_sie bekommst_du folgt",
            r"(?:den|der|ihr(?:en)?|dein(?:en)?|einen|unser(?:en)?)_(?:\w+_)?(?:arbeits|dienst|anstellungs)?vertrag(?:sentwurf|sunterlagen)? (?:unser|ihr|dein|ein|das)_(?:\w+_)?(?:vertrags|stellen|job)?angebot(?!_für_den) vertragsunterlagen vertragsentwurf vertragsangebot (?:arbeits|dienst|anstellungs)vertrag",
            gap=60,
            is_near=True,
            unless=r"mietvertrag bisherig~ aktuell~ jetzig~ unterschrieben~ unterzeichnet~ danke~ muster rahmenvertrag würde~ wäre klicken umzug sendung lieferung",
        ),
        Frame(
            Says.AGREED,
            r"unterschrieben~ unterzeichnet~ unterschreibe(?:n)? unterzeichne(?:n)? nehme..an anzunehmen sage..zu zugesagt zusagen zuzusagen angenommen einverstanden unterschrift signiert",
            r"(?:den|der|ihr|euer|das|die|dem|ihren|euren)_(?:\w+_)?(?:arbeits|dienst)?(?:vertrag|angebot|stelle|position|job|exemplar|papiere|unterlagen|konditionen|bedingungen) vertrag gerne freude herzen hiermit",
            gap=45,
            is_near=True,
            unless=r"mietvertrag wohnung~ auto termin gespräch handyvertrag wochenende bedenk~ überleg~ noch prüfe~ andere~ kaufvertrag woanders einladung",
        ),
        Frame(
            Says.AGREED,
            r"(?:freude|gern|gerne|hiermit|herzen)_(?:\w+_)?(?:nehme_ich|sage_ich)..(?:an|zu) ich_nehme..(?:gerne?|freude)..an ich_sage..zu",
            unless=r"termin einladung gespräch uhr vorstellungsgespräch",
        ),
        Frame(
            Says.AGREED,
            r"ja(?:_(?:gerne|gern|klar|natürlich|absolut|sehr_gern|und_ob))? ich_bin_dabei bin_ich_dabei bin_dabei zähl(?:en|t)~..auf_mich freue_mich..(?:anzufangen|bei_ihnen|auf_den_start|auf_die_zusammenarbeit|teil)",
            r"vertrag~ unterschr~ unterzeichn~ zusage angebot stelle anfang~ start team dabei",
            gap=60,
            unless=r"frage~ bedenk~ überleg~ wochenende termin gespräch telefon~ aber",
        ),
        Frame(
            Says.WELCOMED,
            r"eingetroffen angekommen erhalten eingegangen ist_da dank~ bekommen vorliegen liegt_(?:uns_)?vor gefreut",
            r"(?:der|den|ihr|dein|ihren|deinen|die|das)_(?:\w+_)?(?:unterschriebene|unterzeichnete|gegengezeichnete|signierte)[nrs]?_\w+ (?:unterschriebene|unterzeichnete|signierte)[nrs]?_\w*(?:vertrag|exemplar|unterlagen)\w* ihre_zusage deine_zusage",
            gap=60,
            unless=r"sobald warten senden~ schicken_sie bitte zurück~",
        ),
        Frame(
            Says.WELCOMED,
            r"(?:willkommen|herzlich_willkommen)_(?:\w+_){0,2}(?:team|bord|uns|haus|hause|boot|club|familie|mannschaft) (?:schön|toll|super|klasse|großartig)_dass_(?:sie|du)_(?:\w+_){0,3}(?:anfangen|anfängst|kommen|kommst|zugesagt|dabei|unterschrieben)(?:_\w+)? (?:sie|dich)_(?:bald_|ab_\w+_|demnächst_)?(?:im_team|bei_uns|an_bord)_(?:zu_haben|begrüßen_zu_dürfen|zu_wissen) (?:ihr|dein)_erster_(?:arbeits)?tag auf_(?:ihren|deinen)_(?:ersten|start) dass_(?:sie|du)_(?:\w+_)?(?:unterschrieben|zugesagt|ja_gesagt|angenommen)_\w+ (?:ihre|deine)_zusage",
            unless=r"gespräch interview besuch~",
        ),
        Frame(
            Says.LAST,
            r"(?:ab|be)?schließende[nrsm]? finale[nrsm]? letzte[nrsm]?(?=_(?:runde|stufe|etappe|schritt|gesprächsrunde|hürde|station)) entscheidende[nrsm]?",
            r"\w*(?:runde|gespräch|interview|termin|stufe|etappe|schritt|treffen|station|hürde|austausch)s?",
            gap=14,
            is_near=True,
            unless=r"danach anschließend später dann folgt drei vier schritte runden version",
        ),
        Frame(
            Says.LAST,
            r"(?:unter|zu)_den_(?:letzten_)?(?:beiden|zwei|drei) finalist~ nur_noch_(?:zwei|ein\w*|2|drei) letzte_hürde (?:trennt|fehlt)_(?:\w+_)?nur_noch",
            r"sie du kandidat~ bewerb~ schritt gespräch hürde personen",
            gap=40,
            is_near=True,
            unless=r"termin~ plätze uhr tage stunden zwei_(?:tage|stunden|termine|wochen)",
        ),
        Frame(
            Says.LAST,
            r"letzte[nrsm]?_(?:\w+_)?(?:gespräch|termin|treffen|interview|austausch) (?:end|final|schluss|abschluss)(?:runde|gespräch|interview|auswahl)",
            r"(?:bevor|ehe|vor_(?:der|einer|unserer)_entscheidung) nur_noch noch_ein wäre ist_dann wird es_ist danach bitten im_auftrag gehören möchte~ bleibt steht..an fehlt einladen",
            gap=50,
            unless=r"danach später drei vier unser_letztes beim_letzten seit nach_dem",
        ),
        Frame(
            Says.WITHDRAWN,
            r"bleib(?:e|en)",
            r"bei_meine[mr]_(?:\w+_)?(?:arbeitgeber|firma|unternehmen|stelle|job) wo_ich_bin in_meine[mr]_(?:jetzigen|aktuellen|bisherigen)_\w+",
            gap=40,
            is_near=True,
            unless=r"bis noch kündigungsfrist hotel vorerst",
        ),
        Frame(
            Says.REJECTED,
            r"(?:gehen|geht|gegangen|weitergehen)_mit_(?:jemand(?:em)?|einer_anderen|einem_anderen|dem_internen|der_internen)\w* (?:jemand|wer)_ander\w*_geworden (?:diesmal|leider|am_ende)_(?:\w+_){0,4}nicht_(?:ganz_)?gereicht (?:bist|sind)_(?:du_|sie_)?es_(?:leider_|diesmal_)?nicht_geworden ausschlag_(?:\w+_){0,4}(?:mitbewerber\w*|andere\w*|interne\w*) gegen_(?:dich|sie)_ausgefallen (?:nicht|anders)_für_(?:dich|sie)_(?:entschieden|ausgefallen|ausgegangen) hätte_(?:dir|ihnen)_(?:gern_|gerne_|lieber_)?(?:etwas_anderes|bessere_nachrichten|eine_bessere_nachricht)(?:_\w+)?",
            unless=r"termin raum bahn hotel telefon",
            any_polarity=True,
        ),
        Frame(
            Says.FILLED,
            r"kassiert neu_aus(?:ge|zu)?schr\w+ schreiben..neu_aus stecker_gezogen von_vorn\w*_(?:beginnen|anfangen) nicht_besetzt_(?:wird|werden)",
            r"stellen? position ausschreibung verfahren suche budget",
            gap=40,
        ),
        Frame(
            Says.WITHDRAWN,
            r"(?:anderswo|woanders|andernorts|bei_einem_anderen_\w+)_(?:\w+_)?(?:unterschrieben|zugesagt|angefangen|unterzeichnet) (?:bewerbung|kandidatur)_(?:\w+_){0,3}(?:als_)?(?:erledigt|gegenstandslos|hinfällig|zurückgezogen) ohne_mich_(?:weiter\w*|planen) (?:meinen_platz|den_platz)_(?:\w+_){0,3}(?:jemand|freimachen|räumen)\w* rechnen_sie_(?:bitte_)?nicht_(?:mehr_)?mit_mir rechnet_(?:bitte_)?nicht_(?:mehr_)?mit_mir (?:habe_mich|mich)_(?:\w+_){0,3}(?:dagegen|anders)_entschieden",
            unless=r"termin uhr wohnung am_(?:montag|dienstag|mittwoch|donnerstag|freitag)",
            any_polarity=True,
        ),
        Frame(
            Says.AGREED,
            r"ja,?_ich_komme..(?:gern|gerne)?(?:_zu_(?:ihnen|euch|dir))? ich_komme_(?:\w+_)?gerne?_zu_(?:ihnen|euch|dir) (?:meine_)?antwort_(?:ist|lautet)_(?:ein_)?(?:\w+_)?ja ich_bin_dabei ich_nehme_(?:sie|es|ihn|den_job|die_stelle)_(?:\w+_)?(?:gern|an) auf_gute_zusammenarbeit",
            unless=r"gespräch~ uhr termin interview einladung am_(?:montag|dienstag|mittwoch|donnerstag|freitag) besuch~ wenn",
        ),
        Frame(
            Says.FILLED,
            r"besetzt vergeben",
            r"diese(?=_(?:ist|wurde|wird|konnte|haben|hat|inzwischen|nun)) dieselbe selbige",
            gap=24,
            is_near=True,
            unless=r"room raum sala salle zaal form formulaire formular slot table car if wenn si",
        ),
        Frame(
            Says.OFFERED,
            r"(?:sie|dich)_(?:\w+_){0,8}(?:bestellt|ernannt|berufen)(?=[.,]|_worden|$) (?:dich|sie)_unter_vertrag_nehmen für_die_vertragserstellung vertrag_ausfertigen nummer_eins_auf_unserer_liste (?:sie|dich)_(?:\w+_)?als_neue[ns]?_(?:kolleg\w+|mitarbeiter\w*)_begrüßen als_neue[ns]?_(?:kolleg\w+|mitarbeiter\w*)_begrüßen",
            unless=r"gespräch termin kommission gutachter~",
        ),
        Frame(
            Says.FILLED,
            r"(?:verfahren|suche|ausschreibung)_(?:\w+_){0,3}(?:endet|endete|beendet|schließen)(?:_\w+){0,2}_ohne_(?:besetzung|einstellung|ergebnis)",
            unless=r"wenn",
        ),
        Frame(
            Says.OFFERED,
            r"entscheidung_ist_(?:\w+_)?gefallen,?_(?:und_zwar_)?(?:auf|für)_(?:dich|sie)",
            unless=r"gespräch",
        ),
        Frame(
            Says.FILLED,
            r"(?:fällt|fiel|gefallen)_(?:dem|der)_(?:\w+_){1,3}zum_opfer",
            unless=r"termin",
        ),
    ),
)
