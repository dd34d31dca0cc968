import pytest

from mailer.model import Finding
from mailer.writing.check import CheckContext, check_letter
from mailer.writing.check_tables import load_table
from mailer.writing.render import built_in_languages

DECIDED = "I have decided to withdraw my application."


def _find(decision: str, *, kind: str = "withdraw", language: str = "en") -> tuple[Finding, ...]:
    context = CheckContext(
        kind=kind, language=language, to=("dana@northwind.example",), needs_recruiter=False
    )
    text = f"Dear Dana,\n\nThank you for your time. {decision}\n\nAll the best,\nSam"
    return tuple(f for f in check_letter(text, context=context) if f.rule in ("E26", "E27"))


def _levels(decision: str, **more: str) -> list[tuple[str, str]]:
    return [(f.rule, f.level) for f in _find(decision, **more)]


@pytest.mark.parametrize(
    "decision",
    [
        DECIDED,
        "I won't be taking this any further.",
        "Please take me out of the running.",
        "It's a no from me.",
        "I'd rather not go ahead.",
        "After long thought I am stepping\naside.",
    ],
)
def test_a_decision_is_known_in_many_words(decision: str) -> None:
    assert _find(decision) == ()


@pytest.mark.parametrize(
    "decision",
    [
        "Perhaps I should withdraw my application.",
        "I am thinking of stepping back.",
        "I might have to decline.",
        "I think I should withdraw, but I have not decided.",
    ],
)
def test_a_decision_with_a_perhaps_blocks(decision: str) -> None:
    found = _find(decision)

    assert [f.level for f in found if f.rule == "E27"][:1] == ["error"]
    assert "half says" in found[0].message
    assert found[0].words in decision


def test_a_perhaps_beside_a_clear_decision_blocks_nothing() -> None:
    assert _find(f"{DECIDED} Perhaps our paths cross again.") == ()


def test_a_letter_without_any_word_of_leaving_blocks() -> None:
    assert _levels("It was lovely to meet everybody.") == [("E27", "error")]


def test_a_letter_that_sounds_like_staying_blocks() -> None:
    assert _levels("I look forward to our interview and have not changed my mind.") == [
        ("E27", "error")
    ]


def test_a_letter_that_leaves_in_unknown_words_asks_to_look_and_blocks_nothing() -> None:
    found = _find("I have signed elsewhere and wish you well.")

    assert [(f.rule, f.level) for f in found] == [("E27", "warning")]
    assert found[0].message.startswith("See whether it says clearly")


def test_a_confirmation_is_never_blocked_for_its_wording() -> None:
    assert _levels("It was lovely to talk.", kind="confirmation") == [("E27", "warning")]


@pytest.mark.parametrize(
    "courtesy",
    [
        "I'm sorry to disappoint you.",
        "I'm afraid I have disappointing news.",
        "I did not want to waste your time.",
    ],
)
def test_hard_words_about_ones_own_act_are_no_grievance(courtesy: str) -> None:
    assert _find(f"{courtesy} {DECIDED}") == ()


def test_an_apology_does_not_cover_the_blame_behind_it() -> None:
    assert ("E26", "error") in _levels(f"{DECIDED} I'm sorry, but your process was a mess.")


def test_how_they_seemed_is_asked_about_unless_it_was_kind() -> None:
    assert _levels(f"{DECIDED} The manager seemed to have his mind on lunch.") == [
        ("E26", "warning")
    ]
    assert _find(f"{DECIDED} The team seemed wonderful.") == ()


def test_a_phrase_that_a_mail_program_wrapped_is_still_found() -> None:
    line = "We did talk about it for some time at home and it seemed a waste of\nmy time to go on."

    assert ("E26", "error") in _levels(f"{DECIDED}\n\n{line}")


@pytest.mark.parametrize("language", built_in_languages())
def test_the_example_that_the_checker_gives_is_a_decision_to_itself(language: str) -> None:
    table = load_table(language)
    example = table.decision_example.strip("“”„«»「」 ")

    assert any(p.search(example) for p in table.decision)
    assert not any(p.search(example) for p in (*table.hedge, *table.interest))
