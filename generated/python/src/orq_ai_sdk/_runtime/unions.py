"""Unions: which of their members a value is, the same at each run and in each language."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pydantic
from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, core_schema

from .encoding import is_dict, is_list
from .variants import UnknownVariant, UnrecognizedInt, UnrecognizedStr, unknown_schema

_ANY = core_schema.any_schema()


class OneOf:
    """The members of a union, of which an answer is the one that fits best.

    That is the one with the fewest values that nobody lists, then with the most declared
    fields, then the first. What fits none is an UnknownVariant, if the union has that.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        members = get_args(source)
        listed = [member for member in members if member is not UnknownVariant]
        schemas = [handler.generate_schema(member) for member in listed]
        rest = [unknown_schema(UnknownVariant)] if len(listed) < len(members) else []
        first = schemas if _apart(listed) else [_trial(schemas)]
        return core_schema.json_or_python_schema(
            core_schema.union_schema([*first, *rest], mode="left_to_right"),
            core_schema.union_schema([*schemas, *rest]),
        )


class Tagged:
    """The members of a union, told apart by a field.

    `field` and `wire` are its names, `tags` the place of the member for each of its values.
    """

    def __init__(self, field: str, wire: str, tags: Mapping[str, int]) -> None:
        self.field, self.wire, self.tags = field, wire, tags

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        members = get_args(source) or (source,)
        listed = [member for member in members if member is not UnknownVariant]
        schemas = [handler.generate_schema(member) for member in listed]
        rest = [unknown_schema(UnknownVariant)] if len(listed) < len(members) else []
        by_tag = {tag: schemas[place] for tag, place in self.tags.items()}
        tagged = core_schema.tagged_union_schema(dict(by_tag), self.wire)
        untagged = core_schema.no_info_before_validator_function(
            self._has_no_tag, _trial(schemas)
        )
        unknown = core_schema.no_info_before_validator_function(
            self._is_new, rest[0] if rest else _ANY
        )
        received = [tagged, untagged, unknown] if rest else [tagged, untagged]
        any_of = core_schema.union_schema([*schemas, *rest])
        names = ", ".join(map(repr, self.tags))
        strange = core_schema.union_schema(
            [*schemas, *rest],
            custom_error_type="unknown_tag",
            custom_error_message=f"{self.wire} should be one of {names}",
        )
        told = {f"\0{tag}": one for tag, one in by_tag.items()}
        return core_schema.json_or_python_schema(
            core_schema.union_schema([*received], mode="left_to_right"),
            core_schema.tagged_union_schema(
                {**told, "": any_of, "\1": strange}, self._tag
            ),
        )

    def _tag(self, value: Any) -> str:
        """The member that a value of the program is; empty where it does not say.

        A value that nobody lists may still be that of a member that takes any.
        """
        if is_dict(value):
            tag = value.get(self.field, value.get(self.wire))
        else:
            tag = getattr(value, self.field, None)
        if tag in [*self.tags]:
            return f"\0{tag}"
        return "\1" if isinstance(tag, str) else ""

    def _has_no_tag(self, value: Any) -> Any:
        if is_dict(value) and isinstance(value.get(self.wire), str):
            raise ValueError("it says what it is")
        return value

    def _is_new(self, value: Any) -> Any:
        if is_dict(value) and value.get(self.wire) in [*self.tags]:
            raise ValueError("it is known")
        return value


class _State(threading.local):
    """What one thread is reading: the member to try, and what came of values before.

    A value inside two members of a union is read once, so that time stays linear.
    """

    member = 0
    results: dict[tuple[int, int], Any] | None = None
    scores: dict[int, tuple[int, int]]


_STATE = _State()
_MISFIT = object()


def _trial(schemas: list[CoreSchema]) -> CoreSchema:
    """A reader that tries all members and takes the one that fits best."""
    tried = range(len(schemas))

    def best(value: Any, read: Callable[[Any], Any]) -> tuple[Any, tuple[int, int]]:
        found, top = _MISFIT, (0, 0)
        for member in tried:
            _STATE.member = member
            try:
                result = read(value)
            except ValidationError:
                continue
            odd, known = _score(result)
            if found is _MISFIT or (odd, -known) < (top[0], -top[1]):
                found, top = result, (odd, known)
        return found, top

    def remembered(value: Any, read: Callable[[Any], Any]) -> Any:
        results = _STATE.results
        assert results is not None
        if not (is_dict(value) or is_list(value)):
            return best(value, read)[0]
        key = (id(tried), id(value))
        if key not in results:
            results[key], score = best(value, read)
            # What is kept keeps its identity; of the rest, another may get it.
            _STATE.scores[id(results[key])] = score
        return results[key]

    def choose(value: Any, read: Callable[[Any], Any]) -> Any:
        outermost = _STATE.results is None
        if outermost:
            _STATE.results, _STATE.scores = {}, {}
        try:
            result = remembered(value, read)
        finally:
            if outermost:
                _STATE.results, _STATE.scores = None, {}
        if result is _MISFIT:
            raise ValueError("fits no member of the union")
        return result

    def member(value: Any) -> int:
        return _STATE.member

    choices = dict(enumerate(schemas))
    return core_schema.no_info_wrap_validator_function(
        choose, core_schema.tagged_union_schema(choices, member)
    )


def _score(value: Any) -> tuple[int, int]:
    """How many values nobody lists, and how many declared fields there are."""
    before = _STATE.scores.get(id(value))
    if before:
        return before
    if isinstance(value, (UnrecognizedStr, UnrecognizedInt, UnknownVariant)):
        return 1, 0
    if isinstance(value, pydantic.BaseModel):
        odd, known = _sum(_fields(value), 1)
        more_odd, more_known = _sum((value.model_extra or {}).values())
        return odd + more_odd, known + more_known
    if is_list(value):
        return _sum(value)
    return _sum(value.values()) if is_dict(value) else (0, 0)


def _fields(model: pydantic.BaseModel) -> Iterable[Any]:
    declared = type(model).model_fields
    for name in model.model_fields_set & declared.keys():
        value = getattr(model, name)
        # Null says no more than absence where absence is all it can mean.
        if value is not None or declared[name].default is not None:
            yield value


def _sum(values: Iterable[Any], each: int = 0) -> tuple[int, int]:
    odd = known = 0
    for value in values:
        more_odd, more_known = _score(value)
        odd += more_odd
        known += more_known + each
    return odd, known


_PLAIN: dict[Any, str] = {
    str: "string",
    datetime: "string",
    date: "string",
    int: "number",
    float: "number",
    Decimal: "number",
    bool: "boolean",
    type(None): "null",
}


def _apart(members: Iterable[Any]) -> bool:
    """Whether at most one member can be of each kind of JSON."""
    seen: set[str] = set()
    for member in members:
        kinds = _kinds(member)
        if kinds is None or seen & kinds:
            return False
        seen |= kinds
    return True


def _kinds(member: Any) -> set[str] | None:
    """The kinds of JSON that a type is written as, if that is plain to see."""
    origin = get_origin(member)
    if origin is Annotated:
        return _kinds(get_args(member)[0])
    if origin in (Union, UnionType):
        listed = [_kinds(one) for one in get_args(member)]
        return None if None in listed else set[str]().union(*filter(None, listed))
    if origin is Literal:
        return {_PLAIN[type(value)] for value in get_args(member)}
    if origin in (list, dict):
        return {"array" if origin is list else "object"}
    if member in (UnrecognizedStr, UnrecognizedInt):
        return set()  # it stands behind the values of its enum
    if isinstance(member, type) and issubclass(member, pydantic.BaseModel):
        return {"object"}
    return {_PLAIN[member]} if isinstance(member, type) and member in _PLAIN else None
