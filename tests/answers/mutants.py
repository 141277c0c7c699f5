"""Answers that a server of tomorrow, or a broken one, may give: made from models, then changed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.api import (
    Api,
    Array,
    EnumShape,
    Literal,
    Map,
    Model,
    Named,
    Nullable,
    ObjectShape,
    Scalar,
    Stream,
    Type,
    UnionShape,
)
from generator.forward import open_models
from generator.reach import reached, told

HARMLESS = frozenset({"enum", "variant", "null", "missing", "extra"})
"""Kinds of changes that no client may notice by failing; the others are "lack" and "retype"."""
_DEEPEST = 7
_TEXTS = {"date": "2024-02-29", "date-time": "2024-02-29T23:59:59.250000Z"}
_ODD = (None, 5, 1.5, "zz", True, [], {}, [{"zz": 1}], {"zz": None})
Changes = list[tuple[str, Callable[[], None]]]


@dataclass(frozen=True, slots=True)
class Answer:
    """A body for a model, and the kinds of changes in it."""

    ref: str
    body: str
    kinds: frozenset[str] = frozenset()

    @property
    def must_be_read(self) -> bool:
        """Whether reading may not raise at all."""
        return self.kinds <= HARMLESS


class TooDeep(Exception):
    """A value that leads to itself by required fields."""


@dataclass(slots=True)
class Maker:
    """Makes values of one document, the same for the same seed."""

    api: Api
    seed: int = 0
    models: dict[str, Model] = field(init=False)
    open: frozenset[str] = field(init=False)
    random: random.Random = field(init=False)
    changes: Changes = field(init=False)

    def __post_init__(self) -> None:
        self.models = {model.ref: model for model in self.api.models}
        self.open = open_models(self.api)
        self.random = random.Random(self.seed)
        self.changes = []

    def answers(self, count: int) -> Iterator[Answer]:
        """So many answers, models in turn, each fourth of them as the document promises."""
        refs = self.roots()
        number = 0
        while number < count:
            ref = refs[number % len(refs)]
            self.changes = []
            holder: dict[str, Any] = {}
            try:
                self._put(holder, "whole", Named(ref=ref), 0)
            except TooDeep:
                refs.remove(ref)
                continue
            number += 1
            # Where other values count, members of unions and enums must not be the whole.
            kinds = self._changed() if number % 4 else frozenset()
            yield Answer(ref, json.dumps(holder["whole"]), kinds)

    def roots(self) -> list[str]:
        """The objects and unions of answers that are read as JSON: no files, nothing that stays open."""
        types = [type for operation in self.api.operations for type in told(operation)]
        types += [payload.type for payload in self.api.payloads]
        return sorted(
            ref
            for ref in reached(types, self.models)
            if isinstance(self.models[ref].shape, ObjectShape | UnionShape)
            and not any(map(self._has_file, reached([Named(ref=ref)], self.models)))
            and not self._stays_open(ref)
        )

    def _stays_open(self, ref: str) -> bool:
        shape = self.models[ref].shape
        return isinstance(shape, UnionShape) and any(isinstance(v, Stream) for v in shape.variants)

    def _has_file(self, ref: str) -> bool:
        return '"file"' in json.dumps(self.models[ref], default=_plain)

    def _changed(self) -> frozenset[str]:
        if not self.changes:
            return frozenset()
        made = set()
        for _ in range(self.random.randint(1, 3)):
            kind, change = self.random.choice(self.changes)
            change()
            made.add(kind)
        return frozenset(made)

    def _put(self, holder: Any, key: Any, type: Type, depth: int) -> None:
        """Make a value where it belongs, and note what may be changed there."""
        if depth > _DEEPEST * 3:
            raise TooDeep
        if isinstance(type, Nullable):
            if self.random.random() < 0.3:
                holder[key] = None
                return
            type = type.type
        if isinstance(type, Array):
            items = [None] * (0 if depth > _DEEPEST else self.random.randint(0, 2))
            holder[key] = items
            for number in range(len(items)):
                self._put(items, number, type.items, depth + 1)
        elif isinstance(type, Map):
            names = [] if depth > _DEEPEST else ["one", "a b", "__proto__"]
            table: dict[str, Any] = {}
            holder[key] = table
            for name in names[: self.random.randint(0, 3)]:
                self._put(table, name, type.values, depth + 1)
        elif isinstance(type, Named):
            self._model(holder, key, type.ref, depth)
        else:
            holder[key] = self._plain(type)

    def _plain(self, type: Type) -> Any:
        if isinstance(type, Literal):
            return type.value
        if not isinstance(type, Scalar):
            return self.random.choice(_ODD)
        if type.kind in ("integer", "bigint"):
            return self.random.choice([0, -7, 2**31, 2**53 - 1])
        if type.kind in ("number", "decimal"):
            return self.random.choice([0.5, -3, 1e-7, 12])
        if type.kind == "boolean":
            return self.random.random() < 0.5
        return _TEXTS.get(type.kind) or self.random.choice(["", "text", "é☕\n"])

    def _model(self, holder: Any, key: Any, ref: str, depth: int) -> None:
        shape = self.models[ref].shape
        if isinstance(shape, EnumShape):
            holder[key] = self.random.choice(shape.values)
            if ref in self.open:
                number = isinstance(holder[key], int) and not isinstance(holder[key], bool)
                new = 987654 if number else "value of tomorrow"
                if not isinstance(holder[key], bool):
                    self._may("enum", holder, key, new)
        elif isinstance(shape, UnionShape):
            self._union(holder, key, ref, shape, depth)
        elif isinstance(shape, ObjectShape):
            self._object(holder, key, shape, depth)

    def _union(self, holder: Any, key: Any, ref: str, shape: UnionShape, depth: int) -> None:
        variant = self.random.choice(shape.variants)
        self._put(holder, key, variant, depth + 1)
        tag = shape.discriminator
        tags = [value for value, target in shape.mapping if variant == Named(ref=target)]
        if tags and isinstance(holder[key], dict):
            holder[key][tag] = self.random.choice(tags)
        if ref in self.open:
            new = {tag or "kind": "member of tomorrow", "x": [1, {"y": None}]}
            self._may("variant", holder, key, new)

    def _object(self, holder: Any, key: Any, shape: ObjectShape, depth: int) -> None:
        made: dict[str, Any] = {}
        holder[key] = made
        for one in shape.fields:
            if not one.required and (depth > _DEEPEST or self.random.random() < 0.4):
                continue
            self._put(made, one.name, one.type, depth + 1)
            if one.required:
                self.changes.append(("lack", lambda name=one.name: made.pop(name, None)))
            else:
                self.changes.append(("missing", lambda name=one.name: made.pop(name, None)))
                self._may("null", made, one.name, None)
            self._may("retype", made, one.name, self.random.choice(_ODD))
        if shape.extra is None:
            self._may("extra", made, "field_of_tomorrow", {"a": [1, None]})

    def _may(self, kind: str, holder: Any, key: Any, value: Any) -> None:
        self.changes.append((kind, lambda: holder.__setitem__(key, value)))


def _plain(value: Any) -> Any:
    return [getattr(value, name) for name in value.__slots__]
