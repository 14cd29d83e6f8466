"""Imports just the modules of checkov that are asked for.

The packages of checkov import all of their checks as soon as one is wanted, and with them the clients of clouds, of
version control and of its own platform: a second of work, of which the checks use nothing. Here the packages that only
list their siblings are empty, and libraries that hardly any check uses are loaded by the first who does.
"""

from __future__ import annotations

import functools
import importlib
import importlib.machinery
import importlib.util
import logging
import re
import sys
import types
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

_EMPTY = re.compile(
    r"checkov\.(common\.external_checks(\.verification)?|(terraform|kubernetes)(\.modules|\.checks(\..*)?)?)"
)
"""Packages whose own code does nothing but import all that lies below them."""
_LATER = ("aiohttp", "asyncio", "ecdsa", "hcl2", "lark", "regex", "requests", "yaml")
"""Libraries that are loaded when something is asked of them."""
_JSONPATH = "bc_jsonpath_ng.ext"
_VERIFICATION = {
    "errors": ("SignatureVerificationError",),
    "sources_registry": ("get_all_verified_sources", "get_verified_sources_for_directory"),
    "verified_loader": ("install_finder", "load_verified_sources_into_module", "uninstall_finder"),
}
"""What is needed to load checks of somebody else, which nobody does here."""
_POLICY_METADATA = "checkov.common.bridgecrew.integration_features.features.policy_metadata_integration"


class Immediate:
    """Stands for a pool of threads: does what it is given at once, and keeps what went wrong."""

    failures: list[str] = []  # noqa: RUF012  # one list for all, as the solvers make a pool for each run

    def __init__(self, *_: object, **__: object) -> None:
        """Take whatever a pool takes."""

    def submit(self, function: Any, *arguments: Any) -> Future[Any]:
        """Call the function."""
        done: Future[Any] = Future()
        try:
            done.set_result(function(*arguments))
        except Exception as error:  # noqa: BLE001  # the checks are not ours, and may raise anything
            Immediate.failures.append(type(error).__name__)
            done.set_exception(error)
        return done


class Network:
    """A directed graph with just what checkov's solvers ask of ``rustworkx``."""

    def __init__(self) -> None:
        """Begin empty."""
        self._nodes: list[tuple[int, dict[str, Any]]] = []
        self._edges: list[tuple[int, int]] = []

    def fill(self, nodes: Sequence[tuple[int, dict[str, Any]]], edges: Sequence[tuple[int, int]]) -> Network:
        """Set all nodes, each with its number, and the edges between places in their list."""
        self._nodes, self._edges = list(nodes), list(edges)
        return self

    def nodes(self) -> list[tuple[int, dict[str, Any]]]:
        """All nodes."""
        return self._nodes

    def edge_list(self) -> list[tuple[int, int]]:
        """All edges."""
        return self._edges

    def subgraph(self, kept: Sequence[int]) -> Network:
        """The nodes at these places, and the edges between them."""
        places = {old: new for new, old in enumerate(sorted(kept))}
        edges = [(places[one], places[other]) for one, other in self._edges if one in places and other in places]
        return Network().fill([self._nodes[old] for old in places], edges)

    def adj_direction(self, node: int, inbound: bool) -> dict[int, None]:  # rustworkx's signature
        """Places of neighbours."""
        if inbound:
            return {one: None for one, other in self._edges if other == node}
        return {other: None for one, other in self._edges if one == node}


class _Nothing:
    """Loads a package without executing anything."""

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType | None:
        del spec
        return None

    def exec_module(self, module: types.ModuleType) -> None:
        del module


class _Finder:
    """Finds packages that are to stay empty."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        del path, target
        if _EMPTY.fullmatch(name):
            folder = self._root.joinpath(*name.split("."))
            if folder.is_dir():
                spec = importlib.machinery.ModuleSpec(name, _Nothing(), is_package=True)  # type: ignore[arg-type]
                spec.submodule_search_locations = [str(folder)]
                return spec
        return None


def _stand_in(name: str, contents: Mapping[str, object]) -> None:
    module = types.ModuleType(name)
    vars(module).update(contents)
    sys.modules[name] = module


def _load_later(name: str) -> None:
    """Let a library be loaded by the first who asks for something of it."""

    def attribute(wanted: str) -> object:
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]
        real = importlib.import_module(name)
        vars(stand_in).update({key: value for key, value in vars(real).items() if key != "__getattr__"})
        return getattr(real, wanted)

    stand_in = types.ModuleType(name)
    stand_in.__getattr__ = attribute  # type: ignore[method-assign]
    sys.modules[name] = stand_in


def _parse_jsonpath(statement: str) -> Any:
    del sys.modules[_JSONPATH]
    return importlib.import_module(_JSONPATH).parse(statement)


def prepare(root: Path) -> None:
    """Make checkov's checks importable one by one.

    Args:
        root: The folder in which ``checkov`` lies.
    """
    logging.disable(logging.CRITICAL)
    sys.meta_path.insert(0, _Finder(root))
    for name in _LATER:
        _load_later(name)
    unused = type("DiGraph", (), {})
    _stand_in("networkx", {"DiGraph": unused, "edge_dfs": None, "node_link_data": None})
    _stand_in("rustworkx", {"PyDiGraph": Network, "digraph_node_link_json": None})
    _stand_in(_JSONPATH, {"parse": _parse_jsonpath})
    metadata = types.SimpleNamespace(bc_to_ckv_id_mapping={}, check_metadata=False)
    _stand_in(_POLICY_METADATA, {"integration": metadata})
    _stand_in("checkov.common.util.http_utils", {"normalize_bc_url": lambda url: url})
    _stand_in("cached_property", {"cached_property": functools.cached_property})
    for name, contents in _VERIFICATION.items():
        _stand_in(f"checkov.common.external_checks.verification.{name}", dict.fromkeys(contents, Exception))
    _stand_in("checkov.common.parallelizer.parallel_runner", {"parallel_runner": None})


def begin() -> None:
    """Import what all checks of resources need; without the search for dynamic blocks, which are written out."""
    for name in ("base_resource_check", "base_resource_value_check", "base_resource_negative_value_check"):
        module: Any = importlib.import_module(f"checkov.terraform.checks.resource.{name}")
        module.handle_dynamic_values = lambda *_: False
