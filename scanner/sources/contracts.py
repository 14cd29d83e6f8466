"""Tells which descriptions of APIs are copies of what other services describe.

A file does not say whose API it describes. What a build does with it can: a stand-in for another service is run from
it, or it is fetched from where the other service publishes it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from scanner import lazy_re
from scanner.domain.artifact import Artifact, ArtifactKind, Role
from scanner.errors import ReadError
from scanner.sources.beginnings import copies_of_image

_MOCK_SERVER = lazy_re.compile(
    r"(?im)^[ \t]*FROM[ \t]+(--platform=\S+[ \t]+)?(\S+/)?(stoplight/prism|wiremock/wiremock|mockserver/mockserver"
    r"|mockoon/cli|microcks/[\w-]+)(:\S+)?[ \t]*$"
)
_MOCK_IMAGE = lazy_re.compile(
    r"[ \t]+image:[ \t]*[\"']?(\S+/)?(stoplight/prism|wiremock/wiremock|mockserver/mockserver|mockoon/cli"
    r"|microcks/[\w-]+)([:@][^\s\"']+)?[\"']?[ \t]*(#.*)?$",
    re.IGNORECASE,
)
_COMPOSE = lazy_re.compile(r"(^|/)(docker-)?compose([-._][^/]*)?\.ya?ml$", re.IGNORECASE)
_SERVICE = lazy_re.compile(r"( *)([\w.-]+):[ \t]*(#.*)?$")
_MOUNT = lazy_re.compile(r"^[ \t]+(?:-|source:)[ \t]*[\"']?(\.{1,2}/[^\s:\"']+\.(?:json|ya?ml))(?::|[\"']?[ \t]*$)")
_STAND_INS = lazy_re.compile(
    r"(?i:^(mocks?|stubs?|fakes?)([-_.]|$)|[-_.](mocks?|stubs?|fakes?)$)|[a-z](Mocks?|Stubs?)$"
)
"""A folder of a stand-in. Without such a name what a mock server is given may be one's own, to be tried by callers."""
_FETCHES = lazy_re.compile(r"(^|/)(build\.gradle(\.kts)?|package\.json|makefile|[^/]+\.(sh|bash|mk))$", re.IGNORECASE)
_ADDRESS = lazy_re.compile(
    r"https?://(?!localhost\b|127\.|0\.0\.0\.0|host\.docker)([\w.-]+\.[a-z]{2,})(:\d+)?/([\w./-]*/)?"
    r"(api-docs|swagger|openapi)(\.(json|ya?ml)|/[\w./-]+)?(?![\w-])"
)
_COMMENT = lazy_re.compile(r"^\s*(//|#|\*)")
_FILE = lazy_re.compile(r"(?<![\w:/.${}-])([\w./${}-]+\.(?:json|ya?ml))(?![\w-])")
_VARIABLE = lazy_re.compile(r"\$\{[^{}]*\}|\$\w+")
_GENERATES = lazy_re.compile(r"\bgeneratorName\b")
_LONGEST_LINE = 1_000
_MOST_PLACES = 500
"""Each file is held against each place, and a build that somebody wrote names a few."""


def roles_of_copies(
    artifacts: Sequence[Artifact], read: Callable[[Artifact], bytes]
) -> Iterator[tuple[Artifact, Role]]:
    """The files among them that are copies of what others describe, with what they are to the product.

    Args:
        artifacts: All files that were found.
        read: Gives the bytes of one.
    """
    files = [
        one
        for one in artifacts
        if one.kind in {ArtifactKind.YAML, ArtifactKind.JSON} and one.role in {Role.PRODUCT, Role.DOCUMENTATION}
    ]
    if not files:
        return
    served: list[str] = []
    mounted = _mounted([(one.path, _text(one, read)) for one in artifacts if _COMPOSE.search(one.path)])
    fetched: dict[str, re.Pattern[str]] = {}
    for one in artifacts:
        if one.kind is ArtifactKind.CONTAINER:
            served += _served(_text(one, read))
        elif _FETCHES.search(one.path):
            for place in _fetched(posixpath.dirname(one.path), _text(one, read)):
                if len(fetched) < _MOST_PLACES:
                    fetched[place] = re.compile(place)
    for file in files:
        if file.path in mounted or any(f"/{file.path}".rpartition(f"/{folder}/")[1] for folder in served):
            yield file, Role.TEST
        elif any(pattern.fullmatch(file.path) for pattern in fetched.values()):
            yield file, Role.VENDORED


def _text(artifact: Artifact, read: Callable[[Artifact], bytes]) -> str:
    try:
        return read(artifact).decode("utf-8", errors="replace")
    except ReadError:
        return ""  # said where it is parsed


def _served(image: str) -> Iterable[str]:
    """Folders of stand-ins that the image of a mock server takes in."""
    if not _MOCK_SERVER.search(image):
        return ()
    copied = (one for one in copies_of_image(image) if not set(one) & set(":$<*"))
    return [one for one in copied if any(_STAND_INS.search(part) for part in one.split("/"))]


def _mounted(files: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Files that Compose gives to mock servers which are called stand-ins; what one file leaves out another may say.

    Args:
        files: Path and text of each Compose file.
    """
    mocks: set[str] = set()
    given: list[tuple[str, str]] = []
    for path, text in files:
        for service, line in _lines_of_services(text):
            if _MOCK_IMAGE.match(line):
                mocks.add(service)
            elif mount := _MOUNT.match(line):
                given.append((service, posixpath.normpath(posixpath.join(posixpath.dirname(path), mount.group(1)))))
    return frozenset(file for service, file in given if service in mocks and _STAND_INS.search(service))


def _lines_of_services(text: str) -> Iterator[tuple[str, str]]:
    """Each line of a Compose file's services, with the service's name before it."""
    inside, service, indent = False, "", 0
    for line in text.splitlines():
        named = _SERVICE.match(line) if len(line) <= _LONGEST_LINE else None
        if named and not named.group(1):
            inside, indent = named.group(2) == "services", 0
        elif inside and named and indent in {0, len(named.group(1))}:
            service, indent = named.group(2), len(named.group(1))
        elif inside and service and len(line) <= _LONGEST_LINE:
            yield service, line


def _fetched(folder: str, text: str) -> Iterator[str]:
    """Where descriptions are written to that are fetched from services elsewhere.

    One address may be that of the product itself, whose description is fetched to be shown; not so where it is taken
    for making a client, or where several services are asked.
    """
    lines = [line for line in text.splitlines() if len(line) <= _LONGEST_LINE and not _COMMENT.match(line)]
    hosts = {found.group(1) for line in lines for found in _ADDRESS.finditer(line)}
    generates = any(_GENERATES.search(line) for line in lines)
    if not hosts or (len(hosts) == 1 and not generates):
        return
    for line in lines:
        beside = _ADDRESS.search(line) is not None
        for written in _FILE.findall(_ADDRESS.sub(" ", line)):
            # A file that stands for many has the name of the service in its own name.
            if beside or (generates and _VARIABLE.search(posixpath.basename(written))):
                yield from _places(folder, written)


def _places(folder: str, written: str) -> Iterator[str]:
    """Expressions for the paths that are meant, from the folder of what names them and from the root."""
    first, _, rest = written.partition("/")
    plain = rest if first and _VARIABLE.fullmatch(first) else written
    if "/" not in plain.removeprefix("./"):
        return
    for start in dict.fromkeys((folder, "")):
        path = posixpath.normpath(posixpath.join(start, plain))
        if not path.startswith(("../", "/")):
            yield "[^/]+".join(re.escape(part) for part in _VARIABLE.split(path))
