"""Of which post one thread is, and for which client: roles, vacancies' numbers, mandates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailer.letters import spelled
from mailer.reading import words
from mailer.reading.agencies import speaks_for_client
from mailer.reading.answers import AnswerKind
from mailer.reading.callings import NAMES, mandates_in
from mailer.reading.company import clean_company, fold, squash
from mailer.reading.display_names import split_name
from mailer.reading.houses import HousedTalk
from mailer.reading.kept import cached_property
from mailer.reading.quotes import said_in
from mailer.reading.role_names import (
    NUMBERED_VACANCY,
    VACANCY_NUMBER,
    has_digits,
    role_of,
    role_words_of,
    sought_in,
)
from mailer.subjects import is_forward_subject

_ACRONYM = re.compile(
    r"(?<![\w./-])(?!(?:FYI|ASAP|PDF|FAQ|ICS|CET|CEST|GMT|UTC|EST|EDT|PST|PDT|BST|NDA|USA|CDI|CDD|LLC|LTD|INC|SPA|SRL|HOLD|NEW|RSVP|TBC|TBD|FINAL|AND|THE|FWD|AW|ANTW|HRS|AGM|VAT|RGPD|GDPR)\b)"
    r"[A-Z]{3,5}(?![\w/-])"
)
_SERVED = re.compile(r"([\u30a0-\u30ff\u3400-\u9fffA-Za-z&]{3,20})様")
"""A house as an agency calls it in a Japanese subject: `【みらい】東洋パッケージ様 営業部次長`."""
_SERVES = re.compile(
    r"((?:[\u30a0-\u30ff]{2,}|[\u3400-\u9fff]{2,})[\u30a0-\u30ff\u3400-\u9fff]{2,18})様(?:の求人|へ(?:の)?(?:ご)?(?:推薦|応募|紹介))"
)
"""The same in what they say of its vacancy: `東雲ポンプ製作所様の求人票`."""
_KINDS = tuple("pme pmi kmu mkb eti tpe startup scaleup konzern mittelst multinational".split())
"""What an agency calls a client whom it does not name: `PME Lavaux`."""
_AT = re.compile(
    spelled(r"(?:\s@\s|\b(?:at|bei|bij|chez|presso|hos)\s)((?-i:[\pU])[\w&'’-]{3,})"),
    re.I,
)


@dataclass
class PostedTalk(HousedTalk):
    """One thread with the post and the client of which it is."""

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """What the subjects write in capitals: posts are called so too, `RTT`, `SRE`."""
        found = {w for t in self.subjects if not t.isupper() for w in _ACRONYM.findall(t)}
        return frozenset(w for w in found if not any(w.lower() in h for h in self.labels))

    @cached_property
    def role(self) -> str:
        """The role that the thread names."""
        return role_of(self.messages)

    @cached_property
    def role_words(self) -> frozenset[str]:
        """What tells the role from another at the same company."""
        names = [fold(n) for n in (*split_name(self.me.name), *self.own_names)]
        own = {*names, *(n[:1] for n in names)}
        if len(self.messages) == 1 and is_forward_subject(self.messages[0].subject):
            return frozenset()  # somebody else's subject
        found = role_words_of(self.messages) or self._sought
        return frozenset(found - self.labels - own)

    @property
    def _sought(self) -> frozenset[str]:
        """The words of the role that a recruiter's first mails say a client wants."""
        told = (sought_in(said_in(m)) for m in self.by_people[:2]) if self.is_agency else ()
        return frozenset(re.findall(r"\w+", fold(next(filter(None, told), "")))) - {"of", "the"}

    @cached_property
    def clients(self) -> frozenset[str]:
        """The clients that an agency names here, squashed."""
        if not self.is_agency:
            return frozenset()
        found = [f[1] for text in self.subjects if (f := _AT.search(text))]
        served = {n for text in self.subjects for n in _SERVED.findall(text)}
        served |= {n for m in self.by_people for n in _SERVES.findall(said_in(m))}
        found += [n for n in served if split_name(self.me.name)[1] not in n]
        names = map(clean_company, [*self._clients_told, *found])
        return frozenset(squash(name) for name in names if len(name) > 2)

    @cached_property
    def _clients_told(self) -> list[str]:
        """The clients that are named in so many words, as they are written."""
        found = (words.CLIENT.search(said_in(m)) for m in self.by_people)
        return [next(filter(None, f.groups()), "") for f in found if f]

    @cached_property
    def mandates(self) -> frozenset[str]:
        """Whom an agency may recruit for here: the clients it names, and names in its subjects."""
        named = (
            {n for text in self.subjects for n in mandates_in(text)} if self.is_agency else set()
        )
        own = {squash(d.partition(".")[0]) for d in self.domains}
        role = squash(self.role)
        kept = {n for n in named if n not in role and not any(n in o or o in n for o in own)}
        kept = {n for n in kept if not n.startswith(_KINDS)}
        return self.clients | kept

    @cached_property
    def mandate_words(self) -> frozenset[frozenset[str]]:
        """The words of the names in an agency's subjects and of the clients it names, folded."""
        if not self.is_agency:
            return frozenset()
        names = [*self._clients_told, *(n for text in self.subjects for n in NAMES.findall(text))]
        sets = (frozenset(w for w in re.findall(r"\w+", fold(n)) if len(w) > 3) for n in names)
        return frozenset(s for s in sets if s)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The reference numbers of vacancies that subjects and first mails name, squashed."""
        told = [
            m for m in self.messages if self.kinds[m.key] not in (AnswerKind.BULK, AnswerKind.OWN)
        ]
        for every in ([m.subject for m in self.messages], [said_in(m) for m in told[:2]]):
            texts = [*filter(has_digits, every)]
            found = {squash(code) for text in texts for code in VACANCY_NUMBER.findall(text)}
            numbers = (n for text in texts for n in NUMBERED_VACANCY.findall(text))
            found |= {squash(first or other) for first, other in numbers if not found}
            if found:  # a mail may name another vacancy beside the subject's own
                return frozenset(found)
        return frozenset()

    @cached_property
    def is_agency(self) -> bool:
        """Tell whether those who write speak for a client, here or in another thread."""
        is_own = bool(self.writer_domains & self.own_houses)
        return (self.speaks_for_client and not is_own) or bool(self.writer_domains & self.agencies)

    @cached_property
    def speaks_for_client(self) -> bool:
        """Tell whether those who write say here that they speak for a client."""
        return any(map(speaks_for_client, self.by_people))
