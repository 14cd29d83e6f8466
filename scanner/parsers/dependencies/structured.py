"""JSON manifests: npm's package.json, Composer's composer.json and the SDK pin global.json."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scanner import lazy_re
from scanner.parsers.dependencies.manifest import MalformedError, Manifest
from scanner.parsers.dependencies.ranges import alternatives, minor_range
from scanner.parsers.nodes import Node
from scanner.parsers.positioned import read_documents

_NPM_SCOPES = {
    "dependencies": "runtime",
    "devDependencies": "development",
    "peerDependencies": "peer",
    "optionalDependencies": "optional",
}
_COMPOSER_SCOPES = {"require": "runtime", "require-dev": "development"}
_LOCAL = lazy_re.compile(r"(?:file:|link:|portal:)(\.{1,2}/.*)|workspace:")
_COMMENT = lazy_re.compile(r'("(?:\\[^\n]|[^"\\\n])*"?)|//[^\n]*|/\*.*?(?:\*/|\Z)', re.DOTALL)


def read_package_json(text: str, found: Manifest) -> None:
    """Read a package.json.

    Raises:
        MalformedError: It is no JSON object.
    """
    root = _object(text)
    for section, scope in _NPM_SCOPES.items():
        for name, node, line in _entries(root, section, found):
            found.depend(name, node.as_text(), scope, line)
            local = _LOCAL.match(node.as_text())
            if local:
                found.build_on(local[1] or name, line)
    found.call(root.text("name"))
    for name, node, line in _entries(root, "engines", found):
        if name == "node":
            found.run_on("node", alternatives(node.as_text()), line)
    volta = root.get("volta")
    if volta is not None and volta.text("node"):
        found.run_on("node", volta.text("node"), volta.keys["node"].line)
    browsers = root.get("browserslist")
    if browsers is not None and (texts := _browsers(browsers)):
        found.describe("browserslist", ", ".join(texts), root.keys["browserslist"].line)
    for name in ("type", "private", "packageManager"):
        if root.text(name):
            found.describe(name, root.text(name), root.keys[name].line)


def _browsers(written: Node) -> list[str]:
    """The queries for which a product is built: a text, a list, or lists by environment, of which production counts."""
    chosen = written.get("production") or written.get("defaults") or written
    return [text for text in (chosen.as_text(), *(one.as_text() for one in chosen.elements())) if text]


def read_composer_json(text: str, found: Manifest) -> None:
    """Read a composer.json.

    Raises:
        MalformedError: It is no JSON object.
    """
    root = _object(text)
    for key in ("name", "type"):
        if root.text(key):
            found.describe(key, root.text(key), root.keys[key].line)
    for section, scope in _COMPOSER_SCOPES.items():
        for name, node, line in _entries(root, section, found):
            if name in {"php", "php-64bit"}:
                found.run_on("php", _php(node.as_text()), line)
            else:
                found.depend(name, node.as_text(), scope, line)


def read_global_json(text: str, found: Manifest) -> None:
    """Read the pin of the .NET SDK, in which comments are allowed.

    Raises:
        MalformedError: It is no JSON object.
    """
    root = _object(_COMMENT.sub(_blank, text))
    sdk = root.get("sdk")
    if sdk is not None and sdk.text("version"):
        found.run_on("dotnet", sdk.text("version"), sdk.keys["version"].line)
    for name, node, line in _entries(root, "msbuild-sdks", found):
        found.depend(name, node.as_text(), "build", line)


def _object(text: str) -> Node:
    read = read_documents(text)
    if read.faults:
        fault = read.faults[0]
        raise MalformedError(fault.message, fault.line)
    if len(read.documents) != 1 or not isinstance(read.documents[0].content, Mapping):
        raise MalformedError("not a JSON object")
    return read.documents[0]


def _entries(root: Node, section: str, found: Manifest) -> list[tuple[str, Node, int]]:
    node = root.get(section)
    if node is None or node.content is None:
        return []
    if not isinstance(node.content, Mapping):
        # PHP writes an empty map as an empty list.
        if node.content != ():
            found.doubt(f"{section} is not an object", root.keys[section].line)
        return []
    return list(node.items())


def _php(written: str) -> str:
    # Composer's ~8.1 leaves the minor version open, ~8.1.0 does not; every space is an "and".
    return minor_range(written, ("^", "~"))


def _blank(match: re.Match[str]) -> str:
    return match[1] or re.sub(r"[^\n]", " ", match[0])
