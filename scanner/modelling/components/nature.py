"""What a project is: a user interface, a service, an adaptor, a job or a library, by the evidence of its files."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from scanner.domain.architecture import ComponentKind, Confidence, LayerId
from scanner.domain.artifact import Location
from scanner.modelling.components.frameworks import (
    DESKTOP,
    HTTP,
    MESSAGING,
    MOBILE,
    OLD_PROTOCOL,
    RENDERS,
    SERVES,
    SIGN_IN,
    USER_INTERFACE,
    first_of,
    known_as,
    words_of,
)
from scanner.modelling.drafts import LayerGuess
from scanner.modelling.projects import Project

_PAGES = frozenset(
    {"razor", "jsp", "aspx", "erb", "vue", "svelte", "blade", "twig", "nunjucks", "ejs", "handlebars", "jinja"}
)
_TEMPLATES = re.compile(r"(^|/)(templates|views|pages|wwwroot|public)/|(^|/)index\.html$", re.IGNORECASE)
_MAIL = re.compile(r"e?mail|notif|letter|report|coverage|wwwroot/lib", re.IGNORECASE)
_ENTRY = re.compile(
    r"(^|/)(program\.cs|(__)?main(__)?\.(py|go|ts|js|kt)|(app|wsgi|asgi|manage|server|handler|lambda_function"
    r"|function_app)\.py|(server|app|index|handler)\.([cm]?[jt]s))$|application\.(java|kt)$|(^|/)config\.ru$|(^|/)artisan$",
    re.IGNORECASE,
)
_DOUBLES = frozenset({"mock", "mocks", "stub", "stubs", "wiremock", "fake", "simulator", "mockserver", "localstack"})
_ADAPTORS = frozenset({"adaptor", "adapter", "adaptors", "adapters", "hl7", "mllp", "mesh", "tie", "broker", "dicom"})
_JOBS = frozenset(
    {
        "job",
        "jobs",
        "cron",
        "worker",
        "migration",
        "migrations",
        "migrator",
        "scheduler",
        "batch",
        "tasks",
        "console",
        "seeder",
    }
)
_TESTING = ("microsoft.net.test.sdk", "xunit", "nunit", "mstest.testframework")
_CONSOLES = frozenset({"aspnetcore.healthchecks.ui", "spring-boot-admin-starter-server", "flower", "bull-board"})
_WINDOWS = frozenset({"Form", "UserControl", "Window", "JFrame", "FormODBase", "QMainWindow", "QWidget", "Page"})


@dataclass(frozen=True, slots=True)
class Nature:
    """What a project is."""

    kind: ComponentKind
    layer: LayerGuess
    technology: str
    traits: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Evidence:
    """What speaks for what."""

    project: Project
    words: frozenset[str]
    system: frozenset[str]
    technology: str
    interface: tuple[str, Location] | None
    http: str
    pages: int
    controllers: int
    entry: str
    traits: frozenset[str]


def nature_of(project: Project, system: str = "") -> Nature | None:
    """What a project is; None where it is no part of the product: a test project, or tools only.

    Args:
        project: A folder with a manifest.
        system: Name of the repository.
    """
    if any(name in project.parts for name in _TESTING) or project.properties.get("IsTestProject", "").lower() == "true":
        return None
    if not project.code and not project.pages and not project.parts and "Sdk" not in project.properties:
        return None
    evidence = _gathered(project, system)
    return (
        _on_own_computer(evidence)
        or _signing_in(evidence)
        or _adaptor(evidence)
        or _interface(evidence)
        or _service(evidence)
        or _job(evidence)
        or _library(evidence)
    )


def _gathered(project: Project, system: str) -> _Evidence:
    words = words_of(project.folder)
    traits = {"test-double"} if words & _DOUBLES else set()
    if "bff" in words or {"backend", "frontend"} <= words:
        traits.add("backend-for-frontend")
    entry = next((file.location.path for file in project.code if _is_entry(file.location.path, project.folder)), "")
    output = project.properties.get("OutputType", "").lower()
    if not entry and output in {"exe", "winexe"}:
        entry = f"OutputType {output}"
    controllers = project.decorators.get("ApiController", 0) + project.decorators.get("RestController", 0)
    interface = first_of(USER_INTERFACE, project.parts) or (first_of(USER_INTERFACE, project.tools) if entry else None)
    return _Evidence(
        project=project,
        words=words,
        system=words_of(system),
        technology=_technology(project),
        interface=interface,
        http=_serves(project, entry),
        pages=_pages(project),
        controllers=controllers,
        entry=entry,
        traits=frozenset(traits),
    )


def _is_entry(path: str, folder: str) -> bool:
    inside = path.removeprefix(folder + "/")
    return inside.count("/") <= 6 and bool(_ENTRY.search(inside))


def _technology(project: Project) -> str:
    languages = Counter(file.type for file in project.code)
    language = languages.most_common(1)[0][0] if languages else ""
    ecosystem = project.manifests[0].type if project.manifests else ""
    framework = known_as(USER_INTERFACE, project.parts) or known_as(HTTP, project.parts)
    return " ".join(part for part in (language or ecosystem, framework) if part)


def _serves(project: Project, entry: str) -> str:
    """What shows that it answers requests; empty where nothing does."""
    if project.properties.get("Sdk", "").endswith("Sdk.Web"):
        return "Microsoft.NET.Sdk.Web"
    serving = next((name for name in project.calls if name in SERVES or name.rpartition(".")[2] == "runApp"), "")
    http = first_of(HTTP, {name: place for name, place in project.parts.items() if not name.endswith("client")})
    if http and (entry or serving or not project.code):
        return http[0]
    for word in ("RestController", "SpringBootApplication", "ApiController"):
        if http and project.decorators.get(word):
            return http[0]
    return serving


def _pages(project: Project) -> int:
    """How many files show something in a browser."""
    number = sum(file.location.path.endswith((".tsx", ".jsx")) for file in project.code)
    for page in project.pages:
        language, path = page.attributes.get("language"), page.location.path
        if not _MAIL.search(path) and (language in _PAGES or (language == "html" and _TEMPLATES.search(path))):
            number += 1
    return number


def _presentation(reason: str, confidence: Confidence = Confidence.MEDIUM) -> LayerGuess:
    return LayerGuess(LayerId.PRESENTATION, reason, confidence)


def _on_own_computer(seen: _Evidence) -> Nature | None:
    project, properties = seen.project, seen.project.properties
    program = properties.get("OutputType", "").lower() in {"winexe", "exe"}
    if program and project.bases.get("ServiceBase"):
        return None
    framework = first_of(MOBILE, project.parts, project.tools)
    place = "the user's telephone" if framework else "the user's own computer"
    framework = framework or first_of(DESKTOP, project.parts, project.tools) or first_of(DESKTOP, project.imports)
    windows = sum(number for base, number in project.bases.items() if base in _WINDOWS)
    if program and any(properties.get(name, "").lower() == "true" for name in ("UseWPF", "UseWindowsForms")):
        reason = "it is a Windows desktop program by its project file"
    elif program and windows and first_of(frozenset({"system.windows.forms", "presentationframework"}), project.parts):
        reason = f"it is a Windows desktop program with {windows} window classes"
    elif framework and (program or windows or framework[0] in {*project.parts, *project.tools}):
        reason = f"it is a program for {place}: it uses {framework[0]}"
    elif windows > 2 and 5 * windows >= len(project.code):
        return Nature(
            ComponentKind.LIBRARY,
            _presentation(f"{windows} of its classes are windows or their parts"),
            seen.technology,
        )
    else:
        return None
    return Nature(ComponentKind.INTERFACE, _presentation(reason, Confidence.HIGH), seen.technology, seen.traits)


def _signing_in(seen: _Evidence) -> Nature | None:
    maker = first_of(SIGN_IN, seen.project.parts)
    if maker is None or not seen.http:
        return None
    reason = f"it is an identity provider made with {maker[0]}; its pages are for signing in"
    return Nature(ComponentKind.SOURCE, LayerGuess(LayerId.SERVICE, reason), seen.technology, seen.traits)


def _adaptor(seen: _Evidence) -> Nature | None:
    """Brokers and adaptors: by an older protocol that they speak, or by name and messages together."""
    if not seen.http and not seen.entry:
        return None
    protocol = first_of(OLD_PROTOCOL, seen.project.parts)
    messaging = first_of(MESSAGING, seen.project.parts)
    words = (seen.words | seen.system) & _ADAPTORS
    if (protocol is None and not words) or seen.pages > len(seen.project.code) // 4:
        return None
    if protocol is not None:
        guess = LayerGuess(LayerId.INTEGRATION, f"it speaks an older protocol by {protocol[0]}")
    elif messaging is not None:
        reason = f"it is called {min(words)} and passes messages on by {messaging[0]}"
        guess = LayerGuess(LayerId.INTEGRATION, reason)
    elif words & seen.words:
        guess = LayerGuess(LayerId.INTEGRATION, f"its folder is called {min(words)}", Confidence.LOW)
    else:
        return None
    return Nature(ComponentKind.SOURCE, guess, seen.technology, seen.traits | {"legacy-protocol"})


def _interface(seen: _Evidence) -> Nature | None:
    console = next((name for name in seen.project.parts if name in _CONSOLES), "")
    if console and seen.http:
        guess = _presentation(f"it shows the state of the system by {console}")
        return Nature(ComponentKind.INTERFACE, guess, seen.technology, seen.traits | {"administrative"})
    if seen.interface is None and not seen.pages:
        return None
    traits = seen.traits
    if seen.interface is None and seen.http and (seen.pages < 3 or seen.pages < seen.controllers):
        return None  # a service with a page or two
    framework = seen.interface[0] if seen.interface else ""
    shows = f"it uses {framework}" if framework else f"it holds {seen.pages} pages"
    if framework and seen.project.code and not seen.pages and not seen.entry:
        return None
    if not seen.http and not framework and not seen.entry:
        reason = f"a library of {seen.pages} pages or their parts"
        return Nature(ComponentKind.LIBRARY, _presentation(reason), seen.technology, traits)
    if not seen.http:
        return Nature(
            ComponentKind.INTERFACE, _presentation(f"{shows} and answers no requests"), seen.technology, traits
        )
    whole = first_of(RENDERS, seen.project.parts)
    if whole:
        reason = f"{shows} and is made with {whole[0]}: pages, logic and access to data are one program"
        return Nature(ComponentKind.INTERFACE, _presentation(reason, Confidence.LOW), seen.technology, traits)
    reason = f"{shows}, which its own server ({seen.http}) sends to browsers"
    return Nature(ComponentKind.INTERFACE, _presentation(reason), seen.technology, traits | {"backend-for-frontend"})


def _service(seen: _Evidence) -> Nature | None:
    if not seen.http:
        return None
    kind = ComponentKind.JOB if seen.words & _JOBS and not seen.controllers else ComponentKind.SOURCE
    guess = LayerGuess(LayerId.SERVICE, f"it answers requests by {seen.http}")
    if kind is ComponentKind.JOB:
        guess = LayerGuess(LayerId.SERVICE, f"it works in the background, with {seen.http} beside")
    return Nature(kind, guess, seen.technology, seen.traits)


def _job(seen: _Evidence) -> Nature | None:
    if not seen.entry:
        return None
    properties = seen.project.properties
    worker = properties.get("Sdk", "").endswith("Sdk.Worker") or seen.project.bases.get("BackgroundService")
    runs = seen.entry.startswith("OutputType") or not seen.entry.endswith(("index.ts", "index.js", "app.ts", "app.js"))
    if not (worker or runs or seen.words & _JOBS or seen.project.bases.get("ServiceBase")):
        return None
    kind = ComponentKind.SOURCE if seen.project.bases.get("ServiceBase") else ComponentKind.JOB
    reason = f"it runs on its own ({seen.entry.rpartition('/')[2]}) and has no user interface"
    return Nature(kind, LayerGuess(LayerId.SERVICE, reason, Confidence.LOW), seen.technology, seen.traits)


def _library(seen: _Evidence) -> Nature:
    reason = "others use it: it is in the layers of those"
    guess = LayerGuess(LayerId.UNASSIGNED, reason, Confidence.LOW)
    return Nature(ComponentKind.LIBRARY, guess, seen.technology, seen.traits)
