"""A property that is worked out once for each object, and kept with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, overload

_Owner = TypeVar("_Owner")
_Value = TypeVar("_Value")


class cached_property(Generic[_Owner, _Value]):  # noqa: N801 - the name of the one that it stands for
    """Like `functools.cached_property`, without the lock that it takes up to Python 3.11.

    A thread of mail has a hundred such properties, most of them asked once. What is asked twice at
    a time is worked out twice, to the same value.
    """

    def __init__(self, work_out: Callable[[_Owner], _Value]) -> None:
        self._work_out = work_out
        self.__doc__ = work_out.__doc__

    def __set_name__(self, owner: type[_Owner], name: str) -> None:
        """Note under which name it is kept."""
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[_Owner]) -> cached_property[_Owner, _Value]: ...
    @overload
    def __get__(self, instance: _Owner, owner: type[_Owner]) -> _Value: ...
    def __get__(
        self, instance: _Owner | None, owner: type[_Owner]
    ) -> _Value | cached_property[_Owner, _Value]:
        """Work it out and keep it under its name, where the next look finds it."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._work_out(instance)
        return value
