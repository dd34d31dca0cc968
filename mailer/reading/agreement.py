"""The words with which an appointment is agreed, refused, settled, called off; pure.

What is asked settles nothing, and what may happen calls nothing off.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from mailer.reading.days import RELATIVE, WEEKDAY

_UMLAUT = re.compile(r"(?<!\[)[äöüß](?![^\[\]]*\])")
_SPELT = {"ä": "(?:ä|ae)", "ö": "(?:ö|oe)", "ü": "(?:ü|ue)", "ß": "(?:ß|ss)"}


def _compile(pattern: str) -> re.Pattern[str]:
    """Compile blind to case; German is found in the spelling of old keyboards too."""
    return re.compile(_UMLAUT.sub(lambda found: _SPELT[found[0]], pattern), re.I)


AGREES = _compile(
    r"\b(?:even better|better still|noch besser|encore mieux|mejor aún|ainda melhor|ancora meglio|nog beter|ännu bättre|endnu bedre|works?|perfect|confirm(?:ed|o|e|s)?|sounds? (?:good|great|fine|lovely)|see you|i'll be there|will be there|fine|great|yes|yep|sure|lovely|brilliant|looking forward|suits|speak then|talk then|locked in|deal|done|ok|okay|it is|no problem|happy to|glad to|grand|"
    r"passt|bestätige|gerne?|einverstanden|bis dann|kein problem|klappt|geht klar|super|abgemacht|in ordnung|parfait|entendu|d'accord|confirme|convient|volontiers|avec plaisir|ça marche|c'est noté|"
    r"perfecto|de acuerdo|confirmo|me va bien|me viene bien|vale|genial|ahí estaré|allí estaré|encantad[oa]|perfeito|combinad[oa]|confirmado|pode ser|lá estarei|fica bem|ótimo|perfetto|va bene|volentieri|ci sarò|confermo|d'accordo|"
    r"noted|in (?:my|the) (?:diary|calendar)|notiert|vermerkt|steht (?:drin|im kalender|im terminkalender)|c'est noté|noté|anotad[oa]|apuntad[oa]|agendad[oa]|segnat[oa]|in agenda|genoteerd|staat (?:genoteerd|in (?:de|mijn) agenda)|top|"
    r"consigo sim|(?<!não )consigo(?=[!.,]|$)|(?:das )?schaff(?:e|t) (?:ich|wir)?(?=[!.,]|$)|(?<!ne )je peux(?=[!.,]|$)|s[ií],? puedo|(?<!no )puedo(?=[!.,]|$)|(?<!non )(?:riesco|posso)(?=[!.,]|$)|dat kan(?=[!.,]|$)|det kan jag|(?<!nie )mogę(?=[!.,]|$)|dam radę|i can (?:make|do) (?:it|that)|"
    r"perfekt|mach(?:e|en) wir|bin dabei|je suis partante?|top là|hecho|"
    r"bevestigd|bestätigt|confirmée?|confirmad(?:[oa]|íssim[oa])|confermat[oa]|potwierdzon[eay]|bekräftat|bekräftas|"
    r"count me in|absolutely|will do|you bet|roger|of course|certainly|by all means|agreed|accepted|alles klar|wird gemacht|richte ich (?:mir )?ein|selbstverständlich|natürlich|freue mich|ça me va|ça (?:nous|me) convient|pas de (?:souci|problème)|sans (?:souci|problème)|nickel|impeccable|bien sûr|c'est (?:bon|ok|parfait)|"
    r"estupendo|sin problemas?|fenomenal|cuent[ae] conmigo|por supuesto|claro|nos vemos|tudo (?:certo|bem)|fechad[oa]|sem problemas?|com certeza|benissimo|nessun problema|senz'altro|certamente|is goed|doen we|helemaal goed|geen probleem|funkar|det går bra|går bra|absolut|jadå|javisst|inga problem|odpowiada|oczywiście|jasne|zgoda|świetnie|nie ma problemu|do zobaczenia|"
    r"lukt|prima|akkoord|bevestig|uitstekend|tot dan|komt goed|schikt|pasuje|potwierdzam|(?:det|tiden|dagen) (?:passar|funkar|går bra)|passar bra)\b|承知|了解|かしこまり|結構です|没有问题|收到|当然|^好[，,。！!\\s]|大丈夫|よろしくお願い|伺いま|お伺い|(?:OK|ok|Ok)(?:的|呀|啊|です|[~～!！，,。])|没问题|可以的|到时(?:候)?见|不见不散|問題ございません|問題ありません|伺います|参ります|可以|没问题|确认|好的|准时",
)
_TENTATIVE = _compile(
    r"\b(?:(?:let me|i(?:'ll| will| need to| have to| must| should| just need to| want to|'ve got to)|we(?:'ll| will| need to| have to)|need to|have to) (?:just |first |quickly |only |still )*(?:check|look (?:at|into|up)|see (?:if|whether|what)|think|ask|consult|discuss|speak (?:to|with)|talk (?:to|with)|clear|confirm (?:by|tomorrow|later|with|once|when|shortly|asap|on))|(?:get|come|be) back to you|let you know (?!how|afterwards|after|(?:if|when|should|once) (?:i(?:'m| am| get| arrive)|anything|my|the train))|let you know\W*$|revert|"
    r"(?:prüfe|kläre|schaue?|checke|frage|überlege) (?:\w+ ){0,5}(?:nach|ab|das|es|kurz|gern|noch|mal|erst|im|mit|ob|meinen)|muss (?:\w+ ){0,4}(?:klären|prüfen|schauen|abklären|fragen|nachsehen|besprechen)|melde mich(?! (?:dann|danach|nachher|anschließend|vorher|rechtzeitig|am|um|pünktlich|telefonisch|vor ort))|(?:sage|sag|gebe|geb) (?:\w+ ){0,3}bescheid|"
    r"je (?:vérifie|regarde|dois (?:\w+ )?(?:vérifier|voir|demander)|vais (?:vérifier|voir|regarder)|consulte)|(?:reviens|reviendrai) vers (?:vous|toi)|(?:vous|te) (?:dis|redis|tiens au courant|confirme (?:demain|ça|vite|rapidement|dès|au plus))|"
    r"(?:lo|la) (?:miro|consulto|compruebo|reviso|confirmo (?:mañana|luego|en))|te (?:digo|confirmo|aviso)|le (?:digo|confirmo (?:mañana|luego|en)|aviso)|déj[ae]me|tengo que (?:mirar|consultar|ver|comprobar)|"
    r"(?:vou|preciso(?: de)?|tenho (?:de|que)) (?:verificar|ver|confirmar|checar|consultar)|confirmo (?:amanhã|depois|mais tarde)|(?:aviso|retorno) (?:você|te|em breve|amanhã|assim)|"
    r"(?:controllo|verifico|guardo|devo (?:\w+ )?(?:controllare|verificare|vedere|chiedere)) |(?:le|ti|vi) faccio sapere|"
    r"(?:ik )?kijk (?:\w+ )?(?:even|nog|het na)|moet (?:\w+ ){0,3}(?:kijken|checken|overleggen|nagaan)|(?:laat|laten) (?:\w+ ){0,3}weten|kom (?:\w+ )?(?:erop|hierop) terug|"
    r"(?:jag )?(?:kollar|ska kolla|måste kolla|återkommer|hör av mig)|"
    r"(?:sprawdzę|muszę (?:\w+ )?(?:sprawdzić|zapytać|uzgodnić)|dam znać|odezwę się|potwierdzę (?:jutro|później)))(?!\w)|確認して.{0,12}(?:連絡|返)|確認(?:のうえ|の上)|折り返し|(?:看|确认|查)一下再|再回复|稍后回复|回头告诉",
)
"""Who has to look first has not agreed yet."""
REFUSES = _compile(
    r"\b(?:can't|cannot|can not|won't (?:be able|work|make)|unable|unfortunately|reschedul|conflict|not (?:possible|available|free)|is taken|doesn't work|don't work|sorry|"
    r"leider|kann (?:ich )?(?:da )?nicht|geht (?:da )?nicht|sitz(?:e)? ich|verhindert|nicht (?:möglich|frei|verfügbar)|impossible|pas (?:possible|disponible|libre)|no es posible|no (?:está|estoy) (?:disponible|libre)|não (?:é|está|estou) (?:possível|disponível|livre)|non è possibile|non (?:è|sono) (?:disponibile|liber[oa])|niet (?:mogelijk|beschikbaar|vrij)|inte (?:möjligt|ledig)|går inte|nie (?:mogę|da się|jest możliw)|ne (?:peux|suis) pas|malheureusement|désolée?|"
    r"no puedo|no me (?:va|viene)|desgraciadamente|lamentablemente|não (?:posso|consigo)|infelizmente|purtroppo|non (?:posso|riesco)|helaas|kan (?:ik )?(?:dan )?niet|lukt niet|niestety|tyvärr)|都合が(?:悪|つか)|申し訳|難しい|不方便|抱歉",
)
ASKS_ANOTHER = _compile(
    r"\b(?:(?:another|a different|some other|any other) (?:day|date|week|time|slot)|(?:eine? andere[rn]?|einen anderen) (?:tag|termin|woche|uhrzeit|zeit)|(?:un autre (?:jour|créneau|horaire|moment)|une autre (?:date|semaine|heure))|"
    r"otr[oa] (?:día|fecha|semana|hora|momento)|outr[oa] (?:dia|data|semana|hora|horário)|un (?:altro giorno|altro orario|altro momento)|un'altra (?:data|settimana|ora)|een andere? (?:dag|datum|week|tijd|moment)|en an(?:nan|den) (?:dag|vecka|uge|tid)|inn(?:y|ym|ą|ej) (?:dzień|dniu|termin|terminie|tydzień|tygodniu|godzin\w+))"
    r"\b[^.!?\n]{0,50}[?\uFF1F]|別の(?:日|日程|時間|週)[^。\n]{0,20}(?:か|？|\?)|(?:换|改)(?:一?个|到|成)?(?:别的|其他)?(?:时间|日子|一天|下周)[^。\n]{0,12}[?？]",
)
"""Who asks whether another day would do has not agreed to the one that they name: `Ginge auch eine andere Woche?`"""
_SETTLED = _compile(
    r"\b(?:(?:is|are|'s|be|been|now|have you) (?:confirmed|booked|scheduled|slotted|slated|set(?! to\b)|arranged|down)|we(?:'ll| will) (?:see|speak|meet)|see (?:you|u) (?:on|then|at|mon|tue|wed|thu|fri)|confirming|i (?:write to |can )?confirm|locked in|will (?:take place|be held)|takes place|you are invited|are (?:hereby )?invited to attend|expect(?:ing)? you|"
    r"(?:interview|panel|gesprek|gespräch|entretien|entrevista|colloquio|assessment)\b[^.!?\n]{0,60}\b(?:is|ist|est|es|é|è|will be|sera|será|sarà) (?:on|op|am|le|el|na|no|em|il|for|at)|"
    r"what we (?:\w+ )?(?:agreed|arranged|said)|afspraken|ausgemacht|abgemacht|habíamos quedado|hemos quedado|quedamos (?:en|el|para)|combin[aá]mos|abbiamo (?:concordato|fissato)|on a convenu|"
    r"(?:as|just) (?:agreed|arranged|discussed)|(?:am telefon|telefonisch|wie) (?:\w+ )?(?:vereinbart|besprochen)|comme convenu|según lo (?:acordado|hablado)|conforme combinado|come (?:concordato|da accordi)|zoals (?:\w+ ){0,4}afgesproken|"
    r"(?:le|te|les|vous|ihnen|dir|ti|vi|le) confirm\w+|(?:still )?stands\b|bleibt (?:es|dabei)|tient toujours|sigue en pie|(?:has been|was|wurde|sind) (?:booked|scheduled|gebucht|reserviert)|(?:im|in meinem|in den) kalender|"
    r"(?:(?:je|nous) (?:vous |te )?confirm(?:e|ons))|(?:confirmo|confirmamos|confermo|confermiamo|bevestig(?:en)?|bekräftar|bekräftas|potwierdzam|potwierdzamy)|(?:this is|just|writing|want(?:ed)?) to confirm|your (?:appt|appointment|meeting|visit|slot)\b[^.!?\n]{0,40}\bis (?:on|at|for)|(?:ihr|dein) termin ist|(?:votre|ton) (?:rendez-vous|rdv|rv) est|(?:su|tu) cita es|(?:uw|je|jouw) afspraak is|din tid är|"
    r"(?:como|según lo que) (?:quedamos|hablamos|acordamos|dijimos)|como (?:combinámos|combinado|falámos|falamos)|conforme (?:falado|combinámos|combinamos)|come (?:detto|stabilito|convenuto|d'accordo)|zoals (?:besproken|gezegd)|som (?:sagt|avtalat|överenskommet)|jak (?:ustali(?:liśmy|łyśmy)|uzgodniliśmy|się umówiliśmy)|zgodnie z ustaleniami|"
    r"bestätig(?:e|en|t)|steht fest|ist gebucht|findet .{0,60} statt|werden (?:sie )?eingeladen|werden (?:wir )?sie .{0,30}erwarten|erwarten (?:wir )?sie|eingetragen|est (?:fixé|confirmé|prévu)|aura lieu|êtes convoqué|vous attend|queda(?:mos)? (?:confirmad|para|fijad)|tendrá lugar|"
    r"está (?:confirmad|marcad|agendad)|fica (?:marcad|confirmad|agendad)|terá lugar|è (?:fissato|confermato|prevista?|fissata)|si terrà|l'aspett|la aspett|staat vast|is (?:bevestigd|ingepland|gepland)|vindt plaats|verwachten (?:u|je))|予約(?:が)?完了|ご予約を承|確定|決定(?:いたし|しま)|にて(?:実施|お願い|お待ち)|(?:日時|时间|時間)[:\uFF1A]|お待ちして|定于|定在|安排在",
)
_CALLED_OFF = _compile(
    r"\b(?:cancel(?!l(?:[oi]|etto)\b(?! l['’a]| il\b| tutto\b))|postpone|push(?:ed|ing)? (?:it|this|back|our|your|the)|need to move|have to move|\bmove (?:your|our|the|this|it|things)\b|moved (?:to|it)|reschedul|called off|won't take place|call(?:ed|ing)? (?:away|off)|"
    r"put(?:ting)? (?:it|this|things|the \w+|our \w+|your \w+) (?:off|on hold)|"
    r"vertag|remett\w+ .{0,20}(?:à plus tard|ultérieur)|pospon|(?:dejarlo|dejamos|dejemos) para más adelante|deixar para (?:mais tarde|outr)|uitstel|uitgesteld|odłoż|przesun|"
    r"absagen|verschieb|verleg|entfällt|entfallen|neu wäre|annul|report(?:er|é)|décal|aplaz|cancelar|cancelad|mover|adiar|remarcar|annullat|rinvia|rimanda|spostar|verzet|verplaats|gaat niet door|przełoż|odwoł|avboka|ställ\w* in|inställ|skjut|flytta|suspend|desmarc|anular|ausfallen|abgesagt|umplan|umbuch|déplac|retras)|延期|中止|変更|取消|改到|改期",
)
_MEETS = _compile(
    r"\b(?:(?:talk|speak|chat) (?:to|with) (?:you|u)|(?:i'll|i will|we'll|we will|she'll|he'll|they'll) (?:\w+ ){0,2}(?:call|ring|phone|meet|expect|see|speak|talk)|(?:we|they) (?:have|'ve got) you (?:in |down )?(?:for |on )|you(?:'re| are) (?:down|in|on) (?:for|the)|"
    r"(?:have|has|i've|we've|he's|she's) (?:told|confirmed|booked|put|got you|fixed|arranged|set up)|told (?:them|her|him) (?:that )?you|"
    r"(?:wir|ich) (?:sehen|hören|sprechen|treffen) uns|(?:sehen|hören|sprechen|treffen) (?:wir )?uns|ruf(?:e|en) (?:ich |wir )?(?:dich|sie) (?:dann )?(?:am|um)|habe\w* (?:\w+ ){0,4}(?:bestätigt|zugesagt|gebucht|fixiert)|"
    r"on (?:se|s') ?(?:voit|parle|retrouve|rencontre|appelle|rappelle)|nous (?:nous (?:verrons|parlerons|retrouvons|voyons)|vous (?:attendons|attendrons|recevrons|appellerons))|je (?:vous|t')(?: |)(?:appelle|appellerai|rappelle)|(?:j'ai|nous avons|on a) (?:\w+ ){0,2}(?:confirmé|réservé|fixé|calé)|"
    r"(?:entonces |pues )?(?:hablamos|nos vemos|nos hablamos|te llamo|le llamo|te esperan|le esperan|te esperamos|le esperamos) (?:el|este|mañana|hoy)|(?:he|hemos|ha) (?:confirmado|reservado|agendado|quedado|fijado)|"
    r"(?:falamos|vemo-nos|encontramo-nos|nos vemos|nos falamos|te ligo|ligo-lhe|esperamos por (?:si|você|ti)) (?:na|no|em|amanhã|hoje)|(?:confirmei|marquei|marcámos|marcamos|agendei|agendamos)|"
    r"(?:ci (?:vediamo|sentiamo)|la chiamo|ti chiamo|la aspettiamo|ti aspettano|l'aspettiamo)|(?:ho|abbiamo) (?:confermato|fissato|prenotato)|"
    r"(?:we|wij) (?:zien|spreken|bellen) (?:elkaar|je|u)|(?:ik|we) (?:bel|bellen) (?:je|u)|(?:heb|hebben) (?:\w+ ){0,4}(?:bevestigd|ingepland|geboekt|afgesproken)|"
    r"vi (?:ses|hörs|träffas)|(?:har|är) (?:\w+ ){0,2}(?:bokat|bokad|bekräftat)|(?:widzimy|słyszymy) się|(?:potwierdziłem|potwierdziłam|umówiłem|umówiłam|umówiliśmy|zapraszamy))\b|お電話いたします|お会いしましょう|届时见|到时见|已(?:经)?(?:确认|安排|约好)",
)
"""Said as a fact, not asked: the writer counts on the appointment."""
OURS_SETTLED = _compile(
    r"\b(?:as (?:agreed|discussed|arranged)|(?:i|to) (?:hereby |can |am writing to )?confirm (?:my|our|the|that|for|\w+day)|confirming (?:my|our|the|for|\w+day)|i(?:'ll| will) be there (?:on|at)|wie (?:\w+ )?(?:besprochen|vereinbart)|hiermit bestätige ich|bestätige ich (?:den|unseren|meine)|comme convenu|je (?:vous )?confirme (?:ma|notre|mon|le)|"
    r"(?:como|según) (?:lo )?(?:acordado|hablado|hablamos|quedamos)|confirmo (?:mi|a minha|nuestra|la|il|a)|conforme (?:combinado|acordado)|come (?:concordato|da accordi)|zoals (?:afgesproken|besproken)|(?:hierbij )?bevestig ik|som överenskommet|zgodnie z ustaleniami|potwierdzam (?:swoj|nasz|obecność|termin|spotkanie))",
)
_HYPOTHETICAL = _compile(
    r"\b(?:if|should you|in case|unless|were you to|no need to|don't (?:have|need) to|do not need to|whether|avoid|do not resched\w+|falls|vermeiden|évite[rz]?|evit(?:e|a|en|ar|are|i)|vermijd\w*|undvik|unikać|sollten? sie|solltest du|wenn|im fall|nicht (?:mehr )?(?:verschieb|verleg|absag)|si (?:vous|tu|jamais|besoin|necesitas?|tiene|tienes|usted|hubiera|no pued)|en cas|au cas|en caso|caso|se (?:dovess|hai|ha|avess|precis|você|tiver|não pud)|qualora|in caso|als (?:je|u)|mocht|indien|om du|ifall|jeśli|jeżeli|gdyby|w razie)\b|もし|場合|万が一|如果|如需|若",
)
"""What may happen calls nothing off: `if you need to reschedule, tell us`."""
_APOLOGY = _compile(
    r"\b(?:sorry|unfortunately|leider|malheureusement|désolée?|desgraciadamente|lamentablemente|infelizmente|purtroppo|helaas|niestety|tyvärr|can(?:'t|not) (?:wait|thank|believe|help))\b|申し訳|抱歉",
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
OLDER = _compile(
    r"\b(?:old|earlier|previous|duplicate|first|original|wrong|alte[nrs]?|frühere\w*|doppelte\w*|ancien\w*|précédent\w*|anterior|viej[ao]|duplicad\w*|oude|eerdere|vecchi\w*|precedente|gamla|star[ey]|poprzedni\w*)\b|前回|元の|以前|旧",
)
ANEW = re.compile(
    r"\b(?:neu\w*|new|nouvel\w*|nuev\w*|nov[oa]|nuov\w*|nieuwe?|nya?|now[aey]|re-?sent|again)\b|新",
    re.I,
)
CANCELS = _compile(
    r"\b(?:cancel(?:l?ed|l?ing)?|call(?:ed|ing)? (?:away|off)|won't take place|not (?:take place|go ahead|happen)|postpone[ds]?|absagen|abgesagt|entfällt|entfallen|ausfallen|annuler|annulé\w*|annulons|cancelar\w*|cancelad\w*|anular|suspend\w*|desmarcar|annullare|annullat\w*|annuleren|geannuleerd|gaat niet door|odwoł\w+|ställ\w* in|inställ\w*)\b|延期|中止|取消|キャンセル",
)
REPLACES = _compile(
    r"\b(?:instead|rather than|in place of|(?:disregard|ignore|delete|discard) (?:the|my|our|that|any) (?:\w+ )?(?:entry|invit\w*|calendar|appointment|time|date)|"
    r"stattdessen|statt|anstatt|anstelle|ersatzweise|au lieu|plutôt qu\w*|à la place|en lugar de|en vez de|en su lugar|em seu lugar|no lugar|al suo posto|in sua vece|in de plaats|em vez de|em lugar de|ao invés de|invece|anziché|al posto di|"
    r"in plaats van|i stället|istället|zamiast)\b|の代わり|ではなく|に代えて|改为|而不是|换成|换到",
)
"""One time takes the place of another."""
_FIXES = _compile(
    r"\b(?:(?:all|now|that's|it's|got it|everything(?:'s| is)?|sorted:?|that is) (?:sorted|settled|fixed|arranged|set)|(?:all )?sorted[:,]|(?:you(?:'re| are)|(?:i|we)(?:'ve| have|) (?:got |put |pencilled |booked |slotted )?you) (?:all |now |both )?(?:set|in|down|booked|confirmed|scheduled|fixed|sorted)|that's you (?:booked|in|down)|"
    r"(?:has|have) been (?:fixed|set|scheduled|booked|arranged|put|agreed|moved to|rescheduled)|(?:let's|let us|we'll|we will|i'll|i will) (?:make it|go (?:for|with)|call it|settle on|fix|say)|it is(?=[.!]?\s*$)|report to|please (?:arrive|come|be|attend|present yourself|dial|call|join|ask)|come (?:in|to|by|along|over|round)|"
    r"(?:nehmen|halten|machen|sagen|fixieren|verbleiben|bleiben) wir|halten (?:wir )?(?:also |nun |hiermit )?.{0,50}\bfest|(?:ist|sind|steht|wäre) (?:somit |damit |nun |jetzt |also |hiermit )?(?:fix|fest|fixiert|vereinbart|gebucht|reserviert|gesetzt|verbindlich)|(?:eingeplant|vorgemerkt|reserviert|eingebucht|notiert|fixiert|festgelegt|anberaumt|angesetzt|terminiert)|verbindlich|es bleibt (?:bei|beim)|(?:bitte )?kommen sie|komm(?:e)? (?:bitte |einfach |doch )?(?:am|um|zu)|"
    r"fechado(?: então)?(?=,)|fica fechado|abgemacht(?=,)|(?:ist|ist also) gebongt|"
    r"(?:est|c'est|sera|a été) (?:donc |désormais |bien |maintenant |finalement )?(?:calé|bloqué|fixé|arrêté|pris|retenu|noté|réservé|programmé|planifié|enregistré)e?|rendez-vous (?:est )?(?:donc )?(?:pris|fixé|calé|confirmé)|vous (?:recevr(?:ons|a|ont)|attendr(?:ons|a|ont)|accueiller(?:ons|a|ont)|verr(?:ons|a|ont)|rencontrer(?:ons|a|ont)|appeler(?:ai|ons|a|ont))|(?:(?:vous|t')(?: ai| a| avons|ai)|ai|avons) (?:\w+ )?(?:inscrit|noté|réservé|bloqué|calé|planifié|programmé|retenu)e?|on (?:dit|part sur|se fixe)|présentez-vous|merci de vous présenter|disons donc|"
    r"(?:queda|quedó|ha quedado|está|fue|ha sido) (?:\w+ )?(?:fijad|confirmad|agendad|programad|cerrad|concertad|marcad|convocad|citad)[oa]|se (?:le|te) (?:convoca|cita)|êtes (?:\w+ )?convoqué(?:\(?e\)?)?|è (?:\w+ )?convocat[oa]|(?:te|le|la|lo|os) (?:he|hemos|ha|han) (?:apuntado|anotado|agendado|citado|puesto|reservado|convocado)|(?:te|le|la|lo|os) (?:espero|esperamos|espera|esperan|recibirá|recibirán|recibiré|recibiremos|llamaré|llamaremos|citamos|convocamos)|quedamos (?:entonces|pues|así)|(?:preséntese|acuda|venga|ven|vente)|la (?:cita|entrevista) (?:es|será)|"
    r"(?:fica|ficou|está|foi|deixei|deixo|deixámos|deixamos|temos) (?:v\. ?exa?\.ª? |\w+ )?(?:marcad|agendad|confirmad|combinad|fixad|reservad)[oa]|convocad[oa](?:\(a\))? para|(?:aguardamos|esperamos|aguardo|espero) (?:por (?:si|ti|você)|pela sua|a sua|sua|si|você)|(?:o|a)? ?(?:recebe|receberá|receberemos|recebemos)-?(?:o|a)?\b|compareça|apresente-se|"
    r"(?:resta|rimane|è|sarà|è stato|è stata) (?:\w+ )?(?:fissat|confermat|prenotat|stabilit|programmat|concordat)[oa]|l'appuntamento è|ho (?:segnato|messo|fissato|inserito|prenotato)|(?:la|ti|vi|l') ?(?:aspett(?:o|a|iamo|ano)|attend(?:e|iamo|ono)|ricever(?:à|emo|anno)|chiamer(?:ò|à|emo)|chiam(?:o|a|iamo|ano)|telefon(?:o|iamo))|si presenti|venga|facciamo (?:allora|dunque|quindi)|allora facciamo|"
    r"(?:zetten|houden|maken|doen|prikken|noteren|leggen) (?:we|wij) (?:het|hem|er|je|u)?|(?:heb|hebben) (?:je|u|jou|hem|het) (?:\w+ ){0,3}(?:ingepland|ingeboekt|genoteerd|gezet|gereserveerd)|(?:ingepland|ingeboekt|vastgelegd|vastgezet)|de afspraak (?:staat|is)|(?:verwachten|ontvangen|zien|spreken) (?:we|wij) (?:u|je)|(?:u wordt|je wordt|wordt u) verwacht|kom (?:dan|maar|gerust)|komt u|"
    r"(?:då|så) (?:säger|kör|tar|bokar|bestämmer|ses) vi|(?:har|är) (?:bokat|bokad|lagt|satt|skrivit|noterat) (?:in |upp )?(?:dig|dej|er|tiden|mötet)?|(?:är|det) (?:nu )?(?:bestämt|bokat|spikat|satt|klart)|välkommen|kom (?:till|in|förbi)|tar emot dig|väntar (?:vi )?dig|"
    r"umawiamy się|(?:jesteśmy|jest|są) (?:już )?umówieni|odbędzie się|(?:zapisał[ae]m|wpisał[ae]m|zarezerwował[ae]m|ustalił[ae]m|umówił[ae]m)|(?:termin|spotkanie|rozmowa) (?:jest |został[ao]? )?(?:ustalon|potwierdzon|umówion|wyznaczon|zaplanowan)[ayeo]|czekamy na|oczekujemy|proszę (?:przyjść|stawić się|zgłosić się|przyjechać)|ustalmy|zatem"
    r")(?!\w)|(?:(?<!いかが)(?:より|から|に|で|に(?:て|お)?)(?:お願い(?:いた|致)?します|お越しください|お越し願|お待ちし|ご来社|実施(?:いた)?します|行います|伺います|お電話(?:いた|し))|で(?:確定|設定|調整)(?:いた|し|さ)|押さえ(?:ました|ております)|开始面试|面试时间(?:是|为|定|[:：])|(?:就|那就|已|已经|帮您|给您|给你|帮你|为您)(?:定|约|安排|预约)|请(?:准时|于|在|您于)|(?:定|约)(?:在|好|了))",
)
"""Fixes a time where its sentence names one and nothing is left open."""
_OPEN = _compile(
    r"\b(?:would|could|might|may|can|shall|should|propos(?:e|al|als|ed)|suggest(?:ion|ions|ed)?|options?|offer|available|possibly|perhaps|provisional\w*|tentative\w*|pencil\w*|hold|let me know|schlag\w*|vorschlag\w*|biet\w+|könnt\w*|koennt\w*|können|würd\w*|wuerd\w*|soll(?:en)?|möglich|eventuell|vielleicht|unter vorbehalt|pourr\w+|propos\w+|peut-être|éventuellement|sous réserve|podría\w*|propong\w*|propon\w*|ofrec\w*|quizás?|tal vez|poderia|proponh\w*|talvez|potrebbe|potremmo|forse|eventualmente|zou(?:den)?|kunnen?|stel\w*|voorstel\w*|misschien|onder voorbehoud|skulle|kan|föreslå\w*|kanske|preliminärt|mógłby|mogłaby|możemy|propon\w+|może|ewentualnie|wstępnie)\b|いかが|ご都合|候補|仮|もし|可能|方便吗|可以吗|如何|建议|暂定",
)
_NO_MEETING = _compile(
    r"\b(?:webinar\w*|open (?:day|evening|house|dag)|info(?:rmation)?[- ]?(?:session|evening|abend|veranstaltung)|(?:career|job) fair|messe|tag der offenen tür|portes ouvertes|puertas abiertas|feria|portas abertas|porte aperte|öppet hus|dzień otwarty|"
    r"submit|upload|return the|send (?:me|us|it|your|the)|complete (?:the|your|it)|expires?|valid|einreich\w*|zusend\w*|schick\w*|hochlad\w*|ausfüll\w*|gültig|envoy(?:er|ez)|remplir|valable|enviar|envíe\w*|envie|válid[oa]|inviare|invii|compil\w+|valid[oa]|sturen|stuur|invullen|geldig|skick\w*|fyll\w*|giltig|prześl\w+|przesłać|ważn[yae])\b|提出|ご返送|有効|提交|有效|セミナー",
)
"""Of something due or for everybody, not of an appointment."""
_ASKS_FIT = re.compile(
    r"\b(?:ok|okay|works?|suits?|possible|manage|make it|all ?right|fine|good|convenient|passt|recht|geht|klappt|möglich|einverstanden|convien\w*|va|possible|bien|vale|d'accord|serve|bem|bene|past|lukt|schikt|goed|passar|går|funkar|pasuje|odpowiada|może być)\b|よろし|いかが|可以|方便|行吗|好吗",
    re.I,
)
_VOID = _compile(
    r"\b(?:(?:is|are|was) (?:now |therefore |sadly |all )?(?:off|void|scrapped|dead)\b|not (?:on )?the \d{1,2}(?:st|nd|rd|th)? (?:then|after all|any ?more)|doch nicht (?:am|der|den)\b|finalement pas le\b|al final no el\b|afinal não (?:é )?(?:no )?dia\b|toch niet (?:op )?de \d|(?:won't|will not|isn't|is not|not) (?:be )?(?:happen\w*|going ahead|going to (?:happen|work)|taking place)|no longer (?:works?|possible|happening|going ahead|suits?|stands?|valid|available)|(?:can't|cannot|can not|can no longer|won't be able to|unable to) (?:make|do|manage|keep|attend) (?:it|this|that|our|your|the|mon|tue|wed|thu|fri)\w*|scrap(?:ping)?|hold off (?:on|with)|fallen through|won't work|doesn't work any ?more|"
    r"hinfällig|hinfaellig|wird (?:\w+ ){0,3}(?:nix|nichts)\b|gestrichen|streichen|obsolet|geplatzt|hat sich (?:leider )?erledigt|fällt (?:leider |damit |nun |also )?(?:aus|flach|weg|ins wasser)|faellt (?:leider |damit )?(?:aus|weg)|klappt (?:\w+ ){0,4}(?:doch |leider |mehr )?nicht|nicht mehr (?:möglich|machbar|halten)|findet (?:\w+ ){0,3}nicht statt|verhindert|(?:nicht|kann) (?:mehr )?wahrnehmen|"
    r"tombe à l'eau|(?:n'est|ne sera) (?:plus|pas) (?:possible|d'actualité|envisageable|maintenue?|tenable)|n'aura (?:pas|plus) lieu|est caduc|ne (?:peut|pourra|va|tient) (?:pas |plus )(?:se tenir|avoir lieu|être maintenue?)|ne tient plus|empêchée?|"
    r"se cae|(?:me|nos|te|se|lo) (?:lo )?(?:anula|cancela|tumba)n?\b|(?:ya )?no (?:va a poder|podrá|puede|va a) ser|ya no es posible|no se (?:va a poder|podrá)|sin efecto|(?:dejarlo|dejamos|aplazarlo|dejemos) para más adelante|no tendrá lugar|no (?:se celebrará|se hará)|"
    r"sem efeito|já não (?:é possível|vai dar|dá|se realiza|vai ser)|não vai (?:dar|ser possível|acontecer|rolar)|não se realiza|caiu por terra|deixar para mais tarde|"
    r"salta(?! fuori)|è saltat[oa]|non se ne fa (?:più )?(?:niente|nulla)|non è più (?:possibile|valid[oa]|fattibile)|non si (?:terrà|fa più|farà)|decade|"
    r"vervalt|vervallen|gaat (?:\w+ ){0,2}niet (?:meer )?(?:lukken|door)|van de baan|niet meer mogelijk|lukt (?:\w+ ){0,3}niet meer|kan (?:\w+ )?niet doorgaan|"
    r"utgår|blir (?:det )?(?:\w+ )?(?:inget|inte av|ingen (?:\w*intervju|träff|\w*möte|\w*samtal|fika|lunch))|går (?:\w+ )?inte (?:längre|att genomföra)|fungerar inte längre|är struk\w+|faller bort|får förhinder|har fått förhinder|"
    r"odpada|nieaktualn\w+|nie dojdzie do skutku|nie odbędzie się|nie da (?:się|rady)|przepada)(?!\w)|見送らせて|キャンセル|なくなりました|実施できなく|白紙|难以进行|不行了|作废|来不了|去不了|不能进行|没法(?:进行|面)",
)
"""Says of a day or an appointment in the same clause that it is off."""
_MOVED = _compile(
    r"\b(?:(?:we(?:'ll| will)? say|let's say|make it) [^!?\n]{0,50} instead|(?:dann )?(?:sagen|machen) wir [^!?\n]{0,50} stattdessen|(?:disons|on dit) [^!?\n]{0,50} à la place|(?:decimos|digamos|quedamos) [^!?\n]{0,50} en (?:su lugar|vez)|(?:dan )?zeggen we [^!?\n]{0,50} in plaats daarvan|(?:då |vi )säger (?:vi )?[^!?\n]{0,50} i ?stället)\b|"
    r"\b(?:new (?:time|date|slot)(?! (?:proposal|suggestion|option))|change of (?:plans?|time|date)|(?:has|have) been (?:moved|brought forward|changed|rescheduled|shifted|postponed|put back) to|(?:had|have) to move (?:you|it|this|the \w+|your \w+|our \w+) to|(?:is|are|it's) .{0,40}\bnow, not|now (?:on|at|takes place)|"
    r"neue[rns]? (?:termin|zeit|uhrzeit|datum|slot)\b|termin(?:änderung|verschiebung|verlegung)\b|(?:verschoben|verlegt|vorgezogen|umgebucht) auf|(?:auf|zum) .{0,50}(?:verschoben|verlegt|vorgezogen|umgebucht)|"
    r"(?:est|a été|sera) (?:reporté|avancé|déplacé|décalé|fixé)e? au|nouvelle (?:date|heure)|nouvel horaire|changement (?:de date|d'heure|d'horaire|:)|changement\s?:|"
    r"(?:se (?:traslada|pasa|mueve|cambia|aplaza|adelanta)|pasa|queda trasladad[oa]|queda aplazad[oa]) (?:al|para el|a el)|nueva (?:fecha|hora)|nuevo horario|cambio de (?:fecha|hora|horario)|"
    r"(?:passa|passou|foi (?:adiad|antecipad|remarcad|alterad)[oa]|fica adiad[oa]) para|nova (?:data|hora)|novo horário|(?:mudança|alteração) de (?:data|horário|hora)|"
    r"(?:è|è stato|è stata|viene) (?:spostat|anticipat|rinviat|posticipat)[oa] a\w*|nuova data|nuovo orario|cambio (?:di )?(?:data|orario)|"
    r"(?:verplaatst|verzet|verschoven|vervroegd) (?:is |wordt |werd )?naar|nieuwe (?:datum|tijd|afspraak)|wijziging\s?:|"
    r"(?:flyttas|flyttad|flyttat|flyttats|ändrad|ändrats|tidigareläggs|senareläggs) till|ny tid|nytt datum|ändrad tid|"
    r"(?:przełożon|przesunięt|przeniesion)[yaeo] na|nowy termin\b|nowa (?:data|godzina)|zmiana (?:terminu|godziny))(?!\w)|に(?:変更(?:となり|になり|いたし|させて|しま)|なりました)|(?:新しい|変更後の)(?:日程|日時)(?:は|[:：])|改(?:到|为|成|在)|新(?:的)?时间|调整(?:到|为|至)",
)
"""The time moved, said as a fact."""
_NEGATIVE = _compile(
    r"n['’]t\b|\b(?:not|cannot|neither|nor|difficult|tricky|hard|busy|taken|full|away|out|on call|on duty|on shift|nicht|kein\w*|weder|schlecht|schwierig|ungünstig|verhindert|belegt|voll|weg|im dienst|verreist|pas|plus|ni|difficile|mal|pris|prise|de garde|en déplacement|absente?|no|tampoco|difícil|complicad\w+|ocupad\w+|imposible|impossible|impossível|não|nem|ruim|non|né|male|impegnat\w+|niet|geen|slecht|lastig|bezet|inte|upptagen|svårt|dåligt|nie|ani|zajęt\w+|odpada|trudno)\b|難し|不可|都合が悪|厳し|埋ま|合わ|できな|不行|不方便|不可以|没空|没时间|有事|有课|不在|在外地|出差",
)
_NO_PROBLEM = _compile(
    r"\b(?:no (?:problem|worries|issue)|not a problem|why not|if not|not only|kein problem|nicht nur|pas de (?:problème|souci)|sin problemas?|no hay problema|não há problema|sem problema|nessun problema|non c'è problema|geen probleem|inga problem|nie ma problemu)\b",
)
_PARTS = re.compile(
    r".+?(?:[.!?;,\n。！？；、，]|が、|(?=\s(?:but|however|whereas|while|aber|dafür|sondern|mais|par contre|pero|en cambio|mas|porém|però|invece|ma|maar|men|däremot|ale|natomiast)\s)|$)",
    re.I | re.S,
)
_THAN = _compile(
    r"\b(?:rather than|better than|instead of|over|als|statt|anstatt|lieber als|que|do que|plutôt que|au lieu de|antes que|en vez de|em vez de|che|piuttosto che|invece di|anziché|in plaats van|liever dan|än|i stället för|istället för|niż|zamiast)\s+(?:on |the |am |den |de |le |el |na |il |op |w )?$|よりも?$|比$",
)


KEEPS = _compile(
    r"\b(?:(?:let's|let us|we(?:'ll| will)?|i'd (?:rather|prefer to)) (?:keep|stick|stay|leave)|(?:stick(?:ing)?|stay(?:ing)?) with|(?:es )?bleibt (?:es )?(?:bei|beim|dabei)|bleiben (?:wir )?(?:bei|beim|dabei)|(?:restons|gardons|on (?:reste|garde)|maintenons|on maintient)|(?:nos quedamos con|mantenemos|mantengamos|dejamos)|(?:mantemos|ficamos com|mantém-se)|(?:teniamo|rimaniamo|restiamo|manteniamo)|blijft (?:het )?(?:op|bij|staan)|houden (?:we )?het (?:op|bij)|står (?:det )?kvar|håller fast|zostajemy przy|zostaje)(?!\w)|のまま|予定(?:どおり|通り)|不变|按原",
)
"""Another time was refused, the one agreed on stays."""
_STANDS_IN = _compile(
    r"\b(?:step(?:s|ping)? in|stand(?:s|ing)? in|tak(?:es?|ing) over|fill(?:s|ing)? in|cover(?:s|ing)? for|in (?:his|her) place|instead of (?:him|her)|springt ein|vertr(?:itt|eten)\w*|übernimmt|übernehme|an (?:seiner|ihrer) stelle|remplac\w+|à sa place|sustituy\w+|sustituir\w+|en su lugar|substitu\w+|no (?:seu|lugar)|sostituir\w+|sostituisc\w+|al (?:suo|posto)|vervang\w*|neemt waar|neemt het over|in (?:zijn|haar) plaats|hoppar in|ersätter|tar över|zastąpi\w*|zastępuje)\b|代わって|代わりに|代理で|代替他|代替她|由.{1,12}代",
)
"""Somebody comes in another's place: the appointment stands."""
_ELSE = re.compile(
    r"\b(?:hotel\w*|hôtel|flights?|flug|flüge|vuelos?|voos?|vol[oi]|vlucht|flyg\w*|trains?|zug|tren|treno|trein|tåg|pociąg|room|zimmer|chambre|habitación|quarto|camera|kamer|pokój|taxi|parking|newsletter|subscription|abo|abonn\w+)\b|ホテル|航空券|酒店|机票",
    re.I,
)
_CLAUSE = re.compile(r"[^,;:–—、，；]+")
_NO_USE = _compile(
    r"\b(?:the|am|der|den|le|el|il|o|dia|de|on) \d{1,2}\b[^.!?\n]{0,90}[,:;–-] ?(?:so |also |donc |così |entonces )?(?:non si può|non posso|non ci riesco|(?:that |it )?(?:won't|doesn't|can't) (?:do|work|be)|no good|geht (?:\w+ )?nicht|das wird nix|ce n'est pas possible|je ne peux pas|no puedo|no se puede|não posso|não dá|kan (?:ik|het) niet|går inte|kan jag inte|dur ikke|kan jeg ikke|nie mogę|nie da rady)\b"
)
"""A day of the month on which the writer has something else: `il 16 ho il collaudo, non si può`."""
_DAY_OR_TALK = re.compile(rf"{WEEKDAY.pattern}|{RELATIVE.pattern}|\d|{APPOINTMENT.pattern}", re.I)
_SENTENCE = re.compile(
    r"(?:[^.!?;\n。！\uFF1F]|(?:(?<=\bkl)|(?<=\bca)|(?<=\bgodz))\.|(?<=\d)\.(?=,|\s?(?:\d|(?-i:[a-zäöü])|jan|feb|mar|mär|apr|mai|maj|may|jun|jul|aug|sep|oct|okt|nov|dec|dez)))+[.!?;\n。！\uFF1F]?",
    re.I,
)


def _sentences(said: str) -> list[str]:
    return [found[0] for found in _SENTENCE.finditer(said)]


def settles(said: str) -> bool:
    """Tell whether a text says an appointment as a fact."""
    sentences = _sentences(said)
    asked = [s for s in sentences if s[-1] in _QUESTION]
    told = [s for s in sentences if s[-1] not in _QUESTION]
    if _SETTLED.search(said) or any(_MEETS.search(s) for s in told):
        return True
    if any(_ASKS_FIT.search(s) for s in asked):
        return False
    return any(map(_fixes, told)) or any(_fixes_it(a, b) for a, b in pairwise(told))


_QUESTION = "?\uff1f"


def _fixes(sentence: str) -> bool:
    return (
        any(c.isdigit() for c in sentence)
        and _FIXES.search(sentence) is not None
        and not _OPEN.search(sentence)
        and not _NO_MEETING.search(sentence)
        and not _HYPOTHETICAL.search(sentence)
    )


def _fixes_it(before: str, sentence: str) -> bool:
    """Tell whether a sentence begins by fixing what the one before it names: `Fica então marcado`."""
    found = _FIXES.search(sentence)
    return bool(found and not sentence[: found.start()].strip() and _fixes(f"{before} {sentence}"))


def turns_nothing_down(said: str) -> bool:
    """Tell whether an answer asks nothing, leaves nothing open and refuses nothing: `Det dur!`."""
    told = _NO_PROBLEM.sub("", said)
    is_open = any(mark in said for mark in _QUESTION) or _OPEN.search(told)
    turns_down = (REFUSES, _NEGATIVE, _CALLED_OFF, _HYPOTHETICAL)
    return not (is_open or any(pattern.search(told) for pattern in turns_down))


def find_tentative(said: str) -> str:
    """Return the sentence in which the writer has to look or to ask first; empty where none."""
    return next((s for s in _sentences(said) if _TENTATIVE.search(s)), "")


def find_calling_off(said: str, *, refusals: bool = False) -> str:
    """Return the sentence that calls an appointment off, or refuses it; empty where none does."""
    for sentence in _sentences(said):
        refuses = refusals and REFUSES.search(_APOLOGY.sub("", sentence))
        if (_calls_off(sentence) or refuses) and not _HYPOTHETICAL.search(sentence):
            return sentence
    return ""


def _calls_off(sentence: str) -> bool:
    is_off = _CALLED_OFF.search(sentence) is not None
    return is_off and bool(not _ELSE.search(sentence) or APPOINTMENT.search(sentence))


def find_void(said: str) -> str:
    """Return the clause that says of a day or an appointment that it is off; empty where none does.

    It may speak of another day than the one agreed on: `Thursday is off, so Friday it stays`.
    """
    for sentence in _sentences(said):
        taken = _NO_USE.search(sentence)
        if taken and not _HYPOTHETICAL.search(sentence):
            return taken[0]
        for clause in (str(c) for c in _CLAUSE.findall(sentence)):
            is_off = _VOID.search(clause) and _DAY_OR_TALK.search(clause)
            if is_off and not _HYPOTHETICAL.search(sentence):
                return "" if _STANDS_IN.search(said) or KEEPS.search(said) else clause
    return ""


def moves_to(said: str) -> str:
    """Return the sentence that says as a fact to when something moved; empty where none does."""
    sentences = _sentences(said)
    if any(_ASKS_FIT.search(s) for s in sentences if s[-1] in _QUESTION):
        return ""
    for sentence in sentences:
        is_open = sentence[-1] in _QUESTION or _OPEN.search(sentence)
        if not is_open and _MOVED.search(sentence) and not _HYPOTHETICAL.search(sentence):
            return sentence
    return ""


def without_declined(said: str, names_days: Callable[[str], list[tuple[int, int]]]) -> str:
    """Return a text without the parts that turn a day down, where another day is left.

    `names_days` returns where a text names days: `Thursday doesn't work, Friday is perfect`.
    """
    kept = []
    for part in (str(p) for p in _PARTS.findall(said)):
        days = names_days(part)
        if days and _NEGATIVE.search(_NO_PROBLEM.sub("", part)):
            continue
        for start, end in reversed(days):
            than = _THAN.search(part[:start])
            if than and len(days) > 1:
                part = part[: than.start()] + part[end:]
        kept.append(part)
    left = "".join(kept)
    return left if left != said and names_days(left) else said
