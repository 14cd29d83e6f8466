"""Lists come back from people and their spreadsheets."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.errors import UsageError
from scanner.readings.lists import Verdict, read_list

HEAD = "number,repository,rule,path,line,verdict,why\n"


def _list(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "list.csv"
    file.write_bytes(text.encode(encoding))
    return file


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("right", Verdict.RIGHT),
        ("TRUE", Verdict.RIGHT),
        (" Arguable ", Verdict.ARGUABLE),
        ("Wrong", Verdict.WRONG),
        ("false", Verdict.WRONG),
        ("", None),
    ],
)
def test_verdicts_are_read_in_any_case(tmp_path: Path, told: str, verdict: Verdict | None) -> None:
    [row] = read_list(_list(tmp_path, f"{HEAD}1,r,open-bucket,main.tf,3,{told},why\n"))
    assert row.verdict is verdict
    assert (row.repository, row.rule, row.path, row.line) == ("r", "open-bucket", "main.tf", 3)


def test_what_spreadsheets_make_of_a_list_is_read(tmp_path: Path) -> None:
    rows = '1;r;open-bucket;main.tf;3;right;"two\r\nlines; really"\r\n;;;;;;\r\n2;r;open-bucket;main.tf;9;;\r\n'
    text = HEAD.replace(",", ";").replace("\n", "\r\n") + rows
    read = list(read_list(_list(tmp_path, text, "utf-8-sig")))
    assert [(row.line, row.verdict, row.where.rpartition(":")[2]) for row in read] == [
        (3, Verdict.RIGHT, "2"),
        (9, None, "5"),
    ]


def test_the_same_row_has_the_same_key_in_any_file(tmp_path: Path) -> None:
    [row] = read_list(_list(tmp_path, f"{HEAD}1,r,open-bucket,main.tf,3,right,\n"))
    (tmp_path / "other").mkdir()
    again, other = read_list(
        _list(tmp_path / "other", f"{HEAD}7,r,open-bucket,main.tf,3,wrong,x\n8,r,open-bucket,main.tf,4,wrong,x\n")
    )
    assert row.key == again.key
    assert row.key != other.key


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{HEAD}1,r,open-bucket,main.tf,3,right,\n2,r,open-bucket,main.tf,4,perhaps,\n", r"list.csv:3: 'perhaps'"),
        (f"{HEAD}1,r,open-bucket,main.tf,three,right,\n", r"list.csv:2: .*line as a number"),
        (f"{HEAD}1,r,open-bucket,main.tf,{'1' * 5000},right,\n", r"list.csv:2: .*line as a number"),
        (f"{HEAD}1,,open-bucket,main.tf,3,right,\n", r"list.csv:2: a row needs repository"),
        ("rule,path\nopen-bucket,main.tf\n", r"list.csv:1: there is no column repository, line, verdict"),
        ("", r"list.csv:1: there is no column"),
        (f'{HEAD}1,r,open-bucket,"main.tf,3,right,\n', r"list.csv:2: no valid CSV"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        list(read_list(_list(tmp_path, text)))


def test_a_file_that_is_no_text_or_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not UTF-8"):
        list(read_list(_list(tmp_path, f"{HEAD}1,r,o,é.tf,3,right,\n", "latin-1")))
    with pytest.raises(UsageError, match="could not be read"):
        list(read_list(tmp_path / "none.csv"))
