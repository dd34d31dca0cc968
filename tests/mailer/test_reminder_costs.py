import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def reminders() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "reminder_costs", ROOT / "benchmarks" / "reminders.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["reminder_costs"] = module
    spec.loader.exec_module(module)
    return module


def test_a_check_of_a_thousand_withdrawals_costs_a_few_requests_an_account(
    reminders: ModuleType,
) -> None:
    costs = {cost.name: cost for cost in reminders.measure()}

    dear = [cost for cost in costs.values() if not cost.is_fine]
    assert dear == []
    assert costs["nothing happened"].requests == (1, 1, 1)
    assert costs["scheduled, nothing due"].requests == (0, 0, 0)
    assert costs["90 answers, 18 bounces"].notices == 108
