"""What is explored: which commands run side by side, and how much may go wrong in one run."""

from __future__ import annotations

from exploring.explorer import Budget, Scenario

_ALL = Budget(crashes=1, faults=1, user_acts=1)
_BESIDE = Budget(crashes=1, faults=1, user_acts=0)
_ONE_THING = {
    "nothing goes wrong": Budget(0, 0, 0),
    "one crash": Budget(1, 0, 0),
    "one fault": Budget(0, 1, 0),
    "the user acts": Budget(0, 0, 1),
}
_SENDS = ("draft one", "send")


def _both(name: str, processes: tuple[tuple[str, ...], ...], budget: Budget) -> list[Scenario]:
    return [
        Scenario(f"{kind}: {name}", processes, budget, is_relay=kind == "relay")
        for kind in ("service", "relay")
    ]


SMALL: tuple[Scenario, ...] = (
    *_both("two processes draft the same", (("draft one",), ("draft one",)), _BESIDE),
    *_both("two processes draft different letters", (("draft one",), ("draft two",)), _BESIDE),
    *(
        scenario
        for what, budget in _ONE_THING.items()
        for scenario in (
            *_both(f"one process drafts twice and sends, {what}",
                   (("draft one", "draft two", "send"),), budget),
            *(_both(f"two processes send, {what}", (_SENDS, ("send",)), budget)
              if not budget.user_acts else ()),
        )
    ),
)  # fmt: skip
"""Explored to the end in every run of the tests, in some ten seconds."""

LARGE: tuple[Scenario, ...] = (
    *_both("one process drafts and sends", (_SENDS,), _ALL),
    *_both("one process drafts twice and sends", (("draft one", "draft two", "send"),), _ALL),
    *_both("one process drafts and discards", (("draft one", "discard"),), _ALL),
    *(
        scenario
        for other in ("send", "status", "discard", "draft two")
        for scenario in _both(f"one drafts and sends beside {other}", (_SENDS, (other,)), _ALL)
    ),
    *(
        scenario
        for what, budget in _ONE_THING.items()
        for scenario in _both(f"one drafts and sends beside show, {what}",
                              (_SENDS, ("show",)), budget)
    ),
)  # fmt: skip
"""Explored to the end by benchmarks/explore.py; `show` waits for no lock and so has many more
orders, of which only those are explored in which one thing goes wrong."""
