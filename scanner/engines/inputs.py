"""Digests of all that decides what a native rule says, so that it need not be asked again of what did not change.

Most rules look at resources of a few types and at nothing else: what they say hangs on these alone. A rule that asks
about others, or about the architecture, is taken to hang on everything that was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from scanner.domain.digests import UntoldError, digest, joined
from scanner.domain.rule import NativeCheck
from scanner.domain.system import System
from scanner.engines.selecting import Selector
from scanner.engines.subjects import OF_MODEL, Subjects
from scanner.interfaces import BoundRule, EngineContext
from scanner.packaging import build_id
from scanner.rules.elsewhere import cannot_tell
from scanner.rules.rewriting import FROM_OUTSIDE
from scanner.rules.vocabulary import FUNCTIONS

_OF_FILES = frozenset({"has_file", "has_file_called"})
_OF_PROFILE = frozenset({"answered"})
_OF_DATES = frozenset({"end_of_life"})
_OF_ARGUMENTS = frozenset({FROM_OUTSIDE, cannot_tell.__name__})
_OF_EVERYTHING = frozenset(one.name for one in FUNCTIONS) - _OF_FILES - _OF_PROFILE - _OF_DATES - _OF_ARGUMENTS


class Inputs:
    """What native rules are put to in one scan.

    Args:
        system: The system under assessment.
        subjects: Its subjects.
        context: What rules draw on besides.
        dates: The file with the ends of support.
        uncalled: Environments that are modules which nothing calls.
    """

    def __init__(
        self, system: System, subjects: Subjects, context: EngineContext, dates: str, uncalled: Iterable[str]
    ) -> None:
        self._system = system
        self._subjects = subjects
        self._context = context
        self._frame = digest(build_id(), context.as_of.isoformat(), *sorted(uncalled))
        self._file_of_dates = context.rules_root / "reference" / dates

    def of(self, bound: BoundRule, functions: Iterable[str] | None) -> str | None:
        """A digest of all that decides what a rule says.

        Args:
            bound: A native rule.
            functions: Those that its expressions call; None where that is not known.

        Returns:
            Hexadecimal digits; None where no digest tells its input from others.
        """
        check = bound.rule.check
        if not isinstance(check, NativeCheck):
            raise TypeError(f"{bound.rule.name} is not a native rule")
        family = next(iter(check.subject))
        called = _OF_EVERYTHING if functions is None else frozenset(functions)
        try:
            parts = [self._frame, _of_rule(bound), *self._asked(called)]
            if family in OF_MODEL or not called.isdisjoint(_OF_EVERYTHING):
                parts.append(self._everything)
            if family not in OF_MODEL:
                numbers = self._subjects.numbers(family, Selector(check))
                parts.append(joined(map(self._system.digests.resource, numbers)))
        except UntoldError:
            return None
        return digest(*parts).hex()

    def _asked(self, called: frozenset[str]) -> Iterator[bytes]:
        """Of what rules ask by function, and what hangs on little."""
        if not called.isdisjoint(_OF_FILES):
            yield self._system.digests.files
        if not called.isdisjoint(_OF_PROFILE):
            yield self._system.digests.answers
        if not called.isdisjoint(_OF_DATES):
            yield self._dates

    @cached_property
    def _everything(self) -> bytes:
        """Of all that was read, and of what the architecture hangs on besides."""
        everything = self._system.digests.everything
        if everything is None:
            raise UntoldError
        return digest(everything, self._dates, self._context.modelling.basis(self._system))

    @cached_property
    def _dates(self) -> bytes:
        return digest(self._file_of_dates.read_bytes() if self._file_of_dates.is_file() else b"")


def _of_rule(bound: BoundRule) -> bytes:
    return digest(bound.rule.model_dump_json(), bound.principle, *bound.loosened)
