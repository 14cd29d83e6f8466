"""Tags that a provider puts on everything that it makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.architecture import Component, LayerId
from tests.unit.modelling.test_model import system

TABLE = 'resource "aws_dynamodb_table" "orders" {\n  name = "orders"\n  %s\n}\n'
TAGS = 'provider "aws" {\n  %s\n  default_tags {\n    tags = %s\n  }\n}\n'
SERVICE = '{ "nhs.uk/layer" = "service" }'


def made_of(folder: Path, *texts: str) -> Component:
    (component,) = system(folder, {"main.tf": "".join(texts)}).model.components
    return component


@pytest.mark.parametrize(
    ("provider", "table", "declared", "known"),
    [
        (TAGS % ("", SERVICE), TABLE % "", True, True),
        (TAGS % ('alias = "other"', SERVICE), TABLE % "", False, True),
        (TAGS % ("", SERVICE), TABLE % "provider = aws.other", False, True),
        (TAGS % ("", "var.tags"), TABLE % "", False, False),
        (TAGS % ("", '{ "nhs.uk/layer" = var.layer }'), TABLE % "", False, False),
        (TAGS % ("", "{ Owner = var.owner }"), TABLE % "", False, True),
        (TAGS % ("", "3"), TABLE % "", False, True),
        ("", TABLE % "tags = merge(var.tags, { a = 1 })", False, False),
        ("", TABLE % "tags = { a = var.tags }", False, True),
    ],
)
def test_tags_of_a_provider_count_as_those_of_what_it_makes(
    tmp_path: Path, provider: str, table: str, declared: bool, known: bool
) -> None:
    unset = "".join(f'variable "{name}" {{}}\n' for name in ("tags", "layer", "owner"))
    component = made_of(tmp_path, unset, provider, table)
    assert (component.declared, component.labels_known) == (declared, known)


def test_own_tags_come_before_those_of_the_provider(tmp_path: Path) -> None:
    component = made_of(tmp_path, TAGS % ("", SERVICE), TABLE % 'tags = { "nhs.uk/layer" = "data" }')
    assert component.layer is LayerId.DATA


def test_tags_of_another_root_do_not_count(tmp_path: Path) -> None:
    made = system(tmp_path, {"a/main.tf": TAGS % ("", SERVICE), "b/main.tf": TABLE % ""})
    assert [one.declared for one in made.model.components] == [False]
