"""The rules of Python: names, types, literals, and how its docs write them."""

from __future__ import annotations

import sys

from ...api import Model
from ...language import Code, Copied, Docs, Language, Target
from .atoms import comment, constant, declaration, env_option, env_parts, literal
from .modules import (
    error_exports,
    export_order,
    exported,
    group_needs,
    imports,
    method_needs,
    module_needs,
    namespace_imports,
    order,
    public,
    webhook_needs,
)
from .names import CASES, RESERVED
from .types import error, fitted, notation, optional, response, type_text, unknown, wrap


def _namespace(_: Model) -> str:
    return "models"


_RUNTIME = "src/{package.package}/"

PYTHON = Language(
    key="python",
    title="Python",
    fence="python",
    indent=4,
    flatten=True,
    names_members=False,
    standalone=False,
    inline_constants=False,
    type_suffix="Model",
    cases=CASES,
    reserved=RESERVED,
    namespace=_namespace,
    namespaces=("models",),
    error_namespace="models",
    package_name=lambda settings: settings.python_package,
    code=Code(
        fitted=fitted,
        type_text=type_text,
        wrap=wrap,
        descriptor="returned",
        error=error,
        unknown=unknown,
        optional=optional,
        nothing="None",
        imports=imports,
        module_needs=module_needs,
        method_needs=method_needs,
        group_needs=group_needs,
        order=order,
        export_order=export_order,
        webhook_needs=webhook_needs,
        namespace_imports=namespace_imports,
        error_exports=error_exports,
        companions=("TypedDict", "Input"),
        public=public,
        exported=exported,
        literal=literal,
        constant=constant,
        comment=comment,
        deprecation="Deprecated: it will be removed in a future release.",
        remarks="",
        models_folder=lambda _: "models",
        groups_folder="",
        functions_folder="",
    ),
    docs=Docs(
        notation=notation,
        argument=notation,
        response=response,
        stream_first=True,
        declaration=declaration,
        page_folder=lambda _: "",
        env_option=env_option,
        env_parts=env_parts,
        up="../",
        example_on=frozenset({"enum"}),
        roomy=frozenset({"object", "enum", "union", "file"}),
        parameters=(
            (
                "retries",
                "[Optional[utils.RetryConfig]](../../models/utils/retryconfig.md)",
                "Configuration to override the default retry behavior of the client.",
            ),
        ),
        extra_field="__pydantic_extra__",
        file=(
            ("file_name", "*str*", True),
            ("content", "*Union[bytes, IO[bytes], io.BufferedReader]*", True),
            ("content_type", "*Optional[str]*", False),
        ),
    ),
    targets=(
        Target(template="python/init.py.j2", path=_RUNTIME + "__init__.py"),
        Target(template="python/version.py.j2", path=_RUNTIME + "_version.py"),
        Target(template="python/config.py.j2", path=_RUNTIME + "_config.py"),
        Target(template="python/sdk.py.j2", path=_RUNTIME + "sdk.py"),
        Target(template="python/group.py.j2", path=_RUNTIME + "{item.module}.py", each="groups"),
        Target(
            template="python/models.py.j2",
            path=_RUNTIME + "models/__init__.py",
            each="namespaces",
        ),
        Target(
            template="python/models.pyi.j2",
            path=_RUNTIME + "models/__init__.pyi",
            each="namespaces",
        ),
        Target(
            template="python/names.py.j2", path=_RUNTIME + "models/_names.py", each="namespaces"
        ),
        Target(
            template="python/model.py.j2", path=_RUNTIME + "models/{item.name}.py", each="modules"
        ),
        Target(template="python/webhooks.py.j2", path=_RUNTIME + "webhooks.py", each="webhooks"),
        Target(
            template="python/hooks.py.j2",
            path=_RUNTIME + "_hooks/registration.py",
            is_yours=True,
        ),
        Target(template="python/pyproject.toml.j2", path="pyproject.toml"),
        Target(template="docs/readme.md.j2", path="README.md"),
        Target(template="docs/usage.md.j2", path="USAGE.md"),
        Target(
            template="python/snippet.py.j2",
            path="snippets/{item.usage.function}.py",
            each="sections",
        ),
        Target(template="docs/resource.md.j2", path="{item.path}", each="resources"),
        Target(template="docs/model.md.j2", path="{item.path}", each="model_pages"),
    ),
    copied=(
        Copied(folder="python/runtime", path=_RUNTIME + "_runtime"),
        Copied(folder="python/package", path=_RUNTIME.rstrip("/")),
        Copied(folder="python/docs", path="docs"),
    ),
    formatter=(sys.executable, "-m", "ruff", "format", "--isolated", "--no-cache"),
    suffixes=(".py", ".pyi"),
)
