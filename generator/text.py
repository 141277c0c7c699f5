"""Pieces of code that know what they import, and the final names of models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .api import Type

ShapeName = Literal["object", "enum", "union", "file"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of code; `module` and `name` say what it imports, if anything."""

    text: str
    module: str = ""
    name: str = ""


Text = tuple[Span, ...]


def plain(text: Text) -> str:
    """The code alone."""
    return "".join(span.text for span in text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelName:
    """The final name of a model in one language and where it lives.

    `record` names the plain record of it, `given` what may be given for it. `is_doubled` says
    that other modules know something else by this name. `spread` is what the plain record of a
    union is written as inside others: a circle of aliases costs type checkers too much.
    `error` is the class to raise where answers with it are errors, `data` what the model itself
    is called then, if the class has the name.
    """

    name: str
    namespace: str
    module: str
    shape: ShapeName
    record: str = ""
    given: str = ""
    error: str = ""
    data: str = ""
    is_doubled: bool = False
    spread: tuple[Type, ...] = ()

    @property
    def code(self) -> str:
        """What code calls the model."""
        return self.data or self.name

    @property
    def page(self) -> str:
        """The file name of its page, without suffix."""
        return self.name.lower()
