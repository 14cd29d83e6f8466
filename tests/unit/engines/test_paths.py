"""Tests of asking all paths at once, held against pathspec itself."""

from __future__ import annotations

import re

import pathspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scanner.engines.paths import Paths

PATHS = [
    "README.md", "LICENSE", "docs/hazard-log.md", "docs/deep/er/Hazard_Log.xlsx", ".github/SECURITY.md", "a\nb/x.md",
    "src/main/java/A.java", "docs", "été/naïve.md", "a/b", "ab/x", "x/ab", "docs/", "\udcff/bad.md", "[x].md",
]  # fmt: skip
GLOBS = [
    "*.md", "**/*hazard*log*", "docs/", "/LICENSE*", "security.md", "docs/**/*.xlsx", "a/**", "**/a*", "[!a]*", "a?/x",
    "!README.md", "# no glob", "", "naïve.*", r"\[x\].md", "**", "src/**/A.java",
]  # fmt: skip


def expected(paths: list[str], globs: list[str]) -> list[int]:
    spec = pathspec.GitIgnoreSpec.from_lines([glob.lower() for glob in globs])
    return [
        number for number, path in enumerate(paths) if spec.match_file(path.lower().encode("utf-8", "replace").decode())
    ]


@pytest.mark.parametrize("glob", GLOBS)
@pytest.mark.parametrize("paths", [PATHS, [path for path in PATHS if "\n" not in path], []])
def test_one_glob(paths: list[str], glob: str) -> None:
    assert Paths(paths).matching([glob]) == expected(paths, [glob])


@pytest.mark.filterwarnings("ignore:Possible:FutureWarning")  # of pathspec, which compiles for Python's own engine too
@given(
    st.lists(st.text("aAb./-_\n", min_size=1, max_size=8).filter(lambda path: path.strip("./") == path), max_size=6),
    st.lists(st.text("aB*?/.[!]-_", min_size=1, max_size=6), min_size=1, max_size=3),
)
def test_any_globs(paths: list[str], globs: list[str]) -> None:
    try:
        wanted = expected(paths, globs)
    except (ValueError, re.error):  # not a glob
        assume(False)
    assert Paths(paths).matching(globs) == wanted
