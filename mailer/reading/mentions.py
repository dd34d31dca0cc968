"""What people say of each other near a name: who leads, arranges, looks after hiring."""

from __future__ import annotations

import re

from mailer.model import Message, Part
from mailer.reading import words
from mailer.reading.display_names import split_name
from mailer.reading.dossiers import Dossier, spoken_names
from mailer.reading.quotes import said_in

PROFESSOR = re.compile(
    r"\b(?:prof|professor|professur|lehrstuhl\w*|principal investigator)\b", re.I
)


SAID_TO_ARRANGE = "is said to arrange"


def judge_by_mentions(dossiers: dict[str, Dossier], message: Message) -> None:
    """Read what somebody says of somebody else, near their name."""
    said = said_in(message)
    for dossier in dossiers.values():
        if dossier.address.casefold() == message.sender.folded:
            continue
        for name in spoken_names(dossier.name):
            if name not in said:
                continue
            place = re.search(
                rf"(?<!\w){re.escape(name)}(?!\w)" if name.isascii() else re.escape(name), said
            )
            if not place:
                continue
            after = re.split(r"[.!?。]\s", said[place.end() : place.end() + 110])[0]
            before = said[max(0, place.start() - 45) : place.start()]
            _judge_mention(dossier, before, after, message)
            break


def judge_by_greeting(dossiers: dict[str, Dossier], message: Message) -> None:
    """Read whom the user greets as a professor."""
    greeting = next((line for line in said_in(message).splitlines() if line.strip()), "")
    if not PROFESSOR.search(greeting):
        return
    for dossier in dossiers.values():
        family = split_name(dossier.name)[1]
        if len(family) > 1 and family in greeting:
            dossier.add(Part.HIRING_MANAGER, 3, "is greeted as a professor", message, greeting)


def _judge_mention(dossier: Dossier, before: str, after: str, message: Message) -> None:
    near = f"{before}{after}"
    title = before.rpartition("\n")[2][-45:]
    recruits = words.RECRUITER_TITLE.search(after[:45])
    if recruits and not words.BOSS_WORDS.search(after[: recruits.start()].replace("heads", "")):
        dossier.add(Part.RECRUITER, 3, "is said to look after hiring", message, near)
    elif _ASSISTANT_TO.search(before):
        dossier.add(Part.HIRING_MANAGER, 2.5, "has an assistant", message, near)
    elif _ARRANGES.search(after):
        dossier.add(Part.COORDINATOR, 3, SAID_TO_ARRANGE, message, near)
    elif (
        _FOUNDS.search(after)
        or words.BOSS_WORDS.search(after)
        or _BOSS_BEFORE.search(before)
        or _IN_BRACKETS.search(after)
    ):
        dossier.add(Part.HIRING_MANAGER, 4, "is said to lead", message, near)
    elif words.COORDINATOR_TITLE.search(near):
        dossier.add(Part.COORDINATOR, 3, SAID_TO_ARRANGE, message, near)
    elif words.RECRUITER_TITLE.search(after):
        dossier.add(Part.RECRUITER, 2, "is said to look after hiring", message, near)
    elif words.MANAGER_TITLE.search(after[:40]) or _APPOSITION.search(title):
        dossier.add(Part.HIRING_MANAGER, 2.5, "is said to lead", message, near)


_BOSS_BEFORE = re.compile(
    r"\b(?:report(?:ing|s)? (?:straight |directly )?(?:in)?to|work(?:ing)? (?:for|under)|hiring manager,?|your (?:future |new )?(?:boss|manager),?|berichte\w* (?:direkt )?an|"
    r"rattachée? à|reportando (?:directamente )?a|a riporto di|rapporteert aan)\s+(?:(?:mr|mrs|ms|dr|herrn?|frau|mme|m)\.?\s+)?$",
    re.I,
)


_ASSISTANT_TO = re.compile(
    r"(?:\b(?:[ep]a|assistant|secretary)\s+(?:to|of|for)|\b(?:assistenz|assistentin|assistent|sekretärin|referentin)\s+(?:von|bei|des|der)|\b(?:assistant|assistante|secrétaire)\s+(?:de|d['’])|"
    r"\b(?:asistente|secretari[ao]|assistente|secretári[ao]|segretari[ao])\s+(?:de|del|da|do|di|van)|\b(?:secretaresse|assistent|managementassistente?)\s+van|\b(?:assistent|sekreterare)\s+(?:till|åt)|\b(?:asystentką|asystentem|asystentka|sekretarką))"
    r"\s*(?:(?:mr|mrs|ms|dr|prof|herrn?|frau|mme|m|sig|dott|sr|sra|señora?|el|la|de heer|mevrouw|dhr|mevr|pana?|pani)\.?\s+){0,2}$",
    re.I,
)
"""Whose assistant writes leads: `Jag är assistent till Henrik`."""


_IN_BRACKETS = re.compile(
    r"^[^.\n]{0,12}\(.{0,30}(?:vp|head|director|cto|ceo|lead|manager|leiter|chef|jef[ea])\b", re.I
)


_FOUNDS = re.compile(
    r"^\W*(?:who |that )?(?:is |has )?(?:starting|building|founded|started|co-?founder|founder|gründet|a fondé|ha fundado|ha fondato)\b",
    re.I,
)


_ARRANGES = re.compile(
    r"owns the calendar|will (?:find|arrange|set|schedule|sort|be in touch (?:to|with)|write to you about dates|contact you to (?:arrange|schedule))|"
    r"(?:will send|schickt|vous adressera|vous proposera|te enviará|le enviará|vai te mandar|ti manderà|le invierà|stuurt)\b.{0,40}\b(?:invit\w*|dates?|times?|calendar|slots?|termin\w*|einladung\w*|kalender\w*|link|créneau\w*|cita|hora\w*|fecha\w*|convite|orari\w*|uitnodiging|afspraak|agenda)|"
    r"(?:te |le |vous |ti |vi )?(?:busca(?:rá)?|buscan|cherche(?:ra)?|trouve(?:ra)?|cerca|cercherà|encontra(?:rá)?) (?:una? )?(?:día|fecha|hora|date|jour|créneau|data|giorno|horário)\b|stimmt .{0,30}termin|(?:findet|sucht) .{0,20}termin|(?:zoekt|prikt|vindt) .{0,20}(?:datum|moment)|(?:skickar|bokar|hittar|återkommer med) .{0,30}(?:inbjudan|tid|datum|kallelse)|(?:wyśle|umówi|ustali|znajdzie|prześle) .{0,30}(?:zaproszeni|termin|rozmow|spotkani)|"
    r"wird sich .{0,40}termin|日程|安排时间",
    re.I,
)


_APPOSITION = re.compile(
    rf"(?:{words.MANAGER_TITLE.pattern})[^.!?\n]{{0,25}},?\s+(?:(?:mr|mrs|ms|dr|prof|herrn?|frau|mme|m|sig|dott|sr|sra)\.?\s+)*$",
    re.I,
)
