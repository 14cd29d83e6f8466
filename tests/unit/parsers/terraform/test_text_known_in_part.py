"""Text of which only the beginning is known says nothing of what else is made of it."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from scanner.domain.resource import Unknown, UnknownReason, UnknownText
from scanner.parsers.terraform.expressions.interpolation import render_parts
from scanner.parsers.terraform.syntax.tree import Literal
from scanner.parsers.terraform.values.collections import unknown
from tests.unit.parsers.terraform.estates import value

GIVEN = {
    "given.tf": """
variable "x" {}
variable "n" {
  type = number
}
locals {
  port = "1${var.x}"
}
module "m" {
  source = "./m"
  port   = "${var.x}443"
}
resource "aws_lb_listener" "web" {
  port = "${var.x}443"
  name = "web-${var.x}"
}
""",
    "m/main.tf": """
variable "port" {
  type = number
}
output "public" {
  value = var.port == 8443
}
""",
}


@pytest.mark.parametrize(
    "text",
    [
        "tonumber(local.port) == 443",
        "module.m.public",
        "aws_lb_listener.web.port == 8443",
        'sort(["b-${var.x}", "a"])[0] == "a"',
        '{ "${var.x}-a" = 1 } == { b = 1 }',
        '"a${var.x}"[*] == ["ab"]',
        '"e${var.x}" == "é"',
        '"caf${"e${var.x}"}" == "café"',
        '"=${var.x}" == "≠"',
        'startswith("ab-${var.x}", "ab-c")',
        'startswith(var.x, "ab")',
        'startswith("ab", "${var.x}")',
    ],
)
def test_what_is_made_of_it_may_be_anything(text: str) -> None:
    assert isinstance(value(text, GIVEN), Unknown)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"1${var.x}" == "443"', False),
        ('"1${var.x}" == null', False),
        ('aws_lb_listener.web.name == "api"', False),
        ('tolist([1, "${var.x}2"])[0] == "1"', True),
        ('"cafe${var.x}" == "coffee"', False),
        ('"e-${var.x}" == "é-"', False),
        ('startswith("ab-${var.x}", "ab")', True),
        ('startswith("ab-${var.x}", "ac")', False),
    ],
)
def test_as_text_it_is_known_not_to_be_some(text: str, expected: object) -> None:
    assert value(text, GIVEN) is expected


def test_a_text_begins_as_its_first_part_does() -> None:
    files = {"main.tf": 'resource "aws_s3_bucket" "b" {}\nvariable "x" {}\n'}
    found = value('"${aws_s3_bucket.b.arn}/*"', files)
    assert isinstance(found, UnknownText)
    assert found.prefix == "arn:"
    nested = value('"${"10.${var.x}"}.0/${aws_s3_bucket.b.arn}"', files)
    assert isinstance(nested, UnknownText)
    assert nested.prefix == "10."
    assert value('"${aws_s3_bucket.b.arn}/*" == "*"', files) is False


def test_no_text_begins_otherwise_than_it_is_known_to() -> None:
    """Whatever a character is composed of, its parts may stand on both sides of where the known text ends."""
    later = Literal(value="later")
    compared = 0
    for character in map(chr, range(sys.maxunicode + 1)):
        parts = unicodedata.normalize("NFD", character)
        for cut in range(1, len(parts)):
            rest = unicodedata.normalize("NFC", parts[cut:])
            for known in ("ab-" + parts[:cut], "ab-1" + parts[1:cut]):
                found = render_parts(
                    (known, later), {}, lambda *_: unknown(UnknownReason.VARIABLE_WITHOUT_VALUE, "x"), "x"
                )
                assert isinstance(found, UnknownText)
                assert found.prefix.startswith("ab-")
                assert unicodedata.normalize("NFC", known + rest).startswith(found.prefix)
                compared += 1
    assert compared > 20_000
