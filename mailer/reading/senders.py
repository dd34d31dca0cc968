"""What an address tells by its shape: a person, a machine, a hiring system's relay, a platform.

Facts about sending domains come from vendors' pages and from public lists (docs/understanding.md);
a table is a prior, never a proof. Domains are matched by whole labels.
"""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache

from mailer.matching import fold
from mailer.model import Address
from mailer.reading.display_names import name_part

FREEMAIL = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com "
    "me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de mail.de "
    "posteo.de mailbox.org proton.me protonmail.com pm.me mail.com tutanota.com fastmail.com zoho.com "
    "orange.fr free.fr laposte.net wanadoo.fr sfr.fr libero.it virgilio.it tiscali.it alice.it "
    "ziggo.nl kpnmail.nl planet.nl xs4all.nl uol.com.br bol.com.br terra.com.br qq.com 163.com "
    "126.com sina.com naver.com daum.net docomo.ne.jp ezweb.ne.jp yahoo.co.jp yahoo.co.uk "
    "hotmail.co.uk hotmail.fr hotmail.de hotmail.es yahoo.de yahoo.fr yahoo.es yahoo.it btinternet.com "
    "mail.ru yandex.ru earthlink.net comcast.net verizon.net att.net sbcglobal.net juno.com "
    "gmx.com gmx.fr gmx.es email.de arcor.de kabelmail.de aon.at a1.net bluewin.ch hispeed.ch sunrise.ch tuta.io tuta.com "
    "hotmail.nl live.nl outlook.nl hetnet.nl home.nl casema.nl chello.nl upcmail.nl tele2.nl zonnet.nl quicknet.nl kpnplanet.nl "
    "freedom.nl telenet.be skynet.be live.be hotmail.be live.fr outlook.fr neuf.fr bbox.fr numericable.fr club-internet.fr "
    "aliceadsl.fr cegetel.net live.it hotmail.it outlook.it tin.it inwind.it iol.it email.it fastwebnet.it live.de outlook.de "
    "outlook.es live.com.pt outlook.pt sapo.pt iol.pt netcabo.pt clix.pt terra.es telefonica.net ono.com yahoo.com.br "
    "hotmail.com.br outlook.com.br ig.com.br globomail.com yahoo.com.mx yahoo.com.ar wp.pl onet.pl onet.eu o2.pl interia.pl "
    "interia.eu op.pl poczta.fm gazeta.pl vp.pl tlen.pl seznam.cz telia.com comhem.se bredband.net spray.se home.se swipnet.se "
    "live.se hotmail.se live.co.uk outlook.ie eircom.net sky.com virginmedia.com talktalk.net ntlworld.com blueyonder.co.uk "
    "tiscali.co.uk bigpond.com optusnet.com.au xtra.co.nz shaw.ca sympatico.ca videotron.ca telus.net cox.net charter.net "
    "bellsouth.net rocketmail.com hushmail.com hey.com duck.com runbox.com riseup.net zohomail.com zohomail.eu rediffmail.com "
    "yahoo.ca yahoo.com.au yahoo.co.in yahoo.ne.jp nifty.com biglobe.ne.jp ocn.ne.jp softbank.ne.jp i.softbank.jp au.com "
    "foxmail.com sohu.com 139.com 189.cn yeah.net aliyun.com vip.163.com vip.qq.com hanmail.net".split()
)
_FREEMAIL_LABELS = frozenset(d.partition(".")[0] for d in FREEMAIL) - frozenset(
    "home me mac live sky tele2 telia orange free att verizon comcast yahoo telus rogers shaw cox charter terra planet zoho hey duck "
    "sunrise au o2 ono web mail email tin op vp iol ig bol uol pm posteo alice juno a1 spray freedom aliyun i vip chello gazeta "
    "telefonica videotron outlook".split()
)
"""Providers by a name that is no other company's, under whatever ending: `ziggo.example`."""
HIRING_SYSTEMS = frozenset(
    "greenhouse-mail.io greenhouse.io greenhouse-jobs.com lever.co ashbyhq.com myworkday.com workday.com "
    "workdaymail.com myworkdayjobs.com icims.com icims.eu smartrecruiters.com smartrecruitersmail.com "
    "workablemail.com workable.com bamboohr.com applytojob.com jazz.co jazzhr.com jobvite.com "
    "jobvitemail.com teamtailor-mail.com teamtailor.com recruitee.com recruitmail.com personio.de "
    "m-personio.de oraclecloud.com taleo.net successfactors.com successfactors.eu sapsf.com rippling.com "
    "ripplingmail.com pinpoint.email pinpointhq.com comeet-notifications.com comeet.co gem.com breezy.hr "
    "join.com newtonsoftware.com paylocity.com ukg.net ultipro.com dayforcehcm.com adp.com brassring.com "
    "eightfold.ai avature.net phenompeople.com pageuppeople.com silkroad.com applicantstack.com "
    "applicantpro.com isolvedhire.com hirebridge.com njoyn.com usastaffing.gov applicantemails.com "
    "csod.com clearcompany.com teamio.eu tal.net fountain.com viterbit-mail.com allibo.com ceipalmail.com "
    "welcomekit.co talent-soft.com profils.org mytalentplug.com taleez.com softy.pro werecruit.io "
    "digitalrecruiters.com beetween-software.com erecruiter.pl gupy.io manatal.com zohorecruitmail.com "
    "placementpartner.com simplify.hr dvinci.de dvinci-hr.com rexx-systems.com softgarden.io "
    "onlyfy.io prescreen.io talentsoft.com cornerstoneondemand.com bullhorn.com varbi.com reachmee.com "
    "jobylon.com easycruit.com webcruiter.no hr-manager.net emply.com tribepad.com jobtrain.co.uk homerun.co "
    "traffit.com hrmos.co mokahr.com flatchr.io umantis.com concludis.de".split()
)
PLATFORMS = {
    "linkedin.com": "LinkedIn",
    "xing.com": "XING",
    "indeed.com": "Indeed",
    "indeedemail.com": "Indeed",
    "wellfound.com": "Wellfound",
    "angel.co": "Wellfound",
    "hired.com": "Hired",
    "otta.com": "Otta",
    "welcometothejungle.com": "Welcome to the Jungle",
    "ziprecruiter.com": "ZipRecruiter",
    "glassdoor.com": "Glassdoor",
    "joinhandshake.com": "Handshake",
    "stepstone.de": "StepStone",
    "monster.com": "Monster",
    "dice.com": "Dice",
    "jobstreet.com": "JobStreet",
    "infojobs.net": "InfoJobs",
    "wantedly.com": "Wantedly",
    "bizreach.jp": "BizReach",
}
_PLATFORM_LABELS = {
    name.casefold(): name for name in ("LinkedIn", "Wantedly", "BizReach", "Wellfound", "StepStone")
}
"""Names so much their own that a domain which begins with one (`wantedly-mail.com`) is theirs."""
SCHEDULERS = frozenset(
    "calendly.com goodtime.io modernloop.io prelude.co paradox.ai hirevue.com cronofy.com x.ai "
    "doodle.com cal.com savvycal.com zoom.us".split()
)
_CALENDAR_SENDERS = frozenset(
    {"calendar-notification@google.com", "calendar-notification@googlemail.com"}
)
_NO_REPLY = re.compile(
    r"no[-_.]?repl(?:y|ies)|do[-_.]?not[-_.]?(?:reply|respond|answer)|dont[-_.]?reply|no[-_.]?(?:answer|response)|"
    r"(?:ne[-_.]?)?pas[-_.]?(?:de[-_.]?)?repon(?:dre|se)|nicht[-_.]?antworten|keine[-_.]?antwort|"
    r"n[ao]o?[-_.]?(?:respon|contest)(?:da|de|der|das|as|a|e|ar)\b|non[-_.]?rispond(?:ere|ete|i)|"
    r"(?:niet|geen)[-_.]?(?:be)?antwoord|niet[-_.]?reageren|ikke[-_.]?svar|svara[-_.]?(?:inte|ej)|"
    r"hensin[-_.]?fuka|send(?:er)?[-_.]?only|unattended|unmonitored",
    re.I,
)
_MAIL_HOUSE = re.compile(
    r"mail(?:s|box|house|er)?$|^(?:post(?:fach|haven|eingang|kasten|box|a(?!l|g)[a-z]+)|inbox|courriel|courrier|correo|correio|yuubin|poczta|skrzynka|buzon|boite|brevlada|brievenbus|briefkasten|caixapostal)|"
    r"(?:post|posta|poczta|correo|correio|courriel|skrzynka|buzon|postbus|inbox)$|(?:hemma?|heim|thuis|home|casa|free|fri|fiber|kabel|cable|bredband|breitband|surf)(?:net|nat|netz|web|online)$|(?:-|^|[a-z]{3})(?:family|familie)$|^laposte|(?:perso|privat|privato)$|^(?:famiglia|famille|familie)-?[a-z]",
    re.I,
)
"""What a provider of mailboxes is called, where no list names it, and a family's own domain."""
_OTHER_POSTS = frozenset(
    "washingtonpost huffpost huffingtonpost nypost jpost denverpost nationalpost financialpost thepost guidepost signpost compost "
    "deutschepost post auspost canadapost nzpost bpost anpost swisspost japanpost chinapost indiapost postfinance correos royalmail dailymail thefamily".split()
)
"""Houses whose name is like theirs: newspapers, the post itself."""
_BORN = re.compile(r"[a-z]{4,}[._-]?(?:[4-9]\d|19[4-9]\d)")
"""A name with the year of birth, which no company gives anybody as an address."""
_PARTED = re.compile(r"[+._\-\d]+")
_INITIALLED = re.compile(r"[a-z]\.[a-z]{3,}")
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_NO_LETTER = re.compile(r"[^a-z]")
_TOKEN = re.compile(r"(?<![a-z\d])(?=[a-f]*\d)(?=\d*[a-f])[a-f\d]{8,}(?![a-z\d])", re.I)
"""What a system writes into an address to know its own answers by: `reply-8f31a07c`."""
_MACHINE_WORDS = frozenset(
    "noreply nopreply autoreply auto automail notification notifications notify notice mailer daemon "
    "mailerdaemon postmaster bounce bounces newsletter news newsletters alert alerts jobalert "
    "jobalerts marketing digest invitations updates update system robot mailrobot automated "
    "donotreply listserv majordomo scan scanner copier "
    "voicemail voicebox messagerie sprachbox anrufbeantworter contestador "
    "kopierer printer drucker imprimante multifunction rss rssfeed rssfeeds feed feeds".split()
)
_CALENDARS = frozenset("calendar agenda kalender calendario".split())
"""What is a machine's where nothing else stands beside it: an office's people keep a calendar."""
_INTAKE = frozenset({"applicant", "lead"})
_HIRING_ROLES = frozenset(
    "career careers job jobs recruiting recruitment recruiter recruit recruiters talent talents hr "
    "people hiring bewerbung bewerbungen karriere personal personalabteilung ausbildung recrutement "
    "recrutements candidature candidatures rh drh emploi empleo seleccion rrhh talento personas "
    "vagas carreiras recrutamento curriculos selezione lavoro risorseumane vacatures vacature hrm "
    "sollicitatie sollicitaties saiyo saiyou jinji work join apply application applications "
    "reclutamento reclutamiento personale concorsi werving personeel personeelszaken rekrutering "
    "rekrytering kariera rekrutacja rekrutacji kadry kariyer".split()
)
_ROLES = frozenset(
    "info infos hello hallo hola ola bonjour ciao hi hey contact contacto contato kontakt contatti "
    "office buero support service help helpdesk sales verkauf ventes ventas shop store boutique "
    "tienda loja negozio winkel club press presse billing invoice invoices rechnung rechnungen "
    "facturas factures facture fattura orders order bestellung pedidos commandes ordini booking "
    "bookings buchung reservations reservas welcome community events marketing kunden kundenservice "
    "customers customer clientes clients patients members membership mitglieder accounts account "
    "security tickets ticket receipts receipt statements reminders redaktion redaction redaccion "
    "editor editors post mail postfach team deals promo offers angebote alumni volunteer avisos "
    "termine abo frontdesk reception empfang secretariat payroll salaris salarisadministratie lohn "
    "lohnbuero gehalt entgelt nomina nominas paie paye paghe holerite cita citas rdv rendezvous "
    "appuntamenti afspraak afspraken kundendienst klantenservice atencion cliente clienti sac webinar "
    "webinars akademie academy training schulung conteudo content contenido contenidos contenu redactie "
    "nieuwsbrief boletin infolettre rundbrief nachrichten datenschutz privacy compliance legal finance "
    "buchhaltung accounting comptabilite contabilidad contabilidade amministrazione administratie "
    "facilities servicedesk hotline portal webmaster abonnement abonnements spenden donations "
    "fundraising magazin journal".split()
)

_GIVEN_TOO = frozenset({"ola"})
"""Roles that are given names elsewhere: `Ola Pyrek <ola@kodernia.example>`, `Banco <ola@banco.example>`."""


@lru_cache(maxsize=8192)
def org_domain(address: str) -> str:
    """Return the registrable domain of a bare address or host; empty where there is none."""
    host = address.rpartition("@")[2].strip(".").lower()
    return _registrable(host) if host else ""


@lru_cache(maxsize=4096)
def _registrable(host: str) -> str:
    if _is_number(host.strip("[]")):
        return ""
    labels = host.split(".")
    is_shared = len(labels) > 2 and labels[-2] in _CUSTOMARY
    if is_shared and not _suffixes().publicsuffix(host, accept_unknown=False):
        return ".".join(labels[-3:])  # in a zone that the list does not have
    return _suffixes().privatesuffix(host) or host


_CUSTOMARY = frozenset("ac co com edu gob gouv gov k12 ne net nhs or org sch school".split())
"""What countries have below them for schools, trade, the state: many houses share such a name."""


def _is_number(host: str) -> bool:
    """Tell whether a host is an IP address, which ends with a digit or holds colons."""
    if not (host[-1:].isdigit() or ":" in host):
        return False
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1)
def _suffixes():  # type: ignore[no-untyped-def]  # noqa: ANN202 - the library has no types
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


@lru_cache(maxsize=8192)
def is_freemail(address: str) -> bool:
    """Tell whether anybody can have an address there."""
    if is_listed_freemail(address) or bears_year(address):
        return True
    label = address.rpartition("@")[2].lower().partition(".")[0]
    if label in _FREEMAIL_LABELS:
        return True
    return label not in _OTHER_POSTS and bool(_MAIL_HOUSE.search(label))


def is_listed_freemail(address: str) -> bool:
    """Tell whether the domain is a provider's that everybody knows."""
    return address.rpartition("@")[2].lower() in FREEMAIL


def bears_year(address: str) -> bool:
    """Tell whether a local part is a name with the year of birth: nobody has that from a company."""
    return _BORN.fullmatch(address.partition("@")[0].lower().partition("+")[0]) is not None


@lru_cache(maxsize=8192)
def is_hiring_system(address: str) -> bool:
    """Tell whether the address belongs to an applicant tracking system."""
    return _within(address, HIRING_SYSTEMS)


@lru_cache(maxsize=8192)
def platform_of(address: str) -> str:
    """Return the platform's name (LinkedIn …), or an empty text."""
    domain = address.rpartition("@")[2].lower()
    labels = domain.split(".")
    for ending in (".".join(labels[i:]) for i in range(len(labels) - 1)):
        if ending in PLATFORMS:
            return PLATFORMS[ending]
    return _PLATFORM_LABELS.get(org_domain(domain).partition(".")[0].partition("-")[0], "")


def is_message_notice(address: str) -> bool:
    """Tell whether a platform tells from there what somebody wrote, in whatever language."""
    return bool(platform_of(address)) and address.lower().partition("@")[0].endswith("hit-reply")


@lru_cache(maxsize=8192)
def is_scheduler(address: str) -> bool:
    """Tell whether a scheduling or calendar service sends from there."""
    return address.lower() in _CALENDAR_SENDERS or _within(address, SCHEDULERS)


@lru_cache(maxsize=8192)
def is_no_reply(address: str) -> bool:
    """Tell whether nobody reads what is written there, judged by its shape (G31)."""
    local, _, domain = address.lower().rpartition("@")
    if _NO_REPLY.search(local):
        return True
    words = _PARTED.split(local)
    if local in ("mailer-daemon", "postmaster") or set(words) & _MACHINE_WORDS:
        return True
    if set(words) <= _CALENDARS:
        return True
    if domain in ("hire.lever.co", "hire.eu.lever.co") and local in _INTAKE:
        return True
    return domain == "myworkday.com" or domain.endswith((".myworkday.com", "otp.workday.com"))


@lru_cache(maxsize=8192)
def is_hiring_role(address: str) -> bool:
    """Tell whether the address is a department's that hires: `jobs@`, `bewerbung@`."""
    words = _PARTED.split(address.lower().partition("@")[0])
    return bool(_HIRING_ROLES & set(words))


def is_shared(address: str) -> bool:
    """Tell whether an address is an office's, not a person's own: `office@`, `info@`, `jobs@`."""
    words = set(_PARTED.split(address.lower().partition("@")[0]))
    return bool(words & (_ROLES | _HIRING_ROLES) - _GIVEN_TOO)


def names_department(word: str) -> bool:
    """Tell whether a word in lower case stands for a family name in a department's: `Stadtblick HR`."""
    return word in _HIRING_ROLES or word in ("it", "team", "office")


@lru_cache(maxsize=8192)
def is_organisation(address: Address) -> bool:
    """Tell whether an organisation rather than a person writes: `Mint <hola@getmint.example>`.

    A person's local part resembles their name; an organisation's is a role, and its name
    resembles the domain. Departments that hire do not count.
    """
    if is_hiring_role(address.address) or is_hiring_system(address.address):
        return False
    if _INITIALLED.fullmatch(address.local_part.lower()):
        return False  # somebody's own address under a department's name
    local = _letters(address.local_part)
    name = name_part(address)
    names = [w for w in _WORD.findall(fold(name)) if len(w) > 1 and w not in _ROLES]
    label = _letters(fold(org_domain(address.address).partition(".")[0]))
    begins_with_house = len(names) > 1 and len(names[0]) > 2 and names[0] in label
    if begins_with_house and names[0] not in local and not all(n in label for n in names):
        return True
    if any(_is_in_local(name, local) for name in names) or _are_initials(names, local):
        return False
    if local in _GIVEN_TOO and len(names) == 1 and names[0] not in label:
        return False
    if set(_PARTED.split(address.local_part)) & _ROLES:
        own = [w for w in _LETTERS.findall(name) if len(w) > 1]
        is_somebodys = len(own) in (2, 3) and len(names) == len(own) and all(map(str.istitle, own))
        return not is_somebodys or any(n in label or label in n for n in names)
    if not label:
        return False  # 163.com
    return any(len(name) > 2 and (name in label or label in name) for name in names)


def bears_name(address: Address, name: str) -> bool:
    """Tell whether a bare address is made of somebody's name: `dana.ortiz` of Dana Ortiz."""
    local = _letters(address.local_part)
    names = [w for w in _WORD.findall(fold(name)) if len(w) > 2 and w not in _ROLES]
    return len(names) > 1 and sum(_is_in_local(n, local) for n in names) > 1


def is_initialled(address: Address, name: str) -> bool:
    """Tell whether a bare address is an initial and a family name: `dortiz` of Dana Ortiz."""
    names = _WORD.findall(fold(name))
    return len(names) > 1 and _letters(address.local_part) == names[0][:1] + names[-1]


def _is_in_local(name: str, local: str) -> bool:
    """Tell whether a name, or its beginning, stands in a local part."""
    return (len(name) > 2 and name in local) or (len(local) > 2 and name.startswith(local))


def _are_initials(names: list[str], local: str) -> bool:
    return len(names) > 1 and local == "".join(name[0] for name in names)


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text)


def is_reachable(address: str) -> bool:
    """Tell whether a letter to that address can be expected to be read."""
    return "@" in address and not (
        is_no_reply(address) or platform_of(address) or is_scheduler(address)
    )


@lru_cache(maxsize=8192)
def belongs_to_company(address: Address) -> bool:
    """Tell whether the domain can be an organisation's own."""
    return bool(address.domain) and not (
        _TOKEN.search(address.local_part)
        or is_freemail(address.address)
        or is_hiring_system(address.address)
        or platform_of(address.address)
        or is_scheduler(address.address)
    )


def _within(address: str, domains: frozenset[str]) -> bool:
    labels = address.rpartition("@")[2].lower().split(".")
    return any(".".join(labels[i:]) in domains for i in range(len(labels) - 1))
