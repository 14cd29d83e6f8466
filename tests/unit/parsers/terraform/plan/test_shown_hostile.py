"""Documents that are something else, broken, or made to break the reader."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.domain.resource import Parsed, Unknown
from scanner.errors import ReadError
from scanner.parsers.terraform.shown import shown_resources
from scanner.parsers.terraform.shown.document import Shown
from scanner.parsers.terraform.shown.placing import place
from scanner.parsers.terraform.shown.plan import read_plan
from scanner.parsers.terraform.shown.state import read_state

HERE = Path(__file__).parent
PLANS = {name: json.loads((HERE / name / "plan.json").read_text()) for name in ("flat", "clinic", "booking")}
STATE = json.loads((HERE / "booking" / "state.json").read_text())
EMPTY = {"format_version": "1.2", "planned_values": {"root_module": {}}, "configuration": {}}


def plan(data: bytes) -> Shown:
    return read_plan(data, "p.json", "plan p.json")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04rest", "binary form"),
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"{", "not JSON: line 1"),
        (b'{"format_version": "1.2", "planned_values": NaN}', "not a number"),
        (b"[1]", "not a plan"),
        (b'{"a": 1}', "without format_version"),
        (b'{"format_version": "0.2", "planned_values": {}}', "'0.2'"),
        (b'{"format_version": "2.0", "planned_values": {}}', "'2.0'"),
        (b'{"format_version": 1, "planned_values": {}}', "without format_version"),
        (b'{"format_version": "1.0", "values": {}}', "state, not a plan"),
        (b'{"version": 4, "serial": 1, "lineage": "x", "resources": []}', "own state file"),
        (b'{"@level":"info","@message":"x"}\n{"@level":"info"}', "log that terraform plan -json writes"),
        (b"\x00\x01\x02\x03" * 100, "not JSON"),
        (b"\x7fELF" + b"\x00" * 60 + b"\x01" * 60, "binary"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a":' * 200_000, "nested too deeply"),
    ],
)
def test_what_is_no_plan_is_said_to_be_none(data: bytes, told: str) -> None:
    with pytest.raises(ReadError, match=told.replace("(", r"\(")):
        plan(data)


def test_a_plan_given_as_state_is_said_to_be_one() -> None:
    with pytest.raises(ReadError, match="it is a plan, not a state") as raised:
        read_state(json.dumps(EMPTY).encode(), "s", "state s")
    assert raised.value.hint == "give it as --plan"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_what_powershell_writes_is_read(encoding: str) -> None:
    text = json.dumps(PLANS["booking"], ensure_ascii=False).replace("\n", "\r\n")
    assert len(plan(text.encode(encoding)).parsed.resources) == len(plan(text.encode()).parsed.resources)


def test_a_value_nested_too_deeply_is_unknown_and_the_rest_is_read() -> None:
    document = copy.deepcopy(PLANS["booking"])
    values = document["planned_values"]["root_module"]["resources"][0]["values"]
    deep: Any = "x"
    for _ in range(300):
        deep = [deep]
    values["input"]["notes"] = deep
    found = {resource.address: resource for resource in plan(json.dumps(document).encode()).parsed.resources}
    assert "terraform_data.register[1]" in found
    assert isinstance(found["terraform_data.register[0]"].attributes["input"], Unknown)


def test_half_a_character_does_not_reach_the_result() -> None:
    text = json.dumps(PLANS["flat"]).replace('"surgery-letters"', '"a\\ud800b"')
    plan(text.encode()).parsed.model_dump_json().encode()


def test_a_million_resources_cost_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    claimed = {**EMPTY, "planned_values": {"root_module": {"resources": [{}] * 1_000_000}}}
    (problem,) = plan(json.dumps(claimed).encode()).parsed.problems
    assert "without address" in problem.message
    monkeypatch.setattr(shown_resources, "MAX_RESOURCES", 5)
    shown = plan(json.dumps(PLANS["flat"]).encode())
    assert sum(shown_resources.is_resource(resource) for resource in shown.parsed.resources) <= 5
    assert any("more than 5 resources" in problem.message for problem in shown.parsed.problems)


def test_modules_within_modules_without_end() -> None:
    module: dict[str, Any] = {}
    for _ in range(150):
        module = {"module_calls": {"a": {"module": module}}}
    plan(json.dumps({**EMPTY, "configuration": {"root_module": module}}).encode())


def test_outputs_that_name_each_other_end() -> None:
    ring = {"outputs": {"x": {"expression": {"references": ["var.y"]}}}, "variables": {"y": {}}}
    calls = {"m": {"module": ring, "expressions": {"y": {"references": ["module.m.x", "module.m"]}}}}
    root = {"module_calls": calls, "outputs": {"z": {"expression": {"references": ["module.m.x", "module.m"]}}}}
    children = {"root_module": {"child_modules": [{"address": "module.m"}]}}
    document = {**EMPTY, "planned_values": children, "configuration": {"root_module": root}}
    assert plan(json.dumps(document).encode()).parsed.references == ()


def test_parts_of_a_wrong_form_are_told() -> None:
    document = copy.deepcopy(PLANS["flat"])
    document["configuration"]["provider_config"] = []
    document["planned_values"]["root_module"]["resources"][0]["values"] = 7
    document["planned_values"]["root_module"]["resources"][1]["address"] = "somewhere.else"
    messages = " ".join(problem.message for problem in plan(json.dumps(document).encode()).parsed.problems)
    assert "configuration.provider_config is not of the form" in messages
    assert "values of aws_api_gateway_method.visits is not" in messages
    assert "'somewhere.else' is not the address of its resource" in messages


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=8),
    st.just([]),
    st.just({}),
    st.just([[[]]]),
    st.just({"references": [1, "module.store", "each.value", "data.", "module."]}),
    st.just({"constant_value": {"a": None}}),
    st.just([{"a": True}, None, 3]),
    st.sampled_from(["module.store", "module.a[", "aws_x.y[0]", "\ud800", "1e999", "x" * 10_000]),
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([*PLANS, "state"]), st.data())
def test_no_change_of_a_real_document_breaks_the_reader(name: str, data: st.DataObject) -> None:
    document = copy.deepcopy(STATE if name == "state" else PLANS[name])
    for _ in range(data.draw(st.integers(1, 6))):
        _mutate(document, data)
    text = json.dumps(document).encode()
    try:
        shown = read_state(text, "s", "state s") if name == "state" else plan(text)
    except ReadError:
        return
    addresses = [resource.address for resource in shown.parsed.resources]
    assert len(addresses) == len(set(addresses))
    placed = place([shown], Parsed())
    placed.model_dump_json()
    whole = plan(json.dumps(PLANS["flat"]).encode())
    place([shown], whole.parsed)


def _mutate(document: dict[str, Any], data: st.DataObject) -> None:
    current: Any = document
    while True:
        keys = list(current) if isinstance(current, dict) else list(range(len(current)))
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        inner = current[key]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.integers(0, 4)) == 0:
            break
        current = inner
    if isinstance(current, dict) and data.draw(st.booleans()):
        current[data.draw(st.text(max_size=4))] = current.pop(key)
    else:
        current[key] = copy.deepcopy(data.draw(ODD))
