"""Made-up situations on which letters are tried: every kind, reason, stage and tone.

`templates check` renders the user's own letters on them, docs/letters.md shows some of them, and
the benchmark of the checker takes its good letters from them. Nobody in them exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from mailer.model import (
    Address,
    Call,
    CallOutcome,
    Candidacy,
    Channel,
    Interview,
    Kind,
    Letter,
    Me,
    Message,
    Part,
    Person,
    Reason,
    Stage,
    Thread,
    Tone,
    Wish,
)
from mailer.writing.check import CheckContext, context_for
from mailer.writing.letter import APPOINTMENT_REASONS, write_letter
from mailer.writing.recipients import choose_recipients
from mailer.writing.render import TemplateFolder

NOW = datetime(2026, 11, 10, 10, 30, tzinfo=ZoneInfo("Europe/Berlin"))
"""A Tuesday morning."""

LETTERS = tuple(kind for kind in Kind if kind is not Kind.DECLINE_INVITATION)
_MENTIONS = {
    "en": "your plans for the Lisbon team",
    "de": "die Pläne für das Team in Lissabon",
    "fr": "vos projets pour l'équipe de Lisbonne",
    "es": "los planes para el equipo de Lisboa",
    "pt": "os planos para o time de Lisboa",
    "it": "i progetti per il gruppo di Lisbona",
    "nl": "de plannen voor het team in Lissabon",
    "ja": "リスボンのチームの今後の計画",
}
_SEARCHES = {
    "en": "a role closer to data engineering",
    "de": "eine Aufgabe näher an der Datentechnik",
    "fr": "un poste plus proche de l'ingénierie des données",
    "es": "un puesto más cercano a la ingeniería de datos",
    "pt": "uma vaga mais próxima da engenharia de dados",
    "it": "un ruolo più vicino all'ingegneria dei dati",
    "nl": "een functie dichter bij data-engineering",
    "ja": "データ基盤に近い職務",
}
_OBSERVATIONS = {
    "en": ("The task took me six hours; the invitation named three.",
           "Between the second and the third round I had no message for twelve days."),
    "de": ("Die Aufgabe hat sechs Stunden gedauert; in der Einladung standen drei.",
           "Zwischen der zweiten und der dritten Runde lagen zwölf Tage ohne Nachricht."),
    "fr": ("L'exercice m'a pris six heures ; l'invitation en annonçait trois.",
           "Douze jours se sont écoulés entre le deuxième et le troisième entretien."),
    "es": ("La prueba me llevó seis horas; la invitación indicaba tres.",
           "Entre la segunda y la tercera entrevista pasaron doce días."),
    "pt": ("O teste levou seis horas; o convite indicava três.",
           "Entre a segunda e a terceira etapa passaram-se doze dias."),
    "it": ("La prova ha richiesto sei ore; l'invito ne indicava tre.",
           "Tra il secondo e il terzo colloquio sono passati dodici giorni."),
    "nl": ("De opdracht kostte zes uur; in de uitnodiging stond drie uur.",
           "Tussen het tweede en het derde gesprek zaten twaalf dagen."),
    "ja": ("課題には六時間かかりました。ご案内では三時間となっておりました。",
           "二次面接から三次面接のご連絡まで十二日間ございました。"),
}  # fmt: skip
_CAST = {
    "en": (("Dana", "Ortiz", "Ms"), ("Tom", "Reed", "Mr"), ("Claire", "Martin", "Ms")),
    "de": (("Anna", "Weber", "Frau"), ("Jonas", "Keller", "Herr"), ("Clara", "Vogt", "Frau")),
    "fr": (("Claire", "Morel", "Madame"), ("Luc", "Bernard", "Monsieur"), ("Inès", "Roux", "")),
    "es": (("Marta", "Gil", "Sra."), ("Pablo", "Ruiz", "Sr."), ("Elena", "Mora", "")),
    "pt": (("Beatriz", "Lima", "Sra."), ("Rafael", "Costa", "Sr."), ("Júlia", "Prado", "")),
    "it": (("Giulia", "Conti", "Dott.ssa"), ("Marco", "Ferri", "Dott."), ("Sara", "Riva", "")),
    "nl": (("Sanne", "de Vries", "mevrouw"), ("Bram", "Smit", "meneer"), ("Iris", "Bos", "")),
    "ja": (("美咲", "田中", ""), ("健", "佐藤", ""), ("直子", "鈴木", "")),
}
_ROLES = {
    "en": "Senior Engineer", "de": "Senior Engineer", "fr": "chef de produit",
    "es": "Product Manager", "pt": "Product Manager",
    "it": "Product Manager", "nl": "Product Manager",
    "ja": "プロダクトマネージャー",
}  # fmt: skip
_NAMES = {"ja": "山本 翔", "de": "Samira Rieger", "fr": "Samir Rivière"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """All that a letter is written from."""

    candidacy: Candidacy
    kind: Kind
    wish: Wish
    me: Me
    now: datetime = NOW
    calls: tuple[Call, ...] = ()

    @property
    def title(self) -> str:
        """A few words that name it in messages."""
        reason, stage, tone = self.wish.reason, self.candidacy.stage, self.candidacy.tone
        language = self.candidacy.language
        return f"{language}, {self.kind.value}, {reason.value}, {stage.value}, {tone.value}"


def write_situation(
    situation: Situation, templates: TemplateFolder, *, earlier: tuple[str, ...] = ()
) -> Letter:
    """Write its letter; `earlier` are the texts of letters of the same process."""
    return write_letter(
        situation.candidacy,
        kind=situation.kind,
        wish=situation.wish,
        me=situation.me,
        now=situation.now,
        calls=situation.calls,
        earlier=earlier,
        templates=templates,
    )


def check_context(situation: Situation) -> CheckContext:
    """Make what the checker knows of its letter, addressed as etiquette says."""
    candidacy, kind, me = situation.candidacy, situation.kind, situation.me
    chosen = choose_recipients(candidacy, kind=kind, wish=situation.wish, me=me, now=situation.now)
    return context_for(candidacy, kind=kind, me=me, to=chosen.to, cc=chosen.cc)


def list_situations(language: str) -> Iterator[Situation]:
    """Yield every kind with every reason, stage and tone that go together."""
    for tone in Tone:
        for stage in Stage:
            for kind in Kind:
                yield from _of_kind(language, kind, stage, tone)


def list_reasons(kind: Kind) -> tuple[Reason, ...]:
    """Return the reasons that make sense for a kind of letter."""
    if kind in (Kind.RESCHEDULE, Kind.CANCEL):
        return (*sorted(APPOINTMENT_REASONS), Reason.PERSONAL, Reason.NONE)
    if kind is Kind.CORRECTION:
        return (*sorted(APPOINTMENT_REASONS), Reason.NONE)
    if kind in (Kind.FOLLOW_UP, Kind.FEEDBACK, Kind.REFERRER_THANKS, Kind.DECLINE_INVITATION):
        return (Reason.NONE,)
    return tuple(r for r in Reason if r not in APPOINTMENT_REASONS)


def make_situation(
    language: str,
    kind: Kind,
    *,
    reason: Reason = Reason.NONE,
    stage: Stage = Stage.INTERVIEW,
    tone: Tone = Tone.FRIENDLY,
    leader: Part = Part.HIRING_MANAGER,
    hours: float = 72,
) -> Situation:
    """Make one situation; `hours` is how far ahead the next interview lies (0: none stands)."""
    people = _people(language, leader)
    candidacy = Candidacy(
        company="株式会社ノースウィンド" if language == "ja" else "Northwind",
        role=_ROLES.get(language, _ROLES["en"]),
        threads=(_thread(language, people, tone),),
        people=people,
        stage=stage,
        channel=Channel.EMAIL,
        interviews=_interviews(stage, hours, people[0]),
        language=language,
        tone=tone,
        ended="rejected" if stage is Stage.CLOSED else "",
    )
    candidacy = replace(candidacy, parent=candidacy.threads[0].messages[-1])
    calls = (_call(people[0]),) if kind is Kind.CONFIRMATION else ()
    name = _NAMES.get(language, "Sam Rivera")
    me = Me(name=name, addresses=("sam@rivera.example",))
    wish = Wish(
        kind=kind,
        reason=reason,
        visa_for_good=_for_good(reason, stage),
        propose=(NOW + timedelta(days=6, hours=4.5), NOW + timedelta(days=7)),
        observations=_OBSERVATIONS.get(language, _OBSERVATIONS["en"]),
        anyway=True,
        by_mail=True,
    )
    return Situation(candidacy=candidacy, kind=kind, wish=wish, me=me, calls=calls)


def with_everything(situation: Situation) -> Situation:
    """Return the same situation with every switch of the letter on."""
    language = situation.candidacy.language
    wish = replace(
        situation.wish,
        mention=_MENTIONS.get(language, _MENTIONS["en"]),
        looking_for=_SEARCHES.get(language, _SEARCHES["en"]),
        stay_in_touch=True,
        offer_debrief=True,
        ask_feedback=True,
        recommend=True,
        suggest_peer="Robin Hale",
    )
    return replace(situation, wish=wish)


def _of_kind(language: str, kind: Kind, stage: Stage, tone: Tone) -> Iterator[Situation]:
    for number, reason in enumerate(list_reasons(kind)):
        leaders = (Part.HIRING_MANAGER, Part.RECRUITER, Part.AGENCY_RECRUITER)
        leader = leaders[number % len(leaders)]
        hours = (72, 5, 0)[number % 3] if stage not in (Stage.APPLIED, Stage.CLOSED) else 0
        plain = make_situation(
            language, kind, reason=reason, stage=stage, tone=tone, leader=leader, hours=hours
        )
        yield with_everything(plain) if number % 4 == 3 else plain
        if kind is Kind.WITHDRAW and reason is Reason.NONE:
            for outcome in (CallOutcome.VOICEMAIL, CallOutcome.NO_ANSWER):
                call = replace(_call(plain.candidacy.people[0]), outcome=outcome)
                yield replace(plain, calls=(call,))


def _for_good(reason: Reason, stage: Stage) -> bool | None:
    if reason is not Reason.VISA:
        return None
    return {Stage.SCREEN: True, Stage.INTERVIEW: False, Stage.OFFER: True}.get(stage)


def _people(language: str, leader: Part) -> tuple[Person, ...]:
    cast = _CAST.get(language, _CAST["en"])
    parts = {
        Part.HIRING_MANAGER: (Part.HIRING_MANAGER, Part.RECRUITER),
        Part.RECRUITER: (Part.RECRUITER,),
        Part.AGENCY_RECRUITER: (Part.AGENCY_RECRUITER,),
    }[leader]
    parts = (*parts, Part.REFERRER)
    return tuple(
        _person(names, part, number, language)
        for number, (names, part) in enumerate(zip(cast, parts, strict=False))
    )


def _person(names: tuple[str, str, str], part: Part, number: int, language: str) -> Person:
    given, family, honorific = names
    domain = "hale.example" if part is Part.AGENCY_RECRUITER else "northwind.example"
    address = f"{('first', 'second', 'third')[number]}@{domain}"
    full = f"{family} {given}" if language == "ja" else f"{given} {family}"
    return Person(
        name=full,
        given_name=given,
        family_name=family,
        honorific=honorific,
        address=address,
        addresses=(address,),
        part=part,
        messages_written=2,
        last_wrote_at=NOW - timedelta(days=2),
    )


def _thread(language: str, people: tuple[Person, ...], tone: Tone) -> Thread:
    leader = people[0]
    messages = tuple(
        Message(
            key=f"m{number}",
            thread_key="t1",
            message_id=f"<m{number}@northwind.example>",
            date=NOW - timedelta(days=4 - number),
            subject="Interview",
            sender=Address(person.name, person.address),
            to=(Address("", "sam@rivera.example"), Address(leader.name, leader.address)),
            text="",
        )
        for number, person in enumerate(reversed([p for p in people if p.part != Part.REFERRER]))
    )
    return Thread("t1", messages)


def _interviews(stage: Stage, hours: float, leader: Person) -> tuple[Interview, ...]:
    past = Interview(start=NOW - timedelta(days=5), timezone="Europe/Berlin")
    coming = Interview(
        start=NOW + timedelta(hours=hours),
        timezone="Europe/Berlin",
        arranged_by=leader.address,
    )
    held = (past,) if stage not in (Stage.APPLIED, Stage.SCREEN) else ()
    return (*held, coming) if hours else held


def _call(person: Person) -> Call:
    return Call(
        outcome=CallOutcome.REACHED,
        at=NOW - timedelta(hours=19),
        with_name=person.name,
        with_address=person.address,
    )
