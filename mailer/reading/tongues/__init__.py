"""What clauses are made of, a table for each language; facts, not proofs."""

from mailer.reading.tongues.english import ENGLISH
from mailer.reading.tongues.french import FRENCH
from mailer.reading.tongues.german import GERMAN
from mailer.reading.tongues.spanish import SPANISH

TONGUES = {tongue.code: tongue for tongue in (ENGLISH, GERMAN, FRENCH, SPANISH)}
