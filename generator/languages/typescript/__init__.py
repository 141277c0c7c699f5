"""The rules of TypeScript: names, types, literals, and how its docs write them."""

from __future__ import annotations

from ...api import Model
from ...language import Code, Copied, Docs, Language, Target
from ...text import Span
from .atoms import comment, constant, declaration, env_option, env_parts, literal
from .modules import (
    error_exports,
    exported,
    group_needs,
    imports,
    method_needs,
    module_needs,
    webhook_needs,
)
from .names import CASES, RESERVED
from .types import argument, error, notation, response, type_text, unknown, wrap


def _namespace(model: Model) -> str:
    if model.room == "error" or model.error == "own":
        return "errors"
    return "components" if model.room == "component" else "operations"


TYPESCRIPT = Language(
    key="typescript",
    title="TypeScript",
    fence="typescript",
    indent=2,
    flatten=False,
    names_members=True,
    standalone=True,
    inline_constants=True,
    type_suffix="T",
    cases=CASES,
    reserved=RESERVED,
    namespace=_namespace,
    namespaces=("components", "errors", "operations"),
    error_namespace="errors",
    package_name=lambda settings: settings.typescript_package,
    code=Code(
        fitted=lambda type, _: type,
        type_text=type_text,
        wrap=wrap,
        descriptor="codec",
        error=error,
        unknown=unknown,
        optional=lambda text: (*text, Span(text=" | undefined")),
        nothing="void",
        imports=imports,
        module_needs=module_needs,
        method_needs=method_needs,
        group_needs=group_needs,
        order=lambda name: (name,),
        export_order=lambda name: (name,),
        webhook_needs=webhook_needs,
        namespace_imports=lambda _: (),
        error_exports=error_exports,
        companions=("", ""),
        public=lambda _: [],
        exported=exported,
        literal=literal,
        constant=constant,
        comment=comment,
        deprecation="@deprecated It will be removed in a future release.",
        remarks="@remarks\n",
        models_folder=lambda namespace: f"models/{namespace}",
        groups_folder="sdk",
        functions_folder="funcs",
    ),
    docs=Docs(
        notation=notation,
        argument=argument,
        response=response,
        stream_first=False,
        declaration=declaration,
        page_folder=lambda name: f"{name.namespace}/",
        env_option=env_option,
        env_parts=env_parts,
        up="../../",
        example_on=frozenset({"object", "enum"}),
        roomy=frozenset({"union"}),
        parameters=(
            ("options", "RequestOptions", "Used to set various options for making HTTP requests."),
            (
                "options.fetchOptions",
                "[RequestInit](https://developer.mozilla.org/en-US/docs/Web/API/Request/Request#options)",
                "Options that are passed to the underlying HTTP request. This can be used to inject"
                " extra headers for examples. All `Request` options, except `method` and `body`,"
                " are allowed.",
            ),
            (
                "options.retries",
                "[RetryConfig](../../lib/utils/retryconfig.md)",
                "Enables retrying HTTP requests under certain failure conditions.",
            ),
        ),
        extra_field="additionalProperties",
        file=(
            ("fileName", "*string*", True),
            ("content", "*ReadableStream<Uint8Array>*", True),
        ),
    ),
    targets=(
        Target(template="typescript/index.ts.j2", path="src/index.ts"),
        Target(template="typescript/config.ts.j2", path="src/config.ts"),
        Target(template="typescript/core.ts.j2", path="src/core.ts"),
        Target(template="typescript/sdk.ts.j2", path="src/sdk/sdk.ts"),
        Target(template="typescript/group.ts.j2", path="src/sdk/{item.module}.ts", each="groups"),
        Target(
            template="typescript/func.ts.j2", path="src/funcs/{item.function}.ts", each="methods"
        ),
        Target(
            template="typescript/model.ts.j2",
            path="src/models/{item.namespace}/{item.name}.ts",
            each="modules",
        ),
        Target(
            template="typescript/namespace.ts.j2",
            path="src/models/{item.name}/index.ts",
            each="namespaces",
        ),
        Target(template="typescript/webhooks.ts.j2", path="src/webhooks.ts", each="webhooks"),
        Target(template="typescript/hooks.ts.j2", path="src/hooks/registration.ts", is_yours=True),
        Target(template="typescript/package.json.j2", path="package.json"),
        Target(template="typescript/jsr.json.j2", path="jsr.json"),
        Target(template="docs/readme.md.j2", path="README.md"),
        Target(template="docs/usage.md.j2", path="USAGE.md"),
        Target(
            template="typescript/snippet.ts.j2",
            path="snippets/{item.usage.function}.ts",
            each="sections",
        ),
        Target(template="docs/resource.md.j2", path="{item.path}", each="resources"),
        Target(template="docs/model.md.j2", path="{item.path}", each="model_pages"),
    ),
    copied=(
        Copied(folder="typescript/runtime", path="src/runtime"),
        Copied(folder="typescript/package", path=""),
        Copied(folder="typescript/docs", path="docs"),
    ),
)
