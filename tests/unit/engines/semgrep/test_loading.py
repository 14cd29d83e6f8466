"""Whether what a page loads is there."""

import re

import pytest

from scanner.domain.rule import SemgrepCheck
from scanner.engines.semgrep.answers import Answer, Match
from scanner.engines.semgrep.loading import Folders, loads_nothing
from scanner.engines.semgrep.selection import told
from scanner.interfaces import BoundRule
from scanner.rules.patterns import captured
from tests.unit.engines.semgrep.bench import project_rules

VENDORED = re.compile(r"jquery-\d", re.IGNORECASE)
GONE = "js/jquery-1.9.1.js"


def _folders(paths: list[str]) -> Folders:
    """As the reader lists them: without copies of libraries."""
    return Folders([path for path in paths if not VENDORED.search(path)], frozenset(paths).__contains__)


def _rule() -> BoundRule:
    return next(bound for bound in project_rules() if bound.rule.name == "script-past-support-in-page")


@pytest.mark.parametrize(
    ("others", "lacks"),
    [
        (["web/js/wards.js"], True),
        (["js/wards.js"], True),
        (["web/js/jquery-1.9.1.js", "js/wards.js"], False),
        (["web/js/wards.js", "web/js/jquery-1.9.1.js"], False),
        (["web/scripts/wards.js"], False),
        (["web/package.json", "js/wards.js"], False),
        (["web/package.json", "web/public/js/wards.js"], True),
        (["web/Web.csproj", "letters/js/wards.js"], False),
        (["web/package.json", "web/js/wards.js", "letters/js/jquery-1.9.1.js"], True),
        (["web/js/wards.js", "libman.json"], False),
        (["web/js/wards.js", "letters/bower.json"], False),
        (["web/js"], False),
    ],
)
def test_only_the_pages_own_project_is_compared(others: list[str], *, lacks: bool) -> None:
    assert _folders(["web/pages/list.html", *others]).lack("web/pages/list.html", GONE) is lacks


def test_what_names_no_folder_lacks_nothing() -> None:
    folders = _folders(["list.html", "js/wards.js"])
    assert not folders.lack("list.html", "jquery-1.9.1.js")
    assert not folders.lack("list.html", "")


def test_the_line_is_kept_whole_and_a_match_is_asked_from_its_column_on() -> None:
    bound, before = _rule(), '  <script src="js/jquery-ui.js"></script>'
    line = f'{before}<script src="old/jquery-1.9.1.js"></script>'
    match = Match(entry="r", line=1, column=len(before) + 1, end_line=1)
    _, codes = told(Answer(seen=True, matches=(match,)), line.encode())
    assert codes[1].line == line
    folders = _folders(["list.html", "js/wards.js", "old/jquery-1.9.1.js"])
    assert not loads_nothing(bound, "list.html", codes[1].line[match.column - 1 :], folders)
    assert loads_nothing(bound, "list.html", codes[1].line.strip(), folders)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ('<script src="js/jquery-1.9.1.js">', "js/jquery-1.9.1.js"),
        ('<script type="text/javascript" src="<%= root %>/js/jquery-1.9.1.js">', "js/jquery-1.9.1.js"),
        ("<script src=\"<c:url value='/js/jquery-1.9.1.js'/>\">", "js/jquery-1.9.1.js"),
        ('<script src="https://cdn.example/js/jquery-1.9.1.js">', ""),
        ('<script src="//cdn.example/jquery-1.9.1.js"></script><script src="js/jquery-ui.js">', ""),
        ('<script src="jquery-1.9.1.js"></script><script src="js/jquery-ui.js">', ""),
        ('<p><script src="js/jquery-1.9.1.js">', ""),
    ],
)
def test_the_rule_asks_what_its_own_element_loads(text: str, end: str) -> None:
    check = _rule().rule.check
    assert isinstance(check, SemgrepCheck)
    assert captured(text, check.loads) == end
