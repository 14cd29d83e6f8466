"""Parts are read out of diagrams of an architecture, and out of no others."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.domain.artifact import Artifact, ArtifactKind, Role
from scanner.parsers.diagrams import DiagramParser


class Held:
    """Contents of one file."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self, _artifact: Artifact) -> bytes:
        return self._data


def elements(name: str, text: str | bytes) -> list[Any]:
    artifact = Artifact(path=name, kind=ArtifactKind.DOCUMENT, size=1, role=Role.DOCUMENTATION)
    data = text.encode() if isinstance(text, str) else text
    parsed = DiagramParser().parse((artifact,), Held(data))  # type: ignore[arg-type]
    return [one for resource in parsed.resources for one in resource.attributes["elements"]]  # type: ignore[union-attr]


C4 = """# Parts
```mermaid
C4Container
  Person(nurse, "Nurse")
  Container(api, "Bookings API", "FastAPI")
  ContainerDb(db, "Bookings", "PostgreSQL")
  System_Ext(pds, "PDS")
```
"""


def test_c4() -> None:
    found = elements("docs/architecture.md", C4)
    assert [(one["name"], one["kind"], one["technology"], one["store"], one["line"]) for one in found] == [
        ("Nurse", "person", "", False, 4),
        ("Bookings API", "container", "FastAPI", False, 5),
        ("Bookings", "container", "PostgreSQL", True, 6),
        ("PDS", "external", "", False, 7),
    ]


CHART = "```mermaid\nflowchart LR\n  web[Pages] --> db[(Records<br/>DynamoDB)]\n```\n"
PARTS = '@startuml\ndatabase "Records" as db\ncomponent [API]\n@enduml\n'
SEQUENCE = "@startuml\nparticipant A\ndatabase B\nA -> B\n@enduml\n"
WORKSPACE = """workspace {
  x = softwareSystem "S" {
    d = container "D" "keeps" "PostgreSQL" "Database"
  }
}
"""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.md", CHART, ["Pages", "Records DynamoDB*"]),
        ("a.puml", PARTS, ["Records*", "API"]),
        ("a.puml", SEQUENCE, []),
        ("w.dsl", WORKSPACE, ["S", "D*"]),
        ("a.md", "```mermaid\nsequenceDiagram\n  A->>B: x[1]\n```\n", []),
        ("a.md", "flowchart LR\n a[b] --> c[(d)]\n", []),
        ("a.md", b"```mermaid\nflowchart LR\n" + b"[(" * 50_000 + b"\n```\n", []),
    ],
)
def test_other_syntaxes(name: str, text: str | bytes, expected: list[str]) -> None:
    assert [one["name"] + ("*" if one["store"] else "") for one in elements(name, text)] == expected


def test_only_documents_of_the_product_are_read() -> None:
    paths = {
        "a.md": Role.DOCUMENTATION,
        "b.md": Role.VENDORED,
        "template/c.md": Role.DOCUMENTATION,
        "c.py": Role.PRODUCT,
    }
    artifacts = [Artifact(path=path, kind=ArtifactKind.DOCUMENT, size=1, role=role) for path, role in paths.items()]
    assert [unit[0].path for unit in DiagramParser().units(artifacts)] == ["a.md"]
