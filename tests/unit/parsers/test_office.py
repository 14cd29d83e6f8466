"""Documents and sheets of office programs are read, and what is hostile in them is not."""

from __future__ import annotations

import io
import zipfile

import pytest

from scanner.parsers import office
from scanner.parsers.blocks import Heading, Row, Table, Text, plain_text
from scanner.parsers.dependencies.manifest import MalformedError

WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Hazard log</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>Owner: </w:t></w:r><w:r><w:t>CSO</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>ID</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Hazard</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>Wrong</w:t></w:r></w:p><w:p><w:r><w:t>patient</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "</w:body></w:document>"
)
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="inlineStr"><is><t>Risk</t></is></c></row>'
    '<row r="5"><c r="A5"><v>7</v></c><c r="B5"><f>A5*2</f></c><c r="C5"><f>A5*2</f><v>14</v></c></row>'
    "</sheetData></worksheet>"
)
SHARED = '<sst xmlns="x"><si><r><t>Hazard </t></r><r><t>ID</t></r></si></sst>'
OPEN = (
    '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:{kind}>'
    '<text:h text:outline-level="2">Hazards</text:h><text:p>Owner: <text:span>CSO</text:span></text:p>'
    '<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated="2">'
    "<text:p>ID</text:p></table:table-cell></table:table-row></table:table-header-rows>"
    "<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell>"
    '<table:table-cell table:number-columns-repeated="99999"/></table:table-row></table:table>'
    "</office:{kind}></office:body></office:document-content>"
)


def packed(**parts: str | bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return stream.getvalue()


def test_a_document_of_word() -> None:
    data = packed(**{"word__document.xml": WORD})
    found = office.blocks("log.docx", data)
    assert found == [
        Heading(1, "Hazard log", 1),
        Text("Owner: CSO", 2),
        Table((Row(("ID", "Hazard"), 1), Row(("1", "Wrong\npatient"), 2))),
    ]
    assert plain_text(found).splitlines()[:3] == ["Hazard log", "Owner: CSO", "ID | Hazard"]


def test_a_workbook() -> None:
    data = packed(**{"xl__worksheets__sheet1.xml": SHEET, "xl__sharedStrings.xml": SHARED})
    # A formula shows what the program last made of it, and is computed nowhere.
    rows = (Row(("Hazard ID", "", "Risk"), 3), Row(("7", "=A5*2", "14"), 5))
    assert office.blocks("log.xlsx", data) == [Table(rows)]


@pytest.mark.parametrize(("path", "kind"), [("log.odt", "text"), ("log.ods", "spreadsheet")])
def test_open_documents(path: str, kind: str) -> None:
    heading, text, table = office.blocks(path, packed(**{"content.xml": OPEN.format(kind=kind)}))
    assert (heading, text) == (Heading(2, "Hazards", 1), Text("Owner: CSO", 2))
    assert isinstance(table, Table)
    assert table.rows[0].cells == ("ID", "ID")
    assert len(table.rows[1].cells) == 100


BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no document"),
        (b"PK\x03\x04 and no more", "no document"),
        (packed(**{"other.xml": "<x/>"}), "no document, although its name says so"),
        (packed(**{"word__document.xml": b"<x>" + b" " * 30_000_000 + b"</x>"}), "larger unpacked"),
        (packed(**{"word__document.xml": "<x>" * 200}), "nested deeper"),
        (packed(**{"word__document.xml": BOMB}), "entities are not read"),
        (packed(**{"word__document.xml": "<x"}), "unclosed token"),
        (packed(**{f"part{number}": "" for number in range(5001)}), "more parts"),
    ],
)
def test_what_is_no_document_says_so(data: bytes, message: str) -> None:
    with pytest.raises(MalformedError, match=message):
        office.blocks("log.docx", data)


def test_a_part_that_lies_about_its_size_is_cut_off() -> None:
    data = bytearray(packed(**{"word__document.xml": WORD}))
    broken = bytes(data[:60]) + b"\xff\xff\xff" + bytes(data[63:])
    with pytest.raises(MalformedError):
        office.blocks("log.docx", broken)


def test_a_workbook_without_sheets_is_none() -> None:
    with pytest.raises(MalformedError, match="no sheet"):
        office.blocks("log.xlsx", packed(**{"xl__workbook.xml": "<x/>"}))


def test_only_so_many_columns_and_rows_are_kept() -> None:
    far = '<row r="1"><c r="XFD1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    many = "".join(f'<row r="{number}"><c><v>1</v></c></row>' for number in range(2, 7000))
    sheet = f'<worksheet xmlns="x"><sheetData>{far}{many}</sheetData></worksheet>'
    (table,) = office.blocks("log.xlsx", packed(**{"xl__worksheets__sheet1.xml": sheet}))
    assert isinstance(table, Table)
    assert table.rows[0].cells == ("", "2")
    assert len(table.rows) == 5000
