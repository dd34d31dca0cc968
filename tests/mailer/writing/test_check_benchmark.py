import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from mailer.writing.render import built_in_languages
from mailer.writing.situations import list_situations

PATH = Path(__file__).resolve().parents[3] / "benchmarks" / "letters" / "score.py"


@pytest.fixture(scope="module")
def score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("letters_score", PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", built_in_languages())
def test_flawed_letters_are_found_and_good_ones_left_alone(
    score: ModuleType, language: str
) -> None:
    good, flawed = list(score.list_good((language,))), list(score.list_flawed((language,)))

    assert min(len(good), len(flawed)) >= 25
    alarms = [(s.name, s.findings) for s in good if s.findings]
    assert len(alarms) <= 0.02 * len(good), alarms
    missed = [s.name for s in flawed if not s.is_found]
    assert len(missed) <= 0.1 * len(flawed), missed


@pytest.mark.parametrize("language", built_in_languages())
def test_no_letter_of_ours_gives_the_checker_anything_to_say(
    score: ModuleType, language: str
) -> None:
    said = {}
    for situation in list(list_situations(language))[::9]:
        sample = score.render(situation)
        if sample.findings:
            said[sample.name] = [(f.rule, f.words) for f in sample.findings]

    assert said == {}
