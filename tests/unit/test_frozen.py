"""The types between the stages are values: frozen, slotted, and made of values."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Callable
from types import ModuleType

import pytest

from generator import api, docpages, language, package, text

MODULES: list[ModuleType] = [api, package, docpages, text, language]
MUTABLE = re.compile(r"\b(?:list|dict|set|bytearray|List|Dict|Set|MutableMapping|defaultdict)\b")
CLASSES = [
    value
    for module in MODULES
    for value in vars(module).values()
    if inspect.isclass(value) and value.__module__ == module.__name__
]


def faults(cls: type) -> list[str]:
    """What keeps a class from being a plain value."""
    if not dataclasses.is_dataclass(cls):
        return ["no dataclass"]
    found = []
    parameters = cls.__dataclass_params__  # type: ignore[attr-defined]
    if not parameters.frozen:
        found.append("not frozen")
    if "__slots__" not in vars(cls):
        found.append("not slotted")
    found += [
        f"{field.name} is mutable"
        for field in dataclasses.fields(cls)
        if not str(field.type).startswith("Callable") and MUTABLE.search(str(field.type))
    ]
    return found


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: f"{cls.__module__}.{cls.__name__}")
def test_a_type_is_a_value(cls: type) -> None:
    assert faults(cls) == []


def test_there_are_types_to_check() -> None:
    assert len(CLASSES) > 50


def test_the_check_sees_what_is_no_value() -> None:
    @dataclasses.dataclass
    class Loose:
        names: list[str]

    @dataclasses.dataclass(frozen=True)
    class Unslotted:
        names: tuple[str, ...]
        rule: Callable[[list[str]], str]

    assert faults(Loose) == ["not frozen", "not slotted", "names is mutable"]
    assert faults(Unslotted) == ["not slotted"]
    assert faults(int) == ["no dataclass"]
