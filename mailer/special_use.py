"""Which mailbox plays which role: by its special-use flag (RFC 6154), else by its usual name.

Servers write the flags in any case, and many offer none; then the name tells, in the languages
in which mail programs and services name their mailboxes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from mailer.model import SpecialUse

_FLAGS = {
    "\\drafts": SpecialUse.DRAFTS,
    "\\sent": SpecialUse.SENT,
    "\\archive": SpecialUse.ARCHIVE,
    "\\all": SpecialUse.ARCHIVE,
    "\\trash": SpecialUse.TRASH,
    "\\junk": SpecialUse.JUNK,
    "\\spam": SpecialUse.JUNK,
    "\\inbox": SpecialUse.INBOX,
}

_NAMES = {
    SpecialUse.DRAFTS: (
        "drafts, draft, entwürfe, entwurf, brouillons, brouillon, borradores, borrador, rascunhos, "
        "bozze, concepten, utkast, kladder, luonnokset, koncepty, rozepsané, kopie robocze, szkice, "
        "piszkozatok, ciorne, taslaklar, черновики, чернетки, πρόχειρα, 下書き, 草稿, 草稿箱, 草稿匣, "
        "임시보관함, טיוטות, المسودات"
    ),
    SpecialUse.SENT: (
        "sent, sent items, sent messages, sent mail, sent-mail, gesendet, gesendete objekte, "
        "gesendete elemente, gesendete nachrichten, envoyés, éléments envoyés, messages envoyés, "
        "courrier envoyé, enviados, elementos enviados, mensajes enviados, correo enviado, "
        "itens enviados, mensagens enviadas, posta inviata, inviati, inviata, verzonden, "
        "verzonden items, verzonden berichten, skickat, skickade, skickade objekt, sendt, "
        "sendte elementer, sendt post, lähetetyt, odeslané, odeslaná pošta, odoslané, wysłane, "
        "elementy wysłane, elküldött, elküldött elemek, trimise, gönderilmiş öğeler, gönderilenler, "
        "отправленные, надіслані, απεσταλμένα, 送信済み, 送信済みメール, 送信済みアイテム, 已发送, "
        "已发送邮件, 寄件備份, 보낸편지함, נשלחו, المرسلة"
    ),
    SpecialUse.ARCHIVE: (
        "archive, archives, archiv, archivé, archivo, archivado, arquivo, archivio, archief, arkiv, "
        "arkisto, archiwum, archívum, arhiva, arşiv, архив, архів, αρχείο, アーカイブ, 存档, 封存, "
        "보관함, all mail, alle nachrichten, tous les messages, todos"
    ),
    SpecialUse.TRASH: (
        "trash, deleted, deleted items, deleted messages, bin, papierkorb, gelöscht, "
        "gelöschte objekte, gelöschte elemente, corbeille, éléments supprimés, papelera, "
        "elementos eliminados, lixeira, lixo, itens excluídos, cestino, posta eliminata, eliminati, "
        "prullenbak, verwijderde items, papperskorg, papperskorgen, borttaget, slettede elementer, "
        "papirkurv, roskakori, koš, kôš, kosz, lomtár, coș de gunoi, çöp kutusu, корзина, кошик, "
        "κάδος, ゴミ箱, 废纸篓, 已删除邮件, 垃圾桶, 휴지통"
    ),
    SpecialUse.JUNK: (
        "junk, spam, junk e-mail, junk email, junk mail, bulk, bulk mail, spamverdacht, "
        "unerwünscht, unerwünschte werbung, courrier indésirable, indésirables, pourriel, "
        "correo no deseado, no deseado, lixo eletrônico, lixo eletrónico, posta indesiderata, "
        "indesiderata, ongewenst, ongewenste e-mail, skräppost, søppelpost, uønsket e-mail, "
        "roskaposti, nevyžádaná pošta, nevyžiadaná pošta, wiadomości-śmieci, levélszemét, "
        "önemsiz e-posta, istenmeyen, спам, нежелательная почта, ανεπιθύμητα, 迷惑メール, 垃圾邮件, "
        "垃圾郵件, 스팸, 스팸메일함"
    ),
}


def by_flags(flags: Iterable[str]) -> SpecialUse:
    """Return the role that the flags of a mailbox name, in any case; NONE where they don't."""
    return next((_FLAGS[f.casefold()] for f in flags if f.casefold() in _FLAGS), SpecialUse.NONE)


def by_name(name: str) -> SpecialUse:
    """Return the role that the last part of a mailbox's name stands for in any language.

    `name` comes decoded and without the mailboxes above it; NONE where it is a user's own.
    """
    return _BY_NAME.get(_even(name), SpecialUse.NONE)


def _even(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold().replace("_", " ")


_BY_NAME = {"inbox": SpecialUse.INBOX} | {
    _even(name): use for use, names in _NAMES.items() for name in names.split(",")
}
