"""A schema that is referred to has a name by its own place, whoever refers to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.references import target_of
from generator.spots import Spot, own_spot
from tests.unit.support import document

ROOT = """
openapi: 3.1.0
s: {$ref: 'REF'}
$defs: {Loose: {}}
paths: {/x: {schema: {properties: {p: {}}}}}
components:
  schemas:
    Pet:
      $defs: {Tag: {$defs: {Deep: {}}}}
      properties: {owner: {items: {properties: {name: {}}}}}
      oneOf: [{}, {}]
      not: {}
      additionalProperties: {}
  parameters: {p: {schema: {}}}
"""
FILES = {
    "pet.yaml": "{type: object, properties: {owner: {}}, $defs: {Tag: {}}}",
    "old/pet.schema.yaml": "{type: object}",
    "models.yaml": "{Pet: {type: object}, sub: {Cat: {properties: {p: {}}}}}",
    "api.yaml": "{openapi: 3.1.0, components: {schemas: {Pet: {}}, parameters: {p: {schema: {}}}}}",
}


def spot(folder: Path, ref: str) -> Spot | None:
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    return own_spot(target_of(document(folder, ROOT.replace("REF", ref)).root.child("s")))


@pytest.mark.parametrize(
    ("ref", "leaf", "context"),
    [
        ("#/components/schemas/Pet", "Pet", ()),
        ("#/components/schemas/Pet/$defs/Tag", "Tag", ("Pet",)),
        ("#/components/schemas/Pet/$defs/Tag/$defs/Deep", "Deep", ("Tag",)),
        ("#/$defs/Loose", "Loose", ()),
        ("#/components/schemas/Pet/properties/owner", "owner", ("Pet",)),
        (
            "#/components/schemas/Pet/properties/owner/items/properties/name",
            "name",
            ("Pet", "owner"),
        ),
        ("#/components/schemas/Pet/oneOf/1", "2", ("Pet",)),
        ("#/components/schemas/Pet/additionalProperties", "Pet", ("Pet",)),
        ("pet.yaml", "pet", ()),
        ("pet.yaml#/properties/owner", "owner", ("pet",)),
        ("pet.yaml#/$defs/Tag", "Tag", ("pet",)),
        ("old/pet.schema.yaml", "pet", ("old",)),
        ("models.yaml#/Pet", "Pet", ()),
        ("models.yaml#/sub/Cat", "Cat", ()),
        ("models.yaml#/sub/Cat/properties/p", "p", ("Cat",)),
        ("api.yaml#/components/schemas/Pet", "Pet", ()),
    ],
)
def test_a_name_of_its_own(tmp_path: Path, ref: str, leaf: str, context: tuple[str, ...]) -> None:
    found = spot(tmp_path, ref)
    assert found
    assert (found.leaf, found.context, found.room) == (leaf, context, "component")


@pytest.mark.parametrize(
    "ref",
    [
        "#/paths/~1x/schema",
        "#/paths/~1x/schema/properties/p",
        "#/components/parameters/p/schema",
        "#/components/schemas/Pet/not",
        "api.yaml#/components/parameters/p/schema",
    ],
)
def test_other_places_leave_the_name_to_who_refers(tmp_path: Path, ref: str) -> None:
    assert spot(tmp_path, ref) is None


def test_a_key_of_the_document_wins_over_a_title(tmp_path: Path) -> None:
    found = spot(tmp_path, "#/components/schemas/Pet/$defs/Tag")
    assert found
    assert found.named
    assert not found.below("x").named
