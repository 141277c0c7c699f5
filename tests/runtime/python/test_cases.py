"""The table both runtimes are held to: tests/runtime/cases.json."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Annotated, Any

import httpx2
import pytest
from harness import CASES, parse_multipart
from orq_ai_sdk._runtime import encoding, models, request, response, retry, webhooks
from orq_ai_sdk._runtime.base import BaseModel, Field
from orq_ai_sdk._runtime.decimals import Decimal
from orq_ai_sdk._runtime.errors import (
    NoResponseError,
    RequestValidationError,
    error_message,
)
from orq_ai_sdk._runtime.logger import DebugLog
from orq_ai_sdk._runtime.multipart import multipart_content
from orq_ai_sdk._runtime.operation import (
    Body,
    Configuration,
    Encoding,
    Operation,
    Param,
    Part,
    Scheme,
    Server,
)
from orq_ai_sdk._runtime.options import (
    BackoffStrategy,
    CallOptions,
    ClientOptions,
    RetryConfig,
)
from orq_ai_sdk._runtime.retry import Retries
from orq_ai_sdk._runtime.security import signing
from orq_ai_sdk._runtime.transport import drive

Case = dict[str, Any]


def config(schemes: Case | None = None, security: Any = ()) -> Configuration:
    known = {
        name: Scheme(
            scheme["type"],
            scheme=scheme.get("scheme", "Bearer"),
            place=scheme.get("in", "header"),
            name=scheme.get("name", "Authorization"),
            env=scheme.get("env"),
            parts=[Part(*part) for part in scheme.get("parts", ())],
        )
        for name, scheme in (schemes or {}).items()
    }
    return Configuration(
        name="n",
        version="1",
        document_version="1",
        user_agent="ua",
        servers=(Server("https://h.example"),),
        schemes=known,
        security=security,
    )


def built(
    params: tuple[Param, ...],
    arguments: Case,
    path: str = "/p",
    settings: Configuration | None = None,
    credentials: Case | None = None,
    extra: dict[str, str] | None = None,
    held: Case | None = None,
    **client: Any,
) -> request.Outgoing:
    operation: Operation[None] = Operation(id="op", method="GET", path=path, params=params)
    options = ClientOptions(credentials=credentials or {}, parameters=held or {}, **client)
    call = CallOptions(http_headers=extra)
    settings = settings or config()
    made = request.build(settings, options, operation, arguments, call)
    retries = Retries(None, (), "GET", False)
    flow = signing(settings, options, settings.security, {}, made.base, 1, retries)
    return drive(flow, httpx2.Client()).sign(made, extra)


def query_of(url: str) -> str:
    return url.partition("?")[2]


def encodings(case: Case) -> dict[str, Encoding]:
    return {
        name: Encoding(
            content_type=rule.get("contentType"),
            style=rule.get("style", "form"),
            explode=rule.get("explode"),
        )
        for name, rule in case.get("encoding", {}).items()
    }


def given(value: Any) -> Any:
    """The value of a multipart case as Python has it."""
    if isinstance(value, list):
        return [given(item) for item in value]
    if isinstance(value, dict) and "$bytes" in value:
        return base64.b64decode(value["$bytes"])
    if isinstance(value, dict) and "$file" in value:
        file = value["$file"]
        record = {"content": base64.b64decode(file["base64"])}
        for ours, theirs in (("file_name", "name"), ("content_type", "contentType")):
            if theirs in file:
                record[ours] = file[theirs]
        return record
    return value


def parameters(case: Case) -> None:
    param = Param(
        "value",
        case["in"],
        case["name"],
        "simple" if "content" in case else case["style"],  # as a package has it
        case["explode"],
        fill=case.get("fill"),
        allow_empty=case.get("allowEmpty", False),
        allow_reserved=case.get("allowReserved", False),
        content=case.get("content"),
        null=case.get("nullable", False),
    )
    path = "/p/{color}" if case["in"] == "path" else "/p"
    arguments = {"value": case["value"]} if "value" in case else {}
    sent = built((param,), arguments, path)
    found: Any
    if case["in"] == "path":
        found = sent.url.removeprefix("https://h.example")
    elif case["in"] == "query":
        found = query_of(sent.url)
    elif case["in"] == "header":
        found = sent.headers.get(case["name"].lower())
    else:
        found = sent.headers.get("cookie")
    assert found == case["expect"]


def path_of(case: Case) -> str:
    params = tuple(
        Param(name, "path", name, allow_reserved=case.get("allowReserved", False))
        for name in case["values"]
    )
    return built(params, case["values"], case["path"]).url


def shared_parameter(case: Case) -> None:
    param = Param("p", "query", "p", "form", True, client="held")
    arguments = {"p": case["given"]} if "given" in case else {}
    held = {"held": case.get("held")}
    assert query_of(built((param,), arguments, held=held).url) == case["expect"]


def path_refused(case: Case) -> None:
    with pytest.raises(RequestValidationError) as caught:
        path_of(case)
    assert "x" in str(caught.value)


def path_accepted(case: Case) -> None:
    assert path_of(case) == "https://h.example" + case["expect"]


def header_of(case: Case) -> request.Outgoing:
    place, name, value = case["in"], case["name"], case["value"]
    if place == "extra":
        return built((), {}, extra={name: value})
    if place == "bearer":
        settings = config({name: {"type": "http"}}, ((name,),))
        return built((), {}, settings=settings, credentials={name: value})
    style = "form" if place == "cookie" else "simple"
    return built((Param(name, place, name, style),), {name: value})


def header_refused(case: Case) -> None:
    with pytest.raises(RequestValidationError) as caught:
        header_of(case)
    message = str(caught.value)
    assert case["name"] in message or "not a header name" in message
    assert "tok" not in message


def header_accepted(case: Case) -> None:
    value = header_of(case).headers[case["name"].lower()]
    text = value.decode("latin-1") if isinstance(value, bytes) else value
    assert text == case["expect"]


def retry_delay(case: Case) -> None:
    rule = case["backoff"]
    backoff = BackoffStrategy(
        initial_interval=rule["initialInterval"],
        max_interval=rule["maxInterval"],
        exponent=rule["exponent"],
        jitter_ms=rule.get("jitterMs"),
    )
    wait = retry.retry_delay(backoff, case["retry"], case["random"])
    assert wait == pytest.approx(case["expect"])


def retry_after(case: Case) -> None:
    assert retry.retry_after(case["headers"], case["now"]) == case["expect"]


def status_match(case: Case) -> None:
    assert retry.status_matches(case["patterns"], case["status"]) is case["expect"]


def retried_by_default(case: Case) -> None:
    retries = retry.Retries(RetryConfig("backoff"), (), "POST", False)
    assert (retries.after_status(case["status"], {}) is not None) is case["expect"]


def connection_retry(case: Case) -> None:
    rule = RetryConfig("backoff", retry_connection_errors=case["retryConnectionErrors"])
    retries = retry.Retries(rule, (), case["method"], case["idempotencyKey"])
    error = NoResponseError("x")
    error.opened = case["opened"]
    assert (retries.after_error(error) is not None) is case["expect"]


def media_match(case: Case) -> None:
    found = response.media_matches(case["declared"], case["received"])
    assert found is case["expect"]


def multipart(case: Case) -> None:
    fields = {name: given(value) for name, value in case["fields"].items()}
    content = multipart_content(fields, encodings(case))
    body = b"".join(content.chunks())
    assert content.length == len(body)
    parts = parse_multipart(content.media_type, body)
    assert [{**part, "body": part["body"].decode()} for part in parts] == case["parts"]


def multipart_refused(case: Case) -> None:
    fields = {name: given(value) for name, value in case["fields"].items()}
    with pytest.raises(RequestValidationError):
        multipart_content(fields, {})


def lines(case: Case) -> None:
    body = Body("application/x-ndjson", kind="lines", arg="v", type=lambda: list[Any])
    operation: Operation[None] = Operation(id="op", method="POST", path="/p", body=body)
    arguments = {"v": case["values"]}
    sent = request.build(config(), ClientOptions(), operation, arguments, CallOptions())
    assert sent.content == case["expect"].encode()
    assert sent.headers["content-type"] == "application/x-ndjson"


def kinds(case: Case) -> None:
    is_file = "bytes" in case
    kind, value = case["kind"], case["bytes"].encode() if is_file else case["value"]
    body = Body(case["mediaType"], arg="v", kind=kind, type=lambda: bytes if is_file else Any)
    operation: Operation[None] = Operation(id="op", method="POST", path="/p", body=body)
    sent = request.build(config(), ClientOptions(), operation, {"v": value}, CallOptions())
    content = sent.content
    made = content if isinstance(content, bytes) else b"".join(content.chunks())
    assert case["expect"] in (None, made.decode())
    assert sent.headers["content-type"].startswith(case.get("sentAs", case["mediaType"]))


class Price(BaseModel):
    value: Decimal
    fees: Annotated[dict[str, Decimal] | None, Field(alias="the fees")] = None
    parts: list[Price] | None = None


def exact(case: Case) -> None:
    kinds: Any = {
        "integer": int,
        "bigint": int,
        "integers": list[int],
        "number": float,
        "string": str,
        "decimal": Decimal,
        "decimals": list[Decimal],
        "price": Price,
    }
    adapter = models.Adapter(kinds.get(case["type"], Any))
    expected = case.get("expect", case["wire"])
    if expected is None:
        with pytest.raises(models.Misfit):
            adapter.read(case["wire"].encode())
    else:
        value = adapter.read(case["wire"].encode())
        assert adapter.to_json(value, "value") == expected.encode()


def urlencoded(case: Case) -> None:
    assert encoding.form_text(case["fields"], encodings(case)) == case["expect"]


def server_url(case: Case) -> None:
    server = Server(case["url"], case["variables"], choices=case.get("choices", {}))
    if case["expect"] is None:
        with pytest.raises(RequestValidationError) as raised:
            request.server_url((server,), 0, case["given"])
        assert not any(text and text in str(raised.value) for text in case["given"].values())
    else:
        base = request.server_url((server,), 0, case["given"])
        assert base + case["path"] == case["expect"]


def server_choice(case: Case) -> None:
    def servers(key: str) -> tuple[Server, ...]:
        return tuple(Server(s["url"], {}, s.get("name", "")) for s in case.get(key, ()))

    settings = config()
    settings.servers = servers("servers")
    given = {"url_params": case.get("given")}
    options = ClientOptions(server_idx=case.get("which"), server_url=case.get("client"), **given)
    operation = Operation[None](id="x", method="GET", path="/x", servers=servers("operation"))
    call = CallOptions(server_url=case.get("call"))
    try:
        sent = request.build(settings, options, operation, {}, call)
    except ValueError:
        assert case["expect"] is None
    else:
        assert sent.url == case["expect"]


def security(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in case.get("env", {}).items():
        monkeypatch.setenv(name, value)
    plain = built((), {})
    settings = config(case["schemes"], case["security"])
    client = {"server_url": case.get("server"), "allow_http": case.get("allowHTTP", False)}
    if case["expect"] is None:
        with pytest.raises(RequestValidationError, match="allow_http"):
            built((), {}, settings=settings, credentials=case["credentials"], **client)
        return
    sent = built((), {}, settings=settings, credentials=case["credentials"], **client)
    added = {
        name: value
        for name, value in sent.headers.items()
        if name not in plain.headers and name != "cookie"
    }
    assert {
        "headers": added,
        "query": query_of(sent.url),
        "cookie": sent.headers.get("cookie"),
    } == case["expect"]


def webhook(case: Case) -> None:
    secrets, body = case["secrets"], case["body"]
    tolerance = case.get("tolerance", 300)
    # Text or bytes; a list, what can be gone through once, and one secret without a list.
    given = [(body, secrets), (body.encode(), iter(secrets))]
    given += [(body, secrets[0])] if len(secrets) == 1 else []
    for text, keys in given:
        try:
            webhooks.verify(text, case["headers"], keys, tolerance=tolerance, now=case["now"])
        except webhooks.WebhookVerificationError as error:
            assert error.message == case["expect"]
            assert error.__cause__ is None
        else:
            assert case["expect"] is None


def webhook_sign(case: Case) -> None:
    given = [case[name] for name in ("id", "timestamp", "body", "secret")]
    assert webhooks.sign(*given) == case["expect"]


def error_message_(case: Case) -> None:
    body = case.get("body")
    if body is None:
        char, count = case["bodyRepeat"]
        body = char * count
    message = error_message(case["status"], case["contentType"], body)
    if "expect" in case:
        assert message == case["expect"]
    else:
        assert len(message) == case["expectLength"]


def redact(case: Case) -> None:
    lines: list[str] = []

    class Log:
        def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
            lines.append(msg % args)

    log = DebugLog(Log(), config(case["schemes"]))
    log.request("GET", case["url"], case["headers"])
    log.response(200, case["headers"])
    text = "\n".join(lines)
    assert all(shown in text for shown in case["shown"])
    assert not any(hidden in text for hidden in case["hidden"])


SECTIONS: dict[str, Callable[..., None]] = {
    function.__name__.rstrip("_"): function
    for function in (
        parameters,
        shared_parameter,
        path_refused,
        path_accepted,
        header_refused,
        header_accepted,
        retry_delay,
        retry_after,
        status_match,
        retried_by_default,
        connection_retry,
        media_match,
        multipart,
        multipart_refused,
        lines,
        kinds,
        exact,
        urlencoded,
        server_url,
        server_choice,
        security,
        webhook,
        webhook_sign,
        error_message_,
        redact,
    )
}


def test_every_section_has_a_driver() -> None:
    assert set(CASES) - {"about"} == set(SECTIONS)


@pytest.mark.parametrize(
    ("section", "case"),
    [
        pytest.param(section, case, id=f"{section}-{number}")
        for section, cases in CASES.items()
        if section != "about"
        for number, case in enumerate(cases)
    ],
)
def test_case(section: str, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    driver: Any = SECTIONS[section]
    driver(case, monkeypatch) if section == "security" else driver(case)
