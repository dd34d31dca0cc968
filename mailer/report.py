"""One HTML page of all withdrawals: each process as a line in time; pure.

The page is complete in itself: its policy forbids every request and every script, so that opening
it tells nobody anything and nothing that came out of a mailbox can run in it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from statistics import median

from mailer.notices import asks_line
from mailer.records import Event, Record, state_words
from mailer.reminders import due_at
from mailer.report_style import STYLE

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_DAY = timedelta(days=1)


def make_page(records: Sequence[Record], now: datetime) -> str:
    """Return the page, with all times in the zone of `now`."""
    body = "".join(_body(records, now)) if records else _nothing()
    return (
        "<!doctype html>\n"
        '<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        f"<title>My withdrawals</title><style>{STYLE}</style></head>\n<body>\n"
        "<header><h1>My withdrawals</h1>"
        f'<p class="soft">As of {_time(now, now)}</p></header>\n'
        f"<main>{body}</main>\n</body></html>\n"
    )


def span_words(span: timedelta) -> str:
    """Say how long something took, in the unit that fits."""
    minutes = max(0, round(span.total_seconds() / 60))
    if not minutes:
        return "less than a minute"
    if minutes < 60:
        return _count(minutes, "minute")
    if minutes < 48 * 60:
        return _count(round(minutes / 60), "hour")
    return _count(round(minutes / (24 * 60)), "day")


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"


def _nothing() -> str:
    return "<p>No withdrawal yet. The first letter that is drafted starts the first line.</p>"


def _body(records: Sequence[Record], now: datetime) -> Iterator[str]:
    yield _figures(records, now)
    yield _overview(records, now)
    for record in records:
        yield _article(record, now)


# --- all of them -------------------------------------------------------------------------------


def _figures(records: Sequence[Record], now: datetime) -> str:
    told = [span for r in records if (span := _until_told(r)) is not None]
    answered = [span for r in records if (span := _until_answered(r)) is not None]
    figures = [
        ("withdrawals", str(len(records))),
        ("still open", str(sum(bool(_open_points(r, now)) for r in records))),
        ("until they were told (median)", _median_words(told)),
        ("until they answered (median)", _median_words(answered)),
    ]
    rows = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in figures)
    return f'<dl class="figures">{rows}</dl>\n'


def _median_words(spans: Sequence[timedelta]) -> str:
    seconds = [span.total_seconds() for span in spans]
    return span_words(timedelta(seconds=median(seconds))) if seconds else "–"


def _overview(records: Sequence[Record], now: datetime) -> str:
    start = min(_began(r) for r in records)
    end = max(now, start + _DAY)
    rows = "".join(
        f'<li><a href="#{_text(r.withdrawal.id)}">{_bidi(_title(r))}</a>'
        f"{_track(r, start, end)}</li>"
        for r in records
    )
    ends = f"<span>{_day(start, now)}</span><span>{_day(end, now)}</span>"
    return (
        '<section aria-label="All processes in time">'
        f'<p class="ends">{ends}</p><ul class="overview">{rows}</ul>'
        '<p class="soft">Circle: decided. Dot: told. Square: answered.</p></section>\n'
    )


def _track(record: Record, start: datetime, end: datetime) -> str:
    """Draw one process on the scale of all: from its first mail to its answer, or to today."""

    def at(moment: datetime) -> float:
        share = (moment - start) / (end - start)
        return round(100 * min(max(share, 0.0), 1.0), 2)

    told, answer = record.told_at, record.answer
    last = answer.at if answer else end
    marks = [("decided", record.decided_at, "decided")]
    marks += [("told", told, "told")] if told else []
    marks += [("answer", answer.at, "answered")] if answer else []
    dots = "".join(f'<i class="{name}" style="left:{at(when)}%"></i>' for name, when, _ in marks)
    label = ", ".join(f"{word} {when:%Y-%m-%d}" for _, when, word in marks)
    return (
        f'<span class="track" role="img" aria-label="{label}">'
        f"{_bar('before', at(_began(record)), at(told or last))}"
        f"{_bar('after', at(told), at(last)) if told else ''}{dots}</span>"
    )


def _bar(name: str, left: float, right: float) -> str:
    width = round(max(0.0, right - left), 2)
    return f'<span class="{name}" style="left:{left}%;width:{width}%"></span>'


# --- one of them -------------------------------------------------------------------------------


def _article(record: Record, now: datetime) -> str:
    points = _open_points(record, now)
    state = _text(state_words(record, now))
    closed = "" if points else " closed"
    return (
        f'<article id="{_text(record.withdrawal.id)}"><h2>{_bidi(_title(record))}</h2>'
        f'<p><span class="state{closed}">{state}</span></p>'
        f"{_facts(record, now)}{_notes(record, now)}{_open(points)}{_line(record, now)}</article>\n"
    )


def _facts(record: Record, now: datetime) -> str:
    withdrawal = record.withdrawal
    told, answered = _until_told(record), _until_answered(record)
    rows = [
        ("Decided", _plain_day(record.decided_at.astimezone(now.tzinfo))),
        ("Reason", "" if withdrawal.reason == "none" else withdrawal.reason.replace("-", " ")),
        ("Stage", str(withdrawal.facts.get("stage", ""))),
        ("Channel in use", str(withdrawal.facts.get("channel", ""))),
        ("Told by", _told_by(record)),
        ("Told after", span_words(told) if told is not None else "not told yet"),
        ("Answered after", span_words(answered) if answered is not None else ""),
        ("Account", withdrawal.account),
    ]
    cells = "".join(f"<dt>{name}</dt><dd>{_bidi(value)}</dd>" for name, value in rows if value)
    return f'<dl class="facts">{cells}</dl>'


def _notes(record: Record, now: datetime) -> str:
    return "".join(
        f'<blockquote>{_bidi(text)} <span class="soft">({_day(at, now)})</span></blockquote>'
        for at, text in record.reflections
    )


def _open(points: Sequence[str]) -> str:
    if not points:
        return ""
    rows = "".join(f"<li>{_bidi(point)}</li>" for point in points)
    return f'<div class="open"><strong>Still open</strong><ul>{rows}</ul></div>'


def _line(record: Record, now: datetime) -> str:
    events = [event for event in record.timeline() if event.what != "note"]
    rows = "".join(_event(event, now) for event in events)
    return f'<ol class="line">{rows}</ol>'


def _event(event: Event, now: datetime) -> str:
    kind = f"{event.what}{' coming' if event.at > now else ''}"
    return f'<li class="{kind}">{_time(event.at, now)}{_bidi(event.text)}</li>'


def _open_points(record: Record, now: datetime) -> list[str]:
    """Say what is left to do or to wait for; empty where the loop is closed."""
    points = list(_loose_ends(record, now))
    for reminder in record.reminders:
        if reminder.state == "open":
            points.append(f"{reminder.text} Due {_plain_day(due_at(reminder, now.tzinfo))}.")
    return points


def _loose_ends(record: Record, now: datetime) -> Iterator[str]:
    state, answer = record.state(now), record.answer
    if state == "decided":
        yield "No letter is drafted yet."
    elif state == "unknown":
        yield "It is not known whether a letter left."
    elif state == "drafted" and not _has_reminder(record, "draft"):
        yield "The letter lies unsent in Drafts."
    elif state in ("sent", "overdue") and not _has_reminder(record, "answer"):
        yield "No answer yet."
    elif answer is not None and answer.facts.get("asks"):
        later = [one.created_at for one in record.letters if one.created_at >= answer.at]
        if not later:
            day = _plain_day(answer.at.astimezone(now.tzinfo))
            yield f"The answer of {day} {asks_line(answer.facts['asks'])}."


def _has_reminder(record: Record, about: str) -> bool:
    return any(r.state == "open" and r.about.value == about for r in record.reminders)


def _told_by(record: Record) -> str:
    """Say by which channels they were told, in the order of time."""
    told = [(call.at, "a call") for _, call in record.calls if call.outcome.value == "reached"]
    told += [(one.sent_at, "a letter") for one in record.letters if one.sent_at]
    return ", then ".join(dict.fromkeys(word for _, word in sorted(told)))


def _until_told(record: Record) -> timedelta | None:
    told = record.told_at
    return max(timedelta(0), told - record.decided_at) if told else None


def _until_answered(record: Record) -> timedelta | None:
    sent = min((one.sent_at for one in record.letters if one.sent_at), default=None)
    answer = _first_answer(record, sent)
    return answer - sent if answer and sent else None


def _first_answer(record: Record, sent: datetime | None) -> datetime | None:
    answers = (a.at for a in record.answers if a.kind == "person" and sent and a.at >= sent)
    return min(answers, default=None)


def _began(record: Record) -> datetime:
    times = [event.at for event in record.timeline() if event.what in ("thread", "decided")]
    return min(times, default=record.decided_at)


def _title(record: Record) -> str:
    withdrawal = record.withdrawal
    return " · ".join(filter(None, [withdrawal.company, withdrawal.role])) or withdrawal.id


# --- text --------------------------------------------------------------------------------------


def _text(text: str) -> str:
    """Escape text for HTML, without control and direction characters."""
    return html.escape(_CONTROLS.sub("\ufffd", text))


def _bidi(text: str) -> str:
    """Escape text and keep its direction to itself."""
    return f"<bdi>{_text(text)}</bdi>"


def _time(moment: datetime, now: datetime) -> str:
    local = moment.astimezone(now.tzinfo)
    return f'<time datetime="{local.isoformat()}">{_plain_day(local)}, {local:%H:%M}</time>'


def _day(moment: datetime, now: datetime) -> str:
    local = moment.astimezone(now.tzinfo)
    return f'<time datetime="{local:%Y-%m-%d}">{_plain_day(local)}</time>'


def _plain_day(moment: datetime) -> str:
    return f"{moment:%a} {moment.day} {moment:%b %Y}"
