"""How far a process has come, told from what both sides said, newest word first."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from mailer.model import Evidence, Interview, Me, Message, Stage
from mailer.reading import clauses, stage_words, words
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.early import read_early
from mailer.reading.endings import StageFound, evidence_of, find_ending, goes_on, told_in
from mailer.reading.frames import Says
from mailer.reading.rounds import lies_behind
from mailer.reading.stage_signs import signs_of_stage
from mailer.reading.terms import bundle_in, offered_in
from mailer.reading.weights import WEIGH, weights
from mailer.subjects import base_subject, is_reply_subject

_HEDGE = re.compile(
    r"\b(?:if|whether|should|once|before(?! (?:lunch|noon|midnight|christmas|easter|the (?:weekend|holidays?)|\w+day)\b)|until|would (?:only|then)|after (?:which|that)|afterwards|danach gibt|ensuite il|después viene|depois vem|dopo c'è|daarna volgt|might|may|could|falls|ob|sobald|si|quando|als)\b[^.!?]{0,60}$",
    re.I,
)
_OWN_OFFER = re.compile(r"\b(?:another|other|competing|different) offer\b", re.I)


def read_stage(
    messages: Sequence[Message],
    interviews: Sequence[Interview],
    me: Me,
    recruiters: Collection[str] = (),
) -> StageFound:
    """Return the stage; the newest ending counts unless the talk went on after it.

    `recruiters` are the folded addresses of those who recruit: a first talk is with them alone.
    Where nobody says it, all the words of the newest mails have a say.
    """
    spoken = [m for m in sorted(messages, key=lambda m: m.date) if not m.is_draft]
    found = _by_rules(spoken, interviews, me, recruiters)
    if found.stage in _TOLD:
        return found
    table, signs = weights("stage"), signs_of_stage(spoken, me)
    belief = table.belief(signs, _LITTLE)
    points = {stage: belief * likely for stage, likely in table.judge(signs).items()}
    points[found.stage.value] += _RULES
    theirs = [m for m in spoken if classify(m, me) is AnswerKind.PERSON]
    if theirs and goes_on(told_in(theirs[-1])):
        del points[Stage.CLOSED.value]
    best = max(points, key=lambda stage: points[stage])
    if best == found.stage.value:
        return found
    why = Evidence("stage", best, WEIGH, spoken[-1].message_id, table.words(signs, best))
    return StageFound(Stage(best), "", why)


_TOLD = (Stage.FINAL, Stage.OFFER, Stage.ACCEPTED, Stage.CLOSED)
"""What the rules find only where somebody says it: that stands. The others show in who wrote."""
_RULES = 2.5
"""What the rules' word counts for the others, in units of likelihood (natural logarithm)."""
_LITTLE = 60
"""Where so many words are known, half of what they weigh is believed."""


def _by_rules(
    spoken: list[Message],
    interviews: Sequence[Interview],
    me: Me,
    recruiters: Collection[str],
) -> StageFound:
    ended = find_ending(spoken, me)
    if ended is not None:
        return ended
    offered = _newest(spoken, stage_words.OFFER, me, own_too=False, or_says=Says.OFFERED)
    welcomed = _newest(spoken, stage_words.WELCOMED, me, own_too=False, or_says=Says.WELCOMED)
    if offered and welcomed and welcomed[0].date > offered[0].date:
        return StageFound(Stage.ACCEPTED, "", evidence_of(Stage.ACCEPTED, *welcomed))
    own = [m for m in spoken if classify(m, me) is AnswerKind.OWN]
    agreed = _newest(own, stage_words.AGREED, me, or_says=Says.AGREED)
    told = offered or welcomed
    if told and agreed and (welcomed or agreed[0].date >= told[0].date):
        return StageFound(Stage.ACCEPTED, "", evidence_of(Stage.ACCEPTED, *agreed))
    accepted = _newest(spoken, stage_words.ACCEPTED, me)
    if accepted and (offered or _is_of_job(*accepted, spoken)):
        return StageFound(Stage.ACCEPTED, "", evidence_of(Stage.ACCEPTED, *accepted))
    if offered:
        return StageFound(Stage.OFFER, "", evidence_of(Stage.OFFER, *offered))
    last = _newest(spoken, stage_words.FINAL, me, own_too=False, or_says=Says.LAST)
    if last:
        return StageFound(Stage.FINAL, "", evidence_of(Stage.FINAL, *last))
    if any(stage_words.FINAL.search(i.summary) for i in interviews):
        return StageFound(Stage.FINAL, "", Evidence("stage", "final", "the invitation calls it so"))
    return read_early(spoken, interviews, me, recruiters)


def _newest(
    spoken: list[Message],
    pattern: re.Pattern[str],
    me: Me,
    *,
    own_too: bool = True,
    or_says: Says | None = None,
) -> tuple[Message, str] | None:
    """Return the newest message that holds a phrase of a pattern or a clause that says it."""
    for message in reversed(spoken):
        kind = classify(message, me)
        speaks = kind in (AnswerKind.PERSON, AnswerKind.ACKNOWLEDGEMENT, AnswerKind.INVITATION)
        if not speaks and not (own_too and kind is AnswerKind.OWN):
            continue
        said = f"{_own_subject(message, spoken)}\n{told_in(message)}"
        for found in pattern.finditer(said):
            before = said[max(0, found.start() - 70) : found.start()]
            if pattern in _YES and not _is_meant(said, found):
                continue
            if pattern is stage_words.FINAL and _LAST_YEAR.match(said, found.end()):
                continue
            if not _HEDGE.search(before) and not _OWN_OFFER.search(
                said[found.start() - 12 : found.end()]
            ):
                return message, found[0]
        clause = clauses.find(said, or_says) if or_says else None
        if clause:
            return message, clause.words
        wanted = _terms(message, spoken) if or_says is Says.OFFERED else ""
        if wanted:
            return message, wanted
    return None


def _own_subject(message: Message, spoken: list[Message]) -> str:
    """Return a subject that a mail does not merely answer: `Re: Your offer` offers nothing."""
    is_answer = is_reply_subject(message.subject) and any(
        m.date < message.date and base_subject(m.subject) == base_subject(message.subject)
        for m in spoken
    )
    return "" if is_answer else message.subject


def _terms(message: Message, spoken: list[Message]) -> str:
    """Return the words of an offer told in passing; pay alone tells one only after a talk."""
    told = told_in(message)
    bundle = bundle_in(told)
    return offered_in(told) or (bundle if bundle and _has_met(spoken, message) else "")


def _has_met(spoken: list[Message], message: Message) -> bool:
    """Tell whether a talk with those who decide was spoken of before a mail, or in it as held."""
    if words.CONTINUES.search(told_in(message)):
        return True
    earlier = [told_in(m) for m in spoken if m.date < message.date]
    return any(stage_words.INTERVIEW.search(said) or lies_behind(said) for said in earlier)


def _is_meant(said: str, found: re.Match[str]) -> bool:
    """Tell whether a yes is neither denied, nor put off, nor asked about, nor taken back after it."""
    before, after = said[max(0, found.start() - 45) : found.start()], said[found.end() :][:90]
    return not (
        _DENIED.search(before)
        or _NOT_SO_FAR.search(found[0])
        or _TAKEN_BACK.match(after)
        or _HOME.search(found[0] + after[:24])
        or _INVITED.match(after)
    )


_LAST_YEAR = re.compile(
    r"[^.!?\n]{0,30}\b(?:last year|letzte[sn] jahr|l'an dernier|año pasado|ano passado|anno scorso|vorig jaar|"
    r"förra året|w zeszłym roku|去年|昨年)",
    re.I,
)
_YES = (stage_words.ACCEPTED, stage_words.AGREED)
_DENIED = re.compile(
    r"(?:n't|\b(?:not|cannot|never|before|if|nicht|bevor|wenn|falls|sobald|pas|avant|si|no|aún|antes|"
    r"não|se|non|ainda|prima|niet|als|voordat|inte|innan|om (?:jag|ni|vi|det)|nie|jeszcze|zanim|jeśli|do i (?:need|have)|"
    r"should i|must i|soll ich|muss ich|dois-je|tengo que|tenho de|devo|moet ik|ska jag|czy))\b"
    r"[^.!?,;:\n]{0,24}$|(?:还没|尚未|未|まだ)[^。\n]{0,6}$",
    re.I,
)
_HOME = re.compile(
    r"\b(?:lease|rental|tenancy|miet|wohnung|bail|location|alquiler|aluguel|arrendamento|affitto|locazione|huur|hyres|najmu|lägenhet|mieszkani|huis\b|casa\b|piso\b|apart[ae]ment|房租|租房|賃貸)",
    re.I,
)
"""A contract that is signed for a flat accepts no job."""
_INVITED = re.compile(
    r"[^.!?\n]{0,24}\b(?:invit(?:e|ation|o|ación|ation)\b|einladung|uitnodiging|inbjudan|convite|zaproszeni\w+|"
    r"créneau|slot|termin\b|hueco|appuntamento|orario|horário|cita\b|rendez-vous|tid(?:en)? på)",
    re.I,
)
"""What is accepted is a date."""
_NOT_SO_FAR = re.compile(
    r"\b(?:noch nicht|nicht|nog niet|niet|pas encore|aún no|ainda não|inte|jeszcze)\b", re.I
)
_TAKEN_BACK = re.compile(
    r"[^.!?\n]{0,60}(?:\?|\b(?:but|however|only if|provided|unless|aber|allerdings|nur wenn|sofern|mais|"
    r"pero|mas|però|maar|mits|men|ale|pod warunkiem)\b)|[^。\n]{0,20}(?:か。|吗|ですが|但)",
    re.I,
)


def _is_of_job(message: Message, found: str, spoken: Sequence[Message]) -> bool:
    """Tell whether what was accepted is a job: before any offer it may be an interview."""
    said = f"{message.subject}\n{told_in(message)}"
    at = said.find(found)
    around = said[max(0, at - 60) : at + len(found) + 60]
    if not _BARE.search(found) or _JOB.search(around):
        return True
    before = [m for m in spoken if m.date < message.date and m.sender != message.sender]
    return not (before and stage_words.INTERVIEW.search(told_in(before[-1])))


_BARE = re.compile(r"(?:accept|acepto|aceito|accetto|accepte(?: avec)?)\W*$", re.I)
_JOB = re.compile(
    r"\b(?:offer|role|position|post|job|contract|terms|angebot|stelle|vertrag|offre|poste|contrat|"
    r"oferta|puesto|contrato|proposta|vaga|offerta|contratto|aanbod|functie)\b",
    re.I,
)
