"""What a supplier declares in ``archscan.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic.json_schema import SkipJsonSchema

from scanner.domain.architecture import TRAITS, ComponentKind, LayerId
from scanner.domain.frozen import Frozen
from scanner.domain.layers import LAYER_WORDS
from scanner.domain.profile import LINE_KEY, Profile, Text


class TerraformRoot(Frozen):
    """A Terraform root module as it is applied in one environment."""

    path: str
    """Folder, relative to the scanned root."""
    name: str = ""
    """What the environment is called, such as ``prod``."""
    var_files: tuple[str, ...] = ()
    """Var files in the order in which they are given, relative to the folder or to the scanned root."""
    workspace: str | None = None
    """Selected workspace."""


class TerraformConfiguration(Frozen):
    """How the supplier applies Terraform."""

    roots: tuple[TerraformRoot, ...] = ()
    """Root modules and their environments. Where there are none, roots are found."""
    modules: Mapping[str, str] = Field(default_factory=dict)
    """Module source as it is written in the code, or address of a repository, to the folder in which a copy lies."""


def _layer(word: object) -> object:
    if isinstance(word, str) and word.lower() in LAYER_WORDS:
        return LAYER_WORDS[word.lower()]
    raise ValueError(f"there is no such layer; layers are {', '.join(LAYER_WORDS)}")


def _trait(word: str) -> str:
    if word not in TRAITS:
        raise ValueError(f"there is no such trait; traits are {', '.join(TRAITS)}")
    return word


def _without_keys(address: str) -> str:
    if "[" in address:
        raise ValueError("write the address without instance keys: all instances of a block are one component")
    return address


def _not_negated(pattern: str) -> str:
    if pattern.startswith("!"):
        raise ValueError("exceptions are written as an entry of their own, above: the first entry that matches wins")
    return pattern


Layer = Annotated[LayerId, BeforeValidator(_layer), WithJsonSchema({"type": "string", "enum": sorted(LAYER_WORDS)})]
Trait = Annotated[str, AfterValidator(_trait), WithJsonSchema({"type": "string", "enum": sorted(TRAITS)})]
TerraformPattern = Annotated[Text, AfterValidator(_without_keys)]
PathPattern = Annotated[Text, AfterValidator(_not_negated)]


class Match(Frozen):
    """Which components a declaration is about: those that any of its patterns matches."""

    components: tuple[Text, ...] = ()
    """Ids or titles of components, or globs of them."""
    paths: tuple[PathPattern, ...] = ()
    """Files or folders in which a component is seen, as in a ``.gitignore``: ``src/web/``."""
    kubernetes: tuple[Text, ...] = ()
    """Kubernetes objects: ``namespace/name``, ``kind/namespace/name`` or the name alone, with globs."""
    terraform: tuple[TerraformPattern, ...] = ()
    """Terraform addresses without instance keys, with globs: ``module.database.*``."""
    line: SkipJsonSchema[int] = Field(default=1, validation_alias=LINE_KEY)
    """Where it stands in the file."""

    @model_validator(mode="after")
    def _matches_something(self) -> Self:
        if not (self.components or self.paths or self.kubernetes or self.terraform):
            raise ValueError("it is about nothing: give components, paths, kubernetes or terraform")
        return self


class LayerDeclaration(Match):
    """In which layer components are."""

    layer: Layer
    """``presentation``, ``service``, ``integration``, ``data`` or ``hosting``."""
    reason: str = ""
    """Why, for those who read the result."""


class ComponentDeclaration(Match):
    """What archscan took a component for, corrected."""

    title: Text | None = None
    """What it is called."""
    kind: ComponentKind | None = None
    """What it is."""
    traits: tuple[Trait, ...] = ()
    """Traits that it has besides those that were found."""
    same_as: Text | None = None
    """Id or title of the component that it is a part of: the two become one."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.title is None and self.kind is None and not self.traits and self.same_as is None:
            raise ValueError("it says nothing: give title, kind, traits or same_as")
        return self


class IgnoreDeclaration(Match):
    """What is no component of the product."""

    reason: Text
    """Why it is none; stands in the result."""


class ArchitectureConfiguration(Frozen):
    """The architecture as the supplier sees it. Of several entries in a list the first that matches counts."""

    layers: tuple[LayerDeclaration, ...] = ()
    """In which layer components are."""
    components: tuple[ComponentDeclaration, ...] = ()
    """Corrections of single components."""
    ignore: tuple[IgnoreDeclaration, ...] = ()
    """What is left out of the model. Rules about single files and resources still see it."""


class RelatedRepository(Frozen):
    """Another repository that holds a part of the product."""

    name: Text
    """Under which it is given to a scan: ``archscan scan . infra=../infrastructure``, or its folder's name."""
    holds: Text
    """What of the product lies there."""
    url: str = ""
    """Where it is kept. Terraform modules with this address are read from what is given; nothing is fetched."""


class Configuration(Frozen):
    """The content of ``archscan.yaml``."""

    terraform: TerraformConfiguration = TerraformConfiguration()
    architecture: ArchitectureConfiguration = ArchitectureConfiguration()
    profile: Profile = Profile()
    related: tuple[RelatedRepository, ...] = ()
    """Other repositories of the product. Those that a scan is not given are told: what lies there is not assessed."""
