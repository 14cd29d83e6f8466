"""HTTP triggers of Azure Functions are read where a function declares them, with what is demanded of the caller."""

from __future__ import annotations

import json

import pytest

from scanner.domain.artifact import Artifact, ArtifactKind, Role
from scanner.parsers.code.parser import CodeParser
from scanner.parsers.code.triggers import function_facts, triggers_in

SHARP = (
    b'[Function("A")]\nIActionResult Run('
    b'[HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest r, CancellationToken c)'
)


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("csharp", SHARP, [("anonymous", False, 2)]),
        ("csharp", SHARP + b"\n{ _tokens.Check(r); }", [("anonymous", True, 2)]),
        ("csharp", b"// [HttpTrigger(AuthorizationLevel.Anonymous)]", []),
        ("csharp", b'[HttpTrigger(AuthorizationLevel.Function, "get")]', [("function", False, 1)]),
        ("java", b'@HttpTrigger(name = "r", authLevel = AuthorizationLevel.ANONYMOUS)', [("anonymous", False, 1)]),
        ("python", b"app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)", [("anonymous", False, 1)]),
        ("typescript", b"app.http('a', {\n authLevel: 'anonymous' })", [("anonymous", False, 2)]),
        ("go", b"authLevel: 'anonymous'", []),
    ],
)
def test_triggers_beside_code(language: str, source: bytes, expected: list[tuple[str, bool, int]]) -> None:
    assert [(one["level"], one["asks"], one["line"]) for one in triggers_in(source, language)] == expected


def declared(binding: object, **more: object) -> bytes:
    return json.dumps({"bindings": [binding, {"type": "http"}], **more}, indent=1).encode()


def test_a_file_that_declares_a_function_offers_its_routes() -> None:
    source = declared({"type": "httpTrigger", "authLevel": "anonymous", "methods": ["get", "POST"], "route": "a/{id}"})
    language, facts = function_facts(source, "One/function.json") or ("", {})
    assert language == "javascript"
    assert [(one["method"], one["shape"], one["guard"], one["line"]) for one in facts["routes"]] == [
        ("get", "/a/{}", "", 10),
        ("post", "/a/{}", "", 10),
    ]
    assert [(one["level"], one["line"]) for one in facts["triggers"]] == [("anonymous", 5)]


def test_what_is_not_written_has_the_defaults_of_the_host() -> None:
    language, facts = function_facts(
        declared({"type": "httpTrigger"}, scriptFile="x.dll"), "app/One/function.json"
    ) or ("", {})
    assert language == "csharp"
    assert [(one["method"], one["path"], one["guard"]) for one in facts["routes"]] == [("", "One", "handler")]
    assert facts["triggers"][0]["level"] == "function"


@pytest.mark.parametrize(
    "source",
    [
        b"", b"[]", b'{"bindings": 1}', b'{"bindings": [1, null]}', b'{"bindings": [{"type": "timerTrigger"}]}',
        b'{"bindings": ' + b"[" * 50_000, b'{"bindings": [' + b" " * 100_000 + b"]}",
        declared({"type": "httpTrigger"}, disabled=True), declared({"type": "httpTrigger", "route": "a\ud800"}),
    ],
)  # fmt: skip
def test_files_that_declare_nothing(source: bytes) -> None:
    assert function_facts(source, "a/function.json") is None


class Bytes:
    """Contents that a test makes up."""

    def read(self, artifact: Artifact) -> bytes:  # noqa: ARG002
        return declared({"type": "httpTrigger", "authLevel": "anonymous"})


def test_the_parser_takes_such_a_file_for_source() -> None:
    file = Artifact(path="One/function.json", kind=ArtifactKind.JSON, role=Role.PRODUCT, language=None)
    other = Artifact(path="One/package.json", kind=ArtifactKind.JSON, role=Role.PRODUCT, language=None)
    parser = CodeParser()
    assert list(parser.units([file, other])) == [(file,)]
    parsed = parser.parse((file,), Bytes())
    assert [one.type for one in parsed.resources] == ["javascript"]
    assert parsed.resources[0].attributes["calls"] == []
    assert parsed.counts == {}
