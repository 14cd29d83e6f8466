"""Decides from its path what a file is to the product.

Wrong in one direction hides a danger, wrong in the other accuses a test fixture. So only whole folder names and
settled file-name forms count: ``blood-test-service`` is a product, ``tests`` is not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scanner import lazy_re
from scanner.domain.artifact import ArtifactKind, Role
from scanner.sources.classification import kind_of

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
_VENDORED_PATH = lazy_re.compile(
    r"(^|/)(wwwroot|static|public|assets)/(lib|libs|vendor|vendors)/"
    r"|(^|/)(wwwroot|static|public|assets)/((?!src/|app/)[^/]+/){0,2}(plugins|external)/"
    r"|(^|/)(wwwroot|static|public|assets|themes)/([^/]+/){0,4}(ckeditor|tinymce)\d?/"
    r"|(^|/)protected/vendors/"  # Yii's place for them
)
# Copied libraries have their release in their names, or are those that everybody knows.
_VENDORED_FILES = lazy_re.compile(
    r"^(jquery|bootstrap|angular|knockout|underscore|lodash|moment|modernizr|handlebars|backbone|require|d3|chart|popper"
    r"|vue|react|react-dom|datatables|select2|toastr|html5shiv|respond|prototype|mootools|raphael|fullcalendar|leaflet)"
    r"([-.]v?\d+(\.\d+){1,3})([-.](min|slim|slim\.min|bundle|bundle\.min|custom|custom\.min|pkgd|full))?\.(js|css)$"
    r"|^jquery((\.|-)(ui|validate|validate\.unobtrusive|unobtrusive-ajax|migrate|form|cookie))?(\.slim)?\.js$"
    r"|[-.]vsdoc\.js$",  # what Visual Studio shows while somebody types
    re.IGNORECASE,
)
# Packages of .NET as they are restored: packages/Name.1.2.3, with two numbers where the folders below are a package's.
_RESTORED = lazy_re.compile(
    r"(^|/)packages/[a-z][\w.-]*\.\d+\.\d+(\.\d+){1,2}(-[\w.-]+)?/"
    r"|(^|/)packages/[a-z][\w.-]*\.\d+\.\d+/(content|tools|lib/(net|sl|wp|portable)[\w.+-]*)/",
    re.IGNORECASE,
)
_IN_SIGHT = lazy_re.compile(r"\.(dll|ocx|so|dylib)$|\.exe\.config$", re.IGNORECASE)
"""That libraries are committed is asked of a repository, and settings of a tool are written by who uses it: they count
wherever packages are restored to."""
_GENERATED_FOLDERS = {
    "__generated__",
    "generated",
    "generated-sources",
    ".next",
    ".nuxt",
    "__pycache__",
    "obj",
}
_GENERATED_PATH = lazy_re.compile(r"(^|/)(actions/[^/]+/dist|(build|target|out)/(test-)?classes)(/|$)")
"""What GitHub runs of an action in JavaScript, all that it needs in one file; what Java's compilers write."""
_GENERATED = lazy_re.compile(
    r"\.(designer|g|g\.i|generated)\.(cs|vb|ts)$|_pb2(_grpc)?\.py$|\.pb\.go$|_generated\.go$|[.-]min\.(js|css)$"
    r"|\.bundle\.js$|\.generated\.|[.-](?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{8,32}(\.chunk)?\.(js|css)$",
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
    "nonfunctionaltest", "testfixtures", "testutil", "testutils", "testhelper", "testhelpers", "testsupport",
    "testharness", "mockserver", "mockapi", "loadgenerator", "load-generator", "load_generator", "loadtest", "locust",
    "gatling", "jmeter", "k6",
}  # fmt: skip
_TEST_FOLDER_FORMS = lazy_re.compile(
    # Projects of .NET (Clinic.Records.Test, Clinic.Tests.Integration).
    r"\.((?i:unit|integration|functional|acceptance|component|system|e2e)?[Tt]ests?$|Tests\.)"
    r"|[a-z](Unit|Integration|Functional)?Tests$|\w(Selenium|Playwright)Test$|^(mock|stub|fake)[-_.]|[-_.](mock|mocks|stub|stubs|fake)$"
    r"|(^|[-_])mocks?[-_]|^[Mm]ocked[A-Z]|^(Unit|Integration)Tests?[A-Z]|[-_]wiremock$|^wiremock[-_]"
    r"|^(load|perf|performance|smoke|regression|acceptance|functional|integration|e2e|contract)[-_]tests?$"
    # With more words before it, the plural: web-ui-test is the place called test of web-ui.
    r"|(^|[-_])(k6|locust|load|perf|performance|smoke|regression|acceptance|functional|non[-_]?functional|integration|e2e|contract"
    r"|pact|bdd|ui|infra|infrastructure|deployment|automated|security|accessibility|a11y)[-_](tests|testing)$"
    r"|^(end-to-end|endtoend|end_to_end)[-_]tests?$"
    # Not every folder that begins with the word: test-results and test_requests are what laboratories send.
    r"|^tests?[-_](ui|app|harness|client|utils?|support|helpers?|scripts?|automation|suite|framework|infra)$"
)
_TEST_FILES = lazy_re.compile(
    r"^test_.+\.py$|_test\.(py|go|rb|exs)$|_spec\.rb$|\.(test|spec|cy|stories)\.[cm]?[jt]sx?$"
    r"|\.(unit|integration|int|contract|component|functional|acceptance|e2e)[-_]?([Tt]est|[Ss]pec)\.[cm]?[jt]sx?$"
    r"|[a-z](Test|Tests|IT|Spec)\.(java|kt|cs|php)$|^conftest\.py$|(^|[-_])test[-_]?db([-_]\w+)?\.sql$|\.(postman_collection|feature)(\.json)?$"
)
# What a product once was is kept to be read, where the folder is set apart by its first letter: archived letters may be
# a feature, and a folder that is only called archive what the product writes to.
_EXAMPLES = {"example", "examples", "sample", "samples", "demo", "demos", "_archive", "_archived", "_attic"}
_EXAMPLES_OF = lazy_re.compile(r"examples?[-_][\w-]+")  # no samples-of: laboratories track theirs
_SAMPLE_SETTINGS = lazy_re.compile(r"(example|sample)s?[-_](inventory|inventories|config|configs|settings|values)")
"""Settings that are there to be copied."""
_ARCHIVED = lazy_re.compile(r"archived[-_].+|deprecated|obsolete")
"""A folder at the top in which lies what is no longer made; deeper ones may be a feature of the product."""
_SET_APART = lazy_re.compile(r"[._]++[\w-]*(deprecated|archived?|backups?|obsolete|attic)")
_TRIED = lazy_re.compile(r"(poc|spike|proof[-_]of[-_]concept)s?([-_].+)?|(playground|(.+[-_])?tutorial|prototype)s?")
"""What was made to learn something, near the top: deeper down a tutorial may be a page of the product."""
_ENVIRONMENTS = {"environment", "environments", "env", "envs", "overlays", "clusters", "accounts", "tfvars", "vars"}
_SET_ASIDE = lazy_re.compile(
    r"^(sandbox|old)/|^([^/]+/)?(docker|dockerfiles|containers?|images?)/sandbox/"
    r"|^(packages|services|apps|lambdas)/(sandbox(-[\w-]+)?|[\w-]+-sandbox)/",
    re.IGNORECASE,
)
"""What was, and the stand-in of an API on which callers try what they wrote; an environment of that name is none."""
_CONTRACT = lazy_re.compile(r"(?<![^-_./])(?:openapi|swagger|asyncapi|oas|api)(?:([-_.]?v?\d)|\Z)", re.IGNORECASE)
"""A description of an API by its name, without the ending; all to the end belongs to the version."""
_CONTRACT_ENDING = lazy_re.compile(r"\.(?:ya?ml|json)$", re.IGNORECASE)
_NO_VERSION = lazy_re.compile(r".*[^\w.]", re.DOTALL)
_CODE = frozenset({ArtifactKind.SOURCE, ArtifactKind.CONTAINER, ArtifactKind.MANIFEST, ArtifactKind.MARKUP})
_EXAMPLE_FILES = lazy_re.compile(
    # nginx fills in `*.conf.template` when it starts: that is what serves.
    r"\.(sample|example|dist)$|(?<!\.conf)\.template$|\.(sample|example)\.[^.]+$"
    # A template of settings is copied and filled in; one of a page or of CloudFormation is the product's own.
    r"|^(appsettings|local\.settings|application|settings|config|secrets?)[.-]template\.(json|ya?ml|properties|py|xml|ini|toml)$"
    r"|^\.?env[-_.](example|sample|template|placeholders?)$"
    # The word may also stand before it.
    r"|^(example|sample)[-_.](settings|config|configuration|inventory|values|env|secrets?)\.[a-z]+$"
    r"|^(settings|config|configuration|inventory|values|secrets?)[-_](example|sample)\.[a-z]+$",
    re.IGNORECASE,
)
_TO_BE_NAMED = lazy_re.compile(r"\{\{.+\}\}|[A-Z]+_TEMPLATE_TO_REPLACE|__[A-Z_]+__|\[\[?[A-Z_]{4,}\]\]?|<[^<>]+>")
"""A folder whose name a generator of projects replaces."""
_DOCS = {"docs", "doc", "documentation"}
_DEVELOPMENT = {
    ".devcontainer", ".vscode", ".idea", "local-dev", "localdev", "local-development", "dev-env", "local-env",
    "local-environment", "local_environment", "localstack", ".semgrep",
    # What agents that write the code are told.
    ".agents", ".claude", ".codex", ".cursor", ".gemini", ".kiro", ".windsurf",
}  # fmt: skip
_DEVELOPMENT_FOLDER_FORMS = lazy_re.compile(
    r"^(docker|compose|dynamodb|aws)[-_]local$|[-_]aws[-_]local$"
    r"|^local[-_](stack|setup|resources|docker|compose|cluster|aws)$"
)
_DEVELOPMENT_PATH = lazy_re.compile(
    r"(^|/)(config|docker|compose|docker-compose|environments?|envs?|overlays)/local(host)?(/|$)"
    r"|(^|/)config/(packages|routes)/(dev|local|dev_[^/]+)(/|$)"  # Symfony reads a folder for each environment
)
# Rails and Django read one file of settings for each environment.
_SETTINGS_OF_DEVELOPERS = lazy_re.compile(
    r"(^|/)config/environments/development\.rb$|(^|/)settings/(local|localhost|dev|development)\.py$"
    r"|(^|/)(local_settings|settings_(local|dev|development))\.py$"
)
_SETTINGS_OF_TESTS = lazy_re.compile(
    r"(^|/)config/environments/(test|end_to_end|cucumber)\.rb$|(^|/)settings/(tests?|testing|unittest)\.py$"
    r"|(^|/)(test_settings|settings_tests?)\.py$"
)
_DEVELOPMENT_FILES = lazy_re.compile(r"^\.?semgrep([-_.][\w.-]+)?\.ya?ml$|\.semgrep\.ya?ml$", re.IGNORECASE)
"""Rules of a checker quote what they forbid."""
_RULES_OF_CHECKERS = lazy_re.compile(r"(^|/)(\.semgrep|semgrep/rules|semgrep[-_]rules)/", re.IGNORECASE)
_NO_FIXTURES = lazy_re.compile(r"\.(ya?ml|md|bazel)$|^(BUILD|Makefile)$")
_WITH_CHECKER = lazy_re.compile(r"(^|/)(\.?semgrep|semgrep[-_]rules)/", re.IGNORECASE)
_DEVELOPMENT_IMAGES = lazy_re.compile(
    r"^(dev|development|local|debug)\.(dockerfile|containerfile)$|^(dockerfile|containerfile)[-_.](dev|development|local|debug)$",
    re.IGNORECASE,
)
_TEST_IMAGES = lazy_re.compile(
    r"^((unit|integration|component|functional|acceptance|system|load|smoke)[-_.])?(tests?|e2e)\.(dockerfile|containerfile)$"
    r"|^(dockerfile|containerfile)[-_.]((unit|integration|component|functional|acceptance|system|load|smoke)[-_.])?(tests?|e2e)$",
    re.IGNORECASE,
)


def role_of(path: str) -> Role:
    """What a file is to the product.

    Args:
        path: Relative path with ``/``.
    """
    folder, _, name = path.rpartition("/")
    above, _, last = folder.rpartition("/")
    if last.lower() in {"spec", "specs"} and _is_contract(name):
        return role_of(f"{above}/{name}" if above else name)  # specifications, and no tests
    known = _folder_role(folder)
    if known is Role.VENDORED or _VENDORED_FILES.search(name) or _is_restored(path):
        return Role.VENDORED
    if known is Role.GENERATED or _GENERATED.search(name):
        return Role.GENERATED
    if known is Role.TEST or _is_test_file(path, name):
        return Role.TEST
    if known is Role.EXAMPLE or _EXAMPLE_FILES.search(name) or _is_set_aside(path):
        return Role.EXAMPLE
    if known is Role.DEVELOPMENT or _is_development_file(path, name):
        return Role.DEVELOPMENT
    return known


def _is_test_file(path: str, name: str) -> bool:
    return bool(
        _TEST_FILES.search(name)
        or _TEST_IMAGES.match(name)
        or _SETTINGS_OF_TESTS.search(path)
        # Beside rules of a checker lies what they are tried on.
        or (_RULES_OF_CHECKERS.search(path) and not _NO_FIXTURES.search(name))
    )


def _is_restored(path: str) -> bool:
    return _RESTORED.search(path) is not None and _IN_SIGHT.search(path) is None


def _is_set_aside(path: str) -> bool:
    return _SET_ASIDE.search(path) is not None and (kind_of(path)[0] in _CODE or _is_contract(path))


def _is_contract(path: str) -> bool:
    """Whether it describes an API by its name; each letter is looked at once, however long the name is."""
    ending = _CONTRACT_ENDING.search(path)
    stem = path[: ending.start()] if ending else ""
    before = _NO_VERSION.match(stem)
    return any(not word[1] or before is None or word.end() >= before.end() for word in _CONTRACT.finditer(stem))


def _is_development_file(path: str, name: str) -> bool:
    return bool(
        _DEVELOPMENT_IMAGES.match(name)
        or _DEVELOPMENT_FILES.search(name)
        or _SETTINGS_OF_DEVELOPERS.search(path)
        or (_RULES_OF_CHECKERS.search(path) and name.lower().endswith((".yaml", ".yml")))
    )


@lru_cache(maxsize=1024)  # the walk goes folder by folder
def _folder_role(folder: str) -> Role:
    """What the files of a folder are, where their own names do not say otherwise: the strongest that a folder says."""
    # Below src/main stand package names: uk.example.test is a product, whatever its words.
    parts = tuple(part for part in folder.split("/") if part)
    if parts[:2] == (".github", "actions"):  # `run-e2e-tests` is a step of the pipeline, which holds its secrets
        parts = parts[:2] + parts[3:]
    main = next((i for i in range(len(parts) - 1) if parts[i : i + 2] == ("src", "main")), len(parts))
    folders = [part.lower() for part in parts[:main]]
    if _VENDORED.intersection(folders) or _VENDORED_PATH.search(f"{folder}/".lower()):
        return Role.VENDORED
    if _GENERATED_FOLDERS.intersection(folders) or _GENERATED_PATH.search(folder.lower()):
        return Role.GENERATED
    if _TEST_FOLDERS.intersection(folders) or any(_TEST_FOLDER_FORMS.search(part) for part in parts[:main]):
        return Role.TEST
    if (
        _EXAMPLES.intersection(folders)
        or _is_set_apart(folders)
        or any(_EXAMPLES_OF.fullmatch(one) or _SAMPLE_SETTINGS.fullmatch(one) for one in folders)
        or any(_TO_BE_NAMED.fullmatch(p) for p in parts[:main])
    ):
        return Role.EXAMPLE
    if _DEVELOPMENT.intersection(folders) or _is_local(folders):
        return Role.DEVELOPMENT
    return Role.DOCUMENTATION if _DOCS.intersection(folders) else Role.PRODUCT


def _is_set_apart(folders: list[str]) -> bool:
    """Whether a folder holds what was tried, or what is kept to be read."""
    if not folders:
        return False
    if _ARCHIVED.fullmatch(folders[0]) or any(_SET_APART.fullmatch(one) for one in folders):
        return True
    return any(
        _TRIED.fullmatch(one) and not _ENVIRONMENTS.intersection(folders[:place])
        for place, one in enumerate(folders[:2])
    )


def _is_local(folders: list[str]) -> bool:
    """Whether a folder is there for the developer's own computer."""
    return any(_DEVELOPMENT_FOLDER_FORMS.search(one) for one in folders) or bool(
        _DEVELOPMENT_PATH.search("/".join(folders))
    )


def is_vendored_folder(name: str) -> bool:
    """Whether a folder of this name holds other people's work, so that its files are counted and not read."""
    return name.lower() in _VENDORED


def lies_with_checker(path: str) -> bool:
    """Whether a file lies in a folder of semgrep's, where comments say which rules it is there for."""
    return _WITH_CHECKER.search(path) is not None


def framework_marker(name: str) -> str | None:
    """The file by which a folder of this name is a framework that was copied whole into a product, as PHP's used to be.

    Args:
        name: The folder's own name, which alone says too little: a product may have a folder ``system`` too.
    """
    return _FRAMEWORKS.get(name.lower())
