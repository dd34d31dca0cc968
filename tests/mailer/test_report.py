import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from servers.marker_server import MarkerServer

from mailer.journal import Journal
from mailer.journal_following import About, AnswerRecord, Reminder
from mailer.journal_letters import LetterState
from mailer.model import Call, CallOutcome, DraftRef, Kind, Reason
from mailer.records import read_record
from mailer.report import make_page, span_words

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAY = timedelta(days=1)
DECIDED = NOW - 10 * DAY


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "journal.sqlite3")
    yield journal
    journal.close()


def decide(journal: Journal, company: str = "Northwind", role: str = "Engineer") -> str:
    facts = {"channel": "email", "stage": "final", "subject": f"{role} at {company}",
             "began_at": (DECIDED - 20 * DAY).isoformat(), "people": []}  # fmt: skip
    return journal.add_withdrawal(
        account="work", company=company, role=role, reason=Reason.ACCEPTED_OFFER, facts=facts,
        now=DECIDED,
    ).id  # fmt: skip


def send(journal: Journal, withdrawal: str, at: datetime = DECIDED + DAY) -> None:
    letter = journal.begin_letter(
        withdrawal, kind=Kind.WITHDRAW, ref=DraftRef(key="k", message_id="<d@x>"),
        parent_message_id="<p@x>", text="secret words", html="", now=DECIDED,
        facts={"to": ["dana@northwind.example"]},
    )  # fmt: skip
    journal.update_letter(letter.id, now=at, state=LetterState.SENT, sent_at=at)


def answer(journal: Journal, withdrawal: str, at: datetime, *asks: str, name: str = "Dana") -> None:
    journal.add_answer(
        AnswerRecord(withdrawal=withdrawal, message_id=f"<{at}>", kind="person", at=at, name=name,
                     address="dana@northwind.example", facts={"asks": asks}, seen_at=at)
    )  # fmt: skip


def page(journal: Journal, now: datetime = NOW) -> str:
    return make_page([read_record(journal, w) for w in journal.list_withdrawals()], now)


def words(markup: str) -> str:
    """Return what a reader sees."""
    body = re.sub(r"<style>.*?</style>", "", markup, flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


# --- what it says ---


def test_the_page_says_when_they_were_told_and_when_they_answered(journal: Journal) -> None:
    one = decide(journal)
    send(journal, one)
    answer(journal, one, DECIDED + 3 * DAY)

    text = words(page(journal))

    assert "Told after 24 hours Answered after 2 days" in text
    assert "Reason accepted offer" in text
    assert "Channel in use email" in text
    assert "Told by a letter" in text
    assert "0 still open" in re.sub(r"still open (\d)", r"\1 still open", text)
    assert "Still open" not in text


def test_an_answer_that_asks_for_something_is_still_open(journal: Journal) -> None:
    one = decide(journal)
    send(journal, one)
    answer(journal, one, DECIDED + 3 * DAY, "feedback")

    assert "The answer of Tue 17 Nov 2026 asks for feedback." in words(page(journal))


def test_a_letter_that_waits_names_its_reminder_once(journal: Journal) -> None:
    one = decide(journal)
    send(journal, one)
    due = NOW + DAY
    journal.add_reminders(
        [Reminder(withdrawal=one, about=About.ANSWER, mark="answer:x", text="No answer yet.",
                  due=due, created_at=NOW)]
    )  # fmt: skip

    text = words(page(journal))

    assert text.count("No answer yet.") == 1
    assert "Due Wed 25 Nov 2026." in text


def test_calls_and_reflections_stand_in_the_page(journal: Journal) -> None:
    one = decide(journal)
    call = Call(outcome=CallOutcome.REACHED, at=DECIDED + DAY / 2, with_name="Dana Ortiz")
    journal.add_call(one, call)
    send(journal, one)
    journal.add_reflection(one, "Ask about the team sooner.", now=NOW)

    text = words(page(journal))

    assert "You spoke with Dana Ortiz." in text
    assert "Told by a call, then a letter" in text
    assert "Told after 12 hours" in text
    assert "Ask about the team sooner." in text


def test_no_words_of_a_letter_stand_in_the_page(journal: Journal) -> None:
    send(journal, decide(journal))

    assert "secret words" not in page(journal)


def test_times_stand_in_the_users_zone(journal: Journal) -> None:
    decide(journal)

    assert "22:00</time>" in page(journal, NOW.replace(hour=13).astimezone(ZoneInfo("Asia/Tokyo")))


def test_without_withdrawals_the_page_says_so(journal: Journal) -> None:
    assert "No withdrawal yet." in words(page(journal))


def test_the_page_is_the_same_each_time(journal: Journal) -> None:
    send(journal, decide(journal))

    assert page(journal) == page(journal)


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (timedelta(), "less than a minute"),
        (timedelta(seconds=50), "1 minute"),
        (timedelta(minutes=59), "59 minutes"),
        (timedelta(minutes=80), "1 hour"),
        (timedelta(hours=47), "47 hours"),
        (timedelta(days=2), "2 days"),
        (timedelta(days=-3), "less than a minute"),
    ],
)
def test_spans_are_said_in_the_unit_that_fits(span: timedelta, said: str) -> None:
    assert span_words(span) == said


class _Nesting(HTMLParser):
    void = frozenset({"meta", "br", "!doctype"})

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.void:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


def test_every_element_is_closed_where_it_was_opened(journal: Journal) -> None:
    one = decide(journal, "</article><b>", "\x00\u202e</bdi>")
    send(journal, one)
    answer(journal, one, DECIDED + 3 * DAY, "call", name='"><script>')

    parser = _Nesting()
    parser.feed(page(journal))

    assert parser.stack == []


# --- in a real browser ---


def many(journal: Journal, hostile: str = "") -> None:
    for number in range(12):
        one = decide(journal, f"Company {number} {hostile}", "Staff Engineer, Platform and Tools")
        send(journal, one, DECIDED + number * DAY / 3)
        if number % 3:
            answer(journal, one, DECIDED + (number + 3) * DAY / 3, name=hostile or "Dana")
        journal.add_reflection(one, f"A note {hostile}", now=NOW)


def opened_at(browser, page_path: Path, width: int) -> None:  # noqa: ANN001
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600},
    )
    browser.get(page_path.as_uri())


@pytest.mark.server
@pytest.mark.xdist_group("chromium")
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_browser_shows_the_page_without_scrolling_sideways(
    browser, journal: Journal, tmp_path: Path, width: int  # noqa: ANN001
) -> None:  # fmt: skip
    many(journal)
    path = tmp_path / "report.html"
    path.write_text(page(journal), encoding="utf-8")

    opened_at(browser, path, width)

    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    assert browser.execute_script("return document.querySelectorAll('article').length") == 12
    smallest = browser.execute_script(
        "return Math.min(...[...document.querySelectorAll('body *')]"
        ".filter(e => e.innerText).map(e => parseFloat(getComputedStyle(e).fontSize)))"
    )
    assert smallest >= 13
    marks = browser.execute_script(
        "return [...document.querySelectorAll('.track')].every(track => {"
        " const box = track.getBoundingClientRect();"
        " return [...track.querySelectorAll('i')].every(dot => {"
        "  const d = dot.getBoundingClientRect();"
        "  return d.width > 5 && d.left >= box.left - 8 && d.right <= box.right + 8; }); })"
    )
    assert marks
    assert browser.get_log("browser") == []


@pytest.mark.server
@pytest.mark.xdist_group("chromium")
def test_what_came_out_of_mail_runs_and_fetches_nothing(
    browser, journal: Journal, tmp_path: Path  # noqa: ANN001
) -> None:  # fmt: skip
    with MarkerServer().running() as server:
        many(
            journal,
            f"<img src={server.url}/img onerror=\"document.title='x'\"><script>document.title='x'"
            f"</script><link rel=stylesheet href={server.url}/css></style>"
            f"<iframe src='{server.url}/frame'></iframe>\"'>&lt;",
        )
        path = tmp_path / "report.html"
        path.write_text(page(journal), encoding="utf-8")

        opened_at(browser, path, 390)

        assert browser.title == "My withdrawals"
        assert browser.execute_script("return document.images.length + frames.length") == 0
        assert "<script>" in browser.find_element("tag name", "h2").text
        assert server.paths == []

        # the policy holds even where something gets in
        browser.execute_script(
            "const i = new Image(); i.src = arguments[0]; document.body.append(i);"
            "fetch(arguments[0]).catch(() => 0)",
            f"{server.url}/late",
        )
        browser.execute_async_script("setTimeout(arguments[0], 300)")
        assert server.paths == []
    browser.get_log("browser")


@pytest.mark.server
@pytest.mark.xdist_group("chromium")
def test_the_page_prints_on_paper(
    browser, journal: Journal, tmp_path: Path  # noqa: ANN001
) -> None:  # fmt: skip
    import base64

    many(journal)
    path = tmp_path / "report.html"
    path.write_text(page(journal), encoding="utf-8")
    opened_at(browser, path, 794)

    made = browser.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})

    pdf = base64.b64decode(made["data"])
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 12
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    ink = browser.execute_script("return getComputedStyle(document.body).color")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert ink == "rgb(0, 0, 0)"
