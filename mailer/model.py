"""The values that travel from the query to the reminder; all frozen, none knows a service.

Times are aware datetimes. Tuples are in the order in which things stand in the mailbox, oldest
first, unless a field says otherwise. Bare addresses keep the case in which they were written;
compare them with `same_address` or by `Address.folded`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

# --- mail as it stands in the mailbox ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Address:
    """A name and a bare address; RFC 5322 section 3.4 calls it mailbox."""

    name: str
    address: str
    """The addr-spec, decoded; may be empty in damaged mail."""

    @property
    def folded(self) -> str:
        """The bare address for comparing: lower case."""
        return self.address.casefold()

    @property
    def domain(self) -> str:
        """What stands after the last `@`, in lower case; empty where there is none."""
        return self.folded.rpartition("@")[2] if "@" in self.address else ""

    @property
    def local_part(self) -> str:
        """What stands before the last `@`, in lower case."""
        return self.folded.rpartition("@")[0] if "@" in self.address else self.folded

    def __str__(self) -> str:
        """Show it as people write it; not for header fields (use writing.mime)."""
        return f"{self.name} <{self.address}>" if self.name else self.address


class SpecialUse(StrEnum):
    """The role of the mailbox that a message lies in (RFC 6154), inbox and none included."""

    INBOX = "inbox"
    SENT = "sent"
    DRAFTS = "drafts"
    ARCHIVE = "archive"
    TRASH = "trash"
    JUNK = "junk"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that is neither text nor calendar; never its content."""

    name: str
    content_type: str
    size: int
    """Octets after decoding; 0 where the service does not tell."""
    digest: str = ""
    """SHA-256 of the decoded content in hex, where the content was at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of a mailbox: its header fields and, where they were read, its bodies."""

    key: str
    """The service's own opaque identifier."""
    thread_key: str = ""
    message_id: str = ""
    """With its `< >`; empty where the message has none."""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    date: datetime
    """The Date field; where it is missing or unreadable, when the service received it."""
    subject: str = ""
    sender: Address
    """The first address of From; an empty one where there is none."""
    via: Address | None = None
    """The Sender field, where it names somebody else than From (an assistant on behalf)."""
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    """All other header fields that were read: name as written, value unfolded and decoded."""
    special_use: SpecialUse = SpecialUse.NONE
    is_draft: bool = False
    is_read: bool = True
    is_reaction: bool = False
    """An emoji reaction, not something to answer (G4)."""
    text: str | None = None
    """The plain text; None where only the header was read. Made from the HTML where there is
    no plain part."""
    html: str | None = None
    """The HTML part as it stands, hostile until proven otherwise; None where there is none."""
    calendars: tuple[str, ...] = ()
    """Each text/calendar part, decoded."""
    attachments: tuple[Attachment, ...] = ()
    snippet: str = ""

    @property
    def is_whole(self) -> bool:
        """Tell whether the bodies were read."""
        return self.text is not None

    def header(self, name: str) -> str | None:
        """Return the first header field of that name, in any case, or None."""
        wanted = name.casefold()
        for key, value in self.headers:
            if len(key) == len(name) and key.casefold() == wanted:  # field names are ASCII
                return value
        return None

    def __hash__(self) -> int:
        """Hash by what tells messages apart; much is kept by message, and the whole is long."""
        return hash((self.key, self.message_id))

    @property
    def recipients(self) -> tuple[Address, ...]:
        """To, then Cc."""
        return self.to + self.cc


@dataclass(frozen=True, slots=True)
class Thread:
    """Messages joined by References and In-Reply-To, or by the service; oldest first."""

    key: str
    messages: tuple[Message, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether every message's bodies were read."""
        return all(message.is_whole for message in self.messages)

    @property
    def message_ids(self) -> frozenset[str]:
        """The Message-IDs of all messages that have one."""
        return frozenset(m.message_id for m in self.messages if m.message_id)

    @property
    def last_message_at(self) -> datetime:
        """When the newest message that is no draft was written."""
        return max(
            (m.date for m in self.messages if not m.is_draft), default=self.messages[-1].date
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What to look for; a message matches when any one alternative does.

    Matching ignores case, reads encoded header fields and bodies, and may return more than was
    asked for (the core ranks), never spam, trash or chats. With no alternative at all every
    message matches.
    """

    phrases: tuple[str, ...] = ()
    """Each phrase matches a message in whose header fields or bodies all its words occur."""
    participants: tuple[str, ...] = ()
    """Bare addresses, or domains (which match their subdomains), in From, Reply-To, To or Cc."""
    message_ids: tuple[str, ...] = ()
    """Messages with that Message-ID, or with it in References or In-Reply-To."""
    since: datetime | None = None
    limit: int = 50
    """The most threads to return, those with the newest message first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """An address that the user may write from."""

    address: Address
    signature_text: str = ""
    signature_html: str = ""
    is_default: bool = False
    is_verified: bool = True


# --- one interview process -----------------------------------------------------------------


class Part(StrEnum):
    """Who somebody is in an interview process."""

    HIRING_MANAGER = "hiring_manager"
    RECRUITER = "recruiter"
    AGENCY_RECRUITER = "agency_recruiter"
    COORDINATOR = "coordinator"
    INTERVIEWER = "interviewer"
    REFERRER = "referrer"
    OTHER = "other"


class Stage(StrEnum):
    """How far a process has come."""

    APPLIED = "applied"
    SCREEN = "screen"
    INTERVIEW = "interview"
    FINAL = "final"
    OFFER = "offer"
    ACCEPTED = "accepted"
    CLOSED = "closed"


class Channel(StrEnum):
    """How the person who leads and the candidate really talk."""

    EMAIL = "email"
    PHONE = "phone"
    PLATFORM = "platform"
    PORTAL = "portal"


class Tone(StrEnum):
    """How both sides write."""

    FORMAL = "formal"
    FRIENDLY = "friendly"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why something was found: the message and the words that it rests on."""

    finding: str
    """What was found: company, role, part, stage, channel, interview, language, tone, match …"""
    value: str
    reason: str
    """One clause in English, for `threads --explain`."""
    message_id: str = ""
    words: str = ""
    """The words themselves, at most some 80 characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in a process who is not the user."""

    name: str
    """The full name as people write it, cleaned of `via …`, pronouns and company; may be empty."""
    address: str
    """The bare address to write to: a person's Reply-To where they use one (E5)."""
    part: Part = Part.OTHER
    addresses: tuple[str, ...] = ()
    """Every bare address under which they were seen, `address` included."""
    given_name: str = ""
    family_name: str = ""
    title: str = ""
    """The job title that stands in their signature."""
    organisation: str = ""
    phone: str = ""
    """The number to call, as written."""
    honorific: str = ""
    """How the thread addresses them, where it does: `Frau Dr.`, `Mr`, `Mme`; empty if unknown."""
    is_department: bool = False
    """A role's mailbox in which nobody signs."""
    is_reachable: bool = True
    """False for no-reply addresses and people who left."""
    messages_written: int = 0
    last_wrote_at: datetime | None = None
    has_left: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One appointment of the process, as the newest word on it stands."""

    start: datetime
    end: datetime | None = None
    timezone: str = ""
    """IANA name where known, else the offset."""
    is_cancelled: bool = False
    source: str = "invitation"
    """`invitation` or `prose`."""
    is_all_day: bool = False
    uid: str = ""
    sequence: int = 0
    summary: str = ""
    location: str = ""
    organizer: Address | None = None
    attendees: tuple[str, ...] = ()
    """Bare addresses."""
    message_id: str = ""
    """The message in which the newest word stands."""
    calendar: str = ""
    """The iCalendar text of that word; empty for prose."""
    arranged_by: str = ""
    """Bare address of the person who arranged it, where known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidacy:
    """One interview process as understood from mail."""

    company: str
    """The employer's name; empty where nothing names it."""
    role: str = ""
    threads: tuple[Thread, ...]
    """All its threads, whole where they were read; newest last message first."""
    people: tuple[Person, ...] = ()
    """Who leads first."""
    stage: Stage = Stage.APPLIED
    channel: Channel = Channel.EMAIL
    interviews: tuple[Interview, ...] = ()
    """By start; cancelled and past ones included."""
    language: str = "en"
    """BCP 47."""
    tone: Tone = Tone.FRIENDLY
    parent: Message | None = None
    """The message that a letter to the hiring side answers; None where nobody can be reached."""
    score: float = 0.0
    """How well the query fits, 0 to 1."""
    is_alive: bool = True
    ended: str = ""
    """`rejected`, `withdrawn`, `filled` or empty; `stage` is CLOSED where it is set."""
    questions: tuple[str, ...] = ()
    """What they asked and the user has not answered yet."""
    platform: str = ""
    """`LinkedIn` …, where the channel is PLATFORM."""
    portal: str = ""
    """The portal's address or name, where the channel is PORTAL."""
    user_signs_as: str = ""
    """The name that the user puts under mail in this process; empty if unknown."""
    evidence: tuple[Evidence, ...] = ()

    @property
    def message_ids(self) -> frozenset[str]:
        """The Message-IDs of all messages of the process."""
        return frozenset().union(*(thread.message_ids for thread in self.threads))

    @property
    def last_message_at(self) -> datetime:
        """When the newest message of the process was written."""
        return max(thread.last_message_at for thread in self.threads)

    def next_interview(self, now: datetime) -> Interview | None:
        """Return the next interview that stands, or None."""
        coming = (i for i in self.interviews if not i.is_cancelled and i.start >= now)
        return min(coming, key=lambda i: i.start, default=None)

    def people_with(self, *parts: Part) -> tuple[Person, ...]:
        """Return the people with one of these parts, who leads first."""
        return tuple(p for p in self.people if p.part in parts)


# --- what is advised and written -----------------------------------------------------------


class Kind(StrEnum):
    """The letters that exist; values are the words of `--kind`."""

    WITHDRAW = "withdraw"
    RESCHEDULE = "reschedule"
    CANCEL = "cancel"
    CLARIFY = "clarify"
    DECLINE_OFFER = "decline-offer"
    RECRUITER_NOTE = "recruiter-note"
    REFERRER_THANKS = "referrer-thanks"
    CONFIRMATION = "confirmation"
    FOLLOW_UP = "follow-up"
    FEEDBACK = "feedback"
    CORRECTION = "correction"
    DECLINE_INVITATION = "decline-invitation"
    """Not a letter of its own: the iTIP REPLY that goes with one."""


class Reason(StrEnum):
    """Why the user leaves, or can't come; values are the words of `--reason` (E18, E2)."""

    ACCEPTED_OFFER = "accepted-offer"
    NOT_A_FIT = "not-a-fit"
    TIMING = "timing"
    PERSONAL = "personal"
    RELOCATION = "relocation"
    VISA = "visa"
    COMPENSATION = "compensation"
    LOCATION = "location"
    COUNTER_OFFER = "counter-offer"
    CONCERNS = "concerns"
    NONE = "none"
    ILLNESS = "illness"
    EMERGENCY = "emergency"
    CONFLICT = "conflict"
    TRAVEL = "travel"


class CallOutcome(StrEnum):
    """How a phone call ended."""

    REACHED = "reached"
    VOICEMAIL = "voicemail"
    NO_ANSWER = "no-answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A phone call that the user logged."""

    outcome: CallOutcome
    at: datetime
    with_name: str = ""
    with_address: str = ""
    notes: str = ""
    """The user's own; never goes into a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the user asks for: the options of `bowout draft`, checked."""

    kind: Kind | None = None
    """None: what the plan advises (withdraw, or decline-offer once an offer is out)."""
    reason: Reason = Reason.NONE
    visa_for_good: bool | None = None
    mention: str = ""
    stay_in_touch: bool = False
    offer_debrief: bool = False
    ask_feedback: bool = False
    recommend: bool = False
    looking_for: str = ""
    observations: tuple[str, ...] = ()
    suggest_peer: str = ""
    propose: tuple[datetime, ...] = ()
    decline_invitation: bool = False
    language: str = ""
    tone: Tone | None = None
    to: tuple[Address, ...] = ()
    """Overrules who gets it; empty: as etiquette says."""
    cc: tuple[Address, ...] = ()
    """Added to who is in copy."""
    no_recruiter: bool = False
    reply_all: bool = False
    sender: str = ""
    """`--from`: a bare address among the identities."""
    by_mail: bool = False
    anyway: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a plan."""

    step: str
    """tell-recruiter, call, write, confirm, thank-referrer, decline-invitation, paste, portal …"""
    who: str
    channel: str
    why: str
    """One sentence; ends with its rule in brackets, `(E11)`."""
    rule: str = ""
    is_done: bool = False
    kind: Kind | None = None
    """The letter that this step drafts; None where it is no mail."""
    person: Person | None = None
    parent: Message | None = None
    """The message which that letter answers; None: printed, not drafted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The steps that etiquette advises, in order, and what holds the letter back."""

    steps: tuple[Step, ...]
    stop: str = ""
    """`call_first`, `ended`, `accepted`, `nobody_to_write_to` or empty (exit status 7)."""
    why_stop: str = ""
    advice: tuple[str, ...] = ()
    """Sentences to say loudly: a call because the interview is near (E24) …"""
    script: str = ""
    """The phone script, where a call is among the steps (E16)."""
    paste: str = ""
    """The text to paste on a platform (E13), where that is the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter's own words, before anybody is addressed."""

    kind: Kind
    reason: Reason
    language: str
    tone: Tone
    subject: str = ""
    """Only where the letter starts a thread of its own; a reply inherits its parent's."""
    text: str
    """Greeting to sign-off with the user's name; no signature, no quote. Paragraphs are parted
    by one empty line; lines are not wrapped."""
    html: str
    notes: tuple[str, ...] = ()
    """What the user should know: `no Finnish letters, so English` …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding of the checker."""

    rule: str
    level: str
    """`error`, `warning` or `note`."""
    message: str
    words: str = ""


# --- what is filed, and what was done -------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A finished reply: all that a provider needs to file it in the thread of its parent."""

    message_id: str
    """The tool's own, with `< >`; a service may replace it."""
    date: datetime
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    subject: str
    in_reply_to: str
    references: tuple[str, ...]
    text: str
    html: str
    """Own text as HTML fragment, without signature and quote."""
    signature_text: str = ""
    signature_html: str = ""
    parent: Message
    """The whole message that is answered and quoted."""
    thread_key: str
    language: str = "en"
    """Of the attribution line above the quote."""
    calendar_reply: str = ""
    """The iTIP REPLY (RFC 5546) that goes with it; then there is no quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRef:
    """Names a draft, and the version that was last seen."""

    key: str
    version: str = ""
    message_id: str = ""
    thread_key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft as the mailbox holds it, read back from there."""

    key: str
    version: str
    """Changes when the stored thing does: compare only for equality."""
    thread_key: str
    message_id: str
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    subject: str
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    text: str
    """The whole plain text: own text, signature, quote."""
    html: str = ""
    attachments: tuple[Attachment, ...] = ()
    date: datetime | None = None
    link: str = ""
    """Opens it in the mailbox: an https address, or a path for Maildir; may be empty."""

    @property
    def ref(self) -> DraftRef:
        """The name of this very version."""
        return DraftRef(
            key=self.key,
            version=self.version,
            message_id=self.message_id,
            thread_key=self.thread_key,
        )

    @property
    def fingerprint(self) -> str:
        """12 hex digits over all that a recipient would see, and nothing of the service's.

        From, To, Cc, Bcc, Reply-To, Subject, In-Reply-To, References, the decoded text and HTML
        (line ends and trailing white space evened out), and attachments.
        """
        fields = [
            _people((self.sender,)),
            _people(self.to),
            _people(self.cc),
            _people(self.bcc),
            _people(self.reply_to),
            self.subject,
            self.in_reply_to,
            " ".join(self.references),
            _even(self.text),
            _even(self.html),
            *(f"{a.name}\x1f{a.content_type}\x1f{a.digest or a.size}" for a in self.attachments),
        ]
        return hashlib.sha256("\x1e".join(fields).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message that left, as the Sent mailbox or the service's answer tells."""

    message_id: str
    sent_at: datetime
    thread_key: str = ""
    key: str = ""
    refused: tuple[str, ...] = ()
    """Bare addresses that the service refused although others were accepted (G41c)."""


class SendStep(StrEnum):
    """How far a send has come; each is noted before the next outward act."""

    SUBMITTING = "submitting"
    """About to be handed over: from here on the outcome may be unknown."""
    ACCEPTED = "accepted"
    """The service took it: it is sent, whatever comes."""
    FILED = "filed"
    """A copy lies in Sent."""
    CLEARED = "cleared"
    """The draft is gone from Drafts: nothing is left to do."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What was touched since a cursor."""

    thread_keys: tuple[str, ...]
    cursor: str
    is_complete: bool = True
    """False: the service forgot the cursor; look at every thread of interest."""


@dataclass(frozen=True, slots=True)
class Me:
    """The user of the mailbox: names and every address that is theirs."""

    name: str
    addresses: tuple[str, ...] = field(default_factory=tuple)
    """Bare addresses; the account's own first."""

    def is_me(self, address: Address | str) -> bool:
        """Tell whether that address is the user's, plus-tags aside (G25)."""
        bare = address.folded if isinstance(address, Address) else address.casefold()
        return untagged(bare) in _untagged_all(self.addresses)


def same_address(one: str, other: str) -> bool:
    """Compare two bare addresses as mail systems in use do: without regard to case."""
    return one.casefold() == other.casefold()


@lru_cache(maxsize=256)
def _untagged_all(addresses: tuple[str, ...]) -> frozenset[str]:
    return frozenset(untagged(a.casefold()) for a in addresses)


@lru_cache(maxsize=8_192)
def untagged(address: str) -> str:
    """Return a bare address without its plus-tag (G25)."""
    local, at, domain = address.rpartition("@")
    return local.partition("+")[0] + at + domain


def _people(addresses: tuple[Address, ...]) -> str:
    return "\x1f".join(f"{a.name}\x1d{a.folded}" for a in addresses)


def _even(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()
