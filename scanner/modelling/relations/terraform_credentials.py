"""What Terraform gives to whom: credentials and addresses of stores, in secrets, functions and applications."""

from __future__ import annotations

from collections.abc import Iterator

from scanner import lazy_re
from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Component, ComponentKind, Confidence, LooseEnd, Proof, Relation, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind, Unknown
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.opening import WHOLE, Opened, Values, database_of
from scanner.modelling.relations.settings import Setting, settings, spot

CREDENTIAL_NAME = lazy_re.compile(
    r"(?i)(?:^|_)(?:DB|DATABASE|PG|POSTGRES(?:QL)?|MYSQL|MSSQL|ORACLE|MONGO(?:DB)?|REDIS|JDBC|SQL|SPRING_DATASOURCE|COSMOS)"
    r"_?(?:URL|URI|DSN|PASS(?:WORD)?|CONN(?:ECTION)?(?:_?STRING)?|KEY)$|^ConnectionStrings__\w+$"
)
"""Names of variables that hold what opens a database."""

_RUNS = frozenset({ComponentKind.COMPUTE, ComponentKind.JOB, ComponentKind.WORKLOAD})
_TOLD = frozenset({ComponentKind.STORE, ComponentKind.QUEUE, ComponentKind.COMPUTE, ComponentKind.EDGE})
_SECRET_VALUES = {
    "aws_secretsmanager_secret_version": ("secret_string", "secret_id"),
    "google_secret_manager_secret_version": ("secret_data", "secret"),
    "azurerm_key_vault_secret": ("value", ""),
    "aws_ssm_parameter": ("value", ""),
    "vault_generic_secret": ("data_json", ""),
    "vault_kv_secret_v2": ("data_json", ""),
}
"""Types that put a value into a secret store: the attribute of the value, and that which names the secret."""
_DEFINITIONS = ("aws_ecs_task_definition", "aws_batch_job_definition")


def find_terraform_credentials(known: Known) -> Iterator[Tie]:
    """Secrets that hold what opens a store, and computers that are given it, or the address of what they use."""
    values = Values(known)
    for kind, (attribute, names) in _SECRET_VALUES.items():
        for resource in known.index.of(ResourceKind.TERRAFORM, kind):
            for secret in _secrets_of(known, resource, names):
                for found in values.opened(resource, attribute, attribute, WHOLE):
                    opened = found if found.credential else _beside_password(found, resource, attribute)
                    if opened.credential:
                        place = spot(resource, attribute)
                        yield _tie(secret.id, opened, place, RelationKind.HOLDS_CREDENTIAL_OF)
    for resource in known.index.of(ResourceKind.TERRAFORM):
        for owner in _owners(known, resource):
            for setting in settings(resource):
                yield from _given(known, values, owner, resource, setting)


_PASSWORD_VALUE = lazy_re.compile(r"(?i)password|passwd|pwd")


def _beside_password(opened: Opened, resource: Resource, attribute: str) -> Opened:
    """A store that a document only names opens by it where another key of the document is that of a password."""
    if not _PASSWORD_VALUE.search(_document_keys(resource, attribute)):
        return opened
    fact = f"{opened.fact}, beside a password"
    return opened._replace(credential=True, fact=fact, confidence=Confidence.MEDIUM)


def _document_keys(resource: Resource, attribute: str) -> str:
    content = resource.documents.get(attribute)
    return " ".join(str(key) for key in content) if isinstance(content, dict) else ""


def secret_of_value(known: Known, resource: Resource) -> list[Component]:
    """The secrets whose content a Terraform resource is: of a version the secret, else its own component."""
    if resource.type in _SECRET_VALUES:
        return _secrets_of(known, resource, _SECRET_VALUES[resource.type][1])
    component = known.of_resource(resource)
    return [component] if component is not None and component.kind is ComponentKind.SECRET else []


def _secrets_of(known: Known, resource: Resource, names: str) -> list[Component]:
    own = known.of_resource(resource)
    if own is not None or not names:
        return [own] if own is not None else []
    found = (known.of_resource(target) for _, target in known.index.named(resource, names))
    return [one for one in found if one is not None and one.kind is ComponentKind.SECRET]


def _owners(known: Known, resource: Resource) -> list[Component]:
    """Who runs with the settings of a resource: itself, or the services that name a definition of containers."""
    own = known.of_resource(resource)
    if own is not None:
        return [own] if own.kind in _RUNS else []
    if resource.type not in _DEFINITIONS:
        return []
    found: dict[str, Component] = {}
    for _, user in known.index.naming(resource):
        component = known.of_resource(user)
        if component is not None and component.kind in _RUNS:
            found[component.id] = component
    return list(found.values())


def _given(known: Known, values: Values, owner: Component, resource: Resource, setting: Setting) -> Iterator[Tie]:
    if setting.value is None or isinstance(setting.value, int | float):
        return
    yielded = False
    for opened in values.opened(resource, setting.attribute, setting.name, setting.value):
        kind = RelationKind.HOLDS_CREDENTIAL_OF if opened.credential else RelationKind.CALLS
        yielded = True
        if opened.store.id != owner.id:
            yield _tie(owner.id, opened, setting.location, kind)
    for reference, target, place in values.targets(resource, setting.attribute, setting.name, setting.value):
        said = f"its setting {place}" if place == setting.name else f"one of its settings in {place}"
        said += f" names {without_keys(reference.target)}"
        for secret in secret_of_value(known, target):
            yielded = True
            yield _reads(owner, secret, setting, said, target)
        component = known.of_resource(target)
        if component is not None and component.kind in _TOLD - {ComponentKind.STORE} and component.id != owner.id:
            yielded = True
            yield _told(owner, component, setting, said)
    if not yielded and isinstance(setting.value, Unknown) and CREDENTIAL_NAME.search(setting.name):
        yield LooseEnd(
            source=owner.id,
            kind=RelationKind.HOLDS_CREDENTIAL_OF,
            wanted=f"what {setting.name} opens",
            reason=f"its value is not known: {setting.value.reason.value}",
            location=setting.location,
        )


def _tie(source: str, opened: Opened, place: Location, kind: RelationKind) -> Relation:
    return Relation(
        source=source,
        target=opened.store.id,
        kind=kind,
        location=place,
        derived_from=opened.fact,
        confidence=opened.confidence,
        proof=opened.proof,
        detail=database_of(opened.resource),
        breaks="Take this value out, and let only the service that owns the data have it.",
    )


def _reads(owner: Component, secret: Component, setting: Setting, said: str, target: Resource) -> Relation:
    return Relation(
        source=owner.id,
        target=secret.id,
        kind=RelationKind.READS,
        location=setting.location,
        derived_from=said,
        proof=(Proof(location=target.location, fact=f"{without_keys(target.address)} is the secret or its content"),),
        breaks=f"Remove the setting {setting.name}.",
    )


def _told(owner: Component, component: Component, setting: Setting, said: str) -> Relation:
    return Relation(
        source=owner.id,
        target=component.id,
        kind=RelationKind.CALLS,
        location=setting.location,
        derived_from=said,
        confidence=Confidence.HIGH,
        breaks=f"Remove the setting {setting.name}.",
    )
