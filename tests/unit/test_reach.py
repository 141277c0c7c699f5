"""Models that no operation reaches are not made."""

from __future__ import annotations

from generator.api import (
    Array,
    Body,
    Map,
    Model,
    Named,
    Naming,
    Nullable,
    ObjectShape,
    Operation,
    Param,
    Reply,
    Scalar,
    Shape,
    Stream,
    Type,
    UnionShape,
)
from generator.api import Field as ApiField
from generator.diagnostics import Loc
from generator.reach import used

LOC = Loc(file="x")
TEXT = Scalar(kind="string")


def model(ref: str, shape: Shape) -> Model:
    return Model(ref=ref, loc=LOC, naming=Naming(leaf=ref), room="component", root=ref, shape=shape)


def holding(ref: str, *types: Type, extra: Type | None = None) -> Model:
    fields = tuple(ApiField(name=str(n), type=type, required=True) for n, type in enumerate(types))
    return model(ref, ObjectShape(fields=fields, extra=extra))


def param(type: Type) -> Param:
    return Param(
        name="p", key="p", place="query", type=type, required=True, style="form", explode=True
    )


def kept(*models: Model, clients: tuple[Param, ...] = (), **parts: object) -> list[str]:
    made = {"id": "o", "loc": LOC, "method": "get", "path": "/", "groups": ((),), "name": "o"}
    operation = Operation(**(made | parts))  # type: ignore[arg-type]
    return list(used({m.ref: m for m in models}, [operation], clients))


def reply(*types: Type) -> tuple[Reply, ...]:
    return tuple(Reply(status="200", kind="json", type=type) for type in types)


def test_every_place_of_an_operation_counts() -> None:
    names = [Named(ref=ref) for ref in "abcdefg"]
    models = [holding(ref) for ref in "abcdefgh"]
    body = Body(media_type="x", kind="json", type=names[0], required=True, item=names[1])
    assert kept(
        *models,
        body=body,
        params=(param(Nullable(type=names[2])),),
        replies=reply(Stream(items=Array(items=names[3])), Map(values=names[4])),
        request="f",
        clients=(param(names[6]),),
    ) == list("abcdefg")


def test_models_reach_models() -> None:
    models = [
        holding("a", Named(ref="b"), extra=Named(ref="c")),
        model("b", UnionShape(variants=(TEXT, Named(ref="d")))),
        holding("c", Named(ref="a")),
        holding("d"),
        holding("lost", Named(ref="a")),
    ]
    assert kept(*models, replies=reply(Named(ref="a"))) == ["a", "b", "c", "d"]


def test_a_long_chain_is_walked() -> None:
    models = [holding(str(n), Named(ref=str(n + 1))) for n in range(5000)]
    assert len(kept(*models, holding("5000"), replies=reply(Named(ref="0")))) == 5001
