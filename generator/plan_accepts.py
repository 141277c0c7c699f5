"""The content types that a call may ask for, to code: an enum for each method that has several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .api import Operation
from .lock import Names
from .names import Scope, bounded, words
from .naming import Lexicon, claim
from .plans import AcceptPlan

_ENUMS, _MEMBERS = "accepts", "accepted"


def kept_accepts(kept: Names) -> Iterator[str]:
    """The enums that were there before, which no model and no group may be called like."""
    return kept.all(_ENUMS)


class Accepts:
    """The enums of one group of operations.

    `part` is the group as the lock writes it, `taken` are the classes of the SDK. The name of a
    model is taken, too, in any module: users import both.
    """

    def __init__(
        self, lexicon: Lexicon, operations: Iterable[Operation], part: str, taken: Iterable[str]
    ) -> None:
        self._lexicon, self._part = lexicon, part
        self._scope = Scope(lexicon.language.reserved["type"], fold=True)
        self._scope.reserve(taken)
        for name in lexicon.names.values():
            self._scope.reserve((name.name, name.record, name.given, name.error, name.data))
        for operation in operations:
            if len(_types(operation)) > 1:
                lexicon.kept.hold(self._scope, operation.place, _ENUMS, part)

    def plan(self, operation: Operation, method: str) -> AcceptPlan | None:
        """The enum of a method; None where there is nothing to choose."""
        types, kept, cases = _types(operation), self._lexicon.kept, self._lexicon.language.cases
        if len(types) < 2:
            return None
        wanted = bounded(f"{cases['type'](method)}AcceptEnum")
        name = kept.claim(self._scope, (operation.place, _ENUMS, self._part), wanted)
        return AcceptPlan(name=name, members=tuple(self._members(operation.place, types)))

    def _members(self, place: str, types: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        kept, language = self._lexicon.kept, self._lexicon.language
        scope = Scope(language.reserved["media_type"])
        for type in types:
            kept.hold(scope, place, _MEMBERS, type)
        for type in types:
            wanted = language.cases["media_type"](type if words(type) else "any")
            name = claim(kept, scope, (place, _MEMBERS, type), wanted)
            yield name, language.code.constant(type)


def _types(operation: Operation) -> tuple[str, ...]:
    """The content types of the successes, each once."""
    found = (reply.media_type for reply in operation.successes if reply.type is not None)
    return tuple(dict.fromkeys(found))
