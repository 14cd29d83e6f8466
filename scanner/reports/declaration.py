"""An ``archscan.yaml`` made of what was inferred, for the supplier to correct."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import yaml

from scanner.domain.architecture import Component, Confidence, LayerId
from scanner.domain.configuration import TerraformConfiguration
from scanner.domain.resource import ResourceKind
from scanner.domain.system import System
from scanner.evaluation.overview import brief, count
from scanner.evaluation.redaction import redact
from scanner.modelling.grouping import Group, groups, written

_LAYERS = (LayerId.PRESENTATION, LayerId.DATA, LayerId.INTEGRATION, LayerId.HOSTING, LayerId.SERVICE)
"""What is left over is a service: its globs come last, where they need not be told what they do not mean."""
_MEANINGS = {
    LayerId.PRESENTATION: "what users see",
    LayerId.SERVICE: "what the system does: business logic behind an API",
    LayerId.INTEGRATION: "what connects it with others, and passes messages on",
    LayerId.DATA: "what keeps data, and what alone gives it out",
    LayerId.HOSTING: "on what all of that runs: networks, clusters, edges",
}
_WORDS = {Confidence.HIGH: "", Confidence.MEDIUM: "likely: ", Confidence.LOW: "guess: "}
_LONGEST = 140
_ENVIRONMENTS_SHOWN = 30
_UNASSIGNED_SHOWN = 4

_HEAD = """\
# archscan.yaml: the architecture as archscan understands it, written by `archscan init` for you to correct.
#
# What stands here wins over what archscan infers, and counts as your word: go through it, move what is in the wrong
# layer, and delete what you would not sign. A line marked "guess" rests on a name or on nothing better.
# Of several entries that match a component the first counts: write an exception from a glob as an entry above it.
# A declaration that the code speaks against is reported.
"""
_REST = """\
  # Corrections of single components, and what is no part of the product:
  # components:
  #   - components: [ID or title]
  #     title: Portal
  #     same_as: ID of the component that it is a part of
  # ignore:
  #   - paths: [tools/demo/]
  #     reason: shown at fairs, never deployed
"""


def declaration_text(system: System, terraform: TerraformConfiguration) -> str:
    """The file. Read by archscan, it changes no layer; what was inferred is declared then.

    Args:
        system: With its model, in which nothing of an earlier ``archscan.yaml`` about the architecture counts.
        terraform: What an earlier file declares of Terraform; it is kept.
    """
    return "\n".join([_HEAD, *_terraform(system, terraform), *_architecture(system.model.components)]).rstrip() + "\n"


def _terraform(system: System, terraform: TerraformConfiguration) -> Iterator[str]:
    if terraform != TerraformConfiguration():
        kept = {"terraform": terraform.model_dump(mode="json", exclude_defaults=True)}
        yield yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=120)
        return
    found = dict.fromkeys(
        one.environment for one in system.resources if one.kind is ResourceKind.TERRAFORM and one.environment
    )
    if not found:
        return
    yield f"# Terraform: {count(len(found), 'root or environment', 'roots and environments')} found."
    yield from (f"#   {_comment(name)}" for name in list(found)[:_ENVIRONMENTS_SHOWN])
    if len(found) > _ENVIRONMENTS_SHOWN:
        yield f"#   and {len(found) - _ENVIRONMENTS_SHOWN} more"
    yield "# Where that is not how you apply it, say so:"
    yield "# terraform:"
    yield "#   roots:"
    yield "#     - {path: infrastructure, name: prod, var_files: [prod.tfvars], workspace: prod}\n"


def _architecture(components: Sequence[Component]) -> Iterator[str]:
    said = [one for one in components if one.declared]
    inferred = [one for one in components if not one.declared]
    by_layer: defaultdict[LayerId, list[Group]] = defaultdict(list)
    for group in groups(components, [one for layer in _LAYERS for one in inferred if one.layer is layer]):
        by_layer[group.members[0].layer].append(group)
    if not components:
        yield "# No component was found: nothing that runs, stores or serves."
    if said:
        yield f"# {count(len(said), 'component')} in layers by labels or tags already; not repeated here."
    if by_layer:
        yield "architecture:\n  layers:"
    for layer in _LAYERS:
        if by_layer[layer]:
            yield from _layer(layer, by_layer[layer])
    yield from _unassigned([one for one in inferred if one.layer is LayerId.UNASSIGNED])
    if by_layer:
        yield _REST


def _layer(layer: LayerId, found: Sequence[Group]) -> Iterator[str]:
    yield f"    - layer: {layer.value}  # {_MEANINGS[layer]}"
    ordered = sorted(found, key=lambda group: list(Confidence).index(group.members[0].layer_confidence))
    for match in ("components", "paths"):
        chosen = [group for group in ordered if group.match == match]
        if chosen:
            yield f"      {match}:"
            yield from (f"        - {_scalar(group.pattern)}  # {_why(group)}" for group in chosen)
    yield ""


def _why(group: Group) -> str:
    first = group.members[0]
    word = _WORDS[first.layer_confidence]
    number = f"{len(group.members)} components; {word}such as {first.title}: " if len(group.members) > 1 else word
    shown = first.layer_confidence is Confidence.LOW and group.match != "paths"
    place = f" ({first.location.path}:{first.location.start_line})" if shown else ""
    return _comment(f"{number}{brief(first.layer_reason, _LONGEST)}{place}")


def _unassigned(found: Sequence[Component]) -> Iterator[str]:
    """A question for each kind and group, with some of its components."""
    if not found:
        return
    alike: defaultdict[tuple[str, str], list[Component]] = defaultdict(list)
    for one in found:
        alike[one.kind.value, one.group].append(one)
    yield f"  # In which layer are these? {count(len(found), 'component')}: nothing says it. Move what you know up."
    for (kind, group), members in alike.items():
        where = f" in {_comment(group)}" if group else ""
        more = f", and {len(members) - _UNASSIGNED_SHOWN} more" if len(members) > _UNASSIGNED_SHOWN else ""
        names = ", ".join(_scalar(written(one.id)) for one in members[:_UNASSIGNED_SHOWN])
        yield f"  #   {kind}{where}: {names}{more}"
    yield ""


def _scalar(text: str) -> str:
    """A text as YAML writes it on one line, plain where that is possible."""
    dumped = yaml.safe_dump({"x": text}, allow_unicode=True, width=float("inf"))
    line = dumped.removeprefix("x: ").rstrip("\n")
    if "\n" not in line and not dumped.startswith(("x: |", "x: >", "? ")):
        return line
    quoted: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=float("inf"))
    return quoted.rstrip("\n")


def _comment(text: str) -> str:
    """A text that cannot leave its comment."""
    return redact(written(text)).strip()
