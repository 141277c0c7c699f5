"""What the API sends by itself, to code: a constant for each kind of it."""

from __future__ import annotations

from .api import Api, Payload
from .language import Site
from .names import Scope
from .naming import Lexicon, claim
from .plans import PayloadPlan, WebhooksPlan
from .writing import Writer

MODULE = "webhooks"


def plan_webhooks(api: Api, lexicon: Lexicon) -> tuple[WebhooksPlan, ...]:
    """The module, where there are webhooks."""
    if not has_webhooks(api):
        return ()
    language, code, kept = lexicon.language, lexicon.language.code, lexicon.kept
    writer = Writer(lexicon, Site(module=MODULE))
    scope = Scope(language.reserved["payload"])
    event = scope.claim(language.cases["payload"]("event"))
    for payload in api.payloads:
        if payload.kind != "event":
            kept.hold(scope, payload.ref, "payload")
    plans = tuple(_payload(payload, event, scope, lexicon, writer) for payload in api.payloads)
    for span in code.webhook_needs:
        writer.want(span)
    public = (*(plan.name for plan in plans), *(span.text for span in code.webhook_needs))
    exports = tuple(sorted(public, key=code.export_order))
    made = WebhooksPlan(event=event, payloads=plans, exports=exports, imports=writer.imports())
    return (made,)


def has_webhooks(api: Api) -> bool:
    """Whether the API sends anything to an address that is agreed on beforehand."""
    return any(payload.kind == "event" for payload in api.payloads)


def _payload(
    payload: Payload, event: str, scope: Scope, lexicon: Lexicon, writer: Writer
) -> PayloadPlan:
    name, code = event, lexicon.language.code
    doc = "Any of the webhooks."
    if payload.kind != "event":
        wanted = lexicon.language.cases["payload"](payload.name)
        name = claim(lexicon.kept, scope, (payload.ref, "payload", None), wanted)
        doc = payload.description or f"The {payload.kind} {payload.name}."
    return PayloadPlan(
        name=name,
        type=writer.type(payload.type, "returned"),
        codec=writer.type(payload.type, code.descriptor),
        doc=doc,
    )
