import json

import pytest

from scanner.domain.resource import Unknown
from scanner.parsers.openapi import OpenApiParser

PARSER = OpenApiParser()
OPENAPI = """openapi: 3.0.3
info: {title: Appointments, version: 1.2.0}
servers:
  - url: https://api.example.org/v1
security: [{oauth: [read]}]
components:
  parameters:
    nhs: {name: nhsNumber, in: query}
    loop: {$ref: '#/components/parameters/loop'}
  securitySchemes:
    oauth: {type: oauth2}
paths:
  /slots/{id}:
    parameters:
      - {name: id, in: path}
    get:
      deprecated: true
      parameters:
        - $ref: '#/components/parameters/nhs'
        - {name: id, in: path}
    post:
      security: []
  /public:
    get:
      security: [{}]
    x-note: {a: 1}
  /key:
    get:
      security: [{key: []}]
"""


def test_openapi(run):
    found = run(PARSER, {"api.yaml": OPENAPI})
    (resource,) = found.resources
    view = resource.attributes
    assert (resource.type, resource.name, view["version"], view["info_version"]) == (
        "openapi", "Appointments", "3.0.3", "1.2.0",
    )  # fmt: skip
    assert view["servers"] == [{"url": "https://api.example.org/v1", "line": 4}]
    assert [(o["method"], o["path"], o["secured"], o["deprecated"], o["line"]) for o in view["operations"]] == [
        ("get", "/slots/{id}", True, True, 16),
        ("post", "/slots/{id}", False, False, 21),
        ("get", "/public", False, False, 24),
        ("get", "/key", True, False, 28),
    ]
    assert view["operations"][0]["parameters"] == [{"name": "id", "in": "path"}, {"name": "nhsNumber", "in": "query"}]
    assert view["security_schemes"] == {"oauth": {"type": "oauth2"}}
    assert resource.positions["operations[1]"].line == 21
    assert found.problems == ()
    assert found.counts == {"api_descriptions": 1}


@pytest.mark.parametrize(
    ("written", "known", "unknown"),
    [
        ("$ref: ./schemes.yaml", {}, {"$ref": "./schemes.yaml"}),
        ("{oauth: {type: oauth2}, key: {$ref: './key.yaml'}}", {"oauth": {"type": "oauth2"}}, {"key": "./key.yaml"}),
        ("{oauth: {type: oauth2}, broken: later, none: }", {"oauth": {"type": "oauth2"}}, {}),
    ],
)
def test_security_schemes_elsewhere_are_unknown(run, written, known, unknown):
    head = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {}\n"
    text = f"{head}components:\n  securitySchemes:\n    {written}\n"
    (resource,) = run(PARSER, {"api.yaml": text}).resources
    schemes = resource.attributes["security_schemes"]
    unseen = {name: scheme.text for name, scheme in schemes.items() if isinstance(scheme, Unknown)}
    assert unseen == unknown
    assert {name: scheme for name, scheme in schemes.items() if name not in unseen} == known


def test_swagger_in_json(run):
    text = {
        "swagger": "2.0", "host": "api.example.org", "basePath": "/v1", "schemes": ["http", "https"],
        "parameters": {"a/b": {"name": "x", "in": "header"}}, "securityDefinitions": {"basic": {"type": "basic"}},
        "paths": {"/a": {"get": {"parameters": [{"$ref": "#/parameters/a~1b"}]}}},
    }  # fmt: skip
    (resource,) = run(PARSER, {"api.json": json.dumps(text, indent="\t")}).resources
    view = resource.attributes
    assert resource.type == "swagger"
    assert [server["url"] for server in view["servers"]] == ["http://api.example.org/v1", "https://api.example.org/v1"]
    assert view["operations"][0]["parameters"] == [{"name": "x", "in": "header"}]
    assert not view["operations"][0]["secured"]
    assert view["security_schemes"] == {"basic": {"type": "basic"}}


@pytest.mark.parametrize(
    "reference",
    ["other.yaml#/x", "https://example.org/x", "#/nowhere", "#/components/parameters/loop", "#/" + "9" * 6000],
)
def test_references_that_cannot_be_followed_are_told(run, reference):
    found = run(PARSER, {"api.yaml": OPENAPI.replace("#/components/parameters/nhs'", f"{reference}'")})
    (problem,) = found.problems
    assert problem.message.startswith("1 reference not followed")
    assert problem.location.start_line == 19


def test_other_files_say_nothing(run):
    files = {
        "a.json": '{"dependencies": {"swagger": "4.1.0"}}',
        "b.yaml": "paths: {openapi: 3}\n",
        "c.json": '{"resourceType": "Patient", ',
        "d.yaml": "note: |\n  openapi: 3.0.0\n  [",
    }
    found = run(PARSER, files)
    assert (found.resources, found.problems) == ((), ())


@pytest.mark.parametrize("tail", ["a: [", "a: &a [*a]", "a: \x01", "a:\n\tb: 1", "a: " + "{b: " * 100_000])
def test_hostile_files_cost_a_problem(run, tail):
    found = run(PARSER, {"api.yaml": f"openapi: 3.0.0\n{tail}"})
    (resource,) = found.resources
    assert (resource.type, resource.address) == ("unread", "api.yaml")
    assert isinstance(resource.attributes["operations"], Unknown)
    assert found.counts == {}
    assert len(found.problems) == 1


def test_paths_of_a_broken_description_are_still_seen(run):
    text = "openapi: 3.0.0\npaths:\n  /wards/{id}:\n    get: {}\n  '/beds' :\n    get: [\n"
    (resource,) = run(PARSER, {"api.yaml": text}).resources
    assert resource.type == "unread"
    assert resource.attributes == {
        "references": [
            {"path": "/wards/{id}", "shape": "/wards/{}", "reference": "", "line": 3},
            {"path": "/beds", "shape": "/beds", "reference": "", "line": 5},
        ]
    }


@pytest.mark.parametrize(
    "tail", ["paths: 1", "paths: {a: 1, b: {get: 2}, c: {get: {parameters: 3}}}", "servers: [1, {}]", "info: x"]
)
def test_odd_shapes_do_no_harm(run, tail):
    assert len(run(PARSER, {"api.yaml": f"openapi: 3.0.0\n{tail}\n"}).resources) == 1


def test_paths_that_stand_in_another_document_are_known_by_name(run):
    text = """\
openapi: 3.0.3
info: {title: Wards}
paths:
  /wards: {$ref: "paths/wards.yaml"}
  /beds/{id}: {$ref: "#/x/beds"}
x: {beds: {get: {}}}
"""
    api = run(PARSER, {"openapi.yaml": text}).resources[0].attributes
    assert [one["path"] for one in api["operations"]] == ["/beds/{id}"]
    told = [(one["path"], one["shape"], one["reference"]) for one in api["references"]]
    assert told == [("/wards", "/wards", "paths/wards.yaml")]
    whole = run(PARSER, {"openapi.yaml": 'openapi: 3.0.3\npaths: {$ref: "https://x/y.yaml"}\n'}).resources[0].attributes
    assert [(one["path"], one["reference"]) for one in whole["references"]] == [("", "https://x/y.yaml")]


def test_variables_of_a_server_stand_for_their_defaults(run):
    text = """\
openapi: 3.0.3
servers:
  - url: https://{host}/{base}
    variables: {host: {default: api.trust.nhs.uk}, base: {}}
"""
    api = run(PARSER, {"openapi.yaml": text}).resources[0].attributes
    assert [one["url"] for one in api["servers"]] == ["https://api.trust.nhs.uk/{base}"]


def test_answers_that_say_something_went_wrong(run):
    text = """\
openapi: 3.0.3
info: {title: Wards, version: 1.0.0}
paths:
  /wards:
    get:
      responses:
        "200": {description: wards}
        "404": {$ref: "#/components/responses/Missing"}
        "500": {description: fault}
        default: {$ref: "elsewhere.yaml#/Fault"}
components:
  responses:
    Missing:
      description: none
      content: {application/problem+json: {schema: {$ref: "#/components/schemas/Problem"}}}
"""
    api = run(PARSER, {"openapi.yaml": text}).resources[0].attributes
    assert api["operations"][0]["errors"] == [
        {"status": "404", "types": ["application/problem+json"], "schema": "Problem", "described": True},
        {"status": "500", "types": [], "schema": "", "described": False},
        {"status": "default", "types": [], "schema": "", "described": True},
    ]


def test_answers_of_swagger_have_the_types_of_the_document(run):
    text = """\
swagger: "2.0"
info: {title: Wards, version: "1"}
produces: [application/fhir+json]
paths: {/wards: {get: {responses: {"400": {description: no, schema: {$ref: "#/definitions/OperationOutcome"}}}}}}
"""
    api = run(PARSER, {"openapi.yaml": text}).resources[0].attributes
    assert api["operations"][0]["errors"] == [
        {"status": "400", "types": ["application/fhir+json"], "schema": "OperationOutcome", "described": True}
    ]


def test_an_operation_that_stands_in_another_file_is_not_known(run):
    text = """openapi: 3.0.3
info: {title: Wards, version: 1.0.0}
paths:
  /wards:
    get: {$ref: parts/wards.yaml}
    post: {responses: {"201": {description: made}}}
"""
    (resource,) = run(PARSER, {"api.yaml": text}).resources
    elsewhere, here = resource.attributes["operations"]
    assert isinstance(elsewhere["errors"], Unknown)
    assert isinstance(elsewhere["secured"], Unknown)
    assert (here["errors"], here["secured"]) == ([], False)
    (resource,) = run(PARSER, {"api.yaml": text + "security: [{key: []}]\n"}).resources
    assert [one["secured"] for one in resource.attributes["operations"]] == [True, True]
