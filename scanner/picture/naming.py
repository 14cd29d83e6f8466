"""Names of folds, and of what things are made with, as a reader would say them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from scanner import lazy_re
from scanner.domain.architecture import Component, ComponentKind
from scanner.picture.wording import JOINT, counted, plural, safe

_DEFAULT = lazy_re.compile(r"\$\{\w+:?-([^}$]*)\}")
_OPEN = lazy_re.compile(r"\$\{[^}]*\}?|\{\{.*?(?:\}\}|$)|\$\([^)]*\)")
_TYPE = lazy_re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+")
_VAGUE = frozenset(
    {"account", "app", "cluster", "definition", "group", "instance", "machine", "server", "service", "task"}
)
"""Last words of a resource's type that say little without the one before."""
_RUN = frozenset({ComponentKind.COMPUTE, ComponentKind.STORE, ComponentKind.QUEUE, ComponentKind.CLUSTER})
_HOST_AND_NAME = 2
_LONG = 300


def plain_technology(written: str) -> str:
    """Technology as a reader says it: an image without its registry, and without what only a run decides.

    Args:
        written: Type, language, or an image in which variables may stand.
    """
    pinned = written[:_LONG].partition("@sha256:")[0]
    text = _DEFAULT.sub(r"\1", pinned)
    if text != pinned or _OPEN.search(text):
        head, slash, last = text.rpartition("/")
        text = f"{_OPEN.sub('', head)}{slash}{_OPEN.sub('', last.partition(':')[0])}".strip("/.:- ")
    parts = text.split("/")
    if " " not in text and len(parts) >= _HOST_AND_NAME and ("." in parts[0] or ":" in parts[0]):
        text = "/".join(parts[1:])
    return safe(text)


def group_label(group: str) -> str:
    """What a component belongs to; the root of the repository is no group."""
    return "" if group.strip() in {".", "/", "_", ""} else safe(group)


def home_label(one: Component) -> str:
    """Its group, else the folder in which it is declared: two of one name are to be told apart."""
    return group_label(one.group) or group_label(str(PurePosixPath(one.location.path).parent))


def fold_words(own: Sequence[Component]) -> tuple[str, str, str]:
    """Title, detail and group of a fold: what its members share, else how many of what they are.

    Args:
        own: The members.
    """
    groups = {home_label(one) for one in own}
    group = groups.pop() if len(groups) == 1 else f"in {len(groups)} places"
    titles = sorted(safe(one.title) or safe(one.id) for one in own)
    count, parts = _counted(own)
    shared = _shared(titles)
    if shared:
        return shared, parts or count, group
    return count, parts or f"such as {titles[0]}", group


def _counted(own: Sequence[Component]) -> tuple[str, str]:
    """How many of what, ``62 functions``, and where they are of several kinds, ``8 queues, 4 APIs``."""
    kinds = Counter(one.kind for one in own)
    words = {_word(one) for one in own}
    if len(kinds) == 1 and len(words) == 1 and "" not in words:
        return f"{len(own)} {plural(words.pop())}", ""
    if len(kinds) == 1:
        return counted(len(own), own[0].kind), ""
    most = sorted(kinds.items(), key=lambda item: (-item[1], item[0].value))
    return f"{len(own)} components", ", ".join(counted(number, kind) for kind, number in most)


def _word(one: Component) -> str:
    """What the type of its resource calls it; empty where that says no more than its kind."""
    if one.kind not in _RUN or not _TYPE.fullmatch(one.technology):
        return ""
    parts = one.technology.split("_")[1:]
    return " ".join(parts[-2:] if parts[-1] in _VAGUE else parts[-1:])


def _shared(titles: Sequence[str]) -> str:
    """The common beginning of sorted names, cut at a joint, or nothing."""
    first, last = titles[0], titles[-1]
    if first == last:
        return first
    pairs = enumerate(zip(first, last, strict=False))
    shared = next((at for at, (a, b) in pairs if a != b), min(len(first), len(last)))
    joints = [found.end() for found in JOINT.finditer(first) if 3 <= found.end() <= shared]
    return f"{first[: joints[-1]]}*" if joints else ""
