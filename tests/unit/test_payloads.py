"""What an API sends to its users: webhooks and callbacks, as types."""

from __future__ import annotations

from pathlib import Path

from generator.api import Named, Scalar, UnionShape, Unknown
from tests.unit.support import HEAD, api_of, understood

TEXT = "requestBody: {content: {application/json: {schema: {type: string}}}}"


def test_webhooks_and_callbacks_have_types(tmp_path: Path) -> None:
    text = (
        f"{HEAD}paths: {{/a: {{post: {{responses: {{}}, callbacks: {{c: {{'{{$url}}': {{post: {{{TEXT}}}}}}}}}}}}}}}\n"
        f"webhooks: {{w: {{post: {{summary: Told, {TEXT}}}}}, silent: {{get: {{}}}}}}\n"
        f"x-webhooks: {{x: {{post: {{{TEXT}}}}}}}\n"
    )
    made = api_of(tmp_path, text).payloads
    assert [(p.kind, p.name) for p in made] == [
        ("webhook", "w"),
        ("webhook", "x"),
        ("event", "event"),
        ("callback", "c"),
    ]
    assert {p.type for p in made} == {Scalar(kind="string")}
    assert made[0].description == "Told"


def test_the_model_of_a_payload_is_kept(tmp_path: Path) -> None:
    inner = "{type: object, properties: {a: {type: string}}}"
    text = f"{HEAD}paths: {{}}\nwebhooks: {{w: {{post: {TEXT.replace('{type: string}', inner).replace('requestBody: ', '{requestBody: ')}}}}}}}\n"
    api = api_of(tmp_path, text)
    payload, event = api.payloads
    assert isinstance(payload.type, Named) and event.type == payload.type
    assert [model.ref for model in api.models] == [payload.type.ref]
    assert api.models[0].naming.context == ("w", "webhook")


def test_a_faulty_schema_is_noted_and_becomes_any_value(tmp_path: Path) -> None:
    text = f"{HEAD}paths: {{}}\nwebhooks: {{w: {{post: {{{TEXT.replace('type: string', 'type: text')}}}}}}}\n"
    api, issues = understood(tmp_path, text)
    assert {p.type for p in api.payloads} == {Unknown()}
    assert ["'text' is no type" in issue.message for issue in issues] == [True]


def test_several_webhooks_make_a_union(tmp_path: Path) -> None:
    other = TEXT.replace("string", "integer")
    text = f"{HEAD}paths: {{}}\nwebhooks: {{a: {{post: {{{TEXT}}}}}, b: {{post: {{{other}}}}}}}\n"
    api = api_of(tmp_path, text)
    (model,) = api.models
    assert api.payloads[-1].type == Named(ref=model.ref)
    assert model.naming.leaf == "Webhook Event"
    assert isinstance(model.shape, UnionShape)
    assert model.shape.variants == (Scalar(kind="string"), Scalar(kind="integer"))
