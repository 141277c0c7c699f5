"""Settings: names and versions of the packages; every one has a default from the document."""

from __future__ import annotations

import dataclasses
import keyword
import re
from dataclasses import dataclass
from pathlib import Path as FilePath

from .api import Api
from .names import bounded, kebab, pascal, snake, spelled, upper
from .source import Document, Node

_NPM_NAME = re.compile(r"(?:@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*\Z")
_MODULE = re.compile(r"[a-z_][a-z0-9_]*\Z")
_CLASS = re.compile(r"[A-Z][A-Za-z0-9]*\Z")
_ENV = re.compile(r"[A-Z_][A-Z0-9_]*\Z")
_DIST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\Z")
_VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+(?:[-.+]?[0-9A-Za-z.]+)?\Z")
_FORMS = {
    "class_name": (_CLASS, "a class name such as Acme"),
    "env_prefix": (_ENV, "capitals and underscores such as ACME"),
    "version": (_VERSION, "a version such as 1.0.0"),
    "python_package": (_MODULE, "a module name such as acme_sdk"),
    "python_distribution": (_DIST, "a distribution name such as acme-sdk"),
    "typescript_package": (_NPM_NAME, "an npm name such as @acme/sdk"),
    "base_error": (_CLASS, "a class name such as AcmeError"),
    "default_error": (_CLASS, "a class name such as APIError"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may decide about the packages; empty means: from the document."""

    class_name: str = ""
    env_prefix: str = ""
    version: str = "0.1.0"
    python_package: str = ""
    python_distribution: str = ""
    typescript_package: str = ""
    base_error: str = ""
    default_error: str = "APIError"

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
    values = {}
    for key, node in document.root.items():
        if key not in _FORMS:
            raise node.error(f"{key!r} is no setting", f"one of {', '.join(_FORMS)}")
        values[key] = _checked(key, document.root, node)
    return Settings(**values)


def _checked(key: str, root: Node, node: Node) -> str:
    form, hint = _FORMS[key]
    value = root.text(key)
    if not form.match(value) or keyword.iskeyword(value):
        raise node.error(f"{value!r} is no value for {key}", hint)
    return value
