"""Models by direction: read-only and write-only fields, and the inputs that follow."""

from __future__ import annotations

from pathlib import Path

from generator.api import Api, Named, ObjectShape
from tests.unit.support import HEAD, api_of

PET = """
components:
  schemas:
    Pet:
      type: object
      required: [id, name]
      properties:
        id: {type: string, readOnly: true}
        name: {type: string}
        secret: {type: string, writeOnly: true}
        owner: {$ref: "#/components/schemas/Owner"}
        plain: {$ref: "#/components/schemas/Plain"}
    Owner: {type: object, properties: {pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
    Plain: {type: object, properties: {a: {type: string}}}
"""
BODY = "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}}"
OK = "responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}}}"
NOTHING = "responses: {'204': {description: x}}"


def api(folder: Path, *operations: str) -> Api:
    rows = [f"  /{n}: {{post: {{operationId: o{n}, {text}}}}}" for n, text in enumerate(operations)]
    return api_of(folder, HEAD + "paths:\n" + "\n".join(rows) + PET)


def fields(api: Api) -> dict[str, list[str]]:
    """The fields of every model, by its wanted name."""
    return {
        model.naming.leaf: [field.name for field in model.shape.fields]
        for model in api.models
        if isinstance(model.shape, ObjectShape)
    }


def test_a_model_of_both_directions_has_an_input(tmp_path: Path) -> None:
    made = api(tmp_path, f"{BODY % 'Pet'}, {OK % 'Pet'}")
    found = fields(made)
    assert found["Pet"] == ["id", "name", "owner", "plain"]
    assert found["Pet Input"] == ["name", "secret", "owner", "plain"]
    assert "Plain Input" not in found
    body, result = made.operations[0].body, made.operations[0].result
    assert body and isinstance(body.type, Named) and body.type.ref.endswith("Pet input")
    assert isinstance(result, Named) and result.ref.endswith("Pet")


def test_what_holds_such_a_model_has_an_input_too(tmp_path: Path) -> None:
    found = fields(api(tmp_path, f"{BODY % 'Owner'}, {OK % 'Owner'}"))
    assert {"Owner", "Owner Input", "Pet", "Pet Input"} <= found.keys()


def test_in_one_direction_the_plain_name_is_enough(tmp_path: Path) -> None:
    sent = fields(api(tmp_path, f"{BODY % 'Pet'}, {NOTHING}"))
    assert sent["Pet"] == ["name", "secret", "owner", "plain"] and "Pet Input" not in sent
    told = fields(api(tmp_path, OK % "Pet"))
    assert told["Pet"] == ["id", "name", "owner", "plain"] and "Pet Input" not in told


def test_what_the_client_holds_is_sent_too(tmp_path: Path) -> None:
    held = "{name: g, in: query, schema: {$ref: '#/components/schemas/Pet'}%s}"
    text = (
        f"{HEAD}x-speakeasy-globals: {{parameters: [{held % ', x-speakeasy-globals-hidden: true'}]}}\n"
        f"paths: {{/a: {{get: {{parameters: [{held % ''}], {OK % 'Pet'}}}}}}}{PET}"
    )
    (param,) = api_of(tmp_path, text).operations[0].globals
    assert isinstance(param.type, Named) and param.type.ref.endswith("Pet input")


def test_nothing_is_split_that_does_not_differ(tmp_path: Path) -> None:
    assert "Plain Input" not in fields(api(tmp_path, f"{BODY % 'Plain'}, {OK % 'Plain'}"))
