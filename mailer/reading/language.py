"""Which language people write, told from their own words: scripts, then frequent small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

_WORDS = {
    "en": "the and you for with your that this have are our will would from about can please hi dear "
    "thanks best regards we to of is it be at on as if any me my looking forward let know hello not was",
    "de": "und der die das sie ihnen ihre ihr für mit wir ich ist nicht auf eine einen zu im von uns "
    "herr frau gerne vielen dank grüße grüßen bei dich dir du dein deine auch noch bitte sich den dem "
    "haben sehr geehrte hallo ein als am um bis oder wie",
    "fr": "le la les des et vous votre vos pour avec nous je est une dans sur que qui pas bonjour merci "
    "cordialement madame monsieur au aux du ce cette tu ton ta mon ma de à en un ne plus bien votre "
    "notre avons été suis",
    "es": "el la los las de y que en para con por una un su usted nos es gracias hola saludos no se al "
    "del me te tu le lo como más pero muy buenos días estimado estimada quedo atentamente hemos",
    "pt": "o a os as de e que em para com por uma um você nós é obrigado obrigada olá não se ao do da "
    "dos das no na seu sua me te como mais mas muito bom dia prezado prezada cumprimentos abraço "
    "atenciosamente temos você oi gostaria",
    "it": "il lo la i gli le di e che in per con una un non si è grazie ciao saluti cordiali gentile "
    "dott al del della dei nel sono suo sua mi ti ci come più ma molto buongiorno lei abbiamo alle "
    "colloquio da anche",
    "nl": "de het een en van ik je jij u voor met is niet op dat we wij aan zijn ook bij uw jouw naar "
    "graag groet groeten hoi beste geachte dank om te heb hebben kunnen wordt mij ons maar als dan "
    "nog vriendelijke",
    "sv": "och att det som en på är av för med till den har inte jag du vi hej tack ett om kan vill hälsningar",
    "da": "og at det som en på er af for med til den har ikke jeg du vi hej tak et om kan vil hilsen venlig",
    "pl": "i w na z do się nie to że jest za od przez pan pani dziękuję pozdrawiam dzień dobry oraz jako",
    "tr": "ve bir bu için ile de da çok olarak size sizin teşekkür merhaba iyi saygılarımla başvurunuz",
    "fi": "ja on ei se että hän oli kun mutta kiitos hei terveisin sinun minun olen myös",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_MARKS = {
    "de": re.compile(r"[äöüß]", re.I),
    "fr": re.compile(r"[çœêèà]", re.I),
    "es": re.compile(r"[ñ¿¡]", re.I),
    "pt": re.compile(r"[ãõç]", re.I),
    "it": re.compile(r"[àèìòù](?=\s|$)", re.I),
    "nl": re.compile(r"ij", re.I),
    "pl": re.compile(r"[łśżźćęą]", re.I),
    "tr": re.compile(r"[ığş]", re.I),
}


def detect(text: str) -> str:
    """Return the BCP 47 language of a text, or an empty text where it is too short to tell."""
    scores = ranked(text)
    if not scores:
        return ""
    (best, points), *rest = scores[:2]
    second = rest[0][1] if rest else 0
    return best if points >= 2 and points > second * 1.1 else ""


def score(text: str) -> Counter[str]:
    """Return points for each language that a text could be in."""
    sample = text[:4000]
    if not sample.isascii() and (script := _script(sample)):
        return script
    points: Counter[str] = Counter()
    words = [w.lower() for w in _WORD.findall(sample)]
    for language, known in _SETS.items():
        hits = sum(map(known.__contains__, words))
        if hits:
            points[language] = hits * 10
    for language, mark in _MARKS.items():
        if language in points:
            points[language] += min(20, 3 * len(mark.findall(sample)))
    return points


def _script(sample: str) -> Counter[str] | None:
    """Return the points of a language that its script tells."""
    letters = max(1, sum(map(str.isalpha, sample)))
    if len(_KANA.findall(sample)) > letters * 0.06:
        return Counter(ja=letters)
    if len(_HANGUL.findall(sample)) > letters * 0.2:
        return Counter(ko=letters)
    if len(_HAN.findall(sample)) > letters * 0.3:
        return Counter(zh=letters)
    if len(_CYRILLIC.findall(sample)) > letters * 0.4:
        return Counter(ru=letters)
    return None


@lru_cache(maxsize=4_096)
def ranked(text: str) -> tuple[tuple[str, int], ...]:
    """Return the languages that a text could be in with their points, most first."""
    return tuple(score(text).most_common())


def likely_codes(text: str) -> list[str]:
    """Return the languages that a text may be in, the likeliest first: none far behind that one."""
    found = ranked(text)
    return [code for code, points in found if points >= found[0][1] * 0.6]


def most_spoken(texts: Iterable[tuple[str, float]]) -> str:
    """Return the language of several texts, each with its weight; empty where none can be told."""
    total: Counter[str] = Counter()
    for text, weight in texts:
        language = detect(text)
        if language:
            total[language] += int(weight * 100)  # one message, one voice, whatever its length
    return total.most_common(1)[0][0] if total else ""
