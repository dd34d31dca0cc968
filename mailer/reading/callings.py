"""What people and houses may be called in a text: nicknames, umlauts written out, clients' names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailer.letters import spelled
from mailer.model import Me, Message
from mailer.reading import people_words, stage_words, words
from mailer.reading.answers import is_person
from mailer.reading.company import fold, squash
from mailer.reading.days import is_calendar_word
from mailer.reading.display_names import names_of, split_name
from mailer.reading.language import detect
from mailer.reading.names import variants
from mailer.reading.quotes import said_in, signature_of


def called(name: str) -> set[str]:
    """Return what somebody may be called: the names, nicknames, and a long given name cut short."""
    given, _ = split_name(name)
    short = {given[:4]} if len(given) > 5 and given.isalpha() else set()
    return {*names_of(name), *short, *(n for n in variants(given) if len(n) > 2)}


def may_be_one_name(one: str, other: str) -> bool:
    """Tell whether two names may be one person's: one with initials or a nickname, or them alone.

    `Inès TO` may be Inès Tremblay-Okafor, `mz` Matthias Zander, `Bibbi Åkerlund` anybody's Åkerlund.
    """
    (given, family), (second, name) = split_name(fold(one)), split_name(fold(other))
    if family and name:
        return _agree(given, family, second, name) or _agree(given, family, name, second)
    return _are_initials(one, other) or _are_initials(other, one)


def _agree(given: str, family: str, second: str, name: str) -> bool:
    """Tell whether family names are equal, or one is initials and the given names are one."""
    if family == name:
        return True
    is_short = _are_initials(family, name) or _are_initials(name, family)
    return is_short and bool(variants(given) & variants(second))


def _are_initials(short: str, name: str) -> bool:
    letters = [word[0] for word in re.findall(r"\w+", fold(name))]
    flat = fold(short).strip(".")
    return flat == "".join(letters) and (len(letters) > 1 or short.endswith(".") or short.isupper())


def spellings(name: str) -> set[str]:
    """Return a squashed name with its umlauts written out, as domains do, and as people write it."""
    return {name, name.replace("ae", "a").replace("oe", "o").replace("ue", "u")}


def names_in(text: str) -> set[str]:
    """Return what may be names in a text: two or more words with capitals, squashed."""
    return {squash(name) for name in NAMES.findall(text) if len(squash(name)) > 5}


def mandates_in(text: str) -> set[str]:
    """Return what may be clients' names in a subject: none that speaks of hiring or of any client."""
    named = [n for n in NAMES.findall(text) if len(squash(n)) > 5 and not _POSSESSIVE.match(n)]
    return {
        squash(n)
        for n in named
        if not (
            words.HIRING.search(n)
            or words.LEANING.search(n.lower())
            or stage_words.INTERVIEW.search(n)
            or _ANY_CLIENT.search(n)
        )
    }


def told_names(messages: Iterable[Message], me: Me, count: int) -> set[str]:
    """Return what people who wrote call houses and people, in runs of as many words as asked for.

    Of German text only names with a legal form, and signatures: it writes every noun with a capital.
    """
    found: set[str] = set()
    for message in messages:
        if not is_person(message, me):
            continue
        said = said_in(message)
        runs = _RUN.findall(f"{said}\n{signature_of(message)}")
        if detect(said) == "de":
            runs = [r for r in runs if _LEGAL_FORM.search(r)] + _FOUNDED.findall(said)
        for run in runs:
            parts = run.split()
            found |= {" ".join(parts[n : n + count]) for n in range(len(parts) - count + 1)}
    return {name for name in found if len(name) > 5}


_RUN = re.compile(
    spelled(
        r"(?<=[\w,;:(\"'’“] )[\pU][\w'’&.-]+(?: (?:(?:of|de|du|der|&|and|und|et|y|i|och|e) )?[\pU][\w'’&-]+){0,4}|"
        r"^[\pU][\w'’&-]+(?: (?:(?:of|de|du|der|&|and|und|et|y|i|och|e) )?[\pU][\w'’&-]+){1,4}|^[\pU][\w'’&-]+(?=,)|"
        r"(?:(?<=[\u3001-\u30ff\u4e00-\u9fff\uff00-\uff0f])|^)[A-Z][A-Za-z0-9'&.-]+(?: [A-Z][A-Za-z0-9'&-]+){0,3}"
    ),
    re.M,
)
_FOUNDED = re.compile(
    spelled(
        r"\b(?:hat|haben|habe|hab) ([\pU][\w-]{3,})(?: \([^)\n]*\))? (?:mit)?(?:gegründet|aufgebaut|gestartet)\b"
    )
)
"""What somebody has founded is no noun: `Bea hat Lautmalerei gegründet`."""
_LEGAL_FORM = re.compile(r"\b(?:AG|GmbH|SE|KG|SA|AB|BV|Ltd|Inc|Gruppe|Group)\b|&")
NAMES = re.compile(spelled(r"[\pU][\w'&-]+(?:\s+(?:(?:van|de|der|den|di|von)\s+)*[\pU][\w'&-]+)+"))
_POSSESSIVE = re.compile(
    r"(?:Ihre?|Dein|Deine|Unser|Unsere|Mein|Meine|Your|Our|My|Votre|Notre|Uw|Ons|Su|Seu|Sua|Suo)\b"
)
_ANY_CLIENT = re.compile(
    r"\b(?:mandate?|zweite[rs]?|weitere[rs]?|leading|global|major|urgent|reputed|international|exclusive|top|vertraulich\w*|confid\w+|riservat\w+|ansprache|anfrage|gelegenheit|herausforderung|opportunit\w*|oportunidad\w*|recherche|search|neue[rs]?|nouvelle|nueva|nova|nuova|nieuwe|interessante?|spannende|geschäftsführung|leitung|direction|dirección)\b",
    re.I,
)


def people_told(said: str) -> list[str]:
    """Return what may be given names in a text: who does something, and names within sentences."""
    names = _AFTER_WITH if detect(said) == "de" else _MIDST
    return [*_DOES.findall(said), *names.findall(said)]


_MIDST = re.compile(spelled(r"(?:(?<=[\pL,;] )|(?<=\b[AO] ))[\pU][ß\pL]{2,14}\b(?! [\pU])"))
_DOES = re.compile(
    spelled(
        r"(?:^|(?<=[.!?:,] ))(?!(?:This|That|There|They|She|What|Who|Which|Your?|The|Das|Dies|Wer|Was|Sie|Elle|Cela|Tout|Esto|Eso|Esta|Ella|Todo|Isso|Isto|Tudo|Ela|Ele|Questo|Tutto|Lei|Lui|Dit|Dat|Het|Hij|Zij|Alles|Det|Den|Hon|Han|Allt|Ona|Wszystko)\b)"
        r"(?:[AOI] |La |Le |El |Il )?([\pU][ß\pL]{2,14})(?= (?:has|will|would|wants|is|asked|told|ha|me|te|le|va|vai|quiere|quer|vuole|prepara|mi|ti|hat|möchte|bittet|wird|souhaite|veut|prépare|vous|m'a|t'a|wil|heeft|vraagt|vill|har|bad|chce|prosił|prosi|przygotuje)\b)"
    ),
    re.M,
)
"""Who does something, at the beginning of a sentence: `Tess is putting the paper together`."""
_AFTER_WITH = re.compile(spelled(r"\b(?:mit|von|an|bei|und|Frau|Herrn?) ([\pU][ß\pL]{2,14})\b"))
"""German writes every noun with a capital."""


def people_announced(said: str) -> list[str]:
    """Return the names of whom a text says that they lead or will write: `Bram, our Head of Data`."""
    found = people_who_will_write(said)
    sentences = _sentences(said)
    for sentence, after in zip(sentences, [*sentences[1:], ""], strict=True):
        leads = people_words.BOSS_WORDS.search(sentence) or people_words.MANAGER_TITLE.search(
            sentence
        )
        if leads or (_HE.search(after) and people_words.BOSS_WORDS.search(after)):
            found += [n for n in _ANNOUNCED.findall(sentence) if not _is_post(n)]
    found += [*_BOSS_TITLED.findall(said), *_OUR_BOSS.findall(said), *people_who_asked(said)]
    return [*found, *(next(filter(None, m.groups())) for m in _EAST_ANNOUNCED.finditer(said))]


def people_who_will_write(said: str) -> list[str]:
    """Return the names of whom a text says that they will write, there or in the next sentence."""
    found: list[str] = []
    sentences = _sentences(said)
    for sentence, after in zip(sentences, [*sentences[1:], ""], strict=True):
        goes_on = _WILL_WRITE.match(after) or (_HE.match(after) and _WILL_WRITE.search(after))
        if goes_on or _WILL_WRITE.search(sentence):
            found += [n for n in _ANNOUNCED.findall(sentence) if not _is_post(n)]
    return found


def _sentences(said: str) -> list[str]:
    return re.split(
        r"(?<=[.!?。！？])(?<!\b[Pp]rof\.)(?<!\b[DdMH]r\.)(?<!\bMrs\.)(?<!\bMs\.)\s+|\n", said
    )


_HE = re.compile(
    r"\b(?:he|she|they|er|sie|il|elle|él|ella|ele|ela|lui|lei|hij|zij|ze|hon|han|ona)\b", re.I
)
"""Who was named in the sentence before; Polish `on` is English too often."""


def people_who_asked(said: str) -> list[str]:
    """Return at whose request somebody says to write or to arrange: `Lasse bad mig hitta en tid`."""
    return [n for n in _ASKED.findall(said) if not _is_post(n)]


_ASKED = re.compile(
    spelled(
        r"(?:^|(?<=[.!?,] )|(?<=[\pL] ))([\pU][ß\pL-]{2,14}(?: [\pU][ß\pL-]{2,20})?) (?:has |hat |m'a |me |mi |ha |heeft |har )?(?:asked me|mich (?:darum )?gebeten|bat mich|demandé|chargée?|ha pedido|pidió|pediu|chiesto|dice di|ha detto di|pide que|dijo que|incaricat[oa]|vroeg (?:me|mij)|gevraagd|bad mig|bett mig|(?:po)?prosił[a]? mnie)\b"
    ),
    re.M,
)


def _is_post(name: str) -> bool:
    told = name.lower()
    is_word = words.LEANING.search(told) or any(map(is_calendar_word, fold(name).split()))
    return bool(is_word or people_words.MANAGER_TITLE.search(name) or _PRONOUN.fullmatch(name))


_PRONOUN = re.compile(
    r"(?:She|They|This|That|There|What|Who|Your?|Sie|Das|Der|Die|Elle|Cela|Ella|Esto|Ela|Ele|Isto|Lei|Lui|Questo|Hij|Zij|Dit|Dat|Hon|Han|Det|Ona|Ten|Dear|Hallo|Hello|Liebe[rs]?)"
)
_BOSS_TITLED = re.compile(
    spelled(
        r"\b(?:(?i:im auftrag (?:von|des|der)|on behalf of|at the request of|à la demande de|de la part de|por (?:indicação|encargo|indicación) d\w{1,2}|su (?:incarico|indicazione) d\w{1,3}|op verzoek van|namens|på uppdrag av|na prośbę) )"
        r"(?:(?:Herrn?|Frau|Mrs?|Ms|Dr|Prof|Mme|M|Sr|Sra|Sig|Dott|Eng|Ing|Pana?|Pani|de heer|mevrouw)(?:\.º|[.ª])? ){1,3}([\pU][\w-]{3,20})"
    )
)
"""At whose request somebody arranges: `im Auftrag von Herrn Dr. Hallmann`."""
_OUR_BOSS = re.compile(
    spelled(
        r"\b(?i:our|nostr[oa]|unser(?:em|en)?|notre|nuestr[oa]|noss[oa]|onze|vår|nasz(?:a|ego|ą)?) "
        r"(?:(?i:co-?)?(?i:founder)|C[ETOFP]O|MD|(?i:owner|boss|director|fondatore|fondatrice|titolare|AD|geschäftsführer(?:in)?|chef(?:in)?|inhaber(?:in)?|gründer(?:in)?|patronn?e?|dirigeante?|PDG|gérante?|fondateur|fundadora?|gerente|dueñ[oa]|directora?|diretora?|sóci[oa]|oprichter|directeur|eigenaar|VD|grundare|ägare|prezes(?:ka)?|właściciel(?:ka)?|szef(?:owa)?)) "
        r"([\pU][\pL-]{2,20})\b(?! [\pU])"
    )
)
"""A boss by title and given name alone: `il nostro CEO Matteo`."""
_WILL_WRITE = re.compile(
    r"(?:\b(?:(?:he|she|they)(?:'ll| will)|who will|will) (?:\w+ )?(?:write|mail|e-?mail|message|contact|reach out|drop you|be in touch|get in touch)\b|\b(?:er|sie|der|die)? ?(?:meldet sich|schreibt (?:ihnen|dir)|wird (?:ihnen|dir|sich) )|"
    r"\b(?:il|elle)? ?(?:vous|t'|te) (?:écrira|contactera|envoie)|\b(?:te|le|se) (?:escribirá|contactará|pondrá en contacto)|\b(?:vai|irá) (?:te |lhe )?(?:escrever|contactar)|\bentrará em contacto|\b(?:ti|le|la) (?:scriverà|contatterà)|"
    r"\b(?:hij|zij|ze)? ?(?:mailt|schrijft|neemt contact)|\b(?:hon|han)? ?(?:hör av sig|skriver till dig|mejlar)|\b(?:odezwie się|napisze|skontaktuje się))",
    re.I,
)
_ANNOUNCED = re.compile(
    spelled(
        r"(?:^|(?<=[\pL,;:() ] )|(?<=[.!?] )|(?<=\b[AO] ))(?:(?:Herrn?|Frau|Mr\.?|Mrs\.?|Ms\.?|[Dd]r\.?|[Pp]rof\.?|Mme|Me|M\.|Pani?|Pana|Sra?\.|Ing\.|A|O) )*"
        r"([\pU][\pL'’-]{2,14}(?:[\pU][\pL]{2,12})? [\pU][\pL'’-]{2,20}|[\pU][\pL'’-]{2,14}(?=, | \(| (?:who|will|wird|would|is|was|has|war|hat|était|a|fue|ha|foi|vond|heeft|var|tyckte|był|è|é|es|est|ist|wants?|möchte|wil|vill|souhaite|chce|heads?|leads?|runs?|leitet|dirige|lidera|leder|kieruje|liked?|likes|loved?|says?|said|saw|enjoyed|thinks|sagt|meint|fand|mag|aime|dit|dice|dijo|leyó|disse|gostou|zegt|vindt|säger|gillade?r?|mówi|powiedział[a]?)\b))"
    )
)
"""A whole name, or one with what is told of it after it: a post, or what they will do."""
_EAST_ANNOUNCED = re.compile(
    r"(?:HR|人事|招聘(?:负责人|经理|专员)?|主管|经理|总监|主美|负责人|同事)[ \u3000]?([\u4e00-\u9fff]{2,3}?)(?=会|将|[，,]|给|和|直接)|"
    r"(?:人事|採用(?:担当)?|部長|課長|社長|代表(?:取締役)?|専務|常務|取締役|マネージャー|責任者)の([\u4e00-\u9fff]{2,4}?)(?=(?:さん|様)?(?:が|より|から|と))|"
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,4})(?:さん|様)?(?:の(?:指示|依頼|代理|命|意向)|(?:より|から|が)直接)"
)
"""The same in Chinese and Japanese: `HR 林一诺会直接给您发邮件`."""
