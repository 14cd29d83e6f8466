"""What is found in Python, JavaScript, TypeScript, Ruby and PHP, with exact lines."""

import time

import pytest

from scanner.parsers.code.parser import CodeParser
from scanner.parsers.code.worker import read_facts
from tests.unit.parsers.code.facts import classes, lines, source

PYTHON = """\
import os
import json as j, urllib.request
from .models import Patient as P, Visit
from . import signals
from flask import *


@app.route("/patients/<id>", methods=["GET"])
@login_required
class Handler(base.View, Generic[T], metaclass=Meta):
    def get(self):
        requests.get("http://hospital.nhs.uk/api", timeout=3)
        return (
            session.query(P)
            .filter(P.id == 1)
            .first()
        )


requests.get("again")
", ".join(names)
"""


def test_python(run):
    view = source(run(CodeParser(), {"app/views.py": PYTHON}))
    assert lines(view["imports"]) == {
        "os": 1, "json": 2, "urllib.request": 2, ".models": 3, ".models.Patient": 3, ".models.Visit": 3,
        ".": 4, ".signals": 4, "flask": 5, "flask.*": 5,
    }  # fmt: skip
    assert lines(view["calls"]) == {
        "app.route": 8, "requests.get": 12, "session.query.filter.first": 16, "session.query.filter": 15,
        "session.query": 14, '"".join': 21,
    }  # fmt: skip
    assert view["decorators"] == [{"name": "app.route", "line": 8}, {"name": "login_required", "line": 9}]
    assert classes(view) == {"Handler": (["base.View", "Generic"], 10)}
    assert view["endpoints"] == [{"value": "http://hospital.nhs.uk/api", "line": 12}]
    assert view["language"] == "python"
    assert view["lines"] == 21


JAVASCRIPT = """\
import React, { useState } from 'react';
import './site.css';
export * from "./shared";
const fs = require('fs');
const lazy = () => import(`./lazy`);
other('not-an-import');

class Chart extends React.Component {
  render() {
    return <div onClick={() => window.open("https://nww.trust.example/x")}>{this.draw?.()}</div>;
  }
}
const Anonymous = class Named extends mixin(Base) {};
$.ajax({url: `${root}/v1`}).done(function () { new ActiveXObject("Word.Application"); });
"""


def test_javascript_with_jsx(run):
    view = source(run(CodeParser(), {"web/chart.jsx": JAVASCRIPT}))
    assert lines(view["imports"]) == {"react": 1, "./site.css": 2, "./shared": 3, "fs": 4, "./lazy": 5}
    assert lines(view["calls"]) == {
        "require": 4, "other": 6, "window.open": 10, "this.draw": 10, "mixin": 13, "$.ajax.done": 14, "$.ajax": 14,
        "ActiveXObject": 14,
    }  # fmt: skip
    assert classes(view) == {"Chart": (["React.Component"], 8), "Named": (["mixin"], 13)}
    assert lines(view["endpoints"], "value") == {"https://nww.trust.example/x": 10}
    assert view["language"] == "javascript"


TYPESCRIPT = """\
import type { Patient } from './patient';
import fs = require("fs");
import { Component } from '@angular/core';

@Component({ selector: 'app-root' })
export class Root<T> extends ui.Page<T> implements OnInit, Store<Patient> {
  @Input() name!: string;
  constructor(private readonly http: HttpClient) { super(); }
  load() { return this.http.get<Patient>('https://api.service.nhs.uk/x').pipe(map(x => x)); }
}
export abstract class Shape extends Base {}
interface Named extends Labelled, Typed {}
"""


def test_typescript(run):
    view = source(run(CodeParser(), {"src/root.ts": TYPESCRIPT}))
    assert lines(view["imports"]) == {"./patient": 1, "fs": 2, "@angular/core": 3}
    assert [entry["name"] for entry in view["imports"] if entry.get("types")] == ["./patient"]
    assert lines(view["calls"]) == {
        "Component": 5, "Input": 7, "super": 8, "this.http.get.pipe": 9, "this.http.get": 9, "map": 9,
    }  # fmt: skip
    assert view["decorators"] == [{"name": "Component", "line": 5}, {"name": "Input", "line": 7}]
    assert classes(view) == {
        "Root": (["ui.Page", "OnInit", "Store"], 6),
        "Shape": (["Base"], 11),
        "Named": (["Labelled", "Typed"], 12),
    }


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("export class R { stages(): PipelineStage[] { return []; } }", True),
        ("export const f = (s: Array<PipelineStage>) => s as PipelineStage; // PipelineStage", True),
        ("export const s: PipelineStage = PipelineStage.of();", False),
        ("export const s = new PipelineStage();", False),
        ("export { PipelineStage };", False),
        ("export class R extends PipelineStage {}", False),
        ("export const s = { PipelineStage };", False),
        ("", False),
        ("@Injectable()\nexport class R { constructor(private s: PipelineStage) {} }", False),
    ],
)
def test_a_name_that_is_used_as_a_type_alone_is_left_out(run, text, types):
    view = source(run(CodeParser(), {"src/r.ts": f'import {{ PipelineStage }} from "mongoose";\n{text}\n'}))
    assert [entry.get("types", False) for entry in view["imports"]] == [types]


@pytest.mark.parametrize("name", ["Größe", "é", "$Stage", "from"])
@pytest.mark.parametrize(
    ("text", "types"), [("let s: NAME;", True), ("let s: NAME;\nlet t\u00a0=\u00a0NAME\u00a0;", False)]
)
def test_names_of_other_letters_are_looked_for_too(run, name, text, types):
    view = source(run(CodeParser(), {"src/r.ts": f"import {{ {name} }} from 'one';\n{text.replace('NAME', name)}\n"}))
    assert [entry.get("types", False) for entry in view["imports"]] == [types]


def test_a_name_that_is_imported_again_is_used_there(run):
    text = "import { A } from 'one';\nlet a: A;\nimport { A } from 'two';\n"
    view = source(run(CodeParser(), {"src/r.ts": text}))
    assert [entry.get("types", False) for entry in view["imports"]] == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"import {{ A{n} }} from 'one';\n" for n in range(5000)),
        "import { " + ", ".join(f"A{n}" for n in range(5000)) + " } from 'one';\n" + "some.other.words();\n" * 5000,
        "let a: A;\n" * 5000 + "import { A } from 'one';\n" * 5000,
    ],
)
def test_uses_are_looked_up_once_for_all_imports(text):
    started = time.process_time()
    facts, faults = read_facts(text.encode(), "typescript", "typescript", declarations=True)
    assert ([entry["name"] for entry in facts["imports"]], faults) == (["one"], [])
    assert time.process_time() - started < 3


def test_all_names_of_an_import_must_be_types(run):
    text = 'import { Model, type Query, connect as open } from "mongoose";\nopen();\nlet m: Model, q: Query;\n'
    assert "types" not in source(run(CodeParser(), {"src/r.ts": text}))["imports"][0]
    text = text.replace("\nopen();", "\nlet o: open;")
    assert source(run(CodeParser(), {"src/r.ts": text}))["imports"][0]["types"]


def test_tsx_is_read_with_its_own_grammar(run):
    text = "const a = <T,>(x: T) => <Page title={useTitle(x)} />;\nfetch('http://a.nhs.uk');\n"
    parsed = run(CodeParser(), {"src/page.tsx": text})
    view = source(parsed)
    assert lines(view["calls"]) == {"useTitle": 1, "fetch": 2}
    assert view["language"] == "typescript"
    assert parsed.problems == ()


RUBY = """\
require 'net/http'
require_relative "../lib/audit"
puts 'x'

class Admin::PatientsController < ApplicationController
  before_action :authenticate
  def show
    Net::HTTP.get(URI("http://#{host}/x"))
    @patient&.name(1)
    Patient.where(id: 1).first
  end
end
"""


def test_ruby(run):
    view = source(run(CodeParser(), {"app/patients.rb": RUBY}))
    assert lines(view["imports"]) == {"net/http": 1, "../lib/audit": 2}
    found = lines(view["calls"])
    assert found["Net::HTTP.get"] == 8
    assert found["URI"] == 8
    assert found["@patient.name"] == 9
    assert found["Patient.where.first"] == 10
    assert found["before_action"] == 6
    assert classes(view) == {"Admin::PatientsController": (["ApplicationController"], 5)}
    assert lines(view["endpoints"], "value") == {"http://#{host}/x": 8}


PHP = """\
<?php
namespace App;
use Illuminate\\Http\\Request;
use Foo\\{Bar, Baz\\Qux as Q};
require_once __DIR__ . '/vendor/autoload.php';

#[Route('/x')]
class PatientController extends Base\\Controller implements Audited
{
    public function show() {
        $this->db->query("select 1");
        DB::table('patients')->get();
        $x?->y();
        mysql_connect('10.1.2.3');
        return new \\GuzzleHttp\\Client(['base_uri' => 'http://ehr.trust.nhs.uk']);
    }
}
?>
<p>text</p>
"""


def test_php(run):
    view = source(run(CodeParser(), {"src/patient.php": PHP}))
    assert lines(view["imports"]) == {
        "Illuminate\\Http\\Request": 3, "Foo\\Bar": 4, "Foo\\Baz\\Qux": 4, "/vendor/autoload.php": 5,
    }  # fmt: skip
    assert lines(view["calls"]) == {
        "$this->db->query": 11, "DB::table->get": 12, "DB::table": 12, "$x->y": 13, "mysql_connect": 14,
        "\\GuzzleHttp\\Client": 15,
    }  # fmt: skip
    assert view["decorators"] == [{"name": "Route", "line": 7}]
    assert classes(view) == {"PatientController": (["Base\\Controller", "Audited"], 8)}
    assert lines(view["endpoints"], "value") == {"10.1.2.3": 14, "http://ehr.trust.nhs.uk": 15}


def test_imports_of_types_alone_are_told_apart(run):
    text = """
import { type A, type B } from 'one';
import { type A, B } from 'two';
import type { A } from 'three';
import { C } from 'three';
import D, { type E } from 'four';
export type { F } from 'five';
import {} from 'six';
"""
    view = source(run(CodeParser(), {"src/a.ts": text}))
    assert [entry["name"] for entry in view["imports"] if entry.get("types")] == ["one", "five"]
