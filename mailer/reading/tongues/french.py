"""French: what clauses of hiring are made of."""

from mailer.reading.frames import Frame, Says, Tongue

_POST = (
    r"(?:le|ce|du|au|notre|cette|la|l'|les|de|un)_?(?:\w+_)?(?:poste(?!_de_(?:garde|police|secours|contrôle|travail))|budget|place|offre|mission|financement|vacance|enveloppe|besoin|cdi|cdd) "
    r"postes?(?!_de_(?:garde|police|secours|contrôle|travail)) budget mission financement"
)
_SEARCH = r"recrutements? embauches? recherche procédure processus sélection campagne mandat appel_à_candidatures? concours ouverture"
_YOU = r"vous t' te toi (?:votre|ta|ton)_(?:\w+_)?(?:candidature|profil|dossier|parcours|cv)"
_SOMEONE = (
    r"quelqu'un(?!_(?:de_(?:l'équipe|mon_équipe|notre)|pour_vous)) (?:d')?(?:une?_)?autres?_(?:candidat\w*|profils?|personnes?|dossiers?|candidatures?|finaliste) "
    r"une?_(?:\w+_)?(?:candidat\w*|profil|personne|dossier|candidature|collègue)_(?:\w+_)?(?:plus|interne|en_interne|dont|qui|ayant|avec|externe|mieux) "
    r"un_(?:collaborateur|collègue) une_(?:collaboratrice|collègue)"
)
_PROCESS = r"processus procédure (?:ma|de_ma)_candidature candidature recrutement sélection course (?:le|du|au|ce|votre)_poste offre_d'emploi entretiens aventure liste_des_candidats mon_dossier mon_cv démarche échanges concours"

FRENCH = Tongue(
    code="fr",
    nots=r"\b(?:pas|plus(?= (?:\w+ )?(?:retenir|donner|poursuivre|continuer|être|tenir|prendre|considérer|envisager|souhait\w+|dispon\w+))|ne plus|jamais|aucune?|rien|personne|sans|non|impossible|renonc\w+|contre|ni)\b|\bn[e'] ?(?:\w+[ -]){0,3}(?:plus|point|guère)\b",
    nots_over_comma=r"(?:pas (?:\w+ )?(?:en mesure|possible)(?: de)?)",
    breaks=r"\b(?:mais|cependant|toutefois|car|parce que|et|ou|donc|alors que|puis)\b",
    ifs=r"\b(?:si|s'il\w*|quand|lorsque|lorsqu'\w*|dès qu\w*|une fois|tant que|jusqu'à(?! nouvel)|avant (?:que|de)|au cas où|à condition|en cas|afin d|pour que|en général|d'habitude)\b",
    opens_if=r"(?:si|s'il|dès que|une fois|tant que|avant que|au cas où|en cas)\b",
    maybe=r"\b(?:pourrai\w*|aurai(?:s|t|ent)|aurions|peut-être|risqu\w+|rumeur\w*|crain\w+|éventuel\w*|devrait|serait|seraient|espér\w+|il se peut)\b",
    past=r"(?:\bl'an (?:dernier|passé)|\bl'année (?:dernière|passée)|\bil y a (?:\w+ )?(?:ans?|mois|années?)|\bà l'époque|\ble mois dernier|\bautrefois|\bprécédemment|\ben (?:19|20)\d\d)",
    other=r"(?:\b(?:autres?|deuxième|second|ancien|précédent|actuel|son|leur|parallèle|même type de|similaire)|l'autre)",
    yet=r"\b(?:pas encore|encore (?:pas|rien|aucun\w*)|toujours pas|pour l'instant|également|aussi|en parallèle|toujours)\b",
    later=r" (?:\S+ ){0,3}(?:avant|sans|aujourd'hui|demain|cette semaine|la semaine prochaine|d'ici|jusqu'|ce (?:lun|mar|mercre|jeu|vendre)di|le (?:lun|mar|mercre|jeu|vendre)di|le \d|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|tout de suite)",
    people=r"\b(?:candidate?|personne|collègue|quelqu'un|ami|interlocut\w+)\b",
    glad=r"félicitations|bravo|(?:plaisir|heureu\w+|ravie?s?|joie) de (?:vous|te|t') ?(?:annoncer|informer|proposer|confirmer|inviter|recevoir|rencontrer)|reporté|décal[ée]|au plaisir de vous (?:rencontrer|recevoir)",
    trails=16,
    buts=r"\b(?:mais|cependant|toutefois|à condition|sous réserve)\b",
    wants=r"\b(?:voul\w+|veux|souhait\w+|envie|questions?|besoin|quoi que ce soit|tent\w+|convien\w+)\b",
    asks=r"(?:pourriez|pouvez|voudriez|pourrais|peux)[- ](?:vous|tu) (?:donc |svp )?(?:retirer|annuler|supprimer|clore|clôturer|ne plus)|merci de",
    frames=(
        Frame(
            Says.FILLED,
            r"pourvue?s? gelée?s? annulée?s? supprimée?s? suspendue?s? retirée?s? attribuée?s? confiée?s? coupée?s? refusée?s? fermée?s?(?!_(?:le|du|au|pour)) abandonnée?s? disparu~ disparaît tombée?s?_à_l'eau sucrée?s? réduite?s? "
            r"occupée?s?_par prise?s?_par pris_(?:le|ce)_poste reprise?s?_par gardée?s?_vacant vacante?_jusqu'à_nouvel n'est_plus_(?:\w+_)?(?:disponible|ouvert|vacant|d'actualité|à_pourvoir|financé) "
            r"n'existe_(?:\w+_)?plus n'existera plus_d'actualité rayée?s? gel_de redéployée?s? en_stand-?by en_suspens mise?s?_en_pause en_pause remise?s?_en_cause(?!_\w) récupérée?s?_par enterrée?s? bloquée?s? reprise?s? en_interne (?:revient|revenu|échu|échoit|allé|va)_à_une? comblée?s? trouvé_preneur",
            _POST,
            is_near=True,
            unless=r"bureaux? candidatures_sont site portail entretien rendez-vous réunion date_limite visite créneau formation plateforme prédécesseur~ hôtel restaurant parking train crèche",
        ),
        Frame(
            Says.FILLED,
            r"gelée?s? annulée?s? suspendue?s? stoppée?s? stopper arrêtée?s? arrêter interrompue?s? interrompre abandonnée?s? abandonner geler suspendre annuler gèle suspend stoppe arrête annule abandonne mett~_(?:fin|un_terme)_(?:à|au) mis_(?:fin|un_terme)_(?:à|au) "
            r"close clos clôturée?s? clôturons mise?s?_en_pause en_pause en_suspens en_stand-?by mettre_en_pause mettons_en_pause remise?_à_plus_tard infructueu\w+ sans_suite n'aura_pas_lieu n'auront_pas_lieu tombée?_à_l'eau ne_se_fera_pas s'arrête s'arrêtent prend_fin enterrée?s?",
            _SEARCH,
            is_near=True,
            unless=r"ma_candidature site portail entretien rendez-vous date visite réunion",
        ),
        Frame(
            Says.FILLED,
            r"pourvu pourvoir recruter(?:ons|a|ont)? recrutons recrute embaucher(?:ons|a|ont)? embauchons embauche validée?s? accordée?s? approuvée?s? renouvelée?s? ouvrir ouvrira ouvert maintenir maintenue?s? aboutir abouti confirmée?s? débloquée?s? créée?s? créer remplac~ aura_lieu",
            _POST + r" " + _SEARCH + r" personne",
            denied=True,
            is_near=True,
            gap=50,
            unless=r"vous seulement uniquement que_des facile~ simple~ entretien date parking télétravail par_mail pressés?",
        ),
        Frame(
            Says.FILLED,
            r"(?:pas|plus|aucune?|point)_(?:de_|d')?(?:\w+_)?(?:postes?|budget|ouverture|recrutement|embauche|argent|moyens|financement|besoin)",
            r"cette_année n' ne il_n'y pour_(?:ce|le)_poste cette_fois à_pourvoir finalement avons reste",
            gap=40,
            is_near=True,
            unless=r"frais parking entretien",
        ),
        Frame(
            Says.FILLED,
            r"pourvoir pourvu comblé combler promu~ promouvoir muté~ trouvé attribué",
            r"en_interne (?:un|une|par_une?)_(?:\w+_)?(?:collègue|collaborat\w+)_(?:interne|de_l'équipe)",
            gap=40,
            is_near=True,
            unless=r"vous_(?:pourrez|pouvez|êtes)",
        ),
        Frame(
            Says.REJECTED,
            r"dit_non a_dit_non pas_convaincu~ avis_défavorable veto mis_son_veto pas_emporté",
            r"client direction équipe comité jury ils associés patron responsable réponse",
            gap=40,
            is_near=True,
            unless=r"date télétravail parking",
        ),
        Frame(
            Says.REJECTED,
            r"choisi~ choix opté retenue?s? retenir sélectionnée?s? privilégi~ préfér~ porté arrêté tranché tranchée? recrutée?s? engagée?s? embauchée?s? en_faveur décidé favoris~ penché avancer poursuivre continuer avançons poursuivons continuons proposé_le_poste attribué confié pris miser misé parier parié pencher l'a_emporté emporté donné_(?:la_préférence|le_poste) fixé",
            _SOMEONE,
            gap=40,
            is_near=True,
            unless=r"date créneau jour horaire en_parallèle vous_recevr~ interlocut~ rencontrer vous_accueill~ cherch~ rendez-vous entretien",
        ),
        Frame(
            Says.REJECTED,
            r"retenue?s? retenir retiendrons retenons retient poursuivre poursuivrons poursuit poursuivons continuer continuerons continuons donner_(?:de_|une_)?suite donnerons donnons donne_(?:de_)?suite sélectionnée?s? sélectionner "
            r"aller_plus_loin avancer avancerons proposer_(?:le|ce|un)_(?:poste|contrat) recruter embaucher convaincu~ correspond~ répond~ aboutir abouti inviter_à considér~ prise?_en_(?:compte|considération) prendre_en_(?:compte|considération) favorable~ suite_favorable positive~ réussi(?!_à_(?:vous|te)_)\w* admise? reçue?_pour_le_poste offrir coll(?:e|ent) ce_que_(?:nous|l'on|on)_(?:re)?cherch~ cadr~ adéquation présélectionnée?s? figure~ faire_partie passée?",
            _YOU
            + r" (?:votre|ton)_(?:expérience|approche) l'aventure la_procédure le_processus suite",
            denied=True,
            gap=60,
            is_near=True,
            unless=r"sans_(?:retour|réponse|nouvelle)~ vous_(?:ne_)?(?:pourrez_considérer|pourrez|pouvez|souhaitez|voulez|devez|avez_pas_besoin|êtes_pas_obligé|préférez) n'hésitez hésitez veuillez merci_de seulement date créneau répondu_à répondu~ pièce horaire courriel mail téléphone pas_mal dis(?:ons|cut)~",
        ),
        Frame(
            Says.REJECTED,
            r"écartée?s? rejetée?s? refusée?s? déclin~ négati(?:ve|f) défavorable s'arrête~ arrêter_(?:là|ici) non_retenue?s? pas_aller_plus_loin s'arrêtent? échoué de_peu d'un_cheveu mettre_fin mettons_fin en_rester_là décevoir",
            r"(?:votre|ta|ton)_(?:\w+_)?(?:candidature|profil|dossier|parcours) (?:le|ce|notre)_(?:processus|parcours)_(?:\w+_)?(?:avec_vous|ensemble|ici) réponse(?=_(?:est_)?(?:\w+_)?(?:négative|défavorable)) avec_vous avis(?=_(?:négatif|défavorable)) vous_décevoir",
            gap=40,
            is_near=True,
            unless=r"si vous_pourrez vous_(?:souhaitez|préférez|voulez) invitation offre_que",
        ),
        Frame(
            Says.WITHDRAWN,
            r"me_(?:désister|désiste|retirer|retire|désengager|désengage) désist~ retirer retire renonc~ abandonn~ me_(?:suis|serais)_(?:désistée?|retirée?) arrêter arrête mettre_(?:fin|un_terme) mets_(?:fin|un_terme) quitt~ sortir annuler annule "
            r"ne_plus_(?:tenir_compte|considérer|prendre_en_compte|donner_suite) ne_plus_être_candidate? décline décliner supprimer passer_mon_tour passe_mon_tour jeter_l'éponge en_rester_là(?!_pour_(?:aujourd|ce)) m'arrêter stopper rayer clore clôturer classer sans_moi ne_pas_aller_au_bout faire_un_trait",
            _PROCESS + r" mon_nom",
            is_near=True,
            gap=50,
            unless=r"mon_(?:poste_actuel|emploi_actuel|entreprise|ancien\w*) poste_actuel newsletter réservation rendez-vous entretien_(?:du|de|prévu) la_réunion colloque vous_(?:ne_)?(?:retirez|avez|annulez)",
        ),
        Frame(
            Says.WITHDRAWN,
            r"poursuivre poursuivrai poursuis continuer continuerai continue aller_(?:plus_loin|au_bout|jusqu'au_bout) donner_suite donnerai maintenir maintiens à_l'écoute en_recherche sur_le_marché être_candidate? candidate? intéressée? participer me_présent~ tenir_compte considérer prendre_en_compte",
            _PROCESS + r" avec_vous plus_loin du_marché marché préfère décidé choisi",
            denied=True,
            is_near=True,
            gap=50,
            unless=r"sais sûre? comprends seulement vous_(?:ne_)?(?:\w+_)?(?:pouvez|souhaitez|voulez|continuez|poursuivez|avez|retenez|donnez) cette_semaine demain aujourd'hui que_vous reçu nous_ne",
        ),
        Frame(
            Says.OFFERED,
            r"(?:on|nous)_(?:te|vous)_(?:veut|voulons|prend|prenons|garde|choisit|choisissons|recrute|recrutons|embauche|embauchons) (?:vous|te|t')_?(?:accueillir|compter|avoir|voir|intégrer|recruter|embaucher|engager)_(?:\w+_){0,3}(?:parmi|équipe|avec|chez|dans|comme|en_tant|à_partir|dès) (?:nous|vous)_rejoign~ rejoindre_(?:notre|l')_?équipe rejoindre (?:l'heureu(?:se|x)_élue?) c'est_(?:vous|toi) (?:choisi|retenue?|sélectionnée?)_pour_le_poste",
            r"salaire contrat \d{2,3}_?(?:k€|k|000) brut annuel unanim~ (?:tout_le_monde|toute_l'équipe|le_comité|le_jury)_(?:est|a|sont|ont) début_(?:en|le|au) à_partir_du dès_le prise_de_poste proposition conditions embauche cdi",
            gap=110,
            unless=r"entretien~ rencontr~ échange~ visio appel rendez-vous salon newsletter fourchette tour_suivant prochaine_étape visite",
        ),
        Frame(
            Says.OFFERED,
            r"(?:est|sera)_(?:à_)?(?:vous|toi|le_tien|le_vôtre) vous_revient te_revient vous_est_(?:proposé|attribué|offert) vous_(?:proposer|offrir|confier) te_(?:proposer|offrir|confier) vous_(?:propose|proposons|offrons|confions)(?!_(?:de|d')) te_(?:propose|proposons)(?!_(?:de|d'|un_(?:entretien|échange|rendez|appel|créneau)|le_(?:lun|mar|mer|jeu|ven|\d)))",
            r"(?:le|ce|du)_(?:poste|job)(?!_suivant) la_place un_(?:cdi|cdd|contrat)",
            gap=30,
            is_near=True,
            unless=r"entretien rencontre échange présenter autre",
        ),
        Frame(
            Says.OFFERED,
            r"part ci-joint~ en_pièce_jointe en_pj envoie envoyer enverrai enverrons envoyons transmets transmettrons prépar~ rédig~ prêt parvenir parviendra recevrez recevras suit suivra trouverez joint à_signer pour_signature établir établissons fait fais faisons faire adresse",
            r"(?:le|votre|ton|un|du)_(?:\w+_)?(?:contrat|promesse_d'embauche|projet_de_contrat)(?!_de_(?:location|bail|prestation)) promesse_d'embauche (?:notre|une|son)_(?:\w+_)?(?:offre|proposition)(?!_de_(?:date|rendez|créneau)) proposition_(?:d'embauche|écrite|chiffrée|contractuelle) lettre_d'engagement",
            gap=50,
            is_near=True,
            unless=r"entretien candidature appel commercial~ abonn~ signée? actuel ancien bail reçu modèle exemple serait contrat_type",
        ),
        Frame(
            Says.AGREED,
            r"sign(?:e|é|ée|er|erai|ons) accept(?:e|é|er|erai) d'accord dis_oui dit_oui bon_pour_accord renvoie retourne paraph~",
            r"(?:le|votre|la|l'|mon|les|ce)_?(?:\w+_)?(?:contrat|offre|proposition|poste|exemplaire|promesse|conditions|documents|papiers) oui pour_moi",
            gap=45,
            is_near=True,
            unless=r"bail location appartement voiture réfléch~ week-end délai questions? entretien autre ailleurs rendez-vous téléphon~ invitation",
        ),
        Frame(
            Says.AGREED,
            r"oui(?:_(?:mille_fois|avec_plaisir|bien_sûr|volontiers))? c'est_oui je_suis_partante? avec_(?:grand_)?(?:plaisir|joie)_que_j'accepte comptez_sur_moi compte_sur_moi (?:ravie?|heureu(?:x|se)|hâte|enchantée?)_(?:de|d')_?(?:vous_rejoindre|rejoindre|commencer|intégrer|accepter|travailler)",
            r"contrat sign~ accept~ rejoin~ équipe poste offre proposition commenc~",
            gap=60,
            unless=r"réfléch~ question~ entretien rendez-vous mais week-end",
        ),
        Frame(
            Says.WELCOMED,
            r"reçu réception arrivé merci récupéré retour parvenu",
            r"(?:contrat|exemplaire|promesse|offre|document)s?_(?:\w+_)?(?:contre)?signée?s? (?:votre|ton)_(?:accord|acceptation|oui) (?:contrat|exemplaire)_avec_(?:la|votre|ta)_signature",
            gap=40,
            unless=r"dès_réception attend~",
        ),
        Frame(
            Says.WELCOMED,
            r"bienvenue_(?:\w+_)?(?:dans|parmi|chez|à_bord|au_sein) (?:ravi|heureu|content|enchant)\w*_(?:de_|que_|d')?(?:vous|tu|te|t')_?(?:compter|accueillir|nous_rejoin\w+|avoir|rejoign\w+|ayez_accepté|aies_(?:accepté|dit_oui))_?(?:\w+_){0,3}(?:équipe|rangs|nous|parmi|bord)? vous_(?:ayez|avez)_(?:dit_oui|accepté|signé) tu_(?:aies|as)_(?:dit_oui|accepté|signé) (?:toute_l'équipe|on|nous)_(?:vous|t')_?attend(?:ons)?(?!_(?:le|à|ce|pour|demain|au)) (?:votre|ton)_premier_jour(?!_d'essai) (?:votre|ton)_arrivée_(?:le|chez|parmi|dans)",
            unless=r"entretien visite rencontre",
        ),
        Frame(
            Says.LAST,
            r"(?:plus_que|encore|seulement|que)_(?:deux|2|trois) déterminante? en_lice finalistes? en_finale",
            r"vous lice candidat~ rencontre entretien échange rendez-vous",
            gap=40,
            is_near=True,
            unless=r"jours heures créneaux places semaines",
        ),
        Frame(
            Says.LAST,
            r"dernière?s?(?=_(?:\w+_)?(?:tour|étape|ronde|phase|manche|obstacle)) ultime final~ décisi(?:f|ve|fs|ves) définiti(?:f|ve) conclusi~ de_clôture",
            r"(?:tour|étape|entretien|rencontre|échange|phase|ronde|rendez-vous|entrevue|discussion|session|jury|manche)",
            gap=12,
            is_near=True,
            unless=r"ensuite puis trois quatre plus_tard version comporte",
        ),
        Frame(
            Says.LAST,
            r"derni(?:er|ère)_(?:entretien|rencontre|échange|rendez-vous|entrevue|discussion) (?:entretien|rencontre|échange),_la_dernière (?:entretien|échange),_le_dernier l'ultime",
            r"un pour (?:votre|ton|pour_un) (?:plus_qu'(?:un|une)|ne_reste|avant_(?:de_(?:décider|trancher)|notre_décision|la_décision)) (?:entretien|rencontre)..la_dernière",
            gap=60,
            unless=r"ensuite puis plus_tard trois notre_dernièr~ lors",
        ),
        Frame(
            Says.WITHDRAWN,
            r"rest(?:e|er)",
            r"(?:chez|dans)_(?:mon|ma|mes)_(?:employeur|entreprise|poste|société|équipe)(?:_actuel\w*)? où_je_suis à_mon_poste",
            gap=20,
            is_near=True,
            unless=r"jusqu' préavis encore hôtel",
        ),
        Frame(
            Says.REJECTED,
            r"(?:ce|cela)_ne_sera_pas_(?:pour_cette_fois|vous|toi) pas_pour_cette_fois (?:poursuivre|poursuivons|continuer|continuons|avancer|avançons)_avec_(?:un_autre|une_autre|d'autres|quelqu'un)_?\w* (?:partir|partent|partons|parti|partie|partis|part)_(?:sur|avec)_(?:un|une|quelqu'un|d'autres?)\w* (?:tranché|penché|penchée|voté|arbitré)_(?:\w+_){0,4}(?:en_faveur_d'|pour_)(?:un|une|quelqu'un)\w* (?:aimé|préféré|voulu|espéré)_(?:vous|t')_?(?:\w+_){0,4}(?:meilleures?|autres?|bonnes?)_nouvelles? réponse_(?:est_)?(?:donc_|malheureusement_)?négative",
            unless=r"train salle horaire créneau",
            any_polarity=True,
        ),
        Frame(
            Says.FILLED,
            r"trouvé_preneu\w+ (?:republi|relanc|rouvr|repasser)\w*_(?:l'annonce|le_poste|le_recrutement|l'offre|en_interne) (?:confié|attribué|donné|revenu|revient)\w*_(?:\w+_){0,3}(?:en_interne|à_un_collègue|à_une_collègue|de_la_maison) tiré_un_trait",
            unless=r"créneau salle projet_d'étude",
        ),
        Frame(
            Says.WITHDRAWN,
            r"(?:signé|dit_oui|engagée?|accepté)_(?:\w+_)?ailleurs (?:autre|une_autre)_(?:porte|opportunité|proposition)_(?:s'est_ouverte|s'est_présentée|m'a_été_faite_et_j'ai) (?:vous_)?laisse(?:r)?_(?:\w+_)?(?:poursuivre|continuer)_(?:\w+_)?avec_(?:les_autres|d'autres)\w* ne_comptez_(?:plus|pas)_sur_moi (?:cède|laisse)_ma_place continuez_sans_moi",
            unless=r"mardi lundi mercredi jeudi vendredi si",
            any_polarity=True,
        ),
        Frame(
            Says.AGREED,
            r"je_(?:vous|te)_rejoins(?!_(?:à|au|sur|dans_la|mardi|lundi|jeudi|en_visio)) c'est_(?:un_)?(?:grand_)?oui(?!_(?:pour|à)_(?!le_poste|vous|toi)) (?:ma_)?réponse_est_oui tout_réfléchi_:?_?(?:je|oui)\w* j'accepte_(?:le|ce|votre)_(?:poste|offre|proposition|contrat)",
            unless=r"créneau entretien rendez-vous mardi lundi mercredi jeudi vendredi visite",
        ),
        Frame(
            Says.FILLED,
            r"pourvue? attribuée? mettons_(?:\w+_){0,2}(?:terme|fin) mettre_(?:un_terme|fin)",
            r"celui-ci celle-ci ce_dernier cette_dernière il_a procédure recrutement processus",
            gap=24,
            is_near=True,
            unless=r"room raum sala salle zaal form formulaire formular slot table car if wenn si",
        ),
        Frame(
            Says.OFFERED,
            r"(?:retenu|choisi)_votre_candidature_(?:à_l'unanimité|pour_occuper)\w* arrêté_de_nomination vous_êtes_des_nôtres tu_es_des_nôtres (?:vous_)?nomme(?:r)?_(?:au_poste|en_qualité|responsable|directrice|directeur)\w* le_client_lève_la_main",
            unless=r"entretien jury_le rencontre phase",
        ),
        Frame(
            Says.AGREED,
            r"(?:hâte_de|impatiente?_de)_(?:commencer|vous_rejoindre|démarrer) signé_et_(?:renvoyé|retourné|posté)",
            unless=r"entretien rendez-vous mardi jeudi",
        ),
        Frame(
            Says.WITHDRAWN,
            r"(?:vais|préfère|souhaite|voudrais)_m'arrêter_là n'est_pas_pour_moi(?=[.,!])",
            unless=r"si mardi_n",
        ),
    ),
)
