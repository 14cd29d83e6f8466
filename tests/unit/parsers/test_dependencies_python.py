"""Manifests of Python: requirements, pyproject.toml, Pipfile, setup.cfg and setup.py."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from scanner.parsers.dependencies import DependenciesParser

from .conftest import Run
from .test_dependencies import listed, manifest, runtimes


def test_requirements(run: Run) -> None:
    found = manifest(run, "requirements.txt", """\
# requests==0
-r base.txt
--index-url https://user:hunter22222@example.org/simple
Django[argon2]==4.2.1 ; python_version >= "3.8"  # web
flask>=2,<3
plain
pinned==1.0 \\
    --hash=sha256:aaaa \\
    --hash=sha256:bbbb
own @ git+https://user:hunter22222@example.org/own.git@v1
git+https://example.org/group/tool.git@v2#egg=tool
-e git+https://example.org/group/other.git@v3
./wheels/local_pkg-1.5-py3-none-any.whl
-e .
""")  # fmt: skip
    assert [(n, v, line) for n, v, _, line in listed(found)][:4] == [
        ("Django", "4.2.1", 4),
        ("flask", ">=2,<3", 5),
        ("plain", "", 6),
        ("pinned", "1.0", 7),
    ]
    assert [(n, line) for n, _, _, line in listed(found)][4:] == [
        ("own", 10),
        ("tool", 11),
        ("other", 12),
        ("local-pkg", 13),
    ]
    assert "hunter22222" not in str(found)


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("requirements.txt", "runtime"),
        ("requirements-dev.txt", "development"),
        ("requirements_test.in", "development"),
        ("constraints.txt", "managed"),
        ("requirements/latest.txt", "runtime"),
    ],
)
def test_scope_from_the_name(run: Run, name: str, scope: str) -> None:
    assert listed(manifest(run, name, b"a==1\r\n")) == [("a", "1", scope, 1)]


def test_pyproject_by_the_standard(run: Run) -> None:
    found = manifest(run, "pyproject.toml", """\
[build-system]
requires = ["hatchling"]
[project]
name = "x"
requires-python = ">=3.9"
dependencies = [
  # a comment
  "django==4.2",
  'requests[socks]>=2; python_version < "4"',
]
[project.optional-dependencies]
xml = ["lxml"]
test-utils = ["sphinx"]
[dependency-groups]
dev = [
  "pytest~=8.0",
  {include-group = "lint"},
]
""")  # fmt: skip
    assert runtimes(found) == [("python", ">=3.9", 5)]
    assert listed(found) == [
        ("django", "4.2", "runtime", 8),
        ("requests", ">=2", "runtime", 9),
        ("lxml", "", "optional", 12),
        ("sphinx", "", "development", 13),
        ("pytest", "~=8.0", "development", 16),
        ("hatchling", "", "build", 2),
    ]


def test_pyproject_of_poetry(run: Run) -> None:
    found = manifest(run, "pyproject.toml", """\
[tool.poetry.dependencies]
python = "^3.8"
"zope.interface" = "5.0"
django = {version = "^4", extras = ["argon2"]}
extra = {version = "1", optional = true}
own.git = "https://example.org/own.git"
[[tool.poetry.dependencies.many]]
version = "1"
[tool.poetry.group.dev.dependencies]
pytest = "*"
""")  # fmt: skip
    assert runtimes(found) == [("python", ">=3.8,<4", 2)]
    assert listed(found) == [
        ("zope.interface", "5.0", "runtime", 3),
        ("django", "^4", "runtime", 4),
        ("extra", "1", "optional", 5),
        ("own", "https://example.org/own.git", "runtime", 6),
        ("many", "1", "runtime", 7),
        ("pytest", "*", "development", 10),
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [("==3.11.*", "3.11.*"), ("~=3.11", ">=3.11,<4"), ("~=3.11.2", "3.11.2"), (">=3.8,<3.12", ">=3.8,<3.12")],
)
def test_a_range_of_python_does_not_pass_for_its_oldest_release(run: Run, written: str, read: str) -> None:
    found = manifest(run, "pyproject.toml", f'[project]\nrequires-python = "{written}"\n')
    assert runtimes(found) == [("python", read, 2)]


def test_pipfile(run: Run) -> None:
    text = """\
[packages]
flask = "==2.0"
own = {git = "https://example.org/own.git"}
[dev-packages]
black = "*"
[requires]
python_version = "3.7"
"""
    found = manifest(run, "Pipfile", text)
    assert runtimes(found) == [("python", "3.7", 7)]
    assert listed(found) == [
        ("flask", "2.0", "runtime", 2),
        ("own", "https://example.org/own.git", "runtime", 3),
        ("black", "*", "development", 5),
    ]


def test_setup_cfg(run: Run) -> None:
    found = manifest(run, "setup.cfg", """\
[metadata]
name = x
[options]
python_requires = >=3.6
install_requires =
    # a comment
    django==2.2
    six; python_version < "3"
[options.extras_require]
docs = sphinx
xml = lxml
[flake8]
ignore = E1:E2
""")  # fmt: skip
    assert runtimes(found) == [("python", ">=3.6", 4)]
    assert listed(found) == [
        ("django", "2.2", "runtime", 7),
        ("six", "", "runtime", 8),
        ("sphinx", "", "development", 10),
        ("lxml", "", "optional", 11),
    ]


def test_setup_py_is_read_and_never_run(run: Run, tmp_path: Path) -> None:
    trap = tmp_path / "executed"
    parsed = run(DependenciesParser(), {"setup.py": f"""\
from setuptools import setup
open({str(trap)!r}, "w").close()
REQUIRES = [
    "django==2.2",
]
setup(
    python_requires="==3.7.*",
    install_requires=REQUIRES,
    extras_require={{"docs": ["sphinx"], "xml": ["lxml"]}},
    tests_require=open("tests.txt").read().split(),
    **more,
)
"""})  # fmt: skip
    assert not trap.exists()
    (resource,) = parsed.resources
    found = dict(resource.attributes)
    assert runtimes(found) == [("python", "3.7.*", 7)]
    assert listed(found) == [
        ("django", "2.2", "runtime", 4),
        ("sphinx", "", "development", 9),
        ("lxml", "", "optional", 9),
    ]
    assert [problem.location and problem.location.start_line for problem in parsed.problems] == [10, 11]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("pyproject.toml", "[project]\nname = \n", 2),
        ("pyproject.toml", "[project]\nname = 1\nname = 2\n", 3),
        ("pyproject.toml", "x = " + "[" * 50_000, 1),
        ("pyproject.toml", "\n" + "a." * 50_000 + "a = 1", 2),
        ("Pipfile", "x", 1),
        ("setup.cfg", "[options]\nno sense\n", 2),
        ("setup.py", "from setuptools import setup\nprint 'old'\n", 2),
        ("setup.py", "(" * 10_000, 1),
        ("setup.py", "x = " + "-" * 100_000 + "1", 1),
        ("setup.py", "x = a" + ".b" * 90_000, 1),
        ("setup.py", "#" * 300_000, 1),
        ("requirements.txt", b"\x00\x01\x02", 1),
    ],
)
def test_a_malformed_manifest_is_one_problem_with_its_place(run: Run, name: str, text: str | bytes, line: int) -> None:
    parsed = run(DependenciesParser(), {name: text})
    (problem,) = parsed.problems
    assert parsed.resources == ()
    assert problem.location is not None
    assert (problem.location.path, problem.location.start_line) == (name, line)


def test_what_tools_bring_into_a_compiled_file_is_no_choice_of_the_project(run: Run) -> None:
    found = manifest(run, "requirements.txt", """\
# This file was compiled
flask==3.1.3
    # via
    #   -c limits.txt
    #   flask-login
    #   locust
flask-login==0.6.3 \\
    --hash=sha256:aaaa
    # via locust
locust==2.43.0
    # via -r requirements.in
click==8.3.0
    # via
    #   -r requirements.in
    #   flask
boto3==1.40.1
    # via records (pyproject.toml)
jinja2==3.1.6  # via flask, locust
wagtail==5.2
    # via -r requirements.in
django==3.2.1
    # via wagtail
asgiref==3.9
    # via
    #   django
    #   locust
round==1.0
    # via trip
trip==1.0
    # via round
gunicorn==23.0.0
    # written by hand, via nobody
held==1.0
    # via -c limits.txt
""")  # fmt: skip
    assert {name for name, _, scope, _ in listed(found) if scope == "indirect"} == {
        "flask", "flask-login", "jinja2",
    }  # fmt: skip
    assert len(listed(found)) == 13


def test_requirements_that_cannot_be_read_are_told_and_the_rest_is_kept(run: Run) -> None:
    parsed = run(DependenciesParser(), {"requirements.txt": "a==1\n???\nb two words\nc\n"})
    assert [problem.location and problem.location.start_line for problem in parsed.problems] == [2, 3]
    assert [d["name"] for d in parsed.resources[0].attributes["dependencies"]] == ["a", "c"]


def test_shape_that_is_no_list_is_told(run: Run) -> None:
    parsed = run(DependenciesParser(), {"pyproject.toml": '[project]\nname = "x"\ndependencies = "a"\n'})
    (problem,) = parsed.problems
    assert problem.location is not None
    assert problem.location.start_line == 3


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml", "setup.cfg", "setup.py", "Pipfile"])
@pytest.mark.parametrize(
    "text",
    [
        b"a" + b" " * 900_000 + b"x",
        b"a" * 900_000,
        b"a\n" * 400_000,
        b"[a.b]\n" * 100_000,
        b"/" * 900_000 + b" #egg",
        b"[packages]\n" + b'"a\\u0062%d" = "1"\n' * 50_000,
        b"\xff\xfe" + "a==1\n".encode("utf-16-le"),
        "näme==1\n".encode("latin-1"),
        b"a==1 " + b"\\\n" * 400_000,
    ],
)
def test_hostile_files_cost_little(run: Run, name: str, text: bytes) -> None:
    start = time.process_time()
    parsed = run(DependenciesParser(), {name: text})
    assert len(parsed.resources) + len(parsed.problems) >= 1
    assert len(parsed.problems) <= 5
    assert time.process_time() - start < 10
