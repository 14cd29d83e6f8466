"""Browsers for which the configuration of a build tool says that it builds."""

from __future__ import annotations

from typing import Any

from scanner import lazy_re

_LARGEST = 200_000
_TOOLS = lazy_re.compile(
    r"(?i)(?:^|/)(?:(?:vite|rollup|webpack|postcss|esbuild|rspack|rsbuild|babel|nuxt|vue|astro|svelte|next|snowpack)"
    r"[\w.-]{0,40}\.config(?:\.[\w-]{1,20})?|\.postcssrc|\.babelrc|gulpfile|webpack[\w.-]{0,40}|ember-cli-build|targets)"
    r"\.[cm]?[jt]s$"
)
_TARGETS = lazy_re.compile(
    rb"\b(?:overrideBrowserslist|browserslist|browsers|targets?)[\"']?\s{0,20}[:=]\s{0,20}"
    rb"(\[[^\]]{0,1000}\]|\{[^}]{0,1000}\}|\"[^\"\n]{1,200}\"|'[^'\n]{1,200}')"
)
_NAMED = lazy_re.compile(
    rb"(?i)[\"'\s,{](?:es(?:5|6|20[12]\d)|(?:and_)?chrome|edge|firefox|safari|ios(?:_saf)?|opera|ie|last \d|defaults"
    rb"|baseline|>=?\s?[\d.]{1,6}\s?%)"
)
_COMMENT = lazy_re.compile(rb"\s*(?://|\*|/\*)")


def browsers_built_for(source: bytes, path: str) -> list[dict[str, Any]]:
    """The lists of browsers, or levels of the language, in a configuration of a build tool, each with its line.

    Args:
        source: The file as UTF-8.
        path: Its path, by which such a configuration is known.
    """
    if len(source) > _LARGEST or not _TOOLS.search(path):
        return []
    found: list[dict[str, Any]] = []
    for match in _TARGETS.finditer(source):
        begin = source.rfind(b"\n", 0, match.start()) + 1
        if _NAMED.search(match[1]) and b"://" not in match[1] and not _COMMENT.match(source, begin, match.start()):
            value = " ".join(match[1].decode("utf-8", "replace").split())
            found.append({"value": value[:200], "line": source.count(b"\n", 0, match.start()) + 1})
    return found
