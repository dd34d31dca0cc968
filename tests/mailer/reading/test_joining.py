"""Which threads are one process: people of one house, agencies, founders at home."""

import sys
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from mailer.finding import Found, find
from mailer.model import Address, Me, Message
from mailer.reading.joining import join_strands
from mailer.reading.ranking import may_match
from mailer.reading.sifting import make_strands
from mailer.reading.strands import Strand
from mailer.testing.builders import START, make_message
from mailer.testing.memory import MemoryProvider
from mailer.threads import group_threads

HERE = Path(__file__).resolve().parents[3] / "benchmarks" / "understanding"
sys.path.append(str(HERE))

from score import load  # noqa: E402 - a script beside the mailboxes, no package

ME = Me("Sam Rivera", ("sam@rivera.example",))
SAM = "Sam Rivera <sam@rivera.example>"
ME_ADDRESS = Address("Sam Rivera", "sam@rivera.example")
NOW = START + timedelta(days=7)


def look(query: str, *messages: Message) -> Found:
    provider = MemoryProvider.for_user(ME.addresses[0], name=ME.name, now=lambda: NOW)
    provider.deliver(*messages)
    return find(provider, query, me=ME, now=NOW)


def answered(message: Message, text: str = "Thanks, gladly.") -> Message:
    return make_message(
        text, sender=SAM, to=(message.sender,), answers=message, subject=f"Re: {message.subject}"
    )


def approach(who: str, subject: str, text: str) -> tuple[Message, Message]:
    given = who.split()[0]
    first = make_message(f"Hi Sam,\n\n{text}\n\n{given}", sender=who, subject=subject)
    return first, answered(first)


LIN = approach(
    "Lin Wu <lin@northwind.example>",
    "Data platform",
    "We have a vacancy in our data team and your profile fits. Shall we talk?",
)
OLA = approach(
    "Ola Berg <ola@northwind.example>",
    "Mobile apps",
    "I am hiring for our mobile apps, a position in Oslo. Would you apply?",
)


def test_two_who_know_nothing_of_each_other_are_two_processes() -> None:
    found = look("northwind", *LIN, *OLA)

    assert {c.people[0].given_name for c in found.choice.several} == {"Lin", "Ola"}


def test_the_boss_who_names_the_recruiter_writes_in_the_same_process() -> None:
    boss = make_message(
        "Hi Sam,\n\nLin passed me your notes on caching. You would report to me. "
        "One question: why two layers?\n\nPat",
        sender="Pat Moss <pat@northwind.example>",
        subject="two layers?",
    )
    best = look("northwind", *LIN, boss).choice.best

    assert best is not None
    assert {p.given_name for p in best.people if p.messages_written} == {"Lin", "Pat"}


def test_consultants_of_one_agency_with_two_clients_are_two_processes() -> None:
    one = approach(
        "Priya Shah <priya@larkfieldsearch.example>",
        "Payments, Leeds",
        "As I said on the phone my client is Ashgrove Bank. I'll put you forward tonight.",
    )
    other = approach(
        "Tom Hale <tom@larkfieldsearch.example>",
        "Fennimore Games - Engine Programmer",
        "My colleague Priya mentioned you. Fennimore Games want a programmer: may I send your CV?",
    )
    found = look("larkfieldsearch", *one, *other)

    assert len(found.choice.several) == 2


def test_a_founder_who_writes_from_home_is_found_by_the_companys_name() -> None:
    people = approach(
        "Bia Gomes <bia@nubia.example>",
        "Nubia: next steps",
        "I do the hiring here. The next step is an interview with the product team.",
    )
    intro = make_message(
        "Sam, meet Caetano, who has founded Nubia, the monitoring app.\n\nRenata",
        sender="Renata Lima <renata@lima.example>",
        to=(ME_ADDRESS, Address("Caetano Reis", "caetano.reis@gmail.com")),
        subject="Sam <> Caetano",
    )
    home = make_message(
        "Hi Sam, before you meet the team: how long would you mute an alarm?\n\nCaetano",
        sender="Caetano Reis <caetano.reis@gmail.com>",
        subject="alarms",
    )
    best = look("nubia", *people, intro, home, answered(home)).choice.best

    assert best is not None
    assert best.people[0].address == "caetano.reis@gmail.com"
    assert best.parent is not None
    assert best.parent.subject == "alarms"


def test_the_numbers_of_vacancies_tie_threads_and_part_them() -> None:
    vendor = approach(
        "Tyler Boone <tyler@apexrpo.example>",
        "Halcyon Health - Product Manager - R-0049217",
        "I recruit for Halcyon Health. Your interview is on me to arrange.",
    )
    boss = approach(
        "Priya Rao <priya@halcyonhealth.example>",
        "R-0049217: reading before we talk",
        "I run the member team and the role reports to me.",
    )
    other = approach(
        "Mo Diaz <mo@halcyonhealth.example>",
        "R-0051000: our application form",
        "Thanks for your application for the position in billing.",
    )
    found = look("Halcyon Health", *vendor, *boss, *other)
    groups = [{p.given_name for p in c.people} for c in found.candidacies]

    assert {"Tyler", "Priya"} in groups
    assert {"Mo"} in groups


def test_a_mailing_list_is_no_process_though_it_talks_of_jobs() -> None:
    talk = [
        make_message(
            "Hi all, our team has an open position for an engineer. Interview next week?",
            sender=f"{name} <{name.lower()}@lists.example>",
            to=(Address("dev list", "dev@lists.example"),),
            subject="[dev] hiring",
            headers=(("List-Id", "<dev.lists.example>"),),
        )
        for name in ("Gus", "Mei", "Rosa")
    ]
    found = look("lists", *talk)

    assert found.choice.best is None
    assert not found.choice.several


def test_what_ones_own_employer_writes_is_no_process() -> None:
    wages = make_message(
        "Your payslip is ready.",
        sender="Payroll Contoso <payroll@contoso.example>",
        subject="Payslip October",
    )
    panel = make_message(
        "Hi Sam, can you take the planner position on Thursday, the interview at two?\n\nPetra",
        sender="Petra Boer <petra@contoso.example>",
        subject="Planner position: interviews",
    )
    found = look("contoso", wages, panel, answered(panel))

    assert found.choice.best is None


def test_what_the_user_wrote_stays_though_the_provider_of_the_mailbox_writes_too() -> None:
    notice = make_message(
        "Dear Sam, a mail from Northwind was too large for your mailbox.",
        sender="Rivera Mail <service@rivera.example>",
        subject="Your mailbox",
    )
    withdrawal = make_message(
        "Hi Lin,\n\nI would like to withdraw my application.\n\nSam",
        sender=SAM,
        to=(LIN[0].sender,),
        subject="My application",
        date=NOW - timedelta(days=1),
    )
    best = look("northwind", *LIN, notice, withdrawal).choice.best

    assert best is not None
    assert best.ended == "withdrawn"


def test_what_a_friend_passed_on_of_their_own_process_is_not_the_users() -> None:
    passed = make_message(
        "Look what came!\n\n---------- Forwarded message ---------\nFrom: HR <hr@vertex.example>\n"
        "Date: Mon, 2 Nov 2026 at 10:00\nSubject: Technical interview\n"
        "To: Thiago Maciel <thiago@maciel.example>\n\nDear Thiago, your interview is on Friday.",
        sender="Thiago Maciel <thiago@maciel.example>",
        subject="Fwd: Technical interview - Vertex",
    )
    found = look("vertex", passed, answered(passed))

    assert found.choice.best is None


def test_who_applies_to_the_users_house_is_on_the_other_side() -> None:
    applicant = make_message(
        "Dear Ms Rivera,\n\nthank you for the invitation to interview. My CV is attached.\n\n"
        "Eamon Rice",
        sender="Eamon Rice <eamon@rice.example>",
        subject="Charity Manager position",
    )
    found = look("charity manager", applicant, answered(applicant))

    assert found.choice.best is None or found.choice.best.score < 0.9


@pytest.mark.parametrize(
    "path", sorted((HERE / "mailboxes").glob("*.json"))[::60], ids=lambda p: p.stem
)
def test_what_nothing_connects_with_a_query_has_no_say_in_it(path: Path) -> None:
    data, provider, me, _ = load(path)
    threads = group_threads(provider.messages)

    def groups(query: str, *, only_connected: bool) -> list[list[str]]:
        fits = partial(may_match, query=query)
        found = join_strands(make_strands(threads, me), fits if only_connected else None)
        return [_keys(group) for group in found if any(map(fits, group))]

    for query in {case["query"] for case in data["cases"]}:
        assert groups(query, only_connected=True) == groups(query, only_connected=False)


def _keys(group: list[Strand]) -> list[str]:
    return sorted(strand.thread.key for strand in group)
