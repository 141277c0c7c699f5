"""The pages of the docs, decided: titles, rows, links and snippets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .text import ModelName


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A Markdown table; cells hold Markdown, line breaks and bars not yet escaped."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


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
    result: Literal["value", "optional", "nothing", "stream", "pages"]
    base_error: str


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

    name: str
    href: str
    summary: str
    deprecated: bool
    function: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLinks:
    """The operations of a group, for a list of all."""

    title: str
    href: str
    operations: tuple[OperationLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadmePage:
    """What the README and the usage page of a package show."""

    docs_url: str
    docs_description: str
    usage: Snippet | None
    paged: Snippet | None
    credentials: Table | None
    servers: Table | None
    variables: Table | None
    payloads: Table | None
    groups: tuple[GroupLinks, ...]
