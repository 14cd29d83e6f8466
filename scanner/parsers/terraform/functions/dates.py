"""Functions of times: RFC 3339 timestamps and Go's durations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from scanner import lazy_re
from scanner.domain.resource import Value
from scanner.parsers.terraform.functions.arguments import text
from scanner.parsers.terraform.functions.moments import Moment
from scanner.parsers.terraform.functions.registry import Function, UnsupportedError
from scanner.parsers.terraform.values.conversions import ConversionError

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_PART = lazy_re.compile(r"''|'(?:[^']|'')*'?|([A-Za-z])\1*|[^'A-Za-z]+")
_UNITS = {"ns": 1, "us": 10**3, "µs": 10**3, "μs": 10**3, "ms": 10**6, "s": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9}
_DURATION = lazy_re.compile(r"([0-9]*)(\.?)([0-9]*)([^0-9.]+)")
_MAX_DURATION = 1 << 63
_MAX_LENGTH = 1_000


def _formatdate(layout: Value, time: Value) -> str:
    written, moment = text(layout), Moment.read(text(time))
    return "".join(_written(found.group(), moment) for found in _PART.finditer(written))


def _written(part: str, moment: Moment) -> str:
    if part == "''":
        return "'"
    if part.startswith("'"):
        if len(part) == 1 or not part.endswith("'"):
            raise ConversionError("unterminated literal '")
        return part[1:-1].replace("''", "'")
    if not (part[0].isascii() and part[0].isalpha()):
        return part
    write = _VERBS.get(part)
    if write is None:
        raise ConversionError(f"invalid date format verb {part[:20]!r}")
    return write(moment)


_VERBS: Mapping[str, Callable[[Moment], str]] = MappingProxyType(
    {
        "YY": lambda moment: f"{moment.year % 100:02d}",
        "YYYY": lambda moment: f"{moment.year:04d}",
        "M": lambda moment: str(moment.month),
        "MM": lambda moment: f"{moment.month:02d}",
        "MMM": lambda moment: _MONTHS[moment.month - 1][:3],
        "MMMM": lambda moment: _MONTHS[moment.month - 1],
        "D": lambda moment: str(moment.day),
        "DD": lambda moment: f"{moment.day:02d}",
        "EEE": lambda moment: _DAYS[moment.weekday][:3],
        "EEEE": lambda moment: _DAYS[moment.weekday],
        "h": lambda moment: str(moment.hour),
        "hh": lambda moment: f"{moment.hour:02d}",
        "H": lambda moment: str(moment.hour % 12 or 12),
        "HH": lambda moment: f"{moment.hour % 12 or 12:02d}",
        "AA": lambda moment: "AM" if moment.hour < 12 else "PM",
        "aa": lambda moment: "am" if moment.hour < 12 else "pm",
        "m": lambda moment: str(moment.minute),
        "mm": lambda moment: f"{moment.minute:02d}",
        "s": lambda moment: str(moment.second),
        "ss": lambda moment: f"{moment.second:02d}",
        "Z": lambda moment: moment.zone,
        "ZZZ": lambda moment: moment.offset_text("") if moment.offset else "UTC",
        "ZZZZ": lambda moment: moment.offset_text(""),
        "ZZZZZ": lambda moment: moment.offset_text(":"),
    }
)


def _timeadd(time: Value, duration: Value) -> str:
    return Moment.read(text(time)).later(_nanoseconds(text(duration))).written()


def _timecmp(left: Value, right: Value) -> int:
    first, second = (Moment.read(text(time), strict=False).instant for time in (left, right))
    return (first > second) - (first < second)


def _nanoseconds(written: str) -> int:
    """A duration as Go reads it: ``-1.5h30m``."""
    if len(written) > _MAX_LENGTH:
        raise UnsupportedError("timeadd")
    rest = written[1:] if written[:1] in ("-", "+") else written
    if rest == "0":
        return 0
    total = place = 0
    while place < len(rest) or not rest:
        found = _DURATION.match(rest, place)
        if found is None or not (found[1] or found[3]) or found[4] not in _UNITS:
            raise ConversionError("not a duration")
        unit = _UNITS[found[4]]
        total += int(found[1] or "0") * unit if len(found[1]) < 20 else _MAX_DURATION + 1
        total += int(found[3][:18] or "0") * unit // 10 ** len(found[3][:18])
        place = found.end()
        if total > _MAX_DURATION:
            raise ConversionError("not a duration")
    if written.startswith("-"):
        return -total
    if total >= _MAX_DURATION:
        raise ConversionError("not a duration")
    return total


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {"formatdate": Function(_formatdate), "timeadd": Function(_timeadd), "timecmp": Function(_timecmp)}
)
