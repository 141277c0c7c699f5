"""What a language is: its data and its pure functions; the stages consult nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from .api import Model, Type, Value
from .names import Case
from .package import ModelName, Package, Text

Kind = Literal["type", "field", "method", "argument", "module", "function", "member", "group"]
Position = Literal["given", "returned"]
Each = Literal["package", "group", "module", "method", "resource", "model_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A row of a language's file list: which template makes which file, once for each what."""

    template: str
    path: str
    each: Each = "package"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A folder of the templates that is copied as it is."""

    folder: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where a type is written: the module it stands in, and whether values go in or come out."""

    module: str
    position: Position = "returned"


class TypeText(Protocol):
    """The code of a type at a site."""

    def __call__(self, type: Type, names: Mapping[str, ModelName], site: Site) -> Text: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """Rows and words of the docs that are the same for every document.

    `up` leads from the page of a model to the folder that `model_link` starts from.
    """

    up: str
    model_link: str
    parameters: tuple[tuple[str, str, str], ...]
    request: str
    extra_field: str
    file: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language, as data and pure functions."""

    key: str
    title: str
    fence: str
    flatten: bool
    inline_constants: bool
    standalone: bool
    indent: int
    example_on: frozenset[str]
    roomy: frozenset[str]
    cases: Mapping[Kind, Case]
    reserved: Mapping[Kind, frozenset[str]]
    namespace: Callable[[Model], str]
    type_text: TypeText
    literal: Callable[[Value, int], str]
    comment: Callable[[str, int], str]
    declaration: Callable[[ModelName, Value], str]
    notation: Callable[[Type, Mapping[str, ModelName], str, bool, bool], str]
    response: Callable[[Type | None, Mapping[str, ModelName], str], str]
    fixed: Fixed
    targets: tuple[Target, ...]
    copied: tuple[Copied, ...]
    format_command: Callable[[str], list[str]] | None
