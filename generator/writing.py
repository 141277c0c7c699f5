"""Code of one module: writing a type is what imports it."""

from __future__ import annotations

from .api import Type
from .language import Position, Site
from .methods import split_null
from .naming import Lexicon
from .text import ModelName, Span, Text, plain


class Writer:
    """Writes types at one site and keeps what they import."""

    def __init__(self, lexicon: Lexicon, site: Site) -> None:
        self._lexicon, self._site = lexicon, site
        self._wanted: dict[tuple[str, str], None] = {}

    def type(self, type: Type, position: Position) -> str:
        """The code of a type."""
        code = self._lexicon.language.code
        return self.text(code.type_text(type, self._lexicon.names, self._site, position))

    def field(self, type: Type, position: Position, required: bool) -> str:
        """The code of a type that may be absent."""
        code = self._lexicon.language.code
        inner, nullable = split_null(type)
        text = code.type_text(inner, self._lexicon.names, self._site, position)
        return self.text(code.wrap(text, position, required, nullable))

    def error(self, name: ModelName) -> str:
        """The class of an error."""
        return self.text(self._lexicon.language.code.error(name, self._site))

    def text(self, text: Text) -> str:
        """The code of spans."""
        for span in text:
            self.want(span)
        return plain(text)

    def doc(self, title: str, remarks: str, deprecated: bool) -> str:
        """The text of a comment; empty where there is nothing to say."""
        code = self._lexicon.language.code
        parts = (title, code.remarks + remarks if remarks else "")
        return "\n\n".join(filter(None, (*parts, code.deprecation if deprecated else "")))

    def want(self, span: Span) -> None:
        """Import what a span needs."""
        if span.module:
            self._wanted[span.module, span.name] = None

    def imports(self) -> tuple[str, ...]:
        """The import statements, in the order of the language."""
        return self._lexicon.language.code.imports(tuple(self._wanted), self._site)
