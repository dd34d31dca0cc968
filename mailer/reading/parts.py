"""The part each person has in a process, by signs that add up: domain, title, own words, others' words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from mailer.model import Address, Me, Message, Part
from mailer.reading import people_words, stage_words
from mailer.reading.agencies import AGENCY_DOMAIN, employs, speaks_for_client
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.claim_groups import recruits_in
from mailer.reading.claims import claim_of_self
from mailer.reading.clerks import counts_as, judge_clerks
from mailer.reading.company import names_company
from mailer.reading.dossiers import Dossier
from mailer.reading.mentions import PROFESSOR, SAID_TO_ARRANGE, judge_by_greeting, judge_by_mentions
from mailer.reading.own_words import judge_by_own_words, own_team
from mailer.reading.quotes import said_in, signature_of
from mailer.reading.senders import belongs_to_company, is_freemail, is_organisation, org_domain
from mailer.subjects import base_subject


def agency_domains_of(dossiers: dict[str, Dossier]) -> set[str]:
    """Return the domains of agencies, by their own words, signatures and names."""
    points: dict[str, float] = defaultdict(float)
    for dossier in dossiers.values():
        domain = org_domain(dossier.address)
        if not belongs_to_company(Address("", dossier.address)):
            continue
        points[domain] += sum(map(speaks_for_client, dossier.written))
        points[domain] += 0.5 * bool(AGENCY_DOMAIN.search(domain))
        points[domain] -= 2 * sum(_is_inside(m) for m in dossier.written)
    return {domain for domain, count in points.items() if count >= 1}


def _is_inside(message: Message) -> bool:
    """Tell whether somebody speaks of the house's own teams and posts."""
    said = said_in(message)
    return own_team(said) is not None or bool(_POST_REPORTS.search(said)) or employs(message)


_POST_REPORTS = re.compile(r"\bto whom (?:the|this) (?:\w+ ){1,3}(?:will |would )?reports?\b", re.I)


def employer_domain_of(
    dossiers: dict[str, Dossier], agencies: set[str], introducers: set[str], company: str
) -> str:
    """Return the domain from which most of the employer's people write, empty where none does."""
    counts: dict[str, float] = defaultdict(float)
    for key, dossier in dossiers.items():
        domain = dossier.house
        is_employers = (
            belongs_to_company(Address("", domain and f"@{domain}")) and key not in introducers
        )
        if is_employers and domain not in agencies:
            counts[domain] += 1 + 2 * len(dossier.written) + dossier.is_attendee
            counts[domain] += 5 * names_company(domain, company)
    return max(counts, key=lambda d: counts[d], default="")


def judge_parts(
    dossiers: dict[str, Dossier],
    messages: Sequence[Message],
    me: Me,
    agencies: set[str],
    employer: str,
    introducers: set[str],
) -> None:
    """Count for every part what speaks for it; the most points win."""
    for dossier in dossiers.values():
        _judge_by_domain(dossier, agencies)
        _judge_by_title(dossier)
        judge_by_own_words(dossier)
    for message in messages:
        kind = classify(message, me)
        if kind is AnswerKind.PERSON:
            judge_by_mentions(dossiers, message)
        elif kind is AnswerKind.OWN:
            judge_by_greeting(dossiers, message)
    for dossier in dossiers.values():
        arranges = dossier.points.get(Part.COORDINATOR, 0) >= 4
        if arranges and Part.AGENCY_RECRUITER in dossier.points:
            dossier.add(Part.COORDINATOR, 5, "arranges for an agency", dossier.written[0])
    for dossier in dossiers.values():
        if Part.AGENCY_RECRUITER in dossier.points:  # they recruit for it, and for nobody else
            dossier.points[Part.AGENCY_RECRUITER] += dossier.points.pop(Part.RECRUITER, 0)
    _judge_leaders_spoken_of(dossiers)
    _judge_leaders_of_hiring(dossiers)
    _judge_panel(dossiers)
    _judge_referrers(dossiers, introducers)
    _judge_from_home(dossiers, employer)
    judge_clerks(dossiers, me)
    _judge_by_default(dossiers, agencies, employer)


def _judge_by_domain(dossier: Dossier, agencies: set[str]) -> None:
    if org_domain(dossier.address) in agencies and dossier.written:
        dossier.add(Part.AGENCY_RECRUITER, 8, "writes for an agency", dossier.written[0])


def _judge_by_title(dossier: Dossier) -> None:
    signed = [_OFFICE_OF.sub("", s) for s in dossier.signatures]
    seen = dossier.written or dossier.seen_in_copy  # neither where only an appointment names them
    if seen and any(PROFESSOR.search(n) for n in [*dossier.names, *signed]):
        dossier.add(Part.HIRING_MANAGER, 2.5, "is a professor", seen[0])
    if not dossier.title and dossier.written and any(map(_OFFICE.search, dossier.names)):
        dossier.add(Part.COORDINATOR, 4, "is an office", dossier.written[-1], dossier.name)
    if not dossier.title or not dossier.written:
        return
    message, title = dossier.written[-1], dossier.title
    if people_words.COORDINATOR_TITLE.search(title):
        dossier.add(Part.COORDINATOR, 4, "has such a title", message, title)
    elif people_words.RECRUITER_TITLE.search(title):
        dossier.add(Part.RECRUITER, 4, "has such a title", message, title)
    elif people_words.MANAGER_TITLE.search(title):
        dossier.add(Part.HIRING_MANAGER, 3, "has such a title", message, title)


_OFFICE = re.compile(
    r"^(?:secr[eé]tariat|secretar[ií]a(?:do)?|segreteria|sekretariat|vorzimmer|secretariaat|kansliet|office of|assisten[tz]\w* (?:der|de|da|di|van))\b",
    re.I,
)
"""What a display name is that belongs to an office which arranges."""
_OFFICE_OF = re.compile(
    r"\b(?:office|secretary|assistant|pa|ea|büro|sekretariat|vorzimmer|assisten[tz]\w*|secrétariat|secretaría|secretariado|segreteria|secretariaat|kansli) (?:of|to|von|der|des|de|du|del|do|da|van|för|zu)? ?(?:the |herrn? |frau )?prof\w*",
    re.I,
)
"""Whose office a signature names: its writer is no professor."""


def judge_organizers(dossiers: dict[str, Dossier]) -> None:
    """Make a coordinator of who sends the invitations where another recruiter leads."""
    leading = [
        d
        for d in dossiers.values()
        if d.written and not (d.organizes or d.has_left) and d.points.get(Part.RECRUITER, 0) >= 3
    ]
    for dossier in dossiers.values():
        arranges = any(e.reason == SAID_TO_ARRANGE for e in dossier.evidence)
        recruits = dossier.points.get(Part.RECRUITER, 0) >= 3
        if dossier.organizes and dossier.written and arranges and not recruits:
            why = "sends the invitations, as was said"
            dossier.add(Part.COORDINATOR, 2, why, dossier.written[-1])
        house = org_domain(dossier.address)
        first = min((m.date for d in leading if org_domain(d.address) == house for m in d.written), default=None)  # fmt: skip
        leads = dossier.points.get(Part.HIRING_MANAGER, 0) >= 2.5 or any(
            map(_leads, dossier.written)
        )
        if not (dossier.organizes and dossier.written and first) or leads:
            continue
        if dossier.written[0].date > first:
            dossier.add(Part.COORDINATOR, 5, "sends the invitations", dossier.written[-1])


def _judge_leaders_spoken_of(dossiers: dict[str, Dossier]) -> None:
    """Believe who says to lead before what others say near their name, as of who arranges for them."""
    for dossier in dossiers.values():
        reasons = {e.reason for e in dossier.evidence}
        if SAID_TO_ARRANGE not in reasons or reasons & _ARRANGING:
            continue
        if any(own_team(said_in(m)) or _leads(m) for m in dossier.written):
            dossier.points.pop(Part.COORDINATOR, None)


_ARRANGING = frozenset(
    {"arranges for somebody else", "says to look after it", "arranges the interview"}
)
"""What shows by somebody's own mail that they arrange."""


def _judge_leaders_of_hiring(dossiers: dict[str, Dossier]) -> None:
    """Take who leads in personnel and speaks of their team for who leads, where another recruits.

    `Leiter Employer Branding & HR Marketing` looks for somebody of their own.
    """
    recruiting = [d for d in dossiers.values() if d.points.get(Part.RECRUITER, 0) >= 4]
    for dossier in recruiting:
        both = people_words.MANAGER_TITLE.search(dossier.title) and people_words.RECRUITER_TITLE.search(dossier.title)  # fmt: skip
        said = next((m for m in dossier.written if own_team(said_in(m))), None)
        others = (d for d in recruiting if d is not dossier and not people_words.MANAGER_TITLE.search(d.title))  # fmt: skip
        if both and said and any(others):
            points = dossier.points[Part.RECRUITER] + 1
            dossier.add(Part.HIRING_MANAGER, points, "has a team where another recruits", said)


def _judge_panel(dossiers: dict[str, Dossier]) -> None:
    """Take who says to be one of a panel for no boss, unless they say to lead as well.

    Nor is a guest of the interview who has but a title, where another says to be the boss.
    """
    bosses = [
        d for d in dossiers.values() if any(own_team(said_in(m)) or _leads(m) for m in d.written)
    ]
    is_led = any(map(_is_boss, bosses))
    for dossier in dossiers.values():
        leads = dossier.points.get(Part.HIRING_MANAGER, 0)
        if not (leads and dossier.written) or dossier in bosses:
            continue
        message = next(
            (m for m in dossier.written if _interviews(m, beside_boss=bool(bosses))), None
        )
        is_guest = dossier.is_attendee and not dossier.organizes
        is_guest = is_guest and is_led and _is_boss(dossier) and _has_but_a_title(dossier)
        if message or is_guest:
            why = "is one of the panel" if message else "is a guest of the interview"
            dossier.add(Part.INTERVIEWER, leads + 1, why, message or dossier.written[0])


def _is_boss(dossier: Dossier) -> bool:
    """Tell whether most speaks for a boss so far."""
    return max(dossier.points, key=lambda p: dossier.points[p]) is Part.HIRING_MANAGER


def _has_but_a_title(dossier: Dossier) -> bool:
    told = {e.reason for e in dossier.evidence if e.value.endswith(Part.HIRING_MANAGER.value)}
    return told <= {"has such a title", "is a professor", "is said to lead"}


def _interviews(message: Message, *, beside_boss: bool) -> bool:
    """Tell whether somebody says to interview; where nobody says to lead it takes the very word."""
    said = f"{said_in(message)}\n{signature_of(message)}"
    pattern = people_words.INTERVIEWS if beside_boss else people_words.IS_INTERVIEWER
    return bool(pattern.search(said))


def _leads(message: Message) -> bool:
    claim = claim_of_self(said_in(message))
    return claim is not None and claim[0] is Part.HIRING_MANAGER


def _judge_referrers(dossiers: dict[str, Dossier], introducers: set[str]) -> None:
    for key in introducers:
        first = dossiers[key].written[0]
        said = said_in(first)
        dossiers[key].add(Part.REFERRER, 6, "introduces the two", first, said)


def _judge_from_home(dossiers: dict[str, Dossier], employer: str) -> None:
    """Take who writes from home, beside those who recruit from the house, for who leads.

    Nobody recruits from a private address.
    """
    recruits = [d for d in dossiers.values() if d.written and d.points.get(Part.RECRUITER, 0) >= 2]
    if any(counts_as(d, Part.HIRING_MANAGER) for d in dossiers.values() if d.written):
        return  # who leads is known, and writes from the house or from home
    for dossier in dossiers.values():
        if not (dossier.written and is_freemail(dossier.address)) or dossier.title:
            continue
        if is_organisation(dossier.written[-1].sender):
            continue
        if dossier.points.get(Part.REFERRER) or dossier.points.get(Part.COORDINATOR):
            continue
        if any(d is not dossier and not is_freemail(d.address) for d in recruits):
            why = "writes from home beside those who recruit"
            dossier.add(Part.HIRING_MANAGER, 1.5, why, dossier.written[0])


def _judge_by_default(dossiers: dict[str, Dossier], agencies: set[str], employer: str) -> None:
    """Give those who wrote and are not known yet the part that their mail suggests."""
    known = {max(d.points, key=lambda p: d.points[p]) for d in dossiers.values() if d.points}
    has_assistant = any(
        d.points.get(Part.COORDINATOR, 0) >= 3 and not people_words.RECRUITER_TITLE.search(d.title)
        for d in dossiers.values()
    )
    for dossier in dossiers.values():
        if dossier.points or not dossier.written:
            continue
        is_outside = bool(employer) and employer not in (org_domain(dossier.address), dossier.house)
        if (
            is_outside
            and not is_freemail(dossier.address)
            and belongs_to_company(Address("", dossier.address))
        ):
            continue
        said = "\n".join(said_in(m) for m in dossier.written)
        hires = recruits_in(said) or stage_words.RECEIVED.search(said)
        others_recruit = bool(known & {Part.RECRUITER, Part.AGENCY_RECRUITER})
        if hires or not (others_recruit or has_assistant or Part.REFERRER in known):
            dossier.add(Part.RECRUITER, 1, "leads the talk", dossier.written[0])
        elif _only_interviews(dossier) or Part.HIRING_MANAGER in known:
            dossier.add(Part.INTERVIEWER, 1, "writes beside who leads", dossier.written[0])
        else:
            dossier.add(
                Part.HIRING_MANAGER, 1, "writes beside those who recruit", dossier.written[0]
            )


def _only_interviews(dossier: Dossier) -> bool:
    """Tell whether somebody wrote little and is a guest of the interview, or says to be one."""
    said = "\n".join(said_in(m) for m in dossier.written)
    is_guest = dossier.is_attendee and not dossier.organizes
    only_thanked = all(_THANKS.search(base_subject(m.subject)) for m in dossier.written)
    wrote_little = len(dossier.written) < 2 and (is_guest or only_thanked)
    return wrote_little or bool(
        people_words.INTERVIEWS.search(said) or people_words.IS_INTERVIEWER.search(said)
    )


_THANKS = re.compile(
    r"^(?:many |with )?thank|^thx\b|^merci|^dank|^vielen dank|^gracias|^obrigad|^grazie|^bedankt|^お礼|^感谢",
    re.I,
)
