"""The names lock: what it keeps, what it forgets, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import __main__ as command
from generator.diagnostics import SpecErrors, show_all
from generator.languages import LANGUAGES
from generator.lock import Lock, Names
from generator.names import Scope
from generator.package import Package
from generator.plan import plan
from generator.settings import Settings
from tests.unit.support import HEAD, api_of

OWNER = ("#/a", "type", None)
OK = "responses: {'204': {description: OK}}"


def names(**kept: str) -> Names:
    return Names({("#/a", label, None): name for label, name in kept.items()})


# --- names of one language ----------------------------------------------------------------


def test_a_kept_name_is_taken_before_others_can() -> None:
    kept, scope = names(type="Pet"), Scope()
    kept.hold(scope, "#/a", "type")
    assert scope.claim("Pet", "PetModel") == "PetModel"
    assert kept.claim(scope, OWNER, "Animal") == "Pet"
    assert kept.given == {OWNER: "Pet"}


def test_without_a_lock_the_scope_decides_and_is_noted() -> None:
    kept, scope = Names(), Scope()
    kept.hold(scope, "#/a", "type")
    assert kept.claim(scope, OWNER, "Pet") == "Pet"
    assert kept.given == {OWNER: "Pet"}


def test_a_plain_name_is_held_but_not_noted() -> None:
    kept, scope = Names(), Scope()
    kept.hold(scope, "#/a", "type", plain="Pet")
    assert scope.claim("Pet", "PetModel") == "PetModel"
    assert kept.claim(scope, OWNER, "Pet", plain="Pet") == "Pet"
    assert kept.given == {}


def test_a_name_that_is_taken_is_refused_and_chosen_anew() -> None:
    kept, scope = names(type="Pet"), Scope({"Pet"})
    kept.hold(scope, "#/a", "type")
    assert kept.refused == [OWNER]
    assert kept.claim(scope, OWNER, "Pet", "PetModel") == "PetModel"


def test_an_operation_called_otherwise_loses_its_names_and_those_below() -> None:
    before = {
        ("#/op", "operation", None): "list",
        ("#/op", "methods", ""): "list",
        ("#/op", "arguments", "query a"): "a",
        ("#/op/x", "type", None): "ListX",
        ("#/op/x", "fields", "aB"): "a_b",
        ("#/opera", "type", None): "Other",
    }
    same, other = Names(before), Names(before)
    same.follow([("#/op", "#/op", "list")])
    other.follow([("#/op", "#/op", "find")])
    assert same.kept("#/op/x", "type") == "ListX"
    assert [other.kept("#/op", "methods", ""), other.kept("#/op/x", "type")] == ["", ""]
    assert other.kept("#/op", "arguments", "query a") == "a"
    assert other.kept("#/op/x", "fields", "aB") == "a_b"
    assert other.kept("#/opera", "type") == "Other"


# --- the file -----------------------------------------------------------------------------


def write(folder: Path, entries: object) -> Path:
    path = folder / "names.lock.json"
    path.write_text(json.dumps({"version": 1, "names": entries}), "utf-8")
    return path


def test_a_file_that_is_not_there_keeps_nothing(tmp_path: Path) -> None:
    assert Lock.read(tmp_path / "names.lock.json").of("python").kept("#/a", "type") == ""


def test_what_nobody_asks_for_is_dropped_unless_parts_were_left_out(tmp_path: Path) -> None:
    entries = {"/a": {"python": {"type": "A"}, "typescript": {"type": "A"}}}
    lock = Lock.read(write(tmp_path, entries))
    lock.of("python")
    assert json.loads(lock.text())["names"] == {"/a": {"typescript": {"type": "A"}}}
    assert json.loads(lock.text(everything=True))["names"] == entries


def test_the_file_has_one_line_for_each_place_and_language() -> None:
    lock = Lock(None)
    python = lock.of("python")
    python.given = {("#/b", "fields", "aB"): "a_b", ("#/a", "type", None): "A"}
    assert lock.text().splitlines()[3:-2] == [
        '    "/a": {',
        '      "python": {"type": "A"}',
        "    },",
        '    "/b": {',
        '      "python": {"fields": {"aB": "a_b"}}',
        "    }",
    ]


def test_a_part_stands_where_the_whole_does(tmp_path: Path) -> None:
    lock = Lock(None)
    lock.of("python").given = {
        ("#/a", "type", None): "A",
        ("#/a", "module", None): "a",
        ("#/a/b/c", "type", None): "C",
        ("#/a/b/c", "module", None): "a",
        ("#/a/b/d", "type", None): "D",
        ("#/a/b/d", "module", None): "other",
        ("#/a/b/d/e", "type", None): "E",
        ("#/a/b/d/e", "module", None): "a",
        ("#/ab", "type", None): "AB",
    }
    entries = json.loads(lock.text())["names"]
    assert [place for place in entries if "module" in entries[place]["python"]] == [
        "/a",
        "/a/b/d",
        "/a/b/d/e",
    ]
    read = Lock.read(write(tmp_path, entries)).of("python")
    places = ("#/a", "#/a/b/c", "#/a/b/d", "#/a/b/d/e", "#/ab", "#/a/new")
    assert [read.kept(place, "module") for place in places] == ["a", "a", "other", "a", "", ""]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"type": "pet"}, "'pet' is no name for it"),
        ({"type": "Pet; import os"}, "is no name for it"),
        ({"type": "../Pet"}, "is no name for it"),
        ({"type": "Pet\n"}, "is no name for it"),
        ({"type": 1}, "1 is no name for it"),
        ({"type": "P" * 113}, "the name is too long"),
        ({"module": "a/b"}, "is no name for it"),
        ({"module": "a.b"}, "is no name for it"),
        ({"fields": {"a": "_a"}}, "is no name for it"),
        ({"fields": {"a": "é"}}, "is no name for it"),
        ({"fields": "a"}, "a mapping is expected"),
        ({"nope": "a"}, "'nope' is nothing that has a name"),
    ],
)
def test_what_no_generator_wrote_is_refused(tmp_path: Path, entry: object, message: str) -> None:
    path = write(tmp_path, {"/a": {"python": entry}})
    with pytest.raises(SpecErrors) as caught:
        Lock.read(path)
    (issue,) = caught.value.issues
    assert message in issue.message
    assert (issue.loc.file, issue.loc.path[:3]) == (str(path), ("names", "/a", "python"))
    assert issue.place is not None


def test_all_faults_are_shown_at_once(tmp_path: Path) -> None:
    path = write(tmp_path, {"/a": {"python": {"type": "a", "record": "b"}}, "/b": {"x": 1}})
    with pytest.raises(SpecErrors) as caught:
        Lock.read(path)
    assert len(caught.value.issues) == 3


@pytest.mark.parametrize("text", ["{}", '{"version": 2, "names": {}}', '{"version": 1}', "[]"])
def test_another_file_is_no_lock(tmp_path: Path, text: str) -> None:
    path = tmp_path / "names.lock.json"
    path.write_text(text)
    with pytest.raises(SpecErrors):
        Lock.read(path)


# --- names of a document ------------------------------------------------------------------


def document(*operations: str, schemas: str = "  schemas: {}") -> str:
    paths = "".join(f"  {operation}\n" for operation in operations)
    return f"{HEAD}paths:\n{paths or '  {}'}\ncomponents:\n{schemas}\n"


def relocked(
    folder: Path, before: str, after: str, key: str = "python"
) -> tuple[Package, Package, Lock]:
    """The packages of a document and of its next version, and the lock after that."""
    lock, packages = Lock(None), []
    for text in (before, after):
        api = api_of(folder, text)
        packages.append(
            plan(api, LANGUAGES[key], Settings().completed(api), lock.of(key)),
        )
        path = folder / "names.lock.json"
        path.write_text(lock.text(), "utf-8")
        last, lock = lock, Lock.read(path)
    last.check()
    return packages[0], packages[1], last


def classes(package: Package) -> list[str]:
    return [model.name.name for module in package.modules for model in module.models]


def test_a_parameter_put_before_another_does_not_take_its_model(tmp_path: Path) -> None:
    def op(*params: str) -> str:
        rows = ", ".join(f"{{name: {p}, in: query, schema: {{enum: [{p}, x]}}}}" for p in params)
        return f"/a: {{get: {{operationId: a, parameters: [{rows}], {OK}}}}}"

    before, after, _ = relocked(tmp_path, document(op("kind")), document(op("size", "kind")))
    assert "QueryParamKind" in classes(before) or "Kind" in classes(before)
    for package in (before, after):
        (kind,) = [
            model.name.name
            for module in package.modules
            for model in module.models
            if '"kind"' in model.literals
        ]
        assert "Kind" in kind


def test_a_component_that_takes_the_name_of_an_inline_schema_does_not(tmp_path: Path) -> None:
    inline = "    Car: {type: object, properties: {kind: {type: string, enum: [a, b]}}}"
    use = (
        "/a: {get: {operationId: a, responses: {'200': {description: OK, content: "
        "{application/json: {schema: {$ref: '#/components/schemas/Car'}}}}}}}"
    )
    use2 = use.replace("/a:", "/b:").replace("Car", "Kind").replace("Id: a", "Id: b")
    before, after, lock = relocked(
        tmp_path,
        document(use, schemas=f"  schemas:\n{inline}"),
        document(use2, use, schemas=f"  schemas:\n    Kind: {{enum: [c, d]}}\n{inline}"),
    )
    assert classes(before) == ["Car", "Kind"]
    assert sorted(classes(after)) == ["Car", "Kind", "KindModel"]
    assert '"/components/schemas/Kind": {\n      "python": {"module"' in lock.text()


def test_a_body_keeps_its_name_when_a_parameter_comes(tmp_path: Path) -> None:
    body = "requestBody: {required: true, content: {text/plain: {schema: {type: string}}}}"
    param = "parameters: [{name: a, in: query, schema: {type: string}}]"
    before, after, _ = relocked(
        tmp_path,
        document(f"/a: {{post: {{operationId: a, {body}, {OK}}}}}"),
        document(f"/a: {{post: {{operationId: a, {param}, {body}, {OK}}}}}"),
    )
    assert [arg.name for arg in before.methods[0].args] == ["request"]
    assert [arg.name for arg in after.methods[0].args] == ["request", "a"]
    assert after.methods[0].body is not None
    assert after.methods[0].body.key == after.methods[0].args[0].key


QUERY = "parameters: [{name: p, in: query, schema: {type: string}}]"
OBJECT = "{schema: {type: object, properties: {%s: {}}}}"
BOTH = f"{{application/json: {OBJECT % 'a'}, multipart/form-data: {OBJECT % 'f'}}}"
UPLOAD = f"/a: {{post: {{operationId: up, {QUERY}, requestBody: {{content: {BOTH}}}, {OK}}}}}"
ITEM = f"  pathItems: {{i: {{get: {{{QUERY}, {OK}}}}}}}"


@pytest.mark.parametrize(
    ("operations", "rest", "added", "names"),
    [
        ([UPLOAD], "", "up multipart", ["UpRequest", "UpMultipartRequest"]),
        (
            [f"/{key}: {{$ref: '#/components/pathItems/i'}}" for key in "xy"],
            ITEM,
            "get /y",
            ["GetXRequest", "GetYRequest"],
        ),
    ],
    ids=["variant", "shared path item"],
)
def test_a_request_keeps_its_name_when_an_operation_is_put_before_it(
    tmp_path: Path, operations: list[str], rest: str, added: str, names: list[str]
) -> None:
    """The new one would take the name, had it not been given."""
    new = f"/0: {{post: {{operationId: {added}, {QUERY}, {OK}}}}}"
    before, after, _ = relocked(
        tmp_path,
        document(*operations, schemas=rest or "  schemas: {}"),
        document(new, *operations, schemas=rest or "  schemas: {}"),
        "typescript",
    )
    assert requests(before) == names
    assert requests(after)[1:] == names
    assert requests(after)[0] not in names


def requests(package: Package) -> list[str]:
    return [method.request for method in package.methods]


def test_an_argument_keeps_its_name_when_the_body_gets_a_field_called_so(tmp_path: Path) -> None:
    """The runtime tells both apart by their keys."""

    def op(*fields: str) -> str:
        props = ", ".join(f"{name}: {{type: string}}" for name in ("x", *fields))
        body = (
            f"content: {{application/json: {{schema: {{type: object, properties: {{{props}}}}}}}}}"
        )
        param = "{name: id, in: path, required: true, schema: {type: string}}"
        return (
            f"/a/{{id}}: {{post: {{operationId: a, parameters: [{param}],"
            f" requestBody: {{required: true, {body}}}, {OK}}}}}"
        )

    before, after, _ = relocked(tmp_path, document(op()), document(op("id")))
    assert [(arg.name, arg.key) for arg in before.methods[0].args] == [("id", "id"), ("x", "x")]
    assert [(arg.name, arg.key) for arg in after.methods[0].args] == [
        ("id", "id_"),
        ("x", "x"),
        ("id_", "id"),
    ]
    assert after.methods[0].params[0].key == "id_"


# --- the command --------------------------------------------------------------------------

SETTINGS = "names_lock: names.lock.json\n"
MANY = """
openapi: 3.1.0
info: {{title: Shop, version: 1.0.0}}
paths:
{paths}
components:
  responses:
    Failed:
      description: Failed
      content: {{application/json: {{schema: {{type: object, properties: {{why: {{type: string}}}}}}}}}}
  schemas:
    Pet: {{type: object, properties: {{kind: {{enum: [cat, dog]}}}}}}
"""
OPERATION = """
  /{path}:
    get:
      operationId: {id}
      tags: [{tag}]
      parameters: [{{name: sort, in: query, schema: {{enum: [up, down]}}}}]
      responses:
        '200': {{description: OK, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Pet'}}}}}}}}
        '404': {{$ref: '#/components/responses/Failed'}}
"""
FIRST = ("pets", "listPets", "pets"), ("toys", "listToys", "toys")


def generate(folder: Path, *operations: tuple[str, str, str], options: tuple[str, ...] = ()) -> int:
    paths = "".join(OPERATION.format(path=p, id=i, tag=t) for p, i, t in operations)
    (folder / "spec.yaml").write_text(MANY.format(paths=paths), "utf-8")
    (folder / "settings.yaml").write_text(SETTINGS, "utf-8")
    files = [f"--spec={folder / 'spec.yaml'}", f"--config={folder / 'settings.yaml'}"]
    return command.main(["generate", *files, f"--out={folder / 'out'}", *options])


def texts(folder: Path) -> dict[str, str]:
    out = folder / "out"
    found = {str(p.relative_to(out)): p.read_text("utf-8") for p in out.rglob("*") if p.is_file()}
    return {name: text for name, text in found.items() if ".sdkloom" not in name}


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in {**before, **after} if before.get(name) != after.get(name)}


INDEXES = {
    "python/README.md",
    "python/USAGE.md",
    "python/src/shop/models/__init__.py",
    "python/src/shop/models/__init__.pyi",
    "python/src/shop/models/_names.py",
    "typescript/README.md",
    "typescript/USAGE.md",
    "typescript/src/models/operations/index.ts",
}
# The class of a group lists its operations, and the page of it does.
PETS = {
    "python/src/shop/pets.py",
    "python/docs/sdks/pets/README.md",
    "typescript/src/sdk/pets.ts",
    "typescript/docs/sdks/pets/README.md",
}


@pytest.mark.parametrize(
    ("operations", "own"),
    [
        ((("a", "aaa", "pets"), *FIRST), ["aaa"]),
        ((*FIRST, ("z", "sort", "pets")), ["sort"]),
        ((("pets", "findPets", "pets"), FIRST[1]), ["findpets", "listpets"]),
        (
            (FIRST[0], ("p2", "pets", "pets"), FIRST[1]),
            ["petspets", "petsop", "petsqueryparamsort", "petsrequest"],
        ),
    ],
    ids=["added in front", "added with the name of a model", "renamed", "added like its group"],
)
def test_a_changed_operation_changes_its_own_files(
    tmp_path: Path, operations: tuple[tuple[str, str, str], ...], own: list[str]
) -> None:
    assert generate(tmp_path, *FIRST) == command.DONE
    before, lock = texts(tmp_path), (tmp_path / "names.lock.json").read_text("utf-8")
    assert generate(tmp_path, *operations) == command.DONE
    after, new_lock = texts(tmp_path), (tmp_path / "names.lock.json").read_text("utf-8")
    others = changed(before, after) - INDEXES - PETS
    assert [
        name for name in sorted(others) if not any(o in name.lower().replace("_", "") for o in own)
    ] == []
    old, new = json.loads(lock)["names"], json.loads(new_lock)["names"]
    places = {place for place in {**old, **new} if old.get(place) != new.get(place)}
    moved = {f"/paths/~1{path}" for path, *_ in set(operations) ^ set(FIRST)}
    assert all(any(p == m or p.startswith(f"{m}/") for m in moved) for p in places)
    # And back again, as if it had been removed.
    assert generate(tmp_path, *FIRST) == command.DONE
    assert changed(before, texts(tmp_path)) == set()
    assert (tmp_path / "names.lock.json").read_text("utf-8") == lock


def test_a_second_run_changes_nothing_and_check_sees_a_stale_lock(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert generate(tmp_path, *FIRST) == command.DONE
    lock = tmp_path / "names.lock.json"
    stamp, before = lock.stat().st_mtime_ns, texts(tmp_path)
    assert generate(tmp_path, *FIRST, options=("--check",)) == command.DONE
    assert generate(tmp_path, *FIRST) == command.DONE
    assert (lock.stat().st_mtime_ns, texts(tmp_path)) == (stamp, before)
    lock.unlink()
    assert generate(tmp_path, *FIRST, options=("--check",)) == command.OURS
    assert not lock.exists()
    assert str(lock) in capsys.readouterr().err


def test_a_name_that_is_reserved_is_refused_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert generate(tmp_path, *FIRST) == command.DONE
    lock, before = tmp_path / "names.lock.json", texts(tmp_path)
    edited = lock.read_text("utf-8").replace('"pets": "list_pets"', '"pets": "close"')
    lock.write_text(edited, "utf-8")
    capsys.readouterr()
    assert generate(tmp_path, *FIRST) == command.THEIRS
    printed = capsys.readouterr().err
    assert "names.lock.json:" in printed
    assert "'close' cannot be kept" in printed
    assert (lock.read_text("utf-8"), texts(tmp_path)) == (edited, before)


def test_a_module_that_is_reserved_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert generate(tmp_path, *FIRST) == command.DONE
    lock = tmp_path / "names.lock.json"
    lock.write_text(lock.read_text("utf-8").replace('"module": "pet"', '"module": "index"'))
    capsys.readouterr()
    assert generate(tmp_path, *FIRST) == command.THEIRS
    assert capsys.readouterr().err.count("'index' cannot be kept") == 1


def test_a_run_that_leaves_parts_out_forgets_nothing(tmp_path: Path) -> None:
    assert generate(tmp_path, *FIRST) == command.DONE
    lock = (tmp_path / "names.lock.json").read_text("utf-8")
    bad = ("toys", "listToys", "toys]\n      security: [{none: []}")
    assert generate(tmp_path, FIRST[0], bad, options=("--keep-going",)) == command.DONE
    assert (tmp_path / "names.lock.json").read_text("utf-8") == lock


def test_a_run_of_one_language_leaves_the_other(tmp_path: Path) -> None:
    assert generate(tmp_path, *FIRST) == command.DONE
    lock = (tmp_path / "names.lock.json").read_text("utf-8")
    assert generate(tmp_path, *FIRST, options=("--language=python",)) == command.DONE
    assert (tmp_path / "names.lock.json").read_text("utf-8") == lock


def test_a_failed_run_leaves_the_lock(tmp_path: Path) -> None:
    (tmp_path / "out" / "python").mkdir(parents=True)
    (tmp_path / "out" / "python" / "README.md").write_text("mine")
    assert generate(tmp_path, *FIRST) == command.OURS
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "settings.yaml", "spec.yaml"]


def test_faults_of_the_lock_can_be_shown(tmp_path: Path) -> None:
    path = write(tmp_path, {"/a": {"python": {"type": "a"}}})
    with pytest.raises(SpecErrors) as caught:
        Lock.read(path)
    assert f"{path}:1:" in show_all(caught.value.issues)
