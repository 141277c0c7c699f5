"""Paging to code: where in a call the page is chosen, and where in a result the items are."""

from __future__ import annotations

from .api import BODY, Operation, Type, Unknown
from .methods import Call
from .naming import Lexicon
from .paging import PageInput, Paging
from .paths import items_of, walk
from .plans import PageInputPlan, PagingPlan


def item_type(operation: Operation, lexicon: Lexicon) -> Type | None:
    """The type of an item; None where nothing says what the items are."""
    paging, result = operation.paging, operation.result
    if paging is None or paging.results is None or result is None:
        return None
    _, end = walk(result, paging.results, lexicon.models)
    return items_of(end, lexicon.models) or Unknown()


def plan_paging(paging: Paging, call: Call, lexicon: Lexicon, item: str) -> PagingPlan:
    """The paging of an operation; `item` is how its type is written."""
    result = call.operation.result
    assert result is not None
    steps, _ = walk(result, paging.results or (), lexicon.models)
    named = tuple(
        lexicon.field(ref, step) if isinstance(step, str) else step for ref, step in steps
    )
    return PagingPlan(
        kind=paging.kind,
        input=_input(paging.input, call, lexicon),
        limit=_input(paging.limit, call, lexicon),
        next=paging.next,
        results=paging.results,
        total=paging.total,
        items=None if paging.results is None else named,
        item=item,
    )


def _input(given: PageInput | None, call: Call, lexicon: Lexicon) -> PageInputPlan | None:
    if given is None:
        return None
    flatten = lexicon.language.flatten
    arg, field = (_argument if flatten else _in_request)(given, call, lexicon)
    return PageInputPlan(arg=arg, field=field, wire=given.name, kind=given.kind, start=given.start)


def _argument(given: PageInput, call: Call, lexicon: Lexicon) -> tuple[str, str]:
    """The argument, and its field where the body is one argument."""
    whole = next((arg.key for arg in call.args if arg.whole_body), "")
    if given.in_body and whole:
        return whole, _body_field(given, call.operation, lexicon)
    for arg in call.args:
        if arg.field.name == given.name and bool(arg.param) != given.in_body:
            return arg.key, ""
    raise AssertionError(given.name)


def _in_request(given: PageInput, call: Call, lexicon: Lexicon) -> tuple[str, str]:
    """The field of the request, and the one inside of it."""
    request = call.operation.request
    if not given.in_body:
        return lexicon.field(request, given.name), ""
    field = _body_field(given, call.operation, lexicon)
    return (lexicon.field(request, BODY), field) if request else (field, "")


def _body_field(given: PageInput, operation: Operation, lexicon: Lexicon) -> str:
    type = operation.body.type if operation.body else None
    ref = getattr(type, "ref", "")
    return lexicon.field(ref, given.name)
