"""Source code of a made-up product in six languages, with its manifests, some of it written carelessly."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from benchmarks.filling import chosen, filled, write

_PYTHON = """\
import hashlib
import logging

import requests
from fastapi import APIRouter

logger = logging.getLogger(__name__)
router = APIRouter()
ADDRESS = "https://api.service.nhs.uk/personal-demographics/FHIR/R4"


@router.get("/topic@NUMBER@/{identifier}")
def topic@NUMBER@(identifier: str) -> dict[str, str]:
    answer = requests.get(f"{ADDRESS}/Patient/{identifier}"@SLACK@)
    answer.raise_for_status()
    logger.info("asked for topic@NUMBER@@LOGGED@")
    return {"state": answer.json()["resourceType"]}


def fingerprint(password: str) -> str:
    return hashlib.@HASH@(password.encode()).hexdigest()
@MORE@"""
_TYPESCRIPT = """\
import express from "express";
import session from "express-session";
import https from "node:https";

export const topic@NUMBER@ = express.Router();

topic@NUMBER@.use(
  session({ secret: process.env.SESSION_SECRET ?? "", cookie: { secure: @YES@, httpOnly: true } }),
);

const agent = new https.Agent({ rejectUnauthorized: @YES@ });

topic@NUMBER@.get("/topic@NUMBER@/:id", async (request, response) => {
  const answer = await fetch(`https://example.org/topic@NUMBER@/${request.params.id}`);
  response.json(await answer.json());
});
@MORE@"""
_JAVA = """\
package org.example.topics;

import java.security.MessageDigest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Topic@NUMBER@Controller {
    @GetMapping("/topic@NUMBER@/{id}")
    public String read(@PathVariable String id) {
        return "topic " + id;
    }

    byte[] fingerprint(String password) throws Exception {
        return MessageDigest.getInstance("@DIGEST@").digest(password.getBytes());
    }
@MORE@}
"""
_CSHARP = """\
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Example.Topics;

[ApiController]
public class Topic@NUMBER@Controller : ControllerBase
{
    private static readonly CookieOptions Cookie = new CookieOptions { HttpOnly = true, Secure = @YES@ };

    [HttpGet("/topic@NUMBER@/{id}")]
    public IActionResult Read(string id) => Ok(new { id });

    public byte[] Fingerprint(byte[] password) => @CSHARPHASH@.Create().ComputeHash(password);
@MORE@}
"""
_GO = """\
package topics

import (
\t"crypto/tls"
\t"net/http"
\t"time"
)

// Topic@NUMBER@ asks for one topic.
func Topic@NUMBER@(id string) (*http.Response, error) {
\ttransport := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: @NO@}}
\tclient := http.Client{Transport: transport, Timeout: 5 * time.Second}
\treturn client.Get("https://example.org/topic@NUMBER@/" + id)
}
@MORE@"""
_RUBY = """\
# frozen_string_literal: true

class Topic@NUMBER@Controller < ApplicationController
  skip_before_action :verify_authenticity_token, only: [:create]

  def show
    @record = Record.find(params[:id])
    render json: @record
  end
@MORE@end
"""
_MORE: Mapping[str, str] = {
    "py": "\n\ndef step_@STEP@(values: list[int]) -> int:\n    total = @STEP@\n    for value in values:\n"
    "        if value % @FACTOR@ == 0:\n            total += value * @FACTOR@\n    return total\n",
    "ts": "\nexport function step@STEP@(values: number[]): number {\n  return values\n"
    "    .filter((value) => value % @FACTOR@ === 0)\n    .reduce((total, value) => total + value, @STEP@);\n}\n",
    "java": "\n    static int step@STEP@(int[] values) {\n        int total = @STEP@;\n"
    "        for (int value : values) {\n            if (value % @FACTOR@ == 0) {\n"
    "                total += value;\n            }\n        }\n        return total;\n    }\n",
    "cs": "\n    public static int Step@STEP@(int[] values)\n    {\n        var total = @STEP@;\n"
    "        foreach (var value in values)\n        {\n            total += value % @FACTOR@;\n        }\n"
    "        return total;\n    }\n",
    "go": "\nfunc topic@NUMBER@Step@STEP@(values []int) int {\n\ttotal := @STEP@\n\tfor _, value := range values {\n"
    "\t\tif value%@FACTOR@ == 0 {\n\t\t\ttotal += value\n\t\t}\n\t}\n\treturn total\n}\n",
    "rb": "\n  def step_@STEP@(values)\n    values.select { |value| (value % @FACTOR@).zero? }.sum + @STEP@\n  end\n",
}
_FILES: tuple[tuple[str, str], ...] = (
    ("api/topics/topic@NUMBER@.py", _PYTHON),
    ("web/src/topic@NUMBER@.ts", _TYPESCRIPT),
    ("adaptor/src/main/java/org/example/topics/Topic@NUMBER@Controller.java", _JAVA),
    ("portal/Topics/Topic@NUMBER@Controller.cs", _CSHARP),
    ("worker/topics/topic@NUMBER@.go", _GO),
    ("registry/app/controllers/topic@NUMBER@_controller.rb", _RUBY),
)
_PROJECTS: Mapping[str, str] = {
    "api/requirements.txt": "fastapi==0.115.0\nrequests==2.32.3\ndjango==3.2\n",
    "api/Dockerfile": 'FROM python:3.8-slim\nCOPY . /app\nWORKDIR /app\nCMD ["uvicorn", "main:app"]\n',
    "web/package.json": '{"name": "web", "dependencies": {"express": "^4.21.0", "express-session": "^1.18.0"}}\n',
    "web/Dockerfile": 'FROM node:22-slim\nCOPY . /app\nUSER node\nCMD ["node", "/app/main.js"]\n',
    "adaptor/src/main/resources/application.yml": "spring:\n  jpa:\n    hibernate:\n      ddl-auto: update\n",
    "portal/Portal.csproj": '<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup>\n'
    "    <TargetFramework>net6.0</TargetFramework>\n  </PropertyGroup>\n</Project>\n",
    "worker/go.mod": "module example.org/worker\n\ngo 1.23\n",
    "registry/Gemfile": 'source "https://rubygems.org"\n\ngem "rails", "6.1.7"\n',
    "docs/running.md": "# Running it\n\nWe copy the build to the server:\n\n    scp build.zip deploy@app01:/srv/app\n",
    "docs/clinical-safety/hazard-log.md": "# Hazard log\n\n| hazard | cause |\n|-|-|\n| wrong patient | no check |\n",
    ".github/workflows/deploy.yml": "name: deploy\non: {push: {branches: [main]}}\njobs:\n  deploy:\n"
    "    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n"
    "      - run: terraform apply -auto-approve\n",
}


def write_source(folder: Path, files: int) -> None:
    """Write the projects and that many source files, in all languages in turn.

    Args:
        folder: The root of the product.
        files: How many source files.
    """
    for name, text in _PROJECTS.items():
        write(folder / name, text)
    for number in range(files):
        write_source_file(folder, number)


def write_source_file(folder: Path, number: int) -> None:
    """Write one source file.

    Args:
        folder: The root of the product.
        number: Decides its language, how long it is, and what is wrong with it.
    """
    name, text = _FILES[number % len(_FILES)]
    more = _MORE[name.rpartition(".")[2]]
    steps = 2 + number * 7 % 23
    added = "".join(filled(more, step=step, factor=2 + (number + step) % 9) for step in range(steps))
    careless = number // len(_FILES) % 4 == 1
    text = filled(filled(text, more=added), **_values(number, careless=careless))
    write(folder / filled(name, number=number), text)


def _values(number: int, *, careless: bool) -> dict[str, object]:
    return {
        "number": number,
        "yes": str(not careless).lower(),
        "no": str(careless).lower(),
        "slack": ", verify=False" if careless else ", timeout=5",
        "hash": chosen(number, "sha256", "md5", "blake2b"),
        "digest": chosen(number, "SHA-256", "MD5", "SHA-512"),
        "csharphash": chosen(number, "SHA256", "MD5", "SHA512"),
        "logged": " of nhs_number %s" if careless else "",
    }
