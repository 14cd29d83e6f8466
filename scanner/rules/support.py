"""When support for a product's version ended or ends, from the dated reference file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class SupportDates:
    """The content of ``rules/reference/end-of-life.yaml``, made ready for look-ups.

    A version belongs to the release line whose name, or one of whose aliases, it equals or begins with, where the next
    character is no digit: ``3.1`` is the line of ``3.1.4`` and ``3.1-slim``, never of ``3.10``. The longest decides.
    """

    def __init__(self, reference: Mapping[str, Any]) -> None:
        """Index the products by every name they go by.

        Args:
            reference: The parsed file; its header describes its form.
        """
        self._cycles: dict[str, list[tuple[str, str]]] = {}
        for product, entry in reference.get("products", {}).items():
            names = [(name, str(cycle.get("eol") or "")) for name, cycle in _names_of_cycles(entry)]
            for alias in (product, *entry.get("aliases", ())):
                self._cycles[str(alias).lower()] = names

    def end_of_life(self, product: str, version: str) -> str:
        """ISO date on which ordinary fixes end or ended.

        Args:
            product: Name or alias of the product, in any case.
            version: As it is written: ``3.9.18``, ``v4.8``, ``net7.0``, ``bookworm``.

        Returns:
            The date, or ``''`` where product, line or date is not known: then nothing is to be said.
        """
        wanted = version.lower().strip().lstrip("v^~=<> ")
        matches = [(len(name), date) for name, date in self._cycles.get(product.lower(), ()) if _belongs(wanted, name)]
        return max(matches, key=lambda match: match[0])[1] if matches else ""


def _names_of_cycles(entry: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, cycle in entry.get("cycles", {}).items():
        for alias in (name, *cycle.get("aliases", ())):
            yield str(alias).lower(), cycle


def _belongs(version: str, line: str) -> bool:
    return version.startswith(line) and not version[len(line) : len(line) + 1].isdigit()
