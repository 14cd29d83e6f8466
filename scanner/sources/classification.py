"""Decides from its path how a file is read."""

from __future__ import annotations

from scanner import lazy_re
from scanner.domain.artifact import ArtifactKind

LANGUAGES = {
    ".py": "python",
    ".js": "javascript",
    ".mjs": "javascript",
    ".cjs": "javascript",
    ".jsx": "javascript",
    ".ts": "typescript",
    ".mts": "typescript",
    ".cts": "typescript",
    ".tsx": "typescript",
    ".java": "java",
    ".kt": "kotlin",
    ".kts": "kotlin",
    ".cs": "csharp",
    ".go": "go",
    ".rb": "ruby",
    ".php": "php",
}

MARKUP = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".cshtml": "razor",
    ".razor": "razor",
    ".vue": "vue",
    ".svelte": "svelte",
    ".jsp": "jsp",
    ".jspx": "jsp",
    ".aspx": "aspx",
    ".ascx": "aspx",
    ".erb": "erb",
    ".njk": "nunjucks",
    ".j2": "jinja",
    ".jinja": "jinja",
    ".jinja2": "jinja",
    ".hbs": "handlebars",
    ".ejs": "ejs",
    ".twig": "twig",
    ".blade": "blade",
}

_DOCUMENTS = {".md", ".markdown", ".rst", ".txt", ".adoc", ".docx", ".odt", ".pdf", ".xlsx", ".ods", ".puml"}
_DRAWINGS = (".drawio", ".dio", ".drawio.xml", ".drawio.svg", ".drawio.png")
_MANIFEST_NAMES = {
    "pyproject.toml", "setup.cfg", "setup.py", "pipfile", "pipfile.lock", "poetry.lock", "uv.lock",
    "package.json", "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml",
    ".nvmrc", ".node-version", ".python-version", ".ruby-version", ".tool-versions", ".java-version",
    "pom.xml", "build.gradle", "build.gradle.kts", "gradle.lockfile", "settings.gradle",
    "packages.config", "directory.build.props", "directory.packages.props", "global.json",
    "packages.lock.json", "go.mod", "go.sum", "gemfile", "gemfile.lock", "composer.json", "composer.lock",
}  # fmt: skip
_MANIFEST_SUFFIXES = {".csproj", ".vbproj", ".fsproj", ".gemspec"}
_REQUIREMENTS = lazy_re.compile(r"^(requirements|constraints)([-_.].*)?\.(txt|in)$")
_REQUIREMENTS_FOLDER = lazy_re.compile(r"(^|/)requirements/[^/]+\.(txt|in)$")
_CONTAINER = lazy_re.compile(r"^(dockerfile|containerfile)([-_.].*)?$|^.+\.(dockerfile|containerfile)$")

_NO_CONTAINERS = {".md", ".yml", ".yaml", ".sh", ".py", ".js", ".ts"}


def kind_of(path: str) -> tuple[ArtifactKind, str | None]:
    """How a file is read, and its language if it is source or markup.

    Args:
        path: Relative path with ``/``.
    """
    name = path.rpartition("/")[2].lower()
    stem, dot, ending = name.rpartition(".")
    suffix = dot + ending if stem and ending else ""
    if name.endswith((".tf", ".tofu", ".tf.json", ".tofu.json")):
        return ArtifactKind.TERRAFORM, None
    if name.endswith((".tfvars", ".tfvars.json")):
        return ArtifactKind.TERRAFORM_VARIABLES, None
    if "erfile" in name and _CONTAINER.match(name) and suffix not in _NO_CONTAINERS:
        return ArtifactKind.CONTAINER, None
    if name in _MANIFEST_NAMES or suffix in _MANIFEST_SUFFIXES or _is_requirements(path, name):
        return ArtifactKind.MANIFEST, None
    if suffix in LANGUAGES:
        return ArtifactKind.SOURCE, LANGUAGES[suffix]
    if suffix in MARKUP:
        return ArtifactKind.MARKUP, MARKUP[suffix]
    if suffix in {".yaml", ".yml"} or name.endswith((".yaml.tpl", ".yml.tpl")):
        return ArtifactKind.YAML, None
    if suffix == ".json":
        return ArtifactKind.JSON, None
    if suffix in _DOCUMENTS or name.endswith(_DRAWINGS):
        return ArtifactKind.DOCUMENT, None
    return ArtifactKind.OTHER, None


def _is_requirements(path: str, name: str) -> bool:
    if not name.endswith((".txt", ".in")):
        return False
    return bool(_REQUIREMENTS.match(name) or _REQUIREMENTS_FOLDER.search(path.lower()))
