"""Answers as they came, with and without reading them."""

from __future__ import annotations

import asyncio

import pytest
from harness import Server
from orq_ai_sdk import BackoffStrategy, Orq, RetryConfig
from orq_ai_sdk import models as m
from orq_ai_sdk._runtime.raw import RawResponse, raw_response

CONTACT = {"_id": "1", "displayName": "Ann"}


def test_the_answer_comes_with_headers_and_is_read_when_asked(server: Server, orq: Orq) -> None:
    server.reply(200, CONTACT, headers={"X-Request-Id": "r1", "X-Left": "9"})
    raw: RawResponse[m.PublicContact] = raw_response(orq.contacts.create, external_id="1")
    assert (raw.status_code, raw.headers["x-left"], raw.request_id) == (200, "9", "r1")
    assert raw.content.startswith(b"{") and raw.text == raw.content.decode()
    assert raw.http_response.json() == CONTACT
    contact = raw.parse()
    assert isinstance(contact, m.PublicContact) and contact.display_name == "Ann"
    # The client itself is as it was.
    server.reply(200, CONTACT)
    assert isinstance(orq.contacts.create(external_id="1"), m.PublicContact)


@pytest.mark.parametrize("content_type", ["a/b", "application/json", ""])
def test_bytes_are_bytes_whatever_they_are_called(
    server: Server, orq: Orq, content_type: str
) -> None:
    server.reply(200, b"\xff", content_type)
    assert raw_response(orq.files.content, file_id="1").parse() == b"\xff"


def test_an_error_is_raised_by_parse_alone(server: Server, orq: Orq) -> None:
    server.reply(404, {"code": "nf", "message": "not here"})
    raw = raw_response(orq.contacts.create, external_id="1")
    assert raw.status_code == 404
    with pytest.raises(m.HonoAPIError, match="not here"):
        raw.parse()


def test_what_does_not_fit_is_an_error_of_parse_alone(server: Server, orq: Orq) -> None:
    server.reply(200, [1])
    broken = raw_response(orq.contacts.create, external_id="1")
    assert broken.text == "[1]" and repr(broken) == "<RawResponse 200>"
    with pytest.raises(m.ResponseValidationError):
        broken.parse()


def test_input_is_checked_and_retries_are_made(server: Server, orq: Orq) -> None:
    with pytest.raises(m.RequestValidationError):
        raw_response(orq.files.get, file_id="")
    server.reply(503, {})
    server.reply(200, {"name": "f"})
    retries = RetryConfig("backoff", BackoffStrategy(1, 5, 1, 5000, 0))
    raw = raw_response(orq.files.get, file_id="1", retries=retries)
    assert raw.status_code == 200 and len(server.seen) == 2


def test_async(server: Server, orq: Orq) -> None:
    async def main() -> None:
        async with orq:
            raw = await raw_response(orq.contacts.create_async, external_id="1")
            assert raw.headers["content-type"] == "application/json"
            contact: m.PublicContact = raw.parse()
            assert contact.id == "1"

    server.reply(200, CONTACT)
    asyncio.run(main())
