"""The workbook, read back by openpyxl and opened by LibreOffice."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from xlsxwriter import Workbook

from scanner.domain.catalog import Catalog
from scanner.interfaces import ReportContext
from scanner.reports.xlsx import WorkbookReport
from scanner.reports.xlsx.sheets import (
    CELL_AT_MOST,
    LINKS_AT_MOST,
    ROWS_AT_MOST,
    Column,
    Formats,
    Link,
    Table,
    Writer,
    as_cell,
    sheet_names,
    write_table,
)
from tests.own_rules import yardstick

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
BEGINS_A_FORMULA = re.compile("^[=+@\t\r\uff1d\uff0b\uff0d\uff20-]")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return yardstick().catalog


@pytest.fixture
def context(build: Any, catalog: Catalog) -> ReportContext:
    return replace(build.context(), catalog=catalog)


def opened(content: bytes) -> Any:
    return load_workbook(BytesIO(content))


def texts(book: Any) -> list[str]:
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def table(sheet: Any) -> list[dict[str, Any]]:
    rows = sheet.iter_rows(values_only=True)
    head = next(rows)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_every_sheet_is_there_and_ready_to_be_filtered_and_printed(
    build: Any, context: ReportContext, catalog: Catalog
) -> None:
    book = opened(WorkbookReport(context).render(build.compared()))
    regimes = [one.id for one in catalog.regimes]
    assert book.sheetnames == ["Overview", *regimes, "Controls", "Findings", "Waivers", "Profile", "Not assessed"]
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert all(cell.alignment.wrap_text for cell in sheet[2])
        assert all(sheet.column_dimensions[letter].width > 4 for letter in "ABC")


def test_the_overview_begins_with_the_decision(build: Any, context: ReportContext) -> None:
    sheet = opened(WorkbookReport(context).render(build.compared())).worksheets[0]
    told = {row[0]: row[1] for row in sheet.iter_rows(values_only=True)}
    labels = [label for label in told if label]
    order = ["Gate", "Coverage", "Principle", "Score", "Sheet", "Source"]
    assert [label for label in labels if label in order] == order
    assert told["Gate"] == "failed"
    assert told["Coverage"] == pytest.approx(0.4082)
    assert (told["Failures"], told["Failures, new"], told["Failures, known before"]) == (5, 1, 4)
    assert told["Score with approved waivers alone"] == 60.0
    links = [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert [cell.value for cell in links] == opened(WorkbookReport(context).render(build.compared())).sheetnames[1:]
    assert all(cell.hyperlink.location == f"'{cell.value}'!A1" for cell in links)


def test_a_regime_leads_from_clause_to_evidence(build: Any, context: ReportContext, catalog: Catalog) -> None:
    book = opened(WorkbookReport(context).render(build.compared()))
    bearing = [row for sheet in book.worksheets[1:7] for row in table(sheet) if row["Control"] == "CYBER-01"]
    assert bearing
    for row in bearing:
        assert row["Status"] == "not met"
        assert (row["Fails"], row["Of them known"], row["Waived"], row["For a person"], row["Open"]) == (5, 4, 1, 2, 1)
        assert "fails, known before: infra/old.tf:1" in row["Evidence"]
    for regime in catalog.regimes:
        assert {row["Clause"] for row in table(book[regime.id])} == {part.id for part in regime.parts}
        for row in table(book[regime.id]):
            assert row["Control"] or row["What no scan shows"], row


def test_the_records(build: Any, context: ReportContext) -> None:
    made = build.compared()
    book = opened(WorkbookReport(context).render(made))
    findings = table(book["Findings"])
    assert len(findings) == len(made.findings)
    assert [row["Outcome"] for row in findings] == ["fails"] * 6 + ["for a person"] * 2 + ["cannot be told", "keeps it"]
    assert [row["Severity"] for row in findings[:4]] == ["critical"] * 4
    assert {row["Since the baseline"] for row in findings[:4]} == {"known"}
    waivers = table(book["Waivers"])
    assert [row["State"] for row in waivers] == ["applied", "not applied: expired"]
    assert waivers[0]["Trust"] == "approved by an assessor"
    assert (waivers[0]["Days left"], waivers[1]["Days left"]) == (9, None)
    assert table(book["Profile"])[0]["Controls left out"] == "BROWSER-01"
    unseen = table(book["Not assessed"])
    assert [row["What"] for row in unseen] == [
        *("control not assessed", "for a person to judge", "for a person to judge", "cannot be told"),
        "not read or run",
    ]
    assert unseen[0]["What to ask"], "the catalogue says what to ask"


def test_the_bytes_are_the_same_on_every_day(build: Any, context: ReportContext, monkeypatch: Any) -> None:
    content = WorkbookReport(context).render(build.compared())
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert WorkbookReport(context).render(build.compared()) == content
    assert opened(content).properties.created == datetime(2026, 11, 21)  # as openpyxl reads it
    assert {entry.date_time[:3] for entry in zipfile.ZipFile(BytesIO(content)).infolist()} <= {
        (1980, 1, 1),
        (1980, 1, 31),
    }
    strange = build.assessment(policy=build.assessment().policy.model_copy(update={"as_of": "soon"}))
    assert opened(WorkbookReport(context).render(strange)).properties.created.date() == date(2000, 1, 1)


@pytest.mark.parametrize("made", ["hostile", "hostile_change"])
def test_a_hostile_repository_puts_no_formula_into_it(build: Any, context: ReportContext, made: str) -> None:
    content = WorkbookReport(context).render(getattr(build, made)())
    with zipfile.ZipFile(BytesIO(content)) as parts:
        for name in parts.namelist():
            assert b"<f>" not in parts.read(name), name
            assert "externalLink" not in name
            assert "vba" not in name.lower()
    book = opened(content)
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    assert not [text for text in texts(book) if BEGINS_A_FORMULA.match(text)]
    links = [cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert not [link for link in links if "evil" in (link.target or "") + (link.location or "")]


@given(st.text(st.characters(), max_size=60) | st.text("=+-@\t\r\n'\"x1_\uff1d\x00\x0b\ud800\uffff", max_size=12))
def test_any_text_is_read_back_as_text(text: str) -> None:
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        writer = Writer(book.add_worksheet(), Formats(book))
        writer.put(0, 0, f"{text}|_x003D_1")
        writer.put(1, 0, text)
    sheet = opened(written.getvalue()).worksheets[0]
    for cell in (sheet["A1"], sheet["A2"]):
        assert cell.data_type in {"s", "n"}
        assert cell.value is None or not BEGINS_A_FORMULA.match(cell.value)
    # What begins a terminal sequence takes the sign after it along.
    assert sheet["A1"].value.endswith("_x003D_1")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@scope/package.json", "'@scope/package.json"),
        ("\t=1", "'=1"),
        ("\r=1", "'=1"),
        ("\u200b=1", "'=1"),
        ("'=1", "''=1"),
        ("\uff1d1", "'\uff1d1"),
        ("a = 1", "a = 1"),
        ("a\n=1", "a\n=1"),
    ],
)
def test_an_apostrophe_stands_before_what_could_be_a_formula(text: str, shown: str) -> None:
    assert as_cell(text) == shown


def test_cells_and_rows_stay_within_what_a_sheet_holds() -> None:
    assert len(as_cell("x" * 40_000)) == CELL_AT_MOST
    assert len(as_cell("\U0001f600" * 20_000).encode("utf-16-le")) // 2 <= CELL_AT_MOST
    assert ROWS_AT_MOST == 2**20
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        rows = [(str(number), number) for number in range(30)]
        columns = (Column("A", 9), Column("B", 9))
        write_table(book.add_worksheet(), Formats(book), Table("t", "", columns, rows), rows_at_most=10)
    sheet = opened(written.getvalue()).worksheets[0]
    assert sheet.max_row == 10
    assert sheet["A10"].value == "22 more rows for which a sheet has no room: see the json report"
    assert sheet["A9"].value == "7"


def test_links_stay_within_what_a_sheet_holds() -> None:
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        writer = Writer(book.add_worksheet(), Formats(book))
        for row in range(LINKS_AT_MOST + 5):
            writer.put(row, 0, Link(f"l{row}", "https://example.org/"))
        writer.put(0, 1, Link("no", "javascript:alert(1)"))
        writer.put(0, 2, Link("long", "https://example.org/" + "x" * 3_000))
    with zipfile.ZipFile(written) as parts:  # openpyxl takes minutes for so many
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        targets = parts.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    linked = re.findall('<hyperlink ref="([A-Z]+[0-9]+)"', sheet)
    assert len(linked) == LINKS_AT_MOST == 65_530
    assert all(place.startswith("A") for place in linked)
    assert set(re.findall('Target="([^"]*)"', targets)) == {"https://example.org/"}
    assert f'<c r="A{LINKS_AT_MOST + 5}"' in sheet, "beyond, the text alone stands there"


@given(st.lists(st.text(max_size=40) | st.sampled_from(["History", "a/b", "'a'", "A" * 40, "a" * 40, ""]), max_size=12))
def test_names_of_sheets(wanted: list[str]) -> None:
    names = sheet_names(wanted)
    assert len(names) == len(wanted)
    assert len({name.lower() for name in names}) == len(names)
    book = Workbook(BytesIO(), {"in_memory": True})
    for name in names:
        assert 1 <= len(name) <= 31
        assert name.lower() != "history"
        book.add_worksheet(name)  # refuses what a workbook may not hold
    book.add_worksheet()
    book.close()


@pytest.mark.skipif(
    OFFICE is None and os.environ.get("ARCHSCAN_TEST_OFFICE") != "required", reason="LibreOffice is not installed"
)
@pytest.mark.parametrize("made", ["compared", "hostile_change"])
def test_libreoffice_opens_it(build: Any, context: ReportContext, tmp_path: Path, made: str) -> None:
    """Every sheet is saved as CSV: what LibreOffice shows is what we wrote, and no formula was worked out."""
    assert OFFICE is not None
    content = WorkbookReport(context).render(getattr(build, made)())
    (tmp_path / "result.xlsx").write_bytes(content)
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    subprocess.run(
        [OFFICE, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", form,
         "--outdir", str(tmp_path), str(tmp_path / "result.xlsx")],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    book = opened(content)
    for sheet in book:
        text = (tmp_path / f"result-{sheet.title}.csv").read_text("utf-8")
        shown = list(csv.reader(StringIO(text)))
        assert len(shown) >= sheet.max_row - 1
        wanted = [[cell.value for cell in row] for row in sheet.iter_rows()]
        for line, row in zip(shown, wanted, strict=False):
            for told, value in zip(line, row, strict=False):
                if isinstance(value, str):
                    assert told == value
                assert not told.startswith(("=", "+", "@", "#NAME", "Err:")), told
