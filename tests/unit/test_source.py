"""References: inside the folder of the document, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import files
from generator.diagnostics import SpecError
from generator.source import Document, Node
from tests.unit.support import document


def write(folder: Path, **files: str) -> Document:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Document.read(folder / "root.yaml")


def resolved(read: Document, key: str = "a") -> Node:
    return read.root.child(key).resolve()


def refused(read: Document, key: str = "a") -> str:
    with pytest.raises(SpecError) as caught:
        resolved(read, key)
    placed = read.placed(caught.value.issue)
    assert placed.place is not None
    return placed.message


def test_a_reference_in_the_file(tmp_path: Path) -> None:
    read = write(tmp_path, root="a: {$ref: '#/b/x~1y~0z/1'}\nb: {x/y~z: [0, found]}")
    node = resolved(read)
    assert (node.value, node.ref) == ("found", "#/b/x~1y~0z/1")


def test_a_reference_may_be_percent_encoded(tmp_path: Path) -> None:
    assert resolved(write(tmp_path, root="a: {$ref: '#/b%20c'}\nb c: found")).value == "found"


def test_a_reference_to_the_whole_file(tmp_path: Path) -> None:
    assert resolved(write(tmp_path, root="a: {$ref: '#'}")).path == ()


def test_references_lead_on(tmp_path: Path) -> None:
    read = write(tmp_path, root="a: {$ref: '#/b'}\nb: {$ref: '#/c'}\nc: found")
    assert resolved(read).value == "found"


def test_a_reference_to_another_file_and_back(tmp_path: Path) -> None:
    read = write(
        tmp_path,
        root="a: {$ref: 'parts/other.yaml#/x'}\nb: found",
        parts__other="x: {$ref: '../root.yaml#/b'}",
    )
    node = resolved(read)
    assert node.value == "found"
    assert node.ref == "#/b"


def test_a_reference_to_a_file_beside_that_file(tmp_path: Path) -> None:
    read = write(
        tmp_path,
        root="a: {$ref: 'parts/one.yaml'}",
        parts__one="$ref: 'two.yaml#/x'",
        parts__two="x: found",
    )
    assert resolved(read).value == "found"


def test_a_name_is_that_of_its_file(tmp_path: Path) -> None:
    read = write(tmp_path, root="a: {$ref: 'other.yaml#/x'}", other="x: 1")
    assert resolved(read).ref.endswith("other.yaml#/x")
    assert resolved(read).ref != "#/x"


def test_a_file_is_read_once(tmp_path: Path) -> None:
    read = write(tmp_path, root="a: {$ref: other.yaml}\nb: {$ref: './other.yaml'}", other="x: 1")
    assert resolved(read).ref == resolved(read, "b").ref
    assert len(read.sources) == 2


@pytest.mark.parametrize(
    ("ref", "message"),
    [
        ("https://example.com/x.yaml#/a", "remote reference"),
        ("HTTP://example.com/x.yaml", "remote reference"),
        ("file:///etc/passwd", "remote reference"),
        ("//example.com/x.yaml", "remote reference"),
        ("data:text/yaml,a", "remote reference"),
        ("../outside.yaml", "outside the folder"),
        ("sub/../../outside.yaml", "outside the folder"),
        ("%2e%2e/outside.yaml", "outside the folder"),
        ("/etc/passwd", "outside the folder"),
        ("missing.yaml", "cannot read"),
        (".", "cannot read"),
        ("#/nope", "leads nowhere"),
        ("#/b/7", "leads nowhere"),
        ("#/b/-1", "leads nowhere"),
        ("#/b/x", "leads nowhere"),
        ("#anchor", "anchor"),
        ("#/a", "leads back to itself"),
    ],
)
def test_references_that_are_refused(tmp_path: Path, ref: str, message: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "outside.yaml").write_text("secret: 1")
    read = write(folder, root=f"a: {{$ref: '{ref}'}}\nb: [1, 2]")
    assert message in refused(read)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "outside.yaml").write_text("secret: 1")
    (folder / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    (folder / "up").symlink_to(tmp_path)
    read = write(folder, root="a: {$ref: link.yaml}\nb: {$ref: up/outside.yaml}")
    assert "outside the folder" in refused(read)
    assert "outside the folder" in refused(read, "b")


def test_a_folder_that_is_a_link_itself_is_fine(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    write(tmp_path / "real", root="a: {$ref: other.yaml}", other="found")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert resolved(Document.read(tmp_path / "link" / "root.yaml")).value == "found"


def test_a_circle_through_files_is_refused(tmp_path: Path) -> None:
    read = write(tmp_path, root="a: {$ref: 'other.yaml'}", other="$ref: 'root.yaml#/a'")
    assert "leads back to itself" in refused(read)


def test_a_long_chain_is_followed(tmp_path: Path) -> None:
    rows = [f"n{n}: {{$ref: '#/n{n + 1}'}}" for n in range(3000)]
    read = write(tmp_path, root="\n".join(["a: {$ref: '#/n0'}", *rows, "n3000: end"]))
    assert resolved(read).value == "end"


def test_a_missing_target_is_named_with_what_there_is(tmp_path: Path) -> None:
    read = write(tmp_path, root="a: {$ref: '#/b/z'}\nb: {x: 1, y: 2}")
    with pytest.raises(SpecError) as caught:
        resolved(read)
    assert "'z'" in caught.value.issue.message
    assert caught.value.issue.hint == "it holds: x, y"


def test_an_error_in_another_file_is_placed_there(tmp_path: Path) -> None:
    read = write(tmp_path, root="a: {$ref: 'other.yaml#/x'}", other="x:\n  $ref: '#/nope'")
    with pytest.raises(SpecError) as caught:
        resolved(read)
    placed = read.placed(caught.value.issue)
    assert placed.loc.file.endswith("other.yaml")
    assert placed.place is not None
    assert (placed.place.line, placed.place.column) == (2, 3)


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILES", 1)
    assert "more than 1 files" in refused(write(tmp_path, root="a: {$ref: o.yaml}", o="1"))


def test_a_root_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="cannot read"):
        Document.read(tmp_path / "nope.yaml")


def test_json_is_known_by_name_or_by_look(tmp_path: Path) -> None:
    assert document(tmp_path, '{"a": 1}', "x.json").root.value == {"a": 1}
    assert document(tmp_path, ' {"a": 1}', "x").root.value == {"a": 1}
    with pytest.raises(SpecError, match="JSON"):
        document(tmp_path, "a: 1", "y.json")


# --- nodes -----------------------------------------------------------------------------------


def test_values_of_the_wrong_kind_are_refused_by_name(tmp_path: Path) -> None:
    root = document(tmp_path, "a: 1\nb: [x]\nc: {}\nd: text\ne:\n").root
    with pytest.raises(SpecError, match="text is expected, this is a list"):
        root.text("b")
    with pytest.raises(SpecError, match="true or false is expected, this is text"):
        root.flag("d")
    with pytest.raises(SpecError, match="a mapping is expected, this is a number"):
        list(root.entries("a"))
    with pytest.raises(SpecError, match="a list is expected, this is a mapping"):
        list(root.list("c"))
    with pytest.raises(SpecError, match="this is empty"):
        list(root.list("e"))


def test_what_is_absent_is_empty(tmp_path: Path) -> None:
    root = document(tmp_path, "a: 2.0\nb: true\nc:\n").root
    assert (root.text("a"), root.text("b"), root.text("c"), root.text("z")) == (
        "2.0",
        "True",
        "",
        "",
    )
    assert (root.flag("b"), root.flag("c"), root.flag("z")) == (True, False, False)
    assert list(root.entries("z")) == list(root.list("z")) == []
    assert root.get("z") is None
    assert "a" in root
    assert "z" not in root


# --- anchors, and pointers through references --------------------------------------------------


def test_an_anchor_is_found_in_the_file_that_is_named(tmp_path: Path) -> None:
    read = write(
        tmp_path,
        root="a: {$ref: '#x'}\nb: {$ref: 'other.yaml#x'}\nc: {$anchor: x, v: here}",
        other="y: {$anchor: x, v: there}",
    )
    assert resolved(read).value["v"] == "here"
    assert resolved(read, "b").value["v"] == "there"


def test_a_pointer_may_lead_through_references(tmp_path: Path) -> None:
    read = write(
        tmp_path,
        root="a: {$ref: '#/b/x/y'}\nb: {$ref: 'other.yaml'}",
        other="x: {$ref: '#/z'}\nz: {y: found}",
    )
    node = resolved(read)
    assert (node.value, node.loc.pointer) == ("found", "/z/y")


@pytest.mark.parametrize(
    "text",
    [
        "a: {$ref: '#/a/x'}",
        "a: {$ref: '#/b/x'}\nb: {$ref: '#/c/x'}\nc: {$ref: '#/b/x'}",
        "a: {$ref: '#/b/x/x'}\nb: {$ref: '#/a'}",
    ],
)
def test_a_circle_through_pointers_is_refused(tmp_path: Path, text: str) -> None:
    assert "leads back to itself" in refused(write(tmp_path, root=text))


def test_a_long_way_through_pointers_is_bounded(tmp_path: Path) -> None:
    rows = [f"n{n}: {{$ref: '#/n{n + 1}/x/x'}}" for n in range(3000)]
    read = write(tmp_path, root="\n".join(["a: {$ref: '#/n0/x'}", *rows, "n3000: {x: {x: {}}}"]))
    assert "too many others" in refused(read)


def test_a_pointer_counts_from_the_schema_with_an_id_or_else_from_the_file(tmp_path: Path) -> None:
    text = (
        "s: {$id: 'https://a.com/s', x: inner, one: {$ref: '#/x'}, two: {$ref: '#/y'}}\n"
        "x: outer\ny: outer"
    )
    schema = write(tmp_path, root=text).root.child("s")
    assert schema.child("one").resolve().value == "inner"
    assert schema.child("two").resolve().value == "outer"


# --- dynamic anchors ----------------------------------------------------------------------------

TEMPLATES = (
    "openapi: 3.1.0\n"
    "components:\n"
    "  schemas:\n"
    "    Page: {items: {$dynamicRef: '#item'}, $defs: {d: {$dynamicAnchor: item, v: any}}}\n"
    "    Pets: {$ref: '#/components/schemas/Page', $defs: {d: {$dynamicAnchor: item, v: pet}}}\n"
    "    Best: {$ref: '#/components/schemas/Pets', $defs: {d: {$dynamicAnchor: item, v: best}}}\n"
)


def component(read: Document, name: str) -> Node:
    return read.root.child("components").child("schemas").child(name)


def test_a_dynamic_anchor_is_its_own_where_nobody_says_otherwise(tmp_path: Path) -> None:
    page = component(write(tmp_path, root=TEMPLATES), "Page")
    assert page.child("items").resolve().value["v"] == "any"


def test_who_refers_to_a_template_fills_it_in(tmp_path: Path) -> None:
    read = write(tmp_path, root=TEMPLATES)
    page = component(read, "Pets").follow()
    assert page.child("items").resolve().value["v"] == "pet"
    assert page.ref != component(read, "Page").ref
    assert page.ref == component(read, "Pets").follow().ref


def test_a_binding_ends_where_it_is_not_asked_for(tmp_path: Path) -> None:
    text = TEMPLATES.replace("items: {", "other: {$ref: '#/components/schemas/Plain'}, items: {")
    read = write(tmp_path, root=f"{text}    Plain: {{type: string}}")
    plain = component(read, "Pets").follow().child("other").resolve()
    assert plain.ref == "#/components/schemas/Plain"


# --- names of places ----------------------------------------------------------------------


def test_items_of_a_list_are_called_by_what_they_call_themselves(tmp_path: Path) -> None:
    listed = [
        "{in: query, name: a}",
        "{title: Cat}",
        "{title: Cat}",
        "{title: '0'}",
        "{title: 1}",
        "{in: query}",
        "x",
    ]
    read = write(tmp_path, root=f"a: [{', '.join(listed)}]")
    refs = [node.ref for node in read.root.list("a")]
    assert refs == [f"#/a/{name}" for name in ("query a", "Cat", "2", "3", "4", "5", "6")]


def test_what_is_put_before_does_not_change_a_name(tmp_path: Path) -> None:
    one = write(tmp_path, root="a: [{title: Cat, x: 1}]").root.child("a").child(0).child("x")
    two = write(tmp_path, root="a: [{}, {title: Cat, x: 1}]").root.child("a").child(1).child("x")
    assert one.ref == two.ref == "#/a/Cat/x"


def test_a_name_does_not_depend_on_where_the_document_lies(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    read = write(tmp_path / "deep", root="a: {$ref: 'parts/other.yaml#/x'}", parts__other="x: 1")
    assert resolved(read).ref == "parts/other.yaml#/x"
