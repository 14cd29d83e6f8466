"""Regular expressions that are compiled when they are first used.

Modules name theirs where they are imported, some six hundred in all; one scan uses a part of them, and to compile the
rest takes as long as reading a small repository.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class LazyPattern:
    """Stands for a compiled expression, and becomes one in all but name when something is asked of it.

    Args:
        pattern: Text or bytes.
        flags: Of :func:`re.compile`.
    """

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """A method or attribute of the compiled expression; asked once for each name, which then is this object's own.

        Raises:
            re.error: It is no regular expression.
            AttributeError: Such expressions have nothing of that name.
        """
        if name.startswith("__"):
            raise AttributeError(name)
        if "_compiled" not in self.__dict__:
            self.__dict__["_compiled"] = re.compile(*self._given)
        found = self.__dict__[name] = getattr(self.__dict__["_compiled"], name)
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        """In another process it is compiled anew, when it is used there."""
        return LazyPattern, self._given

    def __repr__(self) -> str:
        """As it is written."""
        return f"lazy_re.compile({self._given[0]!r}, {self._given[1]!r})"


def compile(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:  # noqa: A001  # it stands for re.compile
    """As :func:`re.compile`, but a fault in the expression is raised when it is first used.

    Args:
        pattern: Text or bytes.
        flags: Flags of :mod:`re`, joined.
    """
    return cast("re.Pattern[AnyStr]", LazyPattern(pattern, flags))
