"""What a language is: its data and its pure functions; the stages consult nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from .api import Model, Type, Value
from .names import Case
from .package import GroupPlan, MethodPlan, ModelPlan
from .settings import Settings
from .text import ModelName, Span, Text

Kind = Literal[
    "type",
    "group_type",
    "field",
    "method",
    "argument",
    "module",
    "group_module",
    "function",
    "member",
    "error_field",
    "group",
    "imported",
    "payload",
    "media_type",
]
Position = Literal["returned", "awaited", "typed", "given", "codec", "docs"]
Each = Literal[
    "package",
    "groups",
    "modules",
    "methods",
    "namespaces",
    "resources",
    "sections",
    "model_pages",
    "webhooks",
]
Names = Mapping[str, ModelName]
Plain = str | int | float | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A row of a language's file list: which template makes which file, for each what.

    `is_yours`: the file is the user's as soon as it is there.
    """

    template: str
    path: str
    each: Each = "package"
    is_yours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A folder of the templates that is copied as it is."""

    folder: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The module in which code stands: a folder below the root of the package, and a name."""

    folder: str = ""
    module: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """How a language writes code.

    `comment` makes text fit for a comment; `remarks` goes before all but the first paragraph
    and `deprecation` behind it. `companions` are what the names of the plain record of a model,
    and of what may be given for it, have behind the model's own. `descriptor` is the position in which descriptors name types.
    `type_text` writes a type for a position: in a model, as a plain record, as an argument,
    as a codec, in the docs. `wrap` adds what absence and null need. `unknown` is the type of what
    is no member of a union that a field discriminates. `fitted` is a type that has so many columns
    for itself, as all formatters of the language lay it out.
    """

    type_text: Callable[[Type, Names, Site, Position], Text]
    wrap: Callable[[Text, Position, bool, bool], Text]
    descriptor: Position
    error: Callable[[ModelName, Site], Text]
    unknown: Callable[[str], Text]
    optional: Callable[[Text], Text]
    fitted: Callable[[str, int], str]
    nothing: str
    imports: Callable[[tuple[tuple[str, str], ...], Site], tuple[str, ...]]
    module_needs: Callable[[tuple[ModelPlan, ...]], Iterable[Span]]
    method_needs: Callable[[MethodPlan], Iterable[Span]]
    group_needs: Callable[[GroupPlan], Iterable[Span]]
    order: Callable[[str], tuple[object, ...]]
    export_order: Callable[[str], tuple[object, ...]]
    webhook_needs: tuple[Span, ...]
    namespace_imports: Callable[[list[tuple[str, str]]], tuple[str, ...]]
    error_exports: Callable[[Settings], list[tuple[str, str]]]
    companions: tuple[str, str]
    public: Callable[[Settings], list[tuple[str, str]]]
    exported: Callable[[ModelPlan], Iterable[str]]
    literal: Callable[[Value, int], str]
    constant: Callable[[Plain], str]
    comment: Callable[[str, int], str]
    remarks: str
    deprecation: str
    models_folder: Callable[[str], str]
    groups_folder: str
    functions_folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Docs:
    """How the docs of a language write types, rows and examples (rulebook 7 to 12).

    `argument` writes the type of what a call takes, `notation` that of a field. `up` leads from the page of a model to the folder of all pages; `roomy` shapes have two
    empty lines before a section. `stream_first`: what may be a stream is shown as one.
    """

    notation: Callable[[Type, Names, str, bool, bool], str]
    argument: Callable[[Type, Names, str, bool, bool], str]
    response: Callable[[Type | None, Names, str], str]
    stream_first: bool
    declaration: Callable[[ModelName, Value], str]
    page_folder: Callable[[ModelName], str]
    env_option: Callable[[str], str]
    env_parts: Callable[[list[tuple[str, str]]], str]
    up: str
    example_on: frozenset[str]
    roomy: frozenset[str]
    parameters: tuple[tuple[str, str, str], ...]
    extra_field: str
    file: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language, as data and pure functions.

    `flatten`: a call takes one argument for each field, not one request. `standalone`: each
    operation is a function of its own beside its class. `inline_constants`: a discriminating
    field is its constant, not an enum of one value. `names_members`: the values of an enum
    have names that users write. `flatten_bodies`: the fields of an object body are among the
    arguments. `type_suffix` goes behind the name of a model that is a reserved word.
    """

    key: str
    title: str
    fence: str
    indent: int
    flatten: bool
    names_members: bool
    flatten_bodies: bool = True
    standalone: bool
    inline_constants: bool
    type_suffix: str
    cases: Mapping[Kind, Case]
    reserved: Mapping[Kind, frozenset[str]]
    namespace: Callable[[Model], str]
    namespaces: tuple[str, ...]
    error_namespace: str
    package_name: Callable[[Settings], str]
    code: Code
    docs: Docs
    targets: tuple[Target, ...]
    copied: tuple[Copied, ...]
    formatter: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
