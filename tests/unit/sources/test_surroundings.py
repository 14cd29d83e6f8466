"""What stands beside a file tells of its role, where its path says nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scanner.domain.artifact import Role
from scanner.sources.repository import RepositoryReader
from tests.unit.sources.test_repository import write


def roles(root: Path, files: dict[str, str]) -> dict[str, Role]:
    found = RepositoryReader(write(root, {**files, "README.md": ""})).walk().artifacts
    return {artifact.path: artifact.role for artifact in found}


def _leads(source: str) -> str:
    return json.dumps({"version": 3, "sources": [source]})


_MAP = "\n//# sourceMappingURL=list.js.map"


@pytest.mark.parametrize(
    "files",
    [
        {"wards/dist/api/list.js": "list();\n", "wards/src/api/list.ts": ""},
        {"out/list.js": "list();\n", "src/list.tsx": ""},
        {"dist/list.mjs": "list();\n", "src/list.mts": ""},
        # The compiler was given the folder above `src`, or more than one project.
        {"wards/dist/src/list.js": "list();\n", "wards/src/list.ts": ""},
        {"services/wards/dist/wards/src/list.js": "list();\n", "services/wards/src/list.ts": ""},
        # Folders in which people write too need a sign besides.
        {"lib/list.js": "list();\n", "lib/list.d.ts": "", "src/list.ts": ""},
        {"build/list.js": "list();" + _MAP, "src/list.ts": ""},
        {
            "lib/list.js": 'Object.defineProperty(exports, "__esModule", { value: true });\n',
            "src/list.ts": "",
        },
        # A map beside it leads to its source, or to where it was.
        {"dist/wards.js": "list();" + _MAP, "dist/wards.js.map": _leads("../src/list.js"), "src/list.js": ""},
        {"lib/a/list.js": "list();" + _MAP + "\n", "lib/a/list.js.map": _leads("../../a/list.ts"), "a/list.ts": ""},
        {"dist/a/list.js": "list();" + _MAP, "dist/a/list.js.map": _leads("../../src/a/list.ts"), "src/b.ts": ""},
        # Compiled beside its source.
        {"shared/list.js": "list();" + _MAP, "shared/list.ts": ""},
    ],
)
def test_script_that_a_compiler_wrote_is_generated(tmp_path: Path, files: dict[str, str]) -> None:
    found = roles(tmp_path, files)
    assert found[next(iter(files))] is Role.GENERATED
    assert all(role is Role.PRODUCT for path, role in found.items() if "src/" in path and "dist/" not in path)


@pytest.mark.parametrize(
    "files",
    [
        {"dist/list.js": "list();\n"},
        {"dist/list.js": "list();\n", "src/lists.ts": ""},
        {"dist/list.js": "list();\n", "src/list.js": ""},
        {"dist/list.js": "list();\n", "src/api/list.ts": ""},
        {"dist/index.js": "list();\n", "index.ts": ""},
        {"lib/index.js": "list();\n", "src/index.ts": ""},
        {"build/index.js": "list();\n", "src/index.ts": ""},
        # The comment alone, the map alone, and a comment that is not at the end.
        {"dist/list.js": "list();" + _MAP},
        {"dist/list.js": "list();\n", "dist/list.js.map": _leads("../src/list.js"), "src/list.js": ""},
        {"dist/a.js": "a();" + _MAP + "\nb();\n", "dist/a.js.map": _leads("../src/b.js"), "src/b.js": ""},
        {"web/list.js": "list();" + _MAP, "web/list.js.map": _leads("../src/list.js"), "src/list.js": ""},
        # The sources are kept elsewhere: here is all that there is to judge.
        {"dist/list.js": "list();" + _MAP, "dist/list.js.map": "{}"},
        {"dist/list.js": "list();" + _MAP, "dist/list.js.map": _leads("../src/list.ts"), "web/a.ts": ""},
        {"dist/list.js": "list();" + _MAP, "dist/list.js.map": _leads("../../src/list.ts"), "src/a.ts": ""},
        {"dist/list.js": "list();" + _MAP, "dist/list.js.map": _leads("webpack://list/src/list.ts"), "src/a.ts": ""},
        {"shared/list.js": "list();\n", "shared/list.ts": ""},
        {"dist/list.d.ts": "", "src/list.ts": ""},
        {"distances/list.js": "list();\n", "src/list.ts": ""},
    ],
)
def test_script_without_a_sign_of_a_compiler_is_the_products(tmp_path: Path, files: dict[str, str]) -> None:
    assert set(roles(tmp_path, files).values()) == {Role.PRODUCT}


def test_types_that_a_compiler_declares_follow_the_script(tmp_path: Path) -> None:
    found = roles(tmp_path, {"dist/list.js": "list();\n", "dist/list.d.ts": "", "src/list.ts": ""})
    assert found["dist/list.d.ts"] is Role.GENERATED


SUITE = {"conftest.py": "", "pytest.ini": "", "tests/test_wards.py": "", "pages/wards.py": "", "utils/oracle.py": ""}


def test_a_suite_that_drives_another_system_is_tests(tmp_path: Path) -> None:
    found = roles(tmp_path / "suite", SUITE)
    assert {found["pages/wards.py"], found["utils/oracle.py"]} == {Role.TEST}


@pytest.mark.parametrize("more", ["src/main.py", "manage.py", "Dockerfile", "app/wards.py"])
def test_a_program_with_pages_and_tests_is_no_suite(tmp_path: Path, more: str) -> None:
    found = roles(tmp_path, {**SUITE, more: ""})
    assert found["pages/wards.py"] is Role.PRODUCT


def test_a_bundle_says_that_it_is_one(tmp_path: Path) -> None:
    universal = "/* licence */\n(function webpackUniversalModuleDefinition(root, factory) {\n"
    found = roles(
        tmp_path,
        {
            "web/viewer.js": universal,
            "web/sandbox.js": "return (() => { // webpackBootstrap\n",
            "web/old.js": "/******/ (function(modules) { // webpackBootstrap\n",
            "web/webpack.config.js": "module.exports = { output: { library: 'wards' } };\n",
            "notes/webpack.py": "# webpackUniversalModuleDefinition\n",
        },
    )
    made = {path for path, role in found.items() if role is Role.GENERATED}
    assert made == {"web/viewer.js", "web/sandbox.js", "web/old.js"}


def test_what_bower_installed_is_somebody_elses(tmp_path: Path) -> None:
    found = roles(
        tmp_path,
        {
            "web/components/chosen/.bower.json": '{"name": "chosen", "_source": "https://github.com/harvesthq/bower-chosen.git"}',
            "web/app/.bower.json": '{"name": "wards"}',
            "web/app/wards.js": "list();\n",
            "web/components/chosen/source/chosen.js": "choose();\n",
            "web/components/wards/bower.json": "{}",
            "web/components/wards/wards.js": "list();\n",
            "bower.json": "{}",
        },
    )
    assert "web/components/chosen/source/chosen.js" not in found, "as all that is vendored"
    assert found["web/components/wards/wards.js"] is Role.PRODUCT
    assert found["web/app/wards.js"] is Role.PRODUCT, "a note without a source was written by the supplier"


def test_a_link_is_no_source(tmp_path: Path) -> None:
    write(tmp_path, {"dist/list.js": "list();\n", "other.ts": "", "src/a.ts": ""})
    (tmp_path / "src" / "list.ts").symlink_to("../other.ts")
    assert roles(tmp_path, {})["dist/list.js"] is Role.PRODUCT


def test_documentation_of_a_library_is_not_read(tmp_path: Path) -> None:
    documented = '<?xml version="1.0"?>\n<doc>\n  <assembly>\n    <name>Log</name>'
    found = roles(
        tmp_path,
        {
            "bin/Log.dll": "",
            "bin/Log.xml": documented,
            "bin/Ward.dll": "",
            "bin/Ward.xml": "<configuration />",
            "bin/Alone.xml": documented,
        },
    )
    assert set(found) == {"README.md", "bin/Log.dll", "bin/Ward.dll", "bin/Ward.xml", "bin/Alone.xml"}
    assert set(found.values()) == {Role.PRODUCT}


def test_what_a_checker_is_tried_on_is_no_product(tmp_path: Path) -> None:
    found = roles(
        tmp_path,
        {
            "ci/semgrep/no-eval.py": "# ruleid: no-eval\neval(x)\n",
            "ci/semgrep/no-eval.go": "func a() {\n\t// ok: no-eval\n\tb()\n}\n",
            "ci/semgrep/Dockerfile": "# ruleid: no-root\nFROM alpine\n",
            "ci/semgrep/run.py": "# run: all\n",
            "ci/checks/run.py": "# ok: done\n",
        },
    )
    tests = {path for path, role in found.items() if role is Role.TEST}
    assert tests == {"ci/semgrep/no-eval.py", "ci/semgrep/no-eval.go", "ci/semgrep/Dockerfile"}


@pytest.mark.parametrize(
    ("copied", "role"),
    [
        ("COPY sandbox/requirements.txt .\nCOPY ./sandbox/src .\nCOPY specification/examples routes/", Role.EXAMPLE),
        ('COPY ["sandbox/src", "/app"]', Role.EXAMPLE),
        ("COPY --chown=app --from=build /out /app\nADD mocks/server.js \\\n  mocks/data.json /app/", Role.TEST),
        ("COPY sandbox/src .\nCOPY src/records records", Role.PRODUCT),
        ("COPY . .", Role.PRODUCT),
        ("COPY sandbox/src .\nCOPY . .", Role.PRODUCT),
        ("COPY sandbox/src .\nCOPY settings.example.json settings.json", Role.PRODUCT),
        ("COPY sandbox/src .\nCOPY $SOURCE .", Role.PRODUCT),
        ("COPY sandbox/src .\nADD https://example.org/records.tar /", Role.PRODUCT),
        ("COPY sandbox/../src .", Role.PRODUCT),
        ("COPY sandbox/src .\nRUN git clone https://example.org/records", Role.PRODUCT),
        ("COPY sandbox/src .\nRUN --mount=type=bind,target=/src make", Role.PRODUCT),
        ("COPY mocks/ /m\nRUN --mount=target=/ctx cp -r /ctx/src /app", Role.PRODUCT),
        ("COPY mocks/ /m\nRUN --mount=type=tmpfs,target=/t \\\n  --mount=source=src,target=/src make", Role.PRODUCT),
        ("COPY mocks/ /m\nRUN --mount=type=cache,target=/src,TYPE=bind make", Role.PRODUCT),
        ("COPY mocks/ /m\nRUN --mount=type=$TYPE,target=/src make", Role.PRODUCT),
        ("COPY mocks/ /m\nRUN --mount=type=cache,target=/root/.cache,id=${NAME}-pip pip install .", Role.TEST),
        ("COPY mocks/ /m\nRUN --mount=id=key,type=secret --mount=type=ssh pip install .", Role.TEST),
        ("COPY examples/letters .", Role.PRODUCT),
        ("COPY --from=build /sandbox /app", Role.PRODUCT),
        ("RUN pip install records", Role.PRODUCT),
    ],
)
def test_image_of_a_stand_in(tmp_path: Path, copied: str, role: Role) -> None:
    assert roles(tmp_path, {"Dockerfile": f"FROM python:3.14\n{copied}\n"})["Dockerfile"] is role


def test_a_map_that_names_what_no_path_can_hold_is_read_all_the_same(tmp_path: Path) -> None:
    leads = '{"version": 3, "sources": ["../src/\0list.ts"]}'
    files = {"dist/list.js": "list();" + _MAP, "dist/list.js.map": leads, "src/other.ts": ""}
    assert roles(tmp_path, files)["dist/list.js"] is Role.GENERATED, "by its folder: its sources are there"


@pytest.mark.parametrize("source", ["../" + "a" * 300 + "/src/app.ts", "../" + "a" * 300 + "/app.ts"])
def test_a_map_that_names_a_folder_longer_than_names_may_be_is_read_all_the_same(tmp_path: Path, source: str) -> None:
    files = {"dist/app.js": "app();" + _MAP.replace("list", "app"), "dist/app.js.map": _leads(source)}
    assert roles(tmp_path, files)["dist/app.js"] is Role.PRODUCT


@pytest.mark.parametrize("source", ["../aside/src/list.ts", "../aside/src/gone.ts", "../aside/deep/src/gone.ts"])
def test_a_map_leads_through_no_link(tmp_path: Path, source: str) -> None:
    beside = tmp_path / "beside"
    (beside / "deep" / "src").mkdir(parents=True)
    (beside / "src").mkdir()
    (beside / "src" / "list.ts").touch()
    root = tmp_path / "root"
    root.mkdir()
    (root / "aside").symlink_to(beside)
    files = {"dist/list.js": "list();" + _MAP, "dist/list.js.map": _leads(source)}
    assert roles(root, files)["dist/list.js"] is Role.PRODUCT
