"""Which of several proposed times an answer picks without naming it: `the second one`; pure.

A number of an interview or of anything else picks nothing, nor does what is asked or declined.
"""

from __future__ import annotations

import re

FIRST, SECOND, THIRD, LAST, EARLIER, LATER = 0, 1, 2, -1, -2, -3

_NUMBERS = {
    name: number
    for number, names in {
        FIRST: "first former one 1 a erste ersten erster erstes erstere ersterer ersteren eins premier première primer primera primero primeira primeiro prima primo eerste eerstgenoemde första pierwszy pierwsza pierwszą pierwszej 一 １ ①",
        SECOND: "middle mittlere mittleren mittlerer mittleres milieu medio meio mezzo middelste mittersta środkowy środkowa środkową second two 2 b zweite zweiten zweiter zweites zwei deuxième second seconde segunda segundo seconda secondo tweede andra drugi druga drugą drugiej 二 两 兩 ２ ②",
        THIRD: "third three 3 c dritte dritten dritter drittes drei troisième tercera tercero tercer terceira terceiro terza terzo derde tredje trzeci trzecia trzecią trzeciej 三 ３ ③",
        LAST: "last latter letzte letzten letzter letztes letztere letzterer letzteren letzteres dernier dernière última último ultima ultimo laatste laatstgenoemde sista ostatni ostatnia ostatnią",
        EARLIER: "earlier frühere früheren früherer vroegste tidigare wcześniejszy",
        LATER: "later spätere späteren späterer latere senare późniejszy",
    }.items()
    for name in names.split()
}
_THING = r"(?:one|option|slot|date|day|time|suggestion|proposal|alternative|choice|possibility|appointment|termin|terminvorschlag|vorschlag|möglichkeit|variante|tag|zeitfenster|créneau|rendez-vous|proposition|choix|horaire|jour|opción|propuesta|fecha|hora|franja|alternativa|hueco|día|opção|hipótese|proposta|data|horário|dia|opzione|orario|ipotesi|giorno|optie|voorstel|datum|tijd|tijdstip|moment|mogelijkheid|dag|tiden|alternativet|förslaget|datumet|dagen)"
_GOES_ON = r"(?=\s*(?:[,.;:!)–—-]|$)|\s+(?:please|works?|would|suits?|is|sounds?|looks?|for me|it is|then|thanks|bitte|passt|wäre|ist|geht|klappt|nehme|bei mir|für mich|me|m'|conviendrait|convient|va|irait|serait|est|si possible|pour moi|por favor|sería|es|está|viene|perfecto|si|para m[ií]m?|é|seria|serve|fica|funciona|dá|andrebbe|mi|è|sarebbe|per me|per favore|grazie|graag|past|lukt|schikt|komt|zou|kan|voor mij|alsjeblieft|aub|passar|funkar|går|är|blir|tack|för mig|fungerar)(?!\w))"
_NAMED = _NUMBERS.keys()
_WORD = "|".join(sorted((w for w in _NAMED if len(w) > 3 and w.isalpha() and w[0] < "\u3000"), key=len, reverse=True))  # fmt: skip
_BARE = re.compile(
    rf"(?:^\W*|\b(?:the|your|der|den|die|das|dem|lieber|gerne?|le|la|el|al|il|alla|o|a|au|de|het|det|go for|take|prefer)\s)(?P<n>{_WORD})(?:\s(?P<thing>{_THING}))?(?:\s(?:of (?:the|your) (?:two|three)|von (?:beiden|den beiden)|des deux|de (?:los|las) dos|d[oa]s dois|d[oa]s duas|dei due|delle due|van de twee|av de två))?{_GOES_ON}",
    re.I,
)
_LABELLED = re.compile(
    r"\b(?:option|slot|alternative|choice|proposal|variante|vorschlag|termin|proposition|créneau|choix|opción|propuesta|opção|hipótese|proposta|opzione|optie|voorstel|alternativ|förslag|opcja|opcję|propozycja|propozycję|number|nummer|numéro|número|numero)\s?(?:no\.? ?|nr\.? ?|n[°º] ?|#|number )?(?P<n>[123abc]|one|two|three|eins|zwei|drei)\b(?!\s?(?:[:.]\d|uhr|h\b|pm|am\b))",
    re.I,
)
_SLAVIC = re.compile(
    r"\b(?P<n>pierwsz[yaą]|pierwszej|drug[ia]|drugą|drugiej|trzeci|trzeci[aą]|ostatni|ostatni[aą]|wcześniejszy|późniejszy)\s(?:termin|opcj[aęi]|propozycj[aęi]|godzin[aęy])\b",
    re.I,
)
_EASTERN = re.compile(
    r"第\s?(?P<n1>[一二三123１２３])(?:候補|希望|案)|(?P<n2>[一二三123１２３])(?:つ目|番目)(?!の(?:質問|面接|会社|件))|(?P<n3>[①②③])|"
    r"(?:第|选第?)(?P<n4>[一二三两123])个(?:时间|时段|选项|日期|方案)?(?=可以|没问题|吧|就|比较|更|好|ok|[,，。.!！]|\s|$)|方案(?P<n5>[一二三123])",
    re.I,
)
_LETTER = re.compile(r"(?m)^\W*\(?(?P<n>[abc123])\)[^\n]{0,24}$", re.I)
_CLAUSES = re.compile(
    r"[^.!?;,\n。、，！？]+[.!?;,\n。、，！？]?",
)
_DECLINES = re.compile(
    r"n['’]t\b|\b(?:not|neither|nor|no|cannot|tricky|difficult|hard|impossible|taken|before|war|was|were|nicht|weder|kein\w*|schwierig|ungünstig|pas|ni|difficile|impossible|tampoco|difícil|imposible|não|nem|impossível|non|né|niet|geen|moeilijk|lastig|inte|svårt|nie|ani|trudno)\b|難し|不可|厳し|合わ|できな|不行|不方便|不可以|不能",
    re.I,
)


def find_choice(said: str) -> int | None:
    """Return which of several proposals is picked: its place, or one of the names above.

    None where several are named or none: `the first, or else the second`.
    """
    picked: set[int] = set()
    for clause in _CLAUSES.findall(said):
        if clause[-1] in "?？" or _DECLINES.search(clause):
            continue
        for pattern in (_BARE, _LABELLED, _SLAVIC, _EASTERN, _LETTER):
            for found in pattern.finditer(clause):
                word = next(filter(None, (found[n] for n in pattern.groupindex if n[0] == "n")))
                if not _is_weekday(found, word):
                    picked.add(_NUMBERS[word.lower()])
    return picked.pop() if len(picked) == 1 else None


def _is_weekday(found: re.Match[str], word: str) -> bool:
    """Tell whether a Portuguese ordinal may be a day: `a segunda` is Monday too."""
    return word.lower() in ("segunda", "terça") and not re.search(_THING, found[0], re.I) and found[0].lower().startswith(("a ", word.lower()))  # fmt: skip
