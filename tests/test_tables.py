import pytest
from tables import each


@each(("number", "half"), [(4, 2), (6, 3), (8, 3), (10, 0)])
def halves(number: int, half: int) -> None:
    assert number / half == 2


def test_a_table_names_every_row_that_does_not_hold_and_no_other() -> None:
    with pytest.raises(AssertionError, match=r"2 of 4 rows") as caught:
        halves()

    told = str(caught.value)
    assert "(8, 3): AssertionError" in told
    assert "(10, 0): ZeroDivisionError" in told
    assert "(6, 3)" not in told


def test_a_table_without_rows_is_no_test() -> None:
    with pytest.raises(AssertionError, match="proves nothing"):
        each("text", [])
