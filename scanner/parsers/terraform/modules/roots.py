"""Which folders are roots: those that nothing of the product calls, or those that the supplier declares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from scanner.domain.artifact import Role
from scanner.domain.configuration import TerraformConfiguration, TerraformRoot
from scanner.parsers.terraform.modules.environments import MAX_ENVIRONMENTS, Environment, VarFiles, normal
from scanner.parsers.terraform.modules.estate import Estate
from scanner.parsers.terraform.modules.module_sources import is_local, local_folder, written_source

_NOT_THE_PRODUCT = frozenset((Role.EXAMPLE, Role.TEST, Role.VENDORED, Role.DOCUMENTATION, Role.GENERATED))


@dataclass(frozen=True, slots=True)
class Calls:
    """Which folder calls which."""

    callers: Mapping[str, frozenset[str]]
    """Folder to the folders whose files call it."""
    of_product: frozenset[str]
    """Folders that files of the product call."""


def find_calls(estate: Estate) -> Calls:
    """Look at every module call.

    Args:
        estate: All modules.
    """
    callers: dict[str, set[str]] = {}
    of_product: set[str] = set()
    for folder in estate.folders.values():
        for placed in folder.modules.values():
            source = written_source(placed.block)
            if source is None:
                continue
            target = local_folder(folder.path, source) if is_local(source) else estate.sources.declared_folder(source)
            target = None if target is None else estate.links.resolve(target)
            if target is not None and target in estate.folders and target != folder.path:
                callers.setdefault(target, set()).add(folder.path)
                if estate.role(placed.path) not in _NOT_THE_PRODUCT:
                    of_product.add(target)
    return Calls({target: frozenset(found) for target, found in callers.items()}, frozenset(of_product))


def environments(
    estate: Estate, calls: Calls, var_files: Callable[[list[str]], VarFiles], configuration: TerraformConfiguration
) -> Iterator[Environment]:
    """Every environment, in the order in which they are evaluated.

    What no environment has entered by the time its turn comes is a root after all: folders that call each other in a
    circle, or that only such folders call. The caller must evaluate each environment before it asks for the next.

    Args:
        estate: All modules; complaints go there.
        calls: Which folder calls which.
        var_files: Ties var files to these roots.
        configuration: What the supplier declares.
    """
    own = [path for path in sorted(estate.folders) if not _is_vendored(estate, path)]
    found = [path for path in own if path not in calls.of_product]
    declared = {normal(declaration.path) for declaration in configuration.roots}
    files = var_files([*found, *(path for path in own if path in declared and path not in found)])
    yield from _declared(estate, files, configuration.roots)
    for path in found:
        if path not in declared:
            yield from _of_root(estate, files, path)
    for path in own:
        callers = calls.callers.get(path, frozenset())
        if not estate.entered[path] and not any(estate.entered[caller] for caller in callers):
            yield Environment(path or ".", path)


def _declared(estate: Estate, files: VarFiles, declarations: Iterable[TerraformRoot]) -> Iterator[Environment]:
    names: Counter[str] = Counter()
    for declaration in declarations:
        environment, missing = files.declared(declaration)
        for name in missing:
            estate.complaints.add(f"archscan.yaml names the var file {name}, which is not here", None)
        names[environment.name] += 1
        if environment.folder not in estate.folders:
            message = f"archscan.yaml names the root {declaration.path}, which holds no Terraform file"
            estate.complaints.add(message, None)
        elif names[environment.name] > 1:
            yield replace(environment, name=f"{environment.name} {names[environment.name]}")
        else:
            yield environment


def _of_root(estate: Estate, files: VarFiles, path: str) -> Iterator[Environment]:
    made = files.environments(path)
    if made.left_out:
        estate.complaints.add(
            f"{path or '.'} has more than {MAX_ENVIRONMENTS} environments: {made.left_out} var files are left out", None
        )
    yield from made.environments


def _is_vendored(estate: Estate, path: str) -> bool:
    return estate.role(estate.folders[path].files[0].path) is Role.VENDORED
