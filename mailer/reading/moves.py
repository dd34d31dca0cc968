"""One person with several addresses: namesakes, and those who say that they write from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from mailer.letters import spelled
from mailer.model import Address, Message
from mailer.reading import words
from mailer.reading.company import fold
from mailer.reading.display_names import split_name
from mailer.reading.dossiers import Dossier, is_same_name
from mailer.reading.names import variants
from mailer.reading.quotes import said_in, split_quote
from mailer.reading.senders import is_freemail, is_organisation, org_domain

_PLACE = r"(?:address|account|e-?mail|mail|inbox|one)"
MOVED = re.compile(
    rf"\b(?:use|(?:write|reply|respond|answer|mail)(?: to)?(?: me)?(?: (?:at|on|to))?|keep to|stick to|reach me (?:at|on)|send (?:it|everything|things|anything)(?: to)?) (?:me )?(?:this|my (?:private|personal|home)) {_PLACE}\b|"
    rf"\b(?:my|the) (?:private|personal|home|family|own) (?:e-?mail |gmail )?(?:address|account|e-?mail|inbox)\b|\b(?:odd|strange|unfamiliar) (?:e-?mail )?address\b|\b(?:from|for|about|sorry,?|this is) (?:a |the |my |an? )?(?:different|new|other|another) (?:e-?mail )?address\b|\b(?:on|from) this (?:account|address)\b|\b(?:my|mein(?:em)?|mon|mi|meu|mio|mijn|min|mojego) (?:gmail|hotmail|gmx|yahoo|outlook\.com|icloud|web\.de)\b|\bz gmaila\b|\b(?:the|die|l'|la|o|de|den) ?(?:other|andere|autre|otra|outro|altra|andra) (?:(?:casella|boîte|cuenta|inbox|adress|mail) )?(?:one )?(?:is|ist|est|está|não|no|è|ligt|är|funktioniert|ne) ?(?:full|down|dead|voll|tot|saturée?|pleine|llena|lleno|funciona|está|piena|eruit|plat|full|marche|kaputt|nere|trasig)?\b|\btamt\w (?:skrzynka|poczta|adres) nie\b|\bthis is my (?:new|private|personal|home) {_PLACE}\b|"
    r"\b(?:bleib\w*|schreib\w*|antwort\w*|erreich\w*)\b[^.!?\n]{0,40}\b(?:bei|unter|an|auf) dieser (?:e-?mail-?|mail-?)?adresse\b|\bdaher von (?:gmx|web\.de|gmail|zu ?hause|daheim|privat)\b|"
    rf"\b(?:still|same|only|just) me\b(?=[,.;:!]| from| on| at|$)|\bit'?s (?:still )?me again\b|\b(?:work|office|company|other|old) (?:e-?mail|mail|address|account|inbox|one)(?: address)? (?:is|has|will|no longer|doesn't|bounces|gets|went)\b|\bwon't (?:see|read|get) (?:the|my) (?:work|office|old|other) (?:one|e-?mail|mail|address|inbox|mailbox)\b|\b(?:i'm |i am |am )?writing (?:this )?from home\b|\b(?:send|write|mail|reply) (?:\w+ ){0, 3}here,? please\b|"
    r"\b(?:von|unter|über|an) (?:meine[rm]?|dieser|diese|der) (?:privaten?|persönlichen?|neuen?|anderen?|heimischen?)? ?(?:e-?mail-?|mail-?|privat-?)?(?:adresse|konto|account)\b|\bmeine[rmn]? privat(?:adresse|mail|e-?mail|account|konto)\b|\b(?:nur|bitte|lieber|besser) (?:noch )?(?:an )?diese adresse\b|\b(?:die|meine|eine) (?:andere|private|neue|komische|ungewohnte) (?:e-?mail-?|mail-?)?adresse\b|"
    r"\bich schreibe (?:ihnen |dir )?von (?:zu ?hause|daheim)\b|\bich bin'?s\b|\b(?:hierher|hierhin|diese adresse) (?:schreiben|antworten|mailen)\b|\b(?:firmen|dienst|arbeits|büro)-?(?:mail|adresse|postfach|account)\b|\bdienstlich(?:e|en|es) (?:mail|adresse|postfach)\b|"
    r"\b(?:depuis|de|à|sur|par) (?:mon|ma|cette|mes) (?:adresse|mail|e-?mail|messagerie|boîte)(?: (?:perso\w*|privée?))?\b|\b(?:adresse|mail|boîte|messagerie) perso\w*|\bécri(?:vez|s)[- ]moi (?:plutôt |désormais |directement )?(?:ici|à cette adresse|sur cette adresse)\b|\b(?:désolée?|pardon) pour l'adresse\b|\bc'est (?:toujours |encore )?moi\b|\bl'adresse (?:pro\w*|du bureau)\b|"
    r"\b(?:desde|de|a|en) (?:mi|este|esta|mi otra) (?:correo|mail|e-?mail|dirección|cuenta)(?: (?:personal|privad[oa]|particular))?\b|\bcorreo (?:personal|privado|particular)\b|\busa (?:este|esta) (?:correo|dirección|mail)\b|\bsoy yo\b|\b(?:correo|mail|dirección) (?:del trabajo|de la empresa|corporativ[oa])\b|"
    r"\b(?:do|pelo|no|para o|deste) (?:meu )?(?:e-?mail|endereço|mail)(?: (?:pessoal|particular))?\b|\be-?mail (?:pessoal|particular)\b|\bendereço (?:pessoal|particular)\b|\brespond[ae](?:-me)? por aqui\b|\bsou eu\b|\be-?mail (?:do trabalho|da empresa|corporativo)\b|"
    r"\b(?:dalla|alla|dal|al|questa|la) (?:mia |mio )?(?:mail|e-?mail|posta|casella|indirizzo)(?: (?:privat[oa]|personale))?\b|\b(?:mail|indirizzo|casella|posta) (?:privat[oa]|personale|strano|nuov[oa])\b|\busa (?:questo|questa)\b|\b(?:rispondi|risponda|scrivi|scriva|scrivimi|mi scriva)(?: pure)? (?:qui|a questo indirizzo|a questa)\b|\bsono (?:sempre |ancora )?io\b|\bl ?'?indirizzo (?:strano|diverso|nuovo)\b|"
    r"\b(?:vanaf|vanuit|naar|op|van) (?:mijn|dit|m'n) (?:privé-?|persoonlijke |eigen |andere |nieuwe )?(?:e-?mail-?|mail-?)?(?:adres|account|mail)\b|\bgebruik (?:voortaan |maar |liever )?dit (?:e-?mail-?|mail-?)?adres\b|\bprivé-?(?:adres|mail|account)\b|\bik ben het\b|\b(?:werk|zakelijke )-?mail\b|"
    r"\b(?:från|till|på) (?:min|mitt|den här|detta) (?:privata |egna |andra |nya )?(?:e-?post-?|mejl-?|mail-?)?(?:adress\w{0,2}|mejl|mail|konto|e-?post)\b|\bprivata? ?(?:adress(?:en|er)?|mejl\w{0,2}|mail(?:en)?|e-?post\w{0,2})\b|\bdet är (?:bara |fortfarande )?jag\b|\bjobb-?(?:mejl|mail|e-?post)\w{0,2}\b|\bfast hemifrån\b|"
    r"\b(?:z|na|pod) (?:mojego |mój |ten |tego |tym |prywatn\w{1,3} )(?:prywatn\w{1,3} )?(?:adres\w{0,2}|mail\w{0,2}|skrzynk\w{1,2}|kont\w{0,2})\b|\bprywatn\w{1,3} (?:adres\w{0,2}|mail\w{0,2}|skrzynk\w{1,2})|\bto (?:nadal |wciąż )?ja\b(?=[,.;!]| z)|\bsłużbow\w{1,3} (?:poczt|mail|skrzynk|adres)|"
    r"(?:個人|私用|自宅|プライベート|別|新しい)の?(?:メール)?(?:アドレス|メール)|(?:この|こちらの)(?:メール)?アドレス|会社のメール|(?:私人|个人|新|家里的?)(?:的)?(?:邮箱|邮件地址|邮箱地址)|(?:这个|此)(?:邮箱|地址)|(?:公司|工作)邮箱",
    re.IGNORECASE,
)
"""What those say who write from another address than before: `please use this address`."""
_IS_ME = r"(?:\b(?:it'?s|it is|this is|hier(?: ist| schreibt)?|ici|c'est|soy|aqu[ií](?: (?:é|es|fala))?(?: [oa])?|sou(?: [oa])?|sono|ik ben|dit is|det är|det här är|tu|to)[ ,]{1,2}%s\b|\b%s[ ,]{1,2}(?:here|hier|här|ici|aqu[ií]|qui|z tej strony)\b|我是%s|%sです)"
_LETTERS = re.compile(r"[^\W\d_]{3,}")


def merge_same_people(dossiers: dict[str, Dossier]) -> None:
    """Make one of a person who writes from several addresses: who wrote last says where from."""
    for one, other in combinations(list(dossiers), 2):
        if one not in dossiers or other not in dossiers:
            continue
        a, b = dossiers[one], dossiers[other]
        if a.written and b.written:
            is_one = _is_turned(a, b) or _has_moved(a, b, dossiers)
        else:
            is_one = _is_put_in_copy_anew(a, b)
        if not is_one:
            continue
        kept, gone = (one, other) if _last(a) >= _last(b) else (other, one)
        _absorb(dossiers[kept], dossiers.pop(gone))


def _absorb(newer: Dossier, older: Dossier) -> None:
    newer.addresses += older.addresses
    newer.names += older.names
    newer.signatures = [*older.signatures, *newer.signatures]
    newer.written = sorted([*older.written, *newer.written], key=lambda m: m.date)
    newer.title = newer.title or older.title
    newer.phone = newer.phone or older.phone
    newer.seen_in_copy += older.seen_in_copy


def _last(dossier: Dossier) -> float:
    seen = [*dossier.written, *(() if dossier.written else dossier.seen_in_copy)]
    return max((m.date.timestamp() for m in seen), default=0.0)


def _is_put_in_copy_anew(a: Dossier, b: Dossier) -> bool:
    """Tell whether somebody who wrote is written to at another address later, under the whole name."""
    wrote, silent = (a, b) if a.written else (b, a)
    if not wrote.written or org_domain(a.address) == org_domain(b.address):
        return False
    if not _PLAIN.fullmatch(silent.address):
        return False
    by_others = [m for m in silent.seen_in_copy if m.sender.folded != wrote.address.casefold()]
    names = [tuple(map(fold, split_name(d.name))) for d in (a, b)]
    is_whole = all(len(part) > 2 for part in names[0])
    later = any(m.date > wrote.written[-1].date for m in by_others)
    return is_whole and names[0] == names[1] and later


_PLAIN = re.compile(r"[^\s<>,=?\"]+@[\w.-]+")
"""An address that no broken field has garbled."""


def _is_turned(a: Dossier, b: Dossier) -> bool:
    """Tell whether two names are one person's, also with the family name first: `Falk N.`."""
    return any(
        is_same_name(one, other) or is_same_name(" ".join(reversed(one.split())), other)
        for one in _names_of(a)
        for other in _names_of(b)
    )


def _names_of(dossier: Dossier) -> list[str]:
    """Return somebody's name, and the one that is signed under mail of a house's own mailbox."""
    return [dossier.name, *names_signed(dossier.written)]


def names_signed(messages: Sequence[Message]) -> list[str]:
    """Return the full names signed where the sender's name is none: `Chair`, `Peter & Ann Marland`."""
    if not all(_is_nobodys(m.sender) for m in messages):
        return []
    own = (split_quote(m.text or "").own for m in messages)
    lines = [line.strip() for text in own for line in text.strip().splitlines()[-6:]]
    return [line for line in lines if _FULL_NAME.fullmatch(line)]


def names_called(messages: Sequence[Message]) -> list[str]:
    """Return the given names by which somebody begins where the sender's name is none: `Dale here`."""
    if not all(_is_nobodys(m.sender) for m in messages):
        return []
    found = (_CALLED.search(said_in(m)[:200]) for m in messages)
    return [name for f in found if f for name in f.groups() if name]


_CALLED = re.compile(_IS_ME.replace("%s", spelled(r"([\pU][ß\pL'’-]{2,14})")))


def _is_nobodys(sender: Address) -> bool:
    is_whole = split_name(sender.name)[1] and not _OF_TWO.search(sender.name)
    return not is_whole or bool(_OF_FAMILY.match(sender.name)) or is_organisation(sender)


_OF_FAMILY = re.compile(r"(?:the|fam(?:ily|ille|ilie|[íi]lia|iglia|iljen)?\.?|rodzina|casa) ", re.I)
"""How the name of a family's mailbox begins."""
_OF_TWO = re.compile(r"\w (?:[&+/]|and|und|et|y|e|en|och|i) \w")
_FULL_NAME = re.compile(spelled(r"[\pU][ß\pL'’-]+ (?:[a-z]{2,4} )?[\pU][\w'’-]+"))


def _has_moved(a: Dossier, b: Dossier, dossiers: dict[str, Dossier]) -> bool:
    """Tell whether one goes on as the other from elsewhere, by their word or by the address itself."""
    older, newer = (a, b) if a.written[0].date <= b.written[0].date else (b, a)
    if org_domain(older.address) == org_domain(newer.address):
        return False
    theirs = split_name(fold(older.name))
    if _bears(newer, theirs) and is_freemail(newer.address):
        return True
    said = "\n".join(map(said_in, newer.written))
    says_so = MOVED.search(said) or words.MOVED.search(said.lower())
    if not (says_so or _calls_themselves(said, theirs[0])):
        return False
    tied = [
        d for d in dossiers.values() if d is not newer and d.written and _is_tied(newer, d, said)
    ]
    return tied == [older]


def _differ(one: str, other: str) -> bool:
    """Tell whether two names cannot be one: both written out, and they begin differently."""
    one, other = one.strip(". "), other.strip(". ")
    return bool(one and other) and not (one.startswith(other[:1]) or other.startswith(one[:1]))


def _bears(newer: Dossier, theirs: tuple[str, str]) -> bool:
    """Tell whether a private address is made of somebody's given and family name, as the sender's is."""
    given, family = theirs
    local = fold(newer.address.partition("@")[0])
    names = [n for n in re.split(r"[\s-]+", family) if len(n) > 3]
    own = split_name(fold(newer.name))[0]
    return len(given) > 1 and own == given and given in local and any(n in local for n in names)


def _calls_themselves(said: str, given: str) -> bool:
    """Tell whether somebody says to be whom that name names: `Birgitta here, from home`."""
    if len(given) < 3:
        return False
    return re.search(_IS_ME.replace("%s", re.escape(given)), fold(said[:200])) is not None


def _is_tied(newer: Dossier, older: Dossier, said: str) -> bool:
    """Tell whether a name, or the old address itself, ties a new address to somebody."""
    if f"{older.address.partition('@')[0]}@".casefold() in said.casefold():
        return True
    given, family = split_name(fold(newer.name))
    first, last = split_name(fold(older.name))
    if (
        given
        and family
        and given[0] + family[0] in (fold(older.name), older.address.partition("@")[0])
    ):
        return True
    if _differ(family, last):
        return False
    is_other = given.strip(".") != first.strip(".") and min(len(given), len(first)) > 2
    is_nickname = bool({given, *variants(given)} & {first, *variants(first)})
    is_short = given.startswith(first[:3]) or first.startswith(given[:3])
    is_unlike = is_other and (not (is_nickname or is_short) or family != last)
    if is_unlike and not _calls_themselves(said, first):
        return False
    return bool(_tokens(newer, ()) & _tokens(older, older.written))


def _tokens(dossier: Dossier, written: Sequence[Message]) -> set[str]:
    """Return the names that an address and its owner bear, with the name last signed."""
    signed = [_signed(m) for m in written]
    text = fold(" ".join([dossier.name, dossier.address.partition("@")[0], *signed]))
    return set(_LETTERS.findall(text)) - _OF_ROLES


def _signed(message: Message) -> str:
    lines = [line for line in said_in(message).splitlines() if line.strip()]
    return lines[-1] if lines and len(lines[-1].split()) < 4 else ""


_OF_ROLES = frozenset(
    "info mail office post contact kontakt contacto hello jobs team work home private privat".split()
)
