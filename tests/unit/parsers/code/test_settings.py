"""Settings that a file reads by name."""

from __future__ import annotations

import pytest

from scanner.parsers.code.settings import computed_names, settings_read


@pytest.mark.parametrize(
    ("language", "source", "names"),
    [
        ("python", 'a = os.environ.get("A_B", "x")\nb = environ["CC"]\n# os.getenv("OLD")\n', ["A_B", "CC"]),
        ("typescript", "const a = process.env.DB_URL; const b = process.env['KEY'];\n", ["DB_URL", "KEY"]),
        ("java", '@Value("${gp2gp.host:localhost}")\nString a = System.getenv("PORT");\n', ["gp2gp.host", "PORT"]),
        ("csharp", 'var a = Environment.GetEnvironmentVariable("AA"); var b = Configuration["B:C"];\n', ["AA", "B:C"]),
        ("go", 'a := os.Getenv("HOST")\n', ["HOST"]),
        ("ruby", "ENV.fetch('SECRET') + ENV['OTHER']\n", ["SECRET", "OTHER"]),
        ("php", "<?php $a = getenv('AA'); $b = $_ENV['BB'];\n", ["AA", "BB"]),
        ("python", "a = os.environ[name]\nenv = 1\n", []),
        ("javascript", "const { AA, BB: b,\n CC = 'x', } = process.env;\nprocess.env.DD", ["AA", "BB", "CC", "DD"]),
        ("cobol", "ENV", []),
    ],
)
def test_names_are_read_and_values_and_comments_are_not(language: str, source: str, names: list[str]) -> None:
    assert [entry["name"] for entry in settings_read(source.encode(), language)] == names


def test_a_name_has_its_first_line_and_lists_are_bounded() -> None:
    source = "\n".join(f'a = os.environ["N{number % 700}"]' for number in range(2000)).encode()
    found = settings_read(source, "python")
    assert (found[3]["line"], len(found)) == (4, 500)
    assert settings_read(b"\xff\xfe env os.environ[", "python") == []


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("python", 'x\na = os.environ[name]\nb = getenv("A")', [("environ[name", 2)]),
        ("python", 'a = os.environ.get(f"{part}_PASSWORD", "x")', [('environ.get(f"{part}_PASSWORD"', 1)]),
        ("python", "# os.environ[old]\nfor name, value in os.environ.items():", [("environ.items(", 2)]),
        ("python", 'a = os.environ.get("A", default)\nb = environ["B"]', []),
        ("javascript", "a = process.env[key]; b = process.env['B']", [("process.env[key", 1)]),
        ("typescript", "a = process.env[`${part}_KEY`]; b = process.env[`B`]", [("process.env[`${part}_KEY`", 1)]),
        ("java", 'System.getenv(name); getenv("A"); System.getenv().get(b)', [("getenv(name", 1), ("getenv()", 1)]),
        ("csharp", 'Environment.GetEnvironmentVariable(key); Environment.GetEnvironmentVariable("A")', [
            ("GetEnvironmentVariable(key", 1),
        ]),
        ("go", 'os.Getenv(prefix + "_URL"); os.Getenv("A")', [('Getenv(prefix + "_URL"', 1)]),
        ("ruby", "ENV[name] + ENV.fetch('A')", [("ENV[name", 1)]),
        ("php", "<?php $a = getenv($name); $b = getenv('B');", [("getenv($name", 1)]),
        ("cobol", "ENV[name]", []),
    ],
)  # fmt: skip
def test_names_made_at_run_time(language: str, source: str, expected: list[tuple[str, int]]) -> None:
    assert computed_names(source.encode(), language) == expected


def test_hostile_files_are_read_in_linear_time() -> None:
    source = b"process.env[" * 150_000
    assert len(computed_names(source, "javascript")) == 20
    assert settings_read(b"{" * 1_000_000 + b" process.env", "javascript") == []
