"""Keeps compiled expressions with the installation: compiling them all takes as long as judging a small repository."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scanner.cache import Cache, NoCache, cache_key
from scanner.errors import CompileError
from scanner.packaging import build_id
from scanner.rules.expression import Compiled
from scanner.rules.reads import Reads
from scanner.rules.vocabulary import environment

_LENGTH = 8


def load(cache: Cache, family: str, texts: Iterable[str], *, each: bool) -> Mapping[str, Compiled]:
    """Expressions about one family, compiled; compiled now and kept, if they were not yet.

    Args:
        cache: Where they are kept; where nothing is, nothing is gained by compiling them now.
        family: One of :data:`scanner.rules.vocabulary.FAMILIES`.
        texts: The expressions. One that is wrong is left out: whoever compiles it is told why.
        each: Whether ``item`` is in scope.
    """
    if isinstance(cache, NoCache):
        return {}
    wanted = sorted(set(texts))
    key = cache_key("expressions", (build_id(), family, str(each), *wanted))
    kept = cache.get(key)
    if kept is not None:
        return _read(kept)
    made: dict[str, Compiled] = {}
    within = environment(family, each=each)
    for text in wanted:
        try:
            made[text] = within.compile(text, boolean=True).compiled()
        except CompileError:
            continue
    cache.put(key, _write(made))
    return made


class Written(NamedTuple):
    """The expressions of one rule."""

    family: str
    each: bool
    texts: tuple[str, ...]


def called(cache: Cache, rules: Mapping[str, Written]) -> Mapping[str, frozenset[str]]:
    """The functions that the expressions of rules call, by the names of the rules; found out now, if they were not yet.

    Args:
        cache: Where they are kept.
        rules: Their expressions. A rule of which one is wrong is left out.
    """
    key = cache_key("functions", (build_id(), *(repr((name, one)) for name, one in rules.items())))
    kept = cache.get(key)
    if kept is not None:
        return {name: frozenset(functions) for name, functions in json.loads(kept).items()}
    texts: dict[tuple[str, bool], list[str]] = {}
    for one in rules.values():
        texts.setdefault((one.family, one.each), []).extend(one.texts)
    known = {(family, each): load(cache, family, every, each=each) for (family, each), every in texts.items()}
    made = {
        name: frozenset(
            function for text in one.texts for function in known[one.family, one.each][text].reads.functions
        )
        for name, one in rules.items()
        if known[one.family, one.each].keys() >= set(one.texts)
    }
    cache.put(key, json.dumps({name: sorted(functions) for name, functions in made.items()}).encode())
    return made


def _write(expressions: Mapping[str, Compiled]) -> bytes:
    """A table of contents, its length before it, and the programs one after the other."""
    table = [
        [text, len(one.known), len(one.quick), one.reads.variables, sorted(one.reads.functions)]
        for text, one in expressions.items()
    ]
    head = json.dumps(table).encode()
    programs = b"".join(one.known + one.quick for one in expressions.values())
    return len(head).to_bytes(_LENGTH, "big") + head + programs


def _read(data: bytes) -> dict[str, Compiled]:
    at = _LENGTH + int.from_bytes(data[:_LENGTH], "big")
    made = {}
    for text, known, quick, variables, functions in json.loads(data[_LENGTH:at]):
        fields = {name: None if of is None else tuple(of) for name, of in variables.items()}
        made[text] = Compiled(
            data[at : at + known], data[at + known : at + known + quick], Reads(fields, frozenset(functions))
        )
        at += known + quick
    return made
