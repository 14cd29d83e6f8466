"""What a pipeline sets up and makes: versions of runtimes, and the images that it pushes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from scanner import lazy_re
from scanner.domain.resource import Value
from scanner.parsers.nodes import Node

_EXPRESSION = lazy_re.compile(r"\$\{\{\s*(?P<what>[^{}]*?)\s*\}\}")
_SETUPS = {
    "actions/setup-python": ("python", "python-version"),
    "actions/setup-node": ("node", "node-version"),
    "actions/setup-dotnet": ("dotnet", "dotnet-version"),
    "actions/setup-java": ("java", "java-version"),
    "actions/setup-go": ("go", "go-version"),
    "ruby/setup-ruby": ("ruby", "ruby-version"),
    "shivammathur/setup-php": ("php", "php-version"),
}
_VARIABLE = lazy_re.compile(
    r"(?i)^(?P<name>PYTHON|NODE|NODEJS|DOTNET|JAVA|JDK|GO|GOLANG|RUBY|PHP|POSTGRES|POSTGRESQL|TERRAFORM)_?(?:_SDK)?_VERSION$"
)
_NAMES = {"nodejs": "node", "jdk": "java", "golang": "go", "postgres": "postgresql"}
_PUSH = lazy_re.compile(r"\bdocker\s+(?:image\s+)?push\s+(?:-\S+\s+)*[\"']?(?P<image>[^\s\"';&|]+)")
_AZURE = lazy_re.compile(r"\baz\s+acr\s+build\b[^\n]*?(?:--image|-t)[ =]+[\"']?(?P<image>[^\s\"';&|]+)")
_SHELL = lazy_re.compile(r"\$\{?(?P<name>\w+)\}?")
_BUILD_ACTION = "docker/build-push-action"
_LONGEST = 300
_UNKNOWN_REGISTRY = "?/"


def runtimes(workflow: Node) -> Iterator[dict[str, Value]]:
    """Runtimes that the steps of a workflow set up, each with all versions that its jobs name."""
    outer = _texts(workflow.get("env"))
    for job in _jobs(workflow):
        inner = {**outer, **_texts(job.get("env"))}
        for step in _steps(job):
            setup = _SETUPS.get(step.text("uses").partition("@")[0])
            inputs = step.get("with")
            if setup is None or inputs is None:
                continue
            name, key = setup
            written = list(_entries(inputs.get(key)))
            versions = [found for one in written for found in _resolved(one, job, inner)]
            outside = next(
                (match["what"] for one in written if (match := _EXPRESSION.search(one)) and _is_outside(match)), ""
            )
            if versions or outside:
                line = inputs.keys[key].line
                yield {"name": name, "versions": versions, "outside": outside, "line": line}


def pushed_images(workflow: Node) -> Iterator[dict[str, Value]]:
    """Images that a workflow pushes; an unknown registry is ``?/``, an unknown tag empty."""
    outer = _texts(workflow.get("env"))
    for job in _jobs(workflow):
        inner = {**outer, **_texts(job.get("env"))}
        for step in _steps(job):
            known = {**inner, **_texts(step.get("env"))}
            for written, line in _pushed(step):
                image = _image(written, known)
                if image is not None:
                    yield {**image, "line": line}


def runtime_named(variable: str) -> str:
    """The product whose version a variable names: ``python`` for ``PYTHON_VERSION``; empty for others."""
    match = _VARIABLE.match(variable)
    name = match["name"].lower() if match else ""
    return _NAMES.get(name, name)


def _jobs(workflow: Node) -> Iterator[Node]:
    jobs = workflow.get("jobs")
    for _, job, _ in jobs.items() if jobs else ():
        yield job


def _steps(job: Node) -> Iterator[Node]:
    steps = job.get("steps")
    for step in steps.elements() if steps else ():
        if isinstance(step.content, Mapping):
            yield step


def _texts(node: Node | None) -> dict[str, str]:
    if node is None or not isinstance(node.content, Mapping):
        return {}
    return {name: entry.as_text() for name, entry, _ in node.items()}


def _entries(node: Node | None) -> list[str]:
    """Versions of an input: one, or one on each line."""
    text = node.as_text() if node is not None else ""
    return [line.strip() for line in text.splitlines() if line.strip()][:50]


def _resolved(text: str, job: Node, variables: Mapping[str, str]) -> list[str]:
    """A version, or those for which an expression stands; none where that is not known."""
    match = _EXPRESSION.fullmatch(text)
    if match is None:
        return [] if "${{" in text else [text]
    scope, _, name = match["what"].partition(".")
    if scope == "env":
        found = variables.get(name, "")
        return [found] if found and "${{" not in found else []
    if scope == "matrix":
        strategy = job.get("strategy")
        matrix = strategy.get("matrix") if strategy else None
        axis = matrix.get(name) if matrix else None
        versions = [entry.as_text() for entry in axis.elements()] if axis else []
        return versions if all(versions) and not any("${{" in one for one in versions) else []
    return []


def _is_outside(expression: re.Match[str]) -> bool:
    """Whether an expression stands for a variable of the repository's settings, which no file holds."""
    return expression["what"].startswith("vars.")


def _pushed(step: Node) -> Iterator[tuple[str, int]]:
    inputs = step.get("with")
    # A condition, such as that the event is no pull request, lets it push on the others.
    pushes = inputs is not None and inputs.text("push").lower() not in {"", "false"}
    if step.text("uses").partition("@")[0] == _BUILD_ACTION and inputs is not None and pushes:
        tags = inputs.get("tags")
        text = tags.as_text() if tags is not None else ""
        for written in re.split(r"[,\n]", text):
            if written.strip():
                yield written.strip(), inputs.keys["tags"].line
    run = step.get("run")
    if run is not None:
        for pattern in (_PUSH, _AZURE):
            for match in pattern.finditer(_EXPRESSION.sub(lambda one: "${" + _flat(one["what"]) + "}", run.as_text())):
                yield match["image"], step.keys["run"].line


def _flat(what: str) -> str:
    scope, _, name = what.partition(".")
    return name if scope == "env" and re.fullmatch(r"\w+", name) else "expression"


def _image(written: str, variables: Mapping[str, str]) -> dict[str, Value] | None:
    """Name and tag with variables looked up; none where not even the image's own name is known."""
    flat = _EXPRESSION.sub(lambda one: "${" + _flat(one["what"]) + "}", written)
    for _ in range(3):
        flat = _SHELL.sub(lambda one: variables.get(one["name"], "\0"), flat)
        flat = _EXPRESSION.sub(lambda one: "${" + _flat(one["what"]) + "}", flat)
    head, slash, last = flat.rpartition("/")
    path, at, _ = last.partition("@")
    name, colon, tag = path.partition(":")
    tag = tag if colon or at else "latest"
    if not name or "\0" in name:
        return None
    registry = _UNKNOWN_REGISTRY if "\0" in head else head + slash
    return {"name": (registry + name)[:_LONGEST], "tag": "" if "\0" in tag else tag[:_LONGEST]}
