"""Writing a type is what imports it."""

from __future__ import annotations

from generator.api import Array, Model, Named, Naming, Nullable, ObjectShape, Scalar
from generator.diagnostics import Loc
from generator.language import Site
from generator.languages import LANGUAGES
from generator.naming import lexicon
from generator.text import Span, plain
from generator.writing import Writer

CAR = Model(
    ref="car", loc=Loc(file="x"), naming=Naming(leaf="Car"), room="component", root="car",
    shape=ObjectShape(fields=()),
)  # fmt: skip


def writer(key: str) -> Writer:
    folder = LANGUAGES[key].code.models_folder("components")
    return Writer(lexicon([CAR], LANGUAGES[key], ()), Site(folder=folder, module="other"))


def test_what_is_written_is_imported_once() -> None:
    made = writer("typescript")
    assert made.imports() == ()
    for _ in range(2):
        assert made.type(Array(items=Named(ref="car")), "returned") == "Array<Car>"
    assert made.imports() == ('import type { Car } from "./car.js";',)


def test_plain_types_import_nothing() -> None:
    made = writer("typescript")
    made.type(Scalar(kind="string"), "returned")
    assert made.imports() == ()


def test_absence_and_null_of_a_field() -> None:
    made = writer("python")
    text = Nullable(type=Scalar(kind="string"))
    assert made.field(text, "returned", True) == "str | None"
    assert made.field(text, "returned", False) == "OptionalNullable[str]"
    assert made.imports() == ("from .._runtime.unset import OptionalNullable",)


def test_docs_join_what_there_is() -> None:
    made = writer("typescript")
    assert made.doc("Title", "Text", True) == (
        "Title\n\n@remarks\nText\n\n@deprecated It will be removed in a future release."
    )
    assert made.doc("", "", False) == ""
    assert made.doc("Title", "", False) == "Title"


def test_spans_are_text() -> None:
    assert plain((Span(text="a"), Span(text="[b]", module="m", name="n"))) == "a[b]"
