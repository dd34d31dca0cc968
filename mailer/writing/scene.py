"""What a letter may speak of, prepared for the templates: names, dates and facts of one process.

Everything a template needs is here as plain text or a plain yes or no, dates already in the
language's own form with their zone, so that templates hold words and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from mailer.model import (
    Call,
    CallOutcome,
    Candidacy,
    Channel,
    Interview,
    Kind,
    Me,
    Part,
    Person,
    Reason,
    Stage,
    Tone,
    Wish,
)
from mailer.reading.company import names_company
from mailer.writing.addressing import find_honorific, is_close

SOON = timedelta(hours=24)
"""How near an interview is too near for a letter alone (E24)."""

_MISSED_WITHIN = timedelta(days=14)
_LEADS = (Part.HIRING_MANAGER, Part.RECRUITER, Part.AGENCY_RECRUITER, Part.COORDINATOR)
_READERS = {
    Part.HIRING_MANAGER: "manager",
    Part.RECRUITER: "recruiter",
    Part.AGENCY_RECRUITER: "agency",
    Part.COORDINATOR: "coordinator",
    Part.REFERRER: "referrer",
}
_BRIEF = (Kind.DECLINE_OFFER, Kind.CONFIRMATION)


def make_scene(
    candidacy: Candidacy,
    *,
    kind: Kind,
    wish: Wish,
    me: Me,
    now: datetime,
    calls: Sequence[Call],
    readers: Sequence[Person],
    copied: Sequence[Person],
    forms: Mapping[str, Any],
    tone: Tone,
) -> dict[str, Any]:
    """Return the values of a letter's template; the names are those of docs/letters.md."""
    close = is_close(candidacy, str(forms["language"]), tone)
    coming = _coming(candidacy, now)
    return {
        "kind": kind.value,
        "me": sign_as(candidacy, me, close=close),
        "close": close,
        "formal": tone is Tone.FORMAL,
        "company": _employer(candidacy),
        "role": _plain_role(candidacy.role),
        "readers": [_reader(candidacy, p, str(forms["language"])) for p in readers],
        "reader": _reader_kind(readers),
        "copied": [p.name for p in _worth_naming(copied, readers)],
        "manager": _manager_name(candidacy, readers),
        "stage": candidacy.stage.value,
        "met": has_met(candidacy, now),
        "reason": _reason_key(wish),
        "mention": wish.mention.strip().rstrip("."),
        "looking_for": wish.looking_for.strip().rstrip("."),
        "offers": _offers(candidacy, kind, wish, calls),
        "peer": wish.suggest_peer.strip(),
        "ask_feedback": wish.ask_feedback,
        "stay_in_touch": wish.stay_in_touch,
        "interviews": [format_interview(i, forms) for i in coming],
        "soon": any(i.start - now < SOON for i in coming),
        "missed": _missed(candidacy, now, forms),
        "proposed": _proposed(wish.propose, forms),
        "brief": _is_full(wish) or kind in _BRIEF,
        "full": _is_full(wish) and kind is not Kind.CONFIRMATION,
        "observations": [o.strip() for o in wish.observations if o.strip()],
        "tried": _tried(calls),
        "call_day": _call_day(calls, now, forms),
        "call_today": _call_is_today(calls, now),
        "today": format_day(now, forms),
        "words": forms.get("words", {}),
    }


def _employer(candidacy: Candidacy) -> str:
    """Return the company; empty where it is an agent's own name: it is none of their clients."""
    wrote = [p for p in candidacy.people if p.messages_written]
    houses = {p.organisation for p in wrote} - {""}
    is_theirs = any(names_company(house, candidacy.company) for house in houses)
    is_agents = all(p.part is Part.AGENCY_RECRUITER for p in wrote)
    return "" if is_agents and is_theirs else candidacy.company


def sign_as(candidacy: Candidacy, me: Me, *, close: bool) -> str:
    """Return the name under the letter: as the user signs in this process where that fits."""
    own = candidacy.user_signs_as.strip()
    if not me.name:
        return own
    if close and own and set(own.casefold().split()) <= set(me.name.casefold().split()):
        return own
    return me.name


def has_met(candidacy: Candidacy, now: datetime) -> bool:
    """Tell whether they have really talked: an interview lies behind, or the stage implies it."""
    if candidacy.stage in (Stage.FINAL, Stage.OFFER, Stage.ACCEPTED):
        return True
    return any(i.start < now and not i.is_cancelled for i in candidacy.interviews)


# --- dates in the language's own form ----------------------------------------------------------


def format_day(moment: datetime, forms: Mapping[str, Any]) -> str:
    """Return the day of a moment, in the moment's own zone."""
    from babel.dates import format_date

    return _plain(format_date(moment.date(), forms["day"], locale=forms["locale"]))


def format_moment(moment: datetime, forms: Mapping[str, Any], zone: str = "") -> str:
    """Return day, clock time and zone; `zone` is an IANA name, else the moment's own."""
    from babel.dates import format_time

    moment = _in_zone(moment, zone)
    clock = _plain(format_time(moment, forms["clock"], locale=forms["locale"]))
    text = str(forms["moment"]).format(day=format_day(moment, forms), clock=clock)
    return text + _zone_words(moment, forms)


def format_interview(interview: Interview, forms: Mapping[str, Any]) -> str:
    """Return when an interview stands, as the letter says it (E24)."""
    if interview.is_all_day:
        return format_day(interview.start, forms)
    return format_moment(interview.start, forms, interview.timezone)


def _in_zone(moment: datetime, zone: str) -> datetime:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return moment.astimezone(ZoneInfo(zone)) if "/" in zone else moment
    except (ZoneInfoNotFoundError, ValueError):
        return moment


def _zone_words(moment: datetime, forms: Mapping[str, Any]) -> str:
    from babel.dates import get_timezone_location

    key = getattr(moment.tzinfo, "key", "")
    if "/" in key and not key.startswith("Etc/"):
        city = forms.get("cities", {}).get(key) or get_timezone_location(
            moment.tzinfo, locale=forms["locale"], return_city=True
        )
        return str(forms["zone_city"]).format(city=city)
    offset = moment.utcoffset() or timedelta()
    minutes = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    name = f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"
    return str(forms["zone_offset"]).format(offset=name)


def _proposed(moments: Sequence[datetime], forms: Mapping[str, Any]) -> list[str]:
    """Return the proposed times; a zone that they share stands once, after the last."""
    texts = [format_moment(moment, forms) for moment in moments]
    zones = {_zone_words(moment, forms) for moment in moments}
    if len(zones) != 1:
        return texts
    zone = zones.pop()
    return [text.removesuffix(zone) for text in texts[:-1]] + texts[-1:]


def _is_full(wish: Wish) -> bool:
    """Tell whether so much was asked for that the rest of the letter must be brief (E17)."""
    extras = (wish.mention, wish.looking_for, wish.offer_debrief, wish.suggest_peer)
    return sum(map(bool, (*extras, wish.ask_feedback, wish.recommend))) > 2


def _plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


# --- facts ---------------------------------------------------------------------------------------


def _coming(candidacy: Candidacy, now: datetime) -> list[Interview]:
    standing = [i for i in candidacy.interviews if not i.is_cancelled and i.start >= now]
    distinct = {i.start: i for i in sorted(standing, key=lambda i: i.start)}
    return list(distinct.values())[:3]


def _missed(candidacy: Candidacy, now: datetime, forms: Mapping[str, Any]) -> str:
    """Return the last interview that lies behind and was never cancelled (E36)."""
    past = [
        i
        for i in candidacy.interviews
        if not i.is_cancelled and now - _MISSED_WITHIN < i.start < now
    ]
    return format_interview(max(past, key=lambda i: i.start), forms) if past else ""


def _reader(candidacy: Candidacy, person: Person, language: str) -> dict[str, str]:
    return {
        "name": person.name,
        "given": person.given_name,
        "family": person.family_name,
        "honorific": find_honorific(candidacy, person, language),
    }


def _reader_kind(readers: Sequence[Person]) -> str:
    kinds = [_READERS[p.part] for p in readers if p.part in _READERS]
    return kinds[0] if kinds else "team"


def _worth_naming(copied: Sequence[Person], readers: Sequence[Person]) -> list[Person]:
    """Return the recruiters in copy whom the user really dealt with (E6)."""
    addressed = {p.address for p in readers}
    return [
        p
        for p in copied
        if p.part in (Part.RECRUITER, Part.AGENCY_RECRUITER)
        and p.messages_written
        and p.name
        and p.address not in addressed
    ][:2]


def _manager_name(candidacy: Candidacy, readers: Sequence[Person]) -> str:
    """Return who else leads, for a note to somebody who is told first (E4)."""
    addressed = {p.address for p in readers}
    leads = [p for p in candidacy.people_with(*_LEADS[:2]) if p.address not in addressed]
    return next((p.name for p in leads if p.name), "")


def _reason_key(wish: Wish) -> str:
    if wish.reason is Reason.VISA and wish.visa_for_good is not None:
        return "visa-for-good" if wish.visa_for_good else "visa-for-now"
    return wish.reason.value


def _offers(candidacy: Candidacy, kind: Kind, wish: Wish, calls: Sequence[Call]) -> list[str]:
    """Return what the letter offers, in order; the talk of E10 counts where no call was made."""
    middle = candidacy.stage is Stage.INTERVIEW and candidacy.channel is Channel.EMAIL
    offers = {
        "debrief": wish.offer_debrief,
        "call": middle and kind is Kind.WITHDRAW and not calls and not wish.offer_debrief,
        "peer": bool(wish.suggest_peer.strip()),
        "recommend": wish.recommend,
        "stay": wish.stay_in_touch,
    }
    return [name for name, wanted in offers.items() if wanted]


def _tried(calls: Sequence[Call]) -> str:
    """Return how the last call went where nobody was ever reached (E12)."""
    if not calls or any(c.outcome is CallOutcome.REACHED for c in calls):
        return ""
    return max(calls, key=lambda c: c.at).outcome.value


def _last(calls: Sequence[Call]) -> Call | None:
    reached = [c for c in calls if c.outcome is CallOutcome.REACHED]
    return max(reached or list(calls), key=lambda c: c.at, default=None)


def _call_day(calls: Sequence[Call], now: datetime, forms: Mapping[str, Any]) -> str:
    call = _last(calls)
    return format_day(call.at.astimezone(now.tzinfo), forms) if call else ""


def _call_is_today(calls: Sequence[Call], now: datetime) -> bool:
    call = _last(calls)
    return call is not None and call.at.astimezone(now.tzinfo).date() == now.date()


def _plain_role(role: str) -> str:
    """Return the role without a word that the letter puts itself."""
    return re.sub(r"\s+(?:role|position|job)$", "", role.strip(), flags=re.I)
