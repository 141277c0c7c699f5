"""The meaning of a document in one language: every name claimed, every text decided."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field, replace

from . import __version__
from .access import Needs
from .api import Api, Operation, Param, Scalar
from .diagnostics import Loc
from .docpages import (
    Argument,
    GroupLinks,
    OperationLink,
    OperationSection,
    ReadmePage,
    ResourcePage,
)
from .forward import open_models
from .language import Language, Site
from .lock import Names
from .methods import Call, given_models, is_plain, take
from .names import DEVICES, Scope, bounded, snake, spelled
from .naming import Lexicon, claim, kept_types, lexicon
from .package import ChildPlan, GroupPlan, MethodPlan, Package
from .pages import Client, Pages, credential_table, payload_table, server_table
from .plan_accepts import Accepts, kept_accepts
from .plan_access import arguments, credentials, distinct, hold, needed, plan_server, variable_table
from .plan_methods import Methods, plan_retries
from .plan_models import by_namespace, in_order, plan_modules
from .plan_webhooks import MODULE, has_webhooks, plan_webhooks
from .plans import CredentialPlan, SharedPlan
from .settings import Settings
from .writing import Writer

_TIMEOUT_MS = 60_000
_GLOBALS = "#/x-speakeasy-globals"


@dataclass(slots=True)
class _Group:
    """A level of the path to an operation, while names are handed out."""

    path: tuple[str, ...]
    class_name: str = ""
    module: str = ""
    attribute: str = ""
    accessor: tuple[str, ...] = ()
    scope: Scope = field(default_factory=Scope)
    children: list[_Group] = field(default_factory=list)
    operations: list[Operation] = field(default_factory=list)

    @property
    def title(self) -> str:
        return ".".join(self.path)

    @property
    def place(self) -> str:
        """What the lock knows the group by: no place of a document, but a path like one."""
        return f"groups/{self.part}"

    @property
    def part(self) -> str:
        """The path as the lock writes it at an operation, which may be in several groups."""
        return Loc(file="", path=_levels(self.path)).pointer[1:]


def plan(api: Api, language: Language, settings: Settings, kept: Names | None = None) -> Package:
    """The package of one language; `kept` are names that things have already."""
    return _Planner(api, language, settings, kept or Names()).package()


class _Planner:
    def __init__(self, api: Api, language: Language, settings: Settings, kept: Names) -> None:
        language = replace(language, flatten_bodies=settings.flatten_bodies)
        self.api, self.language, self.settings, self.kept = api, language, settings, kept
        kept.follow((o.place, o.ref, o.said) for o in api.operations)
        # A certificate is shown by the HTTP client, not sent in a request.
        self.schemes = [scheme for scheme in api.schemes if scheme.type != "mutualTLS"]
        variables = distinct((*api.servers, *(s for o in api.operations for s in o.servers)))
        scope = Scope(language.reserved["argument"])
        hold(scope, kept, self.schemes, variables)
        for param in api.globals:
            kept.hold(scope, _GLOBALS, "options", param.name)
        self.shared = {p.name: self._option(scope, p) for p in api.globals}
        self.credentials = tuple(credentials(self.schemes, language, settings, kept, scope))
        self.variables = tuple(arguments(variables, language, kept, scope))
        accepts = list(kept_accepts(kept))
        types = [*kept_types(api.models, language, kept), *accepts]
        stands_beside = has_webhooks(api) and not language.code.groups_folder
        others = {MODULE} if stands_beside else set[str]()
        root = settings.class_name
        self.groups = _named(_tree(api.operations), language, root, kept, types, others)
        own = (f"{settings.class_name}Core", f"{settings.class_name}Options")
        self.taken = (*own, *(group.class_name for group in self.groups))
        errors = [name for name, _ in language.code.error_exports(settings)]
        taken = (*self.taken, *accepts)
        self.lexicon: Lexicon = lexicon(api.models, language, taken, errors, kept, open_models(api))
        self.pages = Pages(self.lexicon, self._client())
        self.functions = Scope(language.reserved["function"] | DEVICES, fold=True)
        for group in self.groups:
            for operation in group.operations:
                kept.hold(self.functions, operation.place, "functions", group.part)

    def package(self) -> Package:
        """Plan groups first, in the order of the document, then models and pages."""
        language, settings, api = self.language, self.settings, self.api
        calls = [take(o, self.lexicon) for group in self.groups for o in group.operations]
        planned = [self._group(group) for group in self.groups]
        groups = tuple(group for group, _ in planned)
        modules = plan_modules(self.lexicon, given_models(calls))
        methods = tuple(method for group in groups for method in group.methods)
        resources = tuple(page for _, page in planned if page)
        package = language.package_name(settings)
        return Package(
            language=language.key,
            title=api.title,
            summary=f"{language.title} client of {api.title or settings.class_name}",
            description=api.description,
            class_name=settings.class_name,
            package=package,
            distribution=settings.python_distribution,
            version=settings.version,
            document_version=api.version,
            generator_version=__version__,
            user_agent=f"sdkloom/{language.key} {settings.version} {package}",
            debug_env=f"{settings.env_prefix}_DEBUG",
            servers=tuple(map(plan_server, api.servers)),
            credentials=self.credentials,
            shared=tuple(self._shared()),
            variables=self.variables,
            senders=tuple(sorted(self._senders())),
            security=self._needs(api.security),
            timeout_ms=api.timeout_ms or _TIMEOUT_MS,
            retries=plan_retries(api.retries),
            base_error=settings.base_error,
            default_error=settings.default_error,
            errors=self.lexicon.errors,
            root=groups[0],
            groups=groups[1:],
            methods=methods,
            exports=in_order(language.code.public(settings), language),
            namespaces=by_namespace(modules, language, settings),
            modules=modules,
            resources=resources,
            model_pages=tuple(
                self.pages.model(model, self._model_path(model.ref))
                for model in self.lexicon.models.values()
            ),
            readme=self._readme(resources),
            webhooks=plan_webhooks(api, self.lexicon),
        )

    # --- groups ---------------------------------------------------------------------

    def _group(self, group: _Group) -> tuple[GroupPlan, ResourcePage | None]:
        methods = Methods(
            self.lexicon, self.settings, group.module, not group.path, self._needs, self.shared
        )
        accepts = Accepts(self.lexicon, group.operations, group.part, self.taken)
        plans: list[MethodPlan] = []
        sections: list[OperationSection] = []
        for operation in group.operations:
            call = take(operation, self.lexicon)
            names = self._method_names(group, operation)
            plans.append(methods.plan(call, names, accepts.plan(operation, names[0])))
            sections.append(self._section(group, call, names))
        children = tuple(
            ChildPlan(attribute=c.attribute, class_name=c.class_name, module=c.module)
            for c in group.children
        )
        planned = GroupPlan(
            client=self.settings.class_name,
            has_credentials=bool(self.credentials),
            has_choices=any(variable.choices for variable in self.variables),
            path=group.path,
            class_name=group.class_name,
            module=group.module,
            children=children,
            methods=tuple(plans),
            imports=(),
        )
        for span in self.language.code.group_needs(planned):
            methods.group.want(span)
        planned = replace(planned, imports=methods.group.imports())
        return planned, self._resource(group, sections) if sections else None

    def _method_names(self, group: _Group, operation: Operation) -> tuple[str, str, str]:
        kept, cases, scope = self.kept, self.language.cases, group.scope
        place, part = operation.place, group.part
        wanted = cases["method"](operation.name) or "call"
        name = claim(kept, scope, (place, "methods", part), wanted)
        plain = _async(name)
        async_name = claim(kept, scope, (place, "async", part), plain, plain)
        wanted = cases["function"](" ".join((*group.path, operation.name))) or "call"
        function = claim(kept, self.functions, (place, "functions", part), wanted)
        return name, async_name, function

    def _section(self, group: _Group, call: Call, names: tuple[str, str, str]) -> OperationSection:
        accessor = ".".join((*group.accessor, names[0]))
        return self.pages.section(call, names[0], accessor, names[2])

    def _resource(self, group: _Group, sections: list[OperationSection]) -> ResourcePage:
        case = self.language.cases["type"]
        title = ".".join(map(case, group.path)) or f"{self.settings.class_name} SDK"
        overview = "" if group.path else self._overview()
        path = f"docs/sdks/{group.class_name.lower()}/README.md"
        return self.pages.resource(path, title, overview, sections)

    def _overview(self) -> str:
        """What the page of the root class says of the document."""
        api = self.api
        head = ": ".join(filter(None, (api.title, api.description)))
        url = f"<{api.docs_url}>" if api.docs_url else ""
        docs = "\n".join(filter(None, (api.docs_description, url)))
        return "\n\n".join(filter(None, (head, docs)))

    # --- client ---------------------------------------------------------------------

    def _client(self) -> Client:
        settings, language = self.settings, self.language
        options = tuple(
            Argument(name=credential.name, value=_from_environment(credential, language))
            for credential in self.credentials[:1]
        )
        return Client(
            package=language.package_name(settings),
            name=settings.class_name,
            variable=language.cases["argument"](settings.class_name),
            options=options,
            shared=self.shared,
            error_namespace=language.error_namespace,
            default_error=settings.default_error,
            base_error=settings.base_error,
        )

    def _option(self, scope: Scope, param: Param) -> str:
        wanted = self.language.cases["argument"](param.name)
        return claim(self.kept, scope, (_GLOBALS, "options", param.name), wanted)

    def _shared(self) -> Iterable[SharedPlan]:
        """Plain values; the client has no models."""
        text = Writer(self.lexicon, Site()).type
        for param in self.api.globals:
            plain = param.type if is_plain(param.type) else Scalar(kind="string")
            yield SharedPlan(
                name=self.shared[param.name],
                type=text(plain, "docs"),
                description=param.description,
            )

    def _senders(self) -> set[str]:
        """What sends the credentials, but for tokens, and what puts together their parts."""
        found = {c.send for c in self.credentials if not c.grant}
        return found | {"fromParts" for c in self.credentials if c.parts}

    def _needs(self, security: Needs) -> tuple[tuple[str, ...], ...]:
        return needed(security, self.schemes, self.credentials)

    # --- pages ----------------------------------------------------------------------

    def _model_path(self, ref: str) -> str:
        name = self.lexicon.names[ref]
        return f"docs/models/{self.language.docs.page_folder(name)}{name.page}.md"

    def _readme(self, resources: tuple[ResourcePage, ...]) -> ReadmePage:
        shown = [s for page in resources for s in page.operations if not s.deprecated]
        first = next(iter(shown), None)
        paged = next((s.usage for s in shown if s.usage.result == "pages"), None)
        return ReadmePage(
            docs_url=self.api.docs_url,
            docs_description=self.api.docs_description,
            usage=first.usage if first else None,
            paged=paged,
            credentials=credential_table(self.credentials),
            servers=server_table(self.api.servers),
            variables=variable_table(self.variables),
            payloads=payload_table(self.api.payloads, self.lexicon),
            groups=tuple(map(_links, sorted(resources, key=lambda page: page.title))),
        )


def _from_environment(credential: CredentialPlan, language: Language) -> str:
    parts = [(part.key, part.env) for part in credential.parts if part.required]
    if credential.parts:
        return language.docs.env_parts(parts or [(p.key, p.env) for p in credential.parts])
    return language.docs.env_option(credential.env)


def _links(page: ResourcePage) -> GroupLinks:
    return GroupLinks(
        title=page.title,
        href=page.path,
        operations=tuple(
            OperationLink(
                name=section.name,
                href=f"{page.path}#{section.anchor}",
                summary=section.summary,
                deprecated=section.deprecated,
                function=section.usage.function,
            )
            for section in page.operations
        ),
    )


def _tree(operations: Iterable[Operation]) -> list[_Group]:
    """All groups, the root first, then in the order of the document.

    Levels that differ in case and separators only are one: `Memory Stores` is `memoryStores`.
    """
    found: dict[tuple[str, ...], _Group] = {(): _Group(())}
    for operation in operations:
        for path in operation.groups:
            group = found[()]
            for length, level in enumerate(path, 1):
                here = _levels(path[:length])
                if here not in found:
                    found[here] = _Group((*group.path, level))
                    group.children.append(found[here])
                group = found[here]
            if operation not in group.operations[-1:]:
                group.operations.append(operation)
    return list(found.values())


def _levels(path: tuple[str, ...]) -> tuple[str, ...]:
    """A path of groups, however its levels are spelled."""
    return tuple(snake(level) or level for level in path)


def _named(
    groups: list[_Group],
    language: Language,
    root: str,
    kept: Names,
    types: Iterable[str],
    others: Set[str],
) -> list[_Group]:
    """Classes, modules and attributes; of two groups with one name the outer keeps it.

    `types` are classes of models that were there before, `others` modules beside the groups.
    """
    classes = Scope(language.reserved["group_type"] | DEVICES, fold=True)
    own = [classes.claim(root), classes.claim(f"{root}Core"), classes.claim(f"{root}Options")]
    modules = Scope(language.reserved["group_module"] | DEVICES | others, fold=True)
    for group in groups:
        group.scope.reserve(language.reserved["method"])
        _hold(group, classes, modules, kept)
    classes.reserve(types)
    for group in sorted(groups, key=lambda group: len(group.path)):
        last = group.path[-1] if group.path else ""
        wanted = spelled(language.cases["type"](last)) or "Group"
        long, owner = bounded(root + wanted), (group.place, "type", None)
        group.class_name = (
            kept.claim(classes, owner, bounded(wanted), long) if group.path else own[0]
        )
        plain = group.class_name == wanted
        stem = bounded((wanted if plain else f"{root}_{wanted}").lower())
        owner = (group.place, "module", None)
        group.module = claim(kept, modules, owner, stem) if group.path else "sdk"
        for child in group.children:
            owner = (child.place, "attribute", None)
            name = language.cases["group"](child.path[-1])
            child.attribute = claim(kept, group.scope, owner, name)
            child.accessor = (*group.accessor, child.attribute)
    return groups


def _hold(group: _Group, classes: Scope, modules: Scope, kept: Names) -> None:
    """Take what a group and its methods had before."""
    if group.path:
        kept.hold(classes, group.place, "type")
        kept.hold(modules, group.place, "module")
    for child in group.children:
        kept.hold(group.scope, child.place, "attribute")
    for operation in group.operations:
        place, part = operation.place, group.part
        kept.hold(group.scope, place, "methods", part)
        name = kept.kept(place, "methods", part)
        kept.hold(group.scope, place, "async", part, plain=name and _async(name))


def _async(name: str) -> str:
    return f"{name.rstrip('_')}_async"
