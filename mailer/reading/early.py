"""How far a process has come before its last round: applied, a first talk, an interview."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from mailer.model import Evidence, Interview, Me, Message, Stage
from mailer.reading import people_words, stage_words, words
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.endings import StageFound, evidence_of, told_in
from mailer.reading.rounds import Sign, is_only_handed_on, signs_in, speaks_of_talk
from mailer.reading.senders import org_domain


def read_early(
    spoken: list[Message], interviews: Sequence[Interview], me: Me, recruiters: Collection[str]
) -> StageFound:
    """Tell applied, screen and interview apart: the strongest mail counts, by all its signs."""
    people = [m for m in spoken if classify(m, me) is AnswerKind.PERSON]
    own = [m for m in spoken if classify(m, me) is AnswerKind.OWN]
    if (
        not people
        and interviews
        and not any(stage_words.SCREEN.search(i.summary) for i in interviews)
    ):
        why = Evidence("stage", "interview", "a machine booked it", interviews[-1].message_id)
        return StageFound(Stage.INTERVIEW, "", why)
    if not people:
        return StageFound(Stage.APPLIED, "", Evidence("stage", "applied", "only machines wrote"))
    if not any(i.source == "invitation" for i in interviews) and _only_received(people):
        why = Evidence("stage", "applied", "they have it and will look", people[-1].message_id)
        return StageFound(Stage.APPLIED, "", why)
    if not interviews and _only_submitted(people, recruiters):
        why = Evidence("stage", "applied", "the agency handed it on", people[-1].message_id)
        return StageFound(Stage.APPLIED, "", why)
    first_talks: list[Message] = []
    for interview in interviews:
        offers = _offers_of(interview, spoken, people)
        if _is_first_talk(interview, offers, me, recruiters):
            first_talks += offers
        elif interview.source == "invitation":
            why = Evidence("stage", "interview", "an invitation came", "", interview.summary[:80])
            return StageFound(Stage.INTERVIEW, "", why)
        elif len(offers) > 1:
            why = Evidence(
                "stage", "interview", "a date was agreed", interview.message_id, interview.summary
            )
            return StageFound(Stage.INTERVIEW, "", why)
    is_early = bool(first_talks) or any(stage_words.SCREEN.search(told_in(m)) for m in people)
    weighed = [
        (_points(m, recruiters, is_early=is_early, met=bool(first_talks)), m) for m in people
    ]
    (points, told), message = max(reversed(weighed), key=lambda found: found[0][0])
    if points > 0:
        return StageFound(Stage.INTERVIEW, "", evidence_of(Stage.INTERVIEW, message, told))
    if len(people) >= 3 and own and not first_talks and _are_several(people, recruiters):
        return StageFound(
            Stage.INTERVIEW, "", Evidence("stage", "interview", "several people have written")
        )
    for message in reversed(people):
        said = told_in(message)
        found = (
            stage_words.SCREEN.search(said) or words.PHONE.search(said) or words.HIRING.search(said)
        )
        if found and own:
            return StageFound(Stage.SCREEN, "", evidence_of(Stage.SCREEN, message, found[0]))
    if own:
        return StageFound(Stage.SCREEN, "", Evidence("stage", "screen", "a person has written"))
    return StageFound(Stage.APPLIED, "", Evidence("stage", "applied", "nothing was agreed yet"))


def _points(
    message: Message, recruiters: Collection[str], *, is_early: bool, met: bool
) -> tuple[float, str]:
    """Return how much in a mail speaks for an interview, below nought for a first talk, and why."""
    said = told_in(message)
    signs = [*signs_in(said), *signs_in(message.subject, is_subject=True)]
    found = _later_talk(said, met=met) if is_early else _talk(said)
    if found and not (_FIRST.search(found[0]) and is_only_handed_on(said)):
        signs.append(Sign(2, found[0]))
    if stage_words.SCREEN.search(said):
        signs.append(Sign(-1 if any(s.points < 0 for s in signs) else -2, ""))
    leads = message.sender.folded not in recruiters and (recruiters or not met)
    if leads and speaks_of_talk(said) and not people_words.INTRODUCES.search(said):
        signs.append(Sign(1, "who does not recruit wrote"))
    best = max(signs, key=lambda s: s.points, default=Sign(0, ""))
    return sum(s.points for s in signs), best.words


def _talk(said: str) -> re.Match[str] | None:
    """Return words of an interview that are not only asked for by somebody."""
    for found in stage_words.INTERVIEW.finditer(said):
        if not _WHETHER.search(said[max(0, found.start() - 90) : found.start()]):
            return found
    return None


_WHETHER = re.compile(
    r"\b(?:whether|if (?:they|she|he)|ob (?:sie|er|die|der|das)|s'(?:ils?|elles?)|si (?:quier|dese|les|le)\w*|"
    r"se (?:quer|vuol|vogl|vorr)\w*|of (?:ze|hij|zij)|om (?:hon|han|de)|czy)\b[^.!?\n]{0,60}$",
    re.I,
)


def _are_several(people: Sequence[Message], recruiters: Collection[str]) -> bool:
    """Tell whether several people have written, other than one recruiter after the other."""
    writers = {m.sender.folded for m in people}
    houses = {org_domain(writer) for writer in writers}
    return len(writers) > 1 and (not writers <= set(recruiters) or len(houses) > 1)


def _offers_of(
    interview: Interview, spoken: Sequence[Message], people: Sequence[Message]
) -> list[Message]:
    """Return the two mails of people before and with which an appointment was agreed."""
    made = next((m.date for m in spoken if m.message_id == interview.message_id), None)
    return [m for m in people if made is None or m.date <= made][-2:]


def _is_first_talk(
    interview: Interview, offers: Sequence[Message], me: Me, recruiters: Collection[str]
) -> bool:
    """Tell whether an appointment is the recruiter's first talk and no interview yet."""
    summary = f"{interview.summary}\n" + "\n".join({m.subject for m in offers})
    said = "\n".join([summary, *map(told_in, offers)])
    if not (stage_words.SCREEN.search(said) or _is_small(said)) or _later_talk(said):
        return False
    if stage_words.SCREEN.search(summary):
        return True
    others = {a.casefold() for a in interview.attendees if not me.is_me(a)}
    return (others | {m.sender.folded for m in offers}) <= set(recruiters)


def _is_small(said: str) -> bool:
    """Tell whether a short talk is proposed, and nothing speaks of an interview."""
    signs = signs_in(said)
    return bool(signs) and all(s.points < 0 for s in signs) and bool(_SHORT.search(said))


_SHORT = re.compile(
    r"\b(?:10|15|20|25|30|ten|fifteen|twenty|thirty|zehn|fünfzehn|zwanzig|quinze|vingt|quince|veinte|vinte|quindici|venti|vijftien|twintig|femton|tjugo) ?min|"
    r"\b(?:kwartier|viertelstunde|quart d'heure|cuarto de hora|quarto d'ora|quarto de hora|kwadrans|pół godziny|half ?uur|halvtimme|halbe stunde|half an hour|demi-heure|media hora|mezz'ora|meia hora)|(?:15|20|30)分",
    re.I,
)


def _later_talk(said: str, *, met: bool = True) -> re.Match[str] | None:
    """Return words of an interview proper, not those of what would only come after a first talk.

    Where none was `met` for, what is called a first interview counts as one.
    """
    for found in stage_words.INTERVIEW.finditer(said):
        before = said[max(0, found.start() - 80) : found.start()]
        if _WHETHER.search(before):
            continue
        with_whom = _WITH.search(said[found.end() : found.end() + 50])
        if with_whom and people_words.MANAGER_TITLE.search(with_whom[0]):
            return found
        if _PROPER.search(found[0]) or not (
            (met and _FIRST.search(said[max(0, found.start() - 14) : found.end()]))
            or _AFTER.search(before)
        ):
            return found
    return None


_FIRST = re.compile(
    r"\b(?:first|screening|phone|telephone|intro\w*|initial) (?:interview|round|conversation|call|meeting)|"
    r"\bkennenlern|\bgespräch\b|\bgesprek\b|\bcolloquio\b|\bentretien\b|\bentrevista\b|"
    r"\bsamtale\b|\brozmow|面談$",
    re.I,
)
"""What a first talk is called too."""
_PROPER = re.compile(r"fachlich|techni", re.I)
_WITH = re.compile(r"^\W*(?:with|mit|avec|con|com|met)\b[^.!?\n]*", re.I)
_AFTER = re.compile(
    r"\b(?:before|then|after(?:wards)?|followed by|next steps?|process|prozess|ablauf|danach|"
    r"anschließend|später|bevor|ensuite|puis|après|avant|luego|después|antes|depois|poi|dopo|"
    r"prima di|daarna|vervolgens|voordat)\b[^.!?\n]*$",
    re.I,
)


def _only_submitted(people: Sequence[Message], recruiters: Collection[str]) -> bool:
    """Tell whether recruiters alone wrote, of no talk, and last that the papers were handed on."""
    said = [told_in(m) for m in people]
    talks = (stage_words.INTERVIEW, stage_words.SCREEN, words.PHONE)
    return (
        {m.sender.folded for m in people} <= set(recruiters)
        and bool(stage_words.SUBMITTED.search(said[-1]))
        and not any(pattern.search(s) for pattern in talks for s in said)
    )


def _only_received(people: Sequence[Message]) -> bool:
    """Tell whether all that people wrote is that the application came in, and is being looked at."""
    said = [f"{m.subject}\n{told_in(m)}" for m in people]
    return bool(stage_words.RECEIVED.search(said[0])) and all(
        (stage_words.RECEIVED.search(s) or _LOOKED_AT.search(s))
        and not (
            stage_words.INTERVIEW.search(s) or stage_words.SCREEN.search(s) or words.PHONE.search(s)
        )
        for s in said
    )


_LOOKED_AT = re.compile(
    r"\b(?:file|application|papers|documents|profile|details) (?:is|are|has been|have been) (?:now )?(?:with the|being (?:looked|reviewed)|under review|complete)\b|\b(?:let (?:me|us) know|send (?:me|us)|tell (?:me|us)|provide) your (?:notice period|salary expectations?|references?|certificates?)\b|"
    r"\bsichtung der (?:\w+ )?(?:bewerbung|unterlagen)\w*|\b(?:reviewing|going through) (?:all |the )?(?:applications|candidates)\b|\b(?:étude|examen) des (?:dossiers|candidatures)\b|\b(?:revisando|analizando|analisando|valutando|esaminando) (?:las |as |le )?candidatur[ae]s?\b|\bbeoordel\w+ (?:van )?de sollicitaties\b|\bgår igenom ansökningarna\b|\bweryfikacj\w+ (?:aplikacji|zgłoszeń)\b|"
    r"\bunterlagen (?:sind (?:nun )?(?:vollständig|beim)|liegen (?:nun |jetzt )?(?:beim|bei der|dem))|\b(?:senden|schicken|reichen) sie (?:mir |uns )?(?:bitte )?(?:noch )?ihr\w* (?:\w+ )?\w*(?:zeugnis|unterlagen|lebenslauf)|\bdossier (?:est|a été) (?:complet|transmis|à l'étude)|"
    r"\b(?:documentación|expediente) (?:está|ha sido) (?:completa|en estudio)|\b(?:la sua|tua) (?:documentazione|pratica) è (?:completa|al vaglio)|\bdossier (?:is|ligt) (?:compleet|bij)|\bhandlingarna är (?:kompletta|hos)",
    re.I,
)
"""What is said of papers before anybody has talked: they are asked for, or looked at."""
