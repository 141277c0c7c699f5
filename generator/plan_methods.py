"""Operations to code: signatures and descriptors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, replace

from .access import Needs
from .api import (
    BODY,
    KEYED,
    Body,
    Named,
    Nullable,
    Operation,
    Param,
    Raw,
    Reply,
    Retries,
    Scalar,
    Stream,
    Type,
    UnionShape,
)
from .graph import digits_of
from .language import Position, Site
from .methods import (
    Call,
    Taken,
    is_plain,
    may_be_empty,
    request_type,
    split_null,
)
from .names import Scope, upper
from .naming import Lexicon
from .package import ArgPlan, BodyPlan, EncodingPlan, MethodPlan, ParamPlan
from .plan_access import plan_server
from .plan_paging import item_type, plan_paging
from .plans import AcceptPlan, PagingPlan, ReplyPlan, RetriesPlan
from .settings import Settings
from .streaming import items_of
from .text import Span, plain
from .writing import Writer

# What an argument and its type have of a line of 88.
_COLUMNS = 77
# What reads JSON, and the items of streams, by the digits that a double does not hold.
_READERS = {
    "": ("json", ""),
    "integers": ("exactJSON", "parseExact"),
    "decimals": ("decimalJSON", "parseDecimals"),
}
Needed = Callable[[Needs], tuple[tuple[str, ...], ...]]


def plan_retries(retries: Retries | None) -> RetriesPlan | None:
    """When the calls of an operation, or of all of them, are repeated."""
    return RetriesPlan(**asdict(retries)) if retries else None


class Methods:
    """Plans the operations of one group, all in one module."""

    def __init__(
        self,
        lexicon: Lexicon,
        settings: Settings,
        module: str,
        is_root: bool,
        needs: Needed,
        shared: Mapping[str, str],
    ) -> None:
        self.lexicon, self.settings, self.needs = lexicon, settings, needs
        self.shared = shared
        self.receiver = "this" if is_root else "this.client"
        self.constants = Scope()
        self.group = Writer(
            lexicon, Site(folder=lexicon.language.code.groups_folder, module=module)
        )

    def plan(
        self, call: Call, names: tuple[str, str, str], accept: AcceptPlan | None = None
    ) -> MethodPlan:
        """A method; `names` are its own, the async one's and the standalone function's."""
        operation, language = call.operation, self.lexicon.language
        name, async_name, function = names
        own = Writer(self.lexicon, Site(folder=language.code.functions_folder, module=function))
        writer = own if language.standalone else self.group
        request = request_type(operation)
        shown = "" if language.flatten or not request else self._both(writer, request, "given")
        optional = bool(shown) and _is_optional(operation)
        base_error = self.settings.base_error
        errors = tuple(self._errors(operation, writer))
        plan = MethodPlan(
            client=self.settings.class_name,
            base_error=base_error,
            name=name,
            async_name=async_name,
            function=function,
            constant=self.constants.claim(f"_{upper(name)}", glue="_"),
            operation_id=operation.id,
            http_method=operation.sent_method,
            path=operation.sent_path,
            doc=_doc(operation, own),
            receiver=self.receiver,
            args=tuple(self._arg(arg, call) for arg in call.args),
            params=tuple(self._params(call, writer)),
            body=self._body(operation.body, call, writer) if operation.body else None,
            request=shown,
            request_optional=optional,
            input=f"{shown} | undefined" if optional else shown or "undefined",
            replies=tuple(self._reply(r, writer) for r in operation.successes),
            errors=errors,
            returns=self._returns(operation, writer, "returned"),
            returns_async=self._returns(operation, writer, "awaited"),
            raises=" | ".join(dict.fromkeys((*(e.error for e in errors), base_error))),
            security=None if operation.security is None else self.needs(operation.security),
            servers=tuple(map(plan_server, operation.servers)),
            timeout_ms=operation.timeout_ms,
            key_header=self._key_header(operation),
            paging=self._paging(call, writer),
            retries=plan_retries(operation.retries),
            accept=accept,
            imports=(),
        )
        for span in language.code.method_needs(plan):
            own.want(span)
        return replace(plan, imports=own.imports() if language.standalone else ())

    def _key_header(self, operation: Operation) -> str:
        """The header with a key of the call: the document's own, or that of the settings."""
        named = next((param.name for param in operation.params if param.is_key), "")
        is_wanted = operation.method in KEYED
        return named or (self.settings.idempotency_header if is_wanted else "")

    def _paging(self, call: Call, writer: Writer) -> PagingPlan | None:
        operation = call.operation
        if operation.paging is None:
            return None
        type = item_type(operation, self.lexicon)
        item = (
            self._both(writer, type, "returned")
            if type
            else self._returns(operation, writer, "returned")
        )
        return plan_paging(operation.paging, call, self.lexicon, item)

    def _both(self, writer: Writer, type: Type, position: Position) -> str:
        """A type that the function and its class both write."""
        self.group.type(type, position)
        return writer.type(type, position)

    def _arg(self, arg: Taken, call: Call) -> ArgPlan:
        field, body = arg.field, call.operation.body
        # Without any field there is no body, where none is required.
        may_lack = call.flat_body and not arg.param and body is not None and not body.required
        required = field.required and not field.is_filled and not may_lack
        _, nullable = split_null(field.type)
        if self.lexicon.language.flatten:
            type = self.group.field(field.type, "given", required)
            room = _COLUMNS - len(arg.name) - (0 if required else len(" = None"))
            type = self.lexicon.language.code.fitted(type, room)
        else:
            type = ""
        return ArgPlan(
            name=arg.name,
            key=arg.key,
            type=type,
            required=required,
            nullable=nullable,
            description=field.description,
        )

    def _params(self, call: Call, writer: Writer) -> Iterator[ParamPlan]:
        """What the runtime sends beside the body: arguments, and what only the client holds."""
        operation = call.operation
        if self.lexicon.language.flatten:
            for arg in call.args:
                if arg.param:
                    yield self._descriptor(arg.key, arg.param, writer)
        else:
            for param in operation.params:
                key = self.lexicon.field(operation.request, param.key)
                yield self._descriptor(key, param, writer)
        for param in operation.globals:
            yield self._descriptor(self.shared[param.name], param, writer)

    def _descriptor(self, key: str, param: Param, writer: Writer) -> ParamPlan:
        inner, nullable = split_null(param.type)
        return ParamPlan(
            key=key,
            wire=param.name,
            place=param.place,
            style=param.style,
            explode=param.explode,
            allow_reserved=param.allow_reserved,
            media_type=param.media_type,
            required=param.required,
            nullable=nullable,
            type=self._described(inner, writer),
            is_plain=is_plain(inner),
            client=self.shared[param.name] if param.is_shared else "",
            fill=self._constant(param.fill),
            allow_empty=param.allow_empty,
        )

    def _constant(self, value: Raw) -> str:
        """The code of a plain value; empty where there is none."""
        if not isinstance(value, str | int | float | bool):
            return ""
        return self.lexicon.language.code.constant(value)

    def _body(self, body: Body, call: Call, writer: Writer) -> BodyPlan:
        key = next((arg.key for arg in call.args if arg.whole_body), "")
        if not self.lexicon.language.flatten:
            request = call.operation.request
            key = self.lexicon.field(request, BODY) if request else ""
        shares_name = body.kind in ("json", "text", "binary", "lines")  # with what reads an answer
        return BodyPlan(
            media_type=body.media_type,
            kind=body.kind,
            encoder=f"{body.kind}Body" if shares_name else body.kind,
            type=self._described(body.type, writer),
            key=key,
            required=body.required,
            nullable=isinstance(body.type, Nullable),
            others=tuple(self._body(other, call, writer) for other in body.others),
            encoding=tuple(
                EncodingPlan(
                    wire=part.name,
                    media_type=part.media_type,
                    style=part.style,
                    explode=part.explode,
                )
                for part in body.encoding
            ),
        )

    def _reply(self, reply: Reply, writer: Writer) -> ReplyPlan:
        if reply.type is None:
            return ReplyPlan(status=reply.status)
        decoder, parser = _READERS[digits_of(reply.type, self.lexicon.digits)]
        is_text = isinstance(reply.type, Scalar) and reply.type.kind == "string"
        if is_text and "*" in reply.media_type:
            decoder = "jsonOrText"
        return ReplyPlan(
            status=reply.status,
            media_type=reply.media_type,
            kind=reply.kind,
            type=self._described(_of_one(reply.type), writer),
            items=items_of(reply, self.lexicon.models),
            decoder=decoder if reply.kind == "json" else reply.kind,
            parser=parser,
        )

    def _errors(self, operation: Operation, writer: Writer) -> Iterator[ReplyPlan]:
        """The answers that become errors of their own class."""
        for reply in operation.failures:
            name = self.lexicon.names[reply.type.ref] if isinstance(reply.type, Named) else None
            if reply.kind == "json" and name and name.error:
                yield replace(self._reply(reply, writer), error=writer.error(name))

    def _described(self, type: Type, writer: Writer) -> str:
        """A type as the descriptors of the language name it."""
        return writer.type(type, self.lexicon.language.code.descriptor)

    def _returns(self, operation: Operation, writer: Writer, position: Position) -> str:
        type, code = operation.result, self.lexicon.language.code
        if type is None:
            return code.nothing
        shape = self.lexicon.models[type.ref].shape if isinstance(type, Named) else None
        types: tuple[Type, ...] = (type,)
        # No model holds a stream.
        if isinstance(shape, UnionShape) and any(isinstance(v, Stream) for v in shape.variants):
            types = shape.variants
        shown = " | ".join(dict.fromkeys(self._both(writer, type, position) for type in types))
        if isinstance(type, Nullable) or not may_be_empty(operation):
            return shown
        return plain(code.optional((Span(text=shown),)))


def _of_one(type: Type) -> Type:
    """The type of one value of a stream, or of all that is not one."""
    return type.items if isinstance(type, Stream) else type


def _doc(operation: Operation, writer: Writer) -> str:
    title = operation.summary or operation.description or operation.id
    return writer.doc(title, _remarks(operation), operation.deprecated)


def _remarks(operation: Operation) -> str:
    """The description, where the summary does not say the same already."""
    same = operation.description.strip() == operation.summary.strip()
    return "" if same or not operation.summary else operation.description


def _is_optional(operation: Operation) -> bool:
    """Whether a call may leave out its request altogether."""
    if operation.request:
        body = operation.body
        return not any(p.required for p in operation.params) and not (body and body.required)
    return operation.body is not None and not operation.body.required
