"""Settings that a file reads by name."""

from __future__ import annotations

import pytest

from scanner.parsers.code.settings import settings_read


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
