"""The words with which an appointment is agreed, refused, settled, called off; pure.

What is asked settles nothing, and what may happen calls nothing off.
"""

from __future__ import annotations

import re

AGREES = re.compile(
    r"\b(?:works?|perfect|confirm(?:ed|o|e|s)?|sounds? (?:good|great|fine|lovely)|see you|i'll be there|will be there|fine|great|yes|yep|sure|lovely|brilliant|looking forward|suits|speak then|talk then|locked in|deal|done|ok|okay|it is|no problem|happy to|glad to|grand|"
    r"passt|bestätige|gerne?|einverstanden|bis dann|kein problem|klappt|geht klar|super|abgemacht|in ordnung|parfait|entendu|d'accord|confirme|convient|volontiers|avec plaisir|ça marche|c'est noté|"
    r"perfecto|de acuerdo|confirmo|me va bien|me viene bien|vale|genial|ahí estaré|allí estaré|encantad[oa]|perfeito|combinad[oa]|confirmado|pode ser|lá estarei|fica bem|ótimo|perfetto|va bene|volentieri|ci sarò|confermo|d'accordo|"
    r"noted|in (?:my|the) (?:diary|calendar)|notiert|vermerkt|steht (?:drin|im kalender|im terminkalender)|c'est noté|noté|anotad[oa]|apuntad[oa]|agendad[oa]|segnat[oa]|in agenda|genoteerd|staat (?:genoteerd|in (?:de|mijn) agenda)|top|"
    r"perfekt|mach(?:e|en) wir|bin dabei|je suis partante?|top là|hecho|"
    r"bevestigd|bestätigt|confirmée?|confirmad[oa]|confermat[oa]|potwierdzon[eay]|bekräftat|bekräftas|"
    r"lukt|prima|akkoord|bevestig|uitstekend|tot dan|komt goed|schikt|pasuje|potwierdzam|det passar|passar bra)\b|承知|大丈夫|よろしくお願い|問題ございません|問題ありません|伺います|参ります|可以|没问题|确认|好的|准时",
    re.I,
)
REFUSES = re.compile(
    r"\b(?:can't|cannot|can not|won't (?:be able|work|make)|unable|unfortunately|reschedul|conflict|not (?:possible|available|free)|is taken|doesn't work|don't work|sorry|"
    r"leider|kann (?:ich )?(?:da )?nicht|geht (?:da )?nicht|sitz(?:e)? ich|verhindert|impossible|ne (?:peux|suis) pas|malheureusement|désolée?|"
    r"no puedo|no me (?:va|viene)|desgraciadamente|lamentablemente|não (?:posso|consigo)|infelizmente|purtroppo|non (?:posso|riesco)|helaas|kan (?:ik )?(?:dan )?niet|lukt niet|niestety|tyvärr)|都合が(?:悪|つか)|申し訳|難しい|不方便|抱歉",
    re.I,
)
_SETTLED = re.compile(
    r"\b(?:(?:is|are|'s|be|been|now|have you) (?:confirmed|booked|scheduled|set|arranged|down)|we(?:'ll| will) (?:see|speak|meet)|see (?:you|u) (?:on|then|at|mon|tue|wed|thu|fri)|confirming|i (?:write to |can )?confirm|locked in|will (?:take place|be held)|takes place|you are invited|are (?:hereby )?invited to attend|expect(?:ing)? you|"
    r"(?:interview|panel|gesprek|gespräch|entretien|entrevista|colloquio|assessment)\b[^.!?\n]{0,60}\b(?:is|ist|est|es|é|è|will be|sera|será|sarà) (?:on|op|am|le|el|na|no|em|il|for|at)|"
    r"what we (?:\w+ )?(?:agreed|arranged|said)|afspraken|ausgemacht|abgemacht|habíamos quedado|hemos quedado|quedamos (?:en|el|para)|combin[aá]mos|abbiamo (?:concordato|fissato)|on a convenu|"
    r"(?:as|just) (?:agreed|arranged|discussed)|(?:am telefon|telefonisch|wie) (?:\w+ )?(?:vereinbart|besprochen)|comme convenu|según lo (?:acordado|hablado)|conforme combinado|come (?:concordato|da accordi)|zoals (?:\w+ ){0,4}afgesproken|"
    r"(?:le|te|les|vous|ihnen|dir|ti|vi|le) confirm\w+|(?:still )?stands\b|bleibt (?:es|dabei)|tient toujours|sigue en pie|(?:has been|was|wurde|sind) (?:booked|scheduled|gebucht|reserviert)|(?:im|in meinem|in den) kalender|"
    r"bestätig(?:e|en|t)|steht fest|ist gebucht|findet .{0,60} statt|werden (?:sie )?eingeladen|werden (?:wir )?sie .{0,30}erwarten|erwarten (?:wir )?sie|eingetragen|est (?:fixé|confirmé|prévu)|aura lieu|êtes convoqué|vous attend|queda(?:mos)? (?:confirmad|para|fijad)|tendrá lugar|"
    r"está (?:confirmad|marcad|agendad)|fica (?:marcad|confirmad|agendad)|terá lugar|è (?:fissato|confermato|prevista?|fissata)|si terrà|l'aspett|la aspett|staat vast|is (?:bevestigd|ingepland|gepland)|vindt plaats|verwachten (?:u|je))|予約(?:が)?完了|ご予約を承|確定|決定(?:いたし|しま)|にて(?:実施|お願い|お待ち)|日時[:\uFF1A]|お待ちして|定于|定在|安排在",
    re.I,
)
_CALLED_OFF = re.compile(
    r"\b(?:cancel(?!l(?:[oi]|etto)\b(?! l['’a]| il\b| tutto\b))|postpone|push(?:ed|ing)? (?:it|this|back|our|your|the)|need to move|have to move|\bmove (?:your|our|the|this|it|things)\b|moved (?:to|it)|reschedul|called off|won't take place|call(?:ed|ing)? (?:away|off)|"
    r"absagen|verschieb|verleg|entfällt|entfallen|neu wäre|annul|report(?:er|é)|décal|aplaz|cancelar|cancelad|mover|adiar|remarcar|annullat|rinvia|rimanda|spostar|verzet|verplaats|gaat niet door|przełoż|odwoł|avboka|ställ\w* in|inställ|skjut|flytta|suspend|desmarc|anular|ausfallen|abgesagt|umplan|umbuch|déplac|retras)|延期|中止|変更|取消|改到|改期",
    re.I,
)
_MEETS = re.compile(
    r"\b(?:(?:talk|speak|chat) (?:to|with) (?:you|u)|(?:i'll|i will|we'll|we will|she'll|he'll|they'll) (?:\w+ ){0,2}(?:call|ring|phone|meet|expect|see|speak|talk)|(?:we|they) (?:have|'ve got) you (?:in |down )?(?:for |on )|you(?:'re| are) (?:down|in|on) (?:for|the)|"
    r"(?:have|has|i've|we've|he's|she's) (?:told|confirmed|booked|put|got you|fixed|arranged|set up)|told (?:them|her|him) (?:that )?you|"
    r"(?:wir|ich) (?:sehen|hören|sprechen|treffen) uns|(?:sehen|hören|sprechen|treffen) (?:wir )?uns|ruf(?:e|en) (?:ich |wir )?(?:dich|sie) (?:dann )?(?:am|um)|habe\w* (?:\w+ ){0,4}(?:bestätigt|zugesagt|gebucht|fixiert)|"
    r"on (?:se|s') ?(?:voit|parle|retrouve|rencontre|appelle|rappelle)|nous (?:nous (?:verrons|parlerons|retrouvons|voyons)|vous (?:attendons|attendrons|recevrons|appellerons))|je (?:vous|t')(?: |)(?:appelle|appellerai|rappelle)|(?:j'ai|nous avons|on a) (?:\w+ ){0,2}(?:confirmé|réservé|fixé|calé)|"
    r"(?:entonces |pues )?(?:hablamos|nos vemos|nos hablamos|te llamo|le llamo|te esperan|le esperan|te esperamos|le esperamos) (?:el|este|mañana|hoy)|(?:he|hemos|ha) (?:confirmado|reservado|agendado|quedado|fijado)|"
    r"(?:falamos|vemo-nos|encontramo-nos|nos vemos|nos falamos|te ligo|ligo-lhe|esperamos por (?:si|você|ti)) (?:na|no|em|amanhã|hoje)|(?:confirmei|marquei|marcámos|marcamos|agendei|agendamos)|"
    r"(?:ci (?:vediamo|sentiamo)|la chiamo|ti chiamo|la aspettiamo|ti aspettano|l'aspettiamo)|(?:ho|abbiamo) (?:confermato|fissato|prenotato)|"
    r"(?:we|wij) (?:zien|spreken|bellen) (?:elkaar|je|u)|(?:ik|we) (?:bel|bellen) (?:je|u)|(?:heb|hebben) (?:\w+ ){0,4}(?:bevestigd|ingepland|geboekt|afgesproken)|"
    r"vi (?:ses|hörs|träffas)|(?:har|är) (?:\w+ ){0,2}(?:bokat|bokad|bekräftat)|(?:widzimy|słyszymy) się|(?:potwierdziłem|potwierdziłam|umówiłem|umówiłam|umówiliśmy|zapraszamy))\b|お電話いたします|お会いしましょう|届时见|到时见|已(?:经)?(?:确认|安排|约好)",
    re.I,
)
"""Said as a fact, not asked: the writer counts on the appointment."""
OURS_SETTLED = re.compile(
    r"\b(?:as (?:agreed|discussed|arranged)|(?:i|to) (?:hereby |can |am writing to )?confirm (?:my|our|the|that|for|\w+day)|confirming (?:my|our|the|for|\w+day)|i(?:'ll| will) be there (?:on|at)|wie (?:\w+ )?(?:besprochen|vereinbart)|hiermit bestätige ich|bestätige ich (?:den|unseren|meine)|comme convenu|je (?:vous )?confirme (?:ma|notre|mon|le)|"
    r"(?:como|según) (?:lo )?(?:acordado|hablado|hablamos|quedamos)|confirmo (?:mi|a minha|nuestra|la|il|a)|conforme (?:combinado|acordado)|come (?:concordato|da accordi)|zoals (?:afgesproken|besproken)|(?:hierbij )?bevestig ik|som överenskommet|zgodnie z ustaleniami|potwierdzam (?:swoj|nasz|obecność|termin|spotkanie))",
    re.I,
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|should you|in case|unless|were you to|no need to|don't (?:have|need) to|do not need to|whether|falls|sollten? sie|solltest du|wenn|im fall|nicht (?:mehr )?(?:verschieb|verleg|absag)|si (?:vous|tu|jamais|besoin|necesitas?|tiene|tienes|usted|hubiera|no pued)|en cas|au cas|en caso|caso|se (?:dovess|hai|ha|avess|precis|você|tiver|não pud)|qualora|in caso|als (?:je|u)|mocht|indien|om du|ifall|jeśli|jeżeli|gdyby|w razie)\b|もし|場合|万が一|如果|如需|若",
    re.I,
)
"""What may happen calls nothing off: `if you need to reschedule, tell us`."""
_APOLOGY = re.compile(
    r"\b(?:sorry|unfortunately|leider|malheureusement|désolée?|desgraciadamente|lamentablemente|infelizmente|purtroppo|helaas|niestety|tyvärr|can(?:'t|not) (?:wait|thank|believe|help))\b|申し訳|抱歉",
    re.I,
)
APPOINTMENT = re.compile(
    r"\b(?:interview\w*|call|meeting|chat|conversation|appointment|slot|visit|session|panel|it|things|this|gespräch\w*|termin\w*|treffen|telefonat|entretien|rendez-vous|rdv|appel|entrevista|reuni[óã]\w*|cita|llamada|conversa|chamada|colloquio|incontro|appuntamento|chiamata|gesprek|afspraak|intervju\w*|samtal\w*|möte\w*|rozmow\w*|spotkani\w*)\b|面接|面談|面试|会议|ミーティング",
    re.I,
)
PROGRAMME = re.compile(
    r"\b(?:programme|program|agenda|schedule|timetable|itinerary|running order|order of the day|ablauf\w*|zeitplan|tagesplan|programm|déroulé|déroulement|planning|programa|cronograma|programma|scaletta|dagprogramma|dagindeling|tijdschema|schema|plan dnia|harmonogram|times again|the day (?:runs|will run|looks))\b|当日の流れ|タイムテーブル|スケジュール|日程安排|流程",
    re.I,
)
OFFERS = re.compile(
    r"\b(?:which|prefer|suits? you|would work|available|availab\w+|choose|pick|options?|or|oder|ou|oppure|of|eller|lub|o|welche[rs]?|passt ihnen|convien\w+|disponib\w+|dispon[ií]vel|quel(?:le)?|qué|qual|quale|welk)\b|いずれか|ご都合|哪个|方便",
    re.I,
)
"""Words of a choice: several times of one day are no programme then."""
OLDER = re.compile(
    r"\b(?:old|earlier|previous|duplicate|first|original|wrong|alte[nrs]?|frühere\w*|doppelte\w*|ancien\w*|précédent\w*|anterior|viej[ao]|duplicad\w*|oude|eerdere|vecchi\w*|precedente|gamla|star[ey]|poprzedni\w*)\b|前回|元の|以前|旧",
    re.I,
)
ANEW = re.compile(
    r"\b(?:neu\w*|new|nouvel\w*|nuev\w*|nov[oa]|nuov\w*|nieuwe?|nya?|now[aey]|re-?sent|again)\b|新",
    re.I,
)
CANCELS = re.compile(
    r"\b(?:cancel(?:l?ed|l?ing)?|call(?:ed|ing)? (?:away|off)|won't take place|not (?:take place|go ahead|happen)|postpone[ds]?|absagen|abgesagt|entfällt|entfallen|ausfallen|annuler|annulé\w*|annulons|cancelar\w*|cancelad\w*|anular|suspend\w*|desmarcar|annullare|annullat\w*|annuleren|geannuleerd|gaat niet door|odwoł\w+|ställ\w* in|inställ\w*)\b|延期|中止|取消|キャンセル",
    re.I,
)
_SENTENCE = re.compile(
    r"(?:[^.!?;\n。！\uFF1F]|(?<=\d)\.(?=\s?(?:\d|jan|feb|mar|mär|apr|mai|maj|may|jun|jul|aug|sep|oct|okt|nov|dec|dez)))+[.!?;\n。！\uFF1F]?",
    re.I,
)


def _sentences(said: str) -> list[str]:
    return _SENTENCE.findall(said)


def settles(said: str) -> bool:
    """Tell whether a text says an appointment as a fact."""
    return bool(_SETTLED.search(said)) or any(
        _MEETS.search(s) for s in _sentences(said) if s[-1] not in "?？\uff1f"
    )


def find_calling_off(said: str, *, refusals: bool = False) -> str:
    """Return the sentence that calls an appointment off, or refuses it; empty where none does."""
    for sentence in _sentences(said):
        if _HYPOTHETICAL.search(sentence):
            continue
        if _CALLED_OFF.search(sentence):
            return sentence
        if refusals and REFUSES.search(_APOLOGY.sub("", sentence)):
            return sentence
    return ""
