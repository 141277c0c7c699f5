"""Files by path and by address; what lies elsewhere is never fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import SpecError
from generator.files import Files
from generator.source import Document, Node

SELF = "$self: https://example.com/api/root.yaml\n"


def write(folder: Path, **files: str) -> Document:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Document.read(folder / "root.yaml")


def resolved(read: Document, key: str = "a") -> Node:
    return read.root.child(key).resolve()


@pytest.mark.parametrize(
    "ref",
    [
        "https://example.com/api/root.yaml#/b",
        "root.yaml#/b",
        "/api/root.yaml#/b",
        "#/b",
    ],
)
def test_a_document_is_known_by_the_address_it_gives_itself(tmp_path: Path, ref: str) -> None:
    assert resolved(write(tmp_path, root=f"{SELF}a: {{$ref: '{ref}'}}\nb: found")).value == "found"


@pytest.mark.parametrize(
    "ref",
    [
        "https://example.com/api/parts/one.yaml#/x",
        "parts/one.yaml#/x",
        "//example.com/api/parts/one.yaml#/x",
    ],
)
def test_what_is_below_that_address_lies_beside_the_document(tmp_path: Path, ref: str) -> None:
    read = write(tmp_path, root=f"{SELF}a: {{$ref: '{ref}'}}", parts__one="x: {$ref: two.yaml}", parts__two="2")  # fmt: skip
    assert resolved(read).value == 2
    assert len(read.sources) == 3


@pytest.mark.parametrize(
    ("ref", "message"),
    [
        ("https://example.com/other/x.yaml", "remote reference"),
        ("https://example.org/api/x.yaml", "remote reference"),
        ("/other/x.yaml", "remote reference"),
        ("https://example.com/api/%2e%2e/outside.yaml", "outside the folder"),
        ("https://example.com/api/%2e%2e%2foutside.yaml", "outside the folder"),
        ("../outside.yaml", "outside the folder"),
        ("file:///etc/passwd", "remote reference"),
        ("http://[", "no address"),
    ],
)
def test_an_address_opens_nothing_else(tmp_path: Path, ref: str, message: str) -> None:
    (tmp_path / "outside.yaml").write_text("secret: 1")
    read = write(tmp_path / "in", root=f"{SELF}a: {{$ref: '{ref}'}}")
    with pytest.raises(SpecError, match=message):
        resolved(read)


def test_a_relative_address_moves_the_base_inside_the_folder(tmp_path: Path) -> None:
    read = write(tmp_path, root="$self: sub/r.yaml\na: {$ref: x.yaml}", sub__x="found")
    assert resolved(read).value == "found"


def test_a_schema_is_known_by_its_id(tmp_path: Path) -> None:
    text = "a: {$ref: 'https://s.com/pet#/x'}\nb: {$id: 'https://s.com/pet', x: found}"
    assert resolved(write(tmp_path, root=text)).value == "found"
    text = "a: {$ref: one.yaml}\nb: {$ref: 'https://s.com/pet'}"
    read = write(tmp_path, root=text, one="$id: https://s.com/pet\nx: 1")
    assert resolved(read).value == resolved(read, "b").value


def test_an_id_that_is_no_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="no address"):
        write(tmp_path, root="a: {$id: 'http://['}")


def test_a_file_is_shown_as_it_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("1")
    files = Files(tmp_path / "a.yaml")
    files.load(tmp_path / "a.yaml", "shown")
    assert list(files.sources) == ["shown"]
