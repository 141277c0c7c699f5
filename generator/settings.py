"""Settings: names and versions of the packages; every one has a default from the document."""

from __future__ import annotations

import dataclasses
import keyword
import re
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from .api import Api
from .names import bounded, kebab, pascal, snake, spelled, upper
from .page_rules import Rule
from .page_settings import rules, rules_schema
from .source import Document, Node

# Patterns are read by JSON Schema too: between ^ and $, and nothing that is Python's alone.
_MODULE = "^[a-z_][a-z0-9_]*$"
_CLASS = "^[A-Z][A-Za-z0-9]*$"
_ENV = "^[A-Z_][A-Z0-9_]*$"
_DIST = "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$"
_NPM_NAME = "^(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$"
_VERSION = "^[0-9]+\\.[0-9]+\\.[0-9]+([-.+]?[0-9A-Za-z.]+)?$"
_HEADER = "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$"
_FILE = "^([A-Za-z0-9_][A-Za-z0-9_.-]*/)*[A-Za-z0-9_][A-Za-z0-9_.-]*\\.json$"
_GROUP = "^([^.]+([.][^.]+)*)?$"
_METHOD = "^[A-Za-z][A-Za-z0-9_ -]*$"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """What a value must look like: for people, and by a pattern."""

    pattern: str
    hint: str

    def check(self, node: Node, key: str) -> str:
        """The text at a node; raises SpecError where it is none, or has another form."""
        value = node.value
        if not isinstance(value, str):
            raise node.error(f"text is expected for {key}", self.hint)
        if not re.fullmatch(self.pattern, value) or keyword.iskeyword(value):
            raise node.error(f"{value!r} is no value for {key}", self.hint)
        return value

    def schema(self) -> dict[str, object]:
        """The same for JSON Schema."""
        words = {"enum": keyword.kwlist}
        return {"type": "string", "pattern": self.pattern, "not": words, "description": self.hint}


_FORMS = {
    "class_name": _Form(pattern=_CLASS, hint="a class name such as Acme"),
    "env_prefix": _Form(pattern=_ENV, hint="capitals and underscores such as ACME"),
    "version": _Form(pattern=_VERSION, hint="a version such as 1.0.0"),
    "python_package": _Form(pattern=_MODULE, hint="a module name such as acme_sdk"),
    "python_distribution": _Form(pattern=_DIST, hint="a distribution name such as acme-sdk"),
    "typescript_package": _Form(pattern=_NPM_NAME, hint="an npm name such as @acme/sdk"),
    "base_error": _Form(pattern=_CLASS, hint="a class name such as AcmeError"),
    "default_error": _Form(pattern=_CLASS, hint="a class name such as APIError"),
    "idempotency_header": _Form(
        pattern=_HEADER, hint="a header such as Idempotency-Key, for POST and PATCH"
    ),
    "names_lock": _Form(pattern=_FILE, hint="a file beside the settings such as names.lock.json"),
}
_GROUP_FORM = _Form(pattern=_GROUP, hint="a path such as store.pets, or null to leave it out")
_METHOD_FORM = _Form(pattern=_METHOD, hint="the name of a method such as list")
_OTHERS = ("flatten_bodies", "groups", "methods", "paging")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may decide about the packages; empty means: from the document.

    `flatten_bodies`: each field of an object body is an argument, in languages that flatten.
    `idempotency_header` carries a key that tells repetitions of a call from other calls.
    `groups` has paths for operations and tags, or None to leave them out; `methods` has names
    for operations. `paging` has rules for operations, and under `*` for all of them.
    """

    class_name: str = ""
    env_prefix: str = ""
    version: str = "0.1.0"
    python_package: str = ""
    python_distribution: str = ""
    typescript_package: str = ""
    base_error: str = ""
    default_error: str = "APIError"
    names_lock: str = ""
    idempotency_header: str = ""
    flatten_bodies: bool = True
    groups: tuple[tuple[str, tuple[str, ...] | None], ...] = ()
    methods: tuple[tuple[str, str], ...] = ()
    paging: tuple[tuple[str, tuple[Rule, ...]], ...] = ()

    def completed(self, api: Api) -> Settings:
        """The same settings with every gap filled from the document."""
        title = re.sub(r"\b(open)?api\b", "", api.title, flags=re.I)
        class_name = self.class_name or bounded(spelled(pascal(title))) or "Sdk"
        name = snake(class_name) or "sdk"
        package = self.python_package or name
        return dataclasses.replace(
            self,
            class_name=class_name,
            env_prefix=self.env_prefix or upper(class_name),
            python_package=package,
            python_distribution=self.python_distribution or kebab(package),
            typescript_package=self.typescript_package or kebab(name),
            base_error=self.base_error or f"{class_name}Error",
        )


def read(path: FilePath, known: Document | None = None) -> Settings:
    """The settings of a file, which `known` can then show places of.

    Raises SpecError, with its place, for an unknown setting or a value of the wrong form.
    """
    document = Document.read(path)
    if known is not None:
        known.adopt(document)
    values = {key: _value(key, node, path) for key, node in document.root.items()}
    return Settings(**values)


def schema() -> dict[str, object]:
    """The form of the file as a JSON Schema."""
    group = {"anyOf": [_GROUP_FORM.schema(), {"type": "null"}]}
    others = {
        "flatten_bodies": {
            "type": "boolean",
            "description": "whether fields of an object body are arguments, where calls have them",
        },
        "groups": {
            "type": "object",
            "additionalProperties": group,
            "description": "where operations (by operationId) and tags stand in the client",
        },
        "methods": {
            "type": "object",
            "additionalProperties": _METHOD_FORM.schema(),
            "description": "what operations (by operationId) are called",
        },
        "paging": rules_schema(),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Settings of sdkloom",
        "description": "Every setting has a default, most of them from the document.",
        "type": "object",
        "additionalProperties": False,
        "properties": {**{key: form.schema() for key, form in _FORMS.items()}, **others},
    }


def _value(key: str, node: Node, path: FilePath) -> Any:
    if key == "flatten_bodies":
        if not isinstance(node.value, bool):
            raise node.error(f"true or false is expected for {key}")
        return node.value
    if key == "groups":
        return tuple((name, _group(child)) for name, child in node.items())
    if key == "methods":
        return tuple((name, _METHOD_FORM.check(child, name)) for name, child in node.items())
    if key == "paging":
        return tuple((name, rules(name, child)) for name, child in node.items())
    if key not in _FORMS:
        raise node.error(f"{key!r} is no setting", f"one of {', '.join((*_FORMS, *_OTHERS))}")
    value = _FORMS[key].check(node, key)
    if key == "names_lock":
        _check_inside(path, value, node)
    return value


def _group(node: Node) -> tuple[str, ...] | None:
    if node.value is None:
        return None
    return tuple(filter(None, _GROUP_FORM.check(node, "groups").split(".")))


def _check_inside(path: FilePath, name: str, node: Node) -> None:
    """The lock is written: no link may lead that out of the folder of the settings."""
    folder = path.parent.resolve()
    if not (folder / name).resolve().is_relative_to(folder):
        raise node.error(f"{name!r} leads out of the folder of the settings")
