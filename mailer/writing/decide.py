"""The four questions that come before a letter, and the advice that follows (E1, E37, E38)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mailer.model import Candidacy, Kind, Part, Reason, Stage
from mailer.writing.etiquette import default_kind
from mailer.writing.letter import APPOINTMENT_REASONS


@dataclass(frozen=True, slots=True)
class Question:
    """One question of `bowout decide`; answered with yes or no."""

    key: str
    text: str


QUESTIONS = (
    Question("committed", "Have you signed an offer or committed yourself elsewhere?"),
    Question("blocked", "Does relocation or a visa stand in the way?"),
    Question("misfit", "Does the role or the culture not suit you at bottom?"),
    Question("talk", "Could one short talk with the recruiter clear up the doubt?"),
)
"""The questions of E1, in the order in which they are asked."""

SOLVABLE = frozenset(
    {Reason.LOCATION, Reason.COMPENSATION, Reason.TIMING, Reason.NOT_A_FIT, Reason.RELOCATION}
)
"""Reasons behind which there may be something that a talk can solve (E1)."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What `bowout decide` advises; it never blocks."""

    kind: Kind
    """The letter that fits."""
    is_talk_first: bool
    sentences: tuple[str, ...]
    """What to say to the user, in order, each with its rule."""


def advice(
    answers: Mapping[str, bool], reason: Reason, candidacy: Candidacy | None = None
) -> Advice:
    """Return the advice for the answers to `QUESTIONS`; a missing answer counts as no."""
    if reason in APPOINTMENT_REASONS:
        return Advice(
            Kind.RESCHEDULE,
            False,
            (
                "If it is only the date, don't withdraw: offer new times (--kind reschedule), or "
                "cancel this interview alone (--kind cancel). Say no more than is needed. (E2)",
            ),
        )
    if candidacy is not None and candidacy.ended:
        return Advice(
            default_kind(candidacy.stage),
            False,
            ("This process has come to an end already; there is nothing to withdraw from. (E1)",),
        )
    sentences = list(_before(answers, reason))
    if candidacy is not None and candidacy.stage is Stage.ACCEPTED:
        sentences.append(
            "You accepted this offer already: read what you signed, and take advice if unsure, "
            "before you step back. (E22)"
        )
    talk_first = _is_talk_first(answers, reason)
    if talk_first:
        sentences.append(
            "Speak with the recruiter before you withdraw; a short letter asks for that talk "
            "(--kind clarify). (E1)"
        )
        if reason in (Reason.NOT_A_FIT, Reason.NONE):
            sentences.append(
                "If only the role is unclear, you can also go, learn more and decline the next "
                "round. (E1)"
            )
    elif reason is Reason.NONE and len(answers) == len(QUESTIONS) and not any(answers.values()):
        sentences.append(
            "Nothing of this speaks for leaving: you can also go on and decide later. If you are "
            "sure, withdraw soon: each day counts for them. (E1, E3)"
        )
    else:
        sentences.append("Withdraw, and do it soon: each day counts for them. (E3)")
    sentences.append(_custom(candidacy))
    stage_kind = default_kind(candidacy.stage) if candidacy else Kind.WITHDRAW
    return Advice(Kind.CLARIFY if talk_first else stage_kind, talk_first, tuple(sentences))


def _is_talk_first(answers: Mapping[str, bool], reason: Reason) -> bool:
    """Tell whether a talk may still solve it: nothing is signed, and nothing final blocks."""
    if answers.get("committed"):
        return False
    if answers.get("talk"):
        return True
    settled = answers.get("blocked") or answers.get("misfit")
    return reason in SOLVABLE and not settled


def _before(answers: Mapping[str, bool], reason: Reason) -> list[str]:
    sentences = []
    if reason is Reason.COUNTER_OFFER:
        sentences.append(
            "A counter-offer from your present employer: pause first. Weigh where each leads in "
            "two years, what you would learn, and how free you stay to move. Once you know, be "
            "quick. (E37)"
        )
    if reason is Reason.ACCEPTED_OFFER and not answers.get("committed"):
        sentences.append(
            "Wait until the other offer is signed and in your hands; then write at once. (E1)"
        )
    if answers.get("committed"):
        sentences.append("You are committed elsewhere: the fair thing is to tell them now. (E1)")
    if answers.get("blocked"):
        sentences.append(
            "Relocation or a visa blocks: say so in one line, and whether it is for good or for "
            "now (--for-good, --for-now). (E1, E23)"
        )
    if answers.get("misfit"):
        sentences.append(
            "A misfit of role or culture rarely mends itself: name it neutrally, or not at all. "
            "(E1, E18)"
        )
    return sentences


def _custom(candidacy: Candidacy | None) -> str:
    parts = (Part.RECRUITER, Part.AGENCY_RECRUITER)
    people = candidacy.people_with(*parts) if candidacy else ()
    who = next((p.name for p in people if p.name), "the recruiter")
    return f"If you don't know the custom there, ask {who} how they prefer to hear it. (E38)"
