"""Italian: what clauses of hiring are made of."""

from mailer.reading.frames import Frame, Says, Tongue

_POST = (
    r"post[oi] posizion[ei] ruolo incarico budget fondi finanziamento cattedra impiego headcount"
)
_SEARCH = r"selezion[ei] ricerca assunzion[ei] procedura bando concorso recruiting iter processo reclutamento inserimento"
_YOU = r"lei te ti le (?:la_|il_)?(?:sua|tua|vostra|suo|tuo)_(?:\w+_)?(?:candidatura|profilo|domanda|curriculum|percorso)"
_SOMEONE = (
    r"qualcun(?:o|'altr[oa])?(?!_del_(?:mio|nostro)) (?:un|una|un')?_?altr[oaie]_?(?:\w+_)?(?:candidat\w*|person\w|profil\w|risors\w|finalista) "
    r"un['a]?_?(?:\w+_)?(?:candidat\w*|persona|profilo|risorsa|collega)_(?:\w+_)?(?:più|con|intern\w*|che|maggior\w*|estern\w*|già|cui)"
)
_PROCESS = r"selezione (?:iter|processo)(?:_di_selezione)? (?:mia_)?candidatura colloqui ricerca (?:il|al|alla|dalla|dal|questa|questo|la)_(?:posizione|ruolo|posto) mio_(?:nome|curriculum) domanda concorso percorso"

ITALIAN = Tongue(
    code="it",
    nots=r"\b(?:non|mai|nessun\w*|niente|nulla|né|senza|impossibile)\b",
    breaks=r"\b(?:ma|però|tuttavia|perché|e|ed|o|quindi|poiché|anche se)\b",
    ifs=r"\b(?:se|quando|appena|non appena|una volta|finché|prima di|nel caso|qualora|purché|di solito|normalmente|ogni volta)\b",
    opens_if=r"(?:se|qualora|appena|non appena|quando|una volta|nel caso|finché)\b",
    maybe=r"\b(?:potrebbe\w*|avre(?:i|mmo|bbe|bbero)|forse|magari|può darsi|rischi\w*|tem(?:o|iamo)|sarebbe|spero|eventual\w*)\b",
    past=r"(?:\bl'anno scorso|\blo scorso anno|\b(?:anni|mesi|un anno) fa|\bnel (?:19|20)\d\d|\bl'ultima volta|\bin passato|\ba suo tempo)",
    other=r"(?:\b(?:altr[oaie]|second[oa]|precedente|vecchi[oa]|attuale|simile|analog[oa])|un'altra|un altro)",
    yet=r"\b(?:ancora|anche|in parallelo|per ora resta)\b",
    later=r" (?:\S+ ){0,3}(?:prima|fino|senza|oggi|domani|questa settimana|la prossima settimana|(?:lune|marte|mercole|giove|vener)dì|a (?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre))",
    people=r"\b(?:candidat[oa]|persona|collega|qualcuno|amic[oa])\b",
    glad=r"congratulazioni|complimenti|(?:piacere|lieti|felici|liet[oa]|felice) (?:di )?(?:comunicar|inform|offrir|invitar|proporre|annunciar)\w*|rinviat|spostat|(?:a presto|vederl\w|conoscerl\w)(?=[.!])",
    buts=r"\b(?:ma|però|tuttavia|purché|a patto)\b",
    wants=r"\b(?:vuol\w*|vuoi|vole\w+|domande|dubbi|bisogno|va bene|desider\w+)\b",
    asks=r"(?:potreste|potrebbe|potresti|può|potete|puoi)(?: per favore| cortesemente)? (?:ritirare|togliere|cancellare|annullare|chiudere|rimuovere|eliminare)",
    frames=(
        Frame(
            Says.FILLED,
            r"copert[oai] coperte annullat[oaie] congelat[oaie] chius[oaie](?!_(?:il|dal|per)) soppress[oaie] assegnat[oaie] sospes[oaie] cancellat[oaie] tagliat[oaie] ritirat[oaie] eliminat[oaie] saltat[oaie] salta svanit[oaie] revocat[oaie] "
            r"(?:è|sono)_(?:andat|passat|finit|toccat)[oaie]_a(?:d)? non_(?:c'è|esiste|è|sarà|ci_sono)_più(?:_\w+)? in_(?:pausa|sospeso|stand-?by) affidat[oaie] fermat[oaie] bloccat[oaie] occupat[oaie]_da azzerat[oaie] bocciat[oaie]",
            _POST,
            is_near=True,
            unless=r"ufficio uffici portale termine colloquio riunione parcheggio sala scrivania tavolo mensa hotel treno auto",
        ),
        Frame(
            Says.FILLED,
            r"annullat[oaie] annull(?:iamo|ano|are) congelat[oaie] sospes[oaie] sospend(?:iamo|ono|ere) fermat[oaie] ferm(?:iamo|ano|are|a) bloccat[oaie] blocc(?:a|o|ano|are)_(?:di|delle|tutte|le|alle) interrott[oaie] interromp(?:iamo|ere|ono) abbandonat[oaie] archiviat[oaie] in_(?:pausa|sospeso|stand-?by) non_(?:si_fa|va|andrà|andranno|prosegue)_(?:più|avanti) chiudiamo_(?:qui|senza)",
            _SEARCH,
            is_near=True,
            unless=r"mia_candidatura portale termine colloquio_(?:di|del) riunione",
        ),
        Frame(
            Says.FILLED,
            r"copert[oa] coprire copriremo assum(?:eremo|iamo|ere|eranno|erà) inser(?:iremo|ire) apr(?:iremo|ire|irà) approvat[oa] rinnovat[oa] confermat[oa] finanziat[oa] autorizzat[oa] bandit[oa] procederà proseguirà va_avanti",
            r"(?:la|il|questa|questo|nessuna?|del|della|dell')_?(?:\w+_)?(?:posizione|posto|ruolo|assunzione|budget|selezione|ricerca|inserimento) nessuno",
            denied=True,
            is_near=True,
            gap=45,
            unless=r"sua tua lei facile solo soltanto colloquio ancora",
        ),
        Frame(
            Says.FILLED,
            r"(?:non_(?:c'è|ci_sono|ci_sarà|abbiamo|avremo)|senza|nessun[oa']?)_?(?:\w+_)?(?:più_)?(?:soldi|budget|fondi|posizion[ei]|post[oi]|assunzion[ei]|risorse)",
            r"per_(?:questo|questa|quel|il|la) quest'anno posto posizione ruolo purtroppo al_momento da_coprire",
            gap=35,
            is_near=True,
            unless=r"trasferta parcheggio",
        ),
        Frame(
            Says.REJECTED,
            r"scelt[oa] puntat[oa] puntare punt(?:iamo|ano) optat[oa] preferit[oa] selezionat[oa] orientat[oaie] ricadut[oa] cadut[oa] caduta decis[oa]_(?:per|di_\w+) assunt[oa] premiat[oa] individuat[oa] (?:prosegu|proced|continu)\w*_con andare_avanti_con andiamo_avanti_con a_favore_di offert[oa]_(?:il_posto|la_posizione)_a preso spuntata vinto prevalso",
            _SOMEONE,
            gap=36,
            is_near=True,
            unless=r"data giorno ora cerc~ accoglier~ in_parallelo colloquio_con",
        ),
        Frame(
            Says.REJECTED,
            r"prosegu(?:e|ire|iremo|iamo|irà) proced(?:ere|eremo|iamo) continu(?:are|eremo|iamo) andare_(?:avanti|oltre) va_avanti pass(?:a|are|ato|ata|erà) selezionat[oa] scelt[oa] idone[oa] accolt[oa] ritenut[oa] corrispond~ rispecchia in_linea offrir(?:le|ti) assumer(?:la|ti|lo) considerar~ dare_seguito daremo_seguito sentit[oaie] convinto super(?:ato|a) quello_che_cerchiamo ciò_che_cerchiamo rientr(?:a|ato)",
            _YOU + r" con_(?:lei|te) alla_fase alla_(?:prossima|fase_successiva)",
            denied=True,
            gap=45,
            is_near=True,
            unless=r"esiti preoccup~ deve bisogno per_favore solo soltanto data ora (?:può|puoi|vuole|preferisce) telefono oggi mia_candidatura",
        ),
        Frame(
            Says.REJECTED,
            r"respint[oa] scartat[oa] esclus[oa] negativ[oa] rifiutat[oa] si_ferma_qui finisce_qui detto_(?:di_)?no sfavorevole",
            r"(?:sua|tua)_(?:\w+_)?(?:candidatura|domanda) (?:suo|tuo)_(?:profilo|percorso) esito risposta client~ direzione commissione",
            gap=35,
            is_near=True,
            unless=r"colloquio_di data offerta_di",
        ),
        Frame(
            Says.WITHDRAWN,
            r"(?:mi_)?ritir(?:o|are|armi|ate|i) rinunc(?:io|iare) abbandon(?:o|are) mi_tiro_(?:indietro|fuori) tirarmi_(?:indietro|fuori) lasci(?:o|are) declin(?:o|are) toglie(?:re|te|rmi) cancell(?:are|ate|i) annull(?:o|are) esc(?:o|ire) chiud(?:o|ere) recedo recedere interromp(?:o|ere) non_contate_su_di_me",
            _PROCESS,
            is_near=True,
            gap=45,
            unless=r"lavoro_attuale posto_attuale newsletter convegno colloquio_(?:di|del) riunione città casa",
        ),
        Frame(
            Says.WITHDRAWN,
            r"prosegu(?:ire|irò|o) considerar~ tenere_in_considerazione continu(?:are|erò|o) andare_(?:avanti|oltre) partecip(?:are|erò) interessat[oa] proced(?:ere|erò)",
            _PROCESS + r" preferisco deciso avanti",
            denied=True,
            is_near=True,
            gap=40,
            unless=r"so certo capisco solo oggi questa_settimana (?:voi|potete|volete|avete)",
        ),
        Frame(
            Says.WITHDRAWN,
            r"fermarmi_(?:qui|qua) mi_fermo_(?:qui|qua) chiuderla_qui tirarmi_indietro passo_la_mano",
            unless=r"hotel notte pranzo",
        ),
        Frame(
            Says.OFFERED,
            r"aver(?:ti|la)_(?:con_noi|in_squadra|nel_team|a_bordo|tra_noi|nel_nostro)(?:_\w+)? (?:assumer|prender)(?:ti|la) che_(?:tu|lei)_(?:venga|entri|entrasse|venisse|lavori|si_unisca|ti_unisca)(?:_\w+)? vogliamo_(?:te|lei) (?:unir|unirsi|entrare)(?:ti|si)?_(?:a_noi|nel_team|in_squadra) sei_(?:tu|la_persona)(?:_\w+){0,2} abbiamo_scelto_(?:te|lei)",
            r"lord[io] ral stipendio contratto \d{2}[.]\d{3} \d{2}k inizio partenza decorrenza unanim~ tutti (?:tutta_la|la)_squadra condizioni proposta offerta dal_(?:primo|\d) gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            gap=110,
            unless=r"colloquio chiacchierata caffè riunione chiamata fiera newsletter prossimo_step conoscer~ prova",
        ),
        Frame(
            Says.OFFERED,
            r"è_(?:tuo|tua|suo|sua) (?:ti|le)_(?:offriamo|offro|proponiamo|propongo|diamo) (?:offrir|propor|dar)(?:le|ti|re)",
            r"(?:il|la|un|questo|questa|l')_?(?:posto|posizione|ruolo|contratto|lavoro|assunzione)",
            gap=25,
            is_near=True,
            unless=r"colloquio informazioni conoscere",
        ),
        Frame(
            Says.OFFERED,
            r"allegat[oa] in_allegato invi(?:o|amo|erò|eremo|ato) mand(?:o|iamo|erò|eremo) prepar(?:o|iamo|ato|ando|are) da_firmare per_la_firma ricever(?:à|ai) bozza pront[oa] ecco arriva",
            r"(?:il|suo|tuo|un|del)_(?:\w+_)?contratto(?!_(?:di_affitto|d'affitto|di_locazione)) lettera_(?:di_assunzione|d'impegno|di_impegno) (?:la|nostra|una|tua|sua)_(?:\w+_)?(?:proposta|offerta)(?!_(?:commerciale|di_data|formativa)) (?:l'|un')offerta(?!_(?:commerciale|di_data|formativa)) bozza_di_contratto",
            gap=45,
            is_near=True,
            unless=r"firmat[oa] attuale precedente modello sarebbe",
        ),
        Frame(
            Says.AGREED,
            r"firm(?:o|ato|ata|erò|are) accett(?:o|ato|are|erò) dico_(?:di_)?sì d'accordo sottoscri~",
            r"(?:il|la|vostra|tua|sua|l'|i)_?(?:\w+_)?(?:contratto|offerta|proposta|posto|posizione|copia|documenti|condizioni) contratto",
            gap=45,
            is_near=True,
            unless=r"affitto casa appartamento locazione auto altr[oa] pensar~ fine_settimana colloquio riunione invito",
        ),
        Frame(
            Says.AGREED,
            r"accetto(?!_\w*_?(?:l'invito|il_colloquio)) sì(?:_(?:accetto|certo|volentieri))? contate_su_di_me (?:felice|liet[oa]|content[oa]|entusiasta)_di_(?:accettare|iniziare|entrare|unirmi|far_parte)",
            r"contratto firm~ accett~ squadra team offerta proposta iniziare",
            gap=60,
            unless=r"pensar~ ma dubb~ colloquio riunione",
        ),
        Frame(
            Says.WELCOMED,
            r"ricevuto arrivat[oa] grazie abbiamo ricevut[oa]",
            r"(?:contratto|copia|offerta|lettera|documento)_(?:\w+_)?(?:contro)?firmat[oa] (?:suo|tuo)_sì (?:sua|tua)_accettazione",
            gap=40,
            unless=r"quando appena attend~ affitto",
        ),
        Frame(
            Says.WELCOMED,
            r"benvenut[oa]_(?:tra|a_bordo|nel|nella|in) (?:che_bello|felici|content[ie])_che_(?:tu_)?(?:abbia|hai|ha|venga|vieni|entri)_?\w* (?:suo|tuo)_primo_giorno(?!_di_prova)",
            unless=r"colloquio visita portale processo selezione",
        ),
        Frame(
            Says.LAST,
            r"(?:colloqui[oi]|incontro|fase|step|giro|passaggio|riunione|tappa|chiacchierata|round)",
            r"final[ei] decisiv[oa] conclusiv[oa] ultim[oa](?=_(?:\w+_)?(?:fase|step|giro|passaggio|tappa|round))",
            gap=14,
            is_near=True,
            unless=r"poi dopo tre quattro più_avanti prevede",
        ),
        Frame(
            Says.LAST,
            r"(?:l')?ultim[oa]_(?:\w+_)?(?:colloquio|incontro|riunione|chiacchierata|passaggio) (?:l')?ultimo_(?:incontro|colloquio)",
            r"resta(?:_solo|_soltanto)? manca(?:_solo)? prima_di_decidere prima_della_decisione sarebbe solo",
            gap=50,
            unless=r"poi dopo tre nel_nostro_ultimo nell'ultimo",
        ),
        Frame(
            Says.WITHDRAWN,
            r"rest(?:are|o|erò) riman(?:ere|go)",
            r"dove_sono (?:nell'azienda|nel_posto|nella_mia)_(?:attuale|azienda|dove)\w* dove_lavoro",
            gap=14,
            is_near=True,
            unless=r"fino preavviso hotel ancora",
        ),
        Frame(
            Says.WELCOMED,
            r"(?:hai|ha|abbia)_(?:detto_(?:di_)?sì|accettato|firmato)(?!_(?:l'invito|un'altra|altrove)) (?:ti|la)_aspettiamo_(?:il|dal|a_bordo)",
            r"gioia felic\w+ bello content\w+ grazie liet\w+ primo",
            gap=50,
            is_near=True,
            unless=r"colloquio invito orario riunione",
        ),
        Frame(
            Says.REJECTED,
            r"(?:questa|stavolta)_?(?:volta)?_non_(?:è_andata|ce_l'abbiamo|sarà) ci_fermiamo_qui (?:proseguire|proseguiamo|continuare|continuiamo|procedere|procediamo|avanti)_con_(?:un'altr\w+|altr\w+|qualcun\w*) (?:puntare|puntato|puntano|orientati|orientata|andare|andati|virato)_(?:su|con|verso)_(?:un\w*|qualcun\w*|altr\w+|chi) (?:avrei|avremmo)_(?:voluto|preferito)_(?:\w+_){0,3}(?:notizie|notizia) non_sarai_tu scelta_(?:è_)?(?:caduta|ricaduta)_su_(?:un\w*|altr\w+)",
            unless=r"martedì lunedì mercoledì giovedì venerdì orario sala",
            any_polarity=True,
        ),
        Frame(
            Says.FILLED,
            r"(?:ripubblic|riapr|ribandi)\w+ (?:andat[ao]|dichiarat[ao])_desert[ao] (?:va|andrà|andato|andata|assegnato|assegnata)_a_(?:un_intern[oa]|un_collega|una_collega|qualcuno_di_casa|una_risorsa_interna) fermat[ao] bloccat[ao]",
            r"posto posizione selezione ricerca bando annuncio concorso ruolo assunzioni",
            gap=40,
            unless=r"treno traffico",
        ),
        Frame(
            Says.WITHDRAWN,
            r"non_contate_(?:più_)?su_di_me (?:firmato|detto_di_sì|accettato)_(?:\w+_)?(?:altrove|da_un'altra_parte|con_un'altra\w*) (?:proseguite|continuate|andate_avanti)_(?:\w+_)?(?:senza_di_me|con_gli_altri) (?:cedo|lascio)_(?:volentieri_)?il_(?:mio_)?posto (?:si_è_aperta|è_arrivata)_un'altra_(?:porta|opportunità|offerta)_e_ho",
            unless=r"martedì lunedì mercoledì giovedì venerdì se orario",
            any_polarity=True,
        ),
        Frame(
            Says.AGREED,
            r"(?:la_mia_|la_)?risposta_è_(?:un_)?sì conta(?:te|ci)?_(?:pure_)?su_di_me accetto_(?:volentieri_)?(?:il_posto|l'offerta|la_proposta|con_gioia|con_entusiasmo) è_un_sì vengo_(?:molto_|più_che_)?volentieri_(?:da_voi|a_lavorare)",
            unless=r"colloquio martedì lunedì mercoledì giovedì venerdì incontro appuntamento orario",
        ),
        Frame(
            Says.FILLED,
            r"copert[oa] assegnat[oa] ricopert[oa]",
            r"quest[oa](?=_(?:è|ora|nel)) la_stessa lo_stesso",
            gap=24,
            is_near=True,
            unless=r"room raum sala salle zaal form formulaire formular slot table car if wenn si",
        ),
        Frame(
            Says.OFFERED,
            r"(?:deliberato|approvato|disposto)_la_sua_(?:nomina|assunzione) schema_di_contratto da_restituire_(?:sottoscritt|firmat)\w* vogliamo_(?:farti|farla)_entrare (?:ti|la)_vogliamo_(?:con_noi|nel_team|in_squadra)",
            unless=r"colloquio incontro",
        ),
        Frame(
            Says.AGREED,
            r"non_vedo_l'ora_di_(?:cominciare|iniziare) firmato_e_(?:spedito|inviato|scansionato)",
            unless=r"colloquio martedì giovedì",
        ),
        Frame(
            Says.WITHDRAWN,
            r"mi_tiro_(?:indietro|fuori)(?=[.,!])",
            unless=r"se",
        ),
        Frame(
            Says.OFFERED,
            r"sei_dei_nostri(?=[.,!]) è_dei_nostri(?=[.,!])",
            unless=r"colloquio giovedì martedì",
        ),
    ),
)
