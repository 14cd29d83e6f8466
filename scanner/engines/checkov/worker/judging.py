"""Puts single blocks and objects to checkov's check classes."""

from __future__ import annotations

import contextlib
import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

from .holes import Hole, Watch, holds_doubtful, holds_hole, made, written
from .index import registry

Verdict = list[Any]
"""Result (``PASSED``, ``FAILED``, ``UNKNOWN``), the paths that were looked at, and whether it rests on the unknown."""

_SEARCHES = ("match", "search", "fullmatch", "findall", "finditer", "split")


class Judge:
    """Runs checks.

    Args:
        index: Id to where its checks are; see :func:`.index.make`.
    """

    def __init__(self, index: Mapping[str, list[dict[str, Any]]]) -> None:
        self._index = index
        self._loaded: dict[tuple[str, str], list[Any]] = {}
        self.faults: set[tuple[str, str]] = set()
        """Ids with what was wrong with them."""

    def block(self, asked: Mapping[str, Any], graph: object | None = None) -> dict[str, Verdict]:
        """The verdicts on one block or object.

        Args:
            asked: ``kind``, ``type``, ``name``, ``content`` and ``ids``.
            graph: All blocks of the environment, for the few classes that look around.
        """
        found = {}
        doubtful = holds_doubtful(asked["content"])
        for identifier in asked["ids"]:
            for check in self._checks(asked["kind"], identifier):
                if any(fnmatchcase(asked["type"], one) for one in check.supported_entities):
                    check.graph = graph
                    found[identifier] = self._verdict(check, asked, doubtful=doubtful)
        return found

    def _checks(self, kind: str, identifier: str) -> list[Any]:
        key = (kind, identifier)
        if key not in self._loaded:
            self._loaded[key] = list(self._load(kind, identifier))
        return self._loaded[key]

    def _load(self, kind: str, identifier: str) -> Iterator[Any]:
        for entry in self._index.get(identifier, ()):
            if entry["kind"] != kind:
                continue
            try:
                importlib.import_module(entry["module"])
            except Exception as error:  # noqa: BLE001  # the checks are not ours, and may raise anything
                self.faults.add((identifier, f"its module could not be imported: {type(error).__name__}"))
                continue
            seen = set()
            for _, check in registry(kind).all_checks():
                if check.id == identifier and id(check) not in seen:
                    seen.add(id(check))
                    yield check

    def _verdict(self, check: Any, asked: Mapping[str, Any], *, doubtful: bool) -> Verdict:
        """What a check says; where a block may or may not be there, only what it says either way."""
        verdict = self._run(check, asked)
        if verdict[0] == "UNKNOWN" and not verdict[2]:
            # It may have stumbled over something unknown without a look at it. If so, it says otherwise without it.
            known = {name: value for name, value in asked["content"].items() if not holds_hole(value)}
            if len(known) < len(asked["content"]):
                verdict[2] = self._run(check, {**asked, "content": known})[0] != "UNKNOWN"
        elif doubtful and verdict[0] != "UNKNOWN":
            without = self._run(check, asked, doubtful=False)
            verdict[2] = verdict[2] or without[2] or without[0] != verdict[0]
        return verdict

    def _run(self, check: Any, asked: Mapping[str, Any], *, doubtful: bool = True) -> Verdict:
        watch = Watch()
        content = made(asked["content"], watch, doubtful=doubtful)
        if asked["kind"] == "kubernetes":
            content = manifest(content)
        watch.touched = False
        try:
            result = check.run(
                scanned_file=f"/{watch.number}.tf",
                entity_configuration=content,
                entity_name=asked["name"],
                entity_type=asked["type"],
                skip_info={},
            )
        except Exception as error:  # noqa: BLE001  # as above
            if not watch.holes:
                self.faults.add((check.id, f"it raised {type(error).__name__}"))
            return ["FAULT", [], bool(watch.holes)]
        outcome = result["result"]
        outcome = outcome[0] if isinstance(outcome, tuple) else outcome
        keys = [str.__str__(key) for key in result.get("evaluated_keys") or () if isinstance(key, str)]
        return [str(getattr(outcome, "value", outcome)), keys, watch.touched]


def manifest(content: Any) -> Any:
    """An object as checkov's runner leaves it: annotations stand in a list, since it looked in them for skips."""
    metadata = written(content).get("metadata")
    if isinstance(metadata, dict) and isinstance(metadata.get("annotations"), dict):
        metadata["annotations"] = [metadata["annotations"]]
    return content


def watch_searches() -> None:
    """Let the functions of ``re`` tell that they looked at a hole, which they do behind its back."""

    def watched(function: Callable[..., Any]) -> Callable[..., Any]:
        def search(pattern: Any, string: Any, *arguments: Any, **named: Any) -> Any:
            if isinstance(string, Hole):
                string.watch.touched = True
            return function(pattern, string, *arguments, **named)

        return search

    for name in _SEARCHES:
        with contextlib.suppress(AttributeError):
            setattr(re, name, watched(getattr(re, name)))
