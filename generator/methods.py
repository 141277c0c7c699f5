"""Operations to calls: which arguments a method takes, in which order, under which names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .api import (
    Body,
    Field,
    Named,
    Nullable,
    ObjectShape,
    Operation,
    Param,
    Scalar,
    Type,
)
from .graph import named_in
from .names import Scope
from .naming import Lexicon, claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An argument of a call: where it comes from, and its two names.

    `key` is what the runtime knows it by; it differs from `name` only where the name that
    a field has in its model is taken by something else in the call.
    """

    name: str
    key: str
    field: Field
    param: Param | None = None
    whole_body: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """All arguments of an operation in one language.

    `is_flat`: one for each parameter and field. `flat_body`: the body is among them by its fields.
    """

    operation: Operation
    args: tuple[Taken, ...]
    is_flat: bool = False
    flat_body: bool = False


def take(operation: Operation, lexicon: Lexicon) -> Call:
    """The arguments of an operation.

    A language that flattens has one for each parameter and each field of an object body; the
    others take one request.
    """
    if lexicon.language.flatten:
        return _flattened(operation, lexicon)
    request = request_type(operation)
    if request is None:
        return Call(operation=operation, args=())
    field = Field(name="request", type=request, required=True)
    arg = Taken(name="request", key="request", field=field, whole_body=True)
    return Call(operation=operation, args=(arg,))


def request_type(operation: Operation) -> Type | None:
    """The type of all that an operation takes, as one value."""
    if operation.request:
        return Named(ref=operation.request)
    return operation.body.type if operation.body else None


def object_body(operation: Operation, lexicon: Lexicon) -> ObjectShape | None:
    """The fields of a body that is an object."""
    type = operation.body.type if operation.body else None
    model = lexicon.models.get(type.ref) if isinstance(type, Named) else None
    return model.shape if model and isinstance(model.shape, ObjectShape) else None


def may_be_empty(operation: Operation) -> bool:
    """Whether one success carries a value and another none."""
    bare = any(reply.type is None for reply in operation.successes)
    return bare and operation.result is not None


def _flattened(operation: Operation, lexicon: Lexicon) -> Call:
    body = operation.body
    shape = object_body(operation, lexicon) if lexicon.language.flatten_bodies else None
    flat = bool(operation.params) or body is None or bool(shape and body.required)
    fields = shape.fields if flat and shape else ()
    if not flat:
        # Should parameters come to stand beside it, the body is still called so.
        lexicon.kept.note(operation.place, "arguments", "request", "body")
        return Call(operation=operation, args=(_request(operation),))
    arguments = _Arguments(operation, _keys(body, fields, lexicon), lexicon)
    names = arguments.of_fields()
    args = [arguments.of_param(param) for param in operation.params]
    args += [Taken(name=names[f.name], key=arguments.keys[f.name], field=f) for f in fields]
    if body and not shape:
        args.append(arguments.of_body(body))
    args.sort(key=lambda arg: not arg.field.required)
    return Call(operation=operation, args=tuple(args), is_flat=True, flat_body=bool(fields))


def _keys(body: Body | None, fields: tuple[Field, ...], lexicon: Lexicon) -> dict[str, str]:
    if body is None or not isinstance(body.type, Named):
        return {}
    return {field.name: lexicon.field(body.type.ref, field.name) for field in fields}


def _request(operation: Operation) -> Taken:
    assert operation.body is not None
    field = Field(
        name="request",
        type=operation.body.type,
        required=operation.body.required,
        description="The request object to use for the request.",
        example=operation.body.example,
    )
    return Taken(name="request", key="request", field=field, whole_body=True)


class _Arguments:
    """The names of the arguments of one operation.

    What was kept is held first; then a field is called as in its model wherever that is free,
    so that it need not be kept; a parameter may not be called like a field, nor another body.
    """

    def __init__(self, operation: Operation, keys: dict[str, str], lexicon: Lexicon) -> None:
        self._kept, self._place = lexicon.kept, operation.place
        self._case = lexicon.language.cases["argument"]
        self.keys, self._taken = keys, Scope()
        self._taken.reserve(keys.values())
        self._scope = Scope(lexicon.language.reserved["argument"])
        for name in keys:
            self._hold(f"body {name}")
        for param in operation.params:
            self._hold(_part(param))
        if operation.body and not keys:
            self._hold("body", plain="request_body")

    def of_fields(self) -> dict[str, str]:
        """The names for all fields of the body."""
        keys = self.keys
        ordered = sorted(keys, key=lambda wire: not self._scope.free(keys[wire]))
        names = {w: self._claim(f"body {w}", keys[w], plain=keys[w]) for w in ordered}
        self._scope.reserve(keys.values())
        return names

    def of_param(self, param: Param) -> Taken:
        """A parameter; the runtime knows it by another name where a field has that."""
        name = self._claim(_part(param), self._case(param.key))
        key = self._taken.claim(name, f"{name}_")
        return Taken(name=name, key=key, field=param.field, param=param)

    def of_body(self, body: Body) -> Taken:
        """A body that is one argument."""
        name = self._claim("body", "request_body", plain="request_body")
        field = Field(
            name="request_body",
            type=body.type,
            required=body.required,
            description=body.description,
            example=body.example,
        )
        key = self._taken.claim(name, f"{name}_")
        return Taken(name=name, key=key, field=field, whole_body=True)

    def _hold(self, part: str, plain: str = "") -> None:
        self._kept.hold(self._scope, self._place, "arguments", part, plain)

    def _claim(self, part: str, name: str, plain: str = "") -> str:
        return claim(self._kept, self._scope, (self._place, "arguments", part), name, plain)


def _part(param: Param) -> str:
    return f"{param.place} {param.name}"


def split_null(type: Type) -> tuple[Type, bool]:
    """A type without its outer null, and whether it had one."""
    return (type.type, True) if isinstance(type, Nullable) else (type, False)


def given_models(calls: Iterable[Call]) -> frozenset[str]:
    """The models that arguments have as their type, or as that of their items."""
    return frozenset(ref for call in calls for arg in call.args for ref in named_in(arg.field.type))


def is_plain(type: Type) -> bool:
    """Whether a value is plain text, a number or a truth, which needs no model and no import."""
    return isinstance(type, Scalar) and type.kind in ("string", "integer", "number", "boolean")
