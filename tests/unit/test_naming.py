"""Names of models: candidates from their place, handed out in a fixed order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.api import (
    Array,
    Atom,
    Entries,
    EnumShape,
    Field,
    Items,
    Literal,
    Model,
    Named,
    Naming,
    ObjectShape,
    Record,
    Scalar,
    Shape,
)
from generator.diagnostics import Loc
from generator.languages import LANGUAGES
from generator.lock import Names
from generator.names import Scope, pascal
from generator.naming import by_module, candidates, claim, lexicon, name_models
from generator.settings import Settings
from tests.unit.hostile import any_text

STRING = Scalar(kind="string")
EMPTY = ObjectShape(fields=())


def model(leaf: str, context: tuple[str, ...] = (), shape: Shape = EMPTY, **facts: object) -> Model:
    room = facts.pop("room", "component")
    naming = Naming(leaf=leaf, context=context, **facts)  # type: ignore[arg-type]
    ref = "/".join((*context, leaf, str(room)))
    return Model(ref=ref, loc=Loc(file="x"), naming=naming, room=room, root=ref, shape=shape)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("naming", "names"),
    [
        (Naming(leaf="car"), ["Car"]),
        (Naming(leaf="kind", context=("car",)), ["Kind", "CarKind"]),
        (Naming(leaf="kind", context=("car", "door")), ["Kind", "CarKind", "CarDoorKind"]),
        (Naming(leaf="1", union="x", context=("car",)), ["One", "X1", "CarX1"]),
        (
            Naming(leaf="Request", context=("op", "group"), bare=False),
            ["OpRequest", "OpGroupRequest"],
        ),
        (Naming(leaf="only", bare=False), ["Only"]),
        (Naming(leaf="☃"), ["Model"]),
        (Naming(leaf="404"), ["FourHundredAndFour"]),
    ],
)
def test_candidates(naming: Naming, names: list[str]) -> None:
    assert list(candidates(naming, pascal)) == names


@pytest.mark.parametrize("key", LANGUAGES)
@given(leaves=st.lists(any_text, max_size=8))
def test_no_two_models_share_a_name_or_a_page(key: str, leaves: list[str]) -> None:
    models = [model(leaf, (str(n),)) for n, leaf in enumerate(leaves)]
    names = name_models(models, LANGUAGES[key], {"Car"})
    pages = [(name.namespace, name.page) for name in names.values()]
    assert len(set(pages)) == len(models)
    assert all(name.name.isidentifier() and name.name != "Car" for name in names.values())
    assert all(name.module.isidentifier() for name in names.values())


@pytest.mark.parametrize("key", LANGUAGES)
def test_components_choose_before_what_is_nested(key: str) -> None:
    nested, component = model("Kind", ("a",)), model("Kind")
    names = name_models([nested, component], LANGUAGES[key], ())
    assert names[component.ref].name == "Kind"
    assert names[nested.ref].name == "AKind"


def test_requests_choose_in_the_order_of_the_document() -> None:
    """What is added behind renames nothing, however short the path to it."""
    deep = model("Kind", ("a", "group", "Request", "RequestBody", "door"), room="request")
    short = model("Kind", ("b", "group", "Request", "RequestBody"), room="request")
    names = name_models([deep, short], LANGUAGES["python"], ())
    assert [name.name for name in names.values()] == ["Kind", "BKind"]


def test_responses_choose_by_the_length_of_their_paths() -> None:
    deep = model("Kind", ("a", "group", "Response", "200", "door"), room="response")
    short = model("Kind", ("b", "group", "Response", "200"), room="response")
    names = name_models([deep, short], LANGUAGES["python"], ())
    assert names[short.ref].name == "Kind"
    assert names[deep.ref].name == "AKind"


def test_what_is_called_after_its_operation_chooses_first() -> None:
    body = model("aRequest", ("a", "group", "Request"), room="request")
    whole = model("Request", ("a", "group"), room="request", bare=False)
    names = name_models([body, whole], LANGUAGES["python"], ())
    assert names[whole.ref].name == "ARequest"


@pytest.mark.parametrize(("key", "name"), [("python", "AnyModel"), ("typescript", "ErrorT")])
def test_a_reserved_word_gets_a_suffix(key: str, name: str) -> None:
    word = model(name.removesuffix(LANGUAGES[key].type_suffix), ("a",))
    assert name_models([word], LANGUAGES[key], ())[word.ref].name == name


def test_a_model_gives_way_to_a_class_of_the_client() -> None:
    car = model("Car")
    assert name_models([car], LANGUAGES["python"], {"Car"})[car.ref].name == "CarModel"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_schemas_called_like_companions_keep_their_names(order: tuple[int, ...]) -> None:
    """A model `Car` also makes `CarTypedDict` and `CarInput`; they give way, not the schemas."""
    models = [model("Car"), model("CarTypedDict"), model("CarInput")]
    names = name_models([models[n] for n in order], LANGUAGES["python"], ())
    assert {name.name for name in names.values()} == {"Car", "CarTypedDict", "CarInput"}
    every = [n for name in names.values() for n in (name.name, name.record, name.given)]
    assert len(set(every)) == 9


@pytest.mark.parametrize("name", ["APIError", "ResponseValidationError", "APIConnectionError"])
def test_a_model_does_not_hide_an_error(name: str) -> None:
    """The models of Python are exported together with the errors of the runtime."""
    found = model(name)
    errors = [error for error, _ in LANGUAGES["python"].code.error_exports(Settings())]
    assert name in errors
    assert name_models([found], LANGUAGES["python"], (), errors)[found.ref].name != name


def test_models_of_one_component_are_one_file() -> None:
    a, b = model("Car"), model("Door")
    names = name_models([a, b], LANGUAGES["python"], ())
    files = by_module([a, b], names)
    assert list(files) == [("models", "car"), ("models", "door")]


# --- fields --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "wires", "fields"),
    [
        ("python", ["class", "userName", "user_name", "copy", "☃"],
         ["class_", "user_name_", "user_name", "copy_", "field"]),
        ("typescript", ["class", "userName", "user_name", "constructor", "__proto__", "☃"],
         ["class", "userName", "userName_", "constructor_", "proto", "field"]),
    ],
)  # fmt: skip
def test_fields_are_renamed_and_never_share_a_name(
    key: str, wires: list[str], fields: list[str]
) -> None:
    shape = ObjectShape(fields=tuple(Field(name=w, type=STRING, required=True) for w in wires))
    lexi = lexicon([model("Car", shape=shape)], LANGUAGES[key], ())
    (ref,) = lexi.models
    assert [lexi.field(ref, wire) for wire in wires] == fields
    assert lexi.field(ref, "unknown") == "unknown"


def test_claims_of_reserved_words_get_an_underscore() -> None:
    scope = Scope({"class"})
    names = [claim(Names(), scope, ("", "", None), name) for name in ("class", "class", "")]
    assert names == ["class_", "class_2", "field"]


def test_examples_are_renamed_where_they_are_fields() -> None:
    shape = ObjectShape(fields=(Field(name="userName", type=STRING, required=True),))
    lexi = lexicon([model("Car", shape=shape)], LANGUAGES["python"], ())
    (ref,) = lexi.models
    inner = Entries(entries=(("userName", Atom(value=1)),))
    value = Items(items=(Record(ref=ref, fields=(("userName", inner),)),))
    assert lexi.renamed(value) == Items(items=(Record(ref=ref, fields=(("user_name", inner),)),))


def test_a_discriminating_field_is_its_constant_where_a_language_says_so() -> None:
    enum = model("kind", ("Cat",), EnumShape(values=("cat",)))
    field = Field(name="kind", type=Named(ref=enum.ref), required=True, discriminates=True)
    cat = model("Cat", shape=ObjectShape(fields=(field,)))
    inlined = lexicon([cat, enum], LANGUAGES["typescript"], ())
    shape = inlined.models[cat.ref].shape
    assert isinstance(shape, ObjectShape)
    assert shape.fields[0].type == Literal(value="cat")
    assert enum.ref not in inlined.models


def test_constants_do_not_change_the_names_of_others() -> None:
    enum = model("Kind", ("cat",), EnumShape(values=("cat",)))
    field = Field(name="kind", type=Named(ref=enum.ref), required=True, discriminates=True)
    cat = model("Cat", shape=ObjectShape(fields=(field,)))
    other = model("Kind", ("dog", "door"))
    for language in LANGUAGES.values():
        names = lexicon([cat, enum, other], language, ()).names
        assert names[other.ref].name == "DogKind"
    assert enum.ref in lexicon([cat, enum], LANGUAGES["python"], ()).models


def test_other_values_stay() -> None:
    lexi = lexicon([], LANGUAGES["python"], ())
    assert lexi.renamed(Atom(value=1)) == Atom(value=1)
    assert Array(items=STRING) == Array(items=STRING)
