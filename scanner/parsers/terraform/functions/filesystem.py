"""Functions of paths, files and templates; files are read through the scope only."""

from __future__ import annotations

import hashlib
import posixpath
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from types import MappingProxyType
from unicodedata import normalize

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.functions.arguments import text
from scanner.parsers.terraform.functions.containers import mapping
from scanner.parsers.terraform.functions.globs import compiled, fixed_folder
from scanner.parsers.terraform.functions.registry import (
    FileNotHereError,
    Function,
    FunctionScope,
    UnknownArgumentError,
    UnsupportedError,
)
from scanner.parsers.terraform.values.collections import MAX_WEIGHT, set_of
from scanner.parsers.terraform.values.conversions import ConversionError
from scanner.parsers.terraform.values.types import STRING, convert

_MAX_TEXT = 200
_MAX_LISTED = 500_000
_rendering: ContextVar[bool] = ContextVar("rendering", default=False)
"""Whether a template is being rendered: it may not render others."""


def _not_here(path: str) -> UnknownArgumentError:
    return UnknownArgumentError(Unknown(reason=UnknownReason.FILE_NOT_HERE, text=path[:_MAX_TEXT]))


def _bytes(scope: FunctionScope, path: str) -> bytes:
    try:
        return scope.files.read(path)
    except FileNotHereError as error:
        raise _not_here(path) from error


def _text(scope: FunctionScope, path: str) -> str:
    try:
        return normalize("NFC", _bytes(scope, path).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ConversionError(f"contents of {path[:_MAX_TEXT]} are not valid UTF-8") from error


def _file(scope: FunctionScope, path: Value) -> str:
    return _text(scope, text(path))


def _filebase64(scope: FunctionScope, path: Value) -> str:
    return b64encode(_bytes(scope, text(path))).decode("ascii")


def _hexadecimal(algorithm: str) -> Function:
    def run(scope: FunctionScope, path: Value) -> str:
        return _digest(algorithm, scope, path).hex()

    return Function(run, wants_scope=True)


def _base64(algorithm: str) -> Function:
    def run(scope: FunctionScope, path: Value) -> str:
        return b64encode(_digest(algorithm, scope, path)).decode("ascii")

    return Function(run, wants_scope=True)


def _digest(algorithm: str, scope: FunctionScope, path: Value) -> bytes:
    return hashlib.new(algorithm, _bytes(scope, text(path)), usedforsecurity=False).digest()


def _fileexists(scope: FunctionScope, path: Value) -> bool:
    """Whether a file is there.

    What was not read may still be there when Terraform runs: built before, or kept out of the repository by its
    ``.gitignore``. It is taken as absent only where the repository keeps files of the same kind in the same folder
    (``config/dev.yaml`` is there, ``config/prod.yaml`` is not): there a checkout is all that Terraform would see.
    """
    name = text(path)
    try:
        scope.files.read(name)
    except FileNotHereError as error:
        folder, file = posixpath.split(posixpath.normpath(name))
        kind = posixpath.splitext(file)[1]
        beside = {below for below in _listed(scope, folder) if "/" not in below}
        if file in beside or not kind or not any(posixpath.splitext(below)[1] == kind for below in beside):
            raise _not_here(name) from error
        return False
    return True


def _listed(scope: FunctionScope, folder: str) -> Iterator[str]:
    return islice(scope.files.paths(folder or "."), _MAX_LISTED)


def _fileset(scope: FunctionScope, path: Value, pattern: Value) -> Value:
    """The files that match.

    A folder of which the repository holds nothing may be filled when Terraform runs: the answer is not the empty set.
    """
    folder = text(path)
    whole = _joined(folder, text(pattern))
    expression = compiled(whole)
    base = fixed_folder(whole)
    found: list[Value] = []
    listed = 0
    for listed, below in enumerate(_listed(scope, base), 1):  # noqa: B007  # the last number counts them
        name = posixpath.join(base, below)
        if expression.fullmatch(name):
            found.append(normalize("NFC", _relative(name, posixpath.normpath(folder or "."))))
            if len(found) > MAX_WEIGHT:
                raise UnsupportedError("fileset")
    if not listed:
        raise _not_here(base or whole)
    if listed == _MAX_LISTED:
        raise UnsupportedError("fileset")
    return set_of(found, STRING)


def _relative(path: str, folder: str) -> str:
    """A path from a folder, both relative; as Go it is found in the text alone."""
    base = [] if folder == "." else folder.split("/")
    parts = path.split("/")
    shared = next(
        (place for place, (a, b) in enumerate(zip(parts, base, strict=False)) if a != b), min(len(parts), len(base))
    )
    if ".." in base[shared:]:
        raise ConversionError("failed to trim path of match")
    return "/".join([".."] * (len(base) - shared) + parts[shared:])


def _joined(*parts: str) -> str:
    """A path as Go's ``filepath.Join`` makes it."""
    given = [part for part in parts if part]
    return _clean("/".join(given)) if given else ""


def _clean(path: str) -> str:
    cleaned = posixpath.normpath(path)
    return cleaned[1:] if cleaned.startswith("//") else cleaned


def _basename(path: Value) -> str:
    found = text(path)
    if not found:
        return "."
    return posixpath.basename(found.rstrip("/")) or "/"


def _dirname(path: Value) -> str:
    return _clean(text(path).rpartition("/")[0] or ("/" if text(path).startswith("/") else "."))


def _abspath(path: Value) -> str:
    found = text(path)
    if not found.startswith("/"):
        raise UnsupportedError("abspath")  # depends on the machine
    return _clean(found)


def _pathexpand(path: Value) -> str:
    found = text(path)
    if found.startswith("~"):
        raise UnsupportedError("pathexpand")  # depends on the machine
    return found


@contextmanager
def _alone(name: str) -> Iterator[None]:
    if _rendering.get():
        raise ConversionError(f"cannot call {name} from inside a template that another function renders")
    mark = _rendering.set(True)
    try:
        yield
    finally:
        _rendering.reset(mark)


def _templatefile(scope: FunctionScope, path: Value, variables: Value) -> Value:
    name, given = text(path), _variables(variables)
    with _alone("templatefile"):
        return scope.render(_text(scope, name), given)


def _templatestring(scope: FunctionScope, template: Value, variables: Value) -> Value:
    if not isinstance(template, str):
        raise ConversionError("invalid template value: a string is required")
    given = _variables(variables)
    with _alone("templatestring"):
        return convert(scope.render(template, given), STRING)


def _variables(value: Value) -> dict[str, Value]:
    found = mapping(value)
    for name in found:
        # A hyphen may stand in a name, but not begin it.
        if not f"{name[:1]}{name[1:].replace('-', '_')}".isidentifier():
            raise ConversionError("invalid template variable name: letters, digits, underscores and hyphens")
    return found


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "abspath": Function(_abspath),
        "basename": Function(_basename),
        "dirname": Function(_dirname),
        "file": Function(_file, wants_scope=True),
        "filebase64": Function(_filebase64, wants_scope=True),
        "filebase64sha256": _base64("sha256"),
        "filebase64sha512": _base64("sha512"),
        "fileexists": Function(_fileexists, wants_scope=True),
        "filemd5": _hexadecimal("md5"),
        "fileset": Function(_fileset, wants_scope=True),
        "filesha1": _hexadecimal("sha1"),
        "filesha256": _hexadecimal("sha256"),
        "filesha512": _hexadecimal("sha512"),
        "pathexpand": Function(_pathexpand),
        "templatefile": Function(_templatefile, parts=True, wants_scope=True),
        "templatestring": Function(_templatestring, parts=True, wants_scope=True),
    }
)
