"""What an offer told in passing is made of, a table for each language; facts, not proofs.

Written as `mailer.reading.frames.stems` reads it: `_` is a space, `~` any ending.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TermWords:
    """One language; all for text in lower case."""

    wanted: str
    """Those who decide want the candidate."""
    pay: str
    """What is paid, beside sums."""
    start: str
    """When work begins."""
    papers: str
    """A contract or letter comes."""
    extras: str
    """What comes with pay, and the kind of contract."""
    answer: str
    """An answer is awaited."""
    undecided: str
    """Another round, a wish asked for, a condition: no offer yet."""
    is_spaced: bool = True


TERM_WORDS = {
    "en": TermWords(
        wanted=r"(?:we|they|i|client|board|panel|committee|team|trustees|partners?|everyone|everybody|director|boss|management|council)_(?:\w+_){0,3}(?:wants?_you(?=[,.!;]|_(?:to_(?:join|start|take_(?:it|this|the|over|on)|have_(?:it|this|the_(?:job|role|post))|come_and_work)|in_post|on_board|for_(?:this|the)))|chose_you|picked_you|voted_for_you|said_yes|(?:'re|are|is)_going_for_(?:it|you)|approved_(?:it|you|your_\w+|the_(?:hire|offer|package))|signed_(?:it|this|you)_off|agreed_(?:to_)?(?:hire_you|take_you|on_you)|recommended_your_appointment|take_you_on) they're_going_for_(?:it|you) who_wants_you_in "
        r"you(?:'re|_are)_the_(?:one|person)(?:_for_(?:this|it|us|me|the_job)|_we_want|(?=[.!])) (?:be|be_very|so|really)_(?:lucky|delighted|thrilled|glad|happy|proud)_to_have_you(?!_(?:in|at|visit|over|for|come_in|here_for)) (?:love|like)_you_to_(?:(?:lead|run|head|build|own|be_(?:our|my))(?!_(?:the|a|an|our)_(?:session|call|meeting|workshop|interview))|take_(?:it|this|the_(?:job|role|post))|join_us(?!_(?:for|on|at|in_the))|have_(?:it|the_job)) all_signed_off_(?:this|our|on_our|on_this) (?:it's|it_is|was|is)_a_(?:\w+_)?yes_from "
        r"your_appointment_(?:to|as|has_been|was) confirm_your_appointment nobody_needed_persuading (?:we|they)_would_engage_you we_would_be_engaging_you (?:that's|thats|this_is)_(?:a|an|our|my)_(?:\w+_)?offer got_the_nod_for_you you_got_it(?=[.!]) it's_a_green_light got_(?:the|a)_green_light desk_here_with_your_name everyone's_in(?=[.!]) like_you_to_(?:lead|run|head|take_over|manage)_(?:the|our|my) (?:name|appointment)_has_been_approved so_(?:excited|pleased|happy|glad)_to_(?:work_with_you|have_you_join)",
        pay=r"you(?:'d|_would|'ll|_will)_be_on grade_\d+ band_\d+ point_\d+ (?:salary|comp|figure|money|package|terms|rate)_(?:as|is|of|we|you|discussed) the_(?:figure|money|terms|package) pension car_allowance told_them_\d{2,3} days(?:'|_of)?_(?:leave|holiday)",
        start=r"start_(?:whenever|when|as_soon_as)_you(?:'re|_are|_can)? start_asap start_date starting_date can_you_start could_you_start when_(?:can|could|would)_you_(?:start|join) start_on_the start_(?:in_|on_|from_)?(?:the_)?(?:\d|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|august|september|october|november|december|mon) notice_(?:runs|is_fine|period) weeks'_notice in_post_(?:by|before|from) starting_\w+ with_effect_from served_your_notice",
        papers=r"papers?_(?:will_follow|to_follow|follows?) paperwork paper_version formal_bits for_signature (?:the|a|your|an|our)_(?:\w+_)?(?:contract|offer|letter|agreement)(?!_of_(?:application|recommendation|reference)) letter_typed initial_each_page in_writing attached enclosed",
        extras=r"\d%_over_\w+_years vesting options bonus pension hybrid holiday laptop car insurance rsus equity healthcare permanent fixed-term inside_ir35 outside_ir35 six_months_initially relocation term-time days_off week grant pension bonus",
        answer=r"have_a_think let_(?:me|us|them)_know think_it_over sleep_on_it if_that_works what_do_you_say subject_to_(?:\w+_)?(?:references|checks|clearance) sign~ had_a_look tell_me shake_on_it yes\? verbal docusign let_me_have bring_your_passport shall_i over_to_you do_say your_acceptance",
        undecided=r"not_(?:yet_)?decided no_decision haven't_decided if_(?:you're|you_are|they|we|he|she|the|all|successful|it|offered|appointed) would_you_(?:need|expect|want) expectation~ what_(?:salary|pay|money|rate)\w* range (?:next|second|final|another|last)_(?:round|interview|stage|conversation) invite_you trial_(?:day|shift) come_in_(?:for|and|to) meet_(?:the|our|him|her) before_(?:we|they)_decide more_(?:people|candidates)_to_see (?:may|might)_be whether nothing_is_fixed would_be_for another_offer competing regret unfortunately shortlist~ longlist~ submit put_you_forward represent interested job_description spec competitive depending_on up_to looking_for hourly_range your_cv your_resume we_pay this_level attached_spec",
    ),
    "de": TermWords(
        wanted=r"(?:sie|die|wir|kunde|team|chef|chefin|vorstand|geschäftsführung)_(?:nehmen|nimmt|wollen|will|haben_wollen)_(?:dich|sie)(?=[,.!;]|_(?:gern_|unbedingt_)?(?:haben|einstellen)) wollen,_dass_(?:du|sie)_(?:\w+_){0,2}(?:komm\w+|anfäng\w+|anfang\w+|übernehm\w+|dabei|bei_uns) (?:stimmt|zugestimmt|einstimmig|grünes_licht)(?:_\w+){0,3}_(?:dich|sie|einstellung) (?:ihrer|deiner)_(?:einstellung|anstellung)(?:_\w+)?_zugestimmt (?:den_)?ruf_auf_(?:die|eine) ruf_erteil~ daumen_hoch entscheidung_ist_(?:\w+_)?(?:für_(?:sie|dich)|gefallen_und) (?:wir|alle)_(?:\w+_){0,2}sind_uns_einig wunschkandidat~ nichts_mehr_im_weg (?:auf|für)_(?:sie|dich)_(?:geeinigt|entschieden|festgelegt) (?:hast|haben)_(?:du_|sie_)?(?:die_stelle|den_job)(?=[.!,]) (?:ihnen|dir)_die_(?:stelle|position)_(?:\w+_)?(?:fest_)?zusagen sein_okay_gegeben ihr_okay_gegeben legt_\d+_auf_den_tisch (?:du_wirst|sie_werden)_(?:die|der|unsere?)_neue",
        pay=r"gehalt probezeit brutto netto all_in euro entgeltgruppe besoldung urlaubstage konditionen jahresgehalt vergütung stufe_\d",
        start=r"start_(?:wann|zum|am|ab|im) zum_\d+\. ab_dem_\d+ eintrittsdatum wann_(?:kannst|könntest|können|könnten)_(?:du|sie)_(?:anfangen|starten|beginnen) anfangen_(?:könnten|können|kannst) dienstantritt beginn_ist",
        papers=r"(?:den|der|einen|dein\w*|ihr\w*)_(?:\w+_)?vertrag\w* papiere vertragsunterlagen personalabteilung unterlagen_für_den_einstieg schriftlich\w* im_anhang anbei",
        extras=r"bonus firmenwagen urlaub \d\d_tage unbefristet\w* probezeit homeoffice jobticket dienstwagen weihnachtsgeld befristet\w*",
        answer=r"gib_mir_bescheid geben_sie_(?:mir|uns)_bescheid sag~_mir ob_das_(?:für_dich_|für_sie_)?passt überleg~ schlaf~ verhandlungen unterschr~ rückmeldung sag_mir montag_bescheid gegenzeichn~ wenn_du_ja_sagst wenn_sie_ja_sagen",
        undecided=r"noch_nicht wenn_(?:sie|der|die|alles|wir) falls sofern gehaltsvorstellung~ vorstellungen welches_gehalt ab_wann_könnten was_hätten (?:zweite|nächste|letzte|weitere)\w*_(?:runde|gespräch) einladen laden_wir probetag probearbeit~ kennenlernen ob_(?:sie|er|der|die) bevor könnte wäre spanne leider vorstellen_darf darf_ich interesse_haben interessiert stellenbeschreibung suche je_nach bis_zu wäre würde_(?:er|sie|der) lebenslauf dotiert ausgeschrieben",
    ),
    "fr": TermWords(
        wanted=r"(?:souhaite|souhaitent|souhaitons|veut|veulent|voulons|aimerait|aimeraient|décidé_de|envie_de)_(?:\w+_){0,2}(?:vous|te|t')_?(?:intégrer|avoir_avec|embaucher|recruter|engager|compter_parmi|retenir|prendre) très_envie_de_t'avoir c'est_(?:un_)?(?:grand_)?oui(?!_(?:pour|à)_(?!le_poste|vous|toi)) (?:vous|te)_confirmer_(?:votre|ton)_(?:engagement|embauche|recrutement|nomination) votre_(?:engagement|embauche|nomination)_(?:en|à|comme|au) (?:vous_êtes|tu_es|c'est)_(?:bien_)?(?:retenue?|choisie?|l'heureuse?_élue?|la_personne_qu'il|toi|vous_que) à_l'unanimité feu_vert_(?:pour_(?:toi|vous)|de) (?:t'|vous_)(?:ont|a|avons)_choisie? tout_le_monde_est_d'accord on_te_prend(?=[ ,.!]) on_vous_prend c'est_signé_de_notre_côté",
        pay=r"rémunération salaire brut net mutuelle 13e_mois tickets_restaurant fixe aux_conditions rtt coefficient échelon",
        start=r"à_compter_du au_1er à_partir_du te_libérer vous_libérer date_d'(?:entrée|arrivée|embauche) commencer prise_de_poste démarrage pour_le_\d+",
        papers=r"lettre_d'engagement (?:le|un|votre|ton|leur)_(?:\w+_)?(?:contrat|courrier|promesse) papiers les_rh exemplaire_signé par_écrit pièce_jointe ci-joint~ en_pj",
        extras=r"bonus mutuelle tickets? télétravail cdi cdd véhicule rtt prime intéressement période_d'essai",
        answer=r"donner_votre_(?:position|réponse) dis-moi dites-moi réfléchis réfléchissez retour~_sign~ merci_de_me votre_accord nous_retourner me_rappelles si_cela_vous_va favorablement signé",
        undecided=r"pas_encore si_(?:le|la|vous|tu|tout|l'|les|elle) s'ils? prétentions attentes_salariales (?:prochain|deuxième|dernier|nouvel|second)\w*_(?:entretien|tour|étape|échange|rencontre) rencontrer entretien_(?:de|du|avec) serait_un dernier_document avant_de malheureusement fourchette ne_serait vous_intéress~ présenter_votre fiche_de_poste selon_profil selon_expérience recherche jusqu'à votre_cv ton_cv transmette c'est_un_poste",
    ),
    "es": TermWords(
        wanted=r"(?:queremos|quieren|quiere|decidido)_(?:\w+_){0,3}(?:que_(?:te_(?:vengas|incorpores|unas|quedes)|seas_tú|entres|empieces)|contratart?[el]|contar_contigo(?=[.,!:]|_(?:para_(?:el|la)|desde|a_partir))|ficharte|incorporarte) (?:persona|candidata?o?)_(?:elegida|elegido|seleccionada|seleccionado)_para_(?:ocupar|cubrir|el|la) (?:ha_sido|has_sido|eres|es_usted)_(?:usted_)?(?:\w+_)?(?:elegid[oa]|seleccionad[oa]|la_persona) sí_a_todo (?:da|dan|damos)_el_paso (?:han|ha|hemos)_dicho_que_sí luz_verde el_puesto_es_(?:tuyo|suyo) te_(?:han|hemos)_elegido te_quieren(?=[,.!]|_(?:a_ti|en_el)) decisión_unánime",
        pay=r"fijos? brutos? netos? variable contrato_indefinido indefinido sueldo salario pagas bruto_anual las_condiciones teletrabajo",
        start=r"incorporar(?:se|te)_(?:el|a|en) podría_incorporarse podrías_incorporarte que_empieces empezar(?:ías)? fecha_de_(?:inicio|incorporación) a_partir_del empiezas",
        papers=r"papeles contrato(?!_(?:actual|anterior)) documento carta por_escrito personal_te adjunt~",
        extras=r"bonus seguro_médico coche indefinido contrato_fijo teletrabajo vacaciones variable periodo_de_prueba tickets",
        answer=r"su_aceptación tu_respuesta confirme confirmes dime_algo digas_algo dinos decirme piénsatelo antes_del?_\w+ ya_te_lo_digo firma~ qué_me_dices visto_bueno llámame",
        undecided=r"todavía aún_no si_(?:el|la|te|todo|les|usted|tú) banda_salarial expectativas qué_(?:salario|sueldo|banda) (?:segunda|siguiente|próxima|última)_(?:entrevista|ronda|fase|reunión) entrevista_(?:con|de|del) conocerte cuándo_podrías antes_de_decidir sería_de lamentablemente prueba te_interesa le_interesa te_presento descripción según_valía busco buscamos hasta tu_cv su_cv el_puesto_son currículum",
    ),
    "pt": TermWords(
        wanted=r"aprovad(?:[ao]|íssim[ao])(?=[.!,]|_(?:para_(?:a_vaga|o_lugar)|em_tudo)) (?:querem|queremos|quero|quer|decidimos)_(?:\w+_){0,3}(?:contratar|que_venhas|que_você_venha|que_fiques|que_entres|ficar_contigo|ficar_com_você|contar_contigo|contar_com_você)(?:-?\w*)? está_fechado o_lugar_é_(?:teu|seu) a_vaga_é_(?:tua|sua) (?:foste|você_foi|foi)_(?:\w+_)?(?:escolhid[ao]|selecionad[ao])_(?:para|entre|como) disseram_que_sim (?:deu|deram)_luz_verde és_a_pessoa por_unanimidade",
        pay=r"salário líquidos brutos clt vr plano subsídio ordenado reais remuneração vencimento",
        start=r"entrada_a início_(?:a|em|no) começ(?:ar|as|a)_(?:a|em|no|dia) data_de_(?:início|entrada|admissão) quando_(?:podes|pode)_começar começo_imediato",
        papers=r"papéis documentação_da_admissão documentação contrato carta por_escrito admissão anexo",
        extras=r"bónus bônus plano vr clt pj seguro carro teletrabalho efetivo sem_termo férias",
        answer=r"diz-me me_diz diga-me se_o_quiseres se_quiseres o_que_acha~ pensa aguardo assin~ resposta aceite aceitação confirmar",
        undecided=r"ainda_não caso_(?:o|a|seja) pretensão pretensões expectativa~ quando_poderia (?:próxima|segunda|última)_(?:entrevista|fase|etapa|ronda) na_entrevista conhecer seria_de infelizmente se_(?:a|o|for|tudo|fores) tem_interesse tens_interesse descrição conforme procuro procuramos até_\d seu_currículo teu_cv participar a_vaga_paga",
    ),
    "it": TermWords(
        wanted=r"ti_va_di_(?:essere_(?:la|il|una?)_\w+|venire_a_lavorare|entrare_(?:in|nel)) (?:vogliamo|vogliono|vuole|deciso_di)_(?:\w+_){0,2}(?:te(?=[.,!])|assumer(?:ti|la|lo)|averti|averla|prenderti|prenderla|che_tu_(?:venga|entri)) via_libera esito_positivo_(?:della_selezione|del_processo) (?:sei|è)_(?:stat[ao]_)?(?:scelt[ao]|assunt[ao]|la_persona_(?:giusta|che)|selezionat[ao]_per_(?:il|la|ricoprire)) (?:hanno|ha|abbiamo)_detto_(?:di_)?sì all'unanimità (?:il_posto|l'assegno|l'incarico|il_contratto|la_cattedra|la_borsa)_è_(?:tuo|suo) ti_vogliono(?=[.,!]) abbiamo_scelto_(?:te|lei)(?=[.,!]) ti_prendono(?=[,.!]) è_andata(?=[!])",
        pay=r"ral inquadrat[ao] (?:primo|secondo|terzo|quarto|\d°)_livello mila lordi netti tempo_indeterminato stipendio retribuzione mensilità",
        start=r"da_subito dal_\d+ dal_primo decorrenza inizio iniziare cominciare entrata_in_servizio da_settembre",
        papers=r"lettera contratto documenti ufficio_personale per_iscritto carte allegat~",
        extras=r"bonus buoni_pasto tempo_indeterminato auto smart_working quattordici(?:esima)? tredici(?:esima)? premio ferie welfare",
        answer=r"firmat[ao] accettazione dimmi mi_dica fammi_sapere mi_faccia_sapere pensaci ci_pensi rispost~ pensaci spero mi_dai_l'ok l'ok",
        undecided=r"non_c'è_ancora ancora_non se_(?:il|la|tutto|lei|tu|ti|le|interessat\w+) aspettative pretese quale_(?:stipendio|ral|retribuzione) (?:prossimo|secondo|ultimo)_(?:colloquio|incontro|step|passo) al_colloquio conoscer sarebbe_a purtroppo prima_di_decidere fascia le_interessa ti_interessa descrizione in_base cerco cerchiamo fino_a_\d il_tuo_cv il_suo_cv prevede partecipare",
    ),
    "nl": TermWords(
        wanted=r"(?:wil|willen)_(?:we_|wij_|ze_|zij_)?(?:je|jou|u)(?=[.,!;:]|_(?:heel_|dol|echt_|zo_)?(?:graag_)?(?:hebben|aannemen|erbij)) (?:met_(?:je|jou|u)_in_zee|in_zee_(?:gaan_)?met_(?:je|jou|u)) (?:we_)?zijn_eruit (?:het|de)_(?:hele_)?(?:team|directie|bestuur|commissie)_(?:\w+_)?(?:wil_(?:jou|je|u)(?=[.,!;:]|_(?:\w+_)?hebben)|kiest_voor_(?:jou|je|u)|is_akkoord|heeft_ja_gezegd) (?:keuze|voorkeur)_is_op_(?:jou|je|u) (?:voor|op)_(?:jou|je|u)_(?:gekozen|gevallen) groen_licht unaniem (?:je_bent|u_bent|jij_bent)_(?:het|de)_(?:geworden|persoon|uitverkorene)",
        pay=r"schaal_\d+ trede_\d+ bruto netto salaris loon dertiende_maand vakantiedagen",
        start=r"(?:1|\d+)_\w+_beginnen (?:per|vanaf)_(?:1|\d+)_\w+ startdatum start_(?:op_|per_)?\d+ wanneer_(?:kun|kan|kunt)_(?:je|u)_(?:beginnen|starten) mag_\w+_\w+_beginnen",
        papers=r"papieren contract p&o_maakt arbeidsovereenkomst brief schriftelijk zwart_op_wit voorstel bijlage bijgevoegd",
        extras=r"bonus lease dertiende_maand vakantiedagen vast_contract thuiswerken onbepaalde_tijd pensioen auto",
        answer=r"horen_graag of_je_het_doet laat_(?:me|ons|maar)_weten slaap_er denk_er teken~ je_antwoord seintje appen erin_meegaat",
        undecided=r"nog_niet nog_niets als_(?:je|u|de|het|alles|ze) mocht~ zou_je_willen zou_willen salarisverwachting~ (?:tweede|volgende|laatste)_(?:gesprek|ronde) kennismak~ kennis_maken proefdag helaas tussen_de gesprek_met voordat interesse heb_je_zin vacaturetekst afhankelijk zoek zoeken tot_\d mag_ik_je je_cv voorstellen het_gaat_om",
    ),
    "sv": TermWords(
        wanted=r"(?:vill|vi_vill|de_vill|styrelsen_vill)_(?:gärna_|verkligen_|så_gärna_)?(?:ha_dig(?=[.,!]|_(?:som|i|här|med|från|hos))|anställa_dig|att_du_(?:börjar|blir|tar)) (?:du_får|du_fick)_(?:tjänsten|jobbet|rollen) (?:beslutat_att_)?anställa_dig (?:tjänsten|jobbet)_är_(?:din|ditt) klart_från_(?:vårt|vår) (?:valet_föll_på|bestämt_oss_för|fastnat_för|valt)_dig alla_var_eniga sagt_ja_till_dig klartecken",
        pay=r"i_månaden lön månadslön kronor kr provanställning tillsvidare semesterdagar tjänstepension",
        start=r"start_(?:efter|den|i) börja(?:r)?_(?:den|i|efter) från_den_\d+ tillträde startdatum när_kan_du_börja",
        papers=r"papperen papper avtal~ anställningsbevis~ kontrakt~ skriftligt bifog~",
        extras=r"bonus flextid tjänstepension semester friskvård bil provanställning tillsvidare~",
        answer=r"om_du_vill_ha återkom hör_av_dig säg_till fundera tänk_på_saken underteckna~ skriv~_(?:på|under) svar återkoppla brevlådan",
        undecided=r"inte_bestämt löneanspråk om_(?:vi|de|allt|du_går) när_skulle_du (?:nästa|andra|sista)_(?:intervju|samtal|steg|rund)\w* träffa tyvärr innan_vi provjobb~ intresserad söker beroende upp_till ditt_cv gå_vidare_till intervju~",
    ),
    "pl": TermWords(
        wanted=r"(?:chce\w*|chciel\w+|pragnie\w*),?_(?:\w+,?_){0,2}(?:żeby|aby|by)_(?:pani_|pan_|ty_)?(?:\w+_){0,4}(?:dołączył\w*|zaczął\w*|zaczęł\w*|pracował\w*|objął|objęł\w*) (?:klient|zarząd|szef\w*|dyrekcja|zespół)_(?:\w+_){0,2}(?:na_tak|się_zgodził\w*|powiedział\w*_tak|wybrał\w*_(?:panią|pana|ciebie)) (?:wybraliśmy|wybrano)_(?:panią|pana|ciebie)(?=[.,!]|_na) zielone_światło jednogłośnie (?:dostał\w*|otrzymał\w*)_(?:pani_|pan_)?(?:tę_)?(?:pracę|posadę) bierz\w+_(?:panią|pana|cię)(?=[.,!])",
        pay=r"stawka brutto netto wynagrodzeni~ pensja b2b umowa_(?:na|o) tys za_godzinę premia",
        start=r"start_od od_(?:1|\d+|lutego|marca|stycznia|kwietnia|maja) kiedy_(?:mógł|mogł)\w+ zacząć data_rozpoczęcia",
        papers=r"umow\w+ papiery dokumenty na_piśmie list_intencyjny załącz~",
        extras=r"premia podwyżka b2b opieka_medyczna samochód urlop czas_nieokreślony okres_próbny multisport",
        answer=r"daj_znać proszę_o_(?:odpowiedź|decyzję|informację|podpis) czy_(?:bierzesz|pasuje|pani_odpowiada|to_pani) przemyśl~ podpis~ wpadnij",
        undecided=r"jeszcze_nie jeśli jeżeli oczekiwania_finansowe jakie_(?:wynagrodzenie|oczekiwania) (?:kolejn|następn|drug|ostatni)\w+_(?:rozmow|etap|spotkani)\w* decyzja_zapadnie spotkać niestety zanim zainteresowan~ szukam szukamy w_zależności do_\d widełki twoje_cv wysłać_cv umówię",
    ),
    "ja": TermWords(
        wanted="(?:採用|入社)(?:したい|していただきたい|してほしい|をお願いしたい) 力を発揮していただきたい (?:ぜひ|是非)(?:弊社|当社|うち)(?:で|に|へ)[^。面話訪越]{0,16}(?:いただきたい|ほしい|働)  一緒に働(?:いていただきたい|きたい)(?:です|と(?:思|考|存|の結論)) お迎えした(?:い|く) 採用(?:が|を)(?:決|承認)",
        pay="年収 月給 給与 条件 待遇 基本給 賞与 報酬",
        start="入社日 勤務開始 入社希望 から(?:勤務|入社) 月1日",
        papers="別紙 添付 書面 契約書 通知書 書類",
        extras=r"賞与 交通費 リモート 試用期間 正社員 有給 手当",
        answer="ご確認 ご検討 ご意向 お返事 ご回答 ご承諾",
        undecided="希望年収 希望条件 (?:次|二次|最終)(?:の|回)?(?:面接|選考) 面接の前 場合 検討中 結果につきましては 結果が まだ 未定 残念 ご興味 募集 求人 想定年収",
        is_spaced=False,
    ),
    "zh": TermWords(
        wanted="(?:老板|领导|总部|公司|客户|部门)[^。,]{0,6}(?:点头|同意|批了|拍板|定了你|要你|选了你|通过了) (?:拟|决定|同意|正式)(?:聘用|录取|录用|聘请) (?:就)?(?:定|选)(?:了)?[你您]了 想请[你您]来(?:上班|入职) 欢迎加入",
        pay="薪资 薪酬 月薪 年薪 待遇 工资 十[三四五六]薪 期权",
        start="入职 来上班 到岗 上班 报到",
        papers="入职材料 合同 通知书 附件 书面 材料发",
        extras=r"十[三四五六]薪 年终奖 签[一二三四五]年 五险一金 期权 年假 试用期",
        answer="回复 是否接受 看什么时候 考虑 确认 告诉我",
        undecided="期望薪资 最快 还没 下一轮 复试 终审 如果 可能 遗憾 面试官 再等 感兴趣 有兴趣 岗位要求 范围 招聘",
        is_spaced=False,
    ),
}
