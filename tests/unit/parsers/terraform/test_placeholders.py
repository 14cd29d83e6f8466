"""What a pipeline fills into a var file is a value that nobody knows."""

from __future__ import annotations

import json

import pytest

from scanner.domain.resource import Unknown, UnknownReason, Value
from tests.unit.parsers.terraform.estates import parse

STACK = 'variable "it" {}\nresource "probe" "it" { v = var.it }\n'


def given(written: str, path: str = "deploy.tfvars") -> Value:
    """What a variable means that a var file sets."""
    text = f"it = {written}\n" if path.endswith(".tfvars") else f'{{"it": {written}}}'
    parsed = parse({"main.tf": STACK, path: text})
    assert not parsed.problems
    (probe,) = [one for one in parsed.resources if one.type == "probe"]
    return probe.attributes["v"]


def unset(text: str = "var.it") -> Unknown:
    return Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text=text)


@pytest.mark.parametrize(
    "text",
    [
        "$(tf_region)",
        " $(tf_region) ",
        "#{Region}#",
        "#{Azure.Region}",
        "__REGION__",
        "__region__",
        "%REGION%",
        "@@region@@",
        "<region>",
        "<name of the region>",
        "{{ region }}",
        "{{region}}",
        "letters-$(tf_env)-sql",
        "letters-#{env}#",
        "letters-__ENV__",
        "letters-{{ env }}-sql",
        "https://<account>.example.org/letters",
        "${REGION}",
        "letters-${ENV}",
        "$(env) $(region)",
        "Server=$(host);User Id=letters;Initial Catalog=letters;Password=$(password)",
    ],
)
def test_what_a_pipeline_fills_in_is_a_variable_without_a_value(text: str) -> None:
    assert given(json.dumps(text)) == unset()
    assert given(json.dumps(text), "deploy.tfvars.json") == unset()


@pytest.mark.parametrize(
    "text",
    [
        "uksouth",
        "",
        "Winter-2019!",
        "10 < 20 > 5",
        "<p>Letters</p>",
        "(?P<ward>[a-z]+)",
        "/srv/__init__.py",
        "letters__of__ward",
        "pa$$word(1)",
        "#channel",
        "{}",
        '{"a": {"b": 1}}',
        "ward@letters.nhs.uk",
        "100%",
    ],
)
def test_a_text_with_signs_of_its_own_stays_a_text(text: str) -> None:
    assert given(json.dumps(text)) == text
    assert given(json.dumps(text), "deploy.tfvars.json") == text


def test_an_escaped_interpolation_is_meant_for_another_reader() -> None:
    assert given('"$${aws:username}"') == "${aws:username}"
    assert given('"${aws:username}"', "deploy.tfvars.json") == "${aws:username}"


def test_only_the_part_of_a_list_or_map_is_unknown_that_is_filled_in() -> None:
    assert given('["$(one)", "two"]') == [unset(), "two"]
    assert given('{ user = "letters", db = { password = "#{password}#" } }') == {
        "user": "letters",
        "db": {"password": unset("var.it.db.password")},
    }
    assert given('{ "a key" = ("__IT__") }') == {"a key": unset()}


def test_a_name_without_quotes_is_filled_in_too() -> None:
    assert given("__COUNT__") == unset()


@pytest.mark.parametrize(
    "text",
    [
        "#!/bin/sh\nexport PASSWORD=Winter-2019!\nregister $(hostname)\n",
        "PGPASSWORD=Winter-2019! psql --set host=$(hostname)",
        "#cloud-config\nhostname: __HOST__\npassword: Winter-2019!\n",
        "a" * 200 + "$(it)",
        "User Id=letters;Winter 2019;$(it)",
    ],
)
def test_what_a_script_says_beside_a_placeholder_is_known(text: str) -> None:
    assert given(json.dumps(text)) == text
    assert given(json.dumps(text), "deploy.tfvars.json") == text
    assert given(json.dumps(text.replace("$(it)", "${it}")), "deploy.tfvars.json") == text.replace("$(it)", "${it}")


def test_a_document_is_not_searched() -> None:
    text = "a" * 10_000 + "$(it)"
    assert given(json.dumps(text)) == text


def test_what_a_sensitive_variable_is_filled_with_is_written_nowhere() -> None:
    stack = 'variable "it" { sensitive = true }\nresource "probe" "it" { v = var.it }\n'
    for written, reason in (
        ("$(it)", UnknownReason.VARIABLE_WITHOUT_VALUE),
        ("Winter-2019!", UnknownReason.SENSITIVE),
    ):
        parsed = parse({"main.tf": stack, "deploy.tfvars": f'it = "{written}"\n'})
        (probe,) = [one for one in parsed.resources if one.type == "probe"]
        found = probe.attributes["v"]
        assert isinstance(found, Unknown)
        assert found.reason is reason


def test_a_placeholder_is_not_taken_for_the_default() -> None:
    stack = 'variable "it" { default = "uksouth" }\nresource "probe" "it" { v = var.it }\n'
    parsed = parse({"main.tf": stack, "deploy.tfvars": 'it = "$(region)"\n'})
    (probe,) = [one for one in parsed.resources if one.type == "probe"]
    assert probe.attributes["v"] == unset()
