"""setup.cfg and setup.py of setuptools; the program is read as a syntax tree and never executed."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator, Mapping

from scanner import lazy_re
from scanner.parsers.dependencies.manifest import MalformedError, Manifest, lines_of
from scanner.parsers.dependencies.ranges import minor_range
from scanner.parsers.dependencies.requirements import add_requirement, scope_of_extra

_MAX_PROGRAM = 200_000
_LISTS = {"install_requires": "runtime", "setup_requires": "build", "tests_require": "development"}
_SECTION = lazy_re.compile(r"^\[([^\]]+)\]")
_SEPARATOR = lazy_re.compile(r"[=:]")


def read_setup_cfg(text: str, found: Manifest) -> None:
    """Read the ``[options]`` of a setup.cfg.

    Raises:
        MalformedError: It is no configuration file.
    """
    for section, option, value, line in _settings(text):
        if not value:
            continue
        if section == "options" and option == "python_requires":
            found.run_on("python", minor_range(value), line)
        elif section == "options" and option in _LISTS:
            _add_listed(found, value, _LISTS[option], line)
        elif section == "options.extras_require":
            _add_listed(found, value, scope_of_extra(option), line)


def read_setup_py(text: str, found: Manifest) -> None:
    """Read the call of ``setup`` in a setup.py; what the program computes is noted, not guessed.

    Raises:
        MalformedError: It is no Python that this version can read, or larger than a manifest can be.
    """
    tree = _tree(text)
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _is_setup(node.func):
            for keyword in node.keywords:
                _read_keyword(keyword, constants, found)


def _read_keyword(keyword: ast.keyword, constants: Mapping[str, ast.expr], found: Manifest) -> None:
    value = keyword.value
    if isinstance(value, ast.Name):
        value = constants.get(value.id, value)
    if keyword.arg == "python_requires":
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            found.run_on("python", minor_range(value.value), value.lineno)
        else:
            _doubt(found, keyword)
    elif keyword.arg in _LISTS:
        _add_members(found, value, _LISTS[keyword.arg], keyword)
    elif keyword.arg == "extras_require":
        if isinstance(value, ast.Dict):
            for extra, members in zip(value.keys, value.values, strict=True):
                named = constants.get(members.id, members) if isinstance(members, ast.Name) else members
                name = extra.value if isinstance(extra, ast.Constant) else ""
                _add_members(found, named, scope_of_extra(str(name)), keyword)
        else:
            _doubt(found, keyword)
    elif keyword.arg is None:
        found.doubt("arguments of setup that the program computes; it is not executed", keyword.value.lineno)


def _add_members(found: Manifest, value: ast.expr, scope: str, keyword: ast.keyword) -> None:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        _add_listed(found, value.value, scope, value.lineno)
        return
    if not isinstance(value, ast.List | ast.Tuple | ast.Set):
        _doubt(found, keyword)
        return
    for member in value.elts:
        if isinstance(member, ast.Constant) and isinstance(member.value, str):
            add_requirement(found, member.value, scope, member.lineno)
        else:
            found.doubt(f"an entry of {keyword.arg} that the program computes; it is not executed", member.lineno)


def _doubt(found: Manifest, keyword: ast.keyword) -> None:
    found.doubt(f"{keyword.arg} is computed by the program, which is not executed", keyword.value.lineno)


def _is_setup(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute):
        return function.attr == "setup" and isinstance(function.value, ast.Name)
    return isinstance(function, ast.Name) and function.id == "setup"


def _tree(text: str) -> ast.Module:
    if len(text) > _MAX_PROGRAM:
        raise MalformedError("larger than a manifest can be")
    try:
        with warnings.catch_warnings():
            # Odd escapes in other people's strings are nothing to warn our users of.
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except SyntaxError as error:
        raise MalformedError(f"not valid Python: {error.msg}", error.lineno or 1) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise MalformedError("not Python that can be read") from error


def _add_listed(found: Manifest, value: str, scope: str, line: int) -> None:
    """Requirements one on a line, or parted by semicolons where there is but one line and no marker."""
    for offset, written in enumerate(value.split("\n")):
        requirement = re.sub(r"(^|\s)#.*$", "", written).strip()
        if requirement and not requirement.startswith("file:"):
            add_requirement(found, requirement, scope, line + offset)
        elif requirement:
            found.doubt("requirements that stand in another file", line + offset)


def _settings(text: str) -> Iterator[tuple[str, str, str, int]]:
    """Section, option, value and line of each option; a value of several lines keeps its line ends."""
    section, option, value, start = "", "", "", 0
    for number, line in enumerate(lines_of(text), 1):
        stripped = line.strip()
        if stripped.startswith(("#", ";")) or (line[:1].isspace() or not stripped):
            if option:
                value += "\n" + ("" if stripped.startswith(("#", ";")) else stripped)
            continue
        if option:
            yield section, option, value.rstrip(), start
        option = ""
        header, parts = _SECTION.match(line), _SEPARATOR.split(line, maxsplit=1)
        if header:
            section = header[1].strip()
        elif len(parts) == 2 and parts[0].strip():
            option, value, start = parts[0].strip().lower().replace("-", "_"), parts[1].strip(), number
        else:
            raise MalformedError("neither a section nor an option", number)
    if option:
        yield section, option, value.rstrip(), start
