"""``archscan.yaml``: read whole or refused with a clear word."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.architecture import LayerId
from scanner.domain.configuration import Configuration, TerraformRoot
from scanner.errors import ConfigurationError
from scanner.sources.configuration import FILE, load_configuration
from scanner.sources.repository import Limits, RepositoryReader


def load(folder: Path, content: bytes | None = None, limits: Limits | None = None) -> Configuration:
    if content is not None:
        (folder / FILE).write_bytes(content)
    (folder / "other.txt").write_text("x")
    reader = RepositoryReader(folder, limits)
    return load_configuration(reader.walk().artifacts, reader)


def refusal(folder: Path, content: bytes) -> str:
    with pytest.raises(ConfigurationError) as caught:
        load(folder, content)
    return caught.value.message


def test_all_that_can_be_said(tmp_path: Path) -> None:
    written = b"""
terraform:
  roots:
    - path: infra
      name: prod
      var_files: [prod.tfvars, common.tfvars]
      workspace: live
    - path: .
  modules:
    git::https://h/x.git?ref=1: copies/x
"""
    terraform = load(tmp_path, written).terraform
    assert terraform.roots == (
        TerraformRoot(path="infra", name="prod", var_files=("prod.tfvars", "common.tfvars"), workspace="live"),
        TerraformRoot(path="."),
    )
    assert dict(terraform.modules) == {"git::https://h/x.git?ref=1": "copies/x"}


def test_declarations_know_their_lines_and_the_words_of_layers(tmp_path: Path) -> None:
    written = b"""
architecture:
  layers:
    - layer: Data
      terraform: [module.db.*]
    # in between
    - {layer: digital, components: [api], reason: why}
  components:
    - components: [api]
      same_as: code
  ignore:
    - kubernetes: [tools/*]
      reason: ours
"""
    declared = load(tmp_path, written).architecture
    assert [(one.layer, one.line) for one in declared.layers] == [(LayerId.DATA, 4), (LayerId.SERVICE, 7)]
    assert [one.line for one in (*declared.components, *declared.ignore)] == [9, 12]


@pytest.mark.parametrize("content", [None, b"", b"# nothing\n", b"---\n", b"{}", b"\xef\xbb\xbfterraform: {}\n"])
def test_nothing_said(tmp_path: Path, content: bytes | None) -> None:
    assert load(tmp_path, content) == Configuration()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"terrafrom: {}\n", "terrafrom"),
        (b"terraform:\n  root: []\n", "terraform.root:"),
        (b"terraform:\n  roots:\n    - name: x\n", "terraform.roots.0.path"),
        (b"terraform:\n  roots:\n    - path: 1\n", "terraform.roots.0.path"),
        (b"terraform:\n  roots:\n    - path: x\n      var_files: prod.tfvars\n", "terraform.roots.0.var_files"),
        (b"terraform:\n  roots:\n    - path: x\n      colour: red\n", "terraform.roots.0.colour"),
        (b"terraform:\n  modules: [x]\n", "terraform.modules"),
        (b"terraform: 1\n", "terraform"),
        (b"a: 1\nb: 2\n", "line 1, at a: there is no such field; line 2, at b: there is no such field"),
        (b"a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7\n", "; and 2 more"),
        (b"[1]\n", "the top"),
        (b"text\n", "the top"),
        (b"false\n", "the top"),
        (b"0\n", "the top"),
        (b"[]\n", "the top"),
        (b"terraform: {\n", "line 2"),
        (b"a: b: c\n", "line 1"),
        (b"a: &x [1]\nb: *x\n", "aliases"),
        (b"terraform: !!python/object:os.system {}\n", "line 1"),
        (b"a: 1\n---\nb: 2\n", "line 2"),
        (b"terraform: {}\nterraform: {roots: []}\n", "twice"),
        (b"terraform:\n  modules: {a: x, a: y}\n", "twice"),
        (b"\xff\xfea", "UTF-8"),
        (b"caf\xe9: 1\n", "UTF-8"),
        (b"a: \x00\n", "binary"),
        (b"#" * 300_000, "larger than 256 KB"),
        (b"[" * 20_000, "20 deep"),
        (
            b"architecture:\n  layers:\n    - layer: dta\n      paths: [x]\n",
            "line 3, at architecture.layers.0.layer: there",
        ),
        (b"architecture: {layers: [{layer: unassigned, paths: [x]}]}", "no such layer"),
        (b"architecture:\n  layers:\n\n    - layer: data\n", "line 4, at architecture.layers.0: it is about nothing"),
        (b"architecture:\n  layers: [{layer: data, paths: x}]\n", "architecture.layers.0.paths"),
        (b"architecture: {layers: [{layer: data, paths: ['']}]}", "it is empty"),
        (b"architecture: {layers: [{layer: data, paths: ['!x']}]}", "the first entry that matches wins"),
        (b"architecture: {layers: [{layer: data, paths: [x, '\\']}]}", "is no pattern of paths"),
        (b"architecture: {layers: [{layer: data, line: 3, paths: [x]}]}", "layers.0.line"),
        (b"architecture: {layers: [{layer: data, line in the file: 3, paths: [x]}]}", "not permitted"),
        (b"architecture: {layers: [{layer: data, terraform: ['a.b[0]']}]}", "without instance keys"),
        (b"architecture: {components: [{components: [x]}]}", "it says nothing"),
        (b"architecture: {components: [{components: [x], kind: thing}]}", "components.0.kind"),
        (b"architecture: {components: [{components: [x], traits: [big]}]}", "no such trait"),
        (b"architecture: {ignore: [{components: [x]}]}", "ignore.0.reason"),
        (b"architecture: {ignore: [{components: [x], reason: ' '}]}", "it is empty"),
        (b"architecture: {layer: []}", "architecture.layer"),
    ],
)
def test_what_is_not_understood_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    message = refusal(tmp_path, content)
    assert said in message
    assert "archscan.yaml" in message
    assert len(message) < 500


def test_an_alias_bomb_is_refused_before_it_grows(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert "aliases" in refusal(tmp_path, "\n".join(lines).encode())


def test_only_a_plain_file_in_the_root_counts(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / FILE).write_text("nonsense: [")
    assert load(tmp_path) == Configuration()
    (tmp_path / "elsewhere.yaml").write_text("terraform: {roots: [{path: x}]}\n")
    (tmp_path / FILE).symlink_to("elsewhere.yaml")
    with pytest.raises(ConfigurationError, match="is a link"):
        load(tmp_path)
