"""Tables of sentences: one test for a whole table, which names every row that does not hold."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest


def each(names: str | tuple[str, ...], rows: Iterable[Any]) -> Callable[[Any], Callable[..., None]]:
    """Take the place of `pytest.mark.parametrize` for rows that only need to be read.

    A row of its own costs a test more than most sentences take to be understood. Fixtures are
    shared by the rows, so what a row changes must not matter to the next one.
    """
    wanted = tuple(n.strip() for n in names.split(",")) if isinstance(names, str) else names
    table = [row if len(wanted) > 1 else (row,) for row in rows]
    assert table, "a table without rows proves nothing"

    def decorate(test: Any) -> Callable[..., None]:
        @functools.wraps(test)
        def test_all(*of_class: Any, **fixtures: Any) -> None:
            wrong = []
            for row in table:
                try:
                    test(*of_class, **fixtures, **dict(zip(wanted, row, strict=True)))
                except (Exception, pytest.fail.Exception) as error:  # and the next row is read
                    wrong.append(f"{row!r}: {type(error).__name__}: {error}")
            assert not wrong, f"{len(wrong)} of {len(table)} rows:\n" + "\n".join(wrong)

        kept = [p for n, p in inspect.signature(test).parameters.items() if n not in wanted]
        test_all.__signature__ = inspect.Signature(kept)  # type: ignore[attr-defined]
        return test_all

    return decorate
