"""Which enums and unions take more than the document lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.forward import open_models
from tests.unit.support import HEAD, api_of

SCHEMAS = """\
components:
  schemas:
    Sent: {type: object, properties: {a: {$ref: '#/components/schemas/Both'}, b: {enum: [x, y]}, o: {enum: [v, w], x-speakeasy-unknown-values: allow}}}
    Told:
      type: object
      properties:
        a: {$ref: '#/components/schemas/Both'}
        b: {enum: [x, y], x-speakeasy-unknown-values: disallow}
        c: {oneOf: [{type: string}, {type: integer}]}
        d: {oneOf: [{type: string}, {type: boolean}], x-speakeasy-unknown-values: disallow}
        e: {oneOf: [{type: string}, {}]}
        f: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
        g: {enum: [one]}
    Both: {enum: [x, y]}
    Cat: {type: object, required: [is], properties: {is: {enum: [cat]}}}
    Dog: {type: object, required: [is], properties: {is: {enum: [dog]}}}
    Fault: {type: object, properties: {a: {enum: [p, q]}}}
    Event: {type: object, properties: {a: {enum: [s, t]}}}
paths:
  /a:
    post:
      operationId: x
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Sent'}}}}
      responses:
        '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Told'}}}}
        '400': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}}
webhooks:
  hook: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}}}
"""


@pytest.mark.parametrize(
    ("ref", "is_open"),
    [
        ("Both", True),
        ("Sent/properties/b", False),
        ("Sent/properties/o", True),
        ("Told/properties/b", False),
        ("Told/properties/c", True),
        ("Told/properties/d", False),
        ("Told/properties/e", False),
        ("Told/properties/f", True),
        ("Told/properties/g", True),
        ("Cat/properties/is", False),
        ("Fault/properties/a", True),
        ("Event/properties/a", True),
    ],
)
def test_answers_take_more_than_is_listed(tmp_path: Path, ref: str, is_open: bool) -> None:
    api = api_of(tmp_path, HEAD + SCHEMAS)
    (found,) = {m.ref for m in api.models if m.ref.endswith(f"/schemas/{ref}")}
    assert (found in open_models(api)) is is_open
