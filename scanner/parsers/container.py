"""Reads Dockerfiles and Containerfiles: stages, their images and users, and every instruction with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scanner import lazy_re
from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role
from scanner.domain.resource import Parsed, Resource, ResourceKind, Unknown, UnknownReason, Value
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers.faults import problem
from scanner.parsers.redaction import redact, redact_value
from scanner.parsers.text import decode

_MAXIMUM_INSTRUCTIONS = 2_000
_LONGEST_VALUE = 2_000
_DIRECTIVE = lazy_re.compile(r"^#\s*(\w+)\s*=\s*(\S+)\s*$")
_INSTRUCTION = lazy_re.compile(r"^\s*([A-Za-z]+)(?:\s+(.*))?$", re.DOTALL)
_HEREDOC = lazy_re.compile(r"<<-?([\"']?)([A-Za-z_][A-Za-z0-9_]*)\1")
_FROM = lazy_re.compile(r"^(?:--\w+=\S+\s+)*(\S+)(?:\s+as\s+(\S+))?\s*$", re.IGNORECASE)
_WHOLE = lazy_re.compile(r"--from=(\S+)\s+/\s+\S+\s*$")
"""Takes over all that another stage holds."""
_VARIABLE = lazy_re.compile(r"\$(?:\{(\w+)(?::[-+]([^}]*))?\}|(\w+))")
_OF_BASES: dict[str, str | None] = {"APP_UID": "1654"}
"""What Microsoft's images of .NET set, and the templates of its tools name as the user."""
_KEYWORDS = {
    "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER",
    "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
}  # fmt: skip


@dataclass(frozen=True)
class Instruction:
    """One instruction, its continuation lines joined."""

    keyword: str
    value: str
    line: int


@dataclass
class _Build:
    """What has been understood so far."""

    stages: list[dict[str, Value]] = field(default_factory=list)
    arguments: dict[str, str | None] = field(default_factory=dict)
    """Global build arguments; None where there is no default."""
    variables: dict[str, str | None] = field(default_factory=dict)
    """Of the stage being read."""
    instructions: list[Value] = field(default_factory=list)
    exposed: list[Value] = field(default_factory=list)


class ContainerParser:
    """Reads container build files."""

    name = "container"
    beside = False

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """Every build file on its own."""
        for artifact in artifacts:
            if artifact.kind is ArtifactKind.CONTAINER and artifact.role is not Role.VENDORED:
                yield (artifact,)

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Parse one file; faults become Problems."""
        (artifact,) = unit
        try:
            instructions = list(read_instructions(decode(contents.read(artifact))))
        except ReadError as error:
            return Parsed(problems=(problem(self.name, artifact, error.message),))
        if not any(instruction.keyword == "FROM" for instruction in instructions):
            return Parsed(problems=(problem(self.name, artifact, "no FROM instruction: not a container build file"),))
        problems = [
            problem(self.name, artifact, f"unknown instruction {instruction.keyword[:20]}", instruction.line)
            for instruction in instructions
            if instruction.keyword not in _KEYWORDS
        ]
        if len(instructions) > _MAXIMUM_INSTRUCTIONS:
            problems.append(
                problem(self.name, artifact, f"only the first {_MAXIMUM_INSTRUCTIONS} instructions are read")
            )
        resource = _resource(artifact, instructions[:_MAXIMUM_INSTRUCTIONS])
        return Parsed(resources=(resource,), problems=tuple(problems[:5]), counts={"dockerfiles": 1})


def read_instructions(text: str) -> Iterator[Instruction]:
    """The instructions of a build file, in order.

    Args:
        text: The file. Comments, continuation lines, here-documents and the ``escape`` directive are understood.
    """
    lines = text.splitlines()
    escape = _escape(lines)
    number = 0
    while number < len(lines):
        start, number, whole = _join(lines, number, escape)
        match = _INSTRUCTION.match(whole)
        if match is None:
            continue
        keyword, value = match[1].upper(), (match[2] or "").strip()
        for heredoc in _HEREDOC.finditer(value) if keyword in {"RUN", "COPY", "ADD"} else ():
            body, number = _heredoc(lines, number, heredoc[2])
            value += "\n" + body
        yield Instruction(keyword, value, start + 1)


def _escape(lines: Sequence[str]) -> str:
    """The character that continues a line; directives stand before everything else."""
    for line in lines:
        directive = _DIRECTIVE.match(line)
        if directive is None:
            break
        if directive[1].lower() == "escape" and directive[2] in {"`", "\\"}:
            return directive[2]
    return "\\"


def _join(lines: Sequence[str], start: int, escape: str) -> tuple[int, int, str]:
    """Where an instruction begins, where the next one may, and its text without continuations and comments."""
    parts: list[str] = []
    number = first = start
    while number < len(lines):
        line = lines[number]
        number += 1
        if not line.strip() or line.lstrip().startswith("#"):
            if parts:
                continue
            return number - 1, number, ""
        if not parts:
            first = number - 1
        stripped = line.rstrip()
        if stripped.endswith(escape):
            parts.append(stripped[:-1])
            continue
        parts.append(line)
        break
    return first, number, " ".join(part.strip() for part in parts)


def _heredoc(lines: Sequence[str], number: int, end: str) -> tuple[str, int]:
    body = []
    while number < len(lines) and lines[number].strip() != end:
        body.append(lines[number])
        number += 1
    return "\n".join(body), number + 1


def _resource(artifact: Artifact, instructions: Sequence[Instruction]) -> Resource:
    build = _Build()
    for instruction in instructions:
        _follow(build, instruction)
    if build.stages:
        build.stages[-1]["final"] = True
        _mark_kept(build.stages, build.instructions)
    return Resource(
        address=artifact.path,
        kind=ResourceKind.CONTAINER,
        type="dockerfile",
        name=artifact.path.rpartition("/")[2],
        attributes={
            "stages": build.stages,
            "instructions": build.instructions,
            "user": build.stages[-1]["user"] if build.stages else "",
            "exposed": build.exposed,
        },
        location=Location(path=artifact.path, start_line=instructions[0].line),
        role=artifact.role,
    )


def _follow(build: _Build, instruction: Instruction) -> None:
    keyword, value = instruction.keyword, instruction.value
    if keyword == "FROM":
        build.stages.append(_stage(build, instruction))
        build.variables = dict(_OF_BASES)
    elif keyword == "ARG" and not build.stages:
        for name, default in _arguments(value):
            known = None if default is None else _substituted(default, build.arguments)
            build.arguments[name] = known if isinstance(known, str) else None
    elif keyword in {"ARG", "ENV"}:
        name, _, rest = value.partition(" ")
        pairs = [(name, rest.strip())] if keyword == "ENV" and "=" not in name else _arguments(value)
        for name, default in pairs:
            known = build.arguments.get(name) if default is None else _substituted(default, build.variables)
            build.variables[name] = known if isinstance(known, str) else None
    elif keyword == "USER" and build.stages:
        build.stages[-1]["user"] = _substituted(value, build.variables)
    elif keyword == "EXPOSE":
        build.exposed.extend({"port": port, "line": instruction.line} for port in value.split())
    build.instructions.append(
        {
            "keyword": keyword,
            "value": _without_secrets(keyword, value)[:_LONGEST_VALUE],
            "stage": len(build.stages) - 1,
            "line": instruction.line,
        }
    )


def _mark_kept(stages: Sequence[dict[str, Value]], instructions: Sequence[Value]) -> None:
    """Mark the last stage and those on which it stands or that it takes whole: the others only build."""
    copies = [one for one in instructions if isinstance(one, Mapping) and one["keyword"] == "COPY"]
    whole = [(one["stage"], _WHOLE.search(str(one["value"]))) for one in copies]
    wanted: set[str] = set()
    for number, stage in reversed(list(enumerate(stages))):
        if stage["final"] or {str(stage["name"]).lower(), str(number)} & (wanted - {""}):
            stage["kept"] = True
            if stage["from_stage"]:
                wanted.add(str(stage["image"]).lower())
            wanted.update(found[1].lower() for where, found in whole if found and where == number)


def _without_secrets(keyword: str, value: str) -> str:
    name, _, rest = value.partition(" ")
    if keyword == "ENV" and rest and "=" not in name:  # the old form: one name, and all the rest its value
        return f"{name} {redact_value(name, rest.strip())}"
    return redact(value)


def _arguments(value: str) -> Iterator[tuple[str, str | None]]:
    for part in value.split():
        name, equals, default = part.partition("=")
        yield name, default.strip("\"'") if equals else None


def _stage(build: _Build, instruction: Instruction) -> dict[str, Value]:
    match = _FROM.match(instruction.value)
    written, name = (match[1], match[2] or "") if match else (instruction.value, "")
    image = _substituted(written, build.arguments)
    earlier = {str(stage["name"]).lower(): stage for stage in build.stages if stage["name"]}
    base = earlier.get(image.lower()) if isinstance(image, str) else None
    return {
        "name": name,
        **(_image_parts(image) if isinstance(image, str) else {"image": image, "tag": image, "digest": image}),
        "from_stage": base is not None,
        "final": False,
        "kept": False,
        # A stage that builds on an earlier one keeps its user.
        "user": base["user"] if base else "",
        "line": instruction.line,
    }


def _image_parts(image: str) -> dict[str, Value]:
    """Name, tag and digest; a colon before the last slash belongs to the registry's port."""
    rest, _, digest = image.partition("@")
    head, slash, last = rest.rpartition("/")
    name, _, tag = last.partition(":")
    return {"image": f"{head}{slash}{name}", "tag": tag, "digest": digest}


def _substituted(text: str, arguments: Mapping[str, str | None]) -> str | Unknown:
    """Text with build arguments put in; unknown where one has no value."""
    missing = False

    def value(match: re.Match[str]) -> str:
        nonlocal missing
        found = arguments.get(match[1] or match[3]) or match[2]
        missing = missing or found is None
        return found or ""

    result = _VARIABLE.sub(value, text.strip("\"'"))
    return Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text=text[:200]) if missing else result
