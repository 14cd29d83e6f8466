"""semgrep itself over small repositories."""

from pathlib import Path

import pytest

from scanner.engines.isolation import EngineEnvironment
from scanner.engines.semgrep.engine import SemgrepEngine
from scanner.processes import Limits
from tests.unit.engines.conftest import Bench
from tests.unit.engines.facts import facts

TLS = """
rules:
  - id: tls-off
    languages: [python]
    severity: WARNING
    message: m
    pattern: requests.get(..., verify=False)
  - id: tls-off.accepted
    languages: [python]
    severity: INFO
    message: m
    pattern: requests.get(..., verify=True)
"""
OFF = "import requests\nrequests.get('https://x', verify=False)\n"


@pytest.mark.engines
def test_matches_fail_and_accepted_ones_pass(bench: Bench) -> None:
    bench.write({"a.py": OFF + "requests.get('https://y', verify=True)\n"})
    rule = bench.rule("tls-off", TLS, message="{path}:{line} has {code} {unknown}", accepted="{path} checks")
    result = bench.evaluate(rule)
    assert facts(result.findings) == [("tls-off", "fail", "a.py", 2), ("tls-off", "pass", "a.py", 3)]
    messages = {one.outcome.value: one.message for one in result.findings}
    assert messages["fail"] == "a.py:2 has requests.get('https://x', verify=False) {unknown}"
    assert messages["pass"] == "a.py checks"
    assert result.problems == ()


@pytest.mark.engines
def test_entries_of_one_id_for_two_languages_both_judge(bench: Bench) -> None:
    bench.write({"a.py": OFF, "b.js": "connect({ rejectUnauthorized: false });\n"})
    second = """
  - id: tls-off
    languages: [javascript]
    severity: WARNING
    message: m
    pattern: "connect({ ..., rejectUnauthorized: false, ... })"
"""
    result = bench.evaluate(bench.rule("tls-off", TLS + second, message="m"))
    assert facts(result.findings) == [("tls-off", "fail", "a.py", 2), ("tls-off", "fail", "b.js", 1)]


@pytest.mark.engines
def test_a_line_that_nobody_wrote_is_left_out_and_told(bench: Bench) -> None:
    quadratic = """
rules:
  - id: same-twice
    languages: [regex]
    severity: WARNING
    message: m
    pattern-regex: '[^\\n]*?(?<!\\w)(\\w*token)\\s*==\\s*\\1\\b'
"""
    bundled = "var made = '" + "ab" * 250_000 + " token == other';\n"
    bench.write({"a.js": "first();\n" + bundled + "if (token == token) open();\n", "b.js": bundled, "c.js": "x();\n"})
    result = bench.evaluate(bench.rule("same-twice", quadratic, message="m"))
    assert facts(result.findings) == [("same-twice", "fail", "a.js", 3)]
    assert [(one.location.path, one.message) for one in result.problems if one.location] == [
        (
            path,
            "semgrep does not see all of this file: 1 of its lines have more than 5,000 characters, and are left out",
        )
        for path in ("a.js", "b.js")
    ]


@pytest.mark.engines
def test_lines_of_windows_end_as_others_do(bench: Bench) -> None:
    rules = """
rules:
  - id: spreads
    languages: [regex]
    severity: WARNING
    message: m
    pattern-regex: '(?m)^host:[ \\t]*\\n[ \\t]+open[ \\t]*$'
"""
    bench.write({"a.yaml": "a: 1\r\nhost:\r\n  open\r\n", "b.yaml": "a: 1\nhost:\n  open\n"})
    result = bench.evaluate(bench.rule("spreads", rules, message="m"))
    assert facts(result.findings) == [("spreads", "fail", "a.yaml", 2), ("spreads", "fail", "b.yaml", 2)]


@pytest.mark.engines
def test_a_file_in_another_encoding_says_the_same(bench: Bench) -> None:
    rules = """
rules:
  - id: opens
    languages: [regex]
    severity: WARNING
    message: m
    patterns:
      - pattern-regex: 'open\\((?P<WHAT>[a-z]+)\\)'
      - pattern-not-regex: 'open\\(door\\)'
"""
    text = "// \u00a9 St Elsewhere, r\u00e9anim\u00e9\nopen(door)\nopen(window)\n"
    bench.write(
        {
            "utf8.js": text,
            "latin.js": text.encode("latin-1"),
            "wide.js": text.encode("utf-16"),
            "old.js": text.replace("\n", "\r"),
            "windows.js": text.replace("\n", "\r\n").encode("cp1252"),
        }
    )
    result = bench.evaluate(bench.rule("opens", rules, message="m"))
    assert facts(result.findings) == [
        ("opens", "fail", path, 3) for path in ("latin.js", "old.js", "utf8.js", "wide.js", "windows.js")
    ]


@pytest.mark.engines
def test_otherwise_review(bench: Bench) -> None:
    bench.write({"a.py": OFF})
    result = bench.evaluate(bench.rule("tls-off", TLS, message="m", otherwise="review"))
    assert facts(result.findings) == [("tls-off", "review", "a.py", 2)]


@pytest.mark.engines
def test_nothing_in_the_repository_hides_a_match(bench: Bench) -> None:
    hidden = OFF.replace("False)", "False)  # nosemgrep")
    bench.write(
        {
            "a.py": hidden,
            "ignored/b.py": OFF,
            ".semgrepignore": "*.py\n",
            ".semgrep/settings.yml": "x: 1\n",
            "build/c.py": OFF,
        }
    )
    result = bench.evaluate(bench.rule("tls-off", TLS, message="m"))
    assert [place[2] for place in facts(result.findings)] == ["a.py", "build/c.py", "ignored/b.py"]


@pytest.mark.engines
def test_a_repository_around_the_temporary_folder_hides_nothing(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    around = tmp_path / "around"
    (around / ".git").mkdir(parents=True)
    (around / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    for name in (".semgrepignore", ".gitignore"):
        (around / name).write_text("*.py\n")
    monkeypatch.setattr("tempfile.tempdir", str(around))
    bench.write({"a.py": OFF})
    result = bench.evaluate(bench.rule("tls-off", TLS, message="m"))
    assert facts(result.findings) == [("tls-off", "fail", "a.py", 2)]
    assert result.problems == ()


@pytest.mark.engines
def test_only_files_of_the_rules_roles_count(bench: Bench) -> None:
    bench.write({"a.py": OFF, "tests/test_a.py": OFF, "examples/e.py": OFF})
    product = bench.rule("tls-off", TLS, message="m")
    tests = bench.rule("tls-off-in-tests", TLS.replace("tls-off", "tls-off-in-tests"), message="m", roles=["test"])
    result = bench.evaluate(product, tests)
    assert facts(result.findings) == [
        ("tls-off", "fail", "a.py", 2),
        ("tls-off-in-tests", "fail", "tests/test_a.py", 2),
    ]


@pytest.mark.engines
def test_what_loads_a_file_that_is_not_beside_its_neighbours_stays_open(bench: Bench) -> None:
    names = ("gone", "jquery-1.9.1", "kept", "restored")  # the second is not listed, as others wrote it
    calls = (("lib", "jquery-1.9.1"), ("lib", "kept"), ("lib", "gone"), ("fetched", "restored"))
    bench.write({f"{name}.py": OFF.replace("https://x", f"/{folder}/{name}.js") for folder, name in calls})
    bench.write({f"web/lib/{name}.js": f"// {name}\n" for name in ("kept", "other", "jquery-1.9.1")})
    rule = bench.rule("tls-off", TLS, message="m", loads=r"/(\w+/[\w.-]+\.js)'")
    result = bench.evaluate(rule)
    outcomes = {name: "open" if name == "gone" else "fail" for name in names}
    assert facts(result.findings) == sorted(("tls-off", outcomes[name], f"{name}.py", 2) for name in names)
    messages = {one.location.path: one.message for one in result.findings}
    assert messages["gone.py"] == "cannot tell, since the file that it loads is not there, whether: m"
    bench.write({"libman.json": "{}"})
    assert facts(bench.evaluate(rule).findings) == [("tls-off", "fail", f"{name}.py", 2) for name in names]


@pytest.mark.engines
def test_grouped_by_repository(bench: Bench) -> None:
    bench.write({f"src/{number}.py": OFF for number in range(4)})
    (one,) = bench.evaluate(bench.rule("tls-off", TLS, message="m", group="repository")).findings
    assert (one.location.path, len(one.related)) == ("src/0.py", 3)


@pytest.mark.engines
def test_a_secret_in_the_matched_line_is_not_repeated(bench: Bench) -> None:
    secret = "hunter2-hunter2-hunter2"
    bench.write(
        {"a.py": f"import requests\nrequests.get('https://u:{secret}@x/', password='{secret}', verify=False)\n"}
    )
    result = bench.evaluate(bench.rule("tls-off", TLS, message="{code}"))
    assert len(result.findings) == 1
    assert secret not in result.model_dump_json()


@pytest.mark.engines
def test_a_faulty_rule_is_named_and_the_others_still_judge(bench: Bench) -> None:
    bench.write({"a.py": OFF})
    bad = TLS.replace("tls-off", "bad-pattern").replace("verify=True)", "((((")
    result = bench.evaluate(bench.rule("tls-off", TLS, message="m"), bench.rule("bad-pattern", bad, message="m"))
    assert facts(result.findings) == [("tls-off", "fail", "a.py", 2)]
    assert result.unavailable == ("bad-pattern",)
    assert "bad-pattern was not evaluated" in result.problems[0].message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TLS.replace("id: tls-off\n", "id: another\n"), "neither tls-off nor"),
        (TLS.replace("languages: [python]", "languages: [klingon]"), "klingon"),
        (TLS + "    validators: [{http: {request: {url: 'https://evil.example'}}}]\n", "validators"),
        (TLS + "    fix: x\n", "uses fix"),
        ("rules: []", "no list of rules"),
        ("a: [", "not YAML"),
        ("rules: [x]", "not a mapping"),
        ("rules: " + "[" * 5000, "not YAML"),
    ],
)
def test_a_rule_file_that_may_not_be_used_is_a_problem(bench: Bench, text: str, expected: str) -> None:
    bench.write({"a.py": OFF})
    result = bench.evaluate(bench.rule("tls-off", text, message="m"))
    assert result.unavailable == ("tls-off",)
    assert expected in result.problems[0].message
    assert result.findings == ()


def test_a_rule_file_elsewhere_is_not_read(bench: Bench) -> None:
    bench.write({"a.py": OFF})
    (bench.packs / "semgrep.yaml").parent.mkdir(parents=True, exist_ok=True)
    (bench.packs / "semgrep.yaml").write_text(TLS)
    result = bench.evaluate(bench.rule("tls-off", TLS, message="m", config="../semgrep.yaml"))
    assert result.unavailable == ("tls-off",)


@pytest.mark.engines
def test_broken_and_odd_files_are_problems_and_the_rest_is_judged(bench: Bench) -> None:
    bench.write(
        {
            "good.py": OFF,
            "broken.py": "def f(:\n  x = = 1\n" + OFF,
            "latin.py": b"# caf\xe9\n" + OFF.encode(),
            "deep.py": "x = " + "(" * 20000 + ")" * 20000 + "\n",
            "large.py": OFF + "x = '" + "a" * 2_100_000 + "'\n",
            "large_and_harmless.py": "x = '" + "a" * 2_100_000 + "'\n",
            "lines.py": "s = 'a\x0cb\x1cc'\n" + OFF,
        }
    )
    result = bench.evaluate(bench.rule("tls-off", TLS, message="{code}"))
    found = {one.location.path: one for one in result.findings}
    assert {"good.py", "latin.py", "lines.py"} <= set(found)
    assert "verify=False" in found["lines.py"].message
    places = {problem.location.path for problem in result.problems if problem.location}
    assert {"broken.py", "large.py"} <= places
    assert "large_and_harmless.py" not in places
    assert result.unavailable == ()


@pytest.mark.engines
def test_without_a_file_that_can_match_semgrep_is_not_started(bench: Bench) -> None:
    bench.write({"main.go": "package main\n", "README.md": "requests\n"})
    told: list[str] = []
    result = bench.evaluate(bench.rule("tls-off", TLS, message="m"), report=told.append)
    assert (result.findings, result.problems, result.unavailable, told) == ((), (), (), [])


def test_pictures_that_a_glob_of_names_matches_are_left_out_in_silence(bench: Bench) -> None:
    rule = """rules:
  - id: tls-off
    languages: [regex]
    severity: ERROR
    message: m
    paths: {include: ["*clinical*"]}
    pattern-regex: verify
"""
    bench.write({"icons/clinical.PNG": b"\x89PNG\r\n\x00\x00", "fonts/clinical.woff2": b"wOF2\x00"})
    told: list[str] = []
    result = bench.evaluate(bench.rule("tls-off", rule, message="m"), report=told.append)
    assert (result.findings, result.problems, result.unavailable, told) == ((), (), (), [])


def test_offline_without_an_environment_nothing_passes_or_fails(bench: Bench, tmp_path: Path) -> None:
    bench.write({"a.py": OFF})
    engine = SemgrepEngine(environment=EngineEnvironment("semgrep", tmp_path / "none"))
    result = bench.evaluate(bench.rule("tls-off", TLS, message="m"), engine=engine, offline=True)
    assert result.findings == ()
    assert result.unavailable == ("tls-off",)
    (problem,) = result.problems
    assert "tls-off" in problem.message
    assert "archscan engines install" in problem.message


@pytest.mark.engines
def test_too_slow_a_run_makes_the_rules_unavailable(bench: Bench) -> None:
    bench.write({"a.py": OFF})
    result = bench.evaluate(bench.rule("tls-off", TLS, message="m"), engine=SemgrepEngine(limits=Limits(seconds=0.01)))
    assert result.unavailable == ("tls-off",)
    assert "stopped after" in result.problems[0].message
