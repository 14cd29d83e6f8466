import pytest

from scanner.domain.resource import Unknown
from scanner.parsers.nodes import Node
from scanner.parsers.openapi import OpenApiParser
from scanner.parsers.openapi_validity import MAX_FAULTS, MAX_SIZE, TooComplexError, faults_of, references
from scanner.parsers.positioned import read_documents

PARSER = OpenApiParser()
VALID = """openapi: 3.0.3
info: {title: Wards, version: 1.0.0}
paths:
  /wards/{id}:
    parameters: [{$ref: '#/components/parameters/ward'}]
    get:
      operationId: readWard
      responses:
        200:
          description: one ward
          content: {application/json: {schema: {$ref: '#/components/schemas/Ward'}}}
components:
  parameters:
    ward: {name: id, in: path, required: true, schema: {type: string}}
  schemas:
    Ward: {type: object, properties: {name: {type: string, example: {$ref: '#/nowhere'}}}}
"""
WARD = "components > schemas > Ward"
SWAGGER = """swagger: "2.0"
info: {title: Wards, version: "1"}
paths:
  /wards:
    get:
      parameters: [{name: beds, in: query, type: integer}]
      responses: {"200": {description: wards}}
"""


def read(text: str) -> Node:
    (document,) = read_documents(text).documents
    return document


def said(text: str) -> list[tuple[str, int]]:
    return [(fault.message, fault.position.line) for fault in faults_of(read(text))]


@pytest.mark.parametrize(
    "text",
    [
        VALID,
        SWAGGER,
        VALID.replace("3.0.3", "3.1.1"),
        VALID.replace("3.0.3", "3.2.0"),
        VALID.replace("version: 1.0.0}", "version: 1.0.0}\ntags:"),  # a key left empty is taken as not written
        VALID.replace("paths:\n", "x-note: {$ref: '#/nowhere'}\npaths:\n"),
        VALID.replace("#/components/parameters/ward", "parameters.yaml#/ward"),
        VALID.replace("#/components/schemas/Ward", "#/components/schemas/W%61rd"),
    ],
)
def test_a_valid_description_has_no_faults(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("title: Wards, ", "", ("info has no title", 2)),
        ("description: one ward", "summary: one ward", ("/wards/{id} > get > responses > 200 has no description", 9)),
        (
            "schema: {type: string}", "type: string",
            ("components > parameters > ward holds type, which this release does not know there", 14),
        ),
        (
            "{type: object,", "{type: record,",
            (f"{WARD} > type should be one of array, boolean, integer, number, object and 1 more", 16),
        ),
        ("schemas/Ward'}", "schemas/Bed'}", ("the reference #/components/schemas/Bed leads nowhere", 11)),
        ("in: path,", "in: query,", ("the parameter id of the path /wards/{id} is not described", 6)),
        (
            "components:\n",
            "  /wards: {get: {operationId: readWard, responses: {200: {description: all}}}}\ncomponents:\n",
            ("the operationId readWard is given to 2 operations", 12),
        ),
    ],
)  # fmt: skip
def test_each_fault_is_told_at_its_line(before, after, fault):
    assert before in VALID
    assert fault in said(VALID.replace(before, after, 1))


def test_of_several_forms_the_one_that_was_meant_is_told():
    faults = said(SWAGGER.replace("type: integer", "type: uuid"))
    assert faults == [
        ("get > parameters > 0 > type should be one of string, number, boolean, integer, array", 6),
    ]


def test_an_old_form_is_told():
    ((message, _),) = said(SWAGGER.replace("integer}", "integer, nullable: true}"))
    assert message == "/wards > get > parameters > 0 holds nullable, which this release does not know there"


@pytest.mark.parametrize("release", ["3.1.0", "3.2.0"])
def test_named_schemas_are_judged_by_their_own_dialect(release):
    ward = "{type: object, pattern: '\\p{L}', minProperties: two,"
    text = VALID.replace("3.0.3", release).replace("{type: object,", ward)
    assert said(text) == [(f"{WARD} > minProperties should be an integer", 16)]


def test_values_are_not_told():
    text = VALID.replace("{title: Wards", "{title: [secret-token]")
    assert all("secret-token" not in message for message, _ in said(text))


def test_of_an_unknown_release_only_references_are_judged():
    assert said("openapi: 4.0.0\npaths: {/a: {$ref: '#/b'}}\n") == [("the reference #/b leads nowhere", 2)]


def test_faults_are_limited():
    many = "".join(f"    P{number}: {{name: a}}\n" for number in range(50))
    assert len(faults_of(read(VALID.replace("  schemas:", f"{many}  schemas:")))) == MAX_FAULTS


def test_what_is_too_large_is_not_checked():
    with pytest.raises(TooComplexError):
        faults_of(read("openapi: 3.0.0\nx: [" + "1," * MAX_SIZE + "]\n"))


def test_what_is_deep_costs_no_crash():
    deep = "{type: object, properties: {a: " * 40 + "{type: string}" + "}}" * 40
    text = VALID.replace("Ward: {type: object", f"Deep: {deep}\n    Ward: {{type: object")
    assert faults_of(read(text)) == ()


def test_references_know_their_lines():
    found = [(reference, position.line) for reference, position in references(read(VALID))]
    assert found == [("#/components/parameters/ward", 5), ("#/components/schemas/Ward", 11)]


def test_the_view_holds_faults_and_documents(run):
    text = VALID.replace("#/components/schemas/Ward", "../schemas/ward.yaml#/Ward").replace("title: Wards, ", "")
    (resource,) = run(PARSER, {"api/openapi.yaml": text}).resources
    assert resource.attributes["faults"] == [{"message": "info has no title", "line": 2}]
    assert resource.positions["faults"].line == 2
    assert resource.attributes["documents"] == [
        {"path": "schemas/ward.yaml", "reference": "../schemas/ward.yaml#/Ward", "line": 11}
    ]


def test_what_cannot_be_checked_is_a_problem(run):
    found = run(PARSER, {"openapi.yaml": VALID + "x: [" + "1," * MAX_SIZE + "]\n"})
    assert isinstance(found.resources[0].attributes["faults"], Unknown)
    assert [problem.message for problem in found.problems] == ["too large or too deep to be checked"]


def test_addresses_are_no_documents(run):
    text = VALID.replace("#/components/schemas/Ward", "https://example.org/ward.yaml")
    assert run(PARSER, {"openapi.yaml": text}).resources[0].attributes["documents"] == []


def test_a_part_that_stands_in_another_file_may_be_of_any_kind():
    info = "info: {title: Wards, version: 1.0.0, description: {%s}}"
    described = VALID.replace("info: {title: Wards, version: 1.0.0}", info)
    assert said(described % "$ref: parts/description.md") == []
    (wrong,) = said(described % "text: wards")
    assert wrong == ("info > description should be a string", 2)
    beside = "  /beds/{bed}:\n    get: {$ref: parts/read-bed.yaml}\n"
    assert said(VALID.replace("components:\n", beside + "components:\n", 1)) == []
    assert said(VALID + "security: [{$ref: parts/security.yaml}]\n") == []
    assert said(VALID + "security: [{callers: parts/security.yaml}]\n") != []
