"""Work that is small for each expression and endless for all of them together."""

from __future__ import annotations

import pytest

from scanner.domain.resource import Unknown
from scanner.parsers.terraform.expressions import effort
from tests.unit.parsers.terraform.estates import parse, resources

HEAVY = "[for a in range(100) : sum([for b in range(100) : a + b])]"


def test_when_all_is_used_up_what_is_plain_is_still_evaluated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(effort, "MAX_EFFORT", 50_000)
    blocks = [f'resource "a_b" "n{number}" {{\n  heavy = {HEAVY}\n  plain = 1 + 1\n}}\n' for number in range(20)]
    parsed = parse({"main.tf": "".join(blocks)})
    found = resources(parsed).values()
    assert [one.attributes["plain"] for one in found] == [2] * 20
    told = [isinstance(one.attributes["heavy"], Unknown) for one in found]
    assert told == sorted(told), "what comes first is evaluated"
    assert 0 < sum(told) < 20
    told_once = "expressions take too much work: of those that come last, only what is plain is evaluated"
    assert [problem.message for problem in parsed.problems].count(told_once) == 1


def test_dynamic_blocks_in_one_another_do_not_multiply_without_end() -> None:
    written = "value = c.value"
    for name in ("c", "b", "a"):
        written = f'dynamic "{name}" {{\n for_each = range(100)\n content {{\n {written}\n }}\n}}'
    (block,) = parse({"main.tf": f'resource "a_b" "c" {{\n {written}\n}}\n'}).resources
    count = str(block.attributes).count("'value'")
    assert 0 < count <= 5000
    assert "Unknown" in str(block.attributes)


def test_a_message_holds_no_more_of_a_value_than_can_be_read() -> None:
    key = "k" * 10_000
    written = f'provider "aws" {{}}\nresource "a_b" "c" {{\n  v = {{ for one in [1, 2] : "{key}" => one }}\n}}\n'
    (problem,) = parse({"main.tf": written}).problems
    assert problem.message.startswith("Two different items produced the key")
    assert len(problem.message) == 400


def test_regular_expressions_that_differ_each_time_end() -> None:
    text = 'regexall("(\\\\pL?){20}${i}", "a")'
    (block,) = parse({"main.tf": f'resource "a_b" "c" {{\n  v = [for i in range(1024) : {text}]\n}}\n'}).resources
    assert isinstance(block.attributes["v"], Unknown)


@pytest.mark.parametrize("pattern", ["x{1000}" * 100, "(a?){900}(b?){900}(\\\\pL?){900}", "x" * 3000])
def test_a_pattern_that_is_too_large_for_us_may_match_for_terraform(pattern: str) -> None:
    (block,) = parse({"main.tf": f'resource "a_b" "c" {{\n  v = [can(regex("{pattern}", "a"))]\n}}\n'}).resources
    (found,) = block.attributes["v"]  # type: ignore[misc]
    assert isinstance(found, Unknown)
