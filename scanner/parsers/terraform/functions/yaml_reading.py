"""``yamldecode``: which scalars are what follows Terraform's library, not PyYAML's constructors."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import yaml

from scanner import lazy_re
from scanner.domain.resource import Value
from scanner.parsers.terraform.functions.arguments import normal, text
from scanner.parsers.terraform.functions.encodings import base64_bytes
from scanner.parsers.terraform.functions.registry import Function, UnsupportedError
from scanner.parsers.terraform.values.collections import MAX_LEVELS, MAX_WEIGHT, weigh
from scanner.parsers.terraform.values.conversions import ConversionError, InexpressibleError, to_number, to_text

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_TRUE = ("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON")
_FALSE = ("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF")
_WORDS: Mapping[str, Value] = MappingProxyType(
    {
        **dict.fromkeys(_TRUE, True),
        **dict.fromkeys(_FALSE, False),
        **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    }
)
_INFINITE = lazy_re.compile(r"[+-]?\.(?:inf|Inf|INF)")
_WHOLE = lazy_re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII)
_FLOAT = lazy_re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII)
_HINTED = frozenset("+-0123456789yYnNtTfFoO~.")
_MOMENT = lazy_re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:(Z)|([+-])(\d\d):(\d\d))"
    r"| +(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?)?",
    re.ASCII,
)


class _Document:
    """Reads one document from the events of PyYAML's parser."""

    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self._events = events
        self._anchors: dict[str, Value] = {}
        self._weight = 0

    def read(self) -> Value:
        """The only document of the stream."""
        self._expect(yaml.StreamStartEvent)
        start = self._expect(yaml.DocumentStartEvent)
        if getattr(start, "version", None) not in (None, (1, 1)):
            raise ConversionError("another version of YAML")
        value = self._node(next(self._events), MAX_LEVELS)
        self._expect(yaml.DocumentEndEvent)
        self._expect(yaml.StreamEndEvent)
        return value

    def _expect(self, kind: type[yaml.Event]) -> yaml.Event:
        event = next(self._events)
        if not isinstance(event, kind):
            raise ConversionError("not a single YAML document")
        return event

    def _node(self, event: yaml.Event, levels: int) -> Value:
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                raise ConversionError("an alias of nothing, or of what it stands in")
            value = self._anchors[event.anchor]
            self._weigh(weigh(value))
            return value
        if not levels:
            raise UnsupportedError("yamldecode")
        anchor = event.anchor if isinstance(event, yaml.NodeEvent) else None
        if anchor is not None:
            self._anchors.pop(anchor, None)  # it may not stand in itself
        self._weigh(1)
        if isinstance(event, yaml.ScalarEvent):
            value = _scalar(event)
            self._weigh(len(event.value) // 64)
        elif isinstance(event, yaml.MappingStartEvent):
            value = self._mapping(event, levels - 1)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(event, levels - 1)
        else:
            raise ConversionError("a value is missing")
        if anchor is not None:
            self._anchors[anchor] = value
        return value

    def _weigh(self, weight: int) -> None:
        self._weight += weight
        if self._weight > MAX_WEIGHT:
            raise UnsupportedError("yamldecode")

    def _sequence(self, event: yaml.SequenceStartEvent, levels: int) -> Value:
        if event.tag not in (None, f"{_TAG}seq"):
            raise ConversionError("a list of another kind")
        found: list[Value] = []
        while not isinstance(inner := next(self._events), yaml.SequenceEndEvent):
            found.append(self._node(inner, levels))
        return found

    def _mapping(self, event: yaml.MappingStartEvent, levels: int) -> Value:
        if event.tag not in (None, f"{_TAG}map"):
            raise ConversionError("a mapping of another kind")
        found: dict[str, Value] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise ConversionError("a key that is no text")
            if key.tag is None and key.value == "<<":
                merged = self._node(next(self._events), levels)
                if not isinstance(merged, dict):  # a list of mappings is refused, too
                    raise ConversionError("what is merged is no mapping")
                self._weigh(len(merged))
                found.update(merged)
                continue
            name = _resolved(key)
            if name is None:
                raise ConversionError("a key that is null")
            found[normal(to_text(name))] = self._node(next(self._events), levels)
        return {name: found[name] for name in sorted(found)}


def _scalar(event: yaml.ScalarEvent) -> Value:
    value = _resolved(event)
    if event.tag is None and event.style in ("|", ">") and value is not None:
        return to_text(value)  # the type is text, whatever the text looks like
    return value


def _resolved(event: yaml.ScalarEvent) -> Value:
    given = event.value
    tag = None if event.tag is None else event.tag.removeprefix(_TAG)
    if tag not in (None, "str", "bool", "int", "float", "null", "timestamp", "binary"):
        raise ConversionError("a tag that Terraform does not know")
    if tag == "binary":
        base64_bytes(given)
    if tag in ("str", "binary"):
        return normal(given)
    if not given or given[0] in _HINTED:
        if event.style in ("'", '"'):
            return normal(given)
        if given in _WORDS:
            return _WORDS[given]
        found = _number_or_moment(tag, given)
        if found is not None:
            return found
    return _tagged(tag, given)


def _number_or_moment(tag: str | None, given: str) -> Value:
    if tag is None and given in (".nan", ".NaN", ".NAN"):
        raise ConversionError("no number")
    if _INFINITE.fullmatch(given):
        raise InexpressibleError("infinity")
    if given[:1] == ".":
        try:
            return to_number(given)
        except InexpressibleError:
            raise
        except ConversionError:
            return None
    if given[:1] not in "+-0123456789":
        return None
    moment = _moment(given) if tag in (None, "timestamp") else None
    if moment is not None:
        return moment
    return _number(given) if _WHOLE.fullmatch(given) or _FLOAT.fullmatch(given) else None


def _tagged(tag: str | None, given: str) -> Value:
    """What the tag makes of a text that is nothing else."""
    match tag:
        case None:
            return normal(given)
        case "null":
            return None
        case "int" | "float":
            return _number(given)
        case "bool" if isinstance(_WORDS.get(given), bool):
            return _WORDS[given]
        case _:
            raise ConversionError("not what its tag says")


def _number(given: str) -> Value:
    plain = given.replace("_", "")
    try:
        return to_number(plain)
    except InexpressibleError:
        raise
    except ConversionError:
        try:
            found = int(plain, 0)
        except ValueError as error:
            raise ConversionError("not a number") from error
        if not -(2**63) <= found < 2**64:
            raise ConversionError("not a number") from None
        return found


def _moment(given: str) -> str | None:
    """A moment in Terraform's notation, or nothing."""
    match = _MOMENT.fullmatch(given)
    if match is None:
        return None
    parts = match.groups()
    clock = parts[3:6] if parts[3] is not None else parts[10:13] if parts[10] is not None else ("0", "0", "0")
    try:
        year, month, day, hour, minute, second = map(int, (*parts[:3], *clock))
        moment = datetime.datetime(year or 400, month, day, hour, minute, second)  # 400 has the days of 0
    except ValueError:
        return None
    zone = "Z"
    if parts[7] is not None:
        hours, minutes = int(parts[8]), int(parts[9])
        if hours > 24 or minutes > 60:
            return None
        offset = 60 * hours + minutes
        zone = f"{parts[7]}{offset // 60:02d}:{offset % 60:02d}" if offset else "Z"
    return f"{year:04d}{moment.isoformat(timespec='seconds')[4:]}{zone}"


def _decode(value: Value) -> Value:
    given = text(value)
    events = yaml.parse(given or "\n", Loader=_LOADER)
    try:
        return _Document(events).read()
    except StopIteration as error:
        raise ConversionError("not YAML") from error
    except (yaml.YAMLError, UnicodeError, RecursionError) as error:
        raise ConversionError("not YAML") from error


FUNCTIONS: Mapping[str, Function] = MappingProxyType({"yamldecode": Function(_decode)})
