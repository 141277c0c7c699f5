"""Files inside of forms are given in any way, elsewhere they are bytes; numbers of many digits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.support import HEAD, rendered

PATHS = """\
paths:
  /form:
    post:
      operationId: send
      requestBody:
        required: true
        content:
          multipart/form-data: {schema: {$ref: '#/components/schemas/Form'}}
      responses: {'204': {description: x}}
  /other:
    post:
      operationId: other
      responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}}}
components:
  schemas:
    Form:
      type: object
      required: [one]
      properties:
        one: {$ref: '#/components/schemas/Content'}
        many: {type: array, items: {$ref: '#/components/schemas/Content'}}
        none: {oneOf: [{$ref: '#/components/schemas/Content'}, {type: 'null'}]}
    Content: {type: string, format: binary}
    Plain: {type: object, properties: {a: {type: string}}}
"""


@pytest.mark.parametrize(
    ("key", "path", "given", "bare"),
    [
        ("python", "src/shop/models/form.py", "one: _FileInput", "one: bytes"),
        (
            "typescript",
            "src/models/components/form.ts",
            "one: FileInput;",
            "one: ReadableStream<Uint8Array>;",
        ),
    ],
)
def test_a_file_by_reference(tmp_path: Path, key: str, path: str, given: str, bare: str) -> None:
    form = rendered(tmp_path, HEAD + PATHS % "Plain", key)[path]
    assert given in form
    assert bare not in form
    assert "many" in form
    both = rendered(tmp_path, HEAD + PATHS % "Form", key)[path]
    assert bare in both  # what an answer has, too, is what an answer has


def test_a_number_that_is_only_sent_may_have_all_its_digits(tmp_path: Path) -> None:
    rows = (
        "a: {type: integer, format: int64}, b: {type: number, format: decimal}, c: {type: integer}"
    )
    body = f"content: {{application/json: {{schema: {{type: object, properties: {{{rows}}}}}}}}}"
    text = f"{HEAD}paths: {{/a: {{post: {{operationId: x, requestBody: {{{body}}}, responses: {{'200': {{description: x, {body}}}}}}}}}}}"
    files = rendered(tmp_path, text, "typescript")
    code = next(text for path, text in files.items() if path.endswith("operations/xop.ts"))
    request, answer = re.split(r"export type XResponse", code)
    assert "a?: number | bigint | undefined" in request
    assert "b?: string | number | bigint | undefined" in request
    assert "c?: number | undefined" in request
    assert "bigint" not in answer
    assert "b?: string | undefined" in answer


def test_a_decimal_beside_text_is_a_number(tmp_path: Path) -> None:
    """Who reads it as text cannot tell which of both it was."""
    union = "{anyOf: [{type: string}, {type: number, format: decimal}]}"
    text = f"{HEAD}paths: {{/a: {{get: {{operationId: x, responses: {{'200': {{description: x, content: {{application/json: {{schema: {{type: object, properties: {{a: {union}}}}}}}}}}}}}}}}}}}"
    files = rendered(tmp_path, text, "typescript")
    code = "".join(text for path, text in files.items() if "/models/operations/" in path)
    assert re.search(r"\| string\s+\| number\s", code) and "decimal" not in code


def test_answers_that_lead_to_long_integers_are_read_exactly(tmp_path: Path) -> None:
    """Others do without the code for it."""
    rows = """\
  /%s: {get: {operationId: %s, responses: {'200': {description: x, content: {%s: {%s: %s}}}}}}
"""
    long, short = (f"{{$ref: '#/components/schemas/{name}'}}" for name in ("Holder", "Short"))
    text = f"{HEAD}paths:\n" + "".join(
        rows % (name, name, kind, word, schema)
        for name, kind, word, schema in (
            ("aaa", "application/json", "schema", f"{{type: array, items: {long}}}"),
            ("bbb", "application/json", "schema", short),
            ("ccc", "text/event-stream", "itemSchema", long),
            ("ddd", "text/event-stream", "itemSchema", short),
            ("eee", "application/json", "schema", "{type: number, format: decimal}"),
            ("fff", "application/json", "schema", "{type: integer, format: bigint}"),
            ("ggg", "application/json", "schema", "{type: integer}"),
            ("hhh", "'*/*'", "schema", "{type: string, format: uuid}"),
        )
    )
    text += """\
components:
  schemas:
    Short: {type: object, properties: {a: {type: integer, format: int32}, b: {type: string, format: int64}}}
    Holder: {type: object, properties: {holder: {$ref: '#/components/schemas/Holder'}, long: {$ref: '#/components/schemas/Long'}}}
    Long: {anyOf: [{type: string}, {type: 'null'}, {type: array, items: {type: integer, format: int64}}]}
"""
    files = rendered(tmp_path, text.replace("3.1.0", "3.2.0"), "typescript")
    a, b, c, d, e, f, g, h = (files[f"src/funcs/{name * 3}.ts"] for name in "abcdefgh")
    assert "decode: exactJSON " in a and 'from "../runtime/exact.js"' in a
    assert "decode: json " in b and "exact" not in b
    assert ", parse: parseExact" in c and 'from "../runtime/exact.js"' in c
    assert "readEvents" in d and "Exact" not in d
    assert "codec: decimal, decode: decimalJSON " in e and "codec: bigint, decode: exactJSON " in f
    assert 'codec: "integer", decode: exactJSON ' in g
    assert 'mediaType: "*/*", codec: "string", decode: jsonOrText ' in h


@pytest.mark.parametrize("language", ["python", "typescript"])
def test_the_readme_tells_of_keys_and_notations_where_there_are_some(
    tmp_path: Path, language: str
) -> None:
    text = f"""{HEAD}paths:
  /a:
    post:
      operationId: x
      parameters: [{{name: Idempotency-Key, in: header, schema: {{type: string}}}}]
      requestBody: {{content: {{application/json: &a {{schema: {{type: object}}}}, multipart/form-data: *a}}}}
      responses: {{'204': {{description: x}}}}
"""
    readme = rendered(tmp_path, text, language)["README.md"]
    assert "`Idempotency-Key` carries a key that the SDK makes" in readme
    assert "## Content types of bodies" in readme and "with `multipart/form-data`." in readme
    plain = rendered(tmp_path, f"{HEAD}paths: {{}}", language)["README.md"]
    assert "SDK makes" not in plain and "Content types of bodies" not in plain
