"""What a document does not list: enums and unions that read tomorrow's answers."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, Literal

import pytest
from orq_ai_sdk._runtime.errors import RequestValidationError
from orq_ai_sdk._runtime.models import Adapter, BaseModel, Misfit
from orq_ai_sdk._runtime.unions import OneOf, Tagged
from orq_ai_sdk._runtime.variants import UnknownVariant, UnrecognizedInt, UnrecognizedStr
from typing_extensions import TypeAliasType

Size = Literal["small", "large"] | UnrecognizedStr
Level = Literal[1, 2] | UnrecognizedInt


class _models:  # what generated modules know the package of models by
    """Not needed: all models are here."""


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int
    size: Size | None = None


class Dog(BaseModel):
    kind: Literal["dog"]
    friends: list[Pet] | None = None


Pet = TypeAliasType(
    "Pet", Annotated["Cat | Dog | UnknownVariant", Tagged("kind", "kind", {"cat": 0, "dog": 1})]
)


class Holder(BaseModel):
    pet: Pet | None = None
    size: Size | None = None
    level: Level | None = None
    loose: Loose | None = None


class A(BaseModel):
    a: str | None = None
    size: Size | None = None
    inner: Loose | None = None


class B(BaseModel):
    b: str | None = None
    size: Literal["huge"] | UnrecognizedStr | None = None
    inner: Loose | None = None


class C(BaseModel):
    c: int


Loose = TypeAliasType(
    "Loose", Annotated["A | B | C | int | str | list[int] | UnknownVariant", OneOf()]
)
HOLDER = Adapter(Holder)


def read(**fields: Any) -> Any:
    return HOLDER.read(json.dumps(fields).encode())


def test_an_enum_keeps_what_it_does_not_list_and_sends_it_back() -> None:
    got = read(size="huge", level=3)
    assert got.size == "huge" and isinstance(got.size, UnrecognizedStr)
    assert got.level == 3 and isinstance(got.level, UnrecognizedInt)
    assert HOLDER.to_json(got, "x") == b'{"size":"huge","level":3}'
    assert HOLDER.to_json({"size": got.size}, "x") == b'{"size":"huge"}'
    assert type(read(size="small").size) is str
    with pytest.raises(RequestValidationError, match=r"x: \$\.size: Input should be 'small'"):
        HOLDER.to_json({"size": "hugs"}, "x")
    assert HOLDER.to_json({"size": UnrecognizedStr("hugs")}, "x") == b'{"size":"hugs"}'
    with pytest.raises(Misfit, match=r"\$\.size: "):
        read(size=5)


def test_a_union_keeps_what_is_no_member_and_sends_it_back() -> None:
    cow: Any = {"kind": "cow", "milk": [1.5, None, {"a": "b"}]}
    got = read(pet={"kind": "dog", "friends": [cow, {"kind": "cat", "lives": 9}]})
    assert got.pet.friends[0] == UnknownVariant(cow)
    assert isinstance(got.pet.friends[1], Cat)
    sent = json.loads(HOLDER.to_json(got, "x"))
    assert sent["pet"]["friends"][0] == cow
    for odd in (5, [1], "x", {}, {"kind": None}):
        assert read(pet=odd).pet == UnknownVariant(odd)
    assert HOLDER.to_json({"pet": UnknownVariant([1])}, "x") == b'{"pet":[1]}'
    with pytest.raises(RequestValidationError, match=r"kind should be one of 'cat', 'dog'"):
        HOLDER.to_json({"pet": cow}, "x")


def test_a_known_member_that_does_not_fit_is_an_error_with_its_place() -> None:
    with pytest.raises(Misfit, match=r"^\$\.pet\.lives: Field required"):
        read(pet={"kind": "cat", "cat": {}})
    with pytest.raises(Misfit, match=r"^\$\.pet\.friends\[0\]\.lives: Field required"):
        read(pet={"kind": "dog", "friends": [{"kind": "cat"}]})


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"a": "x"}, A),
        ({"b": "x"}, B),
        ({"c": 1}, C),
        ({"c": "1"}, A),  # the first of those that it says nothing about
        ({"size": "large"}, A),
        ({"size": "huge"}, B),
        ({"size": "odd", "b": "x"}, B),
        ({"inner": {"b": "x"}, "b": "y"}, B),
        (1, int),
        ("1", str),
        ([1], list),
        (["1"], UnknownVariant),
        (1.5, UnknownVariant),
        (True, UnknownVariant),
    ],
)
def test_the_member_that_fits_best(given: Any, kind: type) -> None:
    assert type(read(loose=given).loose) is kind


def test_deep_unions_take_linear_time() -> None:
    value: Any = {"b": "x"}
    for _ in range(60):
        value = {"inner": value}
    got = read(loose=value).loose
    for _ in range(60):
        assert isinstance(got, A)
        got = got.inner
    assert isinstance(got, B)


def test_what_is_null_or_absent_in_optional_fields_is_none() -> None:
    got = read(pet=None, size=None, level=None, loose=None, new={"x": 1})
    assert (got.pet, got.size, got.level, got.loose) == (None, None, None, None)
    assert got.model_extra == {"new": {"x": 1}}


def test_types_of_json_are_told_apart_but_whole_numbers() -> None:
    class Row(BaseModel):
        n: int
        at: datetime | None = None

    assert Adapter(Row).read(b'{"n":2.0}').n == 2
    assert Adapter(Row).read(b'{"n":123456789012345678901234567890}').n % 10**6 == 567890
    for body in (b'{"n":"2"}', b'{"n":2.5}', b'{"n":true}', b'{"n":1,"at":0}'):
        with pytest.raises(Misfit):
            Adapter(Row).read(body)


def test_repr_and_equality() -> None:
    assert repr(UnknownVariant({"a": 1})) == "UnknownVariant({'a': 1})"
    assert UnknownVariant(1) == UnknownVariant(1) != UnknownVariant(2)
    assert f"{UnrecognizedStr('a')}{UnrecognizedInt(5)}" == "a5"


class Note(BaseModel):
    kind: str
    text: str


def test_a_tag_that_nobody_lists_may_be_that_of_a_member_which_takes_any() -> None:
    kinds: Any = Annotated[Cat | Note, Tagged("kind", "kind", {"cat": 0, "note": 1})]
    adapter = Adapter(kinds)
    assert adapter.to_json({"kind": "memo", "text": "x"}, "x") == b'{"kind":"memo","text":"x"}'
    with pytest.raises(RequestValidationError, match=r"kind should be one of 'cat', 'note'"):
        adapter.to_json({"kind": "memo"}, "x")
