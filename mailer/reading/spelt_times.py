"""Times of day in words, written as digits: `half nine`, `halb neun`, `à dix heures et demie`.

Each language has one pattern: what leads a time, the hour, and the minutes around it. A bare number
counts only where a time ends behind it, so that `at two sites` or `alle dieci persone` stay words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable


def _numbered(names: str, first: int = 1) -> dict[str, int]:
    """Return each name's number; alternatives are joined by a slash."""
    return {n: k for k, group in enumerate(names.split(), first) for n in group.split("/")}


def _or(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_EN = _numbered("one two three four five six seven eight nine ten eleven twelve")
_DE = _numbered(
    "ein/eins zwei drei vier fünf/fuenf sechs sieben acht neun zehn elf zwölf/zwoelf dreizehn vierzehn fünfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn zwanzig"
)
_FR = _numbered(
    "une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt"
)
_ES = _numbered(
    "una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte"
)
_PT = _numbered(
    "uma duas três quatro cinco seis sete oito nove dez onze doze treze quatorze/catorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove vinte"
)
_IT = _numbered(
    "una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti"
)
_NL = _numbered("één/een twee drie vier vijf zes zeven acht negen tien elf twaalf")
_SV = _numbered("ett två tre fyra fem sex sju åtta nio tio elva tolv")
_PL = _numbered(
    "pierwszej drugiej trzeciej czwartej piątej szóstej siódmej ósmej dziewiątej dziesiątej jedenastej dwunastej trzynastej czternastej piętnastej szesnastej siedemnastej osiemnastej"
)
_KANJI = _numbered("一 二/两/兩 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八")

_MINUTES = {
    "half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25, "twenty five": 25,
    "fifteen": 15, "thirty": 30, "forty": 40, "forty-five": 45, "forty five": 45,
    "viertel": 15, "fünf": 5, "zehn": 10, "zwanzig": 20, "fünfzehn": 15, "dreißig": 30, "dreissig": 30,
    "fünfundvierzig": 45, "demie": 30, "demi": 30, "quart": 15, "un quart": 15, "le quart": 15, "cinq": 5,
    "dix": 10, "quinze": 15, "vingt": 20, "trente": 30, "quarante-cinq": 45,
    "media": 30, "cuarto": 15, "cinco": 5, "diez": 10, "quince": 15, "veinte": 20, "treinta": 30,
    "meia": 30, "um quarto": 15, "dez": 10, "vinte": 20, "trinta": 30,
    "mezza": 30, "mezzo": 30, "un quarto": 15, "cinque": 5, "dieci": 10, "quindici": 15, "venti": 20,
    "trenta": 30, "kwart": 15, "vijf": 5, "tien": 10, "twintig": 20, "kvart": 15, "fem": 5, "tio": 10,
    "tjugo": 20, "piętnaście": 15, "trzydzieści": 30, "czterdzieści pięć": 45,
}  # fmt: skip
_ENDS = (
    r"(?=\s*(?:[.,;:!?)\n–—-]|$)|\s+(?:on|this|next|tomorrow|today|sharp|works?|suits?|is|would|then|with|for|if|in the|your|uk|o'?clock|"
    r"am|an|mit|bei|passt|wäre|ist|geht|nachmittags|vormittags|morgens|abends|uhr|in ihrem|bis|und|"
    r"el|del|de la|en|con|en punto|horas?|da|do|na|no|em|com|em ponto|di|del|con|in punto|presso|va|van|met|op|uur|'s|bij|på|hos|med|w|we|z|u|po|rano)(?!\w))"
)
_AM = r"(?:\s?(?:a\.?m|p\.?m)\b)"


def _clock(hour: int, minute: int) -> str:
    """Return the time as digits; negative minutes count back."""
    if minute < 0:
        hour, minute = hour - 1 or 12, 60 + minute
    return f"{hour}:{minute:02d}"


def _english(found: re.Match[str]) -> str:
    hour = _EN[found["hour"].lower()]
    part, way = (found["part"] or "").lower(), (found["way"] or "").lower()
    if part:
        return _clock(hour, -_MINUTES[part] if way == "to" else _MINUTES[part])
    return _clock(hour, _MINUTES.get((found["behind"] or "").lower(), 0))


def _before_half(numbers: dict[str, int]) -> Callable[[re.Match[str]], str]:
    """Return the writer of `halb neun`, which is 8:30, with the quarters and minutes around it."""

    def write(found: re.Match[str]) -> str:
        word = found["hour"].lower()
        hour = int(word) if word.isdigit() else numbers[word]
        part = " ".join((found["part"] or "").lower().split())
        if not part:
            return _clock(hour, _MINUTES.get((found["behind"] or "").lower(), 0))
        if part in ("halb", "half", "halv", "wpół do"):
            return _clock(hour, -30)
        if part in ("drei viertel", "dreiviertel"):
            return _clock(hour, -15)
        minutes = _MINUTES[part.split()[0]]
        if part == "viertel":  # `viertel drei` is 2:15 where it is said
            return _clock(hour, -45)
        return _clock(hour, -minutes if part.split()[-1] in ("vor", "voor", "i") else minutes)

    return write


def _added(numbers: dict[str, int]) -> Callable[[re.Match[str]], str]:
    """Return the writer of `dix heures et demie`, `las once menos cuarto`: minutes behind the hour."""

    def write(found: re.Match[str]) -> str:
        word = found["hour"].lower()
        hour = int(word) if word.isdigit() else 12 if word in _NOONS else numbers[word]
        minutes = _MINUTES.get((found["more"] or found["less"] or "").lower(), 0)
        return _clock(hour, -minutes if found["less"] else minutes)

    return write


_HOURS = (_EN, _DE, _FR, _ES, _PT, _IT, _NL, _SV, _PL)


def _needed(pattern: str) -> tuple[str, ...]:
    """Return the hours of which a text must hold one; none where the pattern takes digits too."""
    hours = (h for h in _HOURS if _or(h) in pattern and r"\d" not in pattern)
    return tuple(next(hours, ()))


_NOONS = frozenset(("midi", "meio-dia", "mezzogiorno"))
_SPELT: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern, re.I), write, _needed(pattern))
    for pattern, write in (
        (
            rf"\b(?:(?P<part>half|quarter|(?:twenty[- ])?five|ten|twenty)(?: minutes)? (?P<way>past|(?<=quarter )to|(?<=minutes )to) |half (?=(?:{_or(_EN)})\b)(?P<half>))(?P<hour>{_or(_EN)})\b(?P<behind>)",
            lambda m: f"{_EN[m['hour'].lower()]}:30" if m["half"] is not None else _english(m),
        ),
        (
            rf"(?P<part>)(?P<way>)(?:(?<=\bat )|(?<=\baround )|(?<=\bfor )|(?<=, ))(?P<hour>{_or(_EN)})[ -](?P<behind>fifteen|thirty|forty[- ]five)\b{_ENDS}",
            _english,
        ),
        (
            rf"(?P<part>)(?P<way>)(?<=\bat )(?P<hour>{_or(_EN)})(?P<behind>)(?:{_ENDS}|(?={_AM}))",
            _english,
        ),
        (
            rf"(?P<part>)(?P<way>)\b(?P<hour>{_or(_EN)})(?P<behind>)(?= o'?clock\b|{_AM})",
            _english,
        ),
        (
            rf"\b(?P<part>halb|drei ?viertel|viertel(?: nach| vor)?|(?:fünf|zehn|zwanzig) (?:nach|vor)) (?P<hour>{_or(_DE)}|(?<=halb )\d{{1,2}})\b(?P<behind>)",
            _before_half(_DE),
        ),
        (
            rf"(?P<part>)\b(?P<hour>{_or(_DE)}) uhr (?P<behind>fünfzehn|dreißig|dreissig|fünfundvierzig|zehn|zwanzig)\b",
            _before_half(_DE),
        ),
        (rf"(?P<part>)\b(?P<hour>{_or(_DE)})(?P<behind>)(?= uhr\b)", _before_half(_DE)),
        (
            rf"(?P<part>)(?:(?<=\bum )|(?<=\bgegen )|(?<=\bab ))(?P<hour>{_or(_DE)})(?P<behind>){_ENDS}",
            _before_half(_DE),
        ),
        (
            rf"\b(?P<part>half|kwart (?:over|voor)|(?:vijf|tien|twintig) (?:over|voor)) (?P<hour>{_or(_NL)})\b(?P<behind>)",
            _before_half(_NL),
        ),
        (
            rf"(?P<part>)(?:(?<=\bom )|(?<=\brond ))(?P<hour>{_or(_NL)})(?P<behind>)(?: uur\b|{_ENDS})",
            _before_half(_NL),
        ),
        (
            rf"\b(?P<part>halv|kvart (?:över|i)|(?:fem|tio|tjugo) (?:över|i)) (?P<hour>{_or(_SV)})\b(?P<behind>)",
            _before_half(_SV),
        ),
        (
            rf"(?P<part>)(?:(?<=\bkl )|(?<=\bkl\. )|(?<=\bklockan ))(?P<hour>{_or(_SV)})(?P<behind>){_ENDS}",
            _before_half(_SV),
        ),
        (rf"\b(?P<part>wpół do) (?P<hour>{_or(_PL)})\b(?P<behind>)", _before_half(_PL)),
        (
            rf"(?P<part>)(?:(?<=\bo )|(?<=\bgodzinie )|(?<=\bna ))(?P<hour>{_or(_PL)})(?: (?P<behind>piętnaście|trzydzieści|czterdzieści pięć))?{_ENDS}",
            _before_half(_PL),
        ),
        (
            rf"(?:(?<=à )|(?<=vers )|(?<=\bdès ))(?:(?P<hour>{_or(_FR)}|\d{{1,2}}(?= ?h(?:eures?)? (?:et|moins) )) ?h(?:eures?)?\b(?: et (?P<more>demie?|(?:un )?quart)\b| moins (?P<less>le quart|cinq|dix|vingt)\b|(?! de (?:route|train|vol|trajet|voiture|marche))))",
            _added(_FR),
        ),
        (r"\b(?P<hour>midi) (?:et (?P<more>demie?|quart)|moins (?P<less>le quart))\b", _added(_FR)),
        (
            rf"(?<=\ba )las? (?P<hour>{_or(_ES)}|\d{{1,2}}(?= y | menos ))(?: y (?P<more>media|cuarto|cinco|diez|veinte|treinta|quince)\b| menos (?P<less>cuarto|cinco|diez|veinte)\b|{_ENDS})",
            _added(_ES),
        ),
        (
            rf"(?:(?<=\bàs )|(?<=\bà ))(?P<hour>{_or(_PT)}|\d{{1,2}}(?=(?: horas?)? e ))(?: horas?)?(?: e (?P<more>meia|um quarto|quinze|dez|vinte|trinta)\b(?P<less>)|{_ENDS})",
            _added(_PT),
        ),
        (
            r"\b(?P<hour>meio-dia) e (?P<more>meia)\b(?P<less>)",
            _added(_PT),
        ),
        (
            rf"(?:(?<=\balle )|(?<=\bore )|(?<=\ball'))(?P<hour>{_or(_IT)}|\d{{1,2}}(?= e | meno ))(?: e (?P<more>mezz[ao]|un quarto|quindici|trenta|dieci|venti)\b| meno (?P<less>un quarto|dieci|cinque|venti)\b|{_ENDS})",
            _added(_IT),
        ),
    )
)  # fmt: skip
_FRENCH_MINUTES = re.compile(r"(?<=:)00 (quinze|trente|quarante-cinq|vingt|dix)\b", re.I)
_HALF_HOUR = re.compile(r"(\d{1,2})\s?[時点點]半")
_HALF_PAST = re.compile(r"\bhalf (1[0-2]|[1-9])\b(?!\s?(?:days?|hours?|weeks?|%|of\b|/))", re.I)
_ENGLISH = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the|you|your|tomorrow|see)\b"
)
_KANJI_TIME = re.compile(
    rf"(?:(?<=[午上][前後午])|(?<=下午)|(?<=早上)|(?<=晚上)|(?<=中午)|(?<=[日号）)]))(?P<hour>{_or(_KANJI)})[時点點](?P<half>半|三十分|一刻)?"
)
_MILITARY = re.compile(r"\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?:\s?(?:hrs?|h)\b|(?<=at \d{4}) hours\b|(?<=\d{4})\s?uhr\b)", re.I)  # fmt: skip

_COMMA = re.compile(
    r"(?:(?<=\bore )|(?<=\balle )|(?<=\bum )|(?<=\bkl )|(?<=\bkl\. )|(?<=\bgodz\. ))(\d{1,2}),(\d\d)\b(?! ?(?:€|eur|m\b|km))|\b(?=\d{1,2},\d\d ?uhr)(\d{1,2}),(\d\d)",
    re.I,
)


def in_digits(text: str) -> str:
    """Write times in words as digits: `half nine` is 9:30, `halb neun` and `half negen` are 8:30."""
    lowered = text.lower()
    for pattern, write, hours in _SPELT:
        if not hours or any(hour in lowered for hour in hours):
            text = pattern.sub(write, text)
    text = _FRENCH_MINUTES.sub(lambda m: f"{_MINUTES[m[1].lower()]}", text)
    text = _HALF_HOUR.sub(r"\1:30", text)
    if "half" in lowered and _ENGLISH.search(lowered):  # a Dutch `half 5` is 4:30
        text = _HALF_PAST.sub(r"\1:30", text)
    text = _COMMA.sub(lambda m: f"{m[1] or m[3]}:{m[2] or m[4]}", text)
    text = _KANJI_TIME.sub(_kanji, text)
    return _MILITARY.sub(r"\g<hour>:\g<minute>", text)


def _kanji(found: re.Match[str]) -> str:
    minute = {"半": 30, "三十分": 30, "一刻": 15}.get(found["half"] or "", 0)
    return _clock(_KANJI[found["hour"]], minute)
