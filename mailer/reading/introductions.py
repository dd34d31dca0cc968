"""Who brought the two together: friends who introduce, by their words or by the thanks they get."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from mailer.letters import spelled
from mailer.model import Message
from mailer.reading import people_words, stage_words
from mailer.reading.display_names import split_name
from mailer.reading.dossiers import Dossier
from mailer.reading.own_words import SAYS_TO_RECRUIT, founder_in, own_team
from mailer.reading.quotes import said_in, signature_of
from mailer.reading.senders import is_freemail, org_domain
from mailer.subjects import is_reply_subject

_END = datetime.max.replace(tzinfo=UTC)


def introducers_of(dossiers: dict[str, Dossier], agencies: set[str]) -> set[str]:
    """Return the keys of those who brought the two together: friends, alone at their domain."""
    found: set[str] = set()
    by_date = sorted(dossiers.items(), key=lambda d: d[1].written[0].date if d[1].written else _END)
    for key, dossier in by_date:
        if not dossier.written or org_domain(dossier.address) in agencies:
            continue
        first = dossier.written[0]
        said = said_in(first)
        is_founder = founder_in(said, dossier.name) and not people_words.FOUNDED.search(said)
        if is_founder or own_team(said):
            continue
        if any(a.folded in found for a in first.recipients):
            continue  # it thanks who introduced
        others = [a for a in first.recipients if a.folded != dossier.address.casefold()]
        brings_together = introduces(first) or _is_thanked(first, dossier, dossiers)
        is_named = not _hires(first) and (
            _is_said_to_have(dossier, dossiers)
            or _gives_address(first, dossier, dossiers)
            or (introduces(first) and _speaks_of_other(dossier, dossiers))
            or (introduces(first) and _is_named(dossier, dossiers))
        )
        if (is_named or (len(others) > 1 and brings_together)) and _is_alone(key, dossiers):
            found.add(key)
    return found


def _speaks_of_other(friend: Dossier, dossiers: dict[str, Dossier]) -> bool:
    """Tell whether somebody's first mail names who writes later: `I told Bogdan about you`."""
    said = said_in(friend.written[0])
    later = (
        name
        for d in dossiers.values()
        if d is not friend and d.written and d.written[0].date > friend.written[0].date
        for name in split_name(d.name)
    )
    return any(
        (n in said and len(n) > 1)
        if not n.isascii()
        else len(n) > 2 and re.search(rf"(?<!\w){re.escape(n)}(?!\w)", said)
        for n in later
    )


def _is_named(friend: Dossier, dossiers: dict[str, Dossier]) -> bool:
    """Tell whether who writes later names a friend at once: `Toni Alomar me dice que`."""
    names = [n for n in split_name(friend.name) if len(n) > (2 if n.isascii() else 1)]
    since = friend.written[0].date
    others = (d.written[0] for d in dossiers.values() if d is not friend and d.written)
    firsts = [said_in(m) for m in others if m.date > since]
    return not friend.title and any(
        re.search(rf"(?<!\w){re.escape(n)}(?!\w)" if n.isascii() else n, said)
        for said in firsts
        for n in names
    )


def _gives_address(first: Message, friend: Dossier, dossiers: dict[str, Dossier]) -> bool:
    """Tell whether somebody's first mail gives the address elsewhere of who writes later."""
    said = said_in(first).casefold()
    return not friend.title and any(
        d.written and d.written[0].date > first.date and address.casefold() in said
        for d in dossiers.values()
        if org_domain(d.address) != org_domain(friend.address)
        for address in d.addresses
    )


def _is_said_to_have(friend: Dossier, dossiers: dict[str, Dossier]) -> bool:
    """Tell whether somebody else says from whom they know the user: `Bao gave me your address`."""
    given, family = split_name(friend.name)
    names = [n for n in (given, family) if len(n) > (2 if n.isascii() else 1)]
    if not names or friend.title:
        return False
    others = (d for d in dossiers.values() if d is not friend and d.written)
    return any(
        _GAVE.match(said, found.end()) or _FROM.search(said[: found.start()])
        for d in others
        if org_domain(d.address) != org_domain(friend.address) or is_freemail(d.address)
        for said in (said_in(d.written[0]),)
        for name in names
        if name.lower() in said.lower()
        for found in re.finditer(rf"(?<!\w){re.escape(name)}", said, re.I)
    )


_FROM = re.compile(
    r"(?:\b(?:got|have|had|was given) your (?:name|details|address|number|e-?mail|contact) (?:from|by|through)|\b(?:ihren|deinen|ihre|deine) (?:namen|adresse|nummer|kontakt|mail) (?:\w+ ){0,3}von|"
    r"\b(?:votre|ton|vos|tes) (?:nom|contact|adresse|coordonnées|mail) (?:\w+ )?(?:par|de|via)|\b(?:tu|su) (?:nombre|contacto|correo|teléfono) (?:por|de|a través de)|\bo (?:seu|teu) (?:nome|contacto|contato|mail|número) (?:\w+ )?(?:d[aoe]|pel[ao]|através d[aoe])|"
    r"\b(?:il (?:suo|tuo) (?:nome|contatto|numero)|la (?:sua|tua) mail) (?:\w+ )?da|\b(?:je|jouw|uw) (?:naam|nummer|mailadres) (?:\w+ )?van|\b(?:ditt|din) (?:namn|nummer|mejl\w*|mail) (?:av|från|genom|via)|\b(?:pani|pana|twój|twoje|państwa) (?:\w+ )?(?:nazwisko|numer|mail|kontakt|adres|namiary) od|"
    r"\b(?:friends?|mate) of|\b(?:freund(?:in)?|kumpel) von|\bamie? d[e'’]|\bamig[oa] d[aoe]l?|\bamic[oa] di|\bvriend(?:in)? van|\b(?:vän|kompis) (?:till|med))[ '’]*$",
    re.I,
)
"""The same before the name: `Fick ditt namn av Solveig`."""
_GAVE = re.compile(
    r"[^.!?\n。]{0,20}?(?:\b(?:gave me your|passed (?:me|on) your|put us in touch|introduced us|recommended you|suggested (?:you|i (?:write|get|contact|talk))|"
    r"told me (?:about you|you)|mentioned you|pointed me (?:to|at) you|connected us|tipped me|says you(?:'re| are)|talks about you|speaks of you|spricht (?:so )?von (?:dir|ihnen)|parle (?:tant )?de (?:toi|vous)|habla (?:tanto )?de (?:ti|usted)|fala (?:tanto )?de (?:ti|si|você)|parla (?:tanto )?di (?:te|lei)|heeft het over je|pratar om dig|mówi o (?:tobie|pan)|sent me your|"
    r"hat mir (?:von ihnen|von dir|ihre|deine|ihren|deinen)|hat (?:sie|dich) (?:mir |uns )?empfohlen|hat uns (?:bekannt|zusammen)|meinte,? (?:sie|du)\b|"
    r"m'a (?:donné|parlé|passé|transmis|recommandé)|nous a mis en (?:contact|relation)|"
    r"me (?:pasó|dio|ha pasado|ha dado|habló|ha hablado|recomendó|ha recomendado)|nos puso en contacto|"
    r"(?:deu|passou|falou)-me|me (?:deu|passou|falou)|pôs-nos em contacto|recomendou|mi ha (?:dato|parlato|passato|consigliato)|ci ha messo in contatto|"
    r"gaf (?:me|mij)|tipte|heeft je aangeraden|raadde je aan|tipsade|gav mig|sa att du|säger att du|berättade om dig|said (?:you|that you)\b|tells me you|swears by you|(?:speaks|talks|thinks) (?:so |very )?highly of you|schwärmt (?:so )?von|(?:panią|pana|cię|ciebie) (?:\w+ )?(?:chwali|polec)\w*|sang your praises|sagte,? (?:dass )?(?:sie|du)\b|schwärmt von|erzählte von|m'a dit (?:que tu|que vous|beaucoup de bien)|me dijo que (?:eres|usted|eras|tú)|me contó|disse(?:-me)? que (?:és|você|eras)|mi ha detto che (?:sei|lei)|zei dat (?:je|jij|u)|vertelde (?:me )?over je|mówił\w?,? że|opowiada\w* o|rekommenderade|podał|polecił)|(?:さん|様)?(?:から|に)(?:ご)?紹介|(?:推荐|介绍)(?:了)?(?:你|您|我))",
    re.I,
)
"""How somebody says from whom they have an address."""


@lru_cache(maxsize=4_096)
def introduces(message: Message) -> bool:
    """Tell whether a message brings two people together, by its words or its subject."""
    subject = "" if is_reply_subject(message.subject) else message.subject
    said = said_in(message)
    return not _hires(message) and bool(people_words.INTRODUCES.search(f"{subject}\n{said}"))


def _hires(message: Message) -> bool:
    if people_words.RECRUITER_TITLE.search(signature_of(message)):
        return True
    said = said_in(message)
    return not _SURELY.search(said) and bool(
        stage_words.INTERVIEW.search(said) or SAYS_TO_RECRUIT.search(said)
    )


_SURELY = re.compile(
    spelled(
        r"(?<!\w)(?P<one>[\pU][\w'’-]{1,20}),? (?:meet|das ist|voici|te presento a|apresento-te|ti presento|dit is|det här är|poznaj) (?P<two>[\pU][\w'’-]{1,20})"
        r"[.!;,\s]{1,3}(?P=two),? (?:meet|das ist|voici|te presento a|apresento-te|ti presento|dit is|det här är|poznaj) (?P=one)"
    )
)
"""`Ana, meet Bo. Bo, meet Ana`: whatever else is told, the two are brought together."""


def _is_thanked(first: Message, dossier: Dossier, dossiers: dict[str, Dossier]) -> bool:
    """Tell whether the other to whom somebody wrote begins the answer with thanks to them."""
    if _hires(first) or dossier.title:
        return False
    given = split_name(dossier.name)[0]
    written_to = {a.folded for a in first.recipients}
    answers = (
        d.written[0]
        for k, d in dossiers.items()
        if k in written_to and d.written and org_domain(d.address) != org_domain(dossier.address)
    )
    return len(given) > 1 and any(m.date > first.date and _thanks(m, given) for m in answers)


def _thanks(message: Message, given: str) -> bool:
    opening = said_in(message).strip()[:90]
    name = re.escape(given)
    thanks = rf"{_THANKS}[\s,]{{0,3}}(?:so much|a lot|again|vielmals|beaucoup|mille|mucho|tanto|så mycket|bardzo|tack)?[\s,]{{0,3}}{name}(?!\w)"
    return bool(re.search(rf"{thanks}|^{name}[,:]? {_THANKS}(?!\w)", opening, re.I))


_THANKS = (
    r"(?:thank you|thanks|thx|many thanks|danke|vielen dank|merci|gracias|obrigad[oa]|grazie|bedankt|dank je|dank u|"
    r"tack|dzięki|dziękuję)"
)


def _is_alone(key: str, dossiers: dict[str, Dossier]) -> bool:
    address = dossiers[key].address
    if is_freemail(address):
        return True
    domain = org_domain(address)
    return not any(k != key and org_domain(d.address) == domain for k, d in dossiers.items())
