"""The data a generated package consists of: operations, parameters, replies, servers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .options import RetryConfig
from .records import Record

if TYPE_CHECKING:
    from .hooks import Hooks
    from .models import Adapter
    from .response import Answer

T = TypeVar("T")
Opened = TypeVar("Opened")
Lazy = Callable[[], Any]
"""A function giving a type, so that a model is loaded when it is first used."""
Security = Sequence[Sequence[str]]
"""Alternatives, each the names of the schemes it needs; () is for "none needed".

Behind a name stand the scopes that are needed, with spaces between.
"""
Path = Sequence[str | int]
"""Keys and indices that lead to a value; an index below 0 counts from the end."""
_NONE: Mapping[str, Any] = {}


class Typed(Record):
    """A record with a field `type`."""

    @cached_property
    def adapter(self) -> Adapter:
        """Reads and writes values of the type; made once."""
        from .models import Adapter

        kind: Lazy | None = self.__dict__.get("type")
        return Adapter(Any if kind is None else kind())


class Param(Typed):
    """A parameter: `arg` is the Python argument, `name` the name on the wire.

    `null`: None is sent, as an empty value. `content`: the value is sent in that media
    type, and style does not matter. `client`: the option of the client that stands in for
    an argument that was not given; `fill`: what is sent if there is none either.
    `allow_empty`: an empty array or object is sent, too, as an empty value.
    """

    arg: str
    place: str
    name: str
    style: str = "simple"
    explode: bool = False
    allow_reserved: bool = False
    content: str | None = None
    type: Lazy | None = None
    required: bool = False
    null: bool = False
    client: str | None = None
    fill: Any = None
    allow_empty: bool = False


class Encoding(Record):
    """How one field of a form is sent, where that differs from the default.

    In multipart, each item of an array is a part of its own unless `explode` is False; in
    a url-encoded form only the style "form" explodes by itself.
    """

    content_type: str | None = None
    style: str = "form"
    explode: bool | None = None


class Body(Typed):
    """A request body; without `arg`, every argument that is no parameter is a field.

    `kind` is json, urlencoded, multipart, lines, text or binary, whatever the media type is
    called. `null`: None is sent. `others`: notations that a call gets by its header content-type.
    """

    media_type: str
    type: Lazy | None = None
    arg: str | None = None
    kind: str = "json"
    encoding: Mapping[str, Encoding] = _NONE
    required: bool = True
    null: bool = False
    others: Sequence[Body] = ()


class Reply(Typed):
    """A success; without media type there is no body and the result is None."""

    status: str
    media_type: str | None
    type: Lazy | None

    opens = False  # whether the body stays open, as a stream that the call returns

    def open(self, answer: Answer) -> Any:
        """The stream of an answer that stays open."""
        raise TypeError("an answer that does not stay open")


class BinaryReply(Reply):
    """A success of bytes, which stays open for whoever reads them."""

    opens = True

    def open(self, answer: Answer) -> Any:
        """The bytes, to be read at once or in pieces."""
        from .binary import binary

        return binary(answer)


class StreamReply(Reply):
    """A success of many values, which stays open; `type` is that of one.

    `framing` is "events", or "lines" or "sequence" of JSON. `whole`: a value is an event,
    and not what is in its `data`; `bare`: also one that has none. `data` is "json", "text"
    or "either". `names` are the events of which the type is known.
    """

    opens = True
    framing: str = "events"
    whole: bool = False
    bare: bool = False
    data: str = "json"
    sentinel: str | None = None
    names: Sequence[str] = ()

    def open(self, answer: Answer) -> Any:
        """The values, one by one."""
        from .streams import stream

        return stream(answer, self)


class ErrorReply(Reply):
    """An error with a type: `type` is that of the body, `error` the class to raise."""

    error: Lazy


class Part(Record):
    """One of the values that a credential consists of; `env` is its environment variable."""

    key: str
    wire: str
    env: str | None = None
    required: bool = False


class Scheme(Record):
    """A security scheme: ("http", scheme=) or ("apiKey", place=, name=), for example.

    A credential of several `parts` is a mapping. `grant` is how a token is got for them at
    `token_url`; `basic` is for a client that proves itself there with a header.
    """

    kind: str
    scheme: str = "Bearer"
    place: str = "header"
    name: str = "Authorization"
    env: str | None = None
    parts: Sequence[Part] = ()
    grant: str | None = None
    token_url: str = ""
    basic: bool = False


class Server(Record):
    """A base URL; `variables`: defaults of names in braces, `choices`: all their values."""

    url: str
    variables: Mapping[str, str] = _NONE
    name: str = ""
    choices: Mapping[str, Sequence[str]] = _NONE


def chosen(servers: Sequence[Server], which: int | str | None) -> Server:
    """A server by its number or name, else the first one; raises ValueError: none is so."""
    for number, server in enumerate(servers):
        if which in (number, server.name) or which is None:
            return server
    names = "".join(f", {server.name!r}" for server in servers if server.name)
    raise ValueError(f"server_idx: one of 0 to {len(servers) - 1}{names}")


class Configuration(Record):
    """What one generated package is: name, servers, security, limits."""

    name: str
    version: str
    document_version: str
    user_agent: str
    servers: Sequence[Server]
    schemes: Mapping[str, Scheme]
    security: Security
    timeout_ms: int = 60000
    retries: RetryConfig | None = None
    retry_codes: Sequence[str] = ()
    debug_env: str | None = None
    max_response_bytes: int = 100 * 1024 * 1024
    init_hooks: Callable[[Hooks], None] | None = None


class Operation(Record, Generic[T]):
    """One operation of the API; T is what a call returns.

    `key_header` carries a random key, the same in each try, unless the call gives one.
    """

    id: str
    method: str
    path: str
    params: Sequence[Param] = ()
    body: Body | None = None
    replies: Sequence[Reply] = ()
    errors: Sequence[ErrorReply] = ()
    security: Security | None = None
    servers: Sequence[Server] = ()
    retries: RetryConfig | None = None
    retry_codes: Sequence[str] = ()
    timeout_ms: int | None = None
    key_header: str | None = None

    @cached_property
    def places(self) -> dict[str, list[Param]]:
        """The parameters by place."""
        places = ("path", "query", "header", "cookie")
        return {p: [param for param in self.params if param.place == p] for p in places}

    @cached_property
    def opens(self) -> bool:
        """Whether an answer may stay open."""
        return any(reply.opens for reply in self.replies)

    @cached_property
    def shared(self) -> list[Param]:
        """The parameters that the client may hold."""
        return [param for param in self.params if param.client is not None]

    @cached_property
    def filled(self) -> list[Param]:
        """The parameters that are sent also when they are not given."""
        return [param for param in self.params if param.fill is not None]

    @cached_property
    def not_fields(self) -> frozenset[str]:
        """The arguments that are no field of the body."""
        return frozenset(param.arg for param in self.params)

    @cached_property
    def accept(self) -> str:
        """The value of the accept header."""
        types = {reply.media_type: None for reply in self.replies if reply.media_type}
        return ", ".join(types) or "*/*"


class OpenOperation(Operation[T], Generic[T, Opened]):
    """An operation that returns something else where it is awaited: it holds a connection."""
