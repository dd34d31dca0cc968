"""What is explored: which commands run side by side, and how much may go wrong in one run."""

from __future__ import annotations

from exploring.explorer import Budget, Scenario

_ALONE = Budget(crashes=1, faults=1, user_acts=1)
_BESIDE = Budget(crashes=1, faults=1, user_acts=0)
_WATCHED = Budget(crashes=0, faults=1, user_acts=1)

_PROCESSES: tuple[tuple[str, tuple[tuple[str, ...], ...], Budget], ...] = (
    ("one process drafts and sends", (("draft one", "send"),), _ALONE),
    ("one process drafts twice and sends", (("draft one", "draft two", "send"),), _ALONE),
    ("one process drafts and discards", (("draft one", "discard"),), _ALONE),
    ("two processes draft the same", (("draft one",), ("draft one",)), _BESIDE),
    ("two processes draft different letters", (("draft one",), ("draft two",)), _BESIDE),
    ("one drafts and sends, one sends", (("draft one", "send"), ("send",)), _BESIDE),
    ("one drafts and sends, one looks", (("draft one", "send"), ("show",)), _BESIDE),
    ("one drafts and sends, one settles", (("draft one", "send"), ("status",)), _BESIDE),
    ("one drafts and sends, one drafts", (("draft one", "send"), ("draft two",)), _BESIDE),
    ("one drafts and sends, one discards", (("draft one", "send"), ("discard",)), _BESIDE),
    ("two send while the user edits", (("draft one", "send"), ("send",)), _WATCHED),
)  # fmt: skip

SCENARIOS: tuple[Scenario, ...] = tuple(
    Scenario(f"{kind}: {name}", processes, budget, is_relay=kind == "relay")
    for name, processes, budget in _PROCESSES
    for kind in ("service", "relay")
)
