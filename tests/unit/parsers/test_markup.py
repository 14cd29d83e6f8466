"""Pages and templates: elements with attributes and lines."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.parsers.markup import MarkupParser

from .conftest import Run


def page(run: Run, name: str, text: str) -> dict[str, Any]:
    (resource,) = run(MarkupParser(), {name: text}).resources
    return dict(resource.attributes)


def test_elements_stand_at_their_first_line(run: Run) -> None:
    found = page(
        run, "index.html", '<!doctype html>\n<html lang="en">\n<body>\n<object\n classid="clsid:1"></object>\n<br><br>'
    )
    assert found["language"] == "html"
    assert [(e["name"], e["line"]) for e in found["elements"]] == [("html", 2), ("body", 3), ("object", 4), ("br", 6)]
    assert found["elements"][2]["attributes"] == {"classid": "clsid:1"}


def test_labels_that_the_form_makes_are_elements(run: Run) -> None:
    found = page(
        run, "ward.html", "<form>\n{{ form.ward.errors }}\n<p>{{ form.ward.label_tag }} {{ form.ward }}</p></form>"
    )
    assert [(e["name"], e["line"]) for e in found["elements"]] == [("form", 1), ("p", 3), ("label", 3)]


def test_help_of_the_form_and_plain_text_are_no_labels(run: Run) -> None:
    found = page(run, "bed.html", "<p>{{ form.bed.help_text }}</p><p>form.bed.label_tag</p>")
    assert [e["name"] for e in found["elements"]] == ["p"]


def test_words_are_those_that_the_page_shows(run: Run) -> None:
    text = "<title>Ward list</title><style>p {}</style><script>let wards = 1;</script><noscript>Call us</noscript>"
    shown = "<svg><text>logo</text></svg><p>Loading {{ name of ward }} wards</p><svg/>of today, 24 b"
    assert page(run, "index.html", text + shown)["words"] == 4


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("v.cshtml", "razor", '@model X\n@if (a < b) {\n<applet code="x"></applet>\n}'),
        ("v.vue", "vue", '<template>\n<div>\n<applet code="x"/>\n</div></template>'),
        ("v.erb", "erb", '<% if a %>\n<%= b %>\n<applet code="x">\n<% end %>'),
        ("v.njk", "nunjucks", '{% extends "x" %}\n{{ a }}\n<applet code="x">'),
    ],
)
def test_templates_of_many_kinds(run: Run, name: str, language: str, text: str) -> None:
    found = page(run, name, text)
    assert found["language"] == language
    assert ("applet", 3) in [(element["name"], element["line"]) for element in found["elements"]]


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("v.aspx", "<%-- {} --%>"),
        ("v.jsp", "<%-- {} --%>"),
        ("v.erb", "<%# {} %>"),
        ("v.cshtml", "@* {} *@"),
        ("v.njk", "{{# {} #}}"),
        ("v.hbs", "{{{{!-- {} --}}}}"),
    ],
)
def test_comments_of_templates_are_left_out(run: Run, name: str, comment: str) -> None:
    text = comment.format('\n<applet code="x">\n') + "\n<br>"
    assert [(e["name"], e["line"]) for e in page(run, name, text)["elements"]] == [("br", 4)]


@pytest.mark.parametrize("name", ["rules.yaml.j2", "start.sh.j2", "database.yml.erb", "proxy.conf.jinja2"])
def test_templates_of_settings_are_no_pages(run: Run, name: str) -> None:
    assert not run(MarkupParser(), {name: "<VirtualHost *:80>\n</VirtualHost>\n"}).resources


@pytest.mark.parametrize("name", ["ward.html.j2", "ward.j2", "ward.html.erb", "ward.yaml.html"])
def test_templates_of_pages_are_read(run: Run, name: str) -> None:
    assert page(run, name, "<br>")["elements"]


def test_comments_of_django_stand_on_one_line(run: Run) -> None:
    text = '{# <applet code="x"> #}\n<style>a{#b</style>\n<br>\n#}'
    assert [(e["name"], e["line"]) for e in page(run, "v.html", text)["elements"]] == [("style", 2), ("br", 3)]


def test_secrets_in_attributes_are_masked(run: Run) -> None:
    assert "hunter22222" not in str(page(run, "a.html", '<form action="https://u:hunter22222@example.org/">'))


@pytest.mark.parametrize("text", ["<" * 50_000, "<a " * 50_000, "<!--" * 20_000, "<![CDATA[" * 5_000, "<a b='" * 9_000])
def test_hostile_pages_cost_little(run: Run, text: str) -> None:
    parsed = run(MarkupParser(), {"a.html": text.replace("<", "\n<", 3)})
    assert parsed.counts


def test_a_page_of_many_elements_says_that_it_was_cut(run: Run) -> None:
    parsed = run(MarkupParser(), {"a.html": "\n".join(f'<p id="{n}">' for n in range(4_000))})
    assert len(parsed.resources[0].attributes["elements"]) == 3_000  # type: ignore[arg-type]
    assert "first 3000" in parsed.problems[0].message


@pytest.mark.parametrize("text", ["<a b=\n" * 90_000, "<!--\n" * 90_000, "<![CDATA[\n" * 80_000, "</\n" * 200_000])
def test_tags_that_never_end_are_announced(run: Run, text: str) -> None:
    parsed = run(MarkupParser(), {"a.html": "<applet>\n" + text})
    assert "never ends" in parsed.problems[0].message
    assert parsed.resources[0].attributes["elements"][0]["name"] == "applet"  # type: ignore[index,call-overload]
