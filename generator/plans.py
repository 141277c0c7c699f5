"""Small decided parts of a package: servers, credentials, answers, retries, pages of results, webhooks."""

from __future__ import annotations

from dataclasses import dataclass

from .paging import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInputPlan:
    """An argument that chooses the page, or its size; `field` is one of it, if not empty."""

    arg: str
    field: str
    wire: str
    kind: str
    start: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PagingPlan:
    """How a method comes from page to page; `item` is the type of what they hold.

    Paths lead through what is received, that of `items` through the result of a call.
    """

    kind: str
    input: PageInputPlan | None
    limit: PageInputPlan | None
    next: Path | None
    results: Path | None
    total: Path | None
    items: Path | None
    item: str

    @property
    def follow(self) -> str:
        """The way from page to page: byCursor, byPage, byOffset or byLink."""
        return "byLink" if self.kind == "url" else f"by{self.kind.capitalize()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PayloadPlan:
    """A kind of webhook or callback: what it is called, and what its body is."""

    name: str
    type: str
    codec: str
    doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhooksPlan:
    """The module of all that the API sends by itself; `event` is called any of the webhooks."""

    event: str
    payloads: tuple[PayloadPlan, ...]
    exports: tuple[str, ...]
    imports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptPlan:
    """The enum of the content types that a call may ask for: each name, and the literal behind it."""

    name: str
    members: tuple[tuple[str, str], ...]

    @property
    def last(self) -> str:
        """The last of them, as code calls it."""
        return f"{self.name}.{self.members[-1][0]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsPlan:
    """How the values of a stream are read; `framing` is events, lines or sequence.

    `whole`: a value is an event, and not what is in its data; `bare`: also one without data,
    which is json, text or either. `names` are the events of which the type is known.
    """

    framing: str
    whole: bool = False
    bare: bool = False
    data: str = "json"
    sentinel: str = ""
    names: tuple[str, ...] = ()

    @property
    def reader(self) -> str:
        """The function that reads them."""
        return f"read{self.framing.capitalize()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPlan:
    """One answer; no kind: no body. `error`: a class to raise.

    `decoder` reads it, and `parser` its items, where doubles are the numbers that a language has.
    """

    status: str
    media_type: str = ""
    kind: str = ""
    type: str = ""
    error: str = ""
    items: ItemsPlan | None = None
    decoder: str = ""
    parser: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerPlan:
    """A base URL with the defaults of its variables, and all their values where these are listed.

    `name` is what users may call it.
    """

    url: str
    name: str = ""
    variables: tuple[tuple[str, str], ...]
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RetriesPlan:
    """When a call is repeated; times are in milliseconds."""

    strategy: str
    initial_interval: float
    max_interval: float
    exponent: float
    max_elapsed_time: float
    max_retries: int | None
    connection_errors: bool
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPlan:
    """An argument of the client for a parameter of many operations."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VariablePlan:
    """An argument of the client for a variable of its servers, which they call `wire`."""

    name: str
    wire: str
    default: str
    choices: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretPartPlan:
    """One of the values that a credential consists of; `env` is its environment variable."""

    key: str
    wire: str
    env: str
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialPlan:
    """An argument of the client for one security scheme.

    `send` is bearer, basic, apiKey, oauth or custom. `prefix` goes before what is sent as
    bearer, where that is another word. A credential of several `parts` has no variable of its own.
    """

    name: str
    kind: str
    send: str
    prefix: str
    scheme: str
    place: str
    wire: str
    env: str
    parts: tuple[SecretPartPlan, ...]
    grant: str
    token_url: str
    basic: bool
