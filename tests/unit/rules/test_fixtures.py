"""Annotations in the comment style of every language, and expect.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.finding import Outcome
from scanner.rules.fixtures import Annotation, Announced, read_annotations, read_fixtures


@pytest.mark.parametrize(
    "comment",
    [
        "# ruleid: a-rule",
        "  // ruleid: a-rule",
        "/* ruleid: a-rule */",
        "<!-- ruleid: a-rule -->",
        "-- ruleid: a-rule",
        "{# ruleid: a-rule #}",
        "@* ruleid: a-rule *@",
        "<%-- ruleid: a-rule --%>",
        "<%# ruleid: a-rule %>",
        "{{!-- ruleid: a-rule --}}",
        "; ruleid: a-rule",
        "#ruleid: a-rule",
    ],
)
def test_every_comment_style_is_read(comment: str) -> None:
    assert read_annotations(f"first\n{comment}\nsecond\n") == (Annotation(Announced.FAIL, "a-rule", 3, 2),)


def test_the_announced_line_is_neither_blank_nor_an_annotation() -> None:
    text = "# ruleid: a, b\n\n# ok: c\n   \n# open: d\nresource {\n# review: e"
    assert read_annotations(text) == (
        Annotation(Announced.FAIL, "a", 6, 1),
        Annotation(Announced.FAIL, "b", 6, 1),
        Annotation(Announced.PASS, "c", 6, 3),
        Annotation(Announced.OPEN, "d", 6, 5),
        Annotation(Announced.REVIEW, "e", None, 7),
    )


@pytest.mark.parametrize("text", ["x = 1 # ok: a", "# ok", "# ok: A B", "ok: a", "# todook: a", '"# ok: a"'])
def test_other_text_is_no_annotation(text: str) -> None:
    assert read_annotations(f"{text}\nnext") == ()


def test_every_annotation_has_an_outcome() -> None:
    assert [kind.outcome for kind in Announced] == [Outcome.FAIL, Outcome.PASS, Outcome.OPEN, Outcome.REVIEW]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_loose_files_and_cases_are_told_apart(tmp_path: Path) -> None:
    write(tmp_path / "tests/main.tf", "# ok: r\nx\n")
    write(tmp_path / "tests/sub/more.tf", "y\n")
    write(tmp_path / "tests/bad/expect.yaml", "findings:\n  - {outcome: fail, path: a.json, line: 3}\n")
    write(tmp_path / "tests/bad/a.json", "{}\n")
    write(tmp_path / "tests/good/expect.yaml", "findings: []\n")
    fixtures = read_fixtures(tmp_path, "r")
    assert [path.relative_to(tmp_path).as_posix() for path in fixtures.loose] == ["tests/main.tf", "tests/sub/more.tf"]
    assert [case.folder.name for case in fixtures.cases] == ["bad", "good"]
    assert fixtures.cases[0].expectation.findings[0].line == 3
    assert fixtures.flagged()
    assert fixtures.accepted()
    assert fixtures.faults == ()


def test_an_empty_expectation_is_accepted_but_flags_nothing(tmp_path: Path) -> None:
    write(tmp_path / "tests/good/expect.yaml", "findings: []\n")
    fixtures = read_fixtures(tmp_path, "r")
    assert (fixtures.flagged(), fixtures.accepted()) == (False, True)


def test_faults_of_fixtures_have_places(tmp_path: Path) -> None:
    write(tmp_path / "tests/main.tf", "x\n  # ruleid: other\ny\n# ok: r\n")
    write(tmp_path / "tests/bad/expect.yaml", "findings:\n  - {outcome: failed}\n")
    faults = [
        (fault.path.name, fault.line, fault.column, fault.message) for fault in read_fixtures(tmp_path, "r").faults
    ]
    assert faults == [
        ("expect.yaml", 2, 15, "'failed' must be one of pass, fail, open, review or notApplicable"),
        ("main.tf", 2, 13, "the annotation names 'other', not this rule"),
        ("main.tf", 4, 7, "the annotation has no line below it"),
    ]


def test_a_rule_without_tests_has_no_fixtures(tmp_path: Path) -> None:
    fixtures = read_fixtures(tmp_path, "r")
    assert (fixtures.loose, fixtures.cases, fixtures.flagged(), fixtures.accepted()) == ((), (), False, False)
