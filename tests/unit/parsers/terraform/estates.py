"""Little repositories of Terraform for tests."""

from __future__ import annotations

from scanner.domain.artifact import Artifact
from scanner.domain.configuration import TerraformConfiguration
from scanner.domain.resource import Parsed, Resource, Value
from scanner.errors import ReadError
from scanner.parsers.terraform import TerraformParser
from scanner.sources.classification import kind_of
from scanner.sources.roles import role_of


class Texts:
    """Files that lie in memory."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts

    def read(self, artifact: Artifact) -> bytes:
        if artifact.path not in self._texts:
            raise ReadError("gone")
        return self._texts[artifact.path].encode()


def parse(files: dict[str, str], configuration: TerraformConfiguration | None = None) -> Parsed:
    """Parse a repository of these files."""
    artifacts = [
        Artifact(path=path, kind=kind_of(path)[0], role=role_of(path), size=len(text)) for path, text in files.items()
    ]
    parser = TerraformParser(configuration=configuration)
    (unit,) = parser.units(artifacts)
    return parser.parse(unit, Texts(files))


def resources(parsed: Parsed) -> dict[str, Resource]:
    """Resources, data sources and module calls by address; the environment leads where there are several."""
    several = len({resource.environment for resource in parsed.resources}) > 1
    kept = [one for one in parsed.resources if one.type not in ("variable", "output", "terraform")]
    return {f"{one.environment}: {one.address}" if several else one.address: one for one in kept}


def value(text: str, files: dict[str, str] | None = None, folder: str = "") -> Value:
    """What an expression means in a folder of a repository.

    Args:
        text: The expression.
        files: The repository.
        folder: Where the expression stands.
    """
    path = f"{folder}/probe.tf" if folder else "probe.tf"
    parsed = parse({**(files or {}), path: f'resource "probe" "it" {{\n  value = [{text}]\n}}\n'})
    (probe,) = [one for one in parsed.resources if one.type == "probe"]
    found = probe.attributes["value"]
    assert isinstance(found, list)
    return found[0]
