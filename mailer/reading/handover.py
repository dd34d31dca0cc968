"""Who hands over to whom: by the word of who leaves, of who takes over, or in somebody's quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from mailer.model import Evidence, Message, Part
from mailer.reading import people_words
from mailer.reading.claims_of_others import claim_of_other
from mailer.reading.clauses import sentence_around
from mailer.reading.company import squash
from mailer.reading.dossiers import Dossier, spoken_names
from mailer.reading.quotes import said_in, split_quote
from mailer.reading.senders import org_domain
from mailer.reading.successions import (
    goes_on_from,
    hands_to,
    is_short_absence,
    speaks_of_leaving,
)


def hand_over(
    dossiers: dict[str, Dossier], agencies: set[str], messages: Sequence[Message]
) -> None:
    """Mark who left the talk, once the one whom they named wrote or was put in copy."""
    for dossier in dossiers.values():
        quoted = _quoted_of(dossier, messages)
        for message in [*dossier.written, *quoted]:
            last = dossier.written[-1].date if dossier.written else message.date
            if last > message.date:
                continue
            said = said_in(message)
            found = people_words.LEAVING.search(said)
            if found and (is_short_absence(said) or _TAKES_A_TALK.search(said)):
                continue
            others = [o for o in dossiers.values() if o is not dossier]
            before, after = sentence_around(said, found) if found else ("", "")
            sentence = f"{before}{found[0]}{after}" if found else ""
            if people_words.SUCCEEDS.search(sentence):
                continue  # who goes on does not leave
            if found and _SERVES.search(found[0]) and _I_DO.search(f"{before}{found[0]}"):
                # `I will look after you`: only whom that sentence names may follow
                others = [o for o in others if any(n in sentence for n in spoken_names(o.name))]
            if not found:
                others = [o for o in others if hands_to(said, tuple(spoken_names(o.name)))]
            if org_domain(dossier.address) in agencies:  # who hands over to a client stays in
                others = [o for o in others if org_domain(o.address) in agencies]
            followers = [
                o
                for o in others
                if _takes_over(o, message, said)
                and not _only_helps(o, dossier)
                and not _only_arranges(o, said)
                and not _is_told_to_lead(o, dossier, message)
            ]
            house = org_domain(dossier.address)
            is_elsewhere = house and all(
                org_domain(o.address) not in ("", house) for o in followers
            )
            if followers and not found and is_elsewhere and house not in agencies:
                # who hands on to another house, and leaves nothing, is an agent
                why = "hands on to another house"
                dossier.add(Part.AGENCY_RECRUITER, _AGENT, why, message, said[:80])
            elif followers:
                dossier.has_left = True
                told = " ".join(
                    s for s in re.split(r"[.!?\n]", said) if people_words.LEAVING.search(s)
                )
                told = told or said
                _inherit(followers, dossier, message, told)
                dossier.evidence.append(
                    Evidence(
                        "left",
                        dossier.address,
                        "hands over",
                        message.message_id,
                        found[0] if found else told[:80],
                    )
                )

    _succeed(dossiers)


_SERVES = re.compile(
    r"look\w* after|handl|deal|contact|takes? care|ansprech|zuständig|betreu|kümmer|interlocut|suivra|riferimento|referente|kontakt|opiekun|aanspreek",
    re.I,
)
"""Words of leaving that tell who looks after the user from now on, the writer perhaps."""
_I_DO = re.compile(
    r"\b(?:I(?:['’](?:m|ll))?|ich|je|j['’]|yo|me|eu|io|mi|ik|jag) (?:\w+ ){0,8}?(?:look|handl|deal|your|take|bin|betreue|kümmere|suis|serai|m['’]occup|soy|seré|encarg|sou|serei|sono|sarò|occup|ben|är|blir)",
)

_TAKES_A_TALK = re.compile(
    r"\bleaving (?:the (?:office|building|house)|for (?:lunch|the day|today)|early|now|at (?:\d|noon|\w+ o'clock))|\btakes? care of your (?:travel|flights?|hotel|badge|visit|luggage|expenses)\b|"
    r"\b(?:tak(?:es?|ing) over|übernimmt|reprend|prend|asume|assume|prende|neemt|tar över|przejmuje)\b (?:the|our|your|das|die|den|l'|la|le|el|o|a|il|het|de)? ?(?:\w+ )?(?:demo|call|interview|session|meeting|presentation|gespräch|termin|präsentation|führung|entretien|visio|présentation|entrevista|reunión|presentación|reunião|apresentação|colloquio|riunione|presentazione|gesprek|presentatie|rondleiding|intervjun?|mötet|rozmowę|spotkanie|prezentację)\b",
    re.I,
)
"""Who takes over one talk leads no more than that."""


def _quoted_of(dossier: Dossier, messages: Sequence[Message]) -> list[Message]:
    """Return what somebody wrote that stands in quotes alone, newest quote last.

    The mail itself may lie in the bin. It is dated just before the mail that quotes it, which is
    as late as it can be.
    """
    if not dossier.written:
        return []
    known = [squash(said_in(m)) for m in dossier.written]
    found = []
    for message in messages[-_QUOTING:]:
        if message.sender.folded == dossier.address.casefold():
            continue
        for told in _quotes_by(dossier, message.text or ""):
            flat = squash(told)
            if people_words.LEAVING.search(told) and not any(flat[:60] in k for k in known):
                mail = replace(dossier.written[-1], text=told, html="", date=message.date - _BEFORE)
                found.append(replace(mail, message_id=message.message_id, to=(), cc=()))
    return found


def _quotes_by(dossier: Dossier, text: str) -> Iterator[str]:
    """Yield what a text quotes of somebody, however deep, down to a bound."""
    for _ in range(_DEPTH):
        lines = split_quote(text).quote.splitlines()
        marks = [n for n, line in enumerate(lines) if line.lstrip().startswith(">")]
        if marks:
            head, lines = lines[: marks[0]], lines[marks[0] :]
            text = "\n".join(re.sub(r"^\s{0,3}> ?", "", line) for line in lines)
        else:
            blank = next((n for n, line in enumerate(lines) if n and not line.strip()), len(lines))
            head, text = lines[:blank], "\n".join(lines[blank:])
        if not text.strip():
            return
        writer = " ".join(head[:3]).casefold()
        if dossier.address.casefold() in re.split(r"\b(?:to|an|a|à|para|aan|till|do):", writer)[0]:
            yield split_quote(text).own


_QUOTING, _DEPTH = 12, 4
"""How many mails are asked for quotes, the newest, and how deep."""
_BEFORE = timedelta(seconds=1)


def _succeed(dossiers: dict[str, Dossier]) -> None:
    """Mark who is followed by somebody who says so: `Craig here, picking up from Tamara`."""
    for follower in dossiers.values():
        for message in follower.written:
            said = said_in(message)
            says = ""
            if people_words.SUCCEEDS.search(said):
                told_in = (
                    s for s in re.split(r"[.!?。\n]", said) if people_words.SUCCEEDS.search(s)
                )
                says = " ".join(told_in)
            for other in dossiers.values():
                told = says
                if goes_on_from(said, tuple(spoken_names(other.name))):
                    told = said
                if told and _is_followed(other, follower, message, told):
                    other.has_left = True
                    _inherit([follower], other, message, told)
                    other.evidence.append(
                        Evidence(
                            "left", other.address, "is followed", message.message_id, told[:80]
                        )
                    )


def _is_followed(other: Dossier, follower: Dossier, message: Message, told: str) -> bool:
    """Tell whether somebody of the same house wrote before, is named as followed and silent since."""
    if other is follower or other.has_left or not other.written:
        return False
    is_silent = other.written[-1].date < message.date
    is_colleague = org_domain(other.address) == org_domain(follower.address)
    named = any(re.search(rf"(?<!\w){re.escape(n)}", told) for n in spoken_names(other.name))
    return is_silent and is_colleague and named and not _only_helps(follower, other)


def _inherit(followers: Sequence[Dossier], left: Dossier, message: Message, told: str) -> None:
    """Give who takes over the part of who left, unless something tells another.

    `told` are the sentences about leaving: whom they name takes over whatever the default says.
    """
    part = max(left.points, key=lambda p: left.points[p], default=None)
    for follower in followers:
        names = [n for n in spoken_names(follower.name) if n in said_in(message)]
        is_successor = not names or any(name in told for name in names)
        is_unheard = is_successor and not follower.written
        is_named = is_successor and bool(names) and _is_known_by(follower, message)
        is_unknown = sum(follower.points.values()) <= is_successor
        if part is not None and (is_unheard or is_named or is_unknown):
            follower.points.clear()
            follower.add(part, 3, "takes over", message)


def _is_told_to_lead(other: Dossier, left: Dossier, message: Message) -> bool:
    """Tell whether who recruits hands on to whom the same mail calls the boss: they recruit on."""
    recruits = left.points.get(Part.RECRUITER, 0) > left.points.get(Part.HIRING_MANAGER, 0)
    return (
        recruits
        and (
            not speaks_of_leaving(_PAPERS.sub(" ", said_in(message)))
            or _GOES_ON.search(said_in(message)) is not None
        )
        and any(
            e.message_id == message.message_id and e.value.endswith(Part.HIRING_MANAGER.value)
            for e in other.evidence
        )
    )


_AGENT = 6
"""Points for an agency of who hands on to another house."""
_GOES_ON = re.compile(
    r"\bje (?:m'occupe|m'occuperai|reste|gère|gérerai)\b|\bi(?:'ll| will) (?:stay|still|handle|deal with|look after|take care of|sort)\b|\bich (?:kümmere mich|bleibe|übernehme)\b|\b(?:me ocupo|me encargo|yo llevo)\b|\beu (?:trato|fico|cuido)\b|\b(?:mi occupo|seguo io|resto)\b|\bik (?:regel|blijf|verzorg)\b|\bjag (?:sköter|tar hand|finns kvar)\b|\bjeg (?:sørger|tager mig|bliver)\b|\bja (?:zajmuję|zajmę|zostaję)\b",
    re.I,
)
"""What a recruiter says to go on with who hands the talk on to the boss: `je m'occupe du contrat`."""
_PAPERS = re.compile(
    r"(?:lämna\w* (?:över|vidare)|hand(?:ed|ing)? (?:over|on)|pass(?:ed|ing)? on|übergeben|weitergegeben|transmis|remis|trasladado|pasado|passei|entreguei|passato|girato|doorgegeven|overgedragen|przekazał[ae]m) "
    r"(?:dina?|ditt|your|the|ihre|deine|vos|votre|ton|su|tu|sus|o seu|a sua|i suoi|il suo|la sua|je|uw|pana|pani|twoje) (?:papper|handlingar|cv|papers|application|file|documents|details|unterlagen|bewerbung|dossier|candidature|candidatura|documentación|documenti|profilo|gegevens|dokumenty|zgłoszenie)",
    re.I,
)
"""Who only hands on papers leaves nothing."""


def _only_arranges(other: Dossier, said: str) -> bool:
    """Tell whether somebody takes over the dates alone, from one who stays."""
    claim = claim_of_other(said, tuple(spoken_names(other.name)))
    return claim is not None and claim[0] is Part.COORDINATOR and not speaks_of_leaving(said)


def _is_known_by(follower: Dossier, message: Message) -> bool:
    """Tell whether only the hand-over itself tells a part: who takes over arranges what comes next."""
    told = [e.message_id for e in follower.evidence if e.finding == "part"]
    return bool(told) and all(m == message.message_id for m in told)


def _only_helps(other: Dossier, leader: Dossier) -> bool:
    """Tell whether somebody recruits or arranges for a boss: nobody of these takes a boss's place."""
    helps = (Part.COORDINATOR, Part.RECRUITER)
    leads = max(leader.points, key=lambda p: leader.points[p], default=None) is Part.HIRING_MANAGER
    leads = leads and leader.points[Part.HIRING_MANAGER] > _BY_DEFAULT
    return leads and any(other.points.get(part, 0) >= 3 for part in helps)


_BY_DEFAULT = 1
"""Points of who counts as the boss only because others recruit."""


def _takes_over(other: Dossier, message: Message, said: str) -> bool:
    in_copy = any(a.folded == other.address.casefold() for a in message.recipients)
    wrote_after = any(m.date > message.date for m in other.written)
    is_new = other.seen_in_copy[:1] == [message] and not any(m.date < message.date for m in other.written)  # fmt: skip
    is_only_one = sum("@" in a.address for a in message.recipients) == 2
    is_named = any(name in said for name in spoken_names(other.name)) or (
        is_new and is_only_one and bool(_IN_COPY.search(said))
    )
    return is_named and (in_copy or wrote_after)


_IN_COPY = re.compile(
    r"\b(?:cc'?d|copied|in (?:cc|copy|kopie|copia|de cc|de kopie)|en copie|en copia|em c[óo]pia|w kopii|do wiadomości|på kopia|i kopia)\b|CC(?:に|で)|抄送",
    re.I,
)
