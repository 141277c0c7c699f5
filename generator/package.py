"""One language's package, decided: final names, type texts, literals, tables and pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# --- text ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of code; `target` is what it refers to, and so what must be imported.

    A target is `model:<ref>` or `symbol:<module>:<name>`.
    """

    text: str
    target: str = ""


Text = tuple[Span, ...]


def plain(text: Text) -> str:
    """The code alone."""
    return "".join(span.text for span in text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A Markdown table; cells hold Markdown, line breaks and bars not yet escaped."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


# --- models --------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelName:
    """The final name of a model in one language and where it lives."""

    name: str
    namespace: str
    module: str
    shape: Literal["object", "enum", "union", "file"]

    @property
    def page(self) -> str:
        """The file name of its page, without suffix."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPlan:
    """A field of an object in code."""

    name: str
    wire: str
    type: Text
    given: Text
    codec: Text
    required: bool
    nullable: bool
    description: str
    deprecated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPlan:
    """A value of an enum: the name of the member, the literal, and the value as shown."""

    name: str
    literal: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantPlan:
    """A member of a union; `value` is the literal of its discriminator, if it has one."""

    type: Text
    given: Text
    codec: Text
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPlan:
    """A model in code."""

    ref: str
    name: ModelName
    description: str
    deprecated: bool
    fields: tuple[FieldPlan, ...] = ()
    extra: Text | None = None
    extra_codec: Text | None = None
    members: tuple[MemberPlan, ...] = ()
    variants: tuple[VariantPlan, ...] = ()
    discriminator: str = ""
    discriminator_wire: str = ""

    @property
    def shape(self) -> str:
        """object, enum, union or file."""
        return self.name.shape


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """One import statement: names of a module, in order."""

    module: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModulePlan:
    """A file of models."""

    name: str
    namespace: str
    models: tuple[ModelPlan, ...]
    imports: tuple[ImportPlan, ...]
    symbols: tuple[str, ...]


# --- operations ----------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgPlan:
    """An argument of a method, from a parameter or from a field of a flattened body."""

    name: str
    wire: str
    place: str
    type: Text
    codec: Text
    required: bool
    nullable: bool
    default: str
    description: str
    deprecated: bool
    style: str = ""
    explode: bool = False
    media_type: str = ""
    allow_reserved: bool = False
    modelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPlan:
    """The body of a request: its type, and the argument that holds it ("" when flattened)."""

    media_type: str
    kind: str
    type: Text
    codec: Text
    arg: str
    required: bool
    encoding: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPlan:
    """One answer of the server in code."""

    status: str
    media_type: str
    kind: str
    type: Text | None
    codec: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPlan:
    """One operation in code."""

    name: str
    async_name: str
    function: str
    constant: str
    operation_id: str
    http_method: str
    path: str
    summary: str
    description: str
    deprecated: bool
    args: tuple[ArgPlan, ...]
    body: BodyPlan | None
    request: Text | None
    request_optional: bool
    replies: tuple[ReplyPlan, ...]
    errors: tuple[ReplyPlan, ...]
    returns: Text
    security: tuple[tuple[str, ...], ...] | None
    timeout_ms: int | None
    imports: tuple[ImportPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPlan:
    """A group inside a group: the attribute, its class, and the module of the class."""

    attribute: str
    class_name: str
    module: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPlan:
    """A class of methods; the root class is the group without a path."""

    path: tuple[str, ...]
    class_name: str
    module: str
    title: str
    children: tuple[ChildPlan, ...]
    methods: tuple[MethodPlan, ...]
    imports: tuple[ImportPlan, ...]
    symbols: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialPlan:
    """An argument of the client for one security scheme."""

    name: str
    key: str
    type: str
    scheme: str
    place: str
    wire: str
    env: str
    description: str


# --- pages ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A named value in a call."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """One use of an operation, ready for the phrases of a language."""

    operation_id: str
    http_method: str
    path: str
    package: str
    client: str
    variable: str
    options: tuple[Argument, ...]
    method: str
    function: str
    arguments: tuple[Argument, ...]
    file: bool
    result: Literal["value", "optional", "nothing", "stream"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationSection:
    """An operation on the page of its group."""

    name: str
    anchor: str
    summary: str
    description: str
    deprecated: bool
    usage: Snippet
    standalone: bool
    parameters: Table
    response: str
    errors: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourcePage:
    """The page of a group."""

    path: str
    title: str
    overview: str
    deprecated: bool
    operations: tuple[OperationSection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantDoc:
    """A member of a union on its page: its type, and an example value, if one is shown."""

    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPage:
    """The page of a model; `example` is a statement in the language, or empty.

    `roomy` puts two empty lines before a section instead of one.
    """

    path: str
    name: ModelName
    package: str
    description: str
    deprecated: bool
    roomy: bool
    example: str
    fields: Table | None
    values: tuple[str, ...]
    variants: tuple[VariantDoc, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationLink:
    """An entry of a list of operations."""

    group: str
    name: str
    href: str
    summary: str
    deprecated: bool
    function: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadmePage:
    """What the README and the usage page of a package show."""

    title: str
    description: str
    docs_url: str
    docs_description: str
    usage: Snippet | None
    credentials: Table | None
    groups: tuple[tuple[str, str, tuple[OperationLink, ...]], ...]
    functions: tuple[OperationLink, ...]
    files: bool
    servers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """Everything one language's templates lay out."""

    language: str
    title: str
    description: str
    class_name: str
    variable: str
    package: str
    distribution: str
    version: str
    document_version: str
    generator_version: str
    env_prefix: str
    user_agent: str
    servers: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    credentials: tuple[CredentialPlan, ...]
    security: tuple[tuple[str, ...], ...]
    timeout_ms: int
    base_error: str
    default_error: str
    root: GroupPlan
    groups: tuple[GroupPlan, ...]
    modules: tuple[ModulePlan, ...]
    namespaces: tuple[tuple[str, tuple[ModulePlan, ...]], ...]
    resources: tuple[ResourcePage, ...]
    model_pages: tuple[ModelPage, ...]
    readme: ReadmePage
