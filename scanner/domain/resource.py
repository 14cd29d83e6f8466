"""What a parser found: a block, an object, a service, a source file, each as a tree of values with places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field, SkipValidation
from typing_extensions import TypeAliasType

from scanner.domain.artifact import Artifact, Location, Role
from scanner.domain.frozen import Frozen


class UnknownReason(StrEnum):
    """Why a value cannot be known from what was read."""

    VARIABLE_WITHOUT_VALUE = "variable without a value"
    VARIABLE_SET_BY_CALLER = "variable set by the module's caller"
    VARIABLE_SET_BY_VAR_FILE = "variable set by a var file that is chosen at run time"
    DATA_SOURCE = "data source"
    KNOWN_AFTER_APPLY = "attribute known after apply"
    MODULE_NOT_HERE = "module not in this repository"
    FILE_NOT_HERE = "file that was not read"
    WORKSPACE = "workspace chosen at run time"
    MODULE_OUTPUT = "module output"
    FUNCTION_NOT_SUPPORTED = "function not supported"
    EXPRESSION_NOT_SUPPORTED = "expression not supported"
    PER_INSTANCE = "differs by instance"
    TOO_MANY = "more instances than are told apart"
    NOT_RENDERED = "template not rendered"
    SENSITIVE = "sensitive value"
    BROKEN = "could not be read"
    OUT_OF_SIGHT = "leads out of what was read"
    COMPUTED_NAME = "name made at run time"
    DRAWN_ONLY = "drawn and not written"
    NOT_SAID = "not said in the document"


MAX_TEXT = 200
"""Characters of an expression that are shown to the reader."""


def _shortened(text: str) -> str:
    return text[:MAX_TEXT]


class Unknown(Frozen):
    """A value that is there but cannot be known; contagious, and never compared as if it were known."""

    reason: UnknownReason
    """Why it is not known."""
    text: Annotated[str, AfterValidator(_shortened)] = ""
    """The expression as it is written, for the reader: its first 200 characters."""


class EncodedUnknown(Unknown):
    """Text that cannot be known as a whole, but whose structure is: ``jsonencode`` of a policy that names an ARN."""

    content: SkipValidation[Value]
    """What the text encodes, with unknown parts."""

    def __hash__(self) -> int:
        """A number that does not need the content, which may be a list."""
        return hash((self.reason, self.text))


class UnknownText(Unknown):
    """Text of which only the beginning is known: it is not null, and many a text it cannot be."""

    prefix: str
    """With which it begins; may be empty."""


class UnknownBlock(Unknown):
    """A nested block of which it is not known how often it is there, if at all; what it says is."""

    content: SkipValidation[Mapping[str, Value]]
    """What each of them says, with unknown parts."""

    def __hash__(self) -> int:
        """A number that does not need the content."""
        return hash((self.reason, self.text))


Value = TypeAliasType(
    "Value",
    "bool | int | float | str | Unknown | Sequence[Value] | Mapping[str, Value] | None",
)
"""A JSON value in which any part may be :class:`Unknown`."""


class Position(NamedTuple):
    """A place inside a resource's own file."""

    line: int
    """One-based."""
    column: int
    """One-based, in characters."""


class ResourceKind(StrEnum):
    """The family of a resource: decides what its view offers to rules (scanner.rules.vocabulary)."""

    TERRAFORM = "terraform"
    """A block. ``type`` is ``aws_s3_bucket``, ``data.aws_ami``, ``provider.aws``, ``module``, ``terraform``,
    ``variable`` or ``output``."""
    KUBERNETES = "kubernetes"
    """An object. ``type`` is its kind, such as ``Deployment``."""
    CONTAINER = "container"
    """A Dockerfile. ``type`` is ``dockerfile``."""
    COMPOSE = "compose"
    """A service of a Compose file. ``type`` is ``service``."""
    WORKFLOW = "workflow"
    """A pipeline. ``type`` is ``github``."""
    CODE = "code"
    """A source file. ``type`` is its language, or ``markup``."""
    DEPENDENCIES = "dependencies"
    """A dependency manifest or project file. ``type`` is its ecosystem: ``npm``, ``pypi``, ``nuget``, …"""
    API = "api"
    """An API description. ``type`` is ``openapi`` or ``swagger``."""
    DIAGRAM = "diagram"
    """A diagram of the parts of a system, written as text. ``type`` is ``c4``, ``flowchart``, ``plantuml``, …"""
    DOCUMENT = "document"
    """What a document of clinical safety says. ``type`` is ``hazard`` or ``safety_case``."""


class Origin(Frozen):
    """Who gave an attribute its value, where that is not the block in which the attribute stands."""

    address: str
    """The module call (``module.storage["logs"]``), the var file, or the file of a patch of Kustomize."""
    location: Location
    """Where the value is written."""


class Resource(Frozen):
    """One thing that a parser found."""

    address: str
    """Name that is unique within kind and environment: ``module.storage["logs"].aws_s3_bucket.this[0]`` as Terraform
    writes it, ``Deployment/shop/web``, a path."""
    declaration: str = ""
    """The block's own name, without modules and instance keys: ``aws_s3_bucket.this``. Empty if it is the address."""
    environment: str = ""
    """Terraform root, with var file or workspace, for which it was evaluated; empty where there is no such thing."""
    kind: ResourceKind
    type: str
    name: str
    namespace: str | None = None
    """Kubernetes namespace, when it is written."""
    attributes: SkipValidation[Mapping[str, Value]]
    """The content as a tree of values. Treat as frozen."""
    labels: Mapping[str, str] = Field(default_factory=dict)
    """Labels or tags that are known."""
    location: Location
    role: Role = Role.PRODUCT
    module_path: tuple[str, ...] = ()
    """Names of the module calls that lead here, outermost first."""
    calls: SkipValidation[tuple[Location, ...]] = ()
    """Places of those calls, outermost first."""
    doubt: str = ""
    """Expression that leaves open whether it is there: of its own ``count`` or ``for_each``, or of a call above it."""
    origins: SkipValidation[Mapping[str, Origin]] = Field(default_factory=dict)
    """Attribute path to who set its value, where a module's caller, a var file or a patch did."""
    documents: SkipValidation[Mapping[str, Value]] = Field(default_factory=dict)
    """Attribute path to the content of JSON text that stands there, with unknown parts."""
    positions: SkipValidation[Mapping[str, Position]] = Field(default_factory=dict)
    """Attribute path (``ingress[0].cidr_blocks``) to the place where it is written."""

    def in_environment(self, environment: str) -> Resource:
        """The same thing in another environment.

        Made without looking at the fields once more, in a third of the time: an estate has thousands of these.

        Args:
            environment: Its name.
        """
        other = Resource.__new__(Resource)
        object.__setattr__(other, "__dict__", {**self.__dict__, "environment": environment})
        object.__setattr__(other, "__pydantic_fields_set__", self.__pydantic_fields_set__ | {"environment"})
        object.__setattr__(other, "__pydantic_extra__", None)
        object.__setattr__(other, "__pydantic_private__", None)
        return other


class Reference(NamedTuple):
    """One resource names another: ``aws_kms_key.db.arn`` inside ``aws_db_instance.main``.

    There are more of these than of anything else, so it is a plain tuple: made in a twentieth of the time.
    """

    source: str
    """Address of the resource in which the reference stands."""
    target: str
    """Address of the resource that is named."""
    location: Location
    """Where it is written."""
    attribute: str = ""
    """Attribute path in the source, when known."""
    environment: str = ""
    """As in :class:`Resource`: addresses are unique within it."""


class Problem(Frozen):
    """Something that could not be read, run or resolved: part of the result, never only logged."""

    stage: str
    """``reading``, ``parsing``, ``evaluating``, ``modelling``, ``engines``, ``judging`` or ``reporting``."""
    engine: str | None = None
    """Parser or engine that met it."""
    message: str
    location: Location | None = None


class Parsed(Frozen):
    """What a parser made of one unit of work."""

    resources: tuple[Resource, ...] = ()
    references: SkipValidation[tuple[Reference, ...]] = ()
    problems: tuple[Problem, ...] = ()
    counts: Mapping[str, int] = Field(default_factory=dict)
    """Additions to the inventory, such as ``terraform_resource_blocks``."""
    lasting: bool = True
    """Whether the same files would give the same again; not so where time ran out."""


class Reading(Frozen):
    """What a reader found before anything was parsed."""

    artifacts: SkipValidation[tuple[Artifact, ...]]
    problems: tuple[Problem, ...] = ()
    counts: Annotated[Mapping[str, int], Field(default_factory=dict)]
    """Inventory of the walk: ``files``, ``vendored_files``, ``generated_files``, ``binary_files``, …"""
