"""The architecture as archscan understands it: components in layers, and relations between them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from scanner.domain.artifact import Location
from scanner.domain.frozen import Frozen
from scanner.domain.resource import Problem


class LayerId(StrEnum):
    """The layers that the 2018 paper asks to keep apart; the digital service is split in three."""

    HOSTING = "hosting"
    DATA = "data"
    PRESENTATION = "presentation"
    SERVICE = "service"
    INTEGRATION = "integration"
    UNASSIGNED = "unassigned"


class Exposure(StrEnum):
    """From where a component can be reached, as far as its own declaration says."""

    INTERNET = "internet"
    INTERNAL = "internal"
    UNKNOWN = "unknown"


class Confidence(StrEnum):
    """How sure a statement is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ComponentKind(StrEnum):
    """What a component is; several artefacts may show the same one."""

    STORE = "store"
    """Keeps data: a database, a bucket, a file share, a cache."""
    COMPUTE = "compute"
    """Runs code on cloud resources: a function, a virtual machine, a managed container."""
    WORKLOAD = "workload"
    """Runs containers: a Kubernetes workload, or a service of Compose."""
    SOURCE = "source"
    """A folder of code with an entry point of its own that answers requests or runs on its own."""
    INTERFACE = "interface"
    """A folder of code that users see."""
    LIBRARY = "library"
    """A folder of code that others use."""
    JOB = "job"
    """Runs and ends: a scheduled job, a migration."""
    IMAGE = "image"
    """A container image that is built here."""
    EDGE = "edge"
    """Lets requests in: a load balancer, an Ingress, an API gateway, a content network."""
    SERVICE = "service"
    """A name under which workloads are found: a Kubernetes Service."""
    API = "api"
    """A described interface: an OpenAPI document."""
    QUEUE = "queue"
    """Passes messages on."""
    SECRET = "secret"  # noqa: S105  # a kind, not one
    """Keeps credentials: a Secret, an entry of a secret store, a parameter."""
    CONFIGURATION = "configuration"
    """Keeps settings: a ConfigMap, an application configuration."""
    IDENTITY = "identity"
    """Acts or signs in: a role, a service account, a user directory."""
    NETWORK = "network"
    """A network or subnet, a security group, a network policy."""
    CLUSTER = "cluster"
    """Runs what others bring."""
    NATIONAL = "national"
    """A national service, such as PDS, CIS2 or NHS login, that code or configuration names."""
    EXTERNAL = "external"
    """A system of somebody else that code or configuration names."""


class Sighting(Frozen):
    """One place at which a component is to be seen."""

    family: str
    """``terraform``, ``kubernetes``, ``compose``, ``container``, ``code``, ``dependencies``, ``api``, …"""
    address: str
    """Address of the resource, or path of the folder."""
    location: Location
    joined_by: str = ""
    """What shows that it is the same thing as the first; empty for the first."""
    confidence: Confidence = Confidence.HIGH
    """High where the artefacts name each other, medium where a unique name is the same in both."""


class Setting(Frozen):
    """A variable of the environment, or a key of the configuration: its name, never its value."""

    name: str
    location: Location


class Component(Frozen):
    """A part of the system that runs, stores or serves."""

    id: str
    title: str
    layer: LayerId
    layer_reason: str
    """Why it is taken to be in this layer."""
    layer_confidence: Confidence = Confidence.MEDIUM
    """High where it is declared or cannot be otherwise, low where only a name says so."""
    kind: ComponentKind
    exposure: Exposure = Exposure.UNKNOWN
    technology: str = ""
    """Terraform type, container image, language: what it is made with."""
    engine: str = ""
    """What a store speaks: ``postgresql``, ``dynamodb``, ``redis``, ``object``, ``file``, …; empty where not known."""
    traits: tuple[str, ...] = ()
    """What rules may ask for besides, sorted: see :data:`TRAITS`."""
    group: str = ""
    """What it belongs to for a reader: module path, namespace or folder."""
    labels: Mapping[str, str] = Field(default_factory=dict)
    """Labels and tags that are known."""
    labels_known: bool = True
    """False where labels that are not known may say in which layer it is."""
    resources: tuple[str, ...] = ()
    """Addresses of the resources that make it."""
    sightings: tuple[Sighting, ...] = ()
    """All places at which it is seen, the one of ``location`` first."""
    reads_settings: tuple[Setting, ...] = ()
    """Which its own code reads, each with the first place."""
    given_settings: tuple[Setting, ...] = ()
    """Which whoever runs it is told to give it."""
    declared: bool = False
    """The supplier said in which layer it is, rather than archscan inferred it."""
    location: Location


TRAITS: Mapping[str, str] = {
    "administrative": "a tool of those who run the system, such as pgAdmin",
    "backend-for-frontend": "serves one user interface and is deployed with it",
    "cache": "keeps copies only",
    "clinical-port": "speaks HL7 v2 or DICOM",
    "companion": "runs beside a store: an exporter, a back-up, a proxy",
    "installed": "runs on the user's own computer or telephone",
    "legacy-protocol": "exists to translate an older protocol",
    "logs": "keeps logs",
    "production": "named or tagged as production",
    "non-production": "named or tagged as development or test",
    "session-store": "keeps sessions of users",
    "several-programs": "one folder from which screens and what speaks to stores are built apart",
    "state": "keeps the state of Terraform",
    "static-site": "keeps files that browsers load",
    "test-double": "stands for another system in tests",
    "third-party": "made by others and run as it comes",
}
"""Traits by word, with what each means."""


class RelationKind(StrEnum):
    """What one component does to another."""

    EXPOSES = "exposes"
    """Makes reachable from the internet or from outside the cluster."""
    CALLS = "calls"
    """Is told to reach: its configuration or its code names the other."""
    READS = "reads"
    """May read, or is given the content of."""
    WRITES = "writes"
    """May write."""
    HOLDS_CREDENTIAL_OF = "holds-credential-of"
    """Has what opens the other: a password, a key, a connection string."""
    RUNS_ON = "runs-on"
    """Is run by."""
    RUNS_AS = "runs-as"
    """Acts as an identity."""
    ROUTES_TO = "routes-to"
    """Passes requests on to."""
    BUILT_FROM = "built-from"
    """Is made of the other's code."""
    TRUSTS = "trusts"
    """Accepts the other's word: a role that may be assumed, an issuer of tokens."""
    CAN_REACH = "can-reach"
    """The network lets it through, whether or not it is told to."""
    IMPORTS = "imports"
    """Its code uses the other's code, or the driver by which the other is spoken to."""
    DESCRIBES = "describes"
    """Is the published description of the other."""
    REFERS_TO = "refers-to"
    """Its declaration names the other; nothing more is known."""


class Proof(Frozen):
    """A place that shows a relation, and what it shows."""

    location: Location
    fact: str
    """What stands there, in words; never a secret."""


class Relation(Frozen):
    """One component's tie to another, with its proof."""

    source: str
    target: str
    kind: RelationKind
    location: Location
    """Where it is shown first."""
    derived_from: str
    """The fact that shows it, in words."""
    confidence: Confidence = Confidence.HIGH
    proof: tuple[Proof, ...] = ()
    """Further places, in the order of the argument: through which variable, output, module call or binding it goes."""
    via: str = ""
    """Component through which it goes, such as a secret of which one key is read; then the first proof is where the
    source reads that one, and the second is what stands there."""
    detail: str = ""
    """Name of the database, queue or bucket inside the target that it is about; empty where it is not known."""
    ports: str = ""
    """Ports that it is about, such as ``5432`` or ``0-65535``; empty where it is about none."""
    breaks: str = ""
    """What would break it, as an instruction to whoever owns the place."""


class LooseEnd(Frozen):
    """A relation that was begun and leads nowhere that can be seen: never an edge, always a reason."""

    source: str
    kind: RelationKind
    wanted: str
    """What it leads to, as it is written: ``Secret shop/db-credentials``."""
    reason: str
    """Why the other end is not known."""
    location: Location


class Contradiction(Frozen):
    """A declaration of the supplier that what was read speaks against."""

    component: str
    declared: str
    evidence: str
    """What speaks against it."""
    location: Location
    """Where it is declared."""
    evidence_location: Location | None = None


class ArchitectureModel(Frozen):
    """Components and relations of one system."""

    components: tuple[Component, ...] = ()
    relations: tuple[Relation, ...] = ()
    loose_ends: tuple[LooseEnd, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What a reader of the result must know of the model: declarations that match nothing, contradictions."""
