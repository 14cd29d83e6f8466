"""Compares what archscan made of a resource with what Terraform and the AWS provider planned.

The schema of the provider decides what a value means, as it does for Terraform: ``"80"`` where a number is due is 80,
a set has no order. What else the provider does to a value before it is planned, as met while recording:

* A map or set attribute with one unknown element is planned as unknown as a whole (the provider's SDK cannot hold
  unknown elements), and so are single blocks that the provider may fill in: we may know more than the plan.
* JSON text is planned as written, with its blanks; what is compared is its content.
* An argument that is null is planned with the provider's own default where its schema has one (PROVIDER_DEFAULTS).
* A text that a block does not hold is often planned as "" (``origin_path``, ``prefix`` of a filter).
* An attribute that may be written as blocks (``ingress``) is planned with every argument of its elements, those that
  are not written as "", 0, false or empty.
* ``after_sensitive`` holds the marks of the schema among those of the configuration; the recorder takes them out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from scanner.domain.resource import EncodedUnknown, Position, Resource, Unknown, UnknownReason, Value
from tests.terraform.slim_plans import SENSITIVE, UNKNOWN

NOT_COMPARED = frozenset(("count", "for_each", "depends_on", "lifecycle", "provider", "provisioner", "connection"))
PROVIDER_DEFAULTS: Mapping[tuple[str, str], object] = {
    ("aws_cloudwatch_metric_alarm", "treat_missing_data"): "missing",
    ("aws_s3_bucket", "force_destroy"): False,
    ("aws_sqs_queue", "fifo_queue"): False,
    ("aws_sqs_queue", "visibility_timeout_seconds"): 30,
}
"""Type and attribute path to what the provider plans where the configuration says null."""

Tree = Any
Mark = {SENSITIVE: True}, {UNKNOWN: True}


class Mismatch(NamedTuple):
    """One place at which the two do not agree."""

    address: str
    path: str
    ours: str
    theirs: str

    @property
    def key(self) -> str:
        """As it stands in the list of differences."""
        return f"{self.address} {self.path}".rstrip()


class _Nothing:
    def __repr__(self) -> str:
        return "nothing"


_ABSENT = _Nothing()


def compare_resource(ours: Resource, planned: Tree, schema: Tree) -> Iterator[Mismatch]:
    """Every attribute that either of the two holds.

    Args:
        ours: The resource as the parser gives it.
        planned: Its ``values`` in the record.
        schema: What the provider says of its type.
    """
    comparison = _Comparison(ours.type, ours.positions)
    attributes = {name: value for name, value in ours.attributes.items() if name not in NOT_COMPARED}
    for path, mine, other in comparison.body(attributes, planned, schema, ""):
        yield Mismatch(ours.address, path, _shown(mine), _shown(other))


def compare_value(address: str, ours: Value, planned: Tree) -> Iterator[Mismatch]:
    """A value without a schema, such as that of an output."""
    for path, mine, other in _Comparison("", {}).value(ours, planned, "dynamic", "value"):
        yield Mismatch(address, path, _shown(mine), _shown(other))


def _shown(value: object) -> str:
    return repr(value)[:300]


Found = Iterator[tuple[str, object, object]]


class _Comparison:
    """Walks through both."""

    def __init__(self, kind: str, positions: Mapping[str, Position]) -> None:
        self._kind = kind
        self._positions = positions

    def body(self, ours: Mapping[str, Value], theirs: Tree, schema: Tree, path: str) -> Found:
        for name in ours.keys() - schema.keys():
            yield path + name, ours[name], _ABSENT
        for name, part in sorted(schema.items()):
            below = path + name
            mine, other = ours.get(name), theirs.get(name, _ABSENT)
            if mine is None:
                if other is not _ABSENT and not self._may_stand(below, other):
                    yield below, mine, other
            elif other is _ABSENT:
                if mine not in ([], {}):
                    yield below, mine, other
            elif "block" in part:
                yield from self._blocks(mine, other, part, below)
            else:
                yield from self.value(mine, other, part["type"], below)

    def _may_stand(self, path: str, other: Tree) -> bool:
        """Whether the provider gave the value: written as null, empty in a block, or unknown until it decides."""
        plain = "".join(part.split("]", 1)[-1] for part in path.split("["))
        default = PROVIDER_DEFAULTS.get((self._kind, plain), _ABSENT)
        empty = other == "" and "." in path
        return empty or other == {UNKNOWN: True} or (other == default and path in self._positions)

    def _blocks(self, ours: Value, theirs: Tree, part: Tree, path: str) -> Found:
        if theirs in Mark:
            yield from self.value(ours, theirs, "dynamic", path)
            return
        planned = theirs if isinstance(theirs, list) else [theirs]
        if not isinstance(ours, list):
            yield path, ours, theirs
            return

        def one(mine: Value, other: Tree, place: str) -> Found:
            if isinstance(mine, dict) and isinstance(other, dict) and other not in Mark:
                yield from self.body(mine, other, part["block"], f"{place}.")
            else:
                yield from self.value(mine, other, "dynamic", place)

        yield from self._elements(ours, planned, one, path, ordered=part["nesting"] != "set")

    def _elements(
        self,
        ours: Sequence[Value],
        theirs: Sequence[Tree],
        one: Callable[[Value, Tree, str], Found],
        path: str,
        *,
        ordered: bool,
    ) -> Found:
        if not ordered:
            left = list(range(len(ours)))
            rest = []
            for other in theirs:
                match = next((i for i in left if not any(one(ours[i], other, f"{path}[{i}]"))), None)
                if match is None:
                    rest.append(other)
                else:  # a set holds each element once, however often it is written
                    left = [i for i in left if ours[i] != ours[match]]
            ours, theirs = [ours[i] for i in left], rest
        if len(ours) != len(theirs):
            yield path, ours, theirs
            return
        for index, (mine, other) in enumerate(zip(ours, theirs, strict=True)):
            yield from one(mine, other, f"{path}[{index}]")

    def value(self, ours: Value, theirs: Tree, kind: Tree, path: str) -> Found:
        if theirs in Mark:
            if not _is_as_hidden(ours, theirs):
                yield path, ours, theirs
        elif isinstance(ours, EncodedUnknown) and isinstance(theirs, str):
            content = _json(theirs)
            yield from self.value(ours.content, theirs if content is None else content, "dynamic", path)
        elif isinstance(ours, Unknown) or ours is None or theirs is None:
            if ours is not theirs:
                yield path, ours, theirs
        elif isinstance(kind, list) or (kind == "dynamic" and isinstance(theirs, (list, dict))):
            yield from self._collection(ours, theirs, kind if isinstance(kind, list) else _own_kind(theirs), path)
        elif not _same_scalar(ours, theirs, kind):
            yield path, ours, theirs

    def _collection(self, ours: Value, theirs: Tree, kind: Tree, path: str) -> Found:
        if isinstance(ours, dict) and isinstance(theirs, dict) and kind[0] in ("map", "object"):
            for key in sorted({*ours, *theirs}):
                inner = kind[1].get(key, "dynamic") if kind[0] == "object" else kind[1]
                yield from self._entry(ours.get(key, _ABSENT), theirs.get(key, _ABSENT), inner, f"{path}[{key!r}]")
        elif isinstance(ours, list) and isinstance(theirs, list) and kind[0] in ("list", "set", "tuple"):

            def one(mine: Value, other: Tree, place: str) -> Found:
                yield from self.value(mine, other, kind[1], place)

            yield from self._elements(ours, theirs, one, path, ordered=kind[0] != "set")
        else:
            yield path, ours, theirs

    def _entry(self, mine: Any, other: Tree, kind: Tree, path: str) -> Found:
        if mine is _ABSENT or mine is None:
            if other not in (_ABSENT, None) and (kind == "dynamic" or other not in ("", 0, False, [])):
                yield path, mine, other
        elif other is _ABSENT:
            yield path, mine, other
        else:
            yield from self.value(mine, other, kind, path)


def _own_kind(theirs: Tree) -> Tree:
    return ["map", "dynamic"] if isinstance(theirs, dict) else ["list", "dynamic"]


def _is_as_hidden(ours: Value, mark: Tree) -> bool:
    if mark == {SENSITIVE: True}:
        return isinstance(ours, Unknown) and ours.reason is UnknownReason.SENSITIVE
    return _holds_unknown(ours)


def _holds_unknown(value: Value) -> bool:
    if isinstance(value, Mapping):
        return any(_holds_unknown(inner) for inner in value.values())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return any(_holds_unknown(inner) for inner in value)
    return isinstance(value, Unknown)


def _same_scalar(ours: Value, theirs: Tree, kind: Tree) -> bool:
    if isinstance(ours, (dict, list)) or isinstance(theirs, (dict, list)):
        return False
    if kind == "string":
        mine = ours if isinstance(ours, str) else json.dumps(ours)
        left, right = _json(mine), _json(theirs)
        return mine == theirs or (left is not None and left == right)
    if kind in ("number", "bool") and isinstance(ours, str):
        try:
            return bool(json.loads(ours) == theirs)
        except ValueError:
            return False
    if isinstance(ours, bool) or isinstance(theirs, bool) or isinstance(ours, str) or isinstance(theirs, str):
        return type(ours) is type(theirs) and ours == theirs
    exact = getattr(ours, "exact", ours)
    return bool(exact == theirs) if isinstance(theirs, int) else float(ours) == float(theirs)  # type: ignore[arg-type]


def _json(text: str) -> Tree:
    """The content of JSON text that holds a list or an object."""
    if not text.lstrip().startswith(("{", "[")):
        return None
    try:
        return json.loads(text)
    except ValueError:
        return None
