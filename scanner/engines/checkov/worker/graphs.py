"""Puts all blocks of an environment, or all objects of a repository, to the checks that look at connections."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .holes import Watch, holds_doubtful, is_text, made
from .imports import Immediate, Network
from .index import parsed
from .judging import Judge, manifest

_ADDRESS, _TYPE, _RESERVED = "__address__", "resource_type", "_resource_type"
_SOLVERS = "checkov.common.checks_infra.solvers.attribute_solvers"
_GRAVEST_FIRST = ("FAILED", "UNKNOWN", "PASSED")

Found = dict[int, tuple[str, bool]]
"""Number of a block to the result and whether it rests on the unknown."""


class _Graph:
    """Blocks and connections as checkov's solvers go through them.

    Args:
        asked: ``framework``, ``blocks``, ``edges``.
        doubtful: Whether blocks are there of which that is not known.
    """

    def __init__(self, asked: Mapping[str, Any], *, doubtful: bool) -> None:
        self.watches = [Watch() for _ in asked["blocks"]]
        contents = [
            made(block["content"], watch, doubtful=doubtful)
            for block, watch in zip(asked["blocks"], self.watches, strict=True)
        ]
        build = _terraform if asked["framework"] == "terraform" else _kubernetes
        self.network, self.numbers = build(asked, contents)

    def run(self, check: Any) -> Found:
        """What a check says of each block."""
        for watch in self.watches:
            watch.touched = False
        passed, failed, unknown = check.run(self.network)
        found: Found = {}
        for result, vertices in zip(_GRAVEST_FIRST, (failed, unknown, passed), strict=True):
            for vertex in vertices:
                number = self.numbers[vertex["file_path_"]]
                found.setdefault(number, (result, self.watches[number].touched))
        return found


def verdicts(asked: Mapping[str, Any], judge: Judge, index: Mapping[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """The verdicts on one graph.

    Args:
        asked: ``framework``; ``blocks``, each with ``kind``, ``type``, ``name`` and ``content``; ``edges`` between
            their numbers; ``ids`` of checks of the whole; ``single``: numbers of blocks with ids of classes.
        judge: Runs the classes; is told of faults.
        index: As of the judge.

    Returns:
        ``whole``: id to ``{keys, found: [[number, result, touched], …]}``; ``single``: as :meth:`Judge.block` gives it.
    """
    _mend_solvers()
    graph = _Graph(asked, doubtful=True)
    doubtful = any(holds_doubtful(block["content"]) for block in asked["blocks"])
    without = _Graph(asked, doubtful=False) if doubtful else None
    whole = {}
    for identifier in asked["ids"]:
        for entry in index.get(identifier, ()):
            if entry["kind"] == "graph" and entry["framework"] == asked["framework"]:
                try:
                    whole[identifier] = _checked(entry, graph, without)
                except Exception as error:  # noqa: BLE001  # the checks are not ours, and may raise anything
                    judge.faults.add((identifier, f"it raised {type(error).__name__}"))
                if Immediate.failures:
                    judge.faults.add((identifier, f"it raised {Immediate.failures.pop()}"))
                    Immediate.failures.clear()
    single = [
        judge.block({**asked["blocks"][number], "ids": ids}, graph.network) for number, ids in asked["single"]
    ]  # fmt: skip
    return {"whole": whole, "single": single}


def _mend_solvers() -> None:
    """Let solvers work without threads, and of other types than their own say no before they look at the value.

    checkov looks first, and says that it does not know where the name of a role is not known of which only the
    policies are asked.
    """
    module: Any = importlib.import_module(f"{_SOLVERS}.base_attribute_solver")
    solver = module.BaseAttributeSolver
    if module.ThreadPoolExecutor is Immediate:
        return
    module.ThreadPoolExecutor = Immediate
    plain = solver.get_operation

    def get_operation(self: Any, vertex: dict[str, Any]) -> bool | None:
        if not self.resource_type_pred(vertex, self.resource_types):
            return False
        found: bool | None = plain(self, vertex)
        return found

    solver.get_operation = get_operation


def _checked(entry: Mapping[str, Any], graph: _Graph, without: _Graph | None) -> dict[str, Any]:
    """What a check says; where blocks may or may not be there, only what it says either way."""
    check = parsed(entry["check"], "")
    found = graph.run(check)
    if without is not None:
        other = without.run(parsed(entry["check"], ""))
        for number, (result, touched) in found.items():
            result_without, touched_without = other.get(number, ("", True))
            found[number] = (result, touched or touched_without or result != result_without)
    rows = [[number, result, touched] for number, (result, touched) in sorted(found.items())]
    return {"keys": sorted(check.get_evaluated_keys()), "found": rows}


def _terraform(asked: Mapping[str, Any], contents: Iterable[Any]) -> tuple[Network, dict[str, int]]:
    make = importlib.import_module("checkov.terraform.graph_builder.graph_components.blocks").TerraformBlock
    nodes = []
    for number, (block, content) in enumerate(zip(asked["blocks"], contents, strict=True)):
        nodes.append((number, _vertex(make, number, block, content)))
    edges = [(one, other) for one, other in asked["edges"]]
    return Network().fill(nodes, edges), {str(number): number for number, _ in nodes}


def _vertex(make: Callable[..., Any], number: int, block: Mapping[str, Any], content: Any) -> dict[str, Any]:
    """A block as checkov's graph keeps it; its file stands for its number."""
    kind, full = block["kind"], f"{block['type']}.{block['name']}"
    # checkov takes blocks and maps apart when it reads them, and texts only when it renders them.
    texts = {name: content[name] for name, sent in block["content"].items() if is_text(sent) and name in content}
    attributes = {**content, **{name: [""] for name in texts}}
    attributes[_ADDRESS] = full
    if kind == "resource":
        if _TYPE in attributes:
            attributes[_RESERVED] = attributes[_TYPE]
        attributes[_TYPE] = [block["type"]]
    config = {block["type"]: {block["name"]: content}} if kind in ("resource", "data") else {block["name"]: content}
    vertex = make(
        name=full if kind in ("resource", "data") else block["name"],
        config=config,
        path=str(number),
        block_type=kind,
        attributes=attributes,
        id=full if kind in ("resource", "data") else "",
        source="Terraform",
    )
    vertex.attributes.update(texts)
    found: dict[str, Any] = vertex.get_attribute_dict(add_hash=False)
    return found


def _kubernetes(asked: Mapping[str, Any], contents: Iterable[Any]) -> tuple[Network, dict[str, int]]:
    """The graph that checkov builds itself of objects; each stands in a file of its own."""
    del asked
    build = importlib.import_module("checkov.kubernetes.graph_builder.local_graph").KubernetesLocalGraph
    files = {str(number): [manifest(content)] for number, content in enumerate(contents)}
    graph = build(files)
    graph.build_graph(render_variables=False)
    nodes = [(number, vertex.get_attribute_dict(add_hash=False)) for number, vertex in enumerate(graph.vertices)]
    edges = [(edge.origin, edge.dest) for edge in graph.edges]
    return Network().fill(nodes, edges), {name: int(name) for name in files}
