"""The interview processes of the sample mailbox, each in another state."""

from __future__ import annotations

from datetime import datetime

from mailer.demo.scenes import ME, Calendar, Piece, Talk, Who, fill, invitation, new_message

DANA = Who(
    "Dana Ortiz",
    "dana.ortiz@northwind.example",
    "Dana Ortiz\nHead of Data Platform\nNorthwind | northwind.example",
)
PRIYA = Who(
    "Priya Nair",
    "priya@larkfieldsearch.example",
    "Priya Nair\nPrincipal Recruitment Consultant\nLarkfield Search\nT +44 20 7946 0018",
)
INGRID = Who(
    "Ingrid Solberg",
    "ingrid.solberg@brightwater.example",
    "Ingrid Solberg\nDirector of Engineering, Brightwater Energy\nMobile +47 22 55 01 44",
)
MARCUS = Who(
    "Marcus Webb",
    "marcus.webb@brightwater.example",
    "Marcus Webb\nSenior Talent Acquisition Partner\nBrightwater Energy\nPhone +47 22 55 01 20",
)
LENA = Who("Lena Fischer", "lena.fischer@posthaven.example")
TEO = Who("Teo Marchetti", "teo@tidewell.example", "Teo\nFounder, Tidewell")
HANA = Who("Hana Kim", "hana.kim@castlefinch.example", "Hana Kim\nTalent Partner, Castle & Finch")
BEATRIZ = Who(
    "Beatriz Lobo",
    "beatriz.lobo@cobaltrobotics.example",
    "Beatriz Lobo\nHead of People\nCobalt Robotics",
)
KATRIN = Who(
    "Katrin Vogel",
    "k.vogel@brandt-messtechnik.example",
    "Mit freundlichen Grüßen\n\nKatrin Vogel\nPersonalreferentin\nBrandt Messtechnik GmbH",
)
OMAR = Who("Omar Haddad via LinkedIn", "inmail-hit-reply@linkedin.com")
MERIDIAN = Who("Meridian Bank Careers", "meridianbank@myworkday.com")
NORTHWIND_JOBS = Who("Northwind", "no-reply@us.greenhouse-mail.io")


def processes(days: Calendar) -> list[Piece]:
    """Return all messages of all processes."""
    scenes = (
        northwind,
        brightwater,
        tidewell,
        castle_and_finch,
        cobalt,
        brandt,
        linkedin,
        meridian,
    )
    return [piece for scene in scenes for piece in scene(days)]


def northwind(days: Calendar) -> list[Piece]:
    """Second round, mostly by mail: agency recruiter, hiring manager, an interview booked."""
    intro = Talk("Northwind - Senior Data Engineer, Platform")
    intro.mail(
        PRIYA,
        days.at(-24, "09:41"),
        "Hi Robin,\n\nI'm looking after a search for my client Northwind, who are rebuilding their data "
        "platform and need a Senior Data Engineer who has run streaming in production. Four people, "
        "London or remote with a day a month.\n\nMay I send them your CV?",
    ).mail(
        ME,
        days.at(-24, "18:20"),
        "Hi Priya,\n\nyes please, that sounds close to what I do now. CV attached.\n\nRobin",
    ).mail(
        PRIYA,
        days.at(-19, "11:05"),
        "Robin, good news: they'd like a first conversation with Dana Ortiz, who heads the data "
        "platform and would be your manager. She will write to you directly and keep me in copy.",
    ).mail(ME, days.at(-19, "12:30"), "Lovely, thank you Priya!\n\nRobin")
    round_one = Talk("Senior Data Engineer at Northwind: a first conversation")
    round_one.mail(
        DANA,
        days.at(-18, "10:12"),
        "Hi Robin,\n\nPriya told me about your work on late events, which is exactly what keeps us up at "
        "night. Would you have 45 minutes for a video call next week? Tuesday or Thursday afternoon "
        "would both work for me.",
        cc=(PRIYA,),
    ).mail(
        ME,
        days.at(-17, "08:55"),
        "Hi Dana,\n\nThursday at 3 is perfect. Looking forward to it.\n\nRobin",
        to=(DANA,),
        cc=(PRIYA,),
    ).mail(
        DANA,
        days.at(-9, "16:48"),
        "Hi Robin,\n\nthank you for today, the team enjoyed it as much as I did. We'd like to invite you "
        "to a second round: a system design session with two of my engineers and an hour with me on "
        "how we plan the Lisbon team.\n\nI'll send an invitation for next week.",
        cc=(PRIYA,),
    ).mail(
        ME,
        days.at(-8, "09:10"),
        "Hi Dana,\n\nthat's great to hear, thank you. Next week is fine on any afternoon.\n\nRobin",
        to=(DANA,),
        cc=(PRIYA,),
    )
    start = days.at(4, "15:00")
    invite = Talk("Northwind: second round with Robin Castell")
    invite.mail(
        DANA,
        days.at(-7, "14:02"),
        "Second round: system design and team conversation.\nVideo link in the invitation.",
        calendar=invitation(
            organizer=DANA,
            summary="Northwind: second round with Robin Castell",
            start=start,
            minutes=120,
            uid="second-round-robin@northwind.example",
            guests=(),
        ),
    )
    last = round_one.mail(
        DANA,
        days.at(-3, "17:26"),
        "Hi Robin,\n\none thing for the second round: could you bring a design of yours that you would "
        "do differently today? No slides needed.\n\nSee you then!",
        cc=(PRIYA,),
    )
    receipt = single(
        NORTHWIND_JOBS,
        days.at(-20, "07:15"),
        "Thank you for applying to Northwind",
        "Hi Robin,\n\nWe received your application for Senior Data Engineer, Platform. We will be in "
        "touch if your experience matches.\n\nThe Northwind Recruiting Team\n\nPlease do not reply to "
        "this message; this mailbox is not read.",
    )
    return [*intro.pieces, *last.pieces, *invite.pieces, receipt]


def brightwater(days: Calendar) -> list[Piece]:
    """Final round, held by phone."""
    talk = Talk("Brightwater Energy: Lead Data Engineer")
    talk.mail(
        MARCUS,
        days.at(-22, "09:20"),
        "Hello Robin,\n\nthanks for applying for the Lead Data Engineer role. Could I ring you tomorrow "
        "around ten for a first talk? Which number is best?",
    ).mail(
        ME,
        days.at(-22, "11:02"),
        "Hello Marcus,\n\nten is fine: +44 7700 900123.\n\nRobin",
        to=(MARCUS,),
    ).mail(
        MARCUS,
        days.at(-21, "10:40"),
        "Thanks for the call just now. I've passed my notes to Ingrid Solberg, who leads engineering; "
        "she prefers the phone too and will ring you on Thursday.",
    ).mail(
        INGRID,
        days.at(-15, "15:31"),
        "Hi Robin,\n\ngood to speak with you on the phone today. I liked how you think about "
        "forecasting. Marcus will set up the next steps. If anything comes up, just call me: "
        "+47 22 55 01 44.",
        cc=(MARCUS,),
    ).mail(
        ME,
        days.at(-15, "17:05"),
        "Hi Ingrid,\n\nthanks for the call, I enjoyed it.\n\nRobin",
        to=(INGRID,),
        cc=(MARCUS,),
    ).mail(
        INGRID,
        days.at(-2, "12:18"),
        "Hi Robin,\n\nas I said on the phone, we'd like you in the final round with our CTO and me. "
        "I'll ring you this week to find a day that suits everybody.",
        cc=(MARCUS,),
    )
    return talk.pieces


def tidewell(days: Calendar) -> list[Piece]:
    """A friend made the introduction; the founder has written."""
    talk = Talk("Robin <> Teo")
    talk.mail(
        LENA,
        days.ago(20, "19:44"),
        "Teo, meet Robin, the best data person I ever shared an office with. Robin, meet Teo, who is "
        "building Tidewell, tide forecasts for harbours, and looks for his first data hire.\n\n"
        "I'll leave you to it!\n\nLena",
        to=(ME, TEO),
    ).mail(
        TEO,
        days.ago(19, "08:12"),
        "Thanks Lena!\n\nRobin, shall we have a coffee on Friday at ten? I'd love to hear what you'd "
        "build first.",
        cc=(LENA,),
    ).mail(
        ME,
        days.ago(18, "09:30"),
        "Hi Teo,\n\nFriday at ten works, the place by the canal?\n\nRobin",
        to=(TEO,),
        cc=(LENA,),
    ).mail(
        TEO,
        days.ago(12, "18:05"),
        "That was fun. Would you meet my co-founder next week for a technical interview? Any morning.",
    )
    return talk.pieces


def castle_and_finch(days: Calendar) -> list[Piece]:
    """Ended: they said no."""
    talk = Talk("Your application at Castle & Finch: Analytics Engineer")
    talk.mail(
        HANA,
        days.at(-26, "13:10"),
        "Dear Robin,\n\nthank you for your application for the Analytics Engineer position. I'd like to "
        "invite you to a first interview by video on Monday at 11:00.",
        folder="Archive",
    ).mail(
        ME,
        days.at(-26, "15:00"),
        "Dear Hana,\n\nMonday at 11:00 suits me well.\n\nKind regards\nRobin Castell",
        to=(HANA,),
    ).mail(
        HANA,
        days.at(-6, "16:20"),
        "Dear Robin,\n\nthank you again for your time. After careful consideration we have decided to "
        "move forward with another candidate. We wish you all the best for your search.",
        folder="Archive",
    )
    return talk.pieces


def cobalt(days: Calendar) -> list[Piece]:
    """An offer is out."""
    talk = Talk("Cobalt Robotics: Staff Data Engineer")
    talk.mail(
        BEATRIZ,
        days.at(-16, "10:00"),
        "Hi Robin,\n\nthe panel came back with a clear yes. I'll prepare the paperwork and write "
        "again this week.",
    ).mail(ME, days.at(-16, "10:25"), "Hi Beatriz,\n\nwonderful, thank you!\n\nRobin").mail(
        BEATRIZ,
        days.at(-4, "14:44"),
        "Hi Robin,\n\nwe are delighted to offer you the position of Staff Data Engineer. The offer letter "
        "is attached; the start date is open. Could you let us know within two weeks?",
    ).mail(
        ME,
        days.at(-4, "16:02"),
        "Hi Beatriz,\n\nthank you, I'm very happy about it. I'll read everything and come back to you "
        "in good time.\n\nRobin",
        to=(BEATRIZ,),
    )
    return talk.pieces


def brandt(days: Calendar) -> list[Piece]:
    """A German process, formal."""
    talk = Talk("Ihre Bewerbung als Dateningenieur (w/m/d), Kennziffer 2207")
    talk.mail(
        KATRIN,
        days.at(-13, "08:32"),
        "Sehr geehrte Frau Castell,\n\nvielen Dank für Ihre Bewerbung. Wir würden Sie gern in einem ersten "
        "Gespräch kennenlernen und schlagen Ihnen kommende Woche Mittwoch um 14 Uhr vor.",
    ).mail(
        ME,
        days.at(-12, "09:14"),
        "Sehr geehrte Frau Vogel,\n\nherzlichen Dank für die Einladung. Mittwoch um 14 Uhr passt mir "
        "sehr gut.\n\nMit freundlichen Grüßen\nRobin Castell",
        to=(KATRIN,),
    ).mail(
        KATRIN,
        days.at(-5, "11:27"),
        "Sehr geehrte Frau Castell,\n\nvielen Dank für das angenehme Gespräch. Gern möchten wir Sie zu "
        "einem zweiten Gespräch mit unserem Entwicklungsleiter einladen und melden uns in Kürze mit "
        "einem Termin.",
    )
    return talk.pieces


def linkedin(days: Calendar) -> list[Piece]:
    """A recruiter who only ever wrote on LinkedIn."""
    return [
        single(
            OMAR,
            days.at(-10, "12:12"),
            "Omar Haddad sent you a message: Data Lead at Oakline",
            "Omar Haddad\nTechnical Recruiter at Oakline\n\nHi Robin, your profile looks like a great "
            "match for our Data Lead role. Are you free for a short interview next week?\n\nReply: "
            "https://www.linkedin.com/comm/messaging/thread/\n\nThis email was intended for Robin "
            "Castell.",
            {"X-LinkedIn-Class": "INMAIL", "List-Unsubscribe": "<https://www.linkedin.com/u/x1>"},
        )
    ]


def meridian(days: Calendar) -> list[Piece]:
    """Applied in a portal; nobody has written but the machine."""
    return [
        single(
            MERIDIAN,
            days.at(-14, "21:18"),
            "Thank you for applying - Data Engineer (R-55012)",
            "Dear Robin Castell,\n\nThank you for your interest in Meridian Bank. We have received your "
            "application for Data Engineer (R-55012). You can check its status at any time in your "
            "Candidate Home account.\n\nMeridian Bank Talent Acquisition\n\nPlease do not respond to "
            "this message, it was sent from an unmonitored mailbox.",
        ),
        single(
            MERIDIAN,
            days.at(-11, "21:20"),
            "Your application is under review - Data Engineer (R-55012)",
            "Dear Robin Castell,\n\nYour application for Data Engineer (R-55012) is now under review.\n\n"
            "Meridian Bank Talent Acquisition\n\nPlease do not respond to this message.",
        ),
    ]


def single(
    sender: Who, when: datetime, subject: str, text: str, headers: dict[str, str] | None = None
) -> Piece:
    """Return one message that stands alone in the inbox."""
    message = new_message(sender, (ME,), (), subject, when, headers)
    fill(message, text)
    return Piece(message.as_bytes(), when, "INBOX")
