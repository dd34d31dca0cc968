"""What is explored: which commands run side by side, and how much may go wrong in one run."""

from __future__ import annotations

from exploring.explorer import Budget, Scenario

_ALONE = Budget(crashes=1, faults=1, user_acts=1)
_BESIDE = Budget(crashes=1, faults=1, user_acts=0)

_SMALL: tuple[tuple[str, tuple[tuple[str, ...], ...], Budget], ...] = (
    ("one process drafts and sends", (("draft one", "send"),), _ALONE),
    ("one process drafts twice and sends", (("draft one", "draft two", "send"),), _ALONE),
    ("one process drafts and discards", (("draft one", "discard"),), _ALONE),
    ("two processes draft the same", (("draft one",), ("draft one",)), _BESIDE),
    ("two processes draft different letters", (("draft one",), ("draft two",)), _BESIDE),
)

_BESIDE_A_SEND = ("send", "status", "discard", "draft two")
_LARGE = tuple(
    (f"one drafts and sends beside {other}", (("draft one", "send"), (other,)), _ALONE)
    for other in _BESIDE_A_SEND
)
_ONE_THING = {
    "nothing goes wrong": Budget(0, 0, 0),
    "one crash": Budget(1, 0, 0),
    "one fault": Budget(0, 1, 0),
    "the user acts": Budget(0, 0, 1),
}
"""`show` waits for no lock, so that it has many more orders: one thing at a time goes wrong."""
_UNLOCKED = tuple(
    (f"one drafts and sends beside show, {what}", (("draft one", "send"), ("show",)), budget)
    for what, budget in _ONE_THING.items()
)

SCENARIOS: tuple[Scenario, ...] = tuple(
    Scenario(f"{kind}: {name}", processes, budget, is_relay=kind == "relay")
    for name, processes, budget in (*_SMALL, *_LARGE, *_UNLOCKED)
    for kind in ("service", "relay")
)
