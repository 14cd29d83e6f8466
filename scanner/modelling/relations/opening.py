"""Which stores a Terraform value opens: by their own keys, or by a password that they were made with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from scanner import lazy_re
from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Component, ComponentKind, Confidence, Proof
from scanner.domain.resource import EncodedUnknown, Reference, Resource, Unknown, UnknownReason, Value
from scanner.modelling.known import Known

_PASSWORD = lazy_re.compile(r"(?i)(^|\.|_)(password|password_wo|passwd|auth_token|secret_string|passwords)(\[\d+\])?$")
"""Attribute of a store or of its user that a password is given to."""
_SECRETIVE = lazy_re.compile(
    r"(?i)\.(?:[a-z0-9_]*password|[a-z0-9_]*_key|[a-z0-9_]*connection_strings?|auth_token|master_user_secret|"
    r"[a-z_]*sas_url[a-z_]*|[a-z_]*_access_key)\b"
)
_CONNECTION = lazy_re.compile(r"(?i)(?:password|pwd|accountkey|sharedaccesskey)\s*=|://[^/\s:@\"]*:[^/\s@\"]*(?:@|$)")
_SAYS_SECRET = lazy_re.compile(r"(?i)password|passwd|pwd|secret|token|credential|passphrase|_key$|auth")
_OPENED = frozenset({ComponentKind.STORE, ComponentKind.QUEUE})
_CARRIERS = frozenset({"random_password", "random_string", "random_id", "random_uuid", "random_pet", "variable"})
_USERS = lazy_re.compile(r"_(?:users?|role|login|credentials?|database_user|cluster_instance|auth)$")
_OF_USE = lazy_re.compile(r"^random_|_(?:users?|role|login|credentials?|cluster_instance|auth)$|secret|_parameter$")
_TOKEN = lazy_re.compile(r"\b(?:module\.[\w-]+(?:\[[^\]]*\])?\.)*[\w-]+\.[\w-]+")
_IDENTITIES = ("name", "bucket", "identifier", "cluster_identifier", "fqdn", "function_name", "name_prefix")
WHOLE = Unknown(reason=UnknownReason.EXPRESSION_NOT_SUPPORTED, text="")
"""Stands for all values of an attribute."""
_DATABASE_ATTRIBUTES = ("db_name", "database_name", "initial_db_name", "name")


class Opened(NamedTuple):
    """A store that a value leads to."""

    store: Component
    resource: Resource
    credential: bool
    """Whether the value opens it, rather than only naming it."""
    fact: str
    proof: tuple[Proof, ...]
    confidence: Confidence = Confidence.HIGH


class Spoken(NamedTuple):
    """A resource that a value names."""

    reference: Reference
    resource: Resource
    place: str
    """The name of the value, or the attribute where no more is known than that one of its values names it."""


class Values:
    """Reads what Terraform values lead to.

    Args:
        known: The components.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._index = known.index
        self._cached: dict[tuple[int, str], list[tuple[Reference, Resource]]] = {}
        self._led: dict[int, frozenset[str]] = {}

    def opened(self, holder: Resource, attribute: str, name: str, value: Value) -> Iterator[Opened]:
        """The stores to which one value leads.

        Args:
            holder: The Terraform resource in which it stands.
            attribute: Where references to it stand.
            name: Under which name it stands.
            value: It; :data:`WHOLE` for all that stands in the attribute.
        """
        named = self._named(holder, attribute)
        text = text_of(value)
        for reference, target, place in self.targets(holder, attribute, name, value):
            component = self._known.of_resource(target)
            if component is not None and component.kind in _OPENED:
                credential = self._is_secret(text, target, named)
                if not credential and component.kind is not ComponentKind.STORE:
                    continue
                fact = f"{_short(reference.source)} names {_short(reference.target)} in {place}"
                sure = Confidence.HIGH if place == name or not credential else Confidence.MEDIUM
                passed = self._passed(target, named)
                yield Opened(component, target, credential, fact, (*passed, *calls_to(target)), sure)
            elif target.type in _CARRIERS or _USERS.search(target.type):
                passed = self._passed(target, named)
                carriers = sum(1 for _, one in named if one.type in _CARRIERS)
                sure = Confidence.HIGH if place == name or carriers < 2 else Confidence.MEDIUM
                for opened in self._by_password(reference, target, place or attribute):
                    yield opened._replace(proof=(*passed, *opened.proof), confidence=sure)

    def targets(self, holder: Resource, attribute: str, name: str, value: Value) -> Iterator[Spoken]:
        """The resources that one value names, of any kind, and in which place that is certain."""
        named = self._named(holder, attribute)
        if value is WHOLE:
            found, place = list(named), name
        elif isinstance(value, str):
            found, place = [pair for pair in named if _is_called(value, pair[1])], name
        else:
            text = text_of(value) if named else ""
            found, place = list(self._written(text, named)) if text else [], name
            if not found and _says_too_little(text) and (_SAYS_SECRET.search(name) or _CONNECTION.search(text)):
                found, place = list(named), attribute
        for reference, target in found:
            yield Spoken(reference, target, place if _is_alone(target, named) else attribute)

    def _by_password(self, reference: Reference, carrier: Resource, name: str) -> Iterator[Opened]:
        if carrier.type == "variable" and not _SAYS_SECRET.search(carrier.name):
            return
        fact = f"{_short(reference.source)} has {_short(reference.target)} in {name}"
        if _USERS.search(carrier.type):
            yield from self._of_user(carrier, fact, ())
            return
        here = Proof(location=carrier.location, fact=f"{_short(carrier.address)} is what both are given")
        for use, user in self._index.naming(carrier):
            if not _PASSWORD.search(use.attribute):
                continue
            given = Proof(location=use.location, fact=f"{_short(use.source)} takes it as its {use.attribute}")
            store = self._known.of_resource(user)
            if store is not None and store.kind is ComponentKind.STORE:
                yield Opened(store, user, True, fact, (here, *calls_to(user), given))
            elif _USERS.search(user.type):
                yield from self._of_user(user, fact, (here, given))

    def _of_user(self, user: Resource, fact: str, before: tuple[Proof, ...]) -> Iterator[Opened]:
        for reference, target in self._index.named(user):
            store = self._known.of_resource(target)
            if store is not None and store.kind is ComponentKind.STORE:
                of = Proof(
                    location=reference.location, fact=f"{_short(user.address)} is a user of {_short(target.address)}"
                )
                yield Opened(store, target, True, fact, (*before, *calls_to(target), of))

    def _written(self, text: str, named: Sequence[tuple[Reference, Resource]]) -> Iterator[tuple[Reference, Resource]]:
        """Those that one expression, among those of an attribute, names; what is the same for all is asked once."""
        outputs = [
            one
            for _, one in named
            if one.type == "output"
            and one.module_path
            and f".{one.name}" in text
            and f"module.{one.module_path[-1]}" in text
        ]
        for reference, target in named:
            if _is_written(target, text) or any(self._leads(output, target) for output in outputs):
                yield reference, target

    def _is_of_use(self, target: Resource) -> bool:
        if target.type in ("output", "variable"):
            return True
        return bool(_OF_USE.search(target.type)) or self._known.of_resource(target) is not None

    def _named(self, holder: Resource, attribute: str) -> list[tuple[Reference, Resource]]:
        """What an attribute names, and each once: many settings stand in one attribute."""
        key = (id(holder), attribute)
        found = self._cached.get(key)
        if found is None:
            once = {target.address: (reference, target) for reference, target in self._index.named(holder, attribute)}
            found = self._cached[key] = [one for one in once.values() if self._is_of_use(one[1])]
        return found

    def _passed(self, target: Resource, named: Sequence[tuple[Reference, Resource]]) -> tuple[Proof, ...]:
        """The outputs through which a resource is named, the outermost first."""
        outputs = [one for _, one in named if one.type == "output" and self._leads(one, target)]
        return tuple(
            Proof(location=output.location, fact=f"{_short(output.address)} passes it on")
            for output in sorted(outputs, key=lambda one: len(one.module_path))
        )

    def _leads(self, output: Resource, target: Resource) -> bool:
        led = self._led.get(id(output))
        if led is None:
            led = self._led[id(output)] = frozenset(one.target for one in self._index.outgoing(output))
        return target.address in led

    def _is_secret(self, text: str, target: Resource, named: Sequence[tuple[Reference, Resource]]) -> bool:
        if text and (_CONNECTION.search(text) or _secret_of(text, target)):
            return True
        for _, output in named:
            if output.type == "output" and self._leads(output, target):
                if text and f".{output.name}" not in text:
                    continue
                if _secret_of(text_of(output.attributes.get("value")), target):
                    return True
        return False


def _says_too_little(text: str) -> bool:
    """Whether an expression goes through names of its own module, whose values are not in it."""
    return any(token.startswith(("local.", "each.", "var.")) for token in _TOKEN.findall(text))


def _is_written(target: Resource, text: str) -> bool:
    """Whether an expression names a resource itself."""
    name = f"var.{target.name}" if target.type == "variable" else target.declaration
    return bool(name) and name in text and bool(_whole(name).search(text))


@lru_cache(maxsize=4096)
def _whole(address: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-]){re.escape(address)}(?![\w-])")


def _is_called(value: str, target: Resource) -> bool:
    return any(_is_named(value, target.attributes.get(part)) for part in _IDENTITIES)


def _is_named(value: str, identity: Value) -> bool:
    return isinstance(identity, str) and (value == identity or (len(identity) > 3 and identity in value))


def _is_alone(target: Resource, named: Sequence[tuple[Reference, Resource]]) -> bool:
    """Whether no other resource that is named is called the same in a module of its own."""
    same = {one.address for _, one in named if one.declaration == target.declaration}
    return len({_short(address) for address in same}) < 2


def text_of(value: Value) -> str:
    """The expression of an unknown value, or what of its content is unknown."""
    if isinstance(value, EncodedUnknown):
        return " ".join(_texts(value.content, 0))
    if isinstance(value, Unknown):
        return value.text
    if isinstance(value, str):
        return value[:500]
    return " ".join(_texts(value, 0)) if value is not None else ""


def database_of(resource: Resource) -> str:
    """The name of the one database that a store is made with, where it is known."""
    wanted = _DATABASE_ATTRIBUTES if resource.type.endswith("_database") else _DATABASE_ATTRIBUTES[:3]
    for name in wanted:
        value = resource.attributes.get(name)
        if isinstance(value, str) and value:
            return value
    return ""


def calls_to(resource: Resource) -> tuple[Proof, ...]:
    """The module calls that lead to a resource, and the resource, as places of an argument."""
    path = resource.module_path
    calls = [
        Proof(location=location, fact="the call of " + ".".join(f"module.{name}" for name in path[: number + 1]))
        for number, location in enumerate(resource.calls)
    ]
    return (*calls, Proof(location=resource.location, fact=f"{_short(resource.address)} is made"))


def _secret_of(text: str, target: Resource) -> bool:
    for match in re.finditer(re.escape(target.declaration) + r"(?![\w-])(?P<rest>[^\s,}]*)", text):
        if _SECRETIVE.search(match["rest"]):
            return True
    return False


def _texts(value: Value, depth: int) -> Iterator[str]:
    if depth > 6:
        return
    if isinstance(value, EncodedUnknown):
        yield from _texts(value.content, depth + 1)
    elif isinstance(value, Unknown):
        yield value.text
    elif isinstance(value, Mapping):
        for child in value.values():
            yield from _texts(child, depth + 1)
    elif isinstance(value, list | tuple):
        for child in value:
            yield from _texts(child, depth + 1)


def _short(address: str) -> str:
    return without_keys(address)
