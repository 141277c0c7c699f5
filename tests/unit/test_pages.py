"""Pages of the docs: rows, links, snippets; and nothing of a document is live in them."""

from __future__ import annotations

import ast
import posixpath
import re
from pathlib import Path

import pytest

from generator.languages import LANGUAGES
from tests.unit.support import HEAD, packaged, rendered
from tests.unit.test_doors import live, tokens

TEXT = f"""{HEAD}servers: [{{url: 'https://x.example.com'}}]
paths:
  /cars/{{id}}:
    put:
      operationId: putCar
      tags: [cars]
      summary: Put a car
      parameters: [{{name: id, in: path, required: true, example: c-1, schema: {{type: string}}}}]
      requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Car'}}}}}}}}
      responses:
        '200': {{description: OK, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Car'}}}}}}}}
        '404': {{description: No, content: {{application/json: {{schema: {{type: object, properties: {{m: {{}}}}}}}}}}}}
components:
  schemas:
    Car:
      type: object
      required: [plate]
      properties:
        plate: {{type: string, description: 'a | b', example: AB-1}}
        seats: {{type: integer, default: 4}}
        colour: {{enum: [red, blue], description: "two\\n\\nlines"}}
        old: {{type: string, deprecated: true}}
        both: {{oneOf: [{{type: string}}, {{type: integer}}]}}
"""


def test_a_section(tmp_path: Path) -> None:
    (page,) = packaged(tmp_path, TEXT, "python").resources
    (section,) = page.operations
    assert (page.path, page.title) == ("docs/sdks/cars/README.md", "Cars")
    assert (section.name, section.anchor, section.summary) == ("put_car", "put_car", "Put a car")
    assert section.usage.method == "cars.put_car"
    assert [(a.name, a.value) for a in section.usage.arguments] == [
        ("id", '"c-1"'),
        ("plate", '"AB-1"'),
        ("seats", "4"),
    ]


def test_rows(tmp_path: Path) -> None:
    (page,) = packaged(tmp_path, TEXT, "python").resources
    rows = {row[0]: row[1:] for row in page.operations[0].parameters.rows}
    assert rows["`plate`"] == ("*str*", ":heavy_check_mark:", "a | b", "AB-1")
    assert rows["`seats`"][:2] == ("*Optional[int]*", ":heavy_minus_sign:")
    assert rows["`colour`"][2] == "two\n\nlines"
    assert rows["~~`old`~~"][2].startswith(": warning: ** DEPRECATED **")


def test_errors_end_with_the_default(tmp_path: Path) -> None:
    (page,) = packaged(tmp_path, TEXT, "typescript").resources
    errors = page.operations[0].errors.rows
    assert [row[1:] for row in errors] == [("404", "application/json"), ("4XX, 5XX", "\\*/\\*")]
    assert errors[-1][0] == "errors.APIError"


@pytest.mark.parametrize("key", LANGUAGES)
def test_every_link_of_the_docs_leads_somewhere(tmp_path: Path, key: str) -> None:
    files = rendered(tmp_path, TEXT, key)
    for path, text in files.items():
        if not path.endswith(".md"):
            continue
        for token in tokens(text):
            target, _, anchor = str(token.attrs.get("href", "")).partition("#")
            if target and not re.match(r"[a-z]+:", target):
                there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
                assert there in files, f"{path}: {target}"
                if anchor:
                    assert f"\n## {anchor}\n" in files[there].lower()


@pytest.mark.parametrize("key", LANGUAGES)
def test_snippets_of_python_parse(tmp_path: Path, key: str) -> None:
    files = rendered(tmp_path, TEXT, key)
    page = files["docs/sdks/cars/README.md"]
    snippets = re.findall(rf"```{LANGUAGES[key].fence}\n(.*?)```", page, re.S)
    assert len(snippets) == (2 if LANGUAGES[key].standalone else 1)
    for snippet in snippets:
        assert snippet.count("{") == snippet.count("}")
        if key == "python":
            compile(snippet, "snippet", "exec")


def test_a_snippet_without_options_opens_a_client_without_lines(tmp_path: Path) -> None:
    page = rendered(tmp_path, TEXT, "python")["docs/sdks/cars/README.md"]
    assert "with Shop() as shop:" in page
    assert "import os" not in page


# --- hostile text ------------------------------------------------------------------------------

HOSTILE = "<script>alert(1)</script>`<b>`\\n<img src=x onerror=y> [a](javascript:x) | \\\\"
EVERYWHERE = f"""openapi: 3.1.0
info: {{title: "T{HOSTILE}", version: "{HOSTILE}", description: "{HOSTILE}"}}
externalDocs: {{url: "{HOSTILE}", description: "{HOSTILE}"}}
servers: [{{url: "https://x/{HOSTILE}", description: "{HOSTILE}"}}]
tags: [{{name: "{HOSTILE}", description: "{HOSTILE}"}}]
paths:
  "/a/{HOSTILE}":
    post:
      operationId: "x{HOSTILE}"
      tags: ["{HOSTILE}"]
      summary: "{HOSTILE}"
      description: "{HOSTILE}"
      parameters:
        - {{name: "{HOSTILE}", in: query, description: "{HOSTILE}", example: "{HOSTILE}"}}
      requestBody:
        content: {{application/json: {{schema: {{$ref: "#/components/schemas/Root"}}}}}}
      responses:
        "200":
          description: "{HOSTILE}"
          content: {{"application/{HOSTILE}": {{schema: {{$ref: "#/components/schemas/Root"}}}}}}
        "400":
          description: "{HOSTILE}"
          content: {{"text/{HOSTILE}": {{schema: {{$ref: "#/components/schemas/Root"}}}}}}
components:
  securitySchemes: {{"k{HOSTILE}": {{type: http, scheme: "{HOSTILE}", description: "{HOSTILE}"}}}}
  schemas:
    Root:
      type: object
      description: "{HOSTILE}"
      properties:
        "{HOSTILE}": {{type: string, description: "{HOSTILE}", default: "{HOSTILE}"}}
        c: {{const: "{HOSTILE}"}}
        e: {{enum: ["{HOSTILE}", a], examples: ["{HOSTILE}", a]}}
        u: {{title: "{HOSTILE}", oneOf: [{{const: "{HOSTILE}"}}, {{type: integer}}]}}
"""


@pytest.mark.parametrize("key", LANGUAGES)
def test_nothing_of_a_document_is_live_on_any_page(tmp_path: Path, key: str) -> None:
    files = rendered(tmp_path, EVERYWHERE, key)
    ours = re.compile(r"<!-- UsageSnippet [^<>]*-->\s*\Z|<br/>\Z")
    found = {
        path: [piece for piece in live(text) if not ours.match(piece)]
        for path, text in files.items()
        if path.endswith(".md")
    }
    assert {path: pieces for path, pieces in found.items() if pieces} == {}


@pytest.mark.parametrize("key", LANGUAGES)
def test_no_code_has_text_of_a_document_outside_strings_and_comments(
    tmp_path: Path, key: str
) -> None:
    for path, text in rendered(tmp_path, EVERYWHERE, key).items():
        if path.endswith(".py"):
            names = {n.id for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Name)}
            assert "alert" not in names
        if path.endswith(".ts") and "/runtime/" not in path:
            bare = re.sub(r'/\*.*?\*/|"(?:[^"\\\n]|\\.)*"', "", text, flags=re.S)
            assert "alert(" not in bare, path
