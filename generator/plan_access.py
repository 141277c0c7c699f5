"""Credentials and servers to arguments of the client, and to the variables they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .access import Needs, SecurityScheme, Server, ServerVariable
from .docpages import Table
from .doors import md_cell, md_code
from .language import Language
from .lock import Names
from .names import Scope, bounded, upper
from .naming import claim
from .plans import CredentialPlan, SecretPartPlan, ServerPlan, VariablePlan
from .settings import Settings

# What a credential may have besides its parts, in both languages.
_TAKEN = ("scopes", "token_url", "tokenUrl")
_SERVERS = "#/servers"


def hold(
    scope: Scope,
    kept: Names,
    schemes: Sequence[SecurityScheme],
    variables: Sequence[ServerVariable],
) -> None:
    """Take what the arguments of the client had before."""
    for scheme in schemes:
        kept.hold(scope, scheme.ref, "credential")
    for variable in variables:
        kept.hold(scope, _SERVERS, "options", variable.name)


def plan_server(server: Server) -> ServerPlan:
    """A server of the document, or of an operation."""
    return ServerPlan(
        url=server.url,
        name=server.name,
        variables=tuple((v.name, v.default) for v in server.variables),
        choices=tuple((v.name, v.choices) for v in server.variables if v.choices),
    )


def distinct(servers: Iterable[Server]) -> tuple[ServerVariable, ...]:
    """The variables of servers; those of one name take all that any of them takes."""
    found: dict[str, ServerVariable] = {}
    for variable in (variable for server in servers for variable in server.variables):
        first = found.setdefault(variable.name, variable)
        is_open = not (first.choices and variable.choices)
        choices = () if is_open else tuple(dict.fromkeys((*first.choices, *variable.choices)))
        found[variable.name] = replace(first, choices=choices)
    return tuple(found.values())


def arguments(
    variables: Sequence[ServerVariable], language: Language, kept: Names, scope: Scope
) -> Iterable[VariablePlan]:
    """An argument of the client for each variable, in the order of the document."""
    for variable in variables:
        owner = (_SERVERS, "options", variable.name)
        yield VariablePlan(
            name=claim(kept, scope, owner, language.cases["argument"](variable.name)),
            wire=variable.name,
            default=variable.default,
            choices=variable.choices,
            description=variable.description,
        )


def variable_table(variables: Sequence[VariablePlan]) -> Table | None:
    """The variables of servers by their arguments."""
    rows = tuple(
        (
            f"`{v.name}`",
            md_cell(md_code(v.default)) if v.default else "",
            md_cell(", ".join(map(md_code, v.choices))) or "any",
            md_cell(v.description) or "N/A",
        )
        for v in variables
    )
    return Table(header=("Name", "Default", "Values", "Description"), rows=rows) if rows else None


def credentials(
    schemes: Sequence[SecurityScheme],
    language: Language,
    settings: Settings,
    kept: Names,
    scope: Scope,
) -> Iterable[CredentialPlan]:
    """An argument of the client for each scheme, in the order of the document."""
    variables = Scope()
    for scheme in schemes:
        kept.hold(variables, scheme.ref, "variable")
        for part in scheme.parts:
            kept.hold(variables, scheme.ref, "variables", part.name)
    for scheme in schemes:
        case = language.cases["argument"]
        parts = tuple(_parts(scheme, language, settings, kept, variables))
        env = ""
        if not parts:
            owner = (scheme.ref, "variable", None)
            env = kept.claim(variables, owner, _variable(scheme.key) or "KEY", glue="_")
            env = f"{settings.env_prefix}_{env}"
        yield CredentialPlan(
            name=claim(kept, scope, (scheme.ref, "credential", None), case(scheme.key)),
            kind=scheme.type,
            send=_sender(scheme),
            prefix=_prefix(scheme),
            scheme=scheme.scheme,
            place=scheme.place,
            wire=scheme.name,
            env=env,
            parts=parts,
            grant=scheme.grant,
            token_url=scheme.token_url,
            basic=scheme.basic,
        )


def _parts(
    scheme: SecurityScheme, language: Language, settings: Settings, kept: Names, variables: Scope
) -> Iterable[SecretPartPlan]:
    keys = Scope()
    keys.reserve(_TAKEN)
    for part in scheme.parts:
        kept.hold(keys, scheme.ref, "parts", part.name)
    for part in scheme.parts:
        short = _variable(part.name) or "KEY"
        long = _variable(f"{scheme.key} {part.name}") or "KEY"
        owner = (scheme.ref, "variables", part.name)
        variable = kept.claim(variables, owner, short, long, glue="_")
        wanted = language.cases["argument"](part.name)
        yield SecretPartPlan(
            key=claim(kept, keys, (scheme.ref, "parts", part.name), wanted),
            wire=part.name,
            env=f"{settings.env_prefix}_{variable}",
            required=part.required,
        )


def _variable(text: str) -> str:
    return bounded(upper(text)).upper()


def needed(
    security: Needs,
    schemes: Sequence[SecurityScheme],
    planned: Sequence[CredentialPlan],
) -> tuple[tuple[str, ...], ...]:
    """What the runtime needs to know: names of arguments, behind each the scopes."""
    names = {s.key: plan.name for s, plan in zip(schemes, planned, strict=True)}
    return tuple(
        tuple(
            " ".join((names[need.scheme], *need.scopes)) for need in needs if need.scheme in names
        )
        for needs in security
    )


def _sender(scheme: SecurityScheme) -> str:
    if scheme.type in ("apiKey", "custom"):
        return scheme.type
    if scheme.grant:
        return "oauth"
    return "basic" if scheme.scheme == "Basic" else "bearer"


def _prefix(scheme: SecurityScheme) -> str:
    is_usual = scheme.type != "http" or scheme.scheme in ("", "Basic", "Bearer")
    return "" if is_usual else scheme.scheme
