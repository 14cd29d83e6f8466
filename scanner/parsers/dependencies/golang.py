"""Go's go.mod: modules that are required, and the version of Go."""

from __future__ import annotations

from scanner import lazy_re
from scanner.parsers.dependencies.manifest import Manifest, lines_of

_GO = lazy_re.compile(r"^go\s+(\d\S*)$")
_MODULE = lazy_re.compile(r"^\s*module\s+([^\s/]\S*)")
_TOOLCHAIN = lazy_re.compile(r"^toolchain\s+go(\d\S*)$")
_REQUIRE = lazy_re.compile(r"^(?:require\s+)?(\S+)\s+(v\S+)$")
_BLOCK = lazy_re.compile(r"^(\w+)\s*\($")
_OTHER = lazy_re.compile(r"^(module|replace|exclude|retract|tool|godebug|ignore|toolchain)\b")


def read_go_mod(text: str, found: Manifest) -> None:
    """Read a go.mod; a toolchain, which is what builds, goes before the language version."""
    block = ""
    runtimes: dict[str, tuple[str, int]] = {}
    lines = lines_of(text)
    found.call(next((match[1].strip('"') for match in map(_MODULE.match, lines) if match), ""))
    for number, raw in enumerate(lines, 1):
        code, _, comment = raw.partition("//")
        line = code.strip()
        if not line:
            continue
        if line == ")":
            block = ""
        elif opening := _BLOCK.match(line):
            block = opening[1]
        elif match := _GO.match(line):
            runtimes["go"] = (match[1], number)
        elif match := _TOOLCHAIN.match(line):
            runtimes["toolchain"] = (match[1], number)
        elif (match := _REQUIRE.match(line)) and (block == "require" or line.startswith("require")):
            scope = "indirect" if comment.strip().startswith("indirect") else "runtime"
            found.depend(match[1].strip('"'), match[2], scope, number)
        elif block in {"", "require"} and not _OTHER.match(line):
            found.doubt("a line that go.mod does not know", number)
    chosen = runtimes.get("toolchain") or runtimes.get("go")
    if chosen:
        found.run_on("go", *chosen)
