"""Formal or friendly, told from how both sides greet, address and sign off (E20)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailer.model import Evidence, Me, Message, Tone
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.quotes import split_quote

_FORMAL = re.compile(
    r"^\s*(?:dear (?:mr|mrs|ms|miss|mx|dr|prof|sir|madam)\b|sehr geehrte|guten tag (?:herr|frau)|madame\b|monsieur\b|chère? (?:madame|monsieur)|"
    r"estimad[oa] (?:sr|sra|d\.|don|doña|señor)|muy (?:sr|señor)|prezad[oa]|excelentíssim|ex\.?m[oa]|car[oa] (?:senhor|dr)|"
    r"gentile|egregi[oa]|spett|geachte|样|尊敬)|"
    r"\b(?:yours (?:sincerely|faithfully)|mit freundlichen grüßen|freundliche grüße|salutations distinguées|respectueusement|"
    r"je vous prie|distinti saluti|cordiali saluti|hoogachtend|met vriendelijke groet|atentamente|le saluda|com os melhores cumprimentos|"
    r"cumprimentos cordiais|subscrevo)\b|"
    r"\b(?:ihnen|ihre[rmns]?|geehrte[rn]?|votre|vos|usted(?:es)?|le agradec|v\. ?ex|la ringrazio|suo profilo|lei |uw|u heeft)\b|"
    r"お世話になって|拝啓|敬具|いただきたく|申し上げ|ございます|様\b",
    re.I | re.M,
)
_FRIENDLY = re.compile(
    r"^\s*(?:hey|hi\b|hiya|hello (?!m(?:s|rs?|x|iss)\b|dr\b|prof)[A-Z]|hallo [A-Z]\w+|moin|servus|grüezi|hoi\b|ciao\b|salut\b|coucou|hola\b|buenas|olá\b|oi\b|hej\b)|"
    r"\b(?:cheers|lg|liebe grüße|viele grüße|gruß|bises?|à \+|à bientôt|un abrazo|abrazos|abraços?|bjs|beijos|groetjes|groet|a presto|"
    r"have a great weekend|talk soon|can't wait|awesome|looking forward!|fun)\b|"
    r"\b(?:dich|dir|deine?[rmns]?|du|euch|tu|toi|ton|tes|te|tienes|quieres|podrías|vos|você|vc|sei|ti|tuo|je|jij|jouw)\b|"
    r"[:;]-?\)|!!|😀|🙂|😊|🎉|\b(?:haha|ha,|lol)\b|\b(?:i'm|we're|that's|you'll|let's|don't)\b",
    re.I | re.M,
)
_FAMILIAR = {
    "pl": re.compile(r"\b(?:cześć|hej|tobie|ciebie|ci|twoj\w+|twój|pozdro)\b", re.I),
    "tr": re.compile(r"\b(?:selam|sen\w*|merhaba)\b", re.I),
    "sv": re.compile(r"\b(?:hej|du|dig|din|ditt|dina)\b", re.I),
    "de": re.compile(r"\b(?:dich|dir|deine?[rmns]?|du|euch)\b", re.I),
    "fr": re.compile(r"\b(?:tu|toi|ton|tes|t'|te)\b", re.I),
    "es": re.compile(r"\b(?:tú|te|ti|tu|tus|tienes|quieres|puedes|podrías|vienes|contigo)\b", re.I),
    "it": re.compile(r"\b(?:tu|ti|te|tuo|tua|tuoi|sei|hai|puoi|vuoi)\b", re.I),
    "nl": re.compile(r"\b(?:je|jij|jou|jouw)\b", re.I),
    "pt": re.compile(r"\b(?:você|vc|te|tu|teu|tua|oi|abraço|abs)\b", re.I),
}
_POLITE = {
    "pl": re.compile(r"\b(?:szanown\w+|pan(?:a|u|em|i|ią|ie)?|z poważaniem|uprzejmie|państw\w+)\b", re.I),
    "tr": re.compile(r"\b(?:sayın|saygılar\w*|siz\w*|efendim)\b", re.I),
    "sv": re.compile(r"\b(?:ni|högaktningsfullt)\b", re.I),
    "de": re.compile(r"\b(?:Ihnen|Ihre[rmns]?|Sehr geehrte|Sie)\b"),
    "fr": re.compile(r"\b(?:vous|votre|vos)\b", re.I),
    "es": re.compile(r"\b(?:usted|ustedes|estimad[oa]|le (?:agradezco|escribo|adjunto|enviamos|confirm)|su (?:candidatura|disponibilidad|interés|incorporación))\b", re.I),
    "it": re.compile(r"\b(?:Gentile|Egregi[oa]|La|Lei|Suo|Sua|Suoi|Le)\b"),
    "nl": re.compile(r"\b(?:u|uw|geachte)\b", re.I),
    "pt": re.compile(r"\b(?:prezad[oa]|exm[oa]|sr\.|sra\.|senhor[a]?|dra?\.|V\. ?Ex|cumprimentos|atentamente|agradeço)\b", re.I),
}  # fmt: skip
_JA_CASUAL = re.compile(r"(?:です|ます|まして)[!！〜~]|笑|ですね[!！]|よろしく[!！]|さん、|ゆるく")


def read_tone(messages: Sequence[Message], me: Me, language: str) -> tuple[Tone, Evidence]:
    """Return the tone of the mail that people wrote, the newest of which weighs most."""
    points = 0.0
    shown = ""
    spoken = _spoken(messages, me)
    for number, message in enumerate(spoken):
        said = split_quote(message.text or "").own
        if classify(message, me) is AnswerKind.PLATFORM:  # the notice's heading: name and house
            said = said.strip().partition("\n")[2]
        weight = 1.0 + number / max(1, len(spoken))
        vote = _vote(said, language)
        points += vote * weight
        if vote:
            shown = message.message_id
    tone = Tone.FORMAL if points < 0 else Tone.FRIENDLY
    return tone, Evidence("tone", tone.value, "how both sides greet and address", shown)


def _spoken(messages: Sequence[Message], me: Me) -> list[Message]:
    """Return what people wrote, oldest first; where nobody did, what a platform passed on, else machines' mail."""
    ordered = sorted(messages, key=lambda m: m.date)
    for kinds in (
        (AnswerKind.PERSON, AnswerKind.OWN),
        (AnswerKind.PLATFORM,),
        (AnswerKind.ACKNOWLEDGEMENT,),
    ):
        mails = [m for m in ordered if classify(m, me) in kinds]
        if mails:
            return mails
    return []


def _vote(said: str, language: str) -> float:
    """Return +1 for friendly, -1 for formal, or less where it is mixed."""
    if language == "ja":
        formal = len(
            re.findall(r"お世話に|申し上げ|いただきたく|ございます|様|株式会社|何卒|恐れ入り", said)
        )
        casual = len(_JA_CASUAL.findall(said)) * 2
        return -1.0 if formal > casual else (0.5 if casual else -0.3)
    if language == "zh":
        formal, casual = (
            len(re.findall(r"[您贵]|先生|女士|敬|此致", said)),
            len(re.findall(r"[你哈～~]|！！", said)),
        )
        return -1.0 if formal > casual else 0.5
    if language in _FAMILIAR:
        familiar, polite = (
            len(_FAMILIAR[language].findall(said)),
            len(_POLITE[language].findall(said)),
        )
        greeting = -1 if _greets_formally(said) else 1 if _greets_warmly(said) else 0
        total = familiar - polite
        return greeting + (1.0 if total > 0 else -1.0 if total < 0 else 0.0)
    formal, friendly = len(_FORMAL.findall(said)), len(_FRIENDLY.findall(said))
    if _greets_formally(said):
        return -2.0
    if not (formal or friendly) and _DEAR.match(said.lstrip()) and _REGARDS.search(said):
        return -0.5
    return 1.0 if friendly > formal else 0.3 if friendly == formal else -1.0


_DEAR = re.compile(r"dear [a-z]", re.I)
_REGARDS = re.compile(r"\b(?:kind|best|with|warm) regards\b|\bsincerely\b", re.I)
"""What frames a letter in English where nothing else tells how warm it is."""


def _greets_formally(said: str) -> bool:
    first = next((line for line in said.splitlines() if line.strip()), "")
    return bool(
        re.match(
            r"\s*(?:(?:mr|mrs|ms|mx|dr|prof|sir|madam|herr|frau|sra?|sig\.(?:ra)?|dott?\.(?:ssa)?|mevrouw|meneer|dhr|mevr)\b\.?(?: \w+)?(?: \w+)?,|"
            r"(?:dear|hello|good (?:morning|afternoon|evening),?) (?:mr|mrs|ms|miss|mx|dr|prof|sir|madam)\b|sehr geehrte|guten tag,? (?:herr|frau)|madame|monsieur|chère? (?:madame|monsieur)|"
            r"estimad[oa]|prezad[oa]|ex\.?m[oa]|gentile|egregi|geachte|muy señor|szanown|sayın)",
            first,
            re.I,
        )
    )


def _greets_warmly(said: str) -> bool:
    first = next((line for line in said.splitlines() if line.strip()), "")
    return bool(
        re.match(
            r"\s*(?:hey|hi|hallo|moin|servus|hoi|ciao|salut|coucou|hola|olá|oi|hej)\b", first, re.I
        )
    )
