"""All the other mail: newsletters, job alerts, shops, friends, the bank, machines."""

from __future__ import annotations

from datetime import datetime

from mailer.demo.scenes import ME, Calendar, Piece, Talk, Who, fill, new_message

_BULK = {"List-Unsubscribe": "<https://unsubscribe.example/u>", "Precedence": "bulk"}

_ALERTS = (
    ("Data Engineer", ("Oakline", "Northwind", "Pemberton Foods", "Alder & Sons")),
    ("Senior Data Engineer", ("Meridian Bank", "Quay Analytics", "Brightwater Energy", "Helix")),
    ("Analytics Engineer", ("Castle & Finch", "Tern Labs", "Cobalt Robotics", "Mossgate")),
    ("Machine Learning Engineer", ("Sable", "Northwind", "Orchard Health", "Vantage Rail")),
)
_NEWS = (
    ("The Batch Window", "news@batchwindow.example", "Issue {n}: late data, early coffee"),
    ("Harbour Review of Books", "letters@harbourreview.example", "Seven novels for week {n}"),
    ("Northwind", "news@northwind.example", "Product update {n}: faster routes for smaller fleets"),
    ("City Cyclists", "club@citycyclists.example", "Sunday ride no. {n}"),
    ("Kitchen Garden Weekly", "hello@kitchengarden.example", "What to sow in week {n}"),
    (
        "Interview Craft",
        "tips@interviewcraft.example",
        "{n} questions to ask in your next interview",
    ),
)
_SHOPS = (
    ("Bramble Books", "orders@bramblebooks.example", "Your order {n} is on its way"),
    ("Fennel & Co", "hello@fennel.example", "Receipt for order {n}"),
    ("Night Train", "tickets@nighttrain.example", "Your booking {n}"),
    ("Lamp & Wire", "service@lampwire.example", "Your parcel {n} was delivered"),
)
_MACHINES = (
    ("Harbour Bank", "notice@harbourbank.example", "Your statement {n} is ready"),
    ("Calendar", "calendar-notification@google.com", "Reminder: dentist, item {n}"),
    ("Gitgrove", "notifications@gitgrove.example", "[castell/tides] Build {n} passed"),
    ("Water Works", "billing@waterworks.example", "Meter reading {n}"),
)
_FRIENDS = (
    Who("Lena Fischer", "lena.fischer@posthaven.example"),
    Who("Dan Ortega", "dan.ortega@fastpost.example"),
    Who("Mum", "elena.castell@castell.example"),
    Who("Priyanka Rao", "priyanka@raofamily.example"),
    Who("Jonas Webb", "jonas@webbworks.example"),
)
_CHATS = (
    (
        "Saturday?",
        "Are you still on for Saturday? I can bring the tent.",
        "Yes! And the good stove.",
    ),
    ("The cat again", "She got on the roof. Again. Photo tomorrow.", "Give her my regards."),
    (
        "Recipe",
        "You asked for the lemon cake, here it is: four eggs, two lemons, patience.",
        "Thanks!",
    ),
    ("Train times", "I arrive at 17:42, platform 3 as always.", "I'll be there."),
    ("Birthday", "What would Dad like this year?", "A quiet afternoon, I think."),
    ("Concert", "I have two tickets for the quartet on Thursday, coming?", "With pleasure."),
    ("Keys", "I left my keys at yours.", "On the hook in the kitchen."),
    ("Running", "Six kilometres tomorrow before work?", "Only if you go slowly."),
)


def noise(days: Calendar) -> list[Piece]:
    """Return everything that is no interview process."""
    return [
        *_alerts(days),
        *_bulk(days, _NEWS, 10, "This week: {subject}. Read on in the browser.", _BULK),
        *_bulk(days, _SHOPS, 7, "Thank you for your order.\n\n{subject}.", None),
        *_bulk(days, _MACHINES, 8, "{subject}.\n\nThis message was sent automatically.", None),
        *_chats(days),
        *_odds(days),
    ]


def _alerts(days: Calendar) -> list[Piece]:
    sender = Who("Job Alerts", "jobalerts-noreply@linkedin.com")
    pieces = []
    for week in range(9):
        for number, (role, companies) in enumerate(_ALERTS):
            when = days.ago(2 + 7 * week + number, f"07:{10 + number:02d}")
            lines = "\n\n".join(f"{role}\n{name}\nLondon (Hybrid)" for name in companies)
            text = f"Your job alert for {role}\n\n{lines}\n\nYou receive job alert emails."
            pieces.append(
                _lone(sender, when, f"“{role}”: {companies[week % 4]} and more", text, _BULK)
            )
    return pieces


def _bulk(
    days: Calendar,
    senders: tuple[tuple[str, str, str], ...],
    rounds: int,
    text: str,
    headers: dict[str, str] | None,
) -> list[Piece]:
    pieces = []
    for place, (name, address, pattern) in enumerate(senders):
        for turn in range(rounds):
            subject = pattern.format(n=41 - turn)
            when = days.ago(1 + place + 6 * turn, f"{6 + place:02d}:{(7 * turn) % 60:02d}")
            body = text.format(subject=subject)
            html = f"<html><body><table><tr><td><h2>{subject}</h2><p>{body}</p></td></tr></table></body></html>"
            pieces.append(
                _lone(Who(name, address), when, subject, body, headers, html if headers else "")
            )
    return pieces


def _chats(days: Calendar) -> list[Piece]:
    pieces = []
    for number, (subject, said, answered) in enumerate(_CHATS):
        friend = _FRIENDS[number % len(_FRIENDS)]
        talk = Talk(subject)
        talk.mail(
            friend, days.ago(3 + 4 * number, "19:20"), f"Hi Robin,\n\n{said}\n\n{friend.name}"
        )
        talk.mail(ME, days.ago(3 + 4 * number, "21:02"), f"{answered}\n\nRobin", to=(friend,))
        pieces.extend(talk.pieces)
    return pieces


def _odds(days: Calendar) -> list[Piece]:
    helpdesk = Who("Estuary Data IT", "helpdesk@estuarydata.example")
    scam = Who("Northwlnd HR", "hr.department@northwlnd-careers.example")
    junk = new_message(scam, (ME,), (), "Your Northwind contract: act now", days.ago(5, "03:11"))
    fill(junk, "Dear candidate, pay the visa fee today to secure your Northwind contract.")
    return [
        _lone(
            helpdesk,
            days.ago(8, "10:05"),
            "[#4711] Your request has been resolved",
            "Your ticket 4711 was set to RESOLVED. Reply to this mail to open it again.",
            {"Auto-Submitted": "auto-replied"},
        ),
        _lone(
            Who("Harbour Dental", "desk@harbourdental.example"),
            days.ago(9, "12:00"),
            "Automatic reply: my appointment",
            "We are closed until Monday. In urgent cases please call.",
            {"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"},
        ),
        Piece(junk.as_bytes(), days.ago(5, "03:11"), "Junk"),
    ]


def _lone(
    sender: Who,
    when: datetime,
    subject: str,
    text: str,
    headers: dict[str, str] | None,
    html: str = "",
) -> Piece:
    message = new_message(sender, (ME,), (), subject, when, headers)
    fill(message, text, html=html)
    return Piece(message.as_bytes(), when, "INBOX")
