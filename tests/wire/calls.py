"""From a vector (an operation, arguments by place and wire name) to a call of a generated SDK.

Names come from the plan that the package was made of. Values are what a user would give, as
JSON with tags for what JSON lacks: `$datetime`, `$date`, `$file`, `$bytes`, `$absent`,
`$digits`, `$decimal`, and `$unrecognized` for what no enum lists.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.api import (
    BODY,
    Array,
    Body,
    EnumShape,
    Field,
    FileShape,
    Literal,
    Map,
    Named,
    Nullable,
    ObjectShape,
    Operation,
    Scalar,
    Type,
    UnionShape,
    Unknown,
)
from generator.build import Understood
from generator.languages import LANGUAGES
from generator.lock import Names
from generator.methods import Call, take
from generator.naming import Lexicon
from generator.plan import _Planner

_JSON: dict[str, Any] = {
    "string": str,
    "integer": int,
    "bigint": int,
    "number": (int, float),
    "decimal": (int, float),
    "boolean": bool,
}
_DATES = {"date": r"\d{4}-\d\d-\d\d", "date-time": r"\d{4}-\d\d-\d\d[Tt ].+"}


class NoCall(Exception):
    """The SDK has no call for a vector; the text says why."""


@dataclass(frozen=True, slots=True)
class Method:
    """A method of an SDK, and what it takes."""

    operation: Operation
    call: Call
    accessor: tuple[str, ...]
    async_name: str
    function: str


@dataclass(frozen=True, slots=True)
class Job:
    """A call: the way to the method, its arguments, the options of the client and of the call."""

    method: Method
    arguments: dict[str, Any]
    options: dict[str, Any]
    headers: dict[str, str]


class Speaker:
    """Says vectors as calls of one language."""

    def __init__(self, understood: Understood, key: str) -> None:
        planner = _Planner(understood.api, LANGUAGES[key], understood.settings, Names())
        self.package = planner.package()
        self.lexicon: Lexicon = planner.lexicon
        self.shared = planner.shared
        schemes = zip(planner.schemes, planner.credentials, strict=True)
        self.credentials = {scheme.key: credential.name for scheme, credential in schemes}
        self.methods: dict[str, list[Method]] = {}
        plans = (self.package.root, *self.package.groups)
        for group, plan in zip(planner.groups, plans, strict=True):
            for operation, method in zip(group.operations, plan.methods, strict=True):
                made = Method(
                    operation=operation,
                    call=take(operation, self.lexicon),
                    accessor=(*group.accessor, method.name),
                    async_name=method.async_name,
                    function=method.function,
                )
                self.methods.setdefault(operation.id, []).append(made)

    def job(self, vector: Mapping[str, Any]) -> Job:
        """The call of a vector.

        Raises NoCall.
        """
        given = vector["arguments"]
        body = given.get("body")
        method, headers = self._method(vector, body)
        options = {self.shared[name]: v for name, v in vector.get("globals", {}).items()}
        options |= {self.credentials[name]: v for name, v in vector.get("security", {}).items()}
        held = vector.get("globals", {})
        places = ("path", "query", "header", "cookie")
        params = {
            (place, name): value
            for place in places
            for name, value in given.get(place, {}).items()
            if name not in held
        }
        if self.lexicon.language.flatten:
            arguments = self._flat(method, params, body)
        else:
            arguments = self._request(method, params, body)
        return Job(method=method, arguments=arguments, options=options, headers=headers)

    def _method(
        self, vector: Mapping[str, Any], body: Mapping[str, Any] | None
    ) -> tuple[Method, dict[str, str]]:
        """The method, and the header that a media type without a method of its own needs."""
        path = vector.get("pathKey")
        found = [
            m
            for m in self.methods.get(vector["operationId"], ())
            if not path or m.operation.path == path
        ]
        if not found:
            raise NoCall("no such method")
        if body is None:
            return found[0], {}
        kind = body["contentType"]
        for method in found:
            if method.operation.body and method.operation.body.media_type == kind:
                return method, {}
        if found[0].operation.body is None:
            raise NoCall("the method takes no body")
        return found[0], {} if "*" in kind else {"Content-Type": kind}

    def _flat(
        self, method: Method, params: dict[tuple[str, str], Any], body: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        """One argument for each parameter and perhaps for each field."""
        arguments: dict[str, Any] = {}
        fields = dict(body["value"]) if body and method.call.flat_body else {}
        for arg in method.call.args:
            if arg.param:
                key = (arg.param.place, arg.param.name)
                if key in params:
                    arguments[arg.name] = self.value(arg.field.type, params.pop(key))
            elif arg.whole_body:
                if body and method.operation.body:
                    arguments[arg.name] = self._body(method.operation.body, body["value"])
            elif arg.field.name in fields:
                arguments[arg.name] = self.value(arg.field.type, fields.pop(arg.field.name))
        self._none_left([*params, *fields])
        return arguments

    def _request(
        self, method: Method, params: dict[tuple[str, str], Any], body: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        """One request, whole."""
        operation = method.operation
        if not operation.request:
            self._none_left([*params])
            if operation.body is None:
                return {}
            if body is None:
                return {"request": {"$absent": True}}
            return {"request": self._body(operation.body, body["value"])}
        request: dict[str, Any] = {}
        for param in operation.params:
            if (param.place, param.name) in params:
                name = self.lexicon.field(operation.request, param.key)
                request[name] = self.value(param.type, params.pop((param.place, param.name)))
        if body:
            assert operation.body is not None
            name = self.lexicon.field(operation.request, BODY)
            request[name] = self._body(operation.body, body["value"])
        self._none_left([*params])
        return {"request": request}

    def _none_left(self, names: list[Any]) -> None:
        if names:
            raise NoCall(f"no argument for {names}")

    def _body(self, body: Body, value: Any) -> Any:
        """A body whole; where it is text of whatever kind, a user writes that text."""
        if body.kind == "text" and not isinstance(value, str):
            return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
        return self.value(body.type, value)

    # --- values ---------------------------------------------------------------------

    def value(self, type: Type, value: Any) -> Any:
        """A value as a user would write it."""
        if isinstance(type, Nullable):
            return None if value is None else self.value(type.type, value)
        if isinstance(type, Array) and isinstance(value, list):
            return [self.value(type.items, item) for item in value]
        if isinstance(type, Map) and isinstance(value, dict):
            return {key: self.value(type.values, item) for key, item in value.items()}
        if isinstance(type, Scalar):
            return _scalar(type, value)
        if isinstance(type, Named):
            return self._named(type, value)
        return value

    def _named(self, type: Named, value: Any) -> Any:
        shape = self.lexicon.models[type.ref].shape
        if isinstance(shape, UnionShape):
            best = max(
                shape.variants, key=lambda v: -1 if (n := self._fit(v, value)) is None else n
            )
            named = dict(shape.mapping).get(str(_get(value, shape.discriminator)))
            return self.value(Named(ref=named) if named else best, value)
        if isinstance(shape, ObjectShape) and isinstance(value, dict):
            return self._object(type.ref, shape, value)
        if isinstance(shape, EnumShape) and not any(_same(one, value) for one in shape.values):
            return {"$unrecognized": value}
        return value

    def _object(self, ref: str, shape: ObjectShape, value: dict[str, Any]) -> Any:
        fields = {field.name: field for field in shape.fields}
        made: dict[str, Any] = {}
        extra: dict[str, Any] = {}
        for key, item in value.items():
            if key in fields:
                made[self.lexicon.field(ref, key)] = self.value(fields[key].type, item)
            else:
                extra[key] = item if shape.extra is None else self.value(shape.extra, item)
        if extra and shape.extra is not None and not self.lexicon.language.flatten:
            made["additionalProperties"] = extra
        else:
            made |= extra
        return made

    def _fit(self, type: Type, value: Any) -> int | None:
        """How many fields a type knows of a value; None where it is not of that type."""
        if isinstance(type, Nullable):
            return 0 if value is None else self._fit(type.type, value)
        if isinstance(type, Unknown):
            return 0
        if isinstance(type, Literal):
            return 1 if _same(type.value, value) else None
        if isinstance(type, Scalar):
            return _scalar_fit(type, value)
        if isinstance(type, Array):
            return self._all(type.items, value) if isinstance(value, list) else None
        if isinstance(type, Map):
            return self._all(type.values, value.values()) if isinstance(value, dict) else None
        shape = self.lexicon.models[type.ref].shape
        if isinstance(shape, EnumShape):
            return 1 if any(_same(known, value) for known in shape.values) else None
        if isinstance(shape, FileShape):
            return 1 if isinstance(value, dict) and "$file" in value else None
        if isinstance(shape, UnionShape):
            fits = [fit for v in shape.variants if (fit := self._fit(v, value)) is not None]
            return max(fits, default=None)
        return self._object_fit(shape.fields, value)

    def _object_fit(self, fields: tuple[Field, ...], value: Any) -> int | None:
        if not isinstance(value, dict) or "$file" in value:
            return None
        total = 0
        for field in fields:
            if field.name in value:
                fit = self._fit(field.type, value[field.name])
                if fit is None:
                    return None
                total += fit + 1
            elif field.required:
                return None
        return total

    def _all(self, type: Type, values: Any) -> int | None:
        fits = [self._fit(type, item) for item in values]
        return None if None in fits else sum(fit for fit in fits if fit)


def _get(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _same(known: Any, value: Any) -> bool:
    return type(known) is type(value) and known == value


def _scalar(type: Scalar, value: Any) -> Any:
    if type.kind in _DATES and isinstance(value, str) and re.fullmatch(_DATES[type.kind], value):
        return {"$datetime" if type.kind == "date-time" else "$date": value}
    is_long = type.kind in ("integer", "number") and isinstance(value, int) and abs(value) > 2**53
    if type.kind == "bigint" or is_long:
        return {"$digits": str(value)}
    if type.kind == "decimal":
        return {"$decimal": str(value)}
    return value


def _scalar_fit(type: Scalar, value: Any) -> int | None:
    if type.kind == "file":
        return 1 if isinstance(value, dict) and ("$file" in value or "$bytes" in value) else None
    if type.kind in _DATES:
        return 1 if isinstance(value, str) and re.fullmatch(_DATES[type.kind], value) else None
    if isinstance(value, bool) != (type.kind == "boolean"):
        return None
    return 0 if isinstance(value, _JSON[type.kind]) else None
