"""The options of `draft` and `call` that say what the letter shall be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mailer.model import Kind, Reason, Tone

if TYPE_CHECKING:
    from datetime import datetime

    from mailer.model import Address, Wish

_Command = TypeVar("_Command", bound=Callable[..., Any])

KINDS = [k.value for k in Kind if k is not Kind.DECLINE_INVITATION]

_OPTIONS = (
    click.option(
        "--reason", type=click.Choice([r.value for r in Reason]), help="Why you leave (E18)."
    ),
    click.option("--for-now", "visa", flag_value="now", help="With visa: it is for now."),
    click.option("--for-good", "visa", flag_value="good", help="With visa: it is for good."),
    click.option(
        "--kind", type=click.Choice(KINDS), help="The kind of letter, if not a withdrawal."
    ),
    click.option(
        "--mention", default="", metavar="TEXT", help="One thing of the talks to thank for."
    ),
    click.option(
        "--stay-in-touch/--no-stay-in-touch", default=None, help="Offer to stay in touch."
    ),
    click.option("--offer-debrief", is_flag=True, help="Offer a short talk about your decision."),
    click.option("--ask-feedback", is_flag=True, help="Ask for feedback."),
    click.option("--recommend", is_flag=True, help="Offer to recommend the team to others."),
    click.option(
        "--looking-for", default="", metavar="TEXT", help="With not-a-fit: what you look for."
    ),
    click.option(
        "--observation",
        "observations",
        multiple=True,
        metavar="TEXT",
        help="With --kind feedback: one factual observation; repeatable.",
    ),
    click.option(
        "--suggest-peer", default="", metavar="NAME", help="Somebody who may fit the role."
    ),
    click.option(
        "--propose", multiple=True, metavar="TIME", help="With reschedule: a time; repeatable."
    ),
    click.option(
        "--decline-invitation", is_flag=True, help="Decline the booked invitation as well."
    ),
    click.option(
        "--to", "to", multiple=True, metavar="ADDRESS", help="Write to this address instead."
    ),
    click.option("--cc", "cc", multiple=True, metavar="ADDRESS", help="Copy this address too."),
    click.option("--no-recruiter", is_flag=True, help="Leave the recruiters out of the copy."),
    click.option("--reply-all", is_flag=True, help="Keep everybody of the thread in copy."),
    click.option("--from", "sender", default="", metavar="ALIAS", help="Write from this address."),
    click.option(
        "--language", default="", metavar="TAG", help="Write in this language, such as `de`."
    ),
    click.option("--tone", type=click.Choice([t.value for t in Tone]), help="Write in this tone."),
    click.option(
        "--by", type=click.Choice(["mail"]), help="Write although a call comes first (E11)."
    ),
    click.option(
        "--anyway", is_flag=True, help="Write although the process ended or you accepted."
    ),
)


def wish_options(command: _Command) -> _Command:
    """Add every option that shapes a letter."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def take_wish(values: dict[str, Any], *, now: datetime, stay_in_touch: bool) -> Wish:
    """Take those options out of `values` and return them checked, as one value."""
    from mailer.model import Wish
    from mailer.when import parse_when

    visa = values.pop("visa")
    touch = values.pop("stay_in_touch")
    kind, tone = values.pop("kind"), values.pop("tone")
    return Wish(
        kind=Kind(kind) if kind else None,
        reason=Reason(values.pop("reason") or "none"),
        visa_for_good=None if visa is None else visa == "good",
        mention=values.pop("mention").strip(),
        stay_in_touch=stay_in_touch if touch is None else touch,
        offer_debrief=values.pop("offer_debrief"),
        ask_feedback=values.pop("ask_feedback"),
        recommend=values.pop("recommend"),
        looking_for=values.pop("looking_for").strip(),
        observations=tuple(o.strip() for o in values.pop("observations") if o.strip()),
        suggest_peer=values.pop("suggest_peer").strip(),
        propose=tuple(parse_when(text, now) for text in values.pop("propose")),
        decline_invitation=values.pop("decline_invitation"),
        to=_addresses(values.pop("to")),
        cc=_addresses(values.pop("cc")),
        no_recruiter=values.pop("no_recruiter"),
        reply_all=values.pop("reply_all"),
        sender=values.pop("sender").strip(),
        language=values.pop("language").strip(),
        tone=Tone(tone) if tone else None,
        by_mail=values.pop("by") == "mail",
        anyway=values.pop("anyway"),
    )


def check_wish(wish: Wish) -> None:
    """Refuse wishes that contradict themselves."""
    from mailer.model import Kind

    if wish.kind is Kind.RESCHEDULE and not wish.propose:
        raise click.UsageError("--kind reschedule needs at least one --propose TIME (E2).")
    if wish.kind is Kind.FEEDBACK and not wish.observations:
        raise click.UsageError("--kind feedback needs at least one --observation TEXT (E34).")
    if wish.observations and wish.kind is not Kind.FEEDBACK:
        raise click.UsageError("--observation goes with --kind feedback.")
    if wish.propose and wish.kind is not Kind.RESCHEDULE:
        raise click.UsageError("--propose goes with --kind reschedule.")


def ask_reason(wish: Wish) -> Wish:
    """Ask for the reason on a terminal, where none was given."""
    from dataclasses import replace

    shown = [r.value for r in Reason][:11]
    answer = click.prompt(
        "Why (the letter says no more than you choose)",
        type=click.Choice(shown),
        default="none",
        err=True,
    )
    return replace(wish, reason=Reason(answer))


def _addresses(values: tuple[str, ...]) -> tuple[Address, ...]:
    from mailer.fields import parse_addresses

    found: list[Address] = []
    for value in values:
        parsed = parse_addresses(value)
        if not parsed or any("@" not in a.address for a in parsed):
            raise click.UsageError(f"{value!r} is no mail address.")
        found.extend(parsed)
    return tuple(found)
