from __future__ import annotations

from pathlib import Path

from benchmarks.written_blocks import written_blocks, written_files

TEXT = """\
# resource "a_b" "comment" {
/* resource "a_b" "long_comment" {
}
*/ resource "a_b" "behind_comment" {
  url   = "https://x/*y" // data "a_b" "comment" {
  count = 2
  text  = <<-EOT
    resource "a_b" "heredoc" {
    }
    EOT
  nested {
    count = 3
  }
}
resource a_b "bare" { for_each = {} }
  data "a_b" /* here */ "indented"{
}
module "m" {
  source = "../other"
}
check "c" {
  data "http" "inside" {
  }
}
variable "resource" {
  default = "resource \\"a_b\\" \\"text\\" {"
}
"""


def test_blocks_of_lines(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(TEXT, encoding="utf-8")
    found = written_blocks(tmp_path, "main.tf")
    assert [(block.kind, ".".join(block.labels), block.line) for block in found] == [
        ("resource", "a_b.behind_comment", 4),
        ("resource", "a_b.bare", 15),
        ("data", "a_b.indented", 16),
        ("module", "m", 18),
        ("data", "http.inside", 22),
    ]
    assert [block.repeated for block in found] == ["count = 2", "for_each = {} }", "", "", ""]
    assert found[3].source == "../other"


def test_blocks_of_json(tmp_path: Path) -> None:
    (tmp_path / "x.tf.json").write_text(
        '{"resource": [{"a_b": {"c": {}, "d": {}}}, {"a_b": {"e": {}}}], "module": {"m": {}}, "//": ""}',
        encoding="utf-8",
    )
    found = written_blocks(tmp_path, "x.tf.json")
    assert [".".join(block.labels) for block in found] == ["a_b.c", "a_b.d", "a_b.e", "m"]


def test_files_that_are_looked_at(tmp_path: Path) -> None:
    for path in ("a.tf", "b/c.tofu", ".terraform/modules/d.tf", ".git/e.tf", "f.tfvars", "g.tf.json"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("", encoding="utf-8")
    (tmp_path / "h.tf").symlink_to(tmp_path / "a.tf")
    assert list(written_files(tmp_path)) == ["a.tf", "g.tf.json", "b/c.tofu"]
