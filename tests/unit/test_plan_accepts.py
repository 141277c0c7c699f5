"""Content types that a call may ask for: an enum where there are several, with names that stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.languages import LANGUAGES
from generator.lock import Names
from generator.plan import plan
from generator.plans import AcceptPlan
from generator.settings import Settings
from tests.unit.support import HEAD, api_of, packaged, rendered

STREAM = "text/event-stream: {schema: {type: object, properties: {data: {type: string}}}}"
TEXT = "application/json: {schema: {type: string}}"
JSON = "application/json: {schema: {$ref: '#/components/schemas/ChatAcceptEnum'}}"
MODEL = "components: {schemas: {ChatAcceptEnum: {type: object, properties: {a: {type: string}}}}}\n"


def operation(*contents: str, name: str = "chat", tags: str = "") -> str:
    answers = ", ".join(
        f"'{status}': {{description: OK, content: {{{content}}}}}"
        for status, content in zip(("200", "201", "400"), contents, strict=False)
    )
    return f"  /{name}: {{get: {{operationId: {name}, {tags}responses: {{{answers}}}}}}}\n"


def document(*operations: str, rest: str = MODEL) -> str:
    return f"{HEAD}paths:\n{''.join(operations)}{rest}"


def accepts(folder: Path, text: str, key: str) -> list[AcceptPlan | None]:
    return [method.accept for method in packaged(folder, text, key).methods]


@pytest.mark.parametrize("key", LANGUAGES)
def test_only_where_there_is_a_choice(tmp_path: Path, key: str) -> None:
    one = operation(STREAM, name="one")
    failed = operation(STREAM, "", "text/plain: {}", name="failed")
    same = operation(STREAM, STREAM, name="same")
    two = operation(STREAM, "application/pdf: {}", name="two")
    made = accepts(tmp_path, document(one, failed, same, two), key)
    assert [bool(accept) for accept in made] == [False, False, False, True]
    assert "AcceptEnum" not in "".join(rendered(tmp_path, document(one, rest=""), key).values())


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("python", ["TEXT_EVENT_STREAM", "TEXT_EVENT_STREAM_", "ANY", "ONE_A"]),
        ("typescript", ["textEventStream", "textEventStream_", "any", "oneA"]),
    ],
)
def test_members(tmp_path: Path, key: str, names: list[str]) -> None:
    types = ["text/event-stream", "text/event_stream", "*/*", "1/a"]
    contents = ", ".join(f"'{type}': {{}}" for type in types)
    (made,) = accepts(tmp_path, document(operation(contents)), key)
    assert made is not None
    assert made.members == tuple((n, f'"{t}"') for n, t in zip(names, types, strict=True))


@pytest.mark.parametrize("key", LANGUAGES)
def test_a_model_is_called_first(tmp_path: Path, key: str) -> None:
    text = document(operation(f"{JSON}, {STREAM}"), operation(f"{JSON}, {STREAM}", name="Chat"))
    first, second = accepts(tmp_path, text, key)
    assert first and second
    assert [first.name, second.name] == ["ChatAcceptEnum2", "ChatAcceptEnum3"]


@pytest.mark.parametrize("key", LANGUAGES)
def test_what_is_kept_stays(tmp_path: Path, key: str) -> None:
    small = document(operation(f"{TEXT}, {STREAM}"), rest="")
    names = Names()
    settings = Settings().completed(api := api_of(tmp_path, small))
    (before,) = plan(api, LANGUAGES[key], settings, names).methods
    grown = document(
        operation(
            f"{JSON}, {STREAM}, application/pdf: {{schema: {{type: string, format: binary}}}}"
        )
    )
    kept = Names(names.entries(everything=False))
    (after,) = plan(api_of(tmp_path, grown), LANGUAGES[key], settings, kept).methods
    assert before.accept and after.accept
    assert before.accept.name == after.accept.name == "ChatAcceptEnum"
    assert set(before.accept.members) < set(after.accept.members)
    assert not kept.refused


def test_each_group_has_its_own(tmp_path: Path) -> None:
    contents, named = f"{TEXT}, {STREAM}", "x-speakeasy-name-override: create"
    first = operation(contents, name="chat", tags=f"tags: [a], {named}, ")
    second = operation(contents, name="other", tags=f"tags: [b], {named}, ")
    made = accepts(tmp_path, document(first, second, rest=""), "python")
    assert [accept and accept.name for accept in made] == ["CreateAcceptEnum"] * 2
