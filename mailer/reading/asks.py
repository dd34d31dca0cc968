"""What a person's answer asks for: a call, feedback, the reason, documents, or to reconsider (E31).

Looks at each sentence for the thing and for the asking, in ten languages; a sentence that only
thanks for a thing, or says that none is needed, asks for nothing.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Ask(StrEnum):
    """What is asked for."""

    CALL = "call"
    FEEDBACK = "feedback"
    REASON = "reason"
    DOCUMENTS = "documents"
    RECONSIDER = "reconsider"
    QUESTION = "question"
    """A question about something else."""


_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]*")
_ASKING = re.compile(
    r"[?？]|\b(?:please|could you|can you|can we|could we|would you|may i|might i|let me know|let us know|"
    r"would love|would like|i'd like|we'd like|i'd love|we'd love|happy to|glad to|are you (?:free|open)|"
    r"would appreciate|would be (?:great|helpful|good)|grateful if|if you (?:could|would|have)|"
    r"bitte|würde mich|würden uns|könnten sie|können sie|kannst du|könntest du|hätten sie|hättest du|"
    r"gerne?|wären sie|magst du|wäre es möglich|"
    r"pourriez|pouvez|peux|pourrais|merci de|seriez|serait|j'aimerais|nous aimerions|auriez|"
    r"n'hésitez|souhait\w+|"
    r"podr[ií]as?|podr[ií]amos|puedes?|podemos|por favor|me gustar[ií]a|nos gustar[ií]a|"
    r"agradecer[ií]a\w*|tendr[ií]as?|estar[ií]as?|nos encantar[ií]a|"
    r"poderias?|poder[ií]amos|pode(?:mos)?|gostar[ií]a\w*|seria|terias?|agradecemos se|"
    r"potrest[ei]|potrebbe|puoi|può|possiamo|vorrei|vorremmo|le andrebbe|ti andrebbe|sarebbe|"
    r"gradi\w+|saresti|"
    r"zou(?:den)? (?:je|u|we|ik)|kun(?:t|nen)? (?:je|u|we)|kun je|graag|alstublieft|alsjeblieft|wil(?:t)? (?:je|u)|"
    r"skulle (?:du|ni|vi|jag)|kan du|kan ni|kan vi|gärna|vänligen|får jag|vill du|"
    r"czy|prosz[eęąę]|mog(?:łaby|łby|ą)|chciał\w+|prosimy|byłoby)\b"
    r"|いただけ|ください|下さい|頂け|願い|でしょうか|ますか|たく存じ",
    re.IGNORECASE,
)
_NOT_NEEDED = re.compile(
    r"\b(?:no need|not necessary|don't need|do not need|without|thank(?:s| you)(?: so much)? for (?:the|your)|"
    r"nicht nötig|kein\w*|danke für|vielen dank für|pas besoin|pas nécessaire|inutile|merci pour|"
    r"no hace falta|no es necesario|gracias por|não é necess[aá]rio|não precisa\w*|obrigad[oa] (?:pel[ao]|por)|"
    r"non serve|non è necessario|non occorre|grazie per|niet nodig|bedankt voor|dank voor|"
    r"behövs inte|behöver inte|tack för|nie trzeba|nie ma potrzeby|dziękuj\w+ za)\b"
    r"|不要|必要はございません|必要はありません|ありがとうございま",
    re.IGNORECASE,
)
_THINGS: tuple[tuple[Ask, re.Pattern[str]], ...] = (
    (
        Ask.CALL,
        re.compile(
            r"\b(?:call|phone|chat|talk|speak|minutes|zoom|anruf\w*|anrufen|telefon\w*|telefonat|sprechen|"
            r"gespräch|gesprächs\w*|appel\w*|téléphon\w*|échanger|discuter|de vive voix|llamad\w*|llamar\w*|hablar\w*|"
            r"charlar|ligar|ligação|telefonema|telefonar|conversar|chamada|chiamat\w*|chiamar\w*|"
            r"telefonat\w*|sentirci|parlarne|parlare|bellen|telefoontje|telefonisch|gesprek\w*|"
            r"samtal\w*|ringa|prata\w*|telefonsamtal|rozmow\w+|zadzwonić|telefon\w*|porozmawiać)\b"
            r"|お電話|電話|お話",
            re.IGNORECASE,
        ),
    ),
    (
        Ask.FEEDBACK,
        re.compile(
            r"\b(?:feedback|rückmeldung|verbessern|besser machen|survey|umfrage|enquête|questionnaire|"
            r"retour d'expérience|votre retour sur|ton retour sur|vos impressions|ressenti|encuesta|"
            r"comentarios|opini[oó]n|opinião|retroaliment\w+|pesquisa|sondaggio|riscontro sul|"
            r"parere|terugkoppeling|enquête|återkoppling|synpunkter|enkät\w*|ankiet\w+|opini\w+|"
            r"informacj\w+ zwrotn\w+|do better|improve our|experience with (?:our|the) process)\b"
            r"|フィードバック|ご感想|ご意見|アンケート",
            re.IGNORECASE,
        ),
    ),
    (
        Ask.REASON,
        re.compile(
            r"\b(?:reasons?|why|what (?:made|led|changed)|what was behind|gr[uü]nde?n?|warum|weshalb|beweggründe|"
            r"woran (?:es|das)|raisons?|pourquoi|motifs?|razón|razones|motivos?|por ?qué|por que|"
            r"porquê|raz(?:ão|ões)|motiv[oi]|perché|reden\w*|waarom|aanleiding|orsak\w*|varför|"
            r"anledning\w*|skäl\w*|powod\w*|przyczyn\w*|dlaczego)\b|理由|ご事情|なぜ",
            re.IGNORECASE,
        ),
    ),
    (
        Ask.DOCUMENTS,
        re.compile(
            r"\b(?:documents?|paperwork|form|signed|sign (?:the|this)|letter of|laptop|badge|receipts?|invoice|"
            r"unterlagen|dokumente?|formular|unterschr\w+|bescheinigung|belege?|formulaire|justificatifs?|"
            r"attestation|signer|pièces|documentos?|documentación|formulario|firm(?:ar|ado|es)|recibos?|"
            r"formulário|assin\w+|comprovantes?|document[oi]|modulo|firmar\w+|ricevut\w+|documenten|"
            r"formulier|ondertekend\w*|bonnetjes|dokument\w*|blankett\w*|undertecknad\w*|kvitton?|"
            r"dokument\w*|formularz\w*|podpisa\w+)\b|書類|書面|ご署名|フォーム",
            re.IGNORECASE,
        ),
    ),
    (
        Ask.RECONSIDER,
        re.compile(
            r"\b(?:reconsider|change your mind|rethink|think (?:it|this) over|anything we (?:can|could) do|"
            r"match (?:the|that|your)|überdenken|umstimmen|noch einmal nachdenken|reconsidér\w+|"
            r"changer d'avis|revenir sur|reconsider\w+|cambiar de opinión|replantear\w*|"
            r"mudar de ideia|reconsiderar|ripensar\w*|cambiare idea|heroverweg\w+|"
            r"van gedachten|ompröva|tänka om|ändra dig|ponownie rozważ\w+|zmieni\w+ zdani\w+)\b|再考|考え直",
            re.IGNORECASE,
        ),
    ),
)


def find_asks(own_text: str) -> tuple[Ask, ...]:
    """Return what an answer's own text, without quote, asks for, in the order of `Ask`."""
    found: set[Ask] = set()
    for sentence in _SENTENCE.findall(own_text[:20_000]):
        found |= _asked(sentence)
    if len(found) > 1:
        found.discard(Ask.QUESTION)
    return tuple(ask for ask in Ask if ask in found)


def _asked(sentence: str) -> set[Ask]:
    if not _ASKING.search(sentence):
        return set()
    is_question = sentence.rstrip().endswith(("?", "？"))
    if _NOT_NEEDED.search(sentence) and not is_question:
        return set()
    things = {ask for ask, pattern in _THINGS if pattern.search(sentence)}
    if not things and is_question:
        return {Ask.QUESTION}
    return things
