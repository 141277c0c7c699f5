"""Operations under their paths, whatever the method, and the groups that tags make."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.facts import Issues
from generator.routes import Route, Tags, routes
from generator.source import Node
from tests.unit.support import document

NEW = "openapi: 3.2.0\n"


def root(folder: Path, text: str) -> Node:
    return document(folder, text).root


def found(folder: Path, text: str) -> tuple[list[Route], list[str]]:
    issues = Issues()
    made = list(routes(root(folder, text), issues))
    return made, [f"{issue.part}: {issue.message}" for issue in issues.found]


def test_methods_of_3_2(tmp_path: Path) -> None:
    made, problems = found(
        tmp_path,
        f"{NEW}paths: {{/a: {{query: {{}}, additionalOperations: {{COPY: {{}}, copy: {{}}, M-S.x~: {{}}}}}}}}",
    )
    assert problems == []
    assert [route.method for route in made] == ["query", "COPY", "copy", "M-S.x~"]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.1"])
def test_older_documents_do_not_have_them(tmp_path: Path, version: str) -> None:
    text = (
        f"openapi: {version}\npaths: {{/a: {{query: {{}}, additionalOperations: {{COPY: {{}}}}}}}}"
    )
    made, problems = found(tmp_path, text)
    assert made == []
    assert problems == [
        "operation QUERY /a: OpenAPI has 'query' since 3.2",
        "operation ADDITIONALOPERATIONS /a: OpenAPI has 'additionalOperations' since 3.2",
    ]


@pytest.mark.parametrize(
    ("method", "message"),
    [
        ("A B", "no HTTP method"),
        ("A\\r\\nX: y", "no HTTP method"),
        ("A\\n", "no HTTP method"),
        ("", "no HTTP method"),
        ("ä", "no HTTP method"),
        ("A:B", "no HTTP method"),
        ("A/B", "no HTTP method"),
        ("GET", "a key of its own"),
        ("post", "a key of its own"),
        ("Query", "a key of its own"),
        ("CONNECT", "proxies"),
        ("connect", "proxies"),
    ],
)
def test_methods_that_are_refused(tmp_path: Path, method: str, message: str) -> None:
    text = f'{NEW}paths: {{/a: {{additionalOperations: {{"{method}": {{}}, GOOD: {{}}}}}}}}'
    made, problems = found(tmp_path, text)
    assert [route.method for route in made] == ["GOOD"]
    assert len(problems) == 1
    assert message in problems[0]


def test_what_stands_beside_a_reference_comes_first(tmp_path: Path) -> None:
    text = (
        f"{NEW}paths: {{/a: {{$ref: '#/x/one', get: {{operationId: own}}}}}}\n"
        "x: {one: {$ref: '#/x/two', get: {operationId: theirs}, put: {operationId: one}},"
        " two: {put: {operationId: lost}, post: {operationId: two}}}"
    )
    made, problems = found(tmp_path, text)
    assert problems == []
    assert [route.node.text("operationId") for route in made] == ["own", "one", "two"]
    assert [item.loc.pointer for item in made[0].items] == ["/x/two", "/x/one", "/paths/~1a"]


def test_a_circle_of_path_items_is_refused(tmp_path: Path) -> None:
    made, problems = found(
        tmp_path, f"{NEW}paths: {{/a: {{$ref: '#/paths/~1a'}}, /b: {{get: {{}}}}}}"
    )
    assert [route.path for route in made] == ["/b"]
    assert problems == ["path /a: this reference leads back to itself"]


# --- tags ----------------------------------------------------------------------------------------

TAGS = (
    "tags: [{name: p}, {name: c, parent: p}, {name: g, parent: c, kind: nav},"
    " {name: b, kind: badge}, {name: a, kind: audience}]\n"
)


@pytest.mark.parametrize(
    ("tag", "path"),
    [
        ("p", ("p",)),
        ("c", ("p", "c")),
        ("g", ("p", "c", "g")),
        ("other", ("other",)),
        ("b", None),
        ("a", None),
    ],
)
def test_tags_nest_as_the_document_says(tmp_path: Path, tag: str, path: object) -> None:
    issues = Issues()
    assert Tags(root(tmp_path, TAGS), issues).path(tag) == path
    assert issues.found == []


def test_nesting_that_is_wrong_is_noted_and_left_out(tmp_path: Path) -> None:
    issues, node = Issues(), root(tmp_path, "tags: [{name: a, parent: b}, {name: b, parent: a}]")
    assert Tags(node, issues).path("a") == ("a",)
    assert [(issue.message, issue.part) for issue in issues.found] == [
        ("this tag is nested inside itself", "nesting of the tag a"),
        ("this tag is nested inside itself", "nesting of the tag b"),
    ]


def test_a_parent_that_is_not_listed_is_one_all_the_same(tmp_path: Path) -> None:
    issues, node = Issues(), root(tmp_path, "tags: [{name: c, parent: z}]")
    assert Tags(node, issues).path("c") == ("z", "c")
    assert [issue.severity for issue in issues.found] == ["warning"]


def test_tags_that_are_no_list_cost_nothing_else(tmp_path: Path) -> None:
    issues = Issues()
    Tags(root(tmp_path, "tags: 5"), issues)
    assert [issue.part for issue in issues.found] == ["list of tags"]
