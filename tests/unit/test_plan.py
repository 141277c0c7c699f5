"""The meaning of a document in one language: groups, methods, client."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator import operations
from generator.facts import Issues
from generator.languages import LANGUAGES
from generator.package import Package
from generator.plan import plan
from generator.settings import Settings
from tests.unit.hostile import any_text
from tests.unit.support import HEAD, document, packaged

OK = "responses: {'204': {description: OK}}"


def planned(folder: Path, *texts: str, key: str = "python", rest: str = "") -> Package:
    paths = "".join(f"  /p{n}: {{get: {{{text}, {OK}}}}}\n" for n, text in enumerate(texts))
    return packaged(folder, f"{HEAD}paths:\n{paths or '  {}'}\n{rest}", key)


def test_an_operation_without_group_is_one_of_the_client(tmp_path: Path) -> None:
    package = planned(tmp_path, "operationId: getIt")
    assert [method.name for method in package.root.methods] == ["get_it"]
    assert (package.root.class_name, package.groups) == ("Shop", ())


def test_an_operation_with_two_tags_is_in_both_groups(tmp_path: Path) -> None:
    package = planned(tmp_path, "operationId: x, tags: [a, b]")
    assert [(g.path, [m.name for m in g.methods]) for g in package.groups] == [
        (("a",), ["x"]),
        (("b",), ["x"]),
    ]


def test_groups_that_differ_in_case_and_separators_are_one(tmp_path: Path) -> None:
    package = planned(
        tmp_path,
        "operationId: x, x-speakeasy-group: memoryStores",
        "operationId: y, tags: [Memory Stores, memory_stores]",
    )
    assert [(g.class_name, [m.name for m in g.methods]) for g in package.groups] == [
        ("MemoryStores", ["x", "y"])
    ]


def test_groups_nest(tmp_path: Path) -> None:
    package = planned(tmp_path, "operationId: x, x-speakeasy-group: a.b")
    a, b = package.groups
    assert [child.attribute for child in package.root.children] == ["a"]
    assert [(child.attribute, child.class_name) for child in a.children] == [("b", b.class_name)]
    assert a.methods == ()
    assert [page.title for page in package.resources] == ["A.B"]


def test_of_two_groups_with_one_name_the_outer_keeps_it(tmp_path: Path) -> None:
    package = planned(
        tmp_path,
        "operationId: x, x-speakeasy-group: a.b.images",
        "operationId: y, x-speakeasy-group: c.images",
    )
    classes = {group.path: group.class_name for group in package.groups}
    assert classes["c", "images"] == "Images"
    assert classes["a", "b", "images"] == "ShopImages"


@pytest.mark.parametrize("key", LANGUAGES)
def test_methods_that_clash_are_all_there(tmp_path: Path, key: str) -> None:
    ids = ("getItem", "get_item", "get-item", "get_item_async", "class", "class_")
    package = planned(tmp_path, *(f"operationId: {id}, tags: [t]" for id in ids), key=key)
    (group,) = package.groups
    assert len({method.name for method in group.methods}) == len(ids)
    assert len({method.function.lower() for method in group.methods}) == len(ids)


def test_every_method_has_a_descriptor_of_its_own(tmp_path: Path) -> None:
    """Two of one name would send every call of the first to the path of the second."""
    package = planned(
        tmp_path, "operationId: getItem, tags: [t]", "operationId: get_item, tags: [t]"
    )
    (group,) = package.groups
    assert len({method.constant for method in group.methods}) == 2


def test_an_async_twin_has_one_underscore(tmp_path: Path) -> None:
    package = planned(tmp_path, "operationId: class")
    assert [(m.name, m.async_name) for m in package.root.methods] == [("class_", "class_async")]


@pytest.mark.parametrize("key", LANGUAGES)
@settings(max_examples=40)
@given(ids=st.lists(any_text.filter(bool), min_size=1, max_size=5), tag=any_text)
def test_any_text_becomes_groups_and_methods(
    tmp_path: Path, key: str, ids: list[str], tag: str
) -> None:
    assume(not any("\ud800" <= char <= "\udfff" for text in (*ids, tag) for char in text))
    listed = [{"operationId": id, "tags": [tag], "responses": {}} for id in ids]
    paths = {f"/p{n}": {"get": operation} for n, operation in enumerate(listed)}
    text = json.dumps({"openapi": "3.1.0", "info": {"title": tag}, "paths": paths})
    api = operations.parse(document(tmp_path, text, "spec.json"), Issues())
    package = plan(api, LANGUAGES[key], Settings().completed(api))
    for group in (package.root, *package.groups):
        assert group.class_name.isidentifier()
        assert group.module.isidentifier()
        assert all(method.name.isidentifier() for method in group.methods)
        assert len({method.name for method in group.methods}) == len(group.methods)


OWN = {
    "python": ({"Client", "ClientOptions", "Group", "Shop"}, {"sdk", "models", "utils", "types"}),
    "typescript": ({"Group", "ShopCore", "RequestOptions", "Shop"}, {"sdk", "index"}),
}


@pytest.mark.parametrize(
    "tag",
    ["client", "group", "models", "sdk", "utils", "index", "types", "shop", "request options"],
)
@pytest.mark.parametrize("key", LANGUAGES)
def test_groups_do_not_take_modules_and_classes_of_ours(tmp_path: Path, key: str, tag: str) -> None:
    package = planned(tmp_path, f"operationId: x, tags: [{tag}]", key=key)
    (group,) = package.groups
    classes, modules = OWN[key]
    assert group.class_name not in classes
    assert group.module not in modules


# --- the client ------------------------------------------------------------------------------

SCHEMES = """\
security: [{api-key: []}]
components:
  securitySchemes:
    api-key: {type: http, scheme: bearer}
    apiKey: {type: apiKey, in: header, name: X-Key}
    client: {type: http, scheme: basic}
    class: {type: oauth2, flows: {}}
"""


def test_credentials_are_arguments_of_the_client(tmp_path: Path) -> None:
    package = planned(tmp_path, "operationId: x", rest=SCHEMES)
    assert [(c.name, c.send) for c in package.credentials] == [
        ("api_key", "bearer"),
        ("api_key_", "apiKey"),
        ("client_", "basic"),
        ("class_", "bearer"),
    ]
    assert package.security == (("api_key",),)


def test_parts_of_credentials_have_variables(tmp_path: Path) -> None:
    """The first scheme has the short names; scopes stand behind the name of a scheme."""
    rest = """\
components:
  securitySchemes:
    one: {type: http, scheme: basic}
    two: {type: http, scheme: basic}
    app: {type: oauth2, flows: {clientCredentials: {tokenUrl: /t}}}
"""
    operation = "operationId: x, security: [{app: [b, a], one: [no]}, {}]"
    for key, names in (
        ("python", ["client_id", "client_secret"]),
        ("typescript", ["clientId", "clientSecret"]),
    ):
        package = planned(tmp_path, operation, key=key, rest=rest)
        one, two, app = package.credentials
        assert [part.env for part in one.parts] == ["SHOP_USERNAME", "SHOP_PASSWORD"]
        assert [part.env for part in two.parts] == ["SHOP_TWO_USERNAME", "SHOP_TWO_PASSWORD"]
        assert [part.env for part in app.parts] == ["SHOP_CLIENT_ID", "SHOP_CLIENT_SECRET"]
        assert [part.key for part in app.parts] == names
        assert package.methods[0].security == (("app b a", "one"), ())
        (option,) = package.readme.usage.options if package.readme.usage else ()
        assert "SHOP_USERNAME" in option.value and "SHOP_PASSWORD" in option.value


def test_two_credentials_do_not_share_an_environment_variable(tmp_path: Path) -> None:
    package = planned(tmp_path, "operationId: x", rest=SCHEMES)
    variables = [c.env for c in package.credentials if c.env]
    variables += [part.env for c in package.credentials for part in c.parts]
    assert len(set(variables)) == len(variables)


VARIABLES = """
x-speakeasy-globals: {parameters: [{name: tenant, in: header, schema: {type: string}}]}
servers:
  - url: https://{region}.{tenant}.{timeout-ms}.example.com
    variables:
      region: {default: eu, enum: [eu, us], description: Where}
      tenant: {default: demo}
      timeout-ms: {default: "", enum: [a]}
  - url: https://{region}.{timeout-ms}.example.org
    variables: {region: {default: asia, enum: [asia, eu]}, timeout-ms: {default: x}}
"""


def test_variables_of_servers_are_arguments_of_the_client(tmp_path: Path) -> None:
    own = "servers: [{url: '/{cell}', variables: {cell: {default: '1'}}}]"
    package = planned(tmp_path, f"operationId: x, {own}", rest=VARIABLES)
    assert [option.name for option in package.shared] == ["tenant"]
    assert [(v.name, v.wire, v.default, v.choices) for v in package.variables] == [
        ("region", "region", "eu", ("eu", "us", "asia")),
        ("tenant_", "tenant", "demo", ()),
        ("timeout_ms_", "timeout-ms", "", ()),
        ("cell", "cell", "1", ()),
    ]
    first, second = package.servers
    assert first.choices == (("region", ("eu", "us")), ("timeout-ms", ("a",)))
    assert second.choices == (("region", ("asia", "eu")),)
    table = package.readme.variables
    assert table is not None
    assert table.rows[:2] == (
        ("`region`", "`eu`", "`eu`, `us`, `asia`", "Where"),
        ("`tenant_`", "`demo`", "any", "N/A"),
    )


def test_without_variables_there_is_no_word_of_them(tmp_path: Path) -> None:
    package = planned(tmp_path, "operationId: x", rest="servers: [{url: 'https://a.example'}]")
    assert (package.variables, package.readme.variables) == ((), None)


def test_a_certificate_is_no_credential(tmp_path: Path) -> None:
    """The HTTP client shows it; what else an operation needs is sent as ever."""
    rest = """\
security: [{cert: [], token: []}, {cert: []}]
components:
  securitySchemes:
    cert: {type: mutualTLS}
    token: {type: http, scheme: bearer}
"""
    for key in LANGUAGES:
        package = planned(tmp_path, "operationId: x", rest=rest, key=key)
        assert [(c.name, c.send) for c in package.credentials] == [("token", "bearer")]
        assert package.security == (("token",), ())
        assert package.readme.credentials is not None
        assert [row[0] for row in package.readme.credentials.rows] == ["`token`"]


@pytest.mark.parametrize(
    ("scheme", "prefix"),
    [
        ("{type: http, scheme: Token}", "Token"),
        ("{type: http, scheme: token}", "Token"),
        ("{type: http, scheme: myToken}", "myToken"),
        ("{type: http, scheme: DPoP}", "DPoP"),
        ("{type: http, scheme: dpop}", "DPoP"),
        ("{type: http, scheme: hoba}", "HOBA"),
        ("{type: http, scheme: scram-sha-1}", "SCRAM-SHA-1"),
        ("{type: http, scheme: DIGEST}", "Digest"),
        ("{type: http, scheme: BASIC}", ""),
        ("{type: http, scheme: Bearer}", ""),
        ("{type: http, scheme: basic}", ""),
        ("{type: oauth2, flows: {}}", ""),
        ("{type: apiKey, in: header, name: k}", ""),
    ],
)
def test_another_scheme_of_http_has_its_own_word(tmp_path: Path, scheme: str, prefix: str) -> None:
    rest = f"components: {{securitySchemes: {{k: {scheme}}}}}"
    (credential,) = planned(tmp_path, "operationId: x", rest=rest).credentials
    assert credential.prefix == prefix


def test_what_the_client_holds_is_plain(tmp_path: Path) -> None:
    """The client has no models and imports nothing for its arguments."""
    rows = ("string", "integer", "string, format: date-time", "string, format: binary", "object")
    held = ", ".join(
        f"{{name: p{n}, in: query, schema: {{type: {row}}}}}" for n, row in enumerate(rows)
    )
    rest = f"x-speakeasy-globals: {{parameters: [{held}]}}"
    package = planned(tmp_path, "operationId: x", rest=rest)
    assert [str(shared.type) for shared in package.shared] == ["str", "int", "str", "str", "str"]


def test_public_operations_say_so(tmp_path: Path) -> None:
    package = planned(tmp_path, "operationId: a", "operationId: b, security: []", rest=SCHEMES)
    assert [method.security for method in package.methods] == [None, ()]


def test_servers_of_an_operation_are_kept(tmp_path: Path) -> None:
    """A call that goes to the server of the others goes to the wrong one."""
    package = planned(tmp_path, "operationId: a, servers: [{url: 'https://other.example.com'}]")
    assert "https://other.example.com" in str(package.methods[0])


def test_a_document_of_nothing_is_a_package(tmp_path: Path) -> None:
    for key in LANGUAGES:
        package = planned(tmp_path, key=key)
        assert package.methods == ()
        assert package.readme.usage is None


def test_the_readme_lists_every_operation(tmp_path: Path) -> None:
    package = planned(tmp_path, "operationId: x, tags: [b]", "operationId: y, tags: [a]")
    shown = [(g.title, g.href, [o.href for o in g.operations]) for g in package.readme.groups]
    assert shown == [
        ("A", "docs/sdks/a/README.md", ["docs/sdks/a/README.md#y"]),
        ("B", "docs/sdks/b/README.md", ["docs/sdks/b/README.md#x"]),
    ]


def test_a_package_is_the_same_at_each_run(tmp_path: Path) -> None:
    texts = ("operationId: x, tags: [b, a]", "operationId: y, x-speakeasy-group: c.d")
    assert planned(tmp_path, *texts) == planned(tmp_path, *texts)
