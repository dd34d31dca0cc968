"""How the person who leads and the candidate really talk (E9-E14)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailer.model import Channel, Evidence, Me, Message
from mailer.reading import words
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.channel_signs import signs_of_channel
from mailer.reading.quotes import said_in
from mailer.reading.senders import platform_of
from mailer.reading.weights import WEIGH, weights

_LINK = re.compile(r"https?://[^\s>\"')]+")


@dataclass(frozen=True, slots=True)
class ChannelFound:
    """The channel in use, its name or address, and why."""

    channel: Channel
    platform: str
    portal: str
    evidence: Evidence


def read_channel(messages: Sequence[Message], me: Me, leader: Sequence[str]) -> ChannelFound:
    """Return the channel; `leader` are the bare addresses of who leads, none where nobody wrote."""
    kinds = {m.key: classify(m, me) for m in messages}
    people = [m for m in messages if kinds[m.key] is AnswerKind.PERSON]
    if not people:
        return _without_people(messages)
    own = {a.casefold() for a in leader}
    lead = [m for m in people if m.sender.folded in own] or people
    called = _calls_told(lead) or _calls_likely(messages, lead, me)
    evidence = called or Evidence("channel", "email", "they write mail", lead[-1].message_id)
    return ChannelFound(Channel.PHONE if called else Channel.EMAIL, "", "", evidence)


def _calls_told(lead: Sequence[Message]) -> Evidence | None:
    """Return where who leads says in known words that they talk on the phone."""
    asks = [m for m in lead if _preferences(m)]
    calls = [m for m in lead if m in asks or words.PHONE.search(said_in(m))]
    is_recent = any(m in asks for m in lead[-2:])
    refusing = words.REFUSES_MAIL.search(said_in(lead[-1])) if lead[-1] in calls else None
    if refusing:
        why = "they would rather not be written to"
        return Evidence("channel", "phone", why, lead[-1].message_id, refusing[0])
    insists = len({way for m in lead[-2:] for way in _preferences(m)}) > 1
    is_used = len(calls) * 2 >= len(lead) and len(calls) > 1
    only_calls = bool(asks) and len(calls) == len(lead) > 2
    if not (insists or only_calls or ((len(asks) > 1 or is_recent) and is_used)):
        return None
    said_last = said_in(calls[-1])
    found = words.PHONE.search(said_last) or words.PREFERS_PHONE.search(said_last)
    why = f"{len(calls)} of {len(lead)} mails speak of calls"
    return Evidence("channel", "phone", why, calls[-1].message_id, found[0] if found else "")


def _calls_likely(messages: Sequence[Message], lead: Sequence[Message], me: Me) -> Evidence | None:
    """Return what all the words of the newest mails tell of it."""
    table, signs = weights("channel"), signs_of_channel(messages, lead, me)
    told = table.judge(signs)
    if table.known(signs) < _FEW or told[Channel.PHONE] <= told[Channel.EMAIL]:
        return None
    said = table.words(signs, Channel.PHONE)
    return Evidence("channel", "phone", WEIGH, lead[-1].message_id, said)


_FEW = 40
"""Of fewer words that are known nothing is told: a line or two hold them all."""


def _preferences(message: Message) -> set[str]:
    """Return in which ways somebody says that a call is liked better: one may be by the way."""
    said = said_in(message).lower()
    found = {match[0] for match in words.PREFERS_PHONE.finditer(said)}
    found |= {f"{a[0]} … {b[0]}" for a, b in _near(_MAIL, _SELDOM, said)}
    return found | {f"{a[0]} … {b[0]}" for a, b in _near(_CALLS, _RATHER, said)}


def _near(
    noun: re.Pattern[str], word: re.Pattern[str], said: str
) -> list[tuple[re.Match[str], re.Match[str]]]:
    """Return the pairs that stand in one clause, a few words apart."""
    return [
        (a, b)
        for a in noun.finditer(said)
        for b in word.finditer(said, max(0, a.start() - 40), a.end() + 40)
        if not _STOP.search(said[min(a.end(), b.end()) : max(a.start(), b.start())])
        and not _ASKED.match(said, max(a.end(), b.end()))
    ][:1]


_ASKED = re.compile(r"[^.!\n。！]{0,60}[?？]")
_STOP = re.compile(r"[.!?;\n。！？]")
_MAIL = re.compile(
    r"\b(?:e-?mails?|inbox|mejl\w*|maila|mailen|mails?|correos?|correio|la posta|courriels?|mes messages|poczt\w{1,2}|maile|maili)\b|メール|邮件|邮箱"
)
_SELDOM = re.compile(
    r"\b(?:hardly|rarely|seldom|never|barely|unread|hopeless|useless|terrible|awful|rubbish|hate|allergic|déteste\w*|odio|detesto|odeio|haat|hatar|nienawidzę|hasse|won'?t (?:see|read|get|check)|(?:don'?t|do not) (?:read|see|check|do)|catastrophe|cata|disaster|katastrophe|desastre|disastro|ramp|katastrof|behind on|drown\w*|once a (?:day|week)|(?:every )?(?:once in a while|now and then)|ab und zu|de temps en temps|de vez en cuando|de vez em quando|(?:una volta )?ogni tanto|af en toe|då och då|od czasu do czasu|"
    r"raz w (?:tygodniu|miesiącu)|raz na tydzień|einmal (?:die|pro|in der) woche|une fois par semaine|una vez (?:a|por) (?:la )?semana|uma vez por semana|una volta (?:a|alla) settimana|(?:een|één) keer per week|en gång i veckan|(?:a|one) week late|with a (?:week|delay)\w*|(?:mit|viel) (?:\w+ )?verspätung|avec (?:\w+ ){0,3}de retard|con (?:\w+ ){0,3}(?:de )?(?:retraso|atraso|ritardo)|com (?:\w+ ){0,3}(?:de )?atraso|met (?:\w+ ){0,2}vertraging|z (?:\w+ )?(?:poślizgiem|opóźnieniem)|"
    r"kaum|selten|nie|schlecht|hoffnungslos|unter(?:geh\w*|gegangen)|knappt|sällan|aldrig|dålig\w?|usel|"
    r"rarement|jamais|très peu|(?:quasi(?:ment)?|presque|pratiquement) plus|plus (?:trop|guère|beaucoup)|à peine|poco|apenas|nunca|casi no|raramente|di rado|quasi mai|pouco|quase não|mal (?:vejo|leio)|"
    r"zelden|nauwelijks|amper|nooit|slecht|rzadko|prawie nie|nigdy|słabo|"
    r"(?:not|nicht|niet|inte|nie|pas|no|não|non) (?:in time|on time|op tijd|rechtzeitig|i tid|na czas|à temps|a tiempo|a tempo)|too late|zu spät|te laat|trop tard|demasiado tarde|muito tarde|troppo tardi|för sent|za późno|"
    r"helst inte|hellre inte|lieber nicht|rather (?:you )?(?:didn\'?t|not)|plutôt pas|mejor no|meglio non|liever niet|lepiej nie|not my thing|not a fan|niet mijn ding|nicht mein ding|pas mon truc|no es lo mío|não é (?:o meu forte|comigo)|non fa per me|inte min grej|nie moja bajka)\b|苦手|見られな|不常|很少|看不过来"
)
_CALLS = re.compile(
    r"\b(?:phone|tel|tél|tlf|tfno|telephone|telefon\w*|téléphone|teléfono|telefone|telefono|telefoon|calls?|handy|mobil|portable|móvil|telemóvel|cellulare|gsm|bellen|ringing|ringa|anrufen|telefonieren|appeler|llamar|ligar|chiamar\w{1,2}|(?:za)?dzwonić|komórk\w+|viva voz|vive voix|a voce)\b|電話|电话"
)
_RATHER = re.compile(
    r"\b(?:rather|prefer|preferably|easier|quicker|simpler|helst|hellre|lieber|am liebsten|am besten|plutôt|préfère|mieux|mejor|prefiero|melhor|prefiro|meglio|preferisco|liever|liefst|het beste|het snelst|am schnellsten|quickest|fastest|easiest|le plus rapide|lo más rápido|(?:o )?mais rápido|più veloce|snabbast|najszybciej|wolę|najlepiej|najchętniej)\b|(?:の)?方が|最好|还是"
)


def _without_people(messages: Sequence[Message]) -> ChannelFound:
    for message in reversed(messages):
        name = platform_of(message.sender.address)
        if name:
            return ChannelFound(
                Channel.PLATFORM, name, "",
                Evidence("channel", "platform", f"all mail came through {name}", message.message_id),
            )  # fmt: skip
    machine = next((m for m in reversed(messages) if m.text), messages[-1])
    link = _LINK.search(machine.text or "")
    portal = link[0] if link else (machine.sender.name or machine.sender.domain)
    return ChannelFound(
        Channel.PORTAL, "", portal,
        Evidence("channel", "portal", "only a no-reply address wrote", machine.message_id),
    )  # fmt: skip
