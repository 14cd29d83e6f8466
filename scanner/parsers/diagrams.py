"""Reads what diagrams of an architecture show: C4 in Mermaid and PlantUML, flow charts, Structurizr, draw.io.

A picture of an architecture cannot be read, and is told as that. Diagrams of sequences, states, classes and tables say
nothing of which parts a system has and are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from scanner import lazy_re
from scanner.domain.artifact import Artifact, Location, Role
from scanner.domain.resource import Parsed, Resource, ResourceKind, Unknown, UnknownReason, Value
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers import DIAGRAM_ENDINGS, DRAWIO_ENDINGS
from scanner.parsers.dependencies.manifest import MalformedError
from scanner.parsers.faults import problem
from scanner.parsers.positioned import decode

_ROLES = frozenset({Role.PRODUCT, Role.DOCUMENTATION, Role.DEVELOPMENT})
_SHOWN_TO_USERS = lazy_re.compile(r"(^|/)(icons?|wwwroot|public|src)/|(cover|logo|icon|banner|badge|thumb)[^/]*$")
"""Pictures that pages show and that are no diagrams."""
_PATTERN = lazy_re.compile(r"(^|/)(templates?|boilerplate|scaffold(ing)?|changelogs?|node_modules)/")
"""Folders of diagrams that show no system: patterns to be filled in, and notes of changes."""
_WHOLE = lazy_re.compile(
    r"(?i)(architecture|system[^/]*|overview|containers?|components?|infrastructure|solution)[^/]*\.\w+$"
)
"""Documents whose flow charts show a system, and not how one thing in it is done."""
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".pdf", ".vsd", ".vsdx")
_PICTURED = lazy_re.compile(
    r"(?i)(architecture|infrastructure"
    r"|(system|solution|container|component|deployment|network)s?[-_ ]*(context|diagram|design|overview)"
    r"|(^|[-_ /])(c4|hld)([-_ ]|\.)|high[-_ ]level[-_ ]design)[^/]*\.\w+$"
)
"""Names by which a picture is taken for one of the whole system."""
_UNNAMED = lazy_re.compile(
    r"(?i)^(?:(?:the|a|your|our|some|main|new|app(?:lication)?|back-?end)\s+)*"
    r"(?:data ?bases?|dbs?|data ?stores?|data|stores?|storage|persistence"
    r"|name|title|label|text|placeholder|cylinder\d?|datastore|tb[acd]|todo|xxx*|\?+|\.\.\.|…)(?:\s+(?:name|server|layer|\d+|here))*$|%\w+%|\{\{|<[^<>]*>|\$\{"
)
"""Names of drawn stores that say nothing of which one is meant."""
_LARGEST = 1_000_000
_MOST = 500
_MOST_ARROWS = 2_000
_HINTS = (b"```mermaid", b"```plantuml", b"```puml", b"@startuml", b"C4", b"flowchart", b"graph ", b"workspace")


class DiagramParser:
    """Reads diagrams that are written as text or drawn with draw.io."""

    name = "diagrams"
    beside = False

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """Every document and diagram file on its own, and pictures that are named as diagrams of a system."""
        for artifact in artifacts:
            path = artifact.path.lower()
            if not path.endswith(DIAGRAM_ENDINGS) or artifact.role not in _ROLES or _PATTERN.search(path):
                continue
            is_readable = path.endswith(DRAWIO_ENDINGS) or not path.endswith(_PICTURES)
            if is_readable or (_PICTURED.search(path) and not _SHOWN_TO_USERS.search(path)):
                yield (artifact,)

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Parse one file; what is no diagram of parts gives nothing."""
        (artifact,) = unit
        path = artifact.path.lower()
        if path.endswith(DRAWIO_ENDINGS):
            return self._drawn(artifact, contents)
        if path.endswith(_PICTURES):
            return _found([_picture(artifact)])
        try:
            data = contents.read(artifact)
        except ReadError as error:
            return Parsed(problems=(problem(self.name, artifact, error.message),))
        if len(data) > _LARGEST or not any(hint in data for hint in _HINTS):
            return Parsed()
        return _found(_written(artifact, decode(data)))

    def _drawn(self, artifact: Artifact, contents: Contents) -> Parsed:
        from scanner.parsers import drawio, drawn_parts  # noqa: PLC0415  # few repositories hold any

        try:
            data = contents.read(artifact)
            found = drawio.pages(artifact.path.lower(), data)
        except ReadError as error:
            return Parsed(problems=(problem(self.name, artifact, error.message),))
        except MalformedError as error:
            unread = problem(self.name, artifact, f"a drawing was not read: {error.fault.message}", error.fault.line)
            shown = [_picture(artifact)] if _PICTURED.search(artifact.path) else []
            return Parsed(resources=tuple(shown), problems=(unread,))
        resources = []
        for number, page in enumerate(found):
            parts = list(islice(drawn_parts.parts(page), _MOST))
            ends = list(islice(drawn_parts.arrows(page, parts), _MOST_ARROWS))
            if len(parts) > 1:
                is_whole = _WHOLE.search(page.name + ".x") is not None or any(cell.attributes for cell in page.cells)
                resources.append(_resource(artifact, number, ("drawio", is_whole), parts, ends))
        return _found(resources)


def _found(resources: Sequence[Resource]) -> Parsed:
    return Parsed(resources=tuple(resources), counts={"diagrams": len(resources)} if resources else {})


def _written(artifact: Artifact, text: str) -> list[Resource]:
    from scanner.parsers.arrows import arrows  # noqa: PLC0415  # few documents hold any
    from scanner.parsers.drawings import drawings, elements  # noqa: PLC0415

    resources = []
    for number, drawing in enumerate(drawings(artifact.path, text)):
        parts = list(islice(elements(drawing, text), _MOST))
        if len(parts) > 1:
            ends = list(arrows(drawing, text, parts))
            whole = drawing.syntax in {"c4", "structurizr"}
            resources.append(_resource(artifact, number, (drawing.syntax, whole), parts, ends))
    return resources


def _resource(
    artifact: Artifact,
    number: int,
    told: tuple[str, bool],
    elements: Sequence[dict[str, Value]],
    ends: Iterable[tuple[str, str, int]],
) -> Resource:
    """A diagram with its parts; ``told`` is its syntax, and whether it says itself that it shows a whole system."""
    syntax, is_whole = told
    is_whole = is_whole or _WHOLE.search(artifact.path) is not None
    stores = [_named(one, artifact.path) for one in elements if one["store"]] if is_whole else []
    return Resource(
        address=f"{artifact.path}#{number}",
        kind=ResourceKind.DIAGRAM,
        type=syntax,
        name=artifact.path.rpartition("/")[2],
        attributes={
            "syntax": syntax,
            "elements": list(elements),
            "stores": stores,
            "unread": [one.text for one in stores if isinstance(one, Unknown)],
            "arrows": _arrows(elements, ends) if is_whole else [],
        },
        location=Location(path=artifact.path, start_line=int(str(elements[0]["line"]))),
        role=artifact.role,
    )


def _named(store: Mapping[str, Value], path: str) -> Value:
    """The name of a drawn store; unknown where it is a placeholder and nothing says what the store is made with."""
    name, technology = str(store["name"]), str(store["technology"])
    if _UNNAMED.search(name) and (not technology or _UNNAMED.search(technology)):
        return Unknown(reason=UnknownReason.DRAWN_ONLY, text=f"the name of the store drawn in {path}:{store['line']}")
    return name


def _arrows(elements: Sequence[Mapping[str, Value]], ends: Iterable[tuple[str, str, int]]) -> list[Value]:
    by_id = {str(one["id"]): one for one in reversed(elements) if one["kind"] != "icon"}
    nothing: Mapping[str, Value] = {"name": "", "store": False}
    found: list[Value] = []
    for source, target, line in ends:
        begin, end = by_id.get(source, nothing), by_id.get(target, nothing)
        found.append(
            {
                "source": begin["name"],
                "source_store": begin["store"],
                "target": end["name"],
                "target_store": end["store"],
                "line": line,
            }
        )
    return found


def _picture(artifact: Artifact) -> Resource:
    unread = f"what {artifact.path} shows"
    return Resource(
        address=f"{artifact.path}#0",
        kind=ResourceKind.DIAGRAM,
        type="image",
        name=artifact.path.rpartition("/")[2],
        attributes={
            "syntax": "image",
            "elements": [],
            "stores": Unknown(reason=UnknownReason.DRAWN_ONLY, text=unread),
            "unread": [unread],
            "arrows": [],
        },
        location=Location(path=artifact.path, start_line=1),
        role=artifact.role,
    )
