"""What the beginning of a file tells of its role, where its path says nothing."""

from __future__ import annotations

import re

from scanner import lazy_re

_TAKEN_BY_TESTS = {
    "go": lazy_re.compile(
        rb'(?m)^(?:import[ \t]+|[ \t]+)(?:[\w.]+[ \t]+)?"(?:testing|github\.com/stretchr/testify/\w+)"\s*$'
    ),
    # Editors take in `unittest` or `node:test` by mistake: only what is of use to tests alone counts.
    "python": lazy_re.compile(
        rb"(?m)^(?:import[ \t]+(?:pytest|locust|behave|unittest\.mock)\b"
        rb"|from[ \t]+(?:pytest|locust|behave|moto|testcontainers(?:\.\w+)*|unittest\.mock|django\.test)[ \t]+import\b"
        rb"|from[ \t]+unittest[ \t]+import[ \t(]+(?:\w+,[ \t]*)*(?:mock|TestCase|IsolatedAsyncioTestCase)\b"
        rb"|class[ \t]+\w+\((?:unittest\.)?TestCase\):)"
    ),
    "csharp": lazy_re.compile(
        rb"(?m)^(?:global )?using (?:static )?"
        rb"(?:Xunit|NUnit\.Framework|Microsoft\.VisualStudio\.TestTools\.UnitTesting|Moq|NSubstitute|FakeItEasy|Bunit"
        rb"|FluentAssertions|Shouldly|AutoFixture|TechTalk\.SpecFlow|Reqnroll|Testcontainers)[.;]"
    ),
    # Assertions alone are taken in by mistake too, and Spring's stand-ins for requests by programs that make some up.
    "java": lazy_re.compile(
        rb"(?m)^import (?:static )?(?:org\.junit\.(?:jupiter\.(?:api\.(?:Test|BeforeEach|extension)|params)"
        rb"|Test|Before|BeforeClass|After|Rule|runner)|org\.mockito|org\.testcontainers|io\.cucumber\.java|io\.restassured"
        rb"|(?:com\.github\.tomakehurst|org)\.wiremock|au\.com\.dius\.pact\.(?:consumer|provider)|io\.gatling"
        rb"|org\.springframework\.(?:boot\.)?test)[.;]"
    ),
    # How tests are run is set up in the product's own folder, and judged there.
    "javascript": lazy_re.compile(
        rb"(?m)^(?![^\n]*\bdefineConfig\b)"
        rb"(?:import\b[^;\n]*\bfrom|\}[ \t]*from|(?:const|let|var)\b[^;\n]*=[ \t]*require\()[ \t]*[\"']"
        rb"(?:vitest|@jest/globals|supertest|@playwright/test|cypress|chai|sinon|enzyme|@testing-library/[\w-]+|jest-[\w-]+"
        rb"|@cucumber/cucumber|aws-sdk-client-mock|@pact-foundation/pact|k6(?:/[\w/-]+)?)[\"']"
    ),
    "ruby": lazy_re.compile(
        rb"(?m)^[ \t]*require[ \t]+[\"'](?:rspec|minitest/autorun|webmock/rspec|(?:spec|rails|test)_helper)[\"']"
    ),
    "php": lazy_re.compile(rb"(?m)^use (?:PHPUnit\\Framework|Mockery|Behat\\\w+|Codeception)\\"),
}
_TAKEN_BY_TESTS["typescript"] = _TAKEN_BY_TESTS["javascript"]
_TAKEN_BY_TESTS["kotlin"] = _TAKEN_BY_TESTS["java"]
"""What only tests and their helpers take in: a helper that several packages use has no name of a test."""


def helps_tests(language: str | None, beginning: bytes) -> bool:
    """Whether a source file takes in what only tests use.

    Args:
        language: As :func:`kind_of` gives it.
        beginning: Of the file, with what it takes in.
    """
    pattern = _TAKEN_BY_TESTS.get(language or "")
    return pattern is not None and pattern.search(beginning) is not None


_TEST_PROJECT = lazy_re.compile(
    rb"<IsTestProject>\s*true|Include=\"(?:Microsoft\.NET\.Test\.Sdk|MSTest(?:\.TestFramework)?|xunit(?:\.v3)?|NUnit)\"",
    re.IGNORECASE,
)
_RUNS = lazy_re.compile(rb"Sdk=\"Microsoft\.NET\.Sdk\.(?:Web|Worker)|<OutputType>\s*WinExe", re.IGNORECASE)


def is_test_project(beginning: bytes) -> bool:
    """Whether a project file of .NET makes tests and nothing that is deployed.

    Args:
        beginning: Of a ``.csproj``, with the packages that it takes in.
    """
    return _TEST_PROJECT.search(beginning) is not None and _RUNS.search(beginning) is None


_LEAST = 4096
"""Bytes of which a file must have more to be told by the length of its lines."""


def is_minified(language: str | None, beginning: bytes) -> bool:
    """Whether a script was written by a tool that leaves out the ends of lines: many statements to a line.

    Args:
        language: As :func:`kind_of` gives it.
        beginning: Of the file. A picture that is written into a script makes long lines too, without statements.
    """
    if language != "javascript" or len(beginning) <= _LEAST:
        return False
    lines = beginning.count(b"\n") + 1
    return len(beginning) / lines > 800 and beginning.count(b"{") > 10 * lines and beginning.count(b";") > 10 * lines


_COMPILED = lazy_re.compile(
    rb"(?m)^Object\.defineProperty\(exports, [\"']__esModule[\"']"
    rb"|^var __(?:importDefault|importStar|createBinding|awaiter|decorate|extends|assign) = \(this && this\.__"
)


def is_written_by_compiler(beginning: bytes) -> bool:
    """Whether a script begins with the helpers that TypeScript's compiler puts there.

    Args:
        beginning: Of a script.
    """
    return _COMPILED.search(beginning) is not None


_BUNDLED = lazy_re.compile(rb"\bwebpackUniversalModuleDefinition\b|// webpackBootstrap\b|\b__webpack_modules__ = ")


def is_bundled(language: str | None, beginning: bytes) -> bool:
    """Whether a script was put together from many by a bundler, which says so at its beginning.

    Args:
        language: As :func:`kind_of` gives it.
        beginning: Of a script.
    """
    return language == "javascript" and _BUNDLED.search(beginning) is not None


_INSTALLED = lazy_re.compile(rb"\"_(?:source|release|resolution)\"\s*:")


def is_note_of_bower(beginning: bytes) -> bool:
    """Whether Bower noted here from where it took the package: a name alone would hide a folder that nobody installed.

    Args:
        beginning: Of a ``.bower.json``.
    """
    return _INSTALLED.search(beginning) is not None


_SOURCES = lazy_re.compile(rb"\"sources\":\s*\[\s*\"([^\"\\:]+)\"")


def first_source(beginning: bytes) -> str:
    """What a script was made from, as its map says, seen from the map; ``''`` where the beginning does not say.

    Args:
        beginning: Of a source map.
    """
    found = _SOURCES.search(beginning)
    return found[1].decode("utf-8", errors="replace") if found else ""


_DOCUMENTED = lazy_re.compile(rb"<doc>\s*<assembly>\s*<name>")


def is_documented_library(beginning: bytes) -> bool:
    """Whether this is what a compiler of .NET writes of a library's comments.

    Args:
        beginning: Of an XML file.
    """
    return _DOCUMENTED.search(beginning[:1024]) is not None


_EXPECTED = lazy_re.compile(rb"(?m)^[ \t]*(?:#|//|--|/\*|<!--)[ \t]*(?:todo)?(?:ruleid|ok):[ \t]*[\w.-]+")


def is_fixture_of_checker(beginning: bytes) -> bool:
    """Whether a file says in its comments which rules of semgrep find something in it.

    Args:
        beginning: Of a file that lies with the rules: elsewhere ``# ok: done`` is a remark.
    """
    return _EXPECTED.search(beginning) is not None


_COPIES = lazy_re.compile(r"^[ \t]*(?:COPY|ADD)[ \t]+(.+)$", re.IGNORECASE | re.MULTILINE)
_FIELD = r"(?!type=)[^\s,\\\"'`]+"
_BROUGHT_OTHERWISE = lazy_re.compile(
    # A mount is of what lies beside the Dockerfile unless it says otherwise, once and on its own line.
    rf"(?<!\S)--mount=(?i:(?!(?:{_FIELD},)*type=(?:cache|secret|ssh|tmpfs)(?:,{_FIELD})*(?!\S)))"
    r"|\bgit[ \t]+clone\b"
)


def copied_into_image(text: bytes) -> tuple[str, ...]:
    """What a Dockerfile copies from the repository; nothing where more may come into the image in other ways.

    Args:
        text: The whole of it.
    """
    written = text.decode("utf-8", errors="replace")
    copied = copies_of_image(written)
    unsure = any(mark in one for one in copied for mark in (":", "$", "<<", "..")) or _BROUGHT_OTHERWISE.search(written)
    return () if unsure else copied


def copies_of_image(text: str) -> tuple[str, ...]:
    """What the lines of a Dockerfile copy that do not take it from another image.

    Args:
        text: The whole of it.
    """
    copied: list[str] = []
    for written in _COPIES.findall(re.sub(r"\\\r?\n", " ", text)):
        words = re.sub(r"[\[\],\"']", " ", written).split()
        if not any(word.startswith("--from") for word in words):
            copied += [word.removeprefix("./").strip("/") for word in words if not word.startswith("--")][:-1]
    return tuple(copied)
