"""The language of native rules: CEL, with a third answer for what cannot be known.

The only module that imports the CEL library. An expression is compiled once and evaluated with one activation for
each subject; where an unknown value decides, the answer is :class:`Undecided`. Loops are bounded by the
library, regular expressions are linear, and there is no way from an expression to the host.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from cel_expr_python import cel
from cel_expr_python.ext.ext_optional import ExtOptional
from cel_expr_python.ext.ext_strings import ExtStrings

from scanner.domain.resource import Unknown, Value
from scanner.errors import CompileError, CompileFault, ExpressionError
from scanner.rules import checked, rewriting
from scanner.rules.activation import Activation, Variables
from scanner.rules.compiling import Names, compile_faults, optional_faults
from scanner.rules.holes import MARKER, Holes
from scanner.rules.optionals import misused_optionals
from scanner.rules.patterns import occurs
from scanner.rules.reads import Reads, reads
from scanner.rules.signatures import TREES, FunctionSignature, ValueType

__all__ = ["Activation", "Compiled", "Environment", "Expression", "FunctionSignature", "Undecided", "ValueType", "Variables"]

MAXIMUM_BYTES = 4096
"""Longest expression."""
_OPTIONAL = b"optional_type"
"""Stands in every checked expression in which something is optional."""
_REMEMBERED = 5_000
"""Decisions of one expression that are kept, about 200 bytes each."""


_TYPES = {
    ValueType.STRING: cel.Type.STRING,
    ValueType.BOOL: cel.Type.BOOL,
    ValueType.INT: cel.Type.INT,
    ValueType.LIST: cel.Type.List(cel.Type.DYN),
    ValueType.MAP: cel.Type.Map(cel.Type.STRING, cel.Type.DYN),
    ValueType.ANY: cel.Type.DYN,
}


@dataclass(frozen=True)
class Undecided:
    """The answer of an expression that would have to know what nobody knows."""

    unknowns: tuple[Unknown, ...]
    """The values that stood in the way."""


class Compiled(NamedTuple):
    """What is kept of an expression that compiled, so that it need not be compiled again."""

    known: bytes
    """Rewritten for subjects of which all is known, as the library serializes it."""
    quick: bytes
    """Rewritten for all others."""
    reads: Reads


def rewritten(serialized: bytes, form: rewriting.Form) -> bytes:
    """A checked expression in another form (:mod:`scanner.rules.rewriting`)."""
    tree = checked.read(serialized)
    rewriting.rewrite(tree, form)
    return checked.write(tree)


class Environment:
    """The variables and functions that expressions about one family of subjects may name.

    Not safe to share between threads; work is spread over processes.

    Args:
        variables: Name to declared type.
        functions: The closed set of functions.
        implementations: Function name to what runs it; without them expressions can be compiled, and a call errs.
        compiled: Expressions that the same environment compiled before, by their text.
    """

    def __init__(
        self,
        variables: Mapping[str, ValueType],
        functions: tuple[FunctionSignature, ...] = (),
        implementations: Mapping[str, Callable[..., object]] | None = None,
        compiled: Mapping[str, Compiled] | None = None,
    ) -> None:
        self._compiled = compiled or {}
        self.holes = Holes()
        self.subject: object = None
        """The subject of the evaluation that runs now, for functions that ask about it."""
        self.asks_who = False
        """Some function has asked about the subject since this was last unset."""
        self.traced: list[Any] = []
        """What functions say that their answers rest on, since this was last emptied."""
        self.variables = frozenset(variables)
        self.about_subject = frozenset(function.name for function in functions if function.about_subject)
        """Functions whose answer depends on the subject."""
        self.giving_trees = frozenset(function.name for function in functions if function.result in TREES)
        """Functions in whose answer a part may be unknown, whatever they are given."""
        self._names = Names(tuple(variables), {function.name: str(function) for function in functions})
        given = implementations or {}
        declarations = [self._declare(function, given.get(function.name)) for function in functions]
        self._cel = cel.NewEnv(
            variables={name: _TYPES[kind] for name, kind in variables.items()},
            extensions=[
                ExtStrings(),
                ExtOptional(),
                cel.CelExtension("archscan", [*declarations, *self._guards()]),
            ],
        )

    def compile(self, text: str, *, boolean: bool = False) -> Expression:
        """Compile an expression.

        Args:
            text: The expression, at most 4 KB.
            boolean: Whether it must be able to give true or false.

        Raises:
            CompileError: It is written wrongly; carries every fault with line and column in ``text``.
        """
        if boolean and text in self._compiled:
            return Expression(self, text, None, self._compiled[text])
        if len(text.encode("utf-8", "replace")) > MAXIMUM_BYTES:
            raise CompileError([CompileFault(1, 1, f"longer than {MAXIMUM_BYTES} bytes", "split the rule")])
        try:
            compiled = self._cel.compile(text)
        except RuntimeError as error:
            raise CompileError(compile_faults(str(error), text, self._names)) from None
        serialized = bytes(compiled.serialize())
        tree = checked.read(serialized)
        misused = misused_optionals(tree) if _OPTIONAL in serialized else ()
        faults = optional_faults((checked.offset(tree, node) for node in misused), text)
        if not faults and boolean and compiled.return_type() not in (cel.Type.BOOL, cel.Type.DYN):
            kind = str(compiled.return_type()).lower()
            faults = (CompileFault(1, 1, f"gives {kind}, but must be true or false"),)
        if faults:
            raise CompileError(faults)
        return Expression(self, text, serialized)

    def recompile(self, text: str) -> bytes:
        """The checked form of an expression that compiled before."""
        return bytes(self._cel.compile(text).serialize())

    def load(self, program: bytes) -> cel.Expression:
        """A rewritten form that was kept."""
        return self._cel.deserialize(program)

    def bind(self, view: Mapping[str, Value], subject: object = None) -> Activation:
        """Bind the variables of a subject.

        Args:
            view: Variable name to value; any part of a value may be unknown. Asked only for what is read.
            subject: What functions find as :attr:`subject` while an expression is evaluated.
        """
        return Activation(self.holes, (Variables(self.holes, view),), subject)

    def activate(self, encoded: dict[str, Any]) -> cel.Activation:
        """Hand encoded variables to the library."""
        return self._cel.Activation(encoded)

    def program(self, serialized: bytes, form: rewriting.Form) -> cel.Expression:
        """A rewritten form of a compiled expression (:mod:`scanner.rules.rewriting`)."""
        return self._cel.deserialize(rewritten(serialized, form))

    def _declare(self, function: FunctionSignature, run: Callable[..., object] | None) -> cel.FunctionDecl:
        def implementation(*arguments: Any) -> Any:
            if run is None:
                raise LookupError(f"{function.name}() has nothing to look at here")
            result = self.holes.encode_answer(run(*arguments))
            return result if function.result is ValueType.ANY else self.holes.known(result)

        return _declaration(function.name, tuple(function.parameters.values()), function.result, implementation)

    def _guards(self) -> list[cel.FunctionDecl]:
        holes, one, two = self.holes, (ValueType.ANY,), (ValueType.ANY, ValueType.ANY)
        texts = (ValueType.STRING, ValueType.STRING)
        return [
            _declaration(rewriting.EQUAL, two, ValueType.BOOL, holes.equal),
            _declaration(rewriting.MEMBER, two, ValueType.BOOL, holes.member),
            _declaration(rewriting.SIZE, one, ValueType.INT, holes.size),
            _declaration(rewriting.KNOWN, one, ValueType.ANY, holes.known),
            _declaration(rewriting.SETTLED, one, ValueType.ANY, holes.settled),
            _declaration(rewriting.MATCHES, texts, ValueType.BOOL, occurs),
        ]


class Expression:
    """A compiled expression."""

    def __init__(
        self, environment: Environment, text: str, serialized: bytes | None, compiled: Compiled | None = None
    ) -> None:
        self.text = text
        self._environment = environment
        self._given = serialized
        self._compiled = compiled
        self._decided: dict[Hashable, bool | Undecided] = {}

    @cached_property
    def _serialized(self) -> bytes:
        return self._environment.recompile(self.text) if self._given is None else self._given

    def compiled(self) -> Compiled:
        """What of it is worth keeping: its usual forms, and what it looks at."""
        known, quick = (rewritten(self._serialized, form) for form in (rewriting.Form.KNOWN, rewriting.Form.QUICK))
        return Compiled(known, quick, self.reads)

    @cached_property
    def reads(self) -> Reads:
        """What it looks at."""
        if self._compiled is not None:
            return self._compiled.reads
        return reads(checked.read(self._serialized), self._environment.variables)

    @cached_property
    def _asks_who(self) -> bool:
        return not self._environment.about_subject.isdisjoint(self.reads.functions)

    @cached_property
    def _makes_no_holes(self) -> bool:
        return self._environment.giving_trees.isdisjoint(self.reads.functions)

    @cached_property
    def _known(self) -> cel.Expression:
        if self._compiled is not None:
            return self._environment.load(self._compiled.known)
        return self._environment.program(self._serialized, rewriting.Form.KNOWN)

    @cached_property
    def _quick(self) -> cel.Expression:
        if self._compiled is not None:
            return self._environment.load(self._compiled.quick)
        return self._environment.program(self._serialized, rewriting.Form.QUICK)

    @cached_property
    def _plain(self) -> cel.Expression:
        return self._environment.program(self._serialized, rewriting.Form.PLAIN)

    @cached_property
    def _guarded(self) -> cel.Expression:
        return self._environment.program(self._serialized, rewriting.Form.GUARDED)

    def evaluate(self, activation: Activation) -> Value | Undecided:
        """The expression's value for a subject.

        Returns:
            A JSON value, in which parts may be unknown, or :class:`Undecided`.

        Raises:
            ExpressionError: The expression failed for another reason than an unknown value: a fault of the rule.
        """
        self._environment.subject = activation.subject
        bound = self._environment.activate(activation.encoded(self.reads))
        is_known = self._makes_no_holes and activation.is_known(self.reads)
        failure, value = _run(self._known if is_known else self._quick, bound)
        if failure is not None and is_known:
            failure, value = _run(self._quick, bound)
        if failure is None:
            decoded = self._environment.holes.decode(value)
            return Undecided((decoded,)) if isinstance(decoded, Unknown) else decoded
        return self._undecided(bound, failure)

    def decide(self, activation: Activation) -> bool | Undecided:
        """Whether the expression holds for a subject; looked up where it was decided for one that is like it.

        Raises:
            ExpressionError: As :meth:`evaluate`, and where the value is neither true nor false.
        """
        if self._asks_who:
            return self._decide(activation)
        key = activation.key(self.reads)
        answer = self._decided.get(key)
        if answer is None:
            answer = self._decide(activation)
            if len(self._decided) >= _REMEMBERED:
                self._decided.clear()
            self._decided[key] = answer
        return answer

    def _decide(self, activation: Activation) -> bool | Undecided:
        value = self.evaluate(activation)
        if isinstance(value, bool | Undecided):
            return value
        raise ExpressionError(f"gave {type(value).__name__} where true or false is needed: {self._shown()}")

    def _undecided(self, bound: cel.Activation, failure: str) -> Undecided:
        """Evaluate again with every operand guarded, to learn whether unknown values are the cause."""
        holes = self._environment.holes
        holes.forget()
        cause, _ = _run(self._guarded, bound)
        unknowns = holes.met()
        if cause is not None and MARKER in cause and unknowns:
            return Undecided(unknowns)
        if "matches" in self.reads.functions:
            failure = _run(self._plain, bound)[0] or failure
        hint = "write .?name.orValue(…) where an attribute may be missing" if "Key not found" in failure else None
        raise ExpressionError(f"{_plain(failure)} in: {self._shown()}", hint=hint)

    def _shown(self) -> str:
        single = " ".join(self.text.split())
        return single if len(single) <= 120 else f"{single[:117]}…"


def _declaration(
    name: str, parameters: tuple[ValueType, ...], result: ValueType, implementation: Callable[..., Any]
) -> cel.FunctionDecl:
    overload = cel.Overload(
        name, return_type=_TYPES[result], parameters=[_TYPES[kind] for kind in parameters], impl=implementation
    )
    return cel.FunctionDecl(name, [overload])


def _run(program: cel.Expression, bound: cel.Activation) -> tuple[str | None, Any]:
    """What went wrong, or None and the value. Some faults come as values, others are raised."""
    try:
        result = program.eval(bound)
        value = result.plain_value()
    except (RuntimeError, TypeError, SystemError) as error:
        return str(error), None
    if isinstance(value, str) and result.type() == cel.Type.ERROR:
        return value, None
    return None, value


def _plain(failure: str) -> str:
    """A failure without the library's status words."""
    text = failure.splitlines()[0] if failure else "failed"
    return text.split(": ", 1)[1] if text.split(": ", 1)[0].isupper() and ": " in text else text
