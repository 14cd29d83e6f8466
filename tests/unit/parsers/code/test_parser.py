"""Roles, encodings, limits, and what hostile files cost."""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor

import pytest

from scanner.domain.artifact import Artifact, ArtifactKind, Role
from scanner.parsers.code import isolation
from scanner.parsers.code.parser import CodeParser
from scanner.sources.repository import RepositoryReader
from tests.unit.parsers.code.facts import lines, source


def artifact(path: str, role: Role = Role.PRODUCT, language: str | None = "python") -> Artifact:
    return Artifact(path=path, kind=ArtifactKind.SOURCE, role=role, language=language)


def test_units_are_single_files_of_known_languages_and_roles():
    artifacts = [artifact(f"{role}.py", role) for role in Role]
    artifacts += [artifact("a.rs", language="rust"), Artifact(path="page.html", kind=ArtifactKind.MARKUP)]
    units = list(CodeParser().units(artifacts))
    assert all(len(unit) == 1 for unit in units)
    assert {unit[0].role for unit in units} == set(Role) - {Role.VENDORED, Role.DOCUMENTATION}


TEXT = "import café\nread('https://nww.trust.nhs.uk')\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1"])
def test_encodings(encoding):
    view = source(parse(TEXT.encode(encoding)))
    assert lines(view["imports"]) == {"café": 1}
    assert lines(view["endpoints"], "value") == {"https://nww.trust.nhs.uk": 2}


def test_counts(run):
    parsed = run(CodeParser(), {"a.py": "x = 1\ny = 2", "b.go": "package b\n", "c.rb": ""})
    assert parsed.counts == {"source_files": 3, "source_lines": 3}
    assert parsed.problems == ()


class Bytes:
    """Contents that a test makes up; the reader of folders would sort binary files out."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self, artifact: Artifact) -> bytes:  # noqa: ARG002
        return self._data


def parse(data: bytes, language: str = "python"):
    return CodeParser().parse((artifact("hostile", language=language),), Bytes(data))


def test_minified_script_is_counted_and_not_parsed():
    parsed = parse(b"var a=1;" * 1000, "javascript")
    assert parsed.counts == {"minified_files": 1}
    assert parsed.resources == ()


def test_script_with_one_embedded_picture_is_no_minified_one():
    text = b"load('x');\n" * 500 + b"const logo = '" + b"A" * 4000 + b"';\n"
    assert lines(source(parse(text, "javascript"))["calls"]) == {"load": 1}


def test_binary_file_is_a_problem():
    parsed = parse(bytes(range(256)) * 100)
    assert parsed.resources == ()
    assert [problem.message for problem in parsed.problems] == ["the file is binary, not text"]


def test_syntax_error_is_tolerated():
    parsed = parse(b"import os\ndef broken(:\n    pass\nos.system('x')\n")
    assert "os" in lines(source(parsed)["imports"])
    assert "os.system" in lines(source(parsed)["calls"])
    assert parsed.problems == ()


@pytest.mark.parametrize("language", ["java", "csharp", "python", "go", "typescript"])
def test_file_that_is_no_source_is_a_problem(language):
    prose = b"The quick brown fox, jumps over the lazy dog. And then there is more of it.\n" * 40
    (problem,) = parse(prose, language).problems
    assert f"% of the file is not valid {language}" in problem.message


def test_noise_is_never_fatal():
    for language in ("java", "ruby", "php", "kotlin"):
        noise = bytes(random.Random(7).choices(range(1, 256), k=30_000))  # noqa: S311
        parsed = parse(noise, language)
        assert parsed.resources or parsed.problems


def test_ten_megabytes_on_a_line():
    parsed = parse(b'import os\nx = "' + b"A" * 10_000_000 + b'"\nos.system(x)\n')
    assert lines(source(parsed)["calls"]) == {"os.system": 3}


@pytest.mark.parametrize("language", ["python", "csharp", "go"])
def test_deep_nesting_is_read_or_refused_but_never_fatal(language):
    parsed = parse(b"x = f(" * 20_000 + b")" * 20_000 + b"\n", language)
    assert parsed.resources or parsed.problems


@pytest.mark.parametrize("opening", [b"[", b"{", b",", b";"])
def test_half_a_million_open_brackets(opening):
    parsed = parse(opening * 500_000)
    assert [problem.message for problem in parsed.problems] == ["nested too deeply, or too broken, to be read"]


def test_file_that_kills_the_reader_is_a_problem_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr(isolation, "_SECONDS", 1.0)
    parser = CodeParser()
    unit = (artifact("a"),)
    parsed = parser.parse(unit, Bytes(b"a" + b".b()" * 300_000))
    assert "more time or memory" in parsed.problems[0].message
    assert parsed.resources == ()
    assert source(parser.parse(unit, Bytes(b"import os\n")))["imports"] == [{"name": "os", "line": 1}]


def test_more_calls_than_are_kept_are_announced():
    parsed = parse(b"".join(b"f%d()\n" % number for number in range(2100)))
    assert len(source(parsed)["calls"]) == 2000
    assert [problem.message for problem in parsed.problems] == ["more than 2000 calls; the rest is not looked at"]


def test_parser_goes_into_other_processes(tmp_path):
    (tmp_path / "a.py").write_text("import a.b\n")
    reader = RepositoryReader(tmp_path)
    parser = CodeParser()
    here = parser.parse((artifact("a.py"),), reader)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        there = pool.submit(parser.parse, (artifact("a.py"),), reader).result(timeout=60)
    assert there == here
    assert lines(source(here)["imports"]) == {"a.b": 1}


def test_same_file_gives_the_same_facts():
    text = b"import b, a\nz()\ny()\nhttp('https://x.nhs.uk')\n"
    assert parse(text).model_dump_json() == parse(text).model_dump_json()
