"""Reads GitHub workflows into what rules ask of a pipeline: triggers, permissions, jobs, steps and what they use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from scanner import lazy_re
from scanner.domain.artifact import Artifact, ArtifactKind, Location
from scanner.domain.resource import Parsed, Problem, Resource, ResourceKind, Value
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers.nodes import Node
from scanner.parsers.pipeline_facts import pushed_images, runtimes
from scanner.parsers.positioned import decode, read_documents

_PATH = lazy_re.compile(r"(^|/)\.github/workflows/[^/]+\.ya?ml$")
_DOCKER = "docker://"
_OF_THIS_REPOSITORY = ("./", "$/")
"""What lies in the workspace, and, since July 2026, what the same repository holds at the commit that runs."""
_EXPRESSION = lazy_re.compile(r"\$\{\{([^}]{0,1000})\}\}")
_SECRET = lazy_re.compile(r"(?i)\bsecrets(?:\.|\[')([A-Za-z_]\w*)")
_ALL_SECRETS = lazy_re.compile(r"(?i)\btojson\(\s*secrets\s*\)|\bsecrets\[(?!')")


class WorkflowParser:
    """Reads the workflows of GitHub Actions; composite actions are not read."""

    name = "workflow"
    beside = False

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """Every workflow on its own."""
        for artifact in artifacts:
            if artifact.kind is ArtifactKind.YAML and _PATH.search(artifact.path):
                yield (artifact,)

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Parse one workflow; faults become Problems."""
        resources: list[Resource] = []
        problems: list[Problem] = []
        for artifact in unit:
            try:
                found = read_documents(decode(contents.read(artifact)))
            except ReadError as error:
                problems.append(_problem(error.message, Location(path=artifact.path)))
                continue
            for fault in found.faults:
                place = Location(path=artifact.path, start_line=fault.line, start_column=fault.column)
                problems.append(_problem(fault.message, place))
            workflows = [document for document in found.documents if document.get("jobs") is not None]
            resources.extend(_workflow(document, artifact) for document in workflows[:1])
            if not workflows and not found.faults:
                problems.append(_problem("a workflow without jobs", Location(path=artifact.path)))
        counts = {"workflows": len(resources)} if resources else {}
        return Parsed(resources=tuple(resources), problems=tuple(problems), counts=counts)


def _problem(message: str, location: Location) -> Problem:
    return Problem(stage="parsing", engine=WorkflowParser.name, message=message, location=location)


def _workflow(document: Node, artifact: Artifact) -> Resource:
    jobs = document.get("jobs")
    entries = list(jobs.items()) if jobs else []
    env = document.get("env")
    around = frozenset(_secrets(env.value())) if env else frozenset[str]()
    attributes: dict[str, Value] = {
        "name": document.text("name"),
        "triggers": _triggers(document.get("on")),
        "permissions": _written(document.get("permissions")),
        "jobs": [_job(name, node, line, around) for name, node, line in entries],
        "steps": [_step(name, node, step, _env(document)) for name, node, _ in entries for step in _steps(node)],
        "uses": [use for name, node, line in entries for use in _uses(name, node, line)],
        "images": list(pushed_images(document)),
        "runtimes": list(runtimes(document)),
    }
    return Resource(
        address=artifact.path,
        kind=ResourceKind.WORKFLOW,
        type="github",
        name=document.text("name") or PurePosixPath(artifact.path).stem,
        attributes=attributes,
        location=Location(path=artifact.path, start_line=document.position.line),
        role=artifact.role,
        positions=document.positions(),
    )


def _triggers(node: Node | None) -> list[Value]:
    if node is None:
        return []
    if isinstance(node.content, Mapping):
        return list(node.content)
    return [element.as_text() for element in node.elements()] or [node.as_text()]


def _written(node: Node | None) -> Value:
    """Null where nothing is written, which for permissions means whatever the repository's default is."""
    return None if node is None else node.value()


def _job(name: str, node: Node, line: int, around: frozenset[str]) -> dict[str, Value]:
    environment = node.get("environment")
    given = {*around, *_secrets(node.value())}
    inherits = node.text("secrets") == "inherit"
    if inherits:
        given.add("*")
    return {
        "id": name,
        "permissions": _written(node.get("permissions")),
        "runs_on": _runners(node.get("runs-on")),
        "uses": node.text("uses"),
        "environment": "" if environment is None else environment.as_text() or environment.text("name"),
        "secrets": sorted(given),
        # GitHub lets secrets be inherited within one organisation or enterprise only: who inherits is no stranger.
        "inherited_by": node.text("uses").partition("@")[0] if inherits else "",
        "condition": node.text("if"),
        "line": line,
    }


def _secrets(value: object) -> Iterator[str]:
    """The names of the secrets that are handed over anywhere in what is written, ``*`` for all at once."""
    if isinstance(value, Mapping):
        for one in value.values():
            yield from _secrets(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _secrets(one)
    elif isinstance(value, str):
        for expression in _EXPRESSION.findall(value):
            yield from _SECRET.findall(expression)
            if _ALL_SECRETS.search(expression):
                yield "*"


def _runners(node: Node | None) -> list[Value]:
    """Labels of the runner, and its group where one is named."""
    if node is None:
        return []
    if isinstance(node.content, Mapping):
        group = node.text("group")
        return [*([group] if group else []), *_runners(node.get("labels"))]
    return [element.as_text() for element in node.elements()] or [node.as_text()]


def _steps(job: Node) -> Iterator[Node]:
    steps = job.get("steps")
    for step in steps.elements() if steps else ():
        if isinstance(step.content, Mapping):
            yield step


def _env(node: Node) -> dict[str, Value]:
    return _texts(node.get("env"))


def _texts(node: Node | None) -> dict[str, Value]:
    """What a step is given: numbers and truth values reach it as text, and null as none."""
    return {key: given.as_text() for key, given, _ in node.items()} if node else {}


def _step(job_name: str, job: Node, node: Node, around: dict[str, Value]) -> dict[str, Value]:
    return {
        "job": job_name,
        "name": node.text("name"),
        "uses": node.text("uses"),
        "run": node.text("run"),
        "with": _texts(node.get("with")),
        "env": _env(node),
        "env_around": around | _env(job),
        "condition": " && ".join(f"({one})" for one in (job.text("if"), node.text("if")) if one),
        "optional": node.text("continue-on-error").lower() == "true",
        "line": node.position.line,
    }


def _uses(job: str, node: Node, line: int) -> Iterator[Value]:
    """What the job itself and its steps take from elsewhere."""
    if node.text("uses"):
        yield _use(job, node.text("uses"), node.keys["uses"].line if "uses" in node.keys else line)
    for step in _steps(node):
        if step.text("uses"):
            yield _use(job, step.text("uses"), step.keys["uses"].line)


def _use(job: str, written: str, line: int) -> dict[str, Value]:
    action, _, ref = written.partition("@")
    if written.startswith(_DOCKER) and not ref:
        image, colon, tag = written.rpartition(":")
        action, ref = (image, tag) if colon and "/" not in tag else (written, "")
    local = written.startswith(_OF_THIS_REPOSITORY)
    repository = "" if local else "/".join(action.split("/", 2)[:2])
    if written.startswith(_DOCKER):
        repository = action.removeprefix(_DOCKER)
    return {"action": action, "repository": repository, "ref": ref, "local": local, "job": job, "line": line}
