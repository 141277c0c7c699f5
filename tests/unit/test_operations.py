"""Paths to operations; every mistake is found in one run, each at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.access import Server, ServerVariable
from generator.api import (
    Api,
    Array,
    Named,
    ObjectShape,
    Operation,
    Scalar,
    Stream,
    Type,
    UnionShape,
    Unknown,
)
from generator.diagnostics import SpecErrors
from tests.unit.support import HEAD, api_of, understood

OK = "responses: {'204': {description: OK}}"


def operation(folder: Path, text: str, path: str = "/a", rest: str = "") -> Operation:
    return api(folder, text, path, rest).operations[0]


def api(folder: Path, text: str, path: str = "/a", rest: str = "") -> Api:
    return api_of(folder, f"{HEAD}paths:\n  {path}:\n    get: {{{text}}}\n{rest}")


def problems(folder: Path, text: str) -> list[tuple[str, int]]:
    try:
        _, issues = understood(folder, text)
    except SpecErrors as errors:
        issues = list(errors.issues)
    assert all(issue.place for issue in issues)
    return [(issue.message, issue.place.line) for issue in issues if issue.place]


# --- the document --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("swagger: '2.0'", "Swagger 2.0 is not supported", 1),
        ("info: {}\nopenapi: 3.3.0", "OpenAPI 3.3.0 is not supported", 2),
        ("openapi: 2.0.0", "OpenAPI 2.0.0 is not supported", 1),
        ("openapi: 3.1", "OpenAPI 3.1 is not supported", 1),
        ("[a]", "an OpenAPI document is a mapping", 1),
        ("hello", "an OpenAPI document is a mapping", 1),
        ("a: b", "this is no OpenAPI document: it has no `openapi`", 1),
        (f"{HEAD}paths: [a]", "a mapping is expected, this is a list", 3),
        (HEAD, "`paths` is missing", 1),
        ("openapi: 3.1.0\npaths: {}", "`info` is missing", 1),
    ],
)
def test_what_is_no_document_is_refused(tmp_path: Path, text: str, message: str, line: int) -> None:
    assert problems(tmp_path, text) == [(message, line)]


def test_a_document_of_components_alone_is_fine_in_3_1(tmp_path: Path) -> None:
    assert api_of(tmp_path, f"{HEAD}components: {{}}").operations == ()
    old = HEAD.replace("3.1.0", "3.0.3") + "components: {}"
    assert problems(tmp_path, old) == [("`paths` is missing", 1)]


def test_titles_servers_and_docs(tmp_path: Path) -> None:
    text = (
        "openapi: 3.0.3\ninfo: {title: T, version: 2.0, description: D}\npaths: {}\n"
        "externalDocs: {url: 'https://x', description: more}\n"
        "servers: [{url: 'https://{r}.x', description: s, variables: {r: {default: eu}}}]"
    )
    made = api_of(tmp_path, text)
    assert (made.title, made.version, made.description) == ("T", "2.0", "D")
    assert (made.docs_url, made.docs_description) == ("https://x", "more")
    server = Server(
        url="https://{r}.x", description="s", variables=(ServerVariable(name="r", default="eu"),)
    )
    assert made.servers == (server,)


# --- paths and methods ----------------------------------------------------------------------


def test_operations_are_in_the_order_of_the_document(tmp_path: Path) -> None:
    text = f"{HEAD}paths:\n  /b: {{put: {{{OK}}}, get: {{{OK}}}}}\n  /a: {{get: {{{OK}}}}}"
    made = [(o.method, o.path) for o in api_of(tmp_path, text).operations]
    assert made == [("put", "/b"), ("get", "/b"), ("get", "/a")]


def test_an_operation_without_id_is_called_by_its_path(tmp_path: Path) -> None:
    assert operation(tmp_path, OK, "/v2/a.b/c").id == "get_/v2/a.b/c"


def test_a_path_item_may_be_elsewhere(tmp_path: Path) -> None:
    text = f"{HEAD}paths: {{/a: {{$ref: '#/x-items/a'}}}}\nx-items: {{a: {{get: {{operationId: z, {OK}}}}}}}"
    assert [o.id for o in api_of(tmp_path, text).operations] == ["z"]


def test_ignored_operations_and_extensions_are_left_out(tmp_path: Path) -> None:
    text = f"{HEAD}paths:\n  x-a: 5\n  /a:\n    x-b: 5\n    get: {{x-speakeasy-ignore: true, {OK}}}"
    assert api_of(tmp_path, text).operations == ()


def test_five_mistakes_are_five_problems(tmp_path: Path) -> None:
    text = (
        f"{HEAD}paths:\n"
        f"  a: {{get: {{{OK}}}}}\n"
        "  /b:\n"
        f"    gte: {{{OK}}}\n"
        "    get:\n"
        "      parameters:\n"
        "        - {name: x, in: body}\n"
        "        - {in: query}\n"
        "      responses: {'20': {description: x}}\n"
    )
    assert problems(tmp_path, text) == [
        ("a path begins with a slash", 4),
        ("'gte' is no HTTP method", 6),
        ("'body' is no place for it", 9),
        ("a parameter needs a `name`", 10),
        ("'20' is no response key", 11),
    ]


# --- groups and names -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "groups", "name"),
    [
        ("operationId: x", ((),), "x"),
        ("operationId: x, tags: [a, b c]", (("a",), ("b c",)), "x"),
        ("operationId: x, tags: [a], x-speakeasy-group: b.c", (("b", "c"),), "x"),
        ("operationId: x, x-speakeasy-group: .b..c.", (("b", "c"),), "x"),
        ("operationId: x, x-speakeasy-name-override: y", ((),), "y"),
    ],
)
def test_groups_and_names(tmp_path: Path, text: str, groups: object, name: str) -> None:
    made = operation(tmp_path, f"{text}, {OK}")
    assert (made.groups, made.name) == (groups, name)


# --- parameters -----------------------------------------------------------------------------


def params(folder: Path, *rows: str, path: str = "/a") -> dict[str, object]:
    listed = ", ".join(rows)
    made = operation(folder, f"operationId: x, parameters: [{listed}], {OK}", path)
    return {param.name: param for param in made.params}


def test_a_parameter(tmp_path: Path) -> None:
    made = operation(
        tmp_path,
        "operationId: x, parameters: [{name: q, in: query, required: true, description: D,"
        f" deprecated: true, allowReserved: true, schema: {{type: string, default: z}}}}], {OK}",
    )
    (param,) = made.params
    assert (param.name, param.place, param.type) == ("q", "query", Scalar(kind="string"))
    assert (param.required, param.deprecated, param.allow_reserved) == (True, True, True)
    assert (param.style, param.explode, param.default) == ("form", True, "z")


@pytest.mark.parametrize(
    ("row", "style", "explode"),
    [
        ("{name: p, in: query}", "form", True),
        ("{name: p, in: query, explode: false}", "form", False),
        ("{name: p, in: query, style: deepObject, explode: true}", "deepObject", True),
        ("{name: p, in: query, style: pipeDelimited}", "pipeDelimited", False),
        ("{name: p, in: header}", "simple", False),
        ("{name: p, in: cookie}", "form", True),
    ],
)
def test_styles(tmp_path: Path, row: str, style: str, explode: bool) -> None:
    param = params(tmp_path, row)["p"]
    assert (param.style, param.explode) == (style, explode)  # type: ignore[attr-defined]


def test_a_path_parameter_is_always_required(tmp_path: Path) -> None:
    param = params(tmp_path, "{name: p, in: path}", path="'/a/{p}'")["p"]
    assert param.required  # type: ignore[attr-defined]


def test_an_operation_overrides_its_path(tmp_path: Path) -> None:
    text = (
        f"{HEAD}paths:\n  /a:\n    parameters:\n      - {{name: p, in: query, description: path}}\n"
        "      - {name: q, in: query}\n"
        f"    get: {{parameters: [{{name: p, in: query, description: own}}], {OK}}}"
    )
    made = api_of(tmp_path, text).operations[0]
    assert [(p.name, p.description) for p in made.params] == [("p", "own"), ("q", "")]


def test_the_same_name_in_two_places_is_two_parameters(tmp_path: Path) -> None:
    made = operation(
        tmp_path,
        f"operationId: x, parameters: [{{name: p, in: query}}, {{name: p, in: header}}], {OK}",
    )
    assert [p.place for p in made.params] == ["query", "header"]


def test_a_name_of_the_path_that_is_not_declared_warns(tmp_path: Path) -> None:
    found = problems(tmp_path, f"{HEAD}paths: {{'/a/{{p}}': {{get: {{{OK}}}}}}}")
    assert found == [("the path names 'p', which is not declared", 3)]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{name: p, in: query, style: simple}", "the style 'simple' does not fit query"),
        ("{name: p, in: querry}", "'querry' is no place for it"),
        ("{name: p}", "'' is no place for it"),
        ("{in: query}", "a parameter needs a `name`"),
        ("{$ref: '#/nope'}", "'#/nope' leads nowhere: there is no 'nope' here"),
        ("5", "a parameter needs a `name`"),
        ("{name: p, in: query, required: perhaps}", "true or false is expected, this is text"),
        ("{name: p, in: query, schema: 5}", "a schema is expected here"),
    ],
)
def test_faulty_parameters_are_refused(tmp_path: Path, row: str, message: str) -> None:
    text = f"{HEAD}paths:\n  /a:\n    get:\n      parameters:\n        - {row}\n      {OK}"
    assert problems(tmp_path, text) == [(message, 7)]


# --- bodies and answers -----------------------------------------------------------------------


def test_a_body_of_several_media_types_is_json(tmp_path: Path) -> None:
    made = operation(
        tmp_path,
        "operationId: x, requestBody: {required: true, content: {text/plain: {}, application/json:"
        f" {{schema: {{type: array, items: {{type: string}}}}}}}}}}, {OK}",
    )
    assert made.body is not None
    assert (made.body.media_type, made.body.required) == ("application/json", True)
    assert made.body.type == Array(items=Scalar(kind="string"))
    assert made.request == ""


def test_parameters_and_body_make_a_request(tmp_path: Path) -> None:
    made = api(
        tmp_path,
        "operationId: x, parameters: [{name: p, in: query}],"
        f" requestBody: {{content: {{application/json: {{schema: {{type: string}}}}}}}}, {OK}",
    )
    model = next(m for m in made.models if m.ref == made.operations[0].request)
    assert isinstance(model.shape, ObjectShape)
    assert [(f.name, f.required) for f in model.shape.fields] == [
        ("p", False),
        ("requestBody", False),
    ]


def test_a_body_without_content_is_refused(tmp_path: Path) -> None:
    text = f"{HEAD}paths:\n  /a:\n    post:\n      requestBody: {{}}\n      {OK}"
    assert problems(tmp_path, text) == [("a request body needs `content`", 6)]


def test_answers(tmp_path: Path) -> None:
    made = operation(
        tmp_path,
        "operationId: x, responses: {'200': {description: A, content: {application/json: {schema:"
        " {$ref: '#/components/schemas/A'}}, text/plain: {}}}, '204': {description: B},"
        " 4XX: {description: C}, default: {description: D}, x-note: 5}",
        rest="components: {schemas: {A: {type: object, properties: {a: {}}}}}",
    )
    ref = Named(ref="#/components/schemas/A")
    assert [(r.status, r.media_type, r.type) for r in made.replies] == [
        ("200", "application/json", ref),
        ("204", "", None),
        ("4XX", "", None),
        ("default", "", None),
    ]
    assert [r.is_error for r in made.replies] == [False, False, True, False]


@pytest.mark.parametrize("status", ["20", "2000", "2xx5", "OK", "600", "099", "6XX", "''", "2X0"])
def test_keys_that_are_no_status_are_refused(tmp_path: Path, status: str) -> None:
    text = f"{HEAD}paths:\n  /a:\n    get:\n      responses:\n        {status}: {{description: x}}"
    ((message, line),) = problems(tmp_path, text)
    assert (message.endswith("is no response key"), line) == (True, 7)


# --- security ------------------------------------------------------------------------------------

SCHEMES = "components: {securitySchemes: {a: {type: http, scheme: Bearer}, b: {type: apiKey, in: query, name: k}}}"


@pytest.mark.parametrize(
    ("security", "needs"),
    [
        ("", None),
        ("security: [], ", ()),
        ("security: [{a: []}], ", (("a",),)),
        ("security: [{a: [], b: []}, {}], ", (("a", "b"), ())),
    ],
)
def test_security_of_an_operation(tmp_path: Path, security: str, needs: object) -> None:
    found = operation(tmp_path, f"{security}{OK}", rest=SCHEMES).security
    named = tuple(tuple(need.scheme for need in group) for group in found or ())
    assert (found if found is None else named) == needs


def test_schemes(tmp_path: Path) -> None:
    a, b = api(tmp_path, OK, rest=SCHEMES).schemes
    assert (a.key, a.type, a.scheme) == ("a", "http", "Bearer")
    assert (b.type, b.place, b.name) == ("apiKey", "query", "k")


def test_a_scheme_of_no_type_is_refused(tmp_path: Path) -> None:
    text = f"{HEAD}paths: {{}}\ncomponents:\n  securitySchemes:\n    a: {{type: magic}}"
    assert problems(tmp_path, text) == [("'magic' is no type of security scheme", 6)]


def test_a_scheme_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    """Left out, it would make the operation public without a word."""
    text = f"{HEAD}security: [{{nope: []}}]\npaths: {{}}\n{SCHEMES}"
    ((message, line),) = problems(tmp_path, text)
    assert ("nope" in message, line) == (True, 3)


def test_two_operations_with_one_id_are_noticed(tmp_path: Path) -> None:
    text = f"{HEAD}paths:\n  /a: {{get: {{operationId: x, {OK}}}}}\n  /b: {{get: {{operationId: x, {OK}}}}}"
    ((message, line),) = problems(tmp_path, text)
    assert ("'x'" in message, line) == (True, 5)


@pytest.mark.parametrize("hidden", [True, False])
def test_what_the_client_holds_need_not_be_given(tmp_path: Path, hidden: bool) -> None:
    held = "{name: g, in: query, schema: {type: string}, x-speakeasy-globals-hidden: %s}"
    text = (
        f"{HEAD}x-speakeasy-globals: {{parameters: [{held % str(hidden).lower()}]}}\n"
        "paths: {/a: {get: {parameters: [{name: g, in: query, required: true},"
        f" {{name: h, in: query}}], {OK}}}}}}}"
    )
    made = api_of(tmp_path, text)
    assert [p.name for p in made.globals] == ["g"]
    (one,) = made.operations
    assert [p.name for p in one.globals] == (["g"] if hidden else [])
    assert [p.name for p in one.params] == (["h"] if hidden else ["g", "h"])
    assert not any(p.required for p in (*one.params, *one.globals))


def test_a_timeout(tmp_path: Path) -> None:
    assert operation(tmp_path, f"x-speakeasy-timeout: 500, {OK}").timeout_ms == 500
    assert operation(tmp_path, f"x-speakeasy-timeout: -1, {OK}").timeout_ms is None
    assert operation(tmp_path, f"x-speakeasy-timeout: true, {OK}").timeout_ms is None


JSON_AND_XML = """
      '200':
        description: x
        content:
          application/xml: {schema: {type: object, properties: {a: {type: string}}}}
          application/json: {schema: {type: object, properties: {a: {type: string}}}}
          text/plain: {}
"""


def replied(folder: Path, text: str) -> Operation:
    return api_of(folder, f"{HEAD}paths:\n  /a:\n    get:\n     responses:{text}").operations[0]


def test_what_json_says_is_not_said_again(tmp_path: Path) -> None:
    made = replied(tmp_path, JSON_AND_XML)
    assert [reply.media_type for reply in made.replies] == ["application/json"]
    assert made.result == made.replies[0].type


def test_another_notation_alone_is_text(tmp_path: Path) -> None:
    text = " {'200': {description: x, content: {application/xml: {schema: {type: object}}}}}"
    assert replied(tmp_path, text).result == Scalar(kind="string")


def test_several_successes_make_a_union(tmp_path: Path) -> None:
    text = """
      '200': {description: x, content: {application/json: {schema: {type: string}}}}
      '201': {description: x, content: {application/json: {schema: {type: integer}}}}
      '202': {description: x, content: {application/pdf: {}}}
"""
    api = api_of(tmp_path, f"{HEAD}paths:\n  /a:\n    get:\n     responses:{text}")
    result = api.operations[0].result
    shape = next(m.shape for m in api.models if isinstance(result, Named) and m.ref == result.ref)
    assert isinstance(shape, UnionShape)
    kinds = [v.kind for v in shape.variants if isinstance(v, Scalar)]
    assert kinds == ["string", "integer"]
    assert shape.variants[2] == Stream(items=Scalar(kind="file", format="binary"))


def test_a_name_in_two_places_is_two_fields(tmp_path: Path) -> None:
    listed = ", ".join(
        f"{{name: {name}, in: {place}, schema: {{type: string}}}}"
        for name, place in (("a", "query"), ("a", "header"), ("requestBody", "query"))
    )
    text = f"{HEAD}paths: {{/a: {{get: {{parameters: [{listed}], responses: {{}}}}}}}}"
    (made,) = api_of(tmp_path, text).operations
    assert [param.key for param in made.params] == ["a", "a header", "requestBody query"]


def test_the_body_of_a_failure_is_an_error_and_what_it_holds_is_none(tmp_path: Path) -> None:
    inner = "{type: object, title: Reason, properties: {text: {type: string}}}"
    body = f"{{type: object, properties: {{why: {inner}}}}}"
    content = f"content: {{application/json: {{schema: {body}}}}}"
    found = api(tmp_path, f"responses: {{'404': {{description: No, {content}}}}}")
    assert {m.naming.leaf: m.room for m in found.models} == {
        "ResponseBody": "error",
        "Reason": "response",
    }


# --- OpenAPI 3.2 ------------------------------------------------------------------------------

NEW = HEAD.replace("3.1.0", "3.2.0")


def test_a_method_is_sent_as_it_is_spelled(tmp_path: Path) -> None:
    text = f"{NEW}paths: {{/a: {{query: {{{OK}}}, additionalOperations: {{Copy: {{{OK}}}}}}}}}"
    made = [(o.method, o.sent_method, o.id) for o in api_of(tmp_path, text).operations]
    assert made == [("query", "QUERY", "query_/a"), ("Copy", "Copy", "Copy_/a")]


@pytest.mark.parametrize(
    ("media_type", "type"),
    [
        ("application/jsonl", None),
        ("application/x-ndjson", None),
        ("application/json-seq", Scalar(kind="file", format="binary")),
        ("text/event-stream", Scalar(kind="string")),
    ],
)
def test_a_sequence_knows_the_type_of_its_items(
    tmp_path: Path, media_type: str, type: Type | None
) -> None:
    """Lines are sent as a list of items; what has no encoder of ours, as the caller wrote it."""
    content = f"{{{media_type}: {{itemSchema: {{type: object, properties: {{a: {{}}}}}}}}}}"
    text = (
        f"{NEW}paths: {{/a: {{post: {{operationId: x, requestBody: {{content: {content}}},"
        f" responses: {{'200': {{description: OK, content: {content}}}}}}}}}}}"
    )
    made = api_of(tmp_path, text)
    operation = made.operations[0]
    (reply,), body = operation.replies, operation.body
    assert body
    assert isinstance(reply.type, Stream)
    assert isinstance(reply.type.items, Named)
    assert isinstance(body.item, Named)
    assert body.type == (type or Array(items=body.item))
    assert [model.naming.leaf for model in made.models] == ["RequestBodyItem", "ResponseBodyItem"]


def test_media_types_may_stand_among_the_components(tmp_path: Path) -> None:
    text = (
        f"{NEW}paths: {{/a: {{get: {{parameters: [{{name: p, in: query, content: {{application/json:"
        " {$ref: '#/components/mediaTypes/m'}}}], responses: {'200': {content: {application/json:"
        " {$ref: '#/components/mediaTypes/m'}}}}}}}\n"
        "components: {mediaTypes: {m: {schema: {type: integer}}}}"
    )
    operation = api_of(tmp_path, text).operations[0]
    assert operation.replies[0].type == operation.params[0].type == Scalar(kind="integer")


def test_a_path_item_of_several_paths_has_a_request_for_each(tmp_path: Path) -> None:
    text = (
        f"{NEW}paths:\n  /a: {{$ref: '#/components/pathItems/i'}}\n"
        "  /b: {$ref: '#/components/pathItems/i', parameters: [{name: q, in: query}]}\n"
        f"components: {{pathItems: {{i: {{get: {{parameters: [{{name: p, in: query}}], {OK}}}}}}}}}"
    )
    made = api_of(tmp_path, text)
    assert [[p.name for p in o.params] for o in made.operations] == [["p"], ["q", "p"]]
    assert len({o.request for o in made.operations}) == 2
    assert len(made.models) == 2


# --- what is left out -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    [
        "parameters: [{in: query}]",
        "parameters: [{name: q, in: querystring}]",
        "parameters: [{$ref: '#/nowhere'}]",
        "requestBody: {content: {}}",
        "responses: {'20': {description: x}}",
        "responses: {'200': {$ref: '#/nowhere'}}",
        "security: [{none: []}]",
        "x-speakeasy-group: [a]",
    ],
)
def test_an_operation_with_a_faulty_part_is_left_out_with_its_models(
    tmp_path: Path, fault: str
) -> None:
    body = "content: {application/json: {schema: {type: object, properties: {a: {}}}}}"
    rest = "" if "responses" in fault else f", responses: {{'200': {{description: OK, {body}}}}}"
    text = f"{NEW}paths:\n  /a: {{get: {{{fault}{rest}}}}}\n  /b: {{get: {{{OK}}}}}"
    api, issues = understood(tmp_path, text)
    assert [operation.path for operation in api.operations] == ["/b"]
    assert api.models == ()
    assert {issue.part for issue in issues} == {"operation GET /a"}


def test_a_faulty_schema_is_anything_and_noted_once(tmp_path: Path) -> None:
    answer = "{'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}"
    text = (
        f"{NEW}paths:\n  /a: {{get: {{responses: {answer}}}}}\n  /b: {{get: {{responses: {answer}}}}}\n"
        "components: {schemas: {S: {type: strng}}}"
    )
    api, issues = understood(tmp_path, text)
    assert [operation.replies[0].type for operation in api.operations] == [Unknown(), Unknown()]
    assert [issue.part for issue in issues] == ["schema #/components/schemas/S"]


SEVERAL_BODIES = """
      operationId: up
      requestBody:
        content:
          application/xml: {schema: {type: object, properties: {a: {type: string}}}}
          multipart/form-data: {schema: {type: object, properties: {f: {type: string}}}}
          application/json: {schema: {type: object, properties: {a: {type: string}}}}
          application/octet-stream: {}
      responses: {'200': {description: x, content: {text/plain: {}}}}
"""


def test_each_notation_with_a_schema_of_its_own_is_a_method(tmp_path: Path) -> None:
    made = api_of(tmp_path, f"{HEAD}paths:\n  /a:\n    post:{SEVERAL_BODIES}").operations
    assert [(o.id, o.name, o.body.media_type if o.body else "") for o in made] == [
        ("up", "up", "application/json"),
        ("up", "up multipart", "multipart/form-data"),
        ("up", "up raw", "application/octet-stream"),
    ]
    assert len({o.place for o in made}) == 3
    assert {o.result for o in made} == {Scalar(kind="string")}


def test_a_body_that_is_no_json_and_no_form_is_text_or_bytes(tmp_path: Path) -> None:
    for media_type, kind in (("application/xml", "string"), ("image/png", "file")):
        content = f"{{{media_type}: {{schema: {{type: object, properties: {{a: {{}}}}}}}}}}"
        made = operation(tmp_path, f"requestBody: {{content: {content}}}, {OK}")
        assert made.body and isinstance(made.body.type, Scalar)
        assert made.body.type.kind == kind
