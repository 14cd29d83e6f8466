"""The language of native rules: CEL, with a third answer for what cannot be known.

The only module that imports the CEL library. An expression is compiled once and evaluated with one activation for
each subject; where an unknown value decides, the answer is :class:`Undecided`. Loops are bounded by the
library, regular expressions are linear, and there is no way from an expression to the host.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cel_expr_python import cel
from cel_expr_python.ext.ext_optional import ExtOptional
from cel_expr_python.ext.ext_strings import ExtStrings

from scanner.domain.resource import Value
from scanner.errors import CompileError, CompileFault
from scanner.interruption import ASKED
from scanner.rules import checked, rewriting
from scanner.rules.activation import Activation, Variables
from scanner.rules.compiling import Names, compile_faults, optional_faults
from scanner.rules.decision import Compiled, Expression, Undecided, rewritten
from scanner.rules.holes import Holes
from scanner.rules.optionals import misused_optionals
from scanner.rules.patterns import occurs
from scanner.rules.signatures import TREES, FunctionSignature, ValueType

__all__ = [
    "Activation",
    "Compiled",
    "Environment",
    "Expression",
    "FunctionSignature",
    "Undecided",
    "ValueType",
    "Variables",
]

MAXIMUM_BYTES = 4096
"""Longest expression."""
_OPTIONAL = b"optional_type"
"""Stands in every checked expression in which something is optional."""


_TYPES = {
    ValueType.STRING: cel.Type.STRING,
    ValueType.BOOL: cel.Type.BOOL,
    ValueType.INT: cel.Type.INT,
    ValueType.LIST: cel.Type.List(cel.Type.DYN),
    ValueType.MAP: cel.Type.Map(cel.Type.STRING, cel.Type.DYN),
    ValueType.ANY: cel.Type.DYN,
}


class Environment:
    """The variables and functions that expressions about one family of subjects may name.

    Not safe to share between threads; work is spread over processes.

    Args:
        variables: Name to declared type.
        functions: The closed set of functions.
        implementations: Function name to what runs it; without them expressions can be compiled, and a call errs.
        compiled: Expressions that the same environment compiled before, by their text.
    """

    _ending: BaseException | None = None
    """What a function raised that ends more than its expression; the library makes a mere error of it."""

    def __init__(
        self,
        variables: Mapping[str, ValueType],
        functions: tuple[FunctionSignature, ...] = (),
        implementations: Mapping[str, Callable[..., object]] | None = None,
        compiled: Mapping[str, Compiled] | None = None,
    ) -> None:
        self._compiled = compiled or {}
        self._shared: dict[str, Expression] = {}
        """Of those, what was asked for: rules with the same words in them share an expression and what it decided."""
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
        trees = (function for function in functions if function.result in TREES)
        self.giving_trees = frozenset(function.name for function in trees if not function.is_known)
        """Functions in whose answer a part may be unknown, whatever they are given."""
        self.counted = frozenset(function.name for function in functions if function.result is ValueType.LIST)
        """Functions of which expressions can ask for no more than how long the answer is."""
        self._names = Names(tuple(variables), {function.name: str(function) for function in functions})
        given = implementations or {}
        declarations = [
            declared for function in functions for declared in self._declare(function, given.get(function.name))
        ]
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
            if text not in self._shared:
                self._shared[text] = Expression(self, text, None, self._compiled[text])
            return self._shared[text]
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
        return self._cel.deserialize(rewritten(serialized, form, self.counted))

    def run(self, program: cel.Expression, bound: cel.Activation) -> tuple[str | None, Any]:
        """What went wrong, or None and the value. Some faults come as values, others are raised.

        Raises:
            BaseException: A function was interrupted or out of memory, which is no fault of the expression.
        """
        try:
            result = program.eval(bound)
            value = result.plain_value()
        except (RuntimeError, TypeError, SystemError) as error:
            self._end_if_asked()
            return str(error), None
        if ASKED or self._ending is not None:  # another operand may have decided in spite of it
            self._end_if_asked()
        if isinstance(value, str) and result.type() == cel.Type.ERROR:
            return value, None
        return None, value

    def _declare(self, function: FunctionSignature, run: Callable[..., Any] | None) -> Iterator[cel.FunctionDecl]:
        kinds = tuple(function.parameters.values())

        def answer(*arguments: Any) -> Any:
            if run is None:
                raise LookupError(f"{function.name}() has nothing to look at here")
            if ValueType.ANY in kinds and function.name != rewriting.FROM_OUTSIDE:  # the one that asks about holes
                for argument in arguments:
                    self.holes.known(argument)
            return run(*arguments)

        def implementation(*arguments: Any) -> Any:
            try:
                result = self.holes.encode_answer(answer(*arguments))
                return result if function.result is ValueType.ANY else self.holes.known(result)
            except BaseException as error:
                self._note(error)
                raise

        def length(*arguments: Any) -> int:
            try:
                return len(answer(*arguments))
            except BaseException as error:
                self._note(error)
                raise

        yield _declaration(function.name, kinds, function.result, implementation)
        if function.name in self.counted:
            count = f"{rewriting.COUNT}{function.name}"
            yield _declaration(count, kinds, ValueType.INT, length)

    def _guards(self) -> list[cel.FunctionDecl]:
        holes, one, two = self.holes, (ValueType.ANY,), (ValueType.ANY, ValueType.ANY)
        texts = (ValueType.STRING, ValueType.STRING)
        return [
            _declaration(rewriting.EQUAL, two, ValueType.BOOL, self._noting_two(holes.equal)),
            _declaration(rewriting.MEMBER, two, ValueType.BOOL, self._noting_two(holes.member)),
            _declaration(rewriting.SIZE, one, ValueType.INT, self._noting_one(holes.size)),
            _declaration(rewriting.KNOWN, one, ValueType.ANY, self._noting_one(holes.known)),
            _declaration(rewriting.SETTLED, one, ValueType.ANY, self._noting_one(holes.settled)),
            _declaration(rewriting.MATCHES, texts, ValueType.BOOL, self._noting_two(occurs)),
        ]

    # One for each number of arguments: gathering them would take longer than many a function does.
    def _noting_one(self, run: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def noting(argument: Any) -> Any:
            try:
                return run(argument)
            except BaseException as error:
                self._note(error)
                raise

        return noting

    def _noting_two(self, run: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
        def noting(left: Any, right: Any) -> Any:
            try:
                return run(left, right)
            except BaseException as error:
                self._note(error)
                raise

        return noting

    def _note(self, error: BaseException) -> None:
        if not isinstance(error, Exception) or isinstance(error, MemoryError):
            self._ending = error

    def _end_if_asked(self) -> None:
        ending, self._ending = self._ending, None
        if ending is not None:
            raise ending
        if ASKED:
            raise KeyboardInterrupt


def _declaration(
    name: str, parameters: tuple[ValueType, ...], result: ValueType, implementation: Callable[..., Any]
) -> cel.FunctionDecl:
    overload = cel.Overload(
        name, return_type=_TYPES[result], parameters=[_TYPES[kind] for kind in parameters], impl=implementation
    )
    return cel.FunctionDecl(name, [overload])
