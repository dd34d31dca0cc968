"""Writes docs/letters.md: letters of every kind, stage, tone and language, as they are now.

`python docs/write_letters.py` writes it, `--check` only compares. A letter to which the checker
has anything to say is refused.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from mailer.model import Kind, Part, Reason, Stage, Tone
from mailer.writing.check import check_letter
from mailer.writing.letter import PASTE, SCRIPT, forms_of, write_aside
from mailer.writing.render import TemplateFolder, built_in_languages
from mailer.writing.scene import make_scene
from mailer.writing.situations import (
    Situation,
    check_context,
    make_situation,
    with_everything,
    write_situation,
)

PAGE = Path(__file__).resolve().parent / "letters.md"
FOLDER = TemplateFolder()

INTRODUCTION = """# The letters

<!-- written by docs/write_letters.py; change the templates, not this page -->

One letter for each kind and stage in each language, half of them formal and half friendly, from
made-up people, just as `bowout draft` would file them. Wordings vary: another company gets
other sentences, and within one process no two letters share one.

Your own letters: `bowout templates copy en/withdraw.txt.j2` puts one into your folder, where it
wins; `bowout templates check` then tries it on all situations.

## What a template can speak of

"""

VALUES = {
    "kind": "the kind of letter",
    "me": "your name, as you sign in this thread",
    "close": "first names, `du`, `tu`: the close form fits",
    "formal": "the tone is formal",
    "company": "the company, or empty",
    "role": "the role, or empty",
    "readers": "who gets it: `name`, `given`, `family`, `honorific` of each",
    "reader": "`manager`, `recruiter`, `agency`, `coordinator`, `referrer` or `team`",
    "copied": "names of the recruiters in copy whom you dealt with",
    "manager": "who leads, where the letter goes to somebody else",
    "stage": "`applied`, `screen`, `interview`, `final`, `offer`, `accepted` or `closed`",
    "met": "you have really talked",
    "reason": "the reason; `visa-for-good` and `visa-for-now` besides",
    "mention": "`--mention`",
    "looking_for": "`--looking-for`",
    "offers": "of `debrief`, `call`, `peer`, `recommend`, `stay` those that hold",
    "peer": "`--suggest-peer`",
    "ask_feedback": "`--ask-feedback`",
    "stay_in_touch": "`--stay-in-touch`",
    "interviews": "the interviews that stand, as the language writes dates, with zone",
    "soon": "one of them is less than 24 hours away",
    "missed": "the last appointment that lies behind",
    "proposed": "`--propose`, as the language writes dates",
    "brief": "the letter has much to say, so that the rest must be short",
    "full": "three or more extras are asked for, so that each must be short",
    "observations": "`--observation`",
    "tried": "`voicemail` or `no-answer` where a call reached nobody",
    "call_day": "the day of the last call",
    "call_today": "that day is today",
    "today": "today's date",
    "words": "words of the language's own table",
    "pick": "`pick(…)` chooses one of several wordings; `close=[…]`, `formal=[…]` by register",
    "br": "`{{ br }}` is a line end that stays",
}


def list_shown(language: str, offset: int) -> Iterator[tuple[str, Situation]]:
    """Yield the situations that the page shows of one language, with a heading each."""
    plain = [
        (Kind.WITHDRAW, Stage.APPLIED, Reason.ACCEPTED_OFFER, Part.RECRUITER),
        (Kind.WITHDRAW, Stage.SCREEN, Reason.COMPENSATION, Part.AGENCY_RECRUITER),
        (Kind.WITHDRAW, Stage.INTERVIEW, Reason.RELOCATION, Part.RECRUITER),
        (Kind.WITHDRAW, Stage.FINAL, Reason.NOT_A_FIT, Part.HIRING_MANAGER),
        (Kind.WITHDRAW, Stage.CLOSED, Reason.NONE, Part.RECRUITER),
        (Kind.DECLINE_OFFER, Stage.OFFER, Reason.COUNTER_OFFER, Part.HIRING_MANAGER),
        (Kind.DECLINE_OFFER, Stage.ACCEPTED, Reason.PERSONAL, Part.HIRING_MANAGER),
        (Kind.RESCHEDULE, Stage.INTERVIEW, Reason.ILLNESS, Part.HIRING_MANAGER),
        (Kind.CANCEL, Stage.INTERVIEW, Reason.CONFLICT, Part.HIRING_MANAGER),
        (Kind.CLARIFY, Stage.SCREEN, Reason.LOCATION, Part.RECRUITER),
        (Kind.RECRUITER_NOTE, Stage.INTERVIEW, Reason.TIMING, Part.AGENCY_RECRUITER),
        (Kind.REFERRER_THANKS, Stage.INTERVIEW, Reason.NONE, Part.HIRING_MANAGER),
        (Kind.CONFIRMATION, Stage.FINAL, Reason.NONE, Part.HIRING_MANAGER),
        (Kind.FOLLOW_UP, Stage.INTERVIEW, Reason.NONE, Part.HIRING_MANAGER),
        (Kind.FEEDBACK, Stage.INTERVIEW, Reason.NONE, Part.HIRING_MANAGER),
        (Kind.CORRECTION, Stage.INTERVIEW, Reason.NONE, Part.HIRING_MANAGER),
        (Kind.DECLINE_INVITATION, Stage.INTERVIEW, Reason.NONE, Part.HIRING_MANAGER),
    ]
    for number, (kind, stage, reason, leader) in enumerate(plain):
        tone = (Tone.FORMAL, Tone.FRIENDLY)[(number + offset) % 2]
        hours = 5 if stage is Stage.INTERVIEW and kind is Kind.WITHDRAW else 72
        hours = 0 if stage in (Stage.APPLIED, Stage.CLOSED) else hours
        made = make_situation(
            language, kind, reason=reason, stage=stage, tone=tone, leader=leader, hours=hours
        )
        rich = kind is Kind.WITHDRAW and stage is Stage.FINAL
        says = "" if reason is Reason.NONE else f", {reason.value}"
        title = f"{kind.value}, {stage.value}{says}, {tone.value}"
        title += ", with everything" if rich else ""
        yield title, with_everything(made) if rich else made


def write_page() -> str:
    """Return the whole page.

    Raises:
        ValueError: the checker found something in a letter, or the table of values is incomplete.
    """
    parts = [INTRODUCTION, _table(), "\n"]
    for offset, language in enumerate(built_in_languages()):
        name = Locale.parse(language).get_display_name("en")
        parts.append(f"\n## {name}\n")
        for title, situation in list_shown(language, offset):
            parts.append(f"\n### {title}\n\n{_quoted(_written(situation))}\n")
        for aside in (SCRIPT, PASTE):
            parts.append(f"\n### {aside}\n\n{_quoted(_aside(aside, language))}\n")
    return "".join(parts)


def _written(situation: Situation) -> str:
    letter = write_situation(situation, FOLDER)
    if findings := check_letter(letter.text, context=check_context(situation)):
        raise ValueError(f"{situation.title}: {findings}\n\n{letter.text}")
    return letter.text


def _aside(name: str, language: str) -> str:
    made = make_situation(language, Kind.WITHDRAW, reason=Reason.ACCEPTED_OFFER)
    return write_aside(
        name,
        made.candidacy,
        wish=made.wish,
        me=made.me,
        now=made.now,
        readers=made.candidacy.people[:1],
        templates=FOLDER,
    )


def _table() -> str:
    made = make_situation("en", Kind.WITHDRAW)
    scene = make_scene(
        made.candidacy,
        kind=made.kind,
        wish=made.wish,
        me=made.me,
        now=made.now,
        calls=(),
        readers=(),
        copied=(),
        forms=forms_of("en"),
        tone=Tone.FORMAL,
    )
    if missing := set(scene) ^ (set(VALUES) - {"pick", "br"}):
        raise ValueError(f"the table of values differs from the scene: {missing}")
    rows = [f"| `{name}` | {text} |\n" for name, text in VALUES.items()]
    return "".join(["| value | is |\n| --- | --- |\n", *rows])


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}  " if line else ">" for line in text.splitlines())


def main() -> int:
    """Write the page, or with --check say whether it is up to date."""
    page = write_page()
    if "--check" not in sys.argv:
        PAGE.write_text(page, encoding="utf-8", newline="\n")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    print("docs/letters.md is out of date: run `python docs/write_letters.py`", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
