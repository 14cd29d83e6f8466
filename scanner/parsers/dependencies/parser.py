"""Reads every manifest on its own: which reader takes it is decided by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import PurePosixPath
from typing import NamedTuple

from scanner import lazy_re
from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role
from scanner.domain.resource import Parsed, Resource, ResourceKind
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers.dependencies.manifest import Fault, MalformedError, Manifest
from scanner.parsers.faults import problem
from scanner.parsers.text import decode

_MAX_PROBLEMS = 5

Read = Callable[[str, Manifest], None]


class _Format(NamedTuple):
    ecosystem: str
    read: Read | None = None
    """None for locks that hold nothing but what the manifest beside them leads to."""
    lock: bool = False


def _by(module: str, function: str, **options: str) -> Read:
    """A function of a module beside this one, which is imported with the first file that it reads."""

    def read(text: str, found: Manifest) -> None:
        getattr(import_module(f"{__package__}.{module}"), function)(text, found, **options)

    return read


_NAMES: dict[str, _Format] = {
    "pyproject.toml": _Format("pypi", _by("toml_files", "read_pyproject")),
    "setup.cfg": _Format("pypi", _by("setuptools_files", "read_setup_cfg")),
    "setup.py": _Format("pypi", _by("setuptools_files", "read_setup_py")),
    "pipfile": _Format("pypi", _by("toml_files", "read_pipfile")),
    ".python-version": _Format("pypi", _by("pins", "read_pin", runtime="python")),
    "package.json": _Format("npm", _by("structured", "read_package_json")),
    ".nvmrc": _Format("npm", _by("pins", "read_pin", runtime="node")),
    ".node-version": _Format("npm", _by("pins", "read_pin", runtime="node")),
    "pom.xml": _Format("maven", _by("maven", "read_pom")),
    ".java-version": _Format("maven", _by("pins", "read_pin", runtime="java")),
    "build.gradle": _Format("gradle", _by("gradle", "read_build")),
    "build.gradle.kts": _Format("gradle", _by("gradle", "read_build")),
    "packages.config": _Format("nuget", _by("nuget", "read_packages_config")),
    "directory.build.props": _Format("nuget", _by("nuget", "read_project")),
    "directory.packages.props": _Format("nuget", _by("nuget", "read_project")),
    "global.json": _Format("nuget", _by("structured", "read_global_json")),
    "go.mod": _Format("go", _by("golang", "read_go_mod")),
    "gemfile": _Format("rubygems", _by("ruby", "read_gemfile")),
    "gemfile.lock": _Format("rubygems", _by("ruby", "read_gemfile_lock"), lock=True),
    ".ruby-version": _Format("rubygems", _by("pins", "read_pin", runtime="ruby")),
    "composer.json": _Format("composer", _by("structured", "read_composer_json")),
    ".tool-versions": _Format("asdf", _by("pins", "read_tool_versions")),
    **dict.fromkeys(("pipfile.lock", "poetry.lock", "uv.lock"), _Format("pypi", lock=True)),
    **dict.fromkeys(
        ("package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml"), _Format("npm", lock=True)
    ),
    "gradle.lockfile": _Format("gradle", lock=True),
    "packages.lock.json": _Format("nuget", lock=True),
    "go.sum": _Format("go", lock=True),
    "composer.lock": _Format("composer", lock=True),
}
_SUFFIXES: dict[str, _Format] = {
    **dict.fromkeys((".csproj", ".vbproj", ".fsproj"), _Format("nuget", _by("nuget", "read_project"))),
    ".gemspec": _Format("rubygems", _by("ruby", "read_gemspec")),
}
_REQUIREMENTS = lazy_re.compile(r"\.(txt|in)$")


class DependenciesParser:
    """Reads dependency manifests, project files, lock files and pins of runtimes."""

    name = "dependencies"
    beside = False

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """Every manifest on its own; those of vendored and generated code are not the system's."""
        for artifact in artifacts:
            own = artifact.role not in {Role.VENDORED, Role.GENERATED}
            if artifact.kind is ArtifactKind.MANIFEST and own and _format(artifact.path) is not None:
                yield (artifact,)

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Parse one file; faults become Problems, and what could be read is kept."""
        (artifact,) = unit
        form = _format(artifact.path)
        if form is None:
            return Parsed(problems=(problem(self.name, artifact, "not a manifest that is known"),))
        found = Manifest(form.ecosystem, lock=form.lock)
        broken = False
        if form.read is not None:
            try:
                form.read(decode(contents.read(artifact)), found)
            except ReadError as error:
                return Parsed(problems=(problem(self.name, artifact, error.message),))
            except MalformedError as error:
                found.faults.insert(0, error.fault)
                broken = True
        problems = tuple(problem(self.name, artifact, fault.message, fault.line) for fault in _told(found.faults))
        if broken and not (found.dependencies or found.runtimes or found.lock):
            return Parsed(problems=problems)
        counts = {"lock_files" if form.lock else "manifests": 1}
        return Parsed(resources=(_resource(artifact, found),), problems=problems, counts=counts)


def _told(faults: Sequence[Fault]) -> Sequence[Fault]:
    """The first faults, and how many more there are."""
    if len(faults) <= _MAX_PROBLEMS:
        return faults
    first, next_one = faults[: _MAX_PROBLEMS - 1], faults[_MAX_PROBLEMS - 1]
    return [*first, Fault(f"{len(faults) - len(first)} more parts that could not be read", next_one.line)]


def _format(path: str) -> _Format | None:
    name = PurePosixPath(path).name.lower()
    form = _NAMES.get(name) or _SUFFIXES.get(PurePosixPath(name).suffix)
    if form is None and _REQUIREMENTS.search(name):
        return _Format("pypi", _by("requirements", "read_requirements", path=path))
    return form


def _resource(artifact: Artifact, found: Manifest) -> Resource:
    return Resource(
        address=artifact.path,
        kind=ResourceKind.DEPENDENCIES,
        type=found.ecosystem,
        name=PurePosixPath(artifact.path).name,
        attributes=found.attributes(),
        location=Location(path=artifact.path),
        role=artifact.role,
        positions=found.positions,
    )
