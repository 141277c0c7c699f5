"""What a document means: operations, models and values; no language, no identifiers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal as Choice

from .access import Needs, SecurityScheme, Server
from .diagnostics import Loc
from .paging import Paging
from .values import Atom as Atom
from .values import Entries as Entries
from .values import Items as Items
from .values import Raw as Raw
from .values import Record as Record
from .values import Value as Value

NumberKind = Choice["integer", "bigint", "number", "decimal"]
ScalarKind = NumberKind | Choice["string", "boolean", "date", "date-time", "file", "upload"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """One plain value; `format` is the document's own word for it.

    A `file` is bytes; an `upload` one inside of a form, which may be named or opened as well.
    Of a `bigint` and a `decimal` every digit counts. `wide`: only sent, may be given as any number.
    """

    kind: ScalarKind
    format: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Array:
    """A list of one type."""

    items: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Keys of any name, values of one type."""

    values: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A model, by the reference that names it everywhere."""

    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Literal:
    """Exactly one value."""

    value: str | int | float | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Nullable:
    """A type or null."""

    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Anything at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """An answer that stays open: values of a type one by one, or the bytes of a file."""

    items: Type


Type = Scalar | Array | Map | Named | Literal | Nullable | Unknown | Stream


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """From what a model may take its name, most wanted first.

    `union` is the leaf of the nearest union above; `context` the path from the root.
    `bare` says whether the leaf alone may be the name.
    """

    leaf: str
    union: str = ""
    context: tuple[str, ...] = ()
    bare: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Values that the document gives for one place, in its order."""

    values: tuple[Raw, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One property of an object; `part` tells a parameter from others of its name."""

    name: str
    part: str = ""
    type: Type
    required: bool
    description: str = ""
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    has_default: bool = False
    default: Raw = None
    example: Example = Example()
    discriminates: bool = False

    @property
    def is_filled(self) -> bool:
        """Whether it has one possible value, which need not be given."""
        return isinstance(self.type, Literal) and self.required and not self.discriminates


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectShape:
    """Named fields, and perhaps more of one type."""

    fields: tuple[Field, ...]
    extra: Type | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumShape:
    """Values, with names for all or none; `closed`: it never grows; `opened`: others may be sent."""

    values: tuple[str | int | float | bool, ...]
    names: tuple[str, ...] = ()
    closed: bool = False
    opened: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionShape:
    """One of several types; the discriminator's wire name and values where there is one."""

    variants: tuple[Type, ...]
    discriminator: str = ""
    mapping: tuple[tuple[str, str], ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileShape:
    """A part of a form that carries a file."""


Shape = ObjectShape | EnumShape | UnionShape | FileShape
Room = Choice["component", "request", "response", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A type that gets a name and a page; `error`: it is the body of errors, or of these as well."""

    ref: str
    loc: Loc
    naming: Naming
    room: Room
    root: str
    shape: Shape
    description: str = ""
    deprecated: bool = False
    example: Example = Example()
    error: Choice["", "own", "shared"] = ""


# The methods that OpenAPI has keys for; others are spelled in a document as they are sent.
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
# Those of which a repetition has an effect of its own.
KEYED = ("post", "patch")

ParamPlace = Choice["path", "query", "header", "cookie"]
RetryStrategy = Choice["backoff", "attempt-count-backoff", "none"]
_Stays = Choice["events", "lines", "sequence"]
ContentKind = Choice["json", "urlencoded", "multipart", "text", "binary"] | _Stays
BODY = "requestBody"  # the field of a request that holds its body


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    """A parameter of an operation; `key` tells it from another of its name in another place.

    `is_shared`: the client may hold its value for every operation. `is_hidden`: only the client
    may. `fill` goes out where nothing is given. `allow_empty`: an empty value goes out, too.
    `is_key`: a random key of the call stands in for it, the same when the call is repeated.
    """

    name: str
    key: str
    place: ParamPlace
    type: Type
    required: bool
    style: str
    explode: bool
    media_type: str = ""
    allow_reserved: bool = False
    description: str = ""
    deprecated: bool = False
    has_default: bool = False
    default: Raw = None
    example: Example = Example()
    is_shared: bool = False
    is_hidden: bool = False
    fill: Raw = None
    allow_empty: bool = False
    is_key: bool = False

    @property
    def field(self) -> Field:
        """The parameter as a field of all that an operation takes."""
        return Field(
            name=self.key,
            part=f"{self.place} {self.name}",
            type=self.type,
            required=self.required,
            description=self.description,
            deprecated=self.deprecated,
            has_default=self.has_default,
            default=self.default,
            example=self.example,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PartEncoding:
    """How one property of a form is written."""

    name: str
    media_type: str = ""
    style: str = ""
    explode: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The body of a request in one media type; `item` is one of a sequence, where it is one.

    `others` are notations of the same value that a call may ask for.
    """

    media_type: str
    kind: ContentKind
    type: Type
    required: bool
    description: str = ""
    encoding: tuple[PartEncoding, ...] = ()
    example: Example = Example()
    item: Type | None = None
    others: tuple[Body, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer: a status, range or `default`, its content; `sentinel` ends a stream."""

    status: str
    media_type: str = ""
    kind: ContentKind | Choice[""] = ""
    type: Type | None = None
    description: str = ""
    sentinel: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the status stands for a failure."""
        return self.status[0] in "45"

    @property
    def is_success(self) -> bool:
        """Whether the status is one of 2xx."""
        return self.status[0] == "2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One call of the API; `globals` are parameters that only the client holds.

    `variant` tells apart operations of one place whose bodies are written otherwise.
    `request` names the model of all parameters and the body, where there are parameters; `result` is what a success brings, whichever of them it is.
    """

    id: str
    ref: str = ""
    loc: Loc
    method: str
    path: str
    groups: tuple[tuple[str, ...], ...]
    name: str
    variant: str = ""
    summary: str = ""
    description: str = ""
    deprecated: bool = False
    params: tuple[Param, ...] = ()
    globals: tuple[Param, ...] = ()
    body: Body | None = None
    request: str = ""
    replies: tuple[Reply, ...] = ()
    result: Type | None = None
    security: Needs | None = None
    servers: tuple[Server, ...] = ()
    timeout_ms: int | None = None
    paging: Paging | None = None
    retries: Retries | None = None

    @property
    def successes(self) -> tuple[Reply, ...]:
        """The answers that stand for success; `default` does where no other one is given."""
        good = tuple(reply for reply in self.replies if reply.is_success)
        return good or tuple(reply for reply in self.replies if reply.status == "default")

    @property
    def failures(self) -> tuple[Reply, ...]:
        """The answers that stand for failure; `default` does where another one is a success."""
        good = self.successes
        bad = (r for r in self.replies if r.is_error or r.status == "default" and r not in good)
        return tuple(bad)

    @property
    def place(self) -> str:
        """Its pointer from `paths`, also where several paths share one item."""
        pointer = Loc(file="", path=("paths", self.path, self.method)).pointer
        return f"#{pointer} {self.variant}".strip()

    @property
    def said(self) -> str:
        """All that names of it are made of, besides its groups."""
        return self.id if self.name == self.id else f"{self.id} as {self.name}"

    @property
    def sent_path(self) -> str:
        """The path as it goes over the wire: what follows a # tells operations apart."""
        return self.path.partition("#")[0]

    @property
    def sent_method(self) -> str:
        """The method as it goes over the wire, where capitals matter."""
        return self.method.upper() if self.method in METHODS else self.method


@dataclass(frozen=True, slots=True, kw_only=True)
class Retries:
    """When a call is repeated: for an hour, or so often; times are in milliseconds."""

    strategy: RetryStrategy
    initial_interval: float = 500
    max_interval: float = 60_000
    exponent: float = 1.5
    max_elapsed_time: float = 3_600_000
    max_retries: int | None = None
    connection_errors: bool = False
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """What the API sends to its users: the body of a webhook, of any of them, or a callback."""

    ref: str
    name: str
    kind: Choice["webhook", "event", "callback"]
    type: Type
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """The whole document, understood."""

    title: str
    version: str
    description: str = ""
    docs_url: str = ""
    docs_description: str = ""
    servers: tuple[Server, ...] = ()
    schemes: tuple[SecurityScheme, ...] = ()
    security: Needs = ()
    globals: tuple[Param, ...] = ()
    timeout_ms: int | None = None
    retries: Retries | None = None
    operations: tuple[Operation, ...] = ()
    payloads: tuple[Payload, ...] = ()
    models: tuple[Model, ...] = ()
