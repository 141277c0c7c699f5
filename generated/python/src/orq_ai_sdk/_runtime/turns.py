"""Ways from one page to the next: by a cursor, a number, an offset, or a link."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .encoding import is_dict, is_list
from .links import name_of, resolved
from .operation import Path
from .page_rules import PagedOperation, PageInput, PageRule
from .unset import UNSET

if TYPE_CHECKING:
    from .client import Core
    from .options import CallOptions
    from .transport import Steps

T = TypeVar("T")
Item = TypeVar("Item")


class Turn(Generic[T, Item]):
    """The call of one page, and what it brought.

    `seen` has the cursors and URLs so far, with the number of the page each led to; `home`
    is the origin of the first page, until a link leads elsewhere.
    """

    body: Any = None
    url = ""

    def __init__(
        self,
        core: Core,
        operation: PagedOperation[T, Item],
        arguments: Mapping[str, Any],
        call: CallOptions,
        before: Turn[T, Item] | None = None,
    ) -> None:
        self.core = core
        self.operation = operation
        self.arguments = _unkeyed(operation, arguments) if before else arguments
        self.call = call
        self.paging: PageRule = before.paging if before else operation.paging
        self.number: int = before.number + 1 if before else 1
        self.home: str | None = before.home if before else None
        self.seen: dict[str, int] = before.seen if before else {}

    def steps(self) -> Steps[T]:
        """The call as steps, of which the last answer is kept."""
        from .transport import steps

        flow = steps(self.core, self.operation, self.arguments, self.call)
        answer: Any = None
        try:
            step = next(flow)
            while True:
                self.url = getattr(getattr(step, "outgoing", None), "url", self.url)
                try:
                    outcome = yield step
                except Exception as error:  # noqa: BLE001  the steps decide
                    step = flow.throw(error)
                else:
                    answer = outcome or answer
                    step = flow.send(outcome)
        except StopIteration as stop:
            self._keep(answer)
            value: T = stop.value
            return value

    def _keep(self, answer: Any) -> None:
        try:
            self.body = json.loads(answer.body)
        except ValueError:
            pass  # nothing leads on from here
        if self.number == 1:
            self.home, path, query = resolved(self.url, self.url)
            self.seen[f"{self.home}{path}?{query}"] = 1
            self.seen[_key(self._given(self.paging.input))] = 1

    def following(self) -> Turn[T, Item] | None:
        """The call of the next page; None if this was the last.

        Raises ResponseValidationError: the link to it is none.
        """
        paging = self.paging
        if paging.next is not None:
            token = reach(self.body, paging.next)
            if token is None or token is False or token == "":
                return None
            return self._to_url(token) if paging.kind == "url" else self._to(token)
        if paging.kind == "page":
            return self._by_page(paging)
        return self._by_offset(paging)

    def _by_page(self, paging: PageRule) -> Turn[T, Item] | None:
        number, count = self._number(paging.input), self._count()
        number = 1 if number is None else number
        last = _whole(reach(self.body, paging.total)) if paging.total else None
        if last is None:
            goes_on = not self._is_short(count)
        else:
            goes_on = number < last and count != 0
        return self._to(number + 1) if goes_on else None

    def _by_offset(self, paging: PageRule) -> Turn[T, Item] | None:
        count = self._count()
        if not count or self._is_short(count):
            return None
        return self._to((self._number(paging.input) or 0) + count)

    def _count(self) -> int | None:
        path = self.paging.results
        found = None if path is None else reach(self.body, path)
        return len(found) if is_list(found) else None

    def _is_short(self, count: int | None) -> bool:
        """Whether there are fewer items than were asked for, or none."""
        return not count or count < (self._number(self.paging.limit) or 0)

    def _number(self, given: PageInput | None) -> int | None:
        value = self._given(given)
        if value is None and given is not None:
            value = given.start
        return _whole(value)

    def _given(self, given: PageInput | None) -> Any:
        """The value of an argument, or of a field of one, in this call."""
        value = self.arguments.get(given.arg) if given else None
        if given is not None and given.field is not None:
            wire = given.wire or given.field
            if is_dict(value):
                value = value.get(given.field, value.get(wire))
            else:
                value = getattr(value, given.field, None)
        return None if value is UNSET else value

    def _to(self, value: Any) -> Turn[T, Item] | None:
        """The call with another cursor, page or offset."""
        into = self.paging.input
        if into is None or self._leads_back(_key(value)):
            return None
        value = _fitted(into.kind, value)
        if into.field is not None:
            value = _with_field(self.arguments.get(into.arg), into, value)
        arguments = {**self.arguments, into.arg: value}
        return Turn(self.core, self.operation, arguments, self.call, self)

    def _to_url(self, link: Any) -> Turn[T, Item] | None:
        """The call of a link; one to another origin goes without anything private."""
        origin, path, query = resolved(self.url, link)
        if self._leads_back(f"{origin}{path}?{query}"):
            return None
        operation, secret = self.operation, self._secret_names()
        pairs = [p for p in query.split("&") if p and name_of(p) not in secret]
        path = path.replace("{", "%7B").replace("}", "%7D")
        target = operation.replaced(
            path=f"{path}?{'&'.join(pairs)}" if pairs else path,
            params=[p for p in operation.params if p.place == "header"],
        )
        call = self.call.replaced(server_url=origin)
        if origin != self.home:
            target = target.replaced(params=(), body=None, security=())
            call = call.replaced(http_headers=None)
        turn = Turn(self.core, target, self.arguments, call, self)
        if origin != self.home:
            turn.home = ""  # wherever it leads from there
        return turn

    def _leads_back(self, key: str) -> bool:
        return self.seen.setdefault(key, self.number + 1) <= self.number

    def _secret_names(self) -> set[str]:
        """Parameters of the query that hold credentials; those are added anew."""
        schemes = self.core.config.schemes.values()
        return {scheme.name for scheme in schemes if scheme.place == "query"}


def _unkeyed(
    operation: PagedOperation[Any, Any], arguments: Mapping[str, Any]
) -> Mapping[str, Any]:
    """The arguments without a key of the call, which a page of its own may not share."""
    header = (operation.key_header or "").lower()
    keys = {
        p.arg
        for p in operation.params
        if p.place == "header" and p.name.lower() == header
    }
    return {name: value for name, value in arguments.items() if name not in keys}


def reach(value: Any, path: Path) -> Any:
    """What a path leads to in JSON or in models; None if that is not there."""
    for step in path:
        if isinstance(step, str):
            value = value.get(step) if is_dict(value) else getattr(value, step, None)
        elif is_list(value) and -len(value) <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def _whole(value: Any) -> int | None:
    """The value, if it is an integer."""
    is_float = isinstance(value, float) and value.is_integer()
    is_int = isinstance(value, int) and not isinstance(value, bool)
    return int(value) if is_int or is_float else None


def _key(token: Any) -> str:
    """A cursor as text, to know it again."""
    return token if isinstance(token, str) else json.dumps(token, default=str)


def _fitted(kind: str, value: Any) -> Any:
    """A cursor as the argument takes it, whichever way the server writes it."""
    if kind == "string" and isinstance(value, int | float):
        return json.dumps(value)
    if kind == "integer" and isinstance(value, str):
        return int(value) if re.fullmatch("-?[0-9]{1,15}", value) else value
    return value


def _with_field(holder: Any, into: PageInput, value: Any) -> Any:
    """A body with another value of one field."""
    assert into.field is not None
    if hasattr(holder, "model_copy"):
        return holder.model_copy(update={into.field: value})
    given: dict[str, Any] = holder or {}
    fields = {**given, into.field: value}
    if into.wire != into.field:
        fields.pop(into.wire or "", None)  # where the caller called it that
    return fields
