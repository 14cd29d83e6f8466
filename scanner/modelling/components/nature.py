"""What a project is: a user interface, a service, an adaptor, a job or a library, by the evidence of its files."""

from __future__ import annotations

from dataclasses import dataclass

from scanner import lazy_re
from scanner.domain.architecture import ComponentKind, Confidence, LayerId
from scanner.domain.artifact import Location
from scanner.modelling.components.evidence import Evidence, gathered
from scanner.modelling.components.frameworks import (
    DESKTOP,
    MESSAGING,
    MOBILE,
    OLD_PROTOCOL,
    RENDERS,
    SIGN_IN,
    first_of,
)
from scanner.modelling.drafts import LayerGuess
from scanner.modelling.projects import Project

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
_TESTS = lazy_re.compile(r"(^|[./_-])(Unit)?Tests(Core|Common|Shared)?$|(^|/)UnitTests[A-Z]\w*$")
_CONSOLES = frozenset({"aspnetcore.healthchecks.ui", "spring-boot-admin-starter-server", "flower", "bull-board"})
_WINDOWS = frozenset({"Form", "UserControl", "Window", "JFrame", "FormODBase", "QMainWindow", "QWidget", "Page"})
_FEW = 3
_TOOLKITS = ("java.awt.", "javax.swing.")
_DRAWN = frozenset({"JFrame", "Frame", "JDialog", "Dialog", "JPanel", "Panel", "JInternalFrame", "JApplet", "Applet"})
"""What a program that shows something extends; servers use the same packages for colours, pictures and fonts."""


@dataclass(frozen=True, slots=True)
class Nature:
    """What a project is."""

    kind: ComponentKind
    layer: LayerGuess
    technology: str
    traits: frozenset[str] = frozenset()


def nature_of(project: Project, system: str = "", *, handler: str = "") -> Nature | None:
    """What a project is; None where it is no part of the product: a test project, or tools only.

    Args:
        project: A folder with a manifest.
        system: Name of the repository.
        handler: A file of it that a cloud function is told to start, if there is one.
    """
    if any(name in project.parts for name in _TESTING) or project.properties.get("IsTestProject", "").lower() == "true":
        return None
    if _TESTS.search(project.folder):
        return None
    if not project.code and not project.pages and not project.parts and "Sdk" not in project.properties:
        return None
    evidence = gathered(project, system, handler)
    return (
        _on_own_computer(evidence)
        or _signing_in(evidence)
        or _adaptor(evidence)
        or _interface(evidence)
        or _service(evidence)
        or _function(evidence)
        or _job(evidence)
        or _library(evidence)
    )


def _presentation(reason: str, confidence: Confidence = Confidence.MEDIUM) -> LayerGuess:
    return LayerGuess(LayerId.PRESENTATION, reason, confidence)


def _on_own_computer(seen: Evidence) -> Nature | None:
    project, properties = seen.project, seen.project.properties
    program = properties.get("OutputType", "").lower() in {"winexe", "exe"}
    if program and project.bases.get("ServiceBase"):
        return None
    framework = first_of(MOBILE, project.parts, project.tools)
    place = "the user's telephone" if framework else "the user's own computer"
    framework = framework or first_of(DESKTOP, project.parts, project.tools) or first_of(DESKTOP, _shown(project))
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
            seen.traits | {"installed"},
        )
    else:
        return None
    guess = _presentation(reason, Confidence.HIGH)
    return Nature(ComponentKind.INTERFACE, guess, seen.technology, seen.traits | {"installed"})


def _shown(project: Project) -> dict[str, Location]:
    """Imports, without those of Java's own toolkits where nothing is drawn with them."""
    draws = any(base in project.bases for base in _DRAWN)
    return {name: place for name, place in project.imports.items() if draws or not name.startswith(_TOOLKITS)}


def _signing_in(seen: Evidence) -> Nature | None:
    maker = first_of(SIGN_IN, seen.project.parts)
    if maker is None or not seen.http:
        return None
    reason = f"it is an identity provider made with {maker[0]}; its pages are for signing in"
    return Nature(ComponentKind.SOURCE, LayerGuess(LayerId.SERVICE, reason), seen.technology, seen.traits)


def _adaptor(seen: Evidence) -> Nature | None:
    """Brokers and adaptors: by an older protocol that they speak, or by name and messages together."""
    if not seen.http and not seen.entry:
        return None
    protocol = first_of(OLD_PROTOCOL, seen.project.parts)
    messaging = first_of(MESSAGING, seen.project.parts)
    words = (seen.words | seen.system) & _ADAPTORS
    if (protocol is None and not words) or seen.pages > len(seen.project.code) // 4:
        return None
    traits = {"legacy-protocol"} if protocol or words - {"mesh"} else set()
    if protocol is not None:
        guess = LayerGuess(LayerId.INTEGRATION, f"it speaks an older protocol by {protocol[0]}")
    elif messaging is not None:
        reason = f"it is called {min(words)} and passes messages on by {messaging[0]}"
        guess = LayerGuess(LayerId.INTEGRATION, reason)
    elif words & seen.words:
        guess = LayerGuess(LayerId.INTEGRATION, f"its folder is called {min(words)}", Confidence.LOW)
    else:
        return None
    return Nature(ComponentKind.SOURCE, guess, seen.technology, seen.traits | traits)


def _interface(seen: Evidence) -> Nature | None:
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
        if seen.pages < _FEW and seen.project.code:
            return None  # code that brings a page along
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


def _service(seen: Evidence) -> Nature | None:
    if not seen.http:
        return None
    kind = ComponentKind.JOB if seen.words & _JOBS and not seen.controllers else ComponentKind.SOURCE
    guess = LayerGuess(LayerId.SERVICE, f"it answers requests by {seen.http}")
    if kind is ComponentKind.JOB:
        guess = LayerGuess(LayerId.SERVICE, f"it works in the background, with {seen.http} beside")
    return Nature(kind, guess, seen.technology, seen.traits)


def _function(seen: Evidence) -> Nature | None:
    if not seen.handler:
        return None
    reason = f"it is a cloud function ({seen.handler.rpartition('/')[2]})"
    return Nature(ComponentKind.SOURCE, LayerGuess(LayerId.SERVICE, reason), seen.technology, seen.traits)


def _job(seen: Evidence) -> Nature | None:
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


def _library(seen: Evidence) -> Nature:
    reason = "others use it: it is in the layers of those"
    guess = LayerGuess(LayerId.UNASSIGNED, reason, Confidence.LOW)
    return Nature(ComponentKind.LIBRARY, guess, seen.technology, seen.traits)
