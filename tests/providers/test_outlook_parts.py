import base64
from datetime import UTC, datetime, timedelta, timezone

import pytest

from mailer.model import Address, Search
from providers.outlook.asking import Ask, segment
from providers.outlook.bodies import (
    holds_own,
    localise_sent,
    put_own,
    signature_of,
    swap_own,
)
from providers.outlook.kql import search_option
from providers.outlook.meetings import (
    ALL_DAY,
    GLOBAL_ID,
    ITEM_CLASS,
    START,
    Meeting,
    calendar_text,
    canonical,
)

QUOTE = '<hr tabindex="-1"><div id="divRplyFwdMsg"><b>From:</b> Hanna<br></div><p>old</p>'


# --- where own text goes ---


@pytest.mark.parametrize(
    ("page", "stored"),
    [
        ("<html><body>old</body></html>", "<html><body>OWNold</body></html>"),
        ('<html><body dir="ltr" title="a>b">old', '<html><body dir="ltr" title="a>b">OWNold'),
        ("<!-- <body> --><BODY\nlang=x>old", "<!-- <body> --><BODY\nlang=x>OWNold"),
        ("<style>p{} /*<body>*/</style><body>old", "<style>p{} /*<body>*/</style><body>OWNold"),
        ("<script>'<body>'</script><body>old", "<script>'<body>'</script><body>OWNold"),
        ('<meta content="<body>"><body>old', '<meta content="<body>"><body>OWNold'),
        ("<body>old<body>inner", "<body>OWNold<body>inner"),
        ("<p>no body at all</p>", "OWN<p>no body at all</p>"),
        ("", "OWN"),
        ("\r\n<html>\n<body>\r\nold", "\r\n<html>\n<body>OWN\r\nold"),
        ("<tbodyx><body >old", "<tbodyx><body >OWNold"),
    ],
)
def test_own_text_goes_right_behind_the_real_body_tag(page: str, stored: str) -> None:
    assert put_own(page, "OWN") == stored


def test_own_text_stays_inside_the_page_when_only_the_body_tag_is_missing() -> None:
    stored = put_own("<html><head></head><p>old</p></html>", "OWN")

    assert stored.startswith("<html><body>OWN")


@pytest.mark.parametrize("between", ["", "\r\n", "<div id='appendonsend'></div>"])
def test_only_what_stands_above_the_quote_is_swapped(between: str) -> None:
    page = f"<html><body><p>first</p>{between}{QUOTE}</body></html>"

    swapped = swap_own(page, "<p>second</p>")

    assert swapped == f"<html><body><p>second</p>{QUOTE}</body></html>"


def test_a_rule_of_the_user_s_own_is_no_quote() -> None:
    page = f"<body><p>first</p><hr><p>more</p>{QUOTE}"

    assert swap_own(page, "NEW") == f"<body>NEW{QUOTE}"


def test_without_a_quote_nothing_is_swapped() -> None:
    assert swap_own("<body><p>all mine</p></body>", "x") is None


def test_cleaned_html_still_holds_own_text() -> None:
    own = '<div dir="auto"><p>Dear Hanna,</p><p data-x="1">Thanks &amp; bye</p></div>'
    cleaned = '<p style="margin:0">Dear  Hanna,</p>\r\n<p>Thanks&nbsp;&amp; bye</p>'

    assert holds_own(f"<html><body>{cleaned}{QUOTE}</body></html>", own)
    assert not holds_own(f"<html><body><p>Dear Hanna,</p>{QUOTE}</body></html>", own)


SENT = datetime(2026, 11, 20, 21, 5, 9, tzinfo=UTC)
TOP = '<body>Sent:</b> own<hr><div id="divRplyFwdMsg"><b>From:</b> H<br>\r\n'


@pytest.mark.parametrize(
    "line",
    [
        "<b>Gesendet:</b> Freitag, 20. November 2026 21:05:09<br>",
        "<b>Sent:</b> Friday, November 20, 2026 9:05 PM<br>",
        "<b>Sent:</b> Friday, November 20, 2026 10:05:09 PM<br>",
        "<b>Date:</b> x<br>",
        "",
    ],
)
def test_a_sent_line_that_is_not_certainly_utc_is_left_alone(line: str) -> None:
    page = TOP + line + "</div>"

    assert localise_sent(page, SENT) == page


def test_a_sent_line_below_the_first_quote_is_left_alone() -> None:
    line = "<b>Sent:</b> Friday, November 20, 2026 9:05:09 PM<br>"
    page = TOP + "<b>Sent:</b> other<br>" + line

    assert localise_sent(page, SENT) == page


def test_signatures_of_quoted_mail_are_not_ours() -> None:
    block = '<div><table><tr><td><div id="Signature"><div>A</div>B</div></td></tr></table></div>'

    assert signature_of(f"<body>{block}{QUOTE}") == "<div>A</div>B"
    assert signature_of(f"<body>x{QUOTE}{block}") == ""
    assert signature_of('<body><div id="x_Signature">theirs</div>') == ""
    assert signature_of('<body><div id="Signature"><div>never closed') == ""


# --- requests ---


def test_ids_and_options_are_percent_encoded() -> None:
    ask = Ask("GET", f"/me/messages/{segment('A/b+c=')}", {"$filter": "subject eq 'a b+c&d'"})

    assert ask.url == "/me/messages/A%2Fb%2Bc%3D?$filter=subject%20eq%20%27a%20b%2Bc%26d%27"
    assert "ImmutableId" in ask.preferences


@pytest.mark.parametrize(
    ("search", "option"),
    [
        (Search(phrases=("Acme",)), '"(acme* OR participants:acme*)"'),
        (
            Search(phrases=("AT&T",)),
            '"((at OR participants:at) AND (t OR participants:t))"',
        ),
        (Search(participants=("acme.example",)), '"participants:acme.example"'),
        (Search(participants=("a b", '"', "x OR y")), ""),
        (Search(phrases=("--", "")), ""),
        (
            Search(participants=("a@b.example",), since=datetime(2026, 1, 2, tzinfo=UTC)),
            '"received>=2026-01-01 AND (participants:a@b.example)"',
        ),
    ],
)
def test_a_search_becomes_kql(search: Search, option: str) -> None:
    assert search_option(search) == option


def test_a_very_long_query_stays_bounded() -> None:
    option = search_option(Search(phrases=tuple("word " * 2_000 for _ in range(100))))
    other = search_option(Search(phrases=tuple(f"w{n} " * 5 for n in range(500))))

    assert len(option) < 2_000
    assert len(other) < 4_000


# --- meetings ---

MEETING = Meeting(
    "Zweite Runde; mit Kaffee, Tee",
    Address('Hanna "HM" Müller', "hanna@northwind.example"),
    (Address("Alex", "alex@outlook.example"),),
    datetime(2026, 11, 20, tzinfo=UTC),
)


def properties(**values: str) -> dict[str, str]:
    names = {"kind": ITEM_CLASS, "start": START, "day": ALL_DAY, "uid": GLOBAL_ID}
    return {canonical(names[key]): value for key, value in values.items()}


def event_of(text: str) -> dict[str, object]:
    import icalendar

    calendar = icalendar.Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    return {"METHOD": calendar["METHOD"], **{str(k): event[k] for k in event}}


@pytest.mark.parametrize(
    ("kind", "method", "status"),
    [
        ("IPM.Schedule.Meeting.Request", "REQUEST", None),
        ("IPM.Schedule.Meeting.Canceled", "CANCEL", "CANCELLED"),
        ("IPM.Schedule.Meeting.Resp.Neg", "REPLY", None),
    ],
)
def test_each_meeting_message_has_its_method(kind: str, method: str, status: str | None) -> None:
    event = event_of(calendar_text(properties(kind=kind, start="2026-11-25T09:00:00Z"), MEETING))

    assert event["METHOD"] == method
    assert event.get("STATUS") == status
    assert event["SUMMARY"] == "Zweite Runde; mit Kaffee, Tee"


@pytest.mark.parametrize("kind", ["IPM.Note", "IPM.Schedule.Meeting.Notification.Forward", ""])
def test_what_is_no_meeting_has_no_calendar(kind: str) -> None:
    assert calendar_text(properties(kind=kind, start="2026-11-25T09:00:00Z"), MEETING) == ""


@pytest.mark.parametrize("offset", [-11, -5, 0, 1, 9, 11])
def test_an_all_day_meeting_falls_on_its_day_in_every_zone(offset: int) -> None:
    midnight = datetime(2026, 11, 25, tzinfo=timezone(timedelta(hours=offset)))
    start = midnight.astimezone(UTC).isoformat()
    request = properties(kind="IPM.Schedule.Meeting.Request", start=start, day="true")

    assert "DTSTART;VALUE=DATE:20261125\r\n" in calendar_text(request, MEETING)


def test_the_uid_of_an_exchange_meeting_is_its_global_id() -> None:
    blob = bytes.fromhex("040000008200E00074C5B7101A82E008") + bytes(40)
    request = properties(
        kind="IPM.Schedule.Meeting.Request", start="2026-11-25T09:00:00Z",
        uid=base64.b64encode(blob).decode(),
    )  # fmt: skip

    assert event_of(calendar_text(request, MEETING))["UID"] == blob.hex().upper()


def test_long_and_damaged_properties_break_nothing() -> None:
    long = Meeting("ü" * 300, MEETING.sender, MEETING.recipients, MEETING.date)
    request = properties(kind="ipm.schedule.meeting.request", start="2026-11-25T09:00:00Z", uid="%")

    text = calendar_text(request, long)

    assert event_of(text)["SUMMARY"] == "ü" * 300
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert calendar_text(properties(kind="IPM.Schedule.Meeting.Request", start="soon"), long) == ""


def test_property_names_compare_as_the_service_rewrites_them() -> None:
    assert canonical("String 0x001A") == canonical("String 0x1a")
    assert canonical(START) == canonical(START.lower().replace("0x820d", "0x0000820d"))
    assert canonical("String 0x1039") != canonical("String 0x1042")


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["<!--", "<", "<a ", "<div>", "&", "</a", "<a x='", "<![CDATA["])
def test_a_hostile_page_is_scanned_in_time(piece: str) -> None:
    page = f"<html><body>{piece * 20_000}"

    assert put_own(page, "OWN").startswith("<html><body>OWN")
    assert swap_own(page, "OWN") is None
    assert signature_of(page) == ""
