"""What clauses are made of, a table for each language; facts, not proofs."""

from mailer.reading.tongues.chinese import CHINESE
from mailer.reading.tongues.dutch import DUTCH
from mailer.reading.tongues.english import ENGLISH
from mailer.reading.tongues.french import FRENCH
from mailer.reading.tongues.german import GERMAN
from mailer.reading.tongues.italian import ITALIAN
from mailer.reading.tongues.japanese import JAPANESE
from mailer.reading.tongues.polish import POLISH
from mailer.reading.tongues.portuguese import PORTUGUESE
from mailer.reading.tongues.spanish import SPANISH
from mailer.reading.tongues.swedish import SWEDISH

TONGUES = {
    tongue.code: tongue
    for tongue in (
        ENGLISH,
        GERMAN,
        FRENCH,
        SPANISH,
        PORTUGUESE,
        ITALIAN,
        DUTCH,
        SWEDISH,
        POLISH,
        JAPANESE,
        CHINESE,
    )
}
