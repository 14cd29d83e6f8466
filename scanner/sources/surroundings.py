"""What stands beside a file, and how it begins and ends, tell of its role where its path says nothing."""

from __future__ import annotations

import os
import posixpath
import stat
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from scanner import lazy_re
from scanner.domain.artifact import ArtifactKind, Role
from scanner.sources.beginnings import (
    copied_into_image,
    first_source,
    helps_tests,
    is_bundled,
    is_documented_library,
    is_fixture_of_checker,
    is_minified,
    is_note_of_bower,
    is_written_by_compiler,
)
from scanner.sources.classification import kind_of
from scanner.sources.fingerprint import open_plain
from scanner.sources.roles import lies_with_checker, role_of

_SNIFFED = 8192
_ENDING = 512
_WRITTEN_IN = {".js": (".ts", ".tsx"), ".mjs": (".mts",), ".cjs": (".cts",)}
_OUTPUT = {"dist", "out"}
_MAY_BE_OUTPUT = {"build", "lib"}
"""People keep their own scripts in folders of these names too."""
_MAP = lazy_re.compile(rb"(?m)^//[#@] ?sourceMappingURL=\S+\s*\Z")
_OF_A_SUITE = (
    {"pytest.ini", "conftest.py", "playwright.config.ts", "playwright.config.js", "behave.ini", "wdio.conf.js"},
    {"tests", "features"},
    {"pages", "page_objects", "pageobjects", "page-objects", "steps"},
)
"""Of each group a suite has something in its root."""
_OF_A_PROGRAM = {
    *("src", "app", "apps", "lib", "api", "server", "backend", "frontend", "services", "packages", "public", "static"),
    *("manage.py", "main.py", "app.py", "server.js", "next.config.js", "next.config.mjs", "next.config.ts"),
    *("dockerfile", "terraform", "infrastructure", "helm", "charts", "k8s", "templates", "components"),
}
_STAND_INS = {"sandbox", "mock", "mocks", "stub", "stubs"}


class Surroundings:
    """Looks around in one folder."""

    def __init__(self, root: Path) -> None:
        """Take the folder that is scanned."""
        self._root = root
        self._installed: dict[str, bool] = {}

    def role(self, path: str) -> Role:
        """What a file is to the product, whose path does not say otherwise: by its beginning and what is beside it.

        Args:
            path: From the scanned root, with ``/``.
        """
        kind, language = kind_of(path)
        if self._was_installed(path.rpartition("/")[0]):
            return Role.VENDORED
        if path.endswith(".xml"):
            library = self._is_there(path.removesuffix(".xml") + ".dll")
            return Role.VENDORED if library and is_documented_library(self.beginning(path)) else Role.PRODUCT
        if kind is ArtifactKind.CONTAINER:
            return self._role_of_image(path)
        if kind is not ArtifactKind.SOURCE:
            return Role.PRODUCT
        if self._is_suite_of_tests:
            return Role.TEST
        beginning = self.beginning(path)
        if helps_tests(language, beginning) or (lies_with_checker(path) and is_fixture_of_checker(beginning)):
            return Role.TEST
        made = is_minified(language, beginning) or is_bundled(language, beginning) or self._is_compiled(path)
        return Role.GENERATED if made else Role.PRODUCT

    def _was_installed(self, folder: str) -> bool:
        """Whether a folder, or one above it, holds a package that Bower put there: it notes that beside the files."""
        if not folder:
            return False
        known = self._installed.get(folder)
        if known is None:
            known = self._was_installed(folder.rpartition("/")[0]) or is_note_of_bower(self._note_in(folder))
            self._installed[folder] = known
        return known

    def _note_in(self, folder: str) -> bytes:
        note = f"{folder}/.bower.json"
        return self.beginning(note) if self._is_there(note) else b""

    @cached_property
    def _is_suite_of_tests(self) -> bool:
        """Whether the whole is a suite that drives another system: runner, tests, pages or steps, and no program."""
        try:
            names = {path.name.lower() for path in self._root.iterdir()}
        except OSError:
            return False
        return all(names & some for some in _OF_A_SUITE) and not names & _OF_A_PROGRAM

    def _role_of_image(self, path: str) -> Role:
        """What an image is into which only a stand-in for something else is copied."""
        beginning = self.beginning(path)
        if lies_with_checker(path) and is_fixture_of_checker(beginning):
            return Role.TEST
        copied = copied_into_image(beginning) if len(beginning) < _SNIFFED else ()
        if not any(_STAND_INS.intersection(one.lower().split("/")) for one in copied):
            return Role.PRODUCT
        # As folders: a file whose name ends in `.example` may be all that the product's image lacks.
        roles = {role_of(f"{one}/main.py") for one in copied}
        if not roles <= {Role.TEST, Role.EXAMPLE}:
            return Role.PRODUCT
        return Role.EXAMPLE if Role.EXAMPLE in roles else Role.TEST

    def _is_compiled(self, path: str) -> bool:
        """Whether a script, or what declares its types, was made from TypeScript and committed beside it."""
        stem, dot, ending = path.rpartition(".")
        if stem.endswith(".d") and dot + ending == ".ts":
            stem, ending = stem.removesuffix(".d"), "js"
        script = f"{stem}.{ending}"
        written_in = _WRITTEN_IN.get(f".{ending}")
        if written_in is None or not (script == path or self._is_there(script)):
            return False
        if any(self._is_there(stem + one) for one in written_in) and self._has_map(script):
            return True
        for output, sources in _mirrored(stem):
            found = any(self._is_there(one + suffix) for one in sources for suffix in written_in)
            if found and (output in _OUTPUT or self._shows_compiler(stem, script)):
                return True
            if self._has_map(script) and self._knows_source(script):
                return True
        return False

    def _knows_source(self, script: str) -> bool:
        """Whether the map beside a script leads to its source, or to the sources that it was once among.

        Where they are kept elsewhere, the script is all that there is to judge.
        """
        source = first_source(self.beginning(f"{script}.map"))
        written = posixpath.normpath(posixpath.join(posixpath.dirname(script), source)) if source else ""
        if not written or written.startswith(("../", "/")):
            return False
        above, within, _ = f"/{written}".rpartition("/src/")
        return self.holds(written) or bool(within and self._is_folder(f"{above}/src".strip("/")))

    def _shows_compiler(self, stem: str, script: str) -> bool:
        return self._is_there(f"{stem}.d.ts") or self._has_map(script) or is_written_by_compiler(self.beginning(script))

    def _has_map(self, script: str) -> bool:
        return _MAP.search(self._read(script, from_end=_ENDING)) is not None

    def holds(self, path: str) -> bool:
        """Whether there is a file, to which no link leads.

        Args:
            path: Of which nobody knows yet whether its folders are there.
        """
        folder = path.rpartition("/")[0]
        return self._is_there(path) and (not folder or self._is_folder(folder))

    def _is_there(self, path: str) -> bool:
        return stat.S_ISREG(self._mode(path))

    def _is_folder(self, path: str) -> bool:
        """Whether there is a folder; none of those above it is a link, which may lead out of what is scanned."""
        parts = path.split("/")
        return all(stat.S_ISDIR(self._mode("/".join(parts[:end]))) for end in range(1, len(parts) + 1))

    def _mode(self, path: str) -> int:
        try:
            return (self._root / path).lstat().st_mode
        except (OSError, ValueError):  # a map may name anything, such as what no path can hold
            return 0

    def beginning(self, path: str) -> bytes:
        """The first bytes of a file; nothing where it cannot be read, which is said when it is parsed."""
        return self._read(path)

    def _read(self, path: str, from_end: int = 0) -> bytes:
        try:
            descriptor, found = open_plain(self._root / path)
            with os.fdopen(descriptor, "rb") as file:
                if from_end:
                    file.seek(max(0, found.st_size - from_end))
                return file.read(_SNIFFED)
        except OSError:
            return b""


def _mirrored(stem: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Folders above a file into which compilers write, each with the places where its source would be.

    ``wards/dist/api/list`` is made from ``wards/src/api/list``. Where a compiler takes in more than its own project, it
    writes ``wards/dist/wards/src/api/list``.
    """
    parts = stem.split("/")
    for place, part in enumerate(parts[:-1]):
        if part.lower() not in _OUTPUT | _MAY_BE_OUTPUT:
            continue
        above, rest = parts[:place], parts[place + 1 :]
        sources = [[*above, "src", *rest]]
        if len(rest) > 1 and rest[0] == "src":
            sources.append([*above, *rest])
        if above and len(rest) > 1 and rest[0] == above[-1]:
            sources.append([*above[:-1], *rest])
        yield part.lower(), tuple("/".join(one) for one in sources)
