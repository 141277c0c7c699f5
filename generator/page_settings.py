"""The setting `paging`: where the pages of operations are, by names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .page_rules import EVERY, Rule
from .paging import HINT, PagingKind, path_of
from .source import Node

_INPUTS = {
    "input": "the parameter, or field of the body, that chooses the page",
    "limit": "the parameter, or field of the body, that says how long pages are",
}
_PATHS = {
    "output": "where an answer has the next cursor or URL",
    "results": "where an answer has its items",
    "total": "where an answer has the number of pages",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """What a rule of one kind has to say, and what it may say."""

    kind: PagingKind
    needed: tuple[str, ...]
    allowed: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return (*self.needed, *self.allowed)


_KINDS = {
    made.kind: made
    for made in (
        _Kind(kind="cursor", needed=("input", "output"), allowed=("results",)),
        _Kind(kind="page", needed=("input",), allowed=("limit", "results", "total")),
        _Kind(kind="offset", needed=("input", "results"), allowed=("limit",)),
        _Kind(kind="url", needed=("output",), allowed=("results",)),
    )
}


def rules(name: str, node: Node) -> tuple[Rule, ...]:
    """The rules for an operation, or for all; none where it is null.

    Raises SpecError for what is no rule.
    """
    if node.value is None and name != EVERY:
        return ()
    found = tuple(_rule(key, child, node) for key, child in node.items())
    if not found or (name != EVERY and len(found) > 1):
        raise node.error("one kind of paging is expected here", _one_of(_KINDS))
    return found


def _rule(key: str, node: Node, holder: Node) -> Rule:
    if key not in _KINDS:
        raise holder.child(key).error(f"{key!r} is no kind of paging", _one_of(_KINDS))
    kind = _KINDS[key]
    texts = dict(_texts(kind, node))
    for needed in kind.needed:
        if needed not in texts:
            raise node.error(f"{needed!r} is missing", f"it says {(_INPUTS | _PATHS)[needed]}")
    return Rule(
        kind=kind.kind,
        inputs=tuple((role, "", texts[role]) for role in _INPUTS if role in texts),
        outputs=tuple((role, texts[role]) for role in _PATHS if role in texts),
    )


def _texts(kind: _Kind, node: Node) -> Iterator[tuple[str, str]]:
    for role, child in node.items():
        if role not in kind.keys:
            raise child.error(f"{role!r} says nothing about {kind.kind}", _one_of(kind.keys))
        if not isinstance(child.value, str) or not child.value:
            raise child.error(f"text is expected for {role}")
        if role in _PATHS and path_of(child.value) is None:
            raise child.error(f"{child.value!r} is no path to one value", HINT)
        yield role, child.value


def _one_of(names: Iterable[str]) -> str:
    return f"one of {', '.join(names)}"


def rules_schema() -> dict[str, object]:
    """The form of the setting as a JSON Schema."""
    kinds = {key: _schema(kind) for key, kind in _KINDS.items()}
    form = {
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": kinds,
    }
    own = {"anyOf": [{**form, "maxProperties": 1}, {"type": "null"}]}
    return {
        "type": "object",
        "properties": {EVERY: form},
        "additionalProperties": own,
        "description": "how operations (by operationId, or * for all that fit) lead to the next page",
    }


def _schema(kind: _Kind) -> dict[str, object]:
    about = _INPUTS | _PATHS
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(kind.needed),
        "properties": {
            key: {"type": "string", "minLength": 1, "description": about[key]} for key in kind.keys
        },
    }
