"""What a request is made of beside its arguments: constants, keys, notations, the path."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.package import MethodPlan
from tests.unit.support import HEAD, packaged, rendered

OK = "responses: {'204': {description: x}}"
KEYS = ("python", "typescript")
FIELDS = "{type: object, required: [a], properties: {a: {type: string}}}"


def method(folder: Path, text: str, key: str, path: str = "/a", **settings: str) -> MethodPlan:
    verb, _, rest = text.partition(" ")
    text = f"{HEAD}paths:\n  '{path}':\n    {verb}: {{operationId: doIt, {rest}, {OK}}}\n"
    (planned,) = packaged(folder, text, key, **settings).methods
    return planned


def param(place: str, name: str, schema: str, required: str = "true") -> str:
    return f"{{name: {name}, in: {place}, required: {required}, schema: {schema}}}"


@pytest.mark.parametrize("key", KEYS)
def test_what_follows_a_hash_tells_paths_apart_and_is_not_sent(tmp_path: Path, key: str) -> None:
    assert method(tmp_path, "get description: x", key, "/a/b#first").path == "/a/b"


@pytest.mark.parametrize("key", KEYS)
def test_constants_and_defaults_of_the_path_are_filled_in(tmp_path: Path, key: str) -> None:
    rows = ", ".join(
        (
            param("query", "one", "{const: x, type: string}"),
            param("query", "two", "{const: 2}", "false"),
            param("path", "id", "{type: string, default: me}"),
            param("query", "three", "{type: integer, default: 3}"),
        )
    )
    planned = method(tmp_path, f"get parameters: [{rows}]", key, "/a/{id}")
    found = {p.wire: (p.fill, p.required) for p in planned.params}
    assert found == {
        "one": ('"x"', False),
        "two": ("", False),
        "id": ('"me"', False),
        "three": ("", True),
    }


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_value_that_is_allowed(tmp_path: Path, key: str) -> None:
    texts = "{type: array, items: {type: string}}"
    rows = ", ".join(
        (
            param("query", "a", texts)[:-1] + ", allowEmptyValue: true}",
            param("query", "b", texts)[:-1] + ", x-speakeasy-allow-empty-value: true}",
            param("query", "c", texts),
            param("path", "id", "{type: object, properties: {}}"),
            param("path", "it", FIELDS)[:-1] + ", allowEmptyValue: true}",
        )
    )
    planned = method(tmp_path, f"get parameters: [{rows}]", key, "/a/{id}/{it}")
    assert [p.wire for p in planned.params if p.allow_empty] in (["a", "b", "id"], ["id", "a", "b"])


@pytest.mark.parametrize("key", KEYS)
def test_reserved_characters_by_an_extension(tmp_path: Path, key: str) -> None:
    row = param("path", "id", "{type: string}")[:-1]
    row += ", x-speakeasy-param-encoding-override: allowReserved}"
    (id,) = method(tmp_path, f"get parameters: [{row}]", key, "/a/{id}").params
    assert id.allow_reserved


@pytest.mark.parametrize(
    ("verb", "name", "setting", "header"),
    [
        ("post", "Idempotency-Key", "", "Idempotency-Key"),
        ("patch", "X-Idempotency-Key", "", "X-Idempotency-Key"),
        ("post", "idempotency_key", "Other-Key", "idempotency_key"),
        ("put", "Idempotency-Key", "", ""),
        ("post", "X-Request-Id", "", ""),
        ("post", "X-Request-Id", "X-Key", "X-Key"),
        ("get", "X-Request-Id", "X-Key", ""),
    ],
)
@pytest.mark.parametrize("key", KEYS)
def test_keys_of_calls(
    tmp_path: Path, key: str, verb: str, name: str, setting: str, header: str
) -> None:
    text = f"{verb} parameters: [{param('header', name, '{type: string}')}]"
    planned = method(tmp_path, text, key, idempotency_header=setting)
    assert planned.key_header == header
    assert planned.params[0].required == (header in ("", "X-Key"))


def test_an_optional_body_beside_parameters_may_be_left_out(tmp_path: Path) -> None:
    body = "requestBody: {required: %s, content: {application/json: {schema: " + FIELDS + "}}}"
    text = f"post parameters: [{param('query', 'q', '{type: string}')}], {body}"
    optional = method(tmp_path, text % "false", "python")
    assert [(arg.name, arg.required, arg.type) for arg in optional.args] == [
        ("q", True, "str"),
        ("a", False, "str | None"),
    ]
    assert all(arg.required for arg in method(tmp_path, text % "true", "python").args)


MEDIA = "{%s: {schema: %s, encoding: {a: {style: form}}}, %s: {schema: %s}}"
JSON, FORM = "application/json", "application/x-www-form-urlencoded"


@pytest.mark.parametrize("key", KEYS)
def test_notations_of_one_schema_are_one_method(tmp_path: Path, key: str) -> None:
    content = MEDIA % (FORM, FIELDS, JSON, FIELDS)
    body = method(tmp_path, f"post requestBody: {{content: {content}}}", key).body
    assert body is not None
    assert (body.media_type, [other.media_type for other in body.others]) == (JSON, [FORM])
    assert [part.wire for part in body.others[0].encoding] == ["a"]
    assert body.others[0].type == body.type


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        (MEDIA % (JSON, FIELDS, "text/json", FIELDS), 0),
        (MEDIA % (JSON, FIELDS, "multipart/form-data", FIELDS), 1),
        (MEDIA % (JSON, FIELDS, "text/csv", FIELDS), 0),
    ],
)
def test_other_notations_are_those_of_the_same_fields(
    tmp_path: Path, content: str, kinds: int
) -> None:
    body = method(tmp_path, f"post requestBody: {{content: {content}}}", "python").body
    assert body is not None
    assert len(body.others) == kinds


@pytest.mark.parametrize("schema", [FIELDS, f"{{type: array, items: {FIELDS}}}"])
@pytest.mark.parametrize("key", KEYS)
def test_lines_of_json_are_a_list(tmp_path: Path, key: str, schema: str) -> None:
    content = f"{{application/jsonl: {{schema: {schema}}}}}"
    body = method(tmp_path, f"post requestBody: {{required: true, content: {content}}}", key).body
    assert body is not None
    assert (body.kind, body.encoder) == ("lines", "linesBody")
    assert "list[" in body.type or "array:" in body.type


def test_a_constant_field_need_not_be_given(tmp_path: Path) -> None:
    schema = "{type: object, required: [kind, n], properties: {kind: {const: x}, n: {const: 2}}}"
    text = f"""{HEAD}paths:
  /a:
    post:
      operationId: send
      requestBody: {{required: true, content: {{{JSON}: {{schema: {schema}}}}}}}
      {OK}
"""
    python = rendered(tmp_path, text, "python")
    model = next(text for path, text in python.items() if path.endswith("models/sendop.py"))
    assert 'kind: Literal["x"] = "x"' in model
    assert 'kind: NotRequired[Literal["x"]]' in model
    typescript = rendered(tmp_path, text, "typescript")
    model = next(text for path, text in typescript.items() if path.endswith("/sendop.ts"))
    assert 'kind?: "x" | undefined' in model
    assert '"="' in model


@pytest.mark.parametrize(
    ("verb", "body", "unusual"),
    [("get", True, True), ("get", False, False), ("trace", False, True), ("post", True, False)],
)
def test_what_fetch_refuses_is_made_in_another_way(
    tmp_path: Path, verb: str, body: bool, unusual: bool
) -> None:
    content = f"requestBody: {{content: {{{JSON}: {{schema: {FIELDS}}}}}}}"
    text = f"{verb} {content if body else 'description: x'}"
    planned = method(tmp_path, text, "typescript")
    assert planned.is_unusual == unusual
    assert any("unusual" in line for line in planned.imports) == unusual
