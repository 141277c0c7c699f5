"""Operations to methods: descriptors, bodies, answers, and what each file imports."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.package import MethodPlan
from tests.unit.support import HEAD, packaged, rendered

OK = "responses: {'204': {description: OK}}"
OBJECT = "{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}"


def method(folder: Path, text: str, key: str = "python", rest: str = "") -> MethodPlan:
    text = f"{HEAD}paths:\n  '/a/{{id}}':\n    post: {{operationId: doIt, {text}}}\n{rest}"
    text = text.replace("parameters: [", "parameters: [{name: id, in: path, required: true}, ")
    (planned,) = packaged(folder, text, key).methods
    return planned


PARAMS = "parameters: [{name: since, in: query, schema: {type: string, format: date-time}}]"


def test_a_descriptor(tmp_path: Path) -> None:
    planned = method(tmp_path, f"{PARAMS}, {OK}")
    id, since = planned.params
    assert (planned.operation_id, planned.http_method, planned.path) == ("doIt", "POST", "/a/{id}")
    assert (id.key, id.place, id.style, id.required, id.type) == (
        "id",
        "path",
        "simple",
        True,
        "str",
    )
    assert (since.wire, since.explode, since.type) == ("since", True, "_dt.datetime")


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("application/json", "json"),
        ("application/vnd.x+json; charset=utf-8", "json"),
        ("multipart/form-data", "multipart"),
        ("application/x-www-form-urlencoded", "urlencoded"),
        ("text/plain", "text"),
        ("application/octet-stream", "binary"),
        ("'*/*'", "json"),
    ],
)
def test_bodies(tmp_path: Path, media_type: str, kind: str) -> None:
    text = f"{PARAMS}, requestBody: {{content: {{{media_type}: {{schema: {OBJECT}}}}}}}, {OK}"
    planned = method(tmp_path, text)
    assert planned.body is not None
    assert planned.body.kind == kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("{application/json: {schema: {type: string}}}", "json"),
        ("{text/csv: {}}", "text"),
        ("{image/png: {}}", "binary"),
        ("{application/json: {schema: {type: string, format: binary}}}", "binary"),
    ],
)
def test_answers(tmp_path: Path, content: str, kind: str) -> None:
    text = f"{PARAMS}, responses: {{'200': {{description: x, content: {content}}}}}"
    (reply,) = method(tmp_path, text).replies
    assert (reply.status, reply.kind) == ("200", kind)


def test_an_answer_without_content_has_no_kind(tmp_path: Path) -> None:
    planned = method(tmp_path, f"{PARAMS}, {OK}")
    assert [(reply.status, reply.kind) for reply in planned.replies] == [("204", "")]
    assert planned.returns == "None"
    assert method(tmp_path, f"{PARAMS}, {OK}", "typescript").returns == "void"


def test_docs_do_not_say_a_thing_twice(tmp_path: Path) -> None:
    assert method(tmp_path, f"summary: Same., description: Same., {PARAMS}, {OK}").doc == "Same."
    assert method(tmp_path, f"description: Only., {PARAMS}, {OK}").doc == "Only."
    assert method(tmp_path, f"{PARAMS}, {OK}").doc == "doIt"


def test_a_request_may_be_left_out_when_nothing_in_it_is_required(tmp_path: Path) -> None:
    text = f"{HEAD}paths: {{/a: {{get: {{parameters: [{{name: p, in: query}}], {OK}}}}}}}"
    (planned,) = packaged(tmp_path, text, "typescript").methods
    assert planned.request_optional
    assert not method(tmp_path, f"{PARAMS}, {OK}", "typescript").request_optional


# --- imports ---------------------------------------------------------------------------------


def unused(source: str) -> list[str]:
    """Names that a file of TypeScript imports, and never says again."""
    body = re.sub(r"^import [^;]*;", "", source, flags=re.M)
    found = []
    for names in re.findall(r"^import (?:type )?\{([^}]*)\}", source, re.M):
        for name in filter(None, (name.strip() for name in names.split(","))):
            local = name.removeprefix("type ").split(" as ")[-1]
            if not re.search(rf"(?<![\w$]){re.escape(local)}(?![\w$])", body):
                found.append(local)
    return found


@pytest.mark.parametrize(
    "text",
    [
        f"{PARAMS}, {OK}",
        f"{PARAMS}, requestBody: {{content: {{application/json: {{schema: {OBJECT}}}}}}}, {OK}",
        f"parameters: [{{name: f, in: query, style: deepObject, schema: {OBJECT}}}], {OK}",
        f"{PARAMS}, responses: {{'200': {{description: x, content: {{application/json: {{schema: {OBJECT}}}}}}},"
        f" '202': {{description: x, content: {{application/json: {{schema: {OBJECT}}}}}}}}}",
    ],
)
def test_a_function_imports_what_it_uses_and_no_more(tmp_path: Path, text: str) -> None:
    document = f"{HEAD}paths:\n  '/a/{{id}}':\n    post: {{operationId: doIt, {text}}}\n"
    document = document.replace(
        "parameters: [", "parameters: [{name: id, in: path, required: true}, "
    )
    files = rendered(tmp_path, document, "typescript")
    assert {path: found for path, text in files.items()
            if path.startswith(("src/funcs", "src/sdk/", "src/models")) and (found := unused(text))} == {}  # fmt: skip


def test_the_style_of_a_part_of_a_form_is_imported(tmp_path: Path) -> None:
    text = (
        f"{PARAMS}, requestBody: {{content: {{application/x-www-form-urlencoded: {{schema: {OBJECT},"
        f" encoding: {{a: {{style: spaceDelimited}}}}}}}}}}, {OK}"
    )
    planned = method(tmp_path, text, "typescript")
    assert any("spaceDelimited" in line for line in planned.imports)


@pytest.mark.parametrize(
    ("contents", "python", "awaited", "typescript"),
    [
        (
            "text/event-stream: {schema: {type: integer}}",
            "EventStream[int]",
            "EventStreamAsync[int]",
            "EventStream<number>",
        ),
        (
            "application/json: {schema: {type: boolean}}, text/event-stream: {schema: {type: integer}}",
            "bool | EventStream[int]",
            "bool | EventStreamAsync[int]",
            "boolean | EventStream<number>",
        ),
        (
            "image/png: {}",
            "BinaryResponse",
            "BinaryResponseAsync",
            "ReadableStream<Uint8Array>",
        ),
    ],
)
def test_what_stays_open(
    tmp_path: Path, contents: str, python: str, awaited: str, typescript: str
) -> None:
    text = (
        f"{HEAD}paths: {{/a: {{get: {{operationId: x, responses: {{'200': {{description: OK,"
        f" content: {{{contents}}}}}}}}}}}}}"
    )
    (made,) = packaged(tmp_path, text, "python").methods
    assert (made.returns, made.returns_async, made.opens) == (python, awaited, True)
    (made,) = packaged(tmp_path, text, "typescript").methods
    assert (made.returns, made.returns_async, made.opens) == (typescript, typescript, False)


FAULT = "{type: object, properties: {message: {type: string}}}"
SHARED_FAULT = f"components: {{schemas: {{Fault: {FAULT}}}}}\n"


def answer(status: str, schema: str, media_type: str = "application/json") -> str:
    return f"'{status}': {{description: x, content: {{{media_type}: {{schema: {schema}}}}}}}"


@pytest.mark.parametrize(("key", "data"), [("python", "_models."), ("typescript", "() => ")])
def test_errors_have_classes(tmp_path: Path, key: str, data: str) -> None:
    """JSON under any failing status, a list as well; text and what brings nothing have none."""
    fault = "{$ref: '#/components/schemas/Fault'}"
    listed = ", ".join(
        [
            answer("200", OBJECT),
            answer("404", fault),
            answer("4XX", "{title: Broken, type: object, properties: {a: {type: string}}}"),
            answer("409", f"{{type: array, items: {fault}}}"),
            answer("410", fault, "text/plain"),
            answer("default", fault),
            "'500': {description: x}",
        ]
    )
    planned = method(tmp_path, f"{PARAMS}, responses: {{{listed}}}", key, SHARED_FAULT)
    statuses = [(e.status, e.error.removeprefix("_models.")) for e in planned.errors]
    many = {"python": "DoItResponseResponseBody", "typescript": "DoItResponseBody$errors"}[key]
    assert statuses == [("404", "Fault"), ("4XX", "Broken"), ("409", many), ("default", "Fault")]
    assert planned.errors[0].type.startswith(f"{data}FaultData")
    prefix = "_models." if key == "python" else ""
    assert planned.raises == f"{prefix}Fault | {prefix}Broken | {prefix}{many} | ShopError"


@pytest.mark.parametrize("key", ["python", "typescript"])
def test_an_answer_that_is_an_error_elsewhere(tmp_path: Path, key: str) -> None:
    """What a success brings keeps its name; the error is called after it."""
    fault = "{$ref: '#/components/schemas/Fault'}"
    planned = method(
        tmp_path,
        f"{PARAMS}, responses: {{{answer('200', fault)}, {answer('404', fault)}}}",
        key,
        SHARED_FAULT,
    )
    assert planned.returns.removeprefix("_models.") == "Fault"
    assert [e.error.removeprefix("_models.") for e in planned.errors] == ["FaultError"]
