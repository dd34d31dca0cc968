import pytest

from mailer.subjects import base_subject, is_reply_subject, reply_subject


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Interview on Tuesday", "Re: Interview on Tuesday"),
        ("Re: Interview", "Re: Interview"),
        ("AW: Ihre Bewerbung", "AW: Ihre Bewerbung"),
        ("Re: AW: RE: Ihre Bewerbung", "Re: Ihre Bewerbung"),
        ("Re[2]: Interview", "Re[2]: Interview"),
        ("回复:面试", "回复:面试"),
        ("回复\uff1a面试", "回复\uff1a面试"),
        ("回复\uff1a回复\uff1a面试", "Re: 面试"),
        ("WG: Ihre Bewerbung", "Re: WG: Ihre Bewerbung"),
        ("[EXTERNAL] RE: Interview", "[EXTERNAL] RE: Interview"),
        ("Ready to ship", "Re: Ready to ship"),
        ("Reisekosten", "Re: Reisekosten"),
        ("", "Re: "),
        ("two\r\n lines", "Re: two lines"),
    ],
)
def test_G41_a_reply_inherits_the_subject_with_one_prefix(subject: str, expected: str) -> None:
    assert reply_subject(subject) == expected


@pytest.mark.parametrize(
    "subject", ["Re: x", "AW: x", "Re: AW: x", "[EXT] Re: x", "Fwd: Re: x", "x"]
)
def test_a_reply_to_a_reply_keeps_the_base_subject(subject: str) -> None:
    once = reply_subject(subject)

    assert base_subject(once) == "x"
    assert reply_subject(once) == once


def test_a_forward_is_no_reply() -> None:
    assert not is_reply_subject("WG: x")
    assert is_reply_subject("[EXT] AW: x")
