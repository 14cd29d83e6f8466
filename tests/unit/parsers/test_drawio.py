"""Parts and arrows are read out of draw.io's files, however they are kept, and hostile ones do no harm."""

from __future__ import annotations

import base64
import html
import zlib
from typing import Any
from urllib.parse import quote

import pytest

from scanner.domain.artifact import Artifact, ArtifactKind, Role
from scanner.domain.resource import Parsed, Unknown
from scanner.parsers.diagrams import DiagramParser

from .test_diagrams import Held

MODEL = """<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<object placeholders="1" label="&lt;b&gt;%c4Name%&lt;/b&gt; [%c4Type%]" c4Name="Bookings API" c4Type="Container"
  c4Technology="FastAPI" id="api"><mxCell style="rounded=1;html=1;" vertex="1" parent="1"/></object>
<mxCell id="db" value="Slots&lt;br&gt;PostgreSQL" style="shape=cylinder3;html=1;" vertex="1" parent="1"/>
<mxCell id="table" value="" style="shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.dynamodb;" vertex="1"
  parent="1"/>
<mxCell id="said" value="reads" style="edgeLabel;html=1;" vertex="1" parent="a"/>
<mxCell id="a" edge="1" parent="1" source="api" target="db"/>
<mxCell id="b" edge="1" parent="1" source="api"/>
</root></mxGraphModel>"""
FILE = f'<mxfile><diagram id="x" name="Parts">{MODEL}</diagram></mxfile>'


def packed(text: str) -> str:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return base64.b64encode(packer.compress(quote(text).encode()) + packer.flush()).decode()


def file_of(page: str) -> str:
    return f'<mxfile><diagram id="x" name="Parts">{page}</diagram></mxfile>'


def chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + b"\0\0\0\0"


def picture(*chunks: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"\0" * 13) + b"".join(chunks) + chunk(b"IEND", b"")


def parsed(name: str, data: str | bytes) -> Parsed:
    artifact = Artifact(path=name, kind=ArtifactKind.DOCUMENT, size=1, role=Role.DOCUMENTATION)
    return DiagramParser().parse((artifact,), Held(data.encode() if isinstance(data, str) else data))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("docs/system.drawio", FILE, 2),
        ("docs/system.dio", MODEL, 2),
        ("docs/system.drawio.xml", "\n" + file_of(packed(MODEL)), 2),
        ("docs/system.drawio.svg", f'<svg content="{html.escape(FILE)}"><g/></svg>', 1),
        ("docs/system.drawio.svg", f'<svg content="{quote(FILE)}"><g/></svg>', 1),
        ("docs/system.drawio.png", picture(chunk(b"tEXt", b"mxfile\0" + quote(FILE).encode())), 1),
        ("docs/system.drawio.png", picture(chunk(b"zTXt", b"mxfile\0\0" + zlib.compress(quote(FILE).encode()))), 1),
    ],
)
def test_all_ways_of_keeping_a_drawing(name: str, data: str | bytes, line: int) -> None:
    found = parsed(name, data)
    assert not found.problems
    (drawing,) = found.resources
    elements: Any = drawing.attributes["elements"]
    assert [(one["name"], one["kind"], one["technology"], one["store"]) for one in elements] == [
        ("Bookings API", "container", "FastAPI", False),
        ("Slots PostgreSQL", "node", "cylinder3", True),
        ("dynamodb", "icon", "dynamodb", True),
    ]
    assert elements[0]["line"] == line
    assert drawing.attributes["stores"] == ["Slots PostgreSQL", "dynamodb"]
    arrows: Any = drawing.attributes["arrows"]
    assert [(one["source"], one["target"], one["target_store"]) for one in arrows] == [
        ("Bookings API", "Slots PostgreSQL", True),
        ("Bookings API", "", False),
    ]


BOMB = '<!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><mxfile><diagram name="&b;"/></mxfile>'
OUTSIDE = '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/hostname">]><mxfile><diagram name="&a;"/></mxfile>'


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.drawio", BOMB, "entities are not read"),
        ("a.drawio", OUTSIDE, "entities are not read"),
        ("a.drawio", file_of(packed(" " * 9_000_000)), "larger unpacked than a drawing can be"),
        ("a.drawio", file_of(packed("no <xml")), "syntax error"),
        ("a.drawio", file_of("%%%"), "packed in a way that is not known"),
        ("a.drawio", file_of(base64.b64encode(b"not packed").decode()), "packed in a way that is not known"),
        ("a.drawio", file_of(packed("<x>" * 5_000)), "nested deeper"),
        ("a.drawio", "", "holds a picture and no drawing"),
        ("a.drawio", "<mxfile", "unclosed token"),
        ("a.drawio.svg", "<svg><g/></svg>", "holds a picture and no drawing"),
        ("a.drawio.png", picture(), "holds a picture and no drawing"),
        ("a.drawio.png", b"GIF89a", "no PNG"),
        ("a.drawio.png", b"\x89PNG\r\n\x1a\n\xff\xff\xff\xfftEXtmxfile", "holds a picture and no drawing"),
        (
            "a.drawio.png",
            picture(chunk(b"zTXt", b"mxfile\0\0" + zlib.compress(b" " * 9_000_000))),
            "larger unpacked than a drawing can be",
        ),
    ],
)
def test_what_is_malformed_or_hostile_is_told_and_gives_nothing(name: str, data: str | bytes, said: str) -> None:
    found = parsed(name, data)
    assert not found.resources
    (problem,) = found.problems
    assert said in problem.message


def test_pages_share_one_limit() -> None:
    page = f"<diagram>{packed('<mxGraphModel><root>' + ' ' * 3_000_000 + '</root></mxGraphModel>')}</diagram>"
    (problem,) = parsed("a.drawio", f"<mxfile>{page * 4}</mxfile>").problems
    assert "larger unpacked" in problem.message


def test_a_drawing_of_the_system_that_cannot_be_read_is_a_picture_of_it() -> None:
    (drawing,) = parsed("docs/architecture.drawio", "<mxfile").resources
    assert drawing.type == "image"
    assert isinstance(drawing.attributes["stores"], Unknown)


def test_pictures_of_the_system_alone_are_told() -> None:
    paths = ["docs/system-context.png", "docs/logo.png", "web/public/architecture.svg", "docs/architecture-logo.png"]
    artifacts = [Artifact(path=path, kind=ArtifactKind.OTHER, size=1, role=Role.DOCUMENTATION) for path in paths]
    assert [unit[0].path for unit in DiagramParser().units(artifacts)] == ["docs/system-context.png"]
    (shown,) = parsed("docs/system-context.png", b"\x89PNG").resources
    assert shown.attributes["unread"] == ["what docs/system-context.png shows"]


@pytest.mark.parametrize(
    ("name", "is_open"),
    [
        ("Database", True),
        ("The data store", True),
        ("TBC", True),
        ("%c4Name%", True),
        ("Patients", False),
        ("Redis", False),
    ],
)
def test_placeholders(name: str, is_open: bool) -> None:
    (drawing,) = parsed("architecture.md", f"```mermaid\nflowchart LR\n a[API] --> d[({name})]\n```\n").resources
    stores: Any = drawing.attributes["stores"]
    assert [isinstance(one, Unknown) for one in stores] == [is_open]


CHART = """flowchart LR
  a[API] -->|reads| d[(Records)]
  b & c -- said so --> d
  subgraph s
  x --> y -.-> d:::big; y ==> a
  end
  d --- z"""
DSL = 'workspace\nx = softwareSystem "S"\nd = container "D" "k" "PostgreSQL" "Database"\nx -> d "reads"'
PLANT = (
    '@startuml\ndatabase "Records" as db\ncomponent [API]\ncomponent web\n[API] --> db : reads\nweb -down-> db\n@enduml'
)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("architecture.mmd", CHART + "\n b[B]\n c[C]", [
            ("API", "Records", 2), ("B", "Records", 3), ("C", "Records", 3), ("", "", 5), ("", "Records", 5),
            ("", "API", 5), ("Records", "", 7),
        ]),
        ("architecture.puml", PLANT, [("API", "Records", 5), ("web", "Records", 6)]),
        ("w.dsl", DSL, [("S", "D", 4)]),
        ("c.mmd", 'C4Container\nContainer(a, "A")\nContainerDb(b, "B")\nRel_R(a, b, "r")', [("A", "B", 4)]),
        ("architecture.mmd", "flowchart LR\n a[A] --> b[B]\n" + "-" * 1900 + "\n" + " --" * 50_000, [("A", "B", 2)]),
    ],
)  # fmt: skip
def test_arrows_of_written_diagrams(name: str, text: str, expected: list[tuple[str, str, int]]) -> None:
    (drawing,) = parsed(name, text).resources
    arrows: Any = drawing.attributes["arrows"]
    assert [
        (one["source"], one["target"], one["line"])
        for one in arrows
        if one["source"] or one["target"] or one["line"] == 5
    ] == expected
