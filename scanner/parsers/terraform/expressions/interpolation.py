"""Templates: text with interpolations and directives."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from scanner import lazy_re
from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.expressions.loops import Evaluate, Names, closed, pairs
from scanner.parsers.terraform.syntax.tree import ForDirective, Part, Template
from scanner.parsers.terraform.values.collections import MAX_WEIGHT, UnknownText, is_sensitive, unknown
from scanner.parsers.terraform.values.conversions import ConversionError, to_text

_MAX_LENGTH = 64 * MAX_WEIGHT
_MAX_PREFIX = 1_000
"""Characters that are kept of a text whose end is not known."""
_JOINED = lazy_re.compile(r"[A-Za-z<=>\u0080-\U0010ffff]\Z")
"""A last character that a combining mark behind it may turn into another: ``e`` into ``é``, ``=`` into ``≠``."""


def render(template: Template, names: Names, evaluate: Evaluate) -> Value:
    """The value of a template.

    Args:
        template: One part alone that is an expression gives its own value.
        names: Names that are bound around it.
        evaluate: Gives the values of its parts.

    Raises:
        ConversionError: Terraform would refuse it.
    """
    parts = template.parts
    if len(parts) == 1 and not isinstance(parts[0], str):
        return evaluate(parts[0], names)
    return render_parts(parts, names, evaluate, template.text)


def render_parts(parts: Sequence[Part], names: Names, evaluate: Evaluate, text: str) -> Value:
    """The text of several parts.

    Args:
        parts: Text, interpolations and directives.
        names: Names that are bound around them.
        evaluate: Gives their values.
        text: The expression, for the reader.

    Raises:
        ConversionError: Terraform would refuse one of them.
    """
    texts: list[str] = []
    hidden: Unknown | None = None
    known = ""
    for part in parts:
        value = part if isinstance(part, str) else evaluate(part, names)
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, Unknown):
            if hidden is None:
                known = _beginning("".join(texts), value)
            hidden = value if hidden is None or is_sensitive(hidden) else hidden
        else:
            texts.append(_text(value))
    if hidden is not None and not is_sensitive(hidden) and len(known) < _MAX_PREFIX:
        return UnknownText(reason=hidden.reason, text=text, prefix=known)
    return _joined(texts, hidden, text)


def _beginning(known: str, hidden: Unknown) -> str:
    """What stays as it is of the text before a part that is not known, whatever that part begins with.

    Terraform composes its texts (NFC): marks behind the last character may become one with it.
    """
    prefix = hidden.prefix if isinstance(hidden, UnknownText) else ""
    if prefix:  # its own end was cut already
        return unicodedata.normalize("NFC", known + prefix)
    composed = unicodedata.normalize("NFC", known)
    end = len(composed)
    while end and unicodedata.combining(composed[end - 1]):
        end -= 1
    return _JOINED.sub("", composed[:end])


def _joined(texts: list[str], hidden: Unknown | None, text: str) -> Value:
    if hidden is not None:
        return unknown(hidden.reason, text)
    if sum(map(len, texts)) > _MAX_LENGTH:
        return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, text)
    joined = "".join(texts)
    return joined if joined.isascii() else unicodedata.normalize("NFC", joined)


def _text(value: Value) -> str:
    if value is None:
        raise ConversionError("The expression result is null. Cannot include a null value in a string template.")
    try:
        return to_text(value)
    except ConversionError as error:
        raise ConversionError(f"Cannot include the given value in a string template: {error}.") from error


def render_for(directive: ForDirective, names: Names, evaluate: Evaluate) -> Value:
    """``%{ for … }``."""
    collection = evaluate(directive.collection, names)
    part = closed(collection)
    if part is not None:
        return unknown(part.reason, directive.text)
    body = Template((*directive.parts, ""), directive.text)  # of more than one part: always text
    bound = dict(names)
    texts: list[str] = []
    hidden: Unknown | None = None
    for key, item in pairs(collection):
        bound[directive.names[-1]] = item
        if len(directive.names) > 1:
            bound[directive.names[0]] = key
        value = evaluate(body, bound)
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, Unknown):
            hidden = value
    return _joined(texts, hidden, directive.text)
