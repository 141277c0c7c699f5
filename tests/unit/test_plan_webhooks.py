"""Webhooks to code: one constant for each kind, with a name that stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.languages import LANGUAGES
from generator.lock import Names
from generator.plan import plan
from generator.settings import Settings
from tests.unit.support import HEAD, api_of, packaged

TEXT = "requestBody: {content: {application/json: {schema: {type: string}}}}"
NUMBER = TEXT.replace("string", "integer")
NAMES = {"python": ["NEW_PET", "EVENT_", "NEW_PET_", "EVENT"]}
NAMES["typescript"] = ["newPet", "event_", "newPet_", "event"]


def hooks(*rows: str) -> str:
    return f"{HEAD}paths: {{}}\nwebhooks: {{{', '.join(rows)}}}\n"


ALL = hooks(
    f"new-pet: {{post: {{{TEXT}}}}}",
    f"event: {{post: {{{TEXT}}}}}",
    f"newPet: {{post: {{{NUMBER}}}}}",
)


@pytest.mark.parametrize("key", LANGUAGES)
def test_names(tmp_path: Path, key: str) -> None:
    (made,) = packaged(tmp_path, ALL, key).webhooks
    assert [payload.name for payload in made.payloads] == NAMES[key]
    assert made.event == NAMES[key][-1]


@pytest.mark.parametrize("key", LANGUAGES)
def test_what_is_kept_stays(tmp_path: Path, key: str) -> None:
    kept = Names({("#/webhooks/newPet/post", "payload", None): "petCame"})
    api, language = api_of(tmp_path, ALL), LANGUAGES[key]
    (made,) = plan(api, language, Settings().completed(api), kept).webhooks
    assert made.payloads[2].name == "petCame"
    assert kept.given["#/webhooks/event/post", "payload", None] == NAMES[key][1]


@pytest.mark.parametrize("key", LANGUAGES)
def test_one_webhook_is_the_event_itself(tmp_path: Path, key: str) -> None:
    package = packaged(tmp_path, hooks(f"a: {{post: {{{TEXT}}}}}"), key)
    assert {payload.type for payload in package.webhooks[0].payloads} in ({"str"}, {"string"})
    assert package.model_pages == ()


@pytest.mark.parametrize("key", LANGUAGES)
def test_without_webhooks_there_is_no_module(tmp_path: Path, key: str) -> None:
    text = (
        f"{HEAD}paths: {{/a: {{post: {{operationId: a, responses: {{}},"
        f" callbacks: {{c: {{'{{$url}}': {{post: {{{TEXT}}}}}}}}}}}}}}}\n"
    )
    assert packaged(tmp_path, text, key).webhooks == ()


def test_a_group_makes_room_for_the_module(tmp_path: Path) -> None:
    tagged = "/a: {get: {operationId: a, tags: [webhooks], responses: {'204': {description: x}}}}"
    text = ALL.replace("paths: {}", f"paths: {{{tagged}}}")
    (group,) = packaged(tmp_path, text, "python").groups
    assert (group.class_name, group.module) == ("Webhooks", "webhooks_")
    (group,) = packaged(tmp_path, text, "typescript").groups
    assert group.module == "webhooks"
