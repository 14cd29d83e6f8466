"""What the files of a project speak for: pages, answers to requests, a place where a program begins."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from scanner import lazy_re
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource
from scanner.modelling.components.frameworks import (
    DOUBLES,
    FILLS_IN,
    FULL_STACK,
    HTTP,
    RENDERS,
    SERVES,
    USER_INTERFACE,
    first_of,
    known_as,
    words_of,
)
from scanner.modelling.projects import Project, is_page

_PAGES = frozenset(
    {"razor", "jsp", "aspx", "erb", "vue", "svelte", "blade", "twig", "nunjucks", "ejs", "handlebars", "jinja"}
)
_SHOWS = lazy_re.compile(r"\.[tj]sx$|/views/.*\.php$")
_MAIL = lazy_re.compile(r"e?mail|notif|letter|report|coverage|wwwroot/lib", re.IGNORECASE)
_TEMPLATES = lazy_re.compile(r"(^|/)(templates|views|pages|wwwroot|public)/|(^|/)index\.html$", re.IGNORECASE)
_ENTRY = lazy_re.compile(
    r"(^|/)(program\.cs|(__)?main(__)?\.(py|go|ts|js|kt)|(app|wsgi|asgi|manage|server|handler|lambda_function"
    r"|function_app)\.py|(server|app|index|handler)\.([cm]?[jt]s))$|application\.(java|kt)$|(^|/)config\.ru$|(^|/)artisan$",
    re.IGNORECASE,
)
_SPOKEN = {
    "npm": ("javascript", "typescript"), "pypi": ("python",), "maven": ("java", "kotlin"), "gradle": ("java", "kotlin"),
    "nuget": ("csharp",), "go": ("go",), "rubygems": ("ruby",), "composer": ("php",),
}  # fmt: skip
_ASIDE = lazy_re.compile(r"(^|/)(scripts?|tools|\.github|docs|migrations)/")
_BUILT_ELSEWHERE = frozenset({"play.mvc", "play.api.mvc"})
"""Frameworks of servers that are mostly built by sbt, whose file names no package that could be seen here."""
_FARTHEST = 9
"""Folders below a manifest: those of a Java package are many."""
_HANDLERS = ("inject_lambda_context", "capture_lambda_handler", "event_source", "lambda_handler_decorator")


@dataclass(slots=True)
class Evidence:
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
    handler: str
    traits: frozenset[str]


def gathered(project: Project, system: str, handler: str) -> Evidence:
    """What speaks for what.

    Args:
        project: A folder with a manifest.
        system: Name of the repository.
        handler: A file of it that a cloud function is told to start, if there is one.
    """
    words = words_of(project.folder)
    traits = {"test-double"} if words & DOUBLES else set()
    if "bff" in words or {"backend", "frontend"} <= words:
        traits.add("backend-for-frontend")
    entry = next((file.location.path for file in project.code if _is_entry(file, project)), "")
    output = project.properties.get("OutputType", "").lower()
    if output == "library":
        entry = ""
    if not entry and output in {"exe", "winexe"}:
        entry = f"OutputType {output}"
    controllers = project.decorators.get("ApiController", 0) + project.decorators.get("RestController", 0)
    interface = first_of(USER_INTERFACE, project.parts) or (first_of(USER_INTERFACE, project.tools) if entry else None)
    fills_in = interface is not None and first_of(FILLS_IN, {interface[0]: interface[1]}) is not None
    letters = fills_in and bool(project.code) and "Controller" not in project.decorators
    return Evidence(
        project=project,
        words=words,
        system=words_of(system),
        technology=_technology(project),
        interface=None if letters else interface,
        http=_serves(project, entry),
        pages=_pages(project, letters=letters),
        controllers=controllers,
        entry=entry,
        handler=handler or next((name for name in _HANDLERS if name in project.decorators), ""),
        traits=frozenset(traits),
    )


def _is_entry(file: Resource, project: Project) -> bool:
    """Whether a program begins with a file: by its name, in a language that the project's manifests are of."""
    spoken = {language for manifest in project.manifests for language in _SPOKEN.get(manifest.type, ())}
    inside = file.location.path.removeprefix(project.folder + "/")
    near = inside.count("/") <= _FARTHEST and not _ASIDE.search(inside)
    return near and file.type in spoken and bool(_ENTRY.search(inside))


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
    own = known_as(FULL_STACK, project.parts)
    if own:
        return own
    if any(file.name == "function.json" for file in project.code):
        return "Azure Functions"
    serving = next((name for name in project.calls if name in SERVES or name.rpartition(".")[2] == "runApp"), "")
    http = known_as(HTTP, {name: place for name, place in project.parts.items() if not name.endswith("client")})
    if http and (entry or serving or not project.code or (http in RENDERS and http != "django")):
        return http
    if project.decorators.get("WebMethod") or project.bases.get("HttpApplication"):
        return "ASP.NET"
    for word in ("RestController", "SpringBootApplication", "ApiController"):
        if http and project.decorators.get(word):
            return http
    if project.bases.get("Controller") and first_of(_BUILT_ELSEWHERE, project.imports):
        return "the Play framework"
    if project.decorators.get("RestController"):
        return "RestController"  # Spring comes by a module of the product
    return serving


def _pages(project: Project, *, letters: bool) -> int:
    """How many files show something in a browser; where templates are letters and messages, those do not."""
    number = sum(bool(_SHOWS.search(file.location.path)) for file in project.code)
    for page in project.pages:
        language, path = page.attributes.get("language"), page.location.path
        if not _MAIL.search(path) and (
            language in _PAGES or (language == "html" and not letters and _TEMPLATES.search(path))
        ):
            number += is_page(page)
    return number
