"""Whatever a document gains, with a lock nothing that was there is called otherwise.

Documents are drawn as trees in which each part is old or new: the first run sees the old parts,
the second one all of them. Every part has a description of its own, by which the final names
are compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import operations, output
from generator.diagnostics import Loc
from generator.facts import Issues
from generator.languages import LANGUAGES
from generator.lock import Lock, Names
from generator.names import snake
from generator.package import GroupPlan, Package
from generator.plan import plan
from generator.render import Renderer
from generator.settings import Settings
from generator.source import Document

LONG = "x" * 130
NASTY = (
    "pet", "Pet", "PET", "pet_", "pet-", "Pets", "PetInput", "PetTypedDict", "PetModel", "petKind",
    "pet_kind", "pet-kind", "PetKind", "Kind", "kind", "class", "import", "None", "con", "CON",
    "nul", "Com1", "aux", "index", "sdk", "models", "self", "copy", "id", "ID", "i d", "é", "ß",
    "日本", "1", "2nd", LONG, f"{LONG}y", LONG.upper(), "__proto__", "constructor", "toString",
    "request_body", "requestBody", "Request", "get", "get_async", "getAsync", "Error", "APIError",
    "Shop", "ShopCore", "ShopPets", "a b", "a/b", "a~b", "a_b", "aB", "timeout_ms", "timeoutMs",
    "\\", "..", "../x", "C:", "con.txt", "GetPet", "PetOp", "petop", "getop", "One", "Pet1",
    "GetAcceptEnum", "Get_Accept_enum", "PetAcceptEnum", "GetAsyncAcceptEnum",
)  # fmt: skip
name = st.sampled_from(NASTY)
Tree = dict[str, Any]


def part(**facts: st.SearchStrategy[Any]) -> st.SearchStrategy[Tree]:
    """Something that the second run may be the first to see."""
    return st.fixed_dictionaries({"name": name, **facts, "is_new": st.booleans()})


def some(parts: st.SearchStrategy[Tree], most: int = 4) -> st.SearchStrategy[list[Tree]]:
    return st.lists(parts, max_size=most, unique_by=lambda made: made["name"])


values = some(part(), 3)
prop = part(kind=st.sampled_from(["text", "enum", "object", "union"]), values=values)
schema = part(props=some(prop), values=values, is_enum=st.booleans())
param = part(place=st.sampled_from(["query", "header"]), values=values, is_shared=st.booleans())
operation = part(
    tags=st.lists(st.sampled_from(NASTY), max_size=2, unique=True),
    params=some(param, 3),
    body=some(prop),
    has_own_id=st.booleans(),
    shares=st.sampled_from(["", "4XX", "202"]),
    formats=some(
        part(name=st.sampled_from(["text/event-stream", "Text/Event_Stream", "a/*", "*/*"]))
    ),
)
scheme = part(name=st.sampled_from(["api-key", "api_key", "apiKey", "API_KEY", "ß", LONG]))
documents = st.fixed_dictionaries(
    {
        "schemas": some(schema, 5),
        "operations": some(operation, 5),
        "schemes": some(scheme),
        "variables": some(scheme),
        "shared": some(prop, 3),
    }
)


class Build:
    """A document of a tree, with or without the new parts."""

    def __init__(self, tree: Tree, everything: bool) -> None:
        self.tree, self.everything = tree, everything

    def seen(self, parts: list[Tree]) -> Iterator[Tree]:
        return (made for made in parts if self.everything or not made["is_new"])

    def document(self) -> Tree:
        schemas = {made["name"]: self.schema(made, ("schemas",)) for made in self.all("schemas")}
        paths = {}
        for number, made in enumerate(self.tree["operations"]):
            if self.everything or not made["is_new"]:
                paths[f"/p{number}"] = {"get": self.operation(made, f"p{number}", schemas)}
        schemes = {
            made["name"]: {"type": "apiKey", "in": "header", "name": f"H{made['name']}"}
            for made in self.all("schemes")
        }
        variables = {
            made["name"]: {"default": "", "description": f"variable {made['name']}"}
            for made in self.all("variables")
        }
        return {
            "openapi": "3.1.0",
            "info": {"title": "Shop", "version": "1"},
            "servers": [{"url": "/", "variables": variables}],
            "paths": paths,
            "components": {
                "schemas": schemas,
                "securitySchemes": schemes,
                "responses": {"Shared": {"description": "", "content": self.shared()}},
            },
        }

    def all(self, key: str) -> Iterator[Tree]:
        return self.seen(self.tree[key])

    def shared(self) -> Tree:
        return {"application/json": {"schema": self.object(self.tree["shared"], ("shared",))}}

    def schema(self, made: Tree, above: tuple[str, ...]) -> Tree:
        here = (*above, made["name"])
        if made["is_enum"]:
            return self.enum(made, here)
        return self.object(made["props"], here)

    def enum(self, made: Tree, here: tuple[str, ...]) -> Tree:
        listed = ["fixed", *(value["name"] for value in self.seen(made["values"]))]
        return {"type": "string", "enum": listed, "description": "/".join(here)}

    def object(self, props: list[Tree], here: tuple[str, ...]) -> Tree:
        shown = {made["name"]: self.property(made, here) for made in self.seen(props)}
        fixed = {"type": "string", "description": "/".join((*here, "fixed"))}
        return {
            "type": "object",
            "properties": {**shown, "fixed": fixed},
            "description": "/".join(here),
        }

    def property(self, made: Tree, above: tuple[str, ...]) -> Tree:
        here = (*above, made["name"])
        if made["kind"] == "enum":
            return self.enum(made, here)
        if made["kind"] == "object":
            return self.object([], here)
        if made["kind"] == "union":
            titles = ["Fixed", *(value["name"] for value in self.seen(made["values"]))]
            members = [{**self.object([], (*here, t)), "title": t} for t in reversed(titles)]
            return {"oneOf": [{"type": "integer"}, *members], "description": "/".join(here)}
        return {"type": "string", "description": "/".join(here)}

    def operation(self, made: Tree, path: str, schemas: Tree) -> Tree:
        here = ("operation", path)
        uses: Tree = {
            f"r{n}": {"$ref": "#" + Loc(file="", path=("components", "schemas", s["name"])).pointer}
            for n, s in enumerate(self.tree["schemas"])
            if s["name"] in schemas
        }
        answer = {"type": "object", "properties": {"n": {"type": "integer"}, **uses}}
        formats: Tree = {made["name"]: {} for made in self.seen(made["formats"])}
        content = {"application/json": {"schema": {**answer, "description": f"{path} answer"}}}
        content = {**formats, **content}
        responses: Tree = {"200": {"description": "OK", "content": content}}
        if made["shares"]:
            responses[made["shares"]] = {"$ref": "#/components/responses/Shared"}
        body = {"application/json": {"schema": self.object(made["body"], (*here, "body"))}}
        return {
            **({"operationId": made["name"]} if made["has_own_id"] else {}),
            "tags": made["tags"],
            "parameters": [self.param(p, here) for p in self.seen(made["params"])],
            "requestBody": {"content": body, "required": True},
            "responses": responses,
        }

    def param(self, made: Tree, above: tuple[str, ...]) -> Tree:
        here = "/".join((*above, "param", made["place"], made["name"]))
        listed = ["fixed", *(value["name"] for value in self.seen(made["values"]))]
        enum = {"type": "string", "enum": listed, "description": f"{here} values"}
        return {"name": made["name"], "in": made["place"], "schema": enum, "description": here}


def planned(tree: Tree, everything: bool, folder: Path, key: str, names: Names) -> Package:
    path = folder / "spec.json"
    path.write_text(json.dumps(Build(tree, everything).document()), "utf-8")
    api = operations.parse(Document.read(path), Issues())
    return plan(api, LANGUAGES[key], Settings().completed(api), names)


def public(package: Package) -> set[tuple[object, ...]]:
    """Every public name, with what it is the name of."""
    found: set[tuple[object, ...]] = set()
    for module in package.modules:
        for model in module.models:
            own = (module.namespace, model.name.name)
            found.add((*own, module.name, model.name.record, model.name.given, model.doc))
            found |= {(*own, field.name, field.doc) for field in model.fields}
            if LANGUAGES[package.language].names_members:
                found |= {(*own, member.name, member.literal) for member in model.members}
    for group in (package.root, *package.groups):
        found |= set(of_group(group))
    found |= {(made.name, made.wire, made.env) for made in package.credentials}
    found |= {(made.name, made.wire) for made in package.variables}
    found |= {(c.name, p.key, p.wire, p.env) for c in package.credentials for p in c.parts}
    return found


def of_group(group: GroupPlan) -> Iterator[tuple[object, ...]]:
    path = tuple(snake(level) for level in group.path)
    yield (path, group.class_name, group.module)
    yield from ((path, c.attribute, c.class_name, c.module) for c in group.children)
    for method in group.methods:
        names = (method.name, method.async_name, method.function)
        yield (path, method.path, *names)
        if method.accept:
            yield (path, method.path, "accept", method.accept.name)
            yield from ((path, method.path, *member) for member in method.accept.members)
        yield from ((method.path, arg.name, arg.description) for arg in method.args)


def kept(lock: Lock, folder: Path) -> Lock:
    """The lock as the next run reads it."""
    path = folder / "names.lock.json"
    path.write_text(lock.text(), "utf-8")
    return Lock.read(path)


@pytest.mark.parametrize("key", LANGUAGES)
@settings(max_examples=100)
@given(tree=documents)
def test_what_is_added_renames_nothing(key: str, tree: Tree, tmp_path: Path) -> None:
    lock = Lock(None)
    before = public(planned(tree, False, tmp_path, key, lock.of(key)))
    lock = kept(lock, tmp_path)
    after = public(planned(tree, True, tmp_path, key, lock.of(key)))
    lock.check()
    assert before - after == set()
    again = kept(lock, tmp_path)
    assert public(planned(tree, True, tmp_path, key, again.of(key))) == after
    again.check()
    assert again.text() == lock.text()
    planned(tree, False, tmp_path, key, again.of(key))
    again.check()


@pytest.mark.parametrize("key", LANGUAGES)
@settings(max_examples=60)
@given(tree=documents)
def test_no_file_gets_in_the_way_of_another(key: str, tree: Tree, tmp_path: Path) -> None:
    package = planned(tree, True, tmp_path, key, Names())
    paths = [file.path for file in Renderer(LANGUAGES[key]).files(package)]
    assert len({path.casefold() for path in paths}) == len(paths)
    for path in paths:
        assert output._fault(path) == "", path
        assert (tmp_path / path).resolve().is_relative_to(tmp_path.resolve())
