"""The map that the documentation shows is the one that archscan draws."""

from __future__ import annotations

import re
from pathlib import Path

from .conftest import ROOT, Archscan, write

UNKNOWN = {
    "main.tf": """
variable "image" {}
variable "name" {}
resource "helm_release" "shop" {
  name      = var.name
  chart     = var.image
  namespace = var.name
}
resource "kubernetes_deployment" "app" {
  metadata {
    name      = var.name
    namespace = var.name
    labels    = { tier = var.name }
  }
  spec {
    template {
      spec {
        service_account_name = var.name
        container {
          name  = var.name
          image = var.image
          env {
            name  = "DB"
            value = aws_db_instance.main.address
          }
        }
      }
    }
  }
}
resource "aws_db_instance" "main" {
  engine     = var.name
  identifier = "${var.name}-main"
  tags       = { Layer = var.name }
}
resource "aws_ecs_task_definition" "task" {
  family                = var.name
  container_definitions = jsonencode([{ name = var.name, image = var.image }])
}
resource "aws_lambda_function" "run" {
  function_name = var.name
  image_uri     = var.image
  runtime       = var.name
}
""",
    "compose.yaml": "services:\n  web:\n    image: [1, 2]\n    build: .\n  db:\n    image: ${IMAGE}\n",
}


def test_the_chart_in_the_documentation_is_current(archscan: Archscan) -> None:
    (shown,) = re.findall(r"```mermaid\n(.+?)```", (ROOT / "docs" / "architecture.md").read_text("utf-8"), re.DOTALL)
    drawn = archscan("map", ROOT / "examples" / "wired-frontend", "--offline", "--format", "mermaid")
    assert drawn.code == 0, drawn.err
    assert drawn.out == shown


def test_what_is_not_known_never_becomes_text(archscan: Archscan, tmp_path: Path) -> None:
    root = write(tmp_path, UNKNOWN)
    for form in ("json", "html"):
        drawn = archscan("map", root, "--no-rules", "--format", form)
        assert drawn.code == 0, drawn.err
        assert "aws_lambda_function" in drawn.out
        assert not re.search(r"reason=|UnknownReason|Unknown\(", drawn.out)


def test_the_chart_shows_the_credential_in_red_and_its_repair(archscan: Archscan) -> None:
    wired = archscan("map", ROOT / "examples" / "wired-frontend", "--offline", "--format", "mermaid").out
    repaired = archscan("map", ROOT / "examples" / "wired-frontend-repaired", "--offline", "--format", "mermaid").out
    rule = "user-interface-holds-database-credentials"
    assert re.search(rf'b0 ==>\|"holds credential of, violates {rule}"\| b\d+', wired)
    assert "linkStyle 0 stroke:#b3001b" in wired
    assert rule not in repaired
