"""What a refusal without its usual words is made of, a table for each language; facts, not proofs.

Written as `mailer.reading.frames.stems` reads it: `_` is a space, `~` any ending.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FarewellWords:
    """One language; all for text in lower case."""

    verdict: str
    """Somebody else is preferred or wanted, or the candidate was found wanting: it alone says little."""
    farewell: str
    """Regret, thanks for the time, wishes, the file kept: what one writes at the end."""
    goes_on: str
    """What is only moved, asked or still to come."""
    is_spaced: bool = True


FAREWELL_WORDS = {
    "en": FarewellWords(
        verdict=r"(?:committee|panel|board|client|team|they|we|head|manager|partners?|director|owner|he|she)_(?:\w+_){0,3}(?:wanted|needed|preferred|favou?red|chose|picked|felt_that|leaned_towards)_(?:\w+_){0,2}(?:(?:someone|somebody)(?!_from_(?:the|our|my|your))|a_candidate|a_person|a_profile|another_(?:candidate|person|applicant|profile)|one_of_the_other|the_other_(?:candidate|person|finalist|applicant)|an_internal|more_experience|deeper|a_closer) (?:it's|its|was|is)_a_(?:pass|no)(?=[,.!:]|_(?:from|for|i'm|this)) not_(?:been_)?recommended_for_appointment not_(?:been_)?(?:placed|ranked|scored)_(?:\w+_)?(?:high_enough|among) withdraw_the_vacancy vacancy_(?:has_been_|was_)?withdrawn too_(?:corporate|junior|senior|academic|technical|expensive|far) "
        r"owed_it_to for_where_we_are_(?:right_now|now|today) at_(?:this|our)_stage_we_need (?:put|threw)_his_hand_up (?:first_place|first_choice|the_other)_(?:has_)?accepted edged (?:wasn't|weren't|isn't)_(?:quite_)?(?:enough|the_match|a_match|to_be) (?:can't|cannot|couldn't|won't_be_able_to)_(?:\w+_)?(?:take_you|make_it_work|find_the_budget) in_a_different_direction (?:gave|given|giving|handed|awarded)_(?:it|the_(?:job|role|post))_to (?:took|taken|taking)_the_other (?:placed|ranked)_you_(?:second|third|fourth)",
        farewell=r"must_advise sorry gutted disappoint~ keep_in_touch stay_in_touch all_the_best_(?:with|for|in) every_success best_of_luck good_luck_(?:with|in) wish_you on_file thank_you_for_your_(?:time|interest|patience) thanks_for_your_(?:time|interest|patience) i'm_afraid afraid regret another_time in_the_future comment_on_you reflection_on_you not_personal fought_your_corner best_of_the feedback hard_to_read mortified bearer heavy_heart next_time",
        goes_on=r"can_we will_join to_meet_you meet_you still_in_it resched~ move_(?:it|our|your|the) another_(?:date|day|time|slot) next_(?:round|step|stage|interview) second_round would_you_(?:be|like|come) are_you_(?:free|available) invite invited look_forward still_in_the_running still_very_much let_you_know_by decide_by will_decide not_(?:yet_)?decided if_the_panel if_they slot please_bring offer_you congratulations you_got see_you_on",
    ),
    "de": FarewellWords(
        verdict=r"(?:andere|weitere|interne)\w*_(?:person|bewerber\w*|kandidat\w*)_(?:\w+_){0,3}(?:vorn\w*|vorne|voraus|überzeug\w+|näher|besser|passte) keine_(?:ausreichende|hinreichende|genügende|volle)_(?:übereinstimmung|passung|eignung) ohne_(?:besetzung|einstellung) neueinstellungen_(?:\w+_){0,4}(?:untersagt|gestoppt|verboten|ausgesetzt) (?:wollte|wollten|suchte|suchten|brauchte|brauchten|bevorzugt\w*|vorgezogen)_(?:\w+_){0,5}(?:jemand\w*|eine_person|erfahrung) (?:hat|haben)_(?:\w+_){0,4}(?:den_vorzug|vorgezogen) hauchdünn nicht_ganz_(?:gereicht|gepasst) passt_(?:\w+_)?nicht_(?:ganz|wirklich)?_?(?:zu|ins|in) jemand(?:em|en)_(?:\w+_)?(?:zugesagt|genommen|eingestellt) (?:den|die)_anderen?_(?:\w+_)?(?:genommen|gewählt) (?:wird|ist)_(?:\w+_){0,2}nichts(?=[.,]|_geworden) mit_eigenen_leuten zugesagt,_d(?:er|ie)",
        farewell=r"leid enttäusch~ schade bedau~ alles_gute viel_erfolg in_(?:verbindung|kontakt)_blei\w+ für_die_zukunft löschen_wir ihre_daten danken_(?:ihnen|dir)_für_(?:ihr|dein)_interesse vielen_dank_für_(?:ihr|dein)_interesse ärger~ ungern nicht_leicht~ andernorts künftig~ unterlagen_(?:behalten|senden) dank_für_ihre_zeit dank_für_deine_zeit haben_sie_dank leider tut_mir",
        goes_on=r"nächste_runde zweite_runde einladen termin verschieben verschoben noch_nicht_entschieden wenn_(?:sie|du)_möchte\w* falls freue_mich_auf freuen_uns_auf weiterhin_im_rennen glückwunsch bis_(?:montag|dienstag|mittwoch|donnerstag|freitag)",
    ),
    "fr": FarewellWords(
        verdict=r"(?:souhaitait|souhaitaient|cherchait|cherchaient|voulait|voulaient|préféré|préférait|privilégié|privilégie|choisi)_(?:\w+_){0,3}(?:quelqu'un|un_profil|une_personne|une_candidate|un_candidat|un_autre|une_autre)(?:_\w+)? n'a_pas_(?:été_)?(?:classé|retenu|placé|sélectionné)\w* (?:ce_n'est|ce_ne_sera)_(?:donc_)?pas_vous repourvu pourvu_(?:par|avec) en_rang_utile trop_(?:senior|junior|cher|éloigné)\w* (?:pas_assez|insuffisamment)_\w+ (?:ont|a|avons)_(?:\w+_)?(?:pris|choisi|engagé|préféré)_(?:l'autre|quelqu'un|un_autre|une_autre) (?:passe|passé|passée)_à_la_trappe (?:donné|confié)_à_(?:un_autre|une_autre|quelqu'un)",
        farewell=r"regret~ désolée? navrée? déçue? déception bonne_continuation plein_succès remerci\w+_de_(?:l'|votre)_?(?:intérêt|temps) pour_la_suite_de_vo\w+ conserv\w+_votre garder_contact restons_en_contact à_l'avenir hélas malheureusement voilà désol~ mauvaise_nouvelle",
        goes_on=r"prochain~_(?:étape|entretien|tour) deuxième_(?:entretien|tour) reporter déplacer autre_date pas_encore vous_recevoir félicitations au_plaisir_de_vous_(?:voir|rencontrer|recevoir) créneau si_vous_(?:êtes|souhaitez)",
    ),
    "es": FarewellWords(
        verdict=r"(?:preferid|elegid|escogid|preferí|buscaba|querí)\w*_(?:\w+_){0,2}(?:a_un|a_una|a_alguien|alguien|a_otr\w+|un_perfil|una_persona)(?:_\w+)? no_(?:continúa|prosigue|sigue|avanza)_en_el_proceso tumbado_(?:el|la) se_acabó no_(?:figura|aparece|está)_entre no_encaj\w+ demasiado_(?:senior|junior|técnic\w+) se_l[oa]_han_dado_a (?:han|hemos|ha)_(?:cogido|contratado|fichado|tomado)_a_(?:un|una|otr\w+|alguien|la|el)(?:_\w+)?",
        farewell=r"lástima pena rabia siento sentimos lamento lamentamos suerte éxito mucho_ánimo agradecemos_su_(?:interés|participación) gracias_por_(?:tu|su)_(?:tiempo|interés) en_el_futuro para_el_futuro malas_noticias seguimos_en_contacto nada_que_ver_contigo me_sabe_mal",
        goes_on=r"siguiente_(?:fase|ronda|paso) segunda_(?:entrevista|ronda) otra_fecha otro_día cambiar aplazar todavía aún_no te_viene nos_vemos enhorabuena sigues_en si_te hueco",
    ),
    "pt": FarewellWords(
        verdict=r"(?:prefer|escolheu|escolheram|optou|optaram|optámos|procurav|queri)\w*_(?:\w+_){0,2}(?:uma_pessoa|alguém|outr\w+|um_perfil|por_alguém)(?:_\w+)? não_(?:avançar|avançaremos|avança|prosseguir|continuar|segue|seguir)_(?:\w+_)?(?:com_a_contratação|no_processo|com_a_sua|com_o_processo) não_(?:consta|figura)_entre não_se_(?:encaixa|enquadra) (?:cancel|suspend|congel)\w*_(?:a_)?(?:vaga|contratação|posição) (?:contrataram|pegaram|deram|ficaram|ficámos|ficamos)_(?:\w+_)?(?:outr\w+|uma_pessoa|alguém|com_outr\w+)",
        farewell=r"pena lament~ sinto_muito sentimos_muito boa_sorte sucesso obrigad[oa]_(?:\w+_)?pelo_(?:seu|teu)_(?:tempo|interesse) agradecemos_(?:o_)?(?:seu|teu|sua)_\w+ para_o_futuro futuras banco_de_talentos ficamos_com_o_seu más_notícias desculpa triste",
        goes_on=r"próxima_(?:fase|etapa) segunda_entrevista outra_data remarcar adiar ainda_não se_puder~ parabéns até_(?:segunda|terça|quarta|quinta|sexta) continuas_na",
    ),
    "it": FarewellWords(
        verdict=r"(?:scelto|preferito|scelta|cercava|cercavano|voleva|volevano)_(?!te)(?:\w+_){0,2}(?:la|il|un\w*|qualcun\w*|altr\w+|una_persona|una_figura|una_candidata)(?:_\w+)? non_(?:risulta|figura|rientra|è_risultat\w+|compare)_(?:\w+_)?(?:tra|fra|idone\w+|vincit\w+) non_(?:proseguirà|prosegue|ha_superato) troppo_(?:senior|junior) (?:hanno|ha|abbiamo)_preso_(?:un|una|l'altr\w+|qualcun\w*)(?:_\w+)? niente_da_fare (?:dato|data)_a_(?:un|una|qualcun)\w*",
        farewell=r"dispiac~ spiace peccato purtroppo in_bocca_al_lupo buona_fortuna auguri~ grazie_per_(?:il_tempo|l'interesse|la_disponibilità|aver) ringraziamo in_futuro per_il_futuro terremo ti_tengo_presente a_me_saresti cosa_vuoi_che_ti_dica gentile_candidat[oa]",
        goes_on=r"prossimo_(?:step|colloquio|passo) secondo_colloquio altra_data spostare rimandare ancora_non non_ancora complimenti ci_vediamo la_aspett~ se_le_va te_e_altri",
    ),
    "nl": FarewellWords(
        verdict=r"ten_gunste_van (?:kiest|koos|kozen|gekozen|voorkeur|zocht\w*|wilde\w*|wou\w*)_(?:\w+_){0,4}(?:iemand|een_ander\w*|een_kandidaat|de_interne|een_interne|een_profiel)(?:_\w+)? knoop_doorgehakt net_niet past_(?:\w+_)?niet_(?:helemaal|goed)? vacaturestop te_(?:senior|junior) in_zee_met_(?:een_ander\w*|iemand) (?:hebben|heeft)_(?:\w+_)?(?:een_ander|iemand_anders|de_andere)_(?:\w+_)?(?:genomen|gekozen|aangenomen) (?:gegund|gegaan|gegeven)_aan_een_ander\w*",
        farewell=r"jammer balen spijt~ sorry helaas succes veel_geluk bedankt_voor_(?:je|uw)_(?:tijd|interesse|moeite) dank_voor_(?:je|uw)_\w+ in_de_toekomst contact_houden gegund teleurstel~ wens_(?:je|u) volgende_keer",
        goes_on=r"volgende_(?:ronde|stap) tweede_gesprek andere_datum verzetten verplaatsen nog_niet als_(?:je|u)_wil~ gefeliciteerd tot_(?:maandag|dinsdag|woensdag|donderdag|vrijdag) nog_een_keer",
    ),
    "sv": FarewellWords(
        verdict=r"(?:blev|valde|valt|sökte|ville_ha|föredrog)_(?:\w+_){0,3}(?:någon|en_person|en_annan|en_sökande|en_kandidat|en_intern|en_profil)(?:_\w+)? inte_(?:kvar|gått_vidare|gå_vidare)_(?:\w+_)?(?:i_processen|med_din|med_dig) (?:tog|tagit|gav|gett)_(?:\w+_)?(?:den_andra|någon_annan|en_annan|den_till)",
        farewell=r"tyvärr ledsen beklag~ synd lycka_till tack_för_(?:din_tid|ditt_intresse|visat_intresse) hoppas_vi_ses i_framtiden besvik~ önskar_dig ett_annat_sammanhang annan_gång",
        goes_on=r"nästa_steg andra_intervju~ annan_tid flytta skjuta_upp inte_bestämt grattis ses_på_(?:måndag|tisdag|onsdag|torsdag|fredag) om_du_vill välkommen_till_(?:oss|intervju)",
    ),
    "pl": FarewellWords(
        verdict=r"(?:wskaza|wybra|preferowa|wola)\w*_(?:\w+_){0,2}(?:inn\w+|kogoś|osob\w+|kandydat\w+)(?:_\w+)? nie_(?:zakwalifikowa|przesz|znalaz)\w*_(?:\w+_)?(?:się|pani|pan|do) (?:wzię|zatrudni|przyję)\w+_(?:inn\w+|kogoś)(?:_\w+)?",
        farewell=r"niestety przykro żałuj~ powodzenia dziękuj\w+_za_(?:poświęcony_czas|zainteresowanie|udział) w_przyszłości szkoda będę_o_pan\w+_pamiętać życz~ przy_kolejnych różnica_była",
        goes_on=r"kolejny_etap następny_etap drug\w+_rozmow\w* inny_termin przełożyć jeszcze_nie gratul~ zapraszam~ do_zobaczenia",
    ),
    "ja": FarewellWords(
        verdict="採用を(?:見合わせ|見送) (?:他|別)の(?:方|候補者)[^。]{0,10}(?:決|お願い|進め) ご希望に沿えない 経験の(?:近い|豊富な)方",
        farewell="お祈り 残念 申し訳 ご活躍 ご縁 末筆 心苦し",
        goes_on="次回 再調整 日程 まだ 変更",
        is_spaced=False,
    ),
    "zh": FarewellWords(
        verdict="(?:想要|需要|更?偏|希望找)[^。,]{0,6}(?:更|偏)[^。,]{0,10}的 (?:先|就)?不(?:再)?推进 不太?(?:合适|匹配|符合) 选(?:了|择了)(?:别人|另一位|其他) 内部[^。,]{0,4}(?:调人|解决|提拔|转岗)",
        farewell="遗憾 抱歉 不好意思 这次 以后有 祝 感谢 下次有机会",
        goes_on="下一轮 改期 改到 还没 复试 恭喜 如果",
        is_spaced=False,
    ),
}
