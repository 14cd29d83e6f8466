"""What functions may read: files that the reader listed, and nothing else on the machine."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.functions import FileNotHereError, UnknownArgumentError, UnsupportedError, call
from scanner.parsers.terraform.modules.files import MAX_BYTES, RepositoryFiles, WorkingFolder
from scanner.parsers.terraform.values.conversions import ConversionError
from scanner.sources.repository import RepositoryReader


class Scope:
    """A scope whose templates are their text and the names of their variables."""

    def __init__(self, files: WorkingFolder) -> None:
        self.files = files

    def render(self, text: str, variables: Mapping[str, Value]) -> Value:
        if text.startswith("again "):
            return call("templatefile", [text.split()[1], {}], self)
        if text.startswith("string "):
            return call("templatestring", [text, {}], self)
        return f"{text}|{','.join(variables)}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository beside files that are none of our business."""
    (tmp_path / "secret.txt").write_text("outside")
    below = tmp_path / "repository"
    for path, content in {
        "live/prod/main.tf": b"",
        "live/prod/config/dev.yaml": b"a: 1\n",
        "live/prod/config/notes": b"",
        "shared/policy.json": b"{}",
        "shared/accent.txt": "e\u0301".encode(),
        "shared/latin.txt": b"\xe9",
        "shared/large.txt": b"x" * (MAX_BYTES + 1),
        "shared/again.tpl": b"again ../../shared/policy.json",
        "shared/string.tpl": b"string ",
    }.items():
        place = below / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    (below / "link.txt").symlink_to(tmp_path / "secret.txt")
    (below / "folder").symlink_to(tmp_path)
    return below


def working(root: Path, folder: str = "live/prod") -> WorkingFolder:
    reader = RepositoryReader(root)
    return WorkingFolder(RepositoryFiles(reader.walk().artifacts, reader), folder)


def test_paths_start_from_the_folder_of_the_root_module(root: Path) -> None:
    files = working(root)
    assert files.read("config/dev.yaml") == b"a: 1\n"
    assert files.read("./x/../../../shared/policy.json") == b"{}"
    assert list(files.paths("config")) == ["dev.yaml", "notes"]
    assert "prod/main.tf" in list(files.paths(".."))
    assert next(working(root, "").paths("shared")) == "accent.txt"
    assert working(root, ".").read("shared/policy.json") == b"{}"


@pytest.mark.parametrize(
    "path",
    [
        "../../../secret.txt",
        "../../../repository/shared/policy.json",
        "../../../../../../../../etc/passwd",
        "/etc/passwd",
        "~/.aws/credentials",
        "~root/x",
        "C:\\Windows\\win.ini",
        "c:/x",
        "\\\\server\\share",
        "../../link.txt",
        "../../folder/secret.txt",
        "../../folder/repository/shared/policy.json",
        "config",
        "config/",
        "",
        ".",
        "absent.txt",
        "../../shared/large.txt",
        "config/dev.yaml\0.txt",
        "../../.git/config",
        "a" * 10_000,
    ],
)
def test_nothing_else_is_read(root: Path, path: str) -> None:
    with pytest.raises(FileNotHereError):
        working(root).read(path)
    if path:
        with pytest.raises(UnknownArgumentError) as refusal:
            call("file", [path], Scope(working(root)))
        assert refusal.value.part.reason is UnknownReason.FILE_NOT_HERE


@pytest.mark.parametrize("folder", ["../../..", "/", "/etc", "~", "../../folder", "nowhere"])
def test_nothing_else_is_listed(root: Path, folder: str) -> None:
    assert list(working(root).paths(folder)) == []
    with pytest.raises(UnknownArgumentError):
        call("fileset", [folder, "**"], Scope(working(root)))


def test_a_file_that_became_a_link_is_not_followed(root: Path, tmp_path: Path) -> None:
    files = working(root)
    place = root / "shared/policy.json"
    place.unlink()
    place.symlink_to(tmp_path / "secret.txt")
    with pytest.raises(FileNotHereError):
        files.read("../../shared/policy.json")


def test_content_is_read_once(root: Path) -> None:
    files = working(root)
    assert files.read("config/dev.yaml") == files.read("config/../config/dev.yaml")
    (root / "live/prod/config/dev.yaml").unlink()
    assert files.read("config/dev.yaml") == b"a: 1\n"


def test_a_size_that_was_wrong_when_it_was_listed_does_not_matter() -> None:
    class Growing:
        def read(self, artifact: Artifact) -> bytes:
            return artifact.path.encode() * (MAX_BYTES + 1)

    files = RepositoryFiles([Artifact(path="a", kind=ArtifactKind.OTHER)], Growing())
    with pytest.raises(FileNotHereError):
        files.read("a")


def test_text_is_utf_8_and_normalised(root: Path) -> None:
    scope = Scope(working(root, "shared"))
    assert call("file", ["accent.txt"], scope) == "é"
    assert call("filemd5", ["latin.txt"], scope) == "3406877694691ddd1dfb0aca54681407"
    assert call("filebase64", ["latin.txt"], scope) == "6Q=="
    with pytest.raises(ConversionError):
        call("file", ["latin.txt"], scope)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("config/dev.yaml", True),
        ("config/prod.yaml", False),  # the repository keeps such files there
        ("config/bundle.zip", None),  # a build may make it
        ("config/absent", None),
        ("build/dev.yaml", None),
        ("../../../secret.txt", None),
        ("../../shared/large.txt", None),  # it is there, but was not read
        ("/etc/passwd", None),
    ],
)
def test_a_file_is_absent_only_where_its_like_are_kept(root: Path, path: str, expected: bool | None) -> None:
    scope = Scope(working(root))
    if expected is None:
        with pytest.raises(UnknownArgumentError) as refusal:
            call("fileexists", [path], scope)
        assert refusal.value.part.reason is UnknownReason.FILE_NOT_HERE
    else:
        assert call("fileexists", [path], scope) is expected


def test_a_template_may_not_render_another(root: Path) -> None:
    scope = Scope(working(root, "shared"))
    assert call("templatefile", ["policy.json", {"a-b": 1}], scope) == "{}|a-b"
    for name in ("again.tpl", "string.tpl"):
        with pytest.raises(ConversionError):
            call("templatefile", [name, {}], scope)
    assert call("templatefile", ["policy.json", {}], scope) == "{}|"


@pytest.mark.parametrize("variables", [["a"], "a", None, {"1a": 1}, {"": 1}, {"a b": 1}, {"-a": 1}])
def test_variables_of_templates_have_names(root: Path, variables: Any) -> None:
    with pytest.raises(ConversionError):
        call("templatefile", ["policy.json", variables], Scope(working(root, "shared")))


def test_templates_take_unknown_variables(root: Path) -> None:
    later = Unknown(reason=UnknownReason.DATA_SOURCE, text="x")
    assert call("templatefile", ["policy.json", {"a": later}], Scope(working(root, "shared"))) == "{}|a"
    assert call("templatestring", ["t", {"a": later}], Scope(working(root))) == "t|a"
    with pytest.raises(ConversionError):
        call("templatestring", [5, {}], Scope(working(root)))


def test_without_a_scope_no_file_is_read() -> None:
    with pytest.raises(UnsupportedError):
        call("file", ["a"])


def test_sets_of_files_lie_where_the_folder_is_written(root: Path) -> None:
    """As Terraform: ``fileset("files", "../main.tf")`` is ``["../main.tf"]``."""
    scope = Scope(working(root))
    assert call("fileset", ["config", "../main.tf"], scope) == ["../main.tf"]
    assert call("fileset", ["../../shared", "*.json"], scope) == ["policy.json"]
    assert call("fileset", [".", "../../shared/*.json"], scope) == ["../../shared/policy.json"]
    assert call("fileset", ["conf*", "dev.yaml"], scope) == ["../config/dev.yaml"]
