"""Decides how a file is read and what it is to the product: from its path, and from what the code of tests takes in.

Wrong in one direction hides a danger, wrong in the other accuses a test fixture. So only whole folder names and
settled file-name forms count: ``blood-test-service`` is a product, ``tests`` is not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scanner.domain.artifact import ArtifactKind, Role

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
_REQUIREMENTS = re.compile(r"^(requirements|constraints)([-_.].*)?\.(txt|in)$")
_REQUIREMENTS_FOLDER = re.compile(r"(^|/)requirements/[^/]+\.(txt|in)$")
_CONTAINER = re.compile(r"^(dockerfile|containerfile)([-_.].*)?$|^.+\.(dockerfile|containerfile)$")

_NO_CONTAINERS = {".md", ".yml", ".yaml", ".sh", ".py", ".js", ".ts"}

_VENDORED = {
    "node_modules", "bower_components", "vendor", "third_party", "third-party", "thirdparty", "external_libs",
    "site-packages", "dist-packages", ".venv", "venv", "virtualenv", ".terraform", "jspm_packages",
    # Libraries that are copied into a product under their own names.
    "adodb", "ckeditor", "dompdf", "fckeditor", "fpdf", "htmlpurifier", "jpgraph", "mpdf", "nusoap", "phpexcel",
    "phpgacl", "phpmailer", "phpseclib", "tcpdf", "tinymce",
}  # fmt: skip
# CodeIgniter, WordPress and Yii come as folders beside the product's own.
_FRAMEWORKS = {
    "system": "core/CodeIgniter.php",
    "wp-includes": "wp-db.php",
    "wp-admin": "admin-ajax.php",
    "framework": "yiilite.php",
}
# Below what a web server hands out: libraries and plug-ins of others, and editors that are copied whole. What is built
# from sources below it (wwwroot/app/src) is the product's own, whatever its folders are called.
_VENDORED_PATH = re.compile(
    r"(^|/)(wwwroot|static|public|assets)/(lib|libs|vendor|vendors)/"
    r"|(^|/)(wwwroot|static|public|assets)/((?!src/|app/)[^/]+/){0,2}(plugins|external)/"
    r"|(^|/)(wwwroot|static|public|assets|themes)/([^/]+/){0,4}(ckeditor|tinymce)\d?/"
)
_GENERATED_FOLDERS = {
    "__generated__",
    "generated",
    "generated-sources",
    ".next",
    ".nuxt",
    "__pycache__",
    "obj",
}
_GENERATED_PATH = re.compile(r"(^|/)(actions/[^/]+/dist|(build|target|out)/(test-)?classes)(/|$)")
"""What GitHub runs of an action in JavaScript, all that it needs in one file; what Java's compilers write."""
_GENERATED = re.compile(
    r"\.(designer|g|g\.i|generated)\.(cs|vb|ts)$|_pb2(_grpc)?\.py$|\.pb\.go$|_generated\.go$|[.-]min\.(js|css)$"
    r"|\.bundle\.js$|\.generated\.",
    re.IGNORECASE,
)
_TEST_FOLDERS = {
    "test", "tests", "__tests__", "spec", "specs", "testing", "unittests", "unittest", "integrationtests",
    "integration-tests", "integration_tests", "unit-tests", "unit_tests", "e2e", "e2e-tests", "e2etests", "endtoend",
    "end-to-end", "end_to_end", "end-to-end-tests", "end_to_end_tests", "endtoendtests", "cypress",
    "playwright", "postman", "wiremock", "testdata", "test-data", "test_data", "fixtures", "__fixtures__",
    "__mocks__", "mocks", "mock", "stubs", "stub", "fakes", "test-fixtures", "test_fixtures",
    "androidtest", "inttest", "integrationtest", "functionaltest", "acceptancetest", "componenttest", "contracttest",
    "functional-tests", "acceptance-tests", "smoke-tests", "loadtests", "load-tests", "test-tools", "test_tools",
}  # fmt: skip
_TEST_FOLDER_FORMS = re.compile(
    # Projects of .NET (Clinic.Records.Test, Clinic.Tests.Integration).
    r"\.((?i:unit|integration|functional|acceptance|component|system|e2e)?[Tt]ests?$|Tests\.)"
    r"|[a-z](Unit|Integration|Functional)?Tests$|^(mock|stub|fake)[-_.]|[-_.](mock|mocks|stub|stubs|fake)$"
    r"|^(load|perf|performance|smoke|regression|acceptance|functional|integration|e2e|contract)[-_]tests?$"
    r"|^(end-to-end|endtoend|end_to_end)[-_]tests?$"
    # Not every folder that begins with the word: test-results and test_requests are what laboratories send.
    r"|^tests?[-_](ui|app|harness|client|utils?|support|helpers?|scripts?|automation|suite|framework|infra)$"
)
_TEST_FILES = re.compile(
    r"^test_.+\.py$|_test\.(py|go|rb|exs)$|_spec\.rb$|\.(test|spec|cy|stories)\.[cm]?[jt]sx?$"
    r"|\.(unit|integration|int|contract|component|functional|acceptance|e2e)[-_]?([Tt]est|[Ss]pec)\.[cm]?[jt]sx?$"
    r"|[a-z](Test|Tests|IT|Spec)\.(java|kt|cs|php)$|^conftest\.py$|\.(postman_collection|feature)(\.json)?$"
)
# What a product once was is kept to be read, where the folder is set apart by its first letter: archived letters may be
# a feature, and a folder that is only called archive what the product writes to.
_EXAMPLES = {"example", "examples", "sample", "samples", "demo", "demos", "_archive", "_archived", "_attic"}
_ARCHIVED = re.compile(r"archived[-_].+")
"""A folder at the top in which lies what is no longer made; deeper ones may be a feature of the product."""
_EXAMPLE_FILES = re.compile(r"\.(sample|example|dist|template)$|\.(sample|example)\.[^.]+$", re.IGNORECASE)
_DOCS = {"docs", "doc", "documentation"}
_DEVELOPMENT = {
    ".devcontainer", ".vscode", ".idea", "local-dev", "localdev", "local-development", "dev-env", "local-env",
    "local-environment", "local_environment", "localstack", ".semgrep",
}  # fmt: skip
_DEVELOPMENT_FILES = re.compile(r"^\.?semgrep([-_.][\w.-]+)?\.ya?ml$|\.semgrep\.ya?ml$", re.IGNORECASE)
"""Rules of a checker quote what they forbid."""
_DEVELOPMENT_IMAGES = re.compile(
    r"^(dev|development|local|debug)\.(dockerfile|containerfile)$|^(dockerfile|containerfile)[-_.](dev|development|local|debug)$",
    re.IGNORECASE,
)
_TEST_IMAGES = re.compile(
    r"^((unit|integration|component|functional|acceptance|system|load|smoke)[-_.])?(tests?|e2e)\.(dockerfile|containerfile)$"
    r"|^(dockerfile|containerfile)[-_.]((unit|integration|component|functional|acceptance|system|load|smoke)[-_.])?(tests?|e2e)$",
    re.IGNORECASE,
)


_TAKEN_BY_TESTS = {
    "go": re.compile(
        rb'(?m)^(?:import[ \t]+|[ \t]+)(?:[\w.]+[ \t]+)?"(?:testing|github\.com/stretchr/testify/\w+)"\s*$'
    ),
    "python": re.compile(rb"(?m)^(?:import[ \t]+pytest\b|from[ \t]+pytest[ \t]+import\b)"),
    "csharp": re.compile(
        rb"(?m)^(?:global )?using (?:static )?"
        rb"(?:Xunit|NUnit\.Framework|Microsoft\.VisualStudio\.TestTools\.UnitTesting)[.;]"
    ),
    "javascript": re.compile(rb"(?m)^import\b[^;\n]*\bfrom[ \t]+[\"'](?:vitest|@jest/globals)[\"']"),
}
_TAKEN_BY_TESTS["typescript"] = _TAKEN_BY_TESTS["javascript"]
"""What only tests and their helpers take in: a helper that several packages use has no name of a test."""


def may_help_tests(language: str | None) -> bool:
    """Whether the beginning of a file in this language can show that it is there for tests."""
    return language in _TAKEN_BY_TESTS


def helps_tests(language: str | None, beginning: bytes) -> bool:
    """Whether a source file takes in what only tests use.

    Args:
        language: As :func:`kind_of` gives it.
        beginning: Of the file, with what it takes in.
    """
    pattern = _TAKEN_BY_TESTS.get(language or "")
    return pattern is not None and pattern.search(beginning) is not None


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


def role_of(path: str) -> Role:
    """What a file is to the product.

    Args:
        path: Relative path with ``/``.
    """
    folder, _, name = path.rpartition("/")
    known = _folder_role(folder)
    if known is Role.VENDORED:
        return known
    if known is Role.GENERATED or _GENERATED.search(name):
        return Role.GENERATED
    if known is Role.TEST or _TEST_FILES.search(name) or _TEST_IMAGES.match(name):
        return Role.TEST
    if known is Role.EXAMPLE or _EXAMPLE_FILES.search(name):
        return Role.EXAMPLE
    if known is Role.DEVELOPMENT or _DEVELOPMENT_IMAGES.match(name) or _DEVELOPMENT_FILES.search(name):
        return Role.DEVELOPMENT
    return known


@lru_cache(maxsize=1024)  # the walk goes folder by folder
def _folder_role(folder: str) -> Role:
    """What the files of a folder are, where their own names do not say otherwise: the strongest that a folder says."""
    # Below src/main stand package names: uk.example.test is a product, whatever its words.
    parts = tuple(part for part in folder.split("/") if part)
    main = next((i for i in range(len(parts) - 1) if parts[i : i + 2] == ("src", "main")), len(parts))
    folders = [part.lower() for part in parts[:main]]
    if _VENDORED.intersection(folders) or _VENDORED_PATH.search(f"{folder}/".lower()):
        return Role.VENDORED
    if _GENERATED_FOLDERS.intersection(folders) or _GENERATED_PATH.search("/".join(folders)):
        return Role.GENERATED
    if _TEST_FOLDERS.intersection(folders) or any(_TEST_FOLDER_FORMS.search(part) for part in parts[:main]):
        return Role.TEST
    if _EXAMPLES.intersection(folders) or (folders and _ARCHIVED.fullmatch(folders[0])):
        return Role.EXAMPLE
    if _DEVELOPMENT.intersection(folders):
        return Role.DEVELOPMENT
    return Role.DOCUMENTATION if _DOCS.intersection(folders) else Role.PRODUCT


def is_vendored_folder(name: str) -> bool:
    """Whether a folder of this name holds other people's work, so that its files are counted and not read."""
    return name.lower() in _VENDORED


def framework_marker(name: str) -> str | None:
    """The file by which a folder of this name is a framework that was copied whole into a product, as PHP's used to be.

    Args:
        name: The folder's own name, which alone says too little: a product may have a folder ``system`` too.
    """
    return _FRAMEWORKS.get(name.lower())
