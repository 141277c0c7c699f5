"""One language's package, decided: final names, type texts, literals, tables and pages."""

from __future__ import annotations

from dataclasses import dataclass

from .docpages import ModelPage, OperationSection, ReadmePage, ResourcePage
from .plans import (
    AcceptPlan,
    CredentialPlan,
    PagingPlan,
    ReplyPlan,
    RetriesPlan,
    ServerPlan,
    SharedPlan,
    VariablePlan,
    WebhooksPlan,
)
from .text import ModelName


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPlan:
    """A field of an object in code.

    `type` is what a model holds, `typed` what a plain record of it holds, `codec` how the
    wire has it, `constant` the code of what it is where nothing else may be.
    """

    name: str
    wire: str
    type: str
    typed: str
    codec: str
    required: bool
    nullable: bool
    doc: str
    constant: str = ""

    @property
    def renamed(self) -> bool:
        """Whether code and wire call it differently."""
        return self.name != self.wire


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPlan:
    """A value of an enum: the name of the member and the literal of the value."""

    name: str
    literal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantPlan:
    """A member of a union in code."""

    type: str
    typed: str
    codec: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TagPlan:
    """A value of a discriminator: the literal, and the member of the union by codec and place."""

    literal: str
    codec: str
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPlan:
    """A model in code; `discriminator` is the field, `discriminator_wire` its name on the wire.

    `is_circular`: the alternatives lead back to themselves. `is_given` says that an argument has this type.
    `shown` are the fields that an error has as its own, where it may. `is_open`: answers may
    hold other values than are listed; `kinds` are those of an enum's, `unknown` is the type of
    what no member of a union is; `is_closed`: the document says that there is nothing else.
    """

    name: ModelName
    doc: str
    fields: tuple[FieldPlan, ...] = ()
    extra: str = ""
    extra_codec: str = ""
    has_typed_extra: bool = False
    members: tuple[MemberPlan, ...] = ()
    variants: tuple[VariantPlan, ...] = ()
    discriminator: str = ""
    discriminator_wire: str = ""
    mapping: tuple[TagPlan, ...] = ()
    is_circular: bool = False
    typed_union: str = ""
    is_given: bool = False
    is_open: bool = False
    kinds: tuple[str, ...] = ()
    unknown: str = ""
    is_closed: bool = False
    shown: tuple[FieldPlan, ...] = ()

    @property
    def shape(self) -> str:
        """object, enum, union or file."""
        return self.name.shape

    @property
    def literals(self) -> tuple[str, ...]:
        """The values of an enum."""
        return tuple(member.literal for member in self.members)

    @property
    def only(self) -> str:
        """The codec of a union with one member that can hold nothing else."""
        alone = len(self.variants) == 1 and not self.unknown and not self.is_circular
        return self.variants[0].codec if alone else ""

    @property
    def type_union(self) -> str:
        """The members of a union as one expression."""
        types = (*(variant.type for variant in self.variants), self.unknown)
        return " | ".join(filter(None, dict.fromkeys(types)))

    @property
    def grows_by_text(self) -> bool:
        """Whether an enum may hold texts that are not listed."""
        return self.is_open and "str" in self.kinds

    @property
    def grows_by_numbers(self) -> bool:
        """Whether an enum may hold numbers that are not listed."""
        return self.is_open and "int" in self.kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class ModulePlan:
    """A file of models."""

    name: str
    namespace: str
    title: str
    imports: tuple[str, ...]
    models: tuple[ModelPlan, ...]
    exports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgPlan:
    """An argument of a method: how it is called, by whom, and what may be given."""

    name: str
    key: str
    type: str
    required: bool
    nullable: bool
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParamPlan:
    """A parameter as the runtime needs it.

    `client` is the option that stands in for it, `fill` the code of what goes out without it.
    """

    key: str
    wire: str
    place: str
    style: str
    explode: bool
    allow_reserved: bool
    media_type: str
    required: bool
    nullable: bool
    type: str
    is_plain: bool
    client: str
    fill: str
    allow_empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodingPlan:
    """How one field of a form is written."""

    wire: str
    media_type: str
    style: str
    explode: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPlan:
    """The body of a request; `key` is the argument that holds it, empty if all of them do.

    `others` are notations of the same value that a call may ask for.
    """

    media_type: str
    kind: str
    encoder: str
    type: str
    key: str
    required: bool
    nullable: bool
    encoding: tuple[EncodingPlan, ...]
    others: tuple[BodyPlan, ...]

    @property
    def notations(self) -> tuple[BodyPlan, ...]:
        """The body in all its notations."""
        return (self, *self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPlan:
    """One operation in code."""

    client: str
    base_error: str
    name: str
    async_name: str
    function: str
    constant: str
    operation_id: str
    http_method: str
    path: str
    doc: str
    receiver: str
    args: tuple[ArgPlan, ...]
    params: tuple[ParamPlan, ...]
    body: BodyPlan | None
    request: str
    request_optional: bool
    input: str
    replies: tuple[ReplyPlan, ...]
    errors: tuple[ReplyPlan, ...]
    returns: str
    returns_async: str
    raises: str
    security: tuple[tuple[str, ...], ...] | None
    servers: tuple[ServerPlan, ...]
    timeout_ms: int | None
    key_header: str
    paging: PagingPlan | None
    retries: RetriesPlan | None
    accept: AcceptPlan | None
    imports: tuple[str, ...]

    @property
    def opens(self) -> bool:
        """Whether what a call returns differs where it is awaited: then it holds a connection."""
        return self.returns != self.returns_async

    @property
    def is_unusual(self) -> bool:
        """Whether browsers and their like refuse to send it."""
        return (
            self.http_method == "TRACE" or self.http_method in ("GET", "HEAD") and bool(self.body)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPlan:
    """A group inside a group: the attribute, its class, and the module of the class."""

    attribute: str
    class_name: str
    module: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPlan:
    """A class of methods; the root class is the group without a path."""

    client: str
    has_credentials: bool
    has_choices: bool
    path: tuple[str, ...]
    class_name: str
    module: str
    children: tuple[ChildPlan, ...]
    methods: tuple[MethodPlan, ...]
    imports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPlan:
    """A public name and the module that has it."""

    name: str
    module: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamespacePlan:
    """The models that users import together."""

    name: str
    holds_errors: bool
    modules: tuple[ModulePlan, ...]
    imports: tuple[str, ...]
    exports: tuple[ExportPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """Everything one language's templates lay out."""

    language: str
    title: str
    summary: str
    description: str
    class_name: str
    package: str
    distribution: str
    version: str
    document_version: str
    generator_version: str
    user_agent: str
    debug_env: str
    servers: tuple[ServerPlan, ...]
    credentials: tuple[CredentialPlan, ...]
    shared: tuple[SharedPlan, ...]
    variables: tuple[VariablePlan, ...]
    senders: tuple[str, ...]
    security: tuple[tuple[str, ...], ...]
    timeout_ms: int
    retries: RetriesPlan | None
    base_error: str
    default_error: str
    errors: tuple[str, ...]
    root: GroupPlan
    groups: tuple[GroupPlan, ...]
    methods: tuple[MethodPlan, ...]
    exports: tuple[ExportPlan, ...]
    namespaces: tuple[NamespacePlan, ...]
    modules: tuple[ModulePlan, ...]
    resources: tuple[ResourcePage, ...]
    model_pages: tuple[ModelPage, ...]
    readme: ReadmePage
    webhooks: tuple[WebhooksPlan, ...] = ()

    @property
    def has_choices(self) -> bool:
        """Whether a server takes only some values for a variable."""
        return any(server.choices for server in self.servers)

    @property
    def has_parts(self) -> bool:
        """Whether a credential is more than one text."""
        return any(credential.parts for credential in self.credentials)

    @property
    def has_grants(self) -> bool:
        """Whether tokens are asked for with credentials."""
        return any(credential.grant for credential in self.credentials)

    @property
    def sections(self) -> tuple[OperationSection, ...]:
        """Every operation as its page shows it."""
        return tuple(section for page in self.resources for section in page.operations)

    @property
    def has_streams(self) -> bool:
        """Whether an answer may be many values, one by one."""
        return any(reply.items for method in self.methods for reply in method.replies)

    @property
    def chooses(self) -> AcceptPlan | None:
        """The first of the enums of content types that a call may ask for."""
        return next((method.accept for method in self.methods if method.accept), None)

    @property
    def key_header(self) -> str:
        """The first of the headers that carry a key of the call."""
        return next((method.key_header for method in self.methods if method.key_header), "")

    @property
    def notation(self) -> str:
        """The first of the media types that a body may be written in instead of its own."""
        bodies = (method.body for method in self.methods)
        return next((o.media_type for body in bodies if body for o in body.others), "")

    @property
    def has_long_numbers(self) -> bool:
        """Whether an answer may hold integers with more digits than a double."""
        return any(r.parser for m in self.methods for r in (*m.replies, *m.errors))

    @property
    def has_downloads(self) -> bool:
        """Whether an answer may be bytes."""
        return any(reply.kind == "binary" for method in self.methods for reply in method.replies)
