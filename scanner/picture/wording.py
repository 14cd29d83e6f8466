"""Text for the picture: cleaned, cut to the width of its box, and words for layers and kinds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from scanner import lazy_re
from scanner.domain.architecture import ComponentKind, LayerId
from scanner.evaluation.redaction import redact

LAYERS: Mapping[LayerId, str] = {
    LayerId.PRESENTATION: "Presentation",
    LayerId.SERVICE: "Service",
    LayerId.INTEGRATION: "Integration",
    LayerId.DATA: "Data",
    LayerId.HOSTING: "Hosting",
    LayerId.UNASSIGNED: "Unassigned",
}
"""Layers from top to bottom, with their headings."""

_PLURALS: Mapping[ComponentKind, str] = {
    ComponentKind.COMPUTE: "compute units",
    ComponentKind.LIBRARY: "libraries",
    ComponentKind.CONFIGURATION: "configurations",
    ComponentKind.IDENTITY: "identities",
    ComponentKind.SOURCE: "programs",
    ComponentKind.EXTERNAL: "external systems",
    ComponentKind.NATIONAL: "national services",
    ComponentKind.INTERFACE: "user interfaces",
    ComponentKind.API: "APIs",
}
_SINGULARS: Mapping[ComponentKind, str] = {
    ComponentKind.SOURCE: "program",
    ComponentKind.EXTERNAL: "external system",
    ComponentKind.NATIONAL: "national service",
    ComponentKind.INTERFACE: "user interface",
    ComponentKind.API: "API",
}
_NARROW, _WIDE = frozenset("iljI.,:;|!'`()[]{}/tfr "), frozenset("mwMW@%&ABCDEGHKNOPQRSUVXYZ_<>=+~#")
JOINT = lazy_re.compile(r"(?<=[-_./:@ ])|(?<=[a-z0-9])(?=[A-Z])")
"""Where names may be cut or broken."""
_ELLIPSIS = "…"


@lru_cache(maxsize=65536)
def safe(text: str) -> str:
    """The text without secrets and without characters that XML or a terminal cannot bear."""
    return "".join(one for one in redact(text) if one.isprintable() and one not in "\ufffe\uffff")


def counted(count: int, kind: ComponentKind) -> str:
    """A number with the word for components of a kind."""
    if count == 1:
        return f"1 {_SINGULARS.get(kind, kind.value)}"
    return f"{count} {_PLURALS.get(kind, kind.value + 's')}"


def plural(word: str) -> str:
    """Several of it."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def width(text: str, size: float) -> float:
    """Width of a text in pixels, not below what the usual sans-serif faces need."""
    return size * sum(_em(one) for one in text)


def fit(text: str, room: float, size: float) -> str:
    """The text, its middle left out where it is too wide: names differ at their ends."""
    if width(text, size) <= room:
        return text
    keep = len(text) - 1
    while keep > 1 and width(_without_middle(text, keep), size) > room:
        keep -= 1
    return _without_middle(text, keep)


def wrap(text: str, room: float, size: float) -> tuple[str, ...]:
    """The text on one or two lines, broken where names have joints; each line fits."""
    if width(text, size) <= room:
        return (text,)
    first = ""
    pieces = [piece for piece in JOINT.split(text) if piece]
    for number, piece in enumerate(pieces):
        if width(first + piece, size) > room:
            rest = "".join(pieces[number:])
            break
        first += piece
    else:
        return (text,)
    if not first:
        return (fit(text, room, size),)
    return (first.rstrip(), fit(rest, room, size))


def _without_middle(text: str, keep: int) -> str:
    tail = keep // 2
    return f"{text[: keep - tail]}{_ELLIPSIS}{text[len(text) - tail :] if tail else ''}"


def _em(one: str) -> float:
    if ord(one) > 0x2E7F:
        return 1.05
    if one in _NARROW:
        return 0.38
    return 0.8 if one in _WIDE else 0.62
