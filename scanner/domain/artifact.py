"""What was read: where it came from, which files, and places in them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import NonNegativeInt, PositiveInt

from scanner.domain.frozen import Frozen


class SourcePart(Frozen):
    """Another repository of the same product."""

    name: str
    """Folder below which its files are found in the result."""
    uri: str
    revision: str | None = None


class Source(Frozen):
    """Where a system's files came from."""

    uri: str
    """Name of the folder that was scanned, or the repository's remote without credentials."""
    revision: str | None = None
    """Commit that was checked out, when the folder is a git work tree."""
    branch: str | None = None
    """Branch that was checked out."""
    parts: tuple[SourcePart, ...] = ()
    """Other repositories of the same product that were scanned with it."""


class Location(Frozen):
    """A place in a file."""

    path: str
    """Path relative to the scanned root, with ``/``."""
    start_line: PositiveInt = 1
    """First line, counted from 1."""
    end_line: PositiveInt | None = None
    """Last line, when it is known to differ from the first."""
    start_column: PositiveInt | None = None
    """First column in characters, counted from 1."""


class ArtifactKind(StrEnum):
    """How a file is read; decided from its path alone."""

    TERRAFORM = "terraform"
    """``*.tf``, ``*.tofu``, ``*.tf.json``, ``*.tofu.json``."""
    TERRAFORM_VARIABLES = "terraform_variables"
    """``*.tfvars``, ``*.tfvars.json``."""
    YAML = "yaml"
    """Kubernetes manifests, Compose files, workflows and OpenAPI descriptions are told apart by content."""
    JSON = "json"
    """As YAML, and project files such as ``package.json``."""
    SOURCE = "source"
    """A source file of a language that archscan parses."""
    MARKUP = "markup"
    """HTML, templates, Razor, JSX-free views, style sheets."""
    CONTAINER = "container"
    """Dockerfile or Containerfile."""
    MANIFEST = "manifest"
    """Dependency manifest, lock file or project file."""
    DOCUMENT = "document"
    """Markdown, text, office and PDF files that a person reads."""
    LINK = "link"
    """A symbolic link to something inside the scanned root; never followed, its target is what it says."""
    OTHER = "other"
    """Anything else; known by name only."""


class Role(StrEnum):
    """What a file is to the product, decided from its path; a finding in a test is not one in the product."""

    PRODUCT = "product"
    TEST = "test"
    EXAMPLE = "example"
    DEVELOPMENT = "development"
    """Local development only, such as ``docker-compose.override.yml``."""
    DOCUMENTATION = "documentation"
    VENDORED = "vendored"
    GENERATED = "generated"


class Artifact(Frozen):
    """One file of the scanned root."""

    path: str
    """Path relative to the scanned root, with ``/``."""
    kind: ArtifactKind
    """How the file is read."""
    role: Role = Role.PRODUCT
    """What the file is to the product."""
    language: str | None = None
    """Language of a source file, in lower case: ``python``, ``csharp``, ``typescript``."""
    size: NonNegativeInt = 0
    """Bytes."""
    target: str = ""
    """Of a link: where it says it leads, from the scanned root. Nobody has looked whether anything is there."""
