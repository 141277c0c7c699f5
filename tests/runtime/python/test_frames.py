"""The table of what bytes of a stream mean: tests/runtime/frames.json."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from typing import Annotated, Any

import pytest
from harness import HERE
from orq_ai_sdk._runtime.framing import Event, Events, JsonLines, JsonSequence, TooLong
from orq_ai_sdk._runtime.items import decode
from orq_ai_sdk._runtime.models import BaseModel
from orq_ai_sdk._runtime.operation import StreamReply
from orq_ai_sdk._runtime.unions import OneOf
from orq_ai_sdk._runtime.variants import UnknownVariant

TABLE = json.loads((HERE.parent / "frames.json").read_text("utf-8"))
Case = dict[str, Any]


class Point(BaseModel):
    x: int


class AnEvent(BaseModel):
    data: Point
    event: str | None = None
    id: str | None = None
    retry: int | None = None


class BareEvent(BaseModel):
    data: Point | None = None
    event: str | None = None


class TextEvent(BaseModel):
    data: str


TYPES: dict[str, Any] = {
    "point": Point,
    "text": str,
    "any": Any,
    "pointOrText": Annotated[Point | str | UnknownVariant, OneOf()],
    "event": AnEvent,
    "bareEvent": BareEvent,
    "textEvent": TextEvent,
}


def plain(event: Event) -> Case:
    return {name: value for name, value in event._asdict().items() if value is not None}


def read(reader: Any, pieces: Iterable[bytes]) -> tuple[list[Event], bool]:
    found: list[Event] = []
    try:
        for piece in pieces:
            found += reader.feed(piece)
        found += reader.end()
    except TooLong:
        return found, True
    return found, False


def ways(body: bytes) -> Iterable[list[bytes]]:
    yield [body]
    yield [body[at : at + 1] for at in range(len(body))]
    for at in range(len(body) + 1):
        yield [body[:at], body[at:]]
        yield [body[:at], b"", body[at:]]


def body_of(case: Case) -> bytes:
    return base64.b64decode(case["base64"]) if "base64" in case else case["text"].encode()


def limit(case: Case) -> dict[str, int]:
    return {"limit": case["limit"]} if "limit" in case else {}


@pytest.mark.parametrize("case", TABLE["events"], ids=json.dumps)
def test_events(case: Case) -> None:
    body, too_long = body_of(case), case.get("tooLong", False)
    for pieces in ways(body):
        reader = Events(**limit(case))
        found, failed = read(reader, pieces)
        assert [plain(event) for event in found] == case["expect"]
        assert failed == too_long
        if not too_long:
            assert reader.last_id == case.get("lastId", "")
            assert reader.retry == case.get("retry")
    for at in range(len(body)):
        found, _ = read(Events(**limit(case)), [body[:at]])
        assert [plain(event) for event in found] == case["expect"][: len(found)]


@pytest.mark.parametrize("case", TABLE["json_lines"], ids=json.dumps)
def test_json_lines(case: Case) -> None:
    kind = JsonSequence if case.get("sequence") else JsonLines
    for pieces in ways(body_of(case)):
        found, failed = read(kind(**limit(case)), pieces)
        assert [event.data.strip() for event in found if event.data] == case["expect"]
        assert failed == case.get("tooLong", False)


def test_a_record_is_not_kept_back_until_the_next_one() -> None:
    reader = JsonSequence()
    assert [event.data for event in reader.feed(b'\x1e{"a":1}\n')] == ['{"a":1}\n']


@pytest.mark.parametrize("case", TABLE["items"], ids=json.dumps)
def test_items(case: Case) -> None:
    given = case["reply"]
    reply = StreamReply(
        "200",
        "text/event-stream",
        lambda: TYPES[given["type"]],
        whole=given.get("whole", False),
        bare=given.get("bare", False),
        data=given.get("data", "json"),
        names=given.get("names", ()),
    )
    event = Event(**case["event"])
    if refused := case.get("refused"):
        with pytest.raises(ValueError, match=None if refused is True else refused):
            decode(reply, event)
        return
    value = decode(reply, event)
    shown = value.model_dump(exclude_none=True) if isinstance(value, BaseModel) else value
    assert shown == case["expect"]
