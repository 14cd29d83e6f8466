"""Browsers for which a build tool is told to build."""

from __future__ import annotations

import pytest

from scanner.parsers.code.browsers import browsers_built_for


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        ("web/vite.config.ts", "export default {\n  build: {\n    target: 'es2022',\n  },\n};\n", [("'es2022'", 3)]),
        ("vite.config.mjs", 'build: { target: ["chrome107",\n "safari16"] }', [('["chrome107", "safari16"]', 1)]),
        ("postcss.config.js", "autoprefixer({ overrideBrowserslist: ['> 1%'] })", [("['> 1%']", 1)]),
        ("config/targets.js", "const browsers = ['last 2 Chrome versions'];", [("['last 2 Chrome versions']", 1)]),
        ("babel.config.cjs", '{ targets: { chrome: "100" } }', [('{ chrome: "100" }', 1)]),
        ("vite.config.ts", "build: { target: 'esnext' }", []),
        ("vite.config.ts", "proxy: { '/api': { target: 'http://edge.example' } }", []),
        ("vite.config.ts", "  // target: 'es2022'\n", []),
        ("webpack.config.js", "target: 'node20'", []),
        ("src/pages.ts", "target: 'es2022'", []),
    ],
)
def test_targets_of_build_tools_are_read(path: str, source: str, expected: list[tuple[str, int]]) -> None:
    found = browsers_built_for(source.encode(), path)
    assert [(one["value"], one["line"]) for one in found] == expected


def test_the_largest_files_are_left() -> None:
    assert browsers_built_for(b"target: 'es2022'" + b" " * 200_000, "vite.config.ts") == []
