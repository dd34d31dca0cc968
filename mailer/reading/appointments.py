"""The appointments that both sides agreed on in words, the newest word last; pure.

Prose counts only where day and time are certain and both sides agreed, or where an office sets
the date itself. One option among several is none until one is chosen; a refusal, a later move or
a cancellation ends what was agreed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, tzinfo

from mailer.model import Interview, Me, Message
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.moments import Mention, read_mentions, zone_at
from mailer.reading.quotes import said_in

_AGREES = re.compile(
    r"\b(?:works?|perfect|confirm(?:ed|o|e|s)?|sounds? (?:good|great|fine|lovely)|see you|i'll be there|will be there|fine|great|yes|yep|sure|lovely|brilliant|looking forward|suits|speak then|talk then|locked in|deal|done|ok|okay|it is|no problem|happy to|glad to|grand|"
    r"passt|bestätige|gerne?|einverstanden|bis dann|kein problem|klappt|geht klar|super|abgemacht|in ordnung|parfait|entendu|d'accord|confirme|convient|volontiers|avec plaisir|ça marche|c'est noté|"
    r"perfecto|de acuerdo|confirmo|me va bien|me viene bien|vale|genial|ahí estaré|allí estaré|encantad[oa]|perfeito|combinad[oa]|confirmado|pode ser|lá estarei|fica bem|ótimo|perfetto|va bene|volentieri|ci sarò|confermo|d'accordo|"
    r"noted|in (?:my|the) (?:diary|calendar)|notiert|vermerkt|steht (?:drin|im kalender|im terminkalender)|c'est noté|noté|anotad[oa]|apuntad[oa]|agendad[oa]|segnat[oa]|in agenda|genoteerd|staat (?:genoteerd|in (?:de|mijn) agenda)|top|"
    r"perfekt|mach(?:e|en) wir|bin dabei|je suis partante?|top là|hecho|"
    r"lukt|prima|akkoord|bevestig|uitstekend|tot dan|komt goed|schikt|pasuje|potwierdzam|det passar|passar bra)\b|承知|大丈夫|よろしくお願い|問題ございません|問題ありません|伺います|参ります|可以|没问题|确认|好的|准时",
    re.I,
)
_REFUSES = re.compile(
    r"\b(?:can't|cannot|can not|won't (?:be able|work|make)|unable|unfortunately|reschedul|conflict|not (?:possible|available|free)|is taken|doesn't work|don't work|sorry|"
    r"leider|kann (?:ich )?(?:da )?nicht|geht (?:da )?nicht|sitz(?:e)? ich|verhindert|impossible|ne (?:peux|suis) pas|malheureusement|désolée?|"
    r"no puedo|no me (?:va|viene)|desgraciadamente|lamentablemente|não (?:posso|consigo)|infelizmente|purtroppo|non (?:posso|riesco)|helaas|kan (?:ik )?(?:dan )?niet|lukt niet|niestety|tyvärr)|都合が(?:悪|つか)|申し訳|難しい|不方便|抱歉",
    re.I,
)
_SETTLED = re.compile(
    r"\b(?:(?:is|are|'s|be|been|now|have you) (?:confirmed|booked|scheduled|set|arranged|down)|we(?:'ll| will) (?:see|speak|meet)|see (?:you|u) (?:on|then|at|mon|tue|wed|thu|fri)|confirming|i (?:write to |can )?confirm|locked in|will (?:take place|be held)|takes place|you are invited|are (?:hereby )?invited to attend|expect(?:ing)? you|"
    r"(?:interview|panel|gesprek|gespräch|entretien|entrevista|colloquio|assessment)\b[^.!?\n]{0,60}\b(?:is|ist|est|es|é|è|will be|sera|será|sarà) (?:on|op|am|le|el|na|no|em|il|for|at)|"
    r"what we (?:\w+ )?(?:agreed|arranged|said)|afspraken|ausgemacht|abgemacht|habíamos quedado|hemos quedado|quedamos (?:en|el|para)|combin[aá]mos|abbiamo (?:concordato|fissato)|on a convenu|"
    r"(?:as|just) (?:agreed|arranged|discussed)|(?:am telefon|telefonisch|wie) (?:\w+ )?(?:vereinbart|besprochen)|comme convenu|según lo (?:acordado|hablado)|conforme combinado|come (?:concordato|da accordi)|zoals (?:\w+ ){0,4}afgesproken|"
    r"(?:le|te|les|vous|ihnen|dir|ti|vi|le) confirm\w+|(?:still )?stands\b|bleibt (?:es|dabei)|tient toujours|sigue en pie|(?:has been|was|wurde|sind) (?:booked|scheduled|gebucht|reserviert)|(?:im|in meinem|in den) kalender|"
    r"bestätig(?:e|en|t)|steht fest|ist gebucht|findet .{0,60} statt|werden (?:sie )?eingeladen|werden (?:wir )?sie .{0,30}erwarten|erwarten (?:wir )?sie|eingetragen|est (?:fixé|confirmé|prévu)|aura lieu|êtes convoqué|vous attend|queda(?:mos)? (?:confirmad|para|fijad)|tendrá lugar|"
    r"está (?:confirmad|marcad|agendad)|fica (?:marcad|confirmad|agendad)|terá lugar|è (?:fissato|confermato|prevista?|fissata)|si terrà|l'aspett|la aspett|staat vast|is (?:bevestigd|ingepland|gepland)|vindt plaats|verwachten (?:u|je))|予約(?:が)?完了|ご予約を承|確定|決定(?:いたし|しま)|にて(?:実施|お願い|お待ち)|日時[:\uFF1A]|お待ちして|定于|定在|安排在",
    re.I,
)
_CALLED_OFF = re.compile(
    r"\b(?:cancel|postpone|push(?:ed|ing)? (?:it|this|back|our|your|the)|need to move|have to move|\bmove (?:your|our|the|this|it|things)\b|moved (?:to|it)|reschedul|called off|won't take place|call(?:ed|ing)? (?:away|off)|"
    r"absagen|verschieb|verleg|entfällt|neu wäre|annul|report(?:er|é)|décal|aplaz|cancelar|cancelad|mover|adiar|remarcar|annullat|rinvia|rimanda|spostar|verzet|verplaats|gaat niet door|przełoż)|延期|中止|変更|取消|改到|改期",
    re.I,
)


@dataclass
class _Talk:
    """What has been proposed and agreed so far."""

    theirs: list[tuple[Mention, Message]] = field(default_factory=list)
    ours: list[tuple[Mention, Message]] = field(default_factory=list)
    agreed: list[Interview] = field(default_factory=list)
    proposers: dict[datetime, str] = field(default_factory=dict)
    """Who named a moment first."""
    threads: list[str] = field(default_factory=list)
    """The thread of each agreed appointment."""

    def forget_before(self, moment: datetime, reader: tzinfo | None) -> None:
        """Drop proposals whose time is over: nobody agrees to them any more."""
        self.theirs, self.ours = (
            [
                (mention, asked)
                for mention, asked in proposed
                if not mention.is_whole
                or mention.moment(zone_at(asked.date, reader), reader) >= moment
            ]
            for proposed in (self.theirs, self.ours)
        )

    @property
    def usual(self) -> time | None:
        """The time of day that `same time` means."""
        if self.agreed:
            return self.agreed[-1].start.timetz().replace(tzinfo=None)
        whole = [m for m, _ in self.theirs if m.clock is not None]
        return whole[-1].clock.clock if whole and whole[-1].clock else None


def read_prose(messages: Sequence[Message], me: Me, now: datetime) -> tuple[Interview, ...]:
    """Return the appointments agreed in words, in the order in which they were agreed."""
    talk = _Talk()
    for message in sorted(messages, key=lambda m: m.date):
        kind = classify(message, me)
        if kind not in _SPEAKING or message.calendars:
            continue
        said = said_in(message)
        if kind not in (AnswerKind.OWN, AnswerKind.PERSON):  # a booking's subject tells what it is
            said = f"{message.subject}\n{message.text or message.snippet}"
        named = read_mentions(said, message.date, usual=talk.usual)
        talk.forget_before(message.date, now.tzinfo)
        if kind is AnswerKind.OWN:
            _hear_us(talk, message, said, named, now.tzinfo)
        else:
            _hear_them(talk, message, said, named, now.tzinfo)
    return tuple(talk.agreed)


_SPEAKING = (AnswerKind.OWN, AnswerKind.PERSON, AnswerKind.ACKNOWLEDGEMENT, AnswerKind.INVITATION)


def _hear_us(
    talk: _Talk, message: Message, said: str, named: list[Mention], reader: tzinfo | None
) -> None:
    """The user answers a proposal, refuses it, or proposes."""
    refuses = bool(_REFUSES.search(said))
    chosen = _chosen(talk.theirs, named)
    if chosen is None and not refuses and not _has_days(named) and _AGREES.search(said):
        chosen = _only(talk.theirs)
    if chosen is not None and not (refuses and len(talk.theirs) == 1):
        mention, asked = chosen
        _agree(talk, mention, asked, message, by=asked.sender.address, reader=reader)
        return
    if refuses and talk.agreed and message.thread_key == talk.threads[-1]:
        _cancel(talk, message)
    if named:
        talk.ours = [(_filled(m, talk.theirs), message) for m in named]
        talk.theirs = [] if refuses else talk.theirs


def _hear_them(
    talk: _Talk, message: Message, said: str, named: list[Mention], reader: tzinfo | None
) -> None:
    """They answer the user's proposal, settle, propose, or call off."""
    whole = [m for m in named if m.is_whole]
    moves = bool(_CALLED_OFF.search(said) or _REFUSES.search(said))
    if moves and _is_about_agreed(talk, message, bool(_CALLED_OFF.search(said)), whole):
        _cancel(talk, message)
    chosen = _chosen(talk.ours, named)
    if chosen is None and not moves and not _has_days(named) and _AGREES.search(said):
        chosen = _only(talk.ours)
    if chosen is not None and not (moves and not whole):
        mention, asked = chosen
        _agree(talk, mention, asked, message, by=message.sender.address, reader=reader)
        return
    if not moves and any(_repeats(talk, m) for m in named):
        named = [m for m in named if not _repeats(talk, m)]
        whole = [m for m in named if m.is_whole]
    moments = {m.moment(zone_at(message.date, reader), reader) for m in whole}
    for moment in moments:
        talk.proposers.setdefault(moment, message.sender.address)
    is_question = "?" in said or "\uff1f" in said
    if len(moments) == 1 and _SETTLED.search(said) and not (is_question and moves):
        _agree(talk, whole[0], message, message, by=message.sender.address, reader=reader)
    elif whole:
        talk.theirs = [(m, message) for m in whole]
        talk.ours = []


def _repeats(talk: _Talk, mention: Mention) -> bool:
    """Tell whether a bare weekday with its time only says again what was agreed last."""
    if not talk.agreed or talk.agreed[-1].is_cancelled or mention.day is None:
        return False
    start = talk.agreed[-1].start
    is_day = mention.day.is_loose and mention.day.day.weekday() == start.weekday()
    return (
        is_day and mention.clock is not None and _is_same_clock(mention.clock.clock, start.time())
    )


def _has_days(named: list[Mention]) -> bool:
    return any(m.day is not None for m in named)


def _only(proposed: list[tuple[Mention, Message]]) -> tuple[Mention, Message] | None:
    whole = [p for p in proposed if p[0].is_whole]
    return whole[0] if len(whole) == 1 else None


def _chosen(
    proposed: list[tuple[Mention, Message]], named: list[Mention]
) -> tuple[Mention, Message] | None:
    """Return the one proposal that an answer names, whole or in part; None where none or several."""
    whole = [p for p in proposed if p[0].is_whole]
    fitting = [p for p in whole if any(_fits(p[0], m) for m in named)]
    distinct = {(p[0].day.day, p[0].clock.clock) for p in fitting if p[0].day and p[0].clock}
    return fitting[0] if len(distinct) == 1 else None


def _fits(proposal: Mention, answer: Mention) -> bool:
    """Tell whether an answer names a proposal: the same day and time, as far as it names them."""
    if answer.day is not None and proposal.day is not None:
        is_day = answer.day.day == proposal.day.day
        is_weekday = answer.day.day.weekday() == proposal.day.day.weekday()
        is_number = answer.day.day.day == proposal.day.day.day
        if not (is_day or (answer.day.is_loose and (is_weekday or is_number))):
            return False
    if answer.clock is not None and proposal.clock is not None:
        return _is_same_clock(answer.clock.clock, proposal.clock.clock)
    return True


def _is_same_clock(one: time, other: time) -> bool:
    """Tell whether two times are the same, also where one leaves out the half of the day."""
    return one.minute == other.minute and one.hour % 12 == other.hour % 12


def _filled(mention: Mention, theirs: list[tuple[Mention, Message]]) -> Mention:
    """Give a bare time the day on which they had proposed another: `I could do 1 pm that day`."""
    days = {m.day.day: m.day for m, _ in theirs if m.day is not None}
    if mention.day is None and len(days) == 1:
        return replace(mention, day=next(iter(days.values())))
    return mention


def _is_about_agreed(talk: _Talk, message: Message, calls_off: bool, whole: list[Mention]) -> bool:
    """Tell whether a message that calls off or moves something speaks of what was agreed last."""
    if not talk.agreed or talk.agreed[-1].is_cancelled or talk.agreed[-1].start < message.date:
        return False
    is_same = message.thread_key == talk.threads[-1]
    is_arranger = message.sender.folded == talk.agreed[-1].arranged_by.casefold()
    return (is_same or is_arranger) and (calls_off or bool(whole))


def _cancel(talk: _Talk, message: Message) -> None:
    if not talk.agreed[-1].is_cancelled and talk.agreed[-1].start > message.date:
        talk.agreed[-1] = replace(talk.agreed[-1], is_cancelled=True, message_id=message.message_id)


def _agree(
    talk: _Talk,
    mention: Mention,
    asked: Message,
    message: Message,
    *,
    by: str,
    reader: tzinfo | None,
) -> None:
    """Note an appointment; an earlier one in the same thread that is still to come is moved."""
    start = mention.moment(zone_at(asked.date, reader), reader)
    if any(i.start == start and not i.is_cancelled for i in talk.agreed):
        return
    for number, earlier in enumerate(talk.agreed):
        is_moved = talk.threads[number] == message.thread_key and earlier.start > message.date
        if is_moved or earlier.start.date() == start.date():
            talk.agreed[number] = replace(earlier, is_cancelled=True)
    talk.agreed.append(
        Interview(
            start=start,
            timezone=getattr(start.tzinfo, "key", "") or start.strftime("%z"),
            source="prose",
            summary=mention.words[:80],
            message_id=message.message_id,
            arranged_by=talk.proposers.get(start, by),
        )
    )
    talk.threads.append(message.thread_key)
    talk.theirs, talk.ours = [], []
