"""Values of var files that are no values: placeholders that a pipeline fills in before Terraform reads the file.

``region = "$(tf_region)"`` says no more of the region than that somebody sets it. Taken for the value itself, it would
be a written secret, or a place outside the country.
"""

from __future__ import annotations

import re

from scanner import lazy_re
from scanner.parsers.terraform.syntax.tree import (
    MAX_TEXT,
    Expression,
    Literal,
    Object,
    Paren,
    Placeholder,
    Template,
    Traversal,
    Tuple,
)

_MAX_LENGTH = 10_000
"""Characters of a text that are looked at: longer ones are documents."""
_MAX_PART = 200
"""Characters of a text that a placeholder in it makes unknown as a whole: a longer one says much beside it."""
_SIGNS = lazy_re.compile(
    r"""
      \$\([A-Za-z_][\w.-]*\)                          # Azure Pipelines: $(name)
    | \#\{[^{}\n"]+\}                                 # Octopus, replace tokens: #{name}, #{name}#
    | \{\{-?\s*[A-Za-z_.$][^{}\n]*\}\}                # Jinja, Mustache, Helm: {{ name }}
    | (?<![\w/.])__[A-Z][A-Z0-9]*(_[A-Z0-9]+)*__(?!\w)  # __NAME__, in capitals where more stands around it
    """,
    re.VERBOSE,
)
_WHOLE = lazy_re.compile(r"__[A-Za-z]\w*__|%\w+%|@@?[A-Za-z]\w*@@?")
_ANGLES = lazy_re.compile(r"[^\s<>(\\]*(<[A-Za-z][\w .:-]*>[^\s<>]*)+")
"""``<name>``, also inside an address; no regular expression with a named group, no mark-up (``</p>``), no sentence."""
_WORDY_KEYS = lazy_re.compile(
    r"(?i)(?:^|(?<=;))\s*(?:user (?:id|name)|data source|initial catalog|integrated security|persist security info"
    r"|trust server certificate|connect(?:ion)? timeout|application name|max pool size)\s*="
)
"""Keys with white space, as connection strings have them."""
_OF_A_SHELL = lazy_re.compile(r"\$\{[A-Za-z_]\w*\}")
"""``${NAME}``: nothing that IAM or a template would take, such as ``${aws:username}``."""


def filled_in(expression: Expression, name: str, json: bool = False) -> Expression:
    """What a var file gives, with a :class:`Placeholder` for each part that a pipeline fills in.

    Args:
        expression: As it is written.
        name: Of the variable: a placeholder says no more than the variable without a value would.
        json: The file is JSON, in which ``${NAME}`` is a text like any other.
    """
    return _filled_in(expression, f"var.{name}", json)


def _filled_in(expression: Expression, name: str, json: bool) -> Expression:
    match expression:
        case Literal(value=str(text)) if _is_placeholder(text, json):
            return Placeholder(name)
        # A var file can name nothing: what looks like a name or an interpolation is put there by something else.
        case Template(parts=parts) if not all(isinstance(part, str) for part in parts):
            return Placeholder(name)
        case Traversal(root=root, steps=()) if _WHOLE.fullmatch(root):
            return Placeholder(name)
        case Tuple(items=items):
            return Tuple(tuple(_filled_in(item, name, json) for item in items))
        case Object(items=pairs, positions=positions):
            inside = tuple((key, _filled_in(value, _named(name, key), json)) for key, value in pairs)
            return Object(inside, positions)
        case Paren(inner=inner):
            return Paren(_filled_in(inner, name, json))
    return expression


def _is_placeholder(text: str, json: bool) -> bool:
    text = text.strip()
    if len(text) > _MAX_LENGTH:
        return False
    if _WHOLE.fullmatch(text) or _ANGLES.fullmatch(text):
        return True
    rest = _SIGNS.sub("", text)
    if json:
        rest = _OF_A_SHELL.sub("", rest)
    if rest == text or not rest.strip():
        return rest != text
    # A shell writes $(hostname) as well: what a script says beside it must not go unseen.
    return len(text) <= _MAX_PART and not re.search(r"\s", _WORDY_KEYS.sub("", rest))


def _named(name: str, key: Expression) -> str:
    written = key.value if isinstance(key, Literal) else None
    return f"{name}.{written}"[:MAX_TEXT] if isinstance(written, str) and re.fullmatch(r"[\w-]+", written) else name
