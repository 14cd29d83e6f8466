"""Files made to cost much: all are read in one process with an end to its time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import TypeAlias

import pytest

SECONDS = 240
"""Generous: all together take some twenty, on a slow machine under load."""
READ = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
from scanner.parsers.terraform.syntax.reading import FileReader
from scanner.parsers.terraform.syntax.tree import Opaque
for name, prefix, part, times, suffix in json.load(sys.stdin):
    data = prefix.encode() + part.encode() * times + suffix.encode()
    syntax = FileReader().read(name, data).syntax
    opaque = any(isinstance(attribute.expression, Opaque) for attribute in syntax.body.attributes)
    print(json.dumps([bool(syntax.faults) or opaque, len(syntax.body.attributes)]))
"""
Case: TypeAlias = tuple[str, str, int, str]
FAULTY: Sequence[Case] = [
    ("a = " + "[" * 10_000, "]", 10_000, "\n"),
    ("a = ", "[", 10_000, ""),
    ("a = ", "{a=", 10_000, ""),
    ("a = ", "f(", 10_000, ")" * 10_000 + "\n"),
    ("a {\n" * 10_000, "}\n", 10_000, ""),
    ("", "a {\n", 10_000, ""),
    ("", "}\n", 10_000, ""),
    ("a = <<E\n", "0123456\n", 10 * 1024 * 1024 // 8, "E\n"),
    ("a = <<E\n", "0123456789abcde\n", 100_000, ""),
    ('a = "', "x", 1_000_000, ""),
    ("", "\0", 100_000, ""),
    ("a = 1\n", "\0", 1, "\nb {}\n"),
    ('a = "', "${", 5_000, ""),
    ('a = "', "%{ if x }", 5_000, '"\n'),
    ('a = "' + "%{ if x }" * 5_000, "%{ endif }", 5_000, '"\n'),
    ("a = " + '"${' * 3_000 + "1", '}"', 3_000, "\n"),
    ("", "/* ", 100_000, ""),
    ("", '"', 100_001, ""),
    ("", "a=<<E\n", 20_000, ""),
    ("a = ", "9", 1_000_000, "\n"),
    ("a = ", "1e", 100_000, "\n"),
    ("a = ", "!", 20_000, "x\n"),
    ("a = ", "b ? c : ", 10_000, "1\n"),
    ("", "a = = b\n", 20_000, ""),
]
JSON: Sequence[Case] = [
    ("", '{"locals":', 5_000, ""),
    ("", "[", 100_000, ""),
    ('{"locals":{', '"a":1,', 20_000, '"a":1}}'),
]
SOUND: Sequence[tuple[Case, int]] = [
    (('a = "', "x", 1_000_000, '"\n'), 1),
    (("", "a = 1\n", 100_000, ""), 100_000),
    (('a = "', "x${b}", 50_000, '"\n'), 1),
    (("a = <<-E\n", "  x${b ~}\n", 50_000, "  E\n"), 1),
    (("a = <<-E\n", "  0123456789abcd\n", 50_000, "  E\n"), 1),
    (("a = b", "[0]", 50_000, "\n"), 1),
    (("a = {", "b = 1\n", 100_000, "}\n"), 1),
]


@pytest.fixture(scope="module")
def outcomes() -> dict[Case, tuple[bool, int]]:
    cases = [(name, case) for name, group in named_groups() for case in group]
    written = json.dumps([(name, *case) for name, case in cases])
    done = subprocess.run(
        [sys.executable, "-c", READ], input=written, capture_output=True, text=True, timeout=SECONDS, check=True
    )
    results = [tuple(json.loads(line)) for line in done.stdout.splitlines()]
    return {case: result for (_, case), result in zip(cases, results, strict=True)}


def named_groups() -> Sequence[tuple[str, Sequence[Case]]]:
    return (("m.tf", FAULTY), ("m.tf.json", JSON), ("m.tf", [case for case, _ in SOUND]))


@pytest.mark.parametrize("case", [*FAULTY, *JSON], ids=lambda case: case[1][:10])
def test_costs_a_problem(case: Case, outcomes: dict[Case, tuple[bool, int]]) -> None:
    assert outcomes[case][0]


@pytest.mark.parametrize(("case", "attributes"), SOUND, ids=lambda case: str(case)[:20])
def test_is_long_but_sound(case: Case, attributes: int, outcomes: dict[Case, tuple[bool, int]]) -> None:
    assert outcomes[case] == (False, attributes)
