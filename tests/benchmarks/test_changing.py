from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.changing import changed, copied, file_to_change

TERRAFORM = 'resource "aws_s3_bucket" "a" {\n  bucket = "a"\n}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, text in {
        "tests/large.tf": TERRAFORM * 9, "small.tf": "locals {}\n", "main.tf": TERRAFORM, "x.tf.json": "{}" + " " * 99,
        "Program.cs": "class Program { static void Main() { System.Console.WriteLine(1); } }\n",
    }.items():  # fmt: skip
        (tmp_path / "repository" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "repository" / path).write_text(text, encoding="utf-8")
    (tmp_path / "repository/link").symlink_to("/etc")
    return tmp_path / "repository"


def test_the_largest_terraform_file_of_the_product_is_changed_and_put_back(folder: Path) -> None:
    artifact = file_to_change(folder)
    assert artifact.path == "main.tf"
    with changed(folder, artifact, "one"):
        assert (folder / "main.tf").read_text("utf-8") == TERRAFORM + "\n# one\n"
    assert (folder / "main.tf").read_text("utf-8") == TERRAFORM
    with pytest.raises(ZeroDivisionError), changed(folder, artifact, "two"):
        raise ZeroDivisionError
    assert (folder / "main.tf").read_text("utf-8") == TERRAFORM


def test_source_code_where_there_is_no_terraform(folder: Path) -> None:
    for path in folder.rglob("*.tf*"):
        path.unlink()
    artifact = file_to_change(folder)
    with changed(folder, artifact, "two"):
        assert (folder / "Program.cs").read_text("utf-8").endswith("}\n// two\n")
    (folder / "Program.cs").unlink()
    (folder / "notes.md").write_text("# Notes\n", encoding="utf-8")
    with pytest.raises(LookupError, match="neither Terraform nor source code"):
        file_to_change(folder)


def test_a_copy_keeps_name_and_links(folder: Path, tmp_path: Path) -> None:
    copy = copied(folder, tmp_path / "scratch")
    assert copy.name == folder.name
    assert (copy / "link").is_symlink()
    assert (copy / "main.tf").read_text("utf-8") == TERRAFORM
