"""Models: what goes out, what comes in, names across modules."""

from __future__ import annotations

import copy
import decimal
import json
import pickle
import subprocess
import sys
from datetime import UTC, datetime
from typing import Any

import pytest
from harness import PACKAGES
from orq_ai_sdk import UNSET
from orq_ai_sdk import models as m
from orq_ai_sdk._runtime.base import BaseModel
from orq_ai_sdk._runtime.decimals import Decimal
from orq_ai_sdk._runtime.encoding import escape, form_text, text
from orq_ai_sdk._runtime.errors import RequestValidationError
from orq_ai_sdk._runtime.models import Adapter, Misfit


def out(kind: Any, value: Any) -> Any:
    return json.loads(Adapter(kind).to_json(value, "x"))


def test_numbers_stay_as_written() -> None:
    body = m.CreateImageVariationRetry(count=2, on_codes=[429, 5.5])
    assert body.model_dump_json() == '{"count":2,"onCodes":[429,5.5]}'
    assert isinstance(body.count, int)
    read = Adapter(m.CreateImageVariationRetry).read(b'{"count":2.0}')
    assert repr(read.count) == "2.0"


@pytest.mark.parametrize(
    "value",
    [
        {"count": 1, "on_codes": [1]},
        {"count": 1, "onCodes": [1]},
        m.CreateImageVariationRetry(count=1, on_codes=[1]),
    ],
)
def test_names_and_aliases_fit_and_aliases_go_out(value: Any) -> None:
    sent = out(m.CreateImageVariationRetry, value)
    assert sent == {"count": 1, "onCodes": [1]}


def test_none_and_unset() -> None:
    kind = m.CreateImageVariationRequestBody
    assert out(kind, {"model": "m"}) == {"model": "m"}
    assert out(kind, {"model": "m", "n": None}) == {"model": "m", "n": None}
    assert out(kind, {"model": "m", "n": UNSET}) == {"model": "m"}
    assert out(kind, {"model": "m", "retry": None}) == {"model": "m"}
    nested = {"model": "m", "retry": {"count": None, "on_codes": None}}
    assert out(kind, nested) == {"model": "m", "retry": {}}
    body = kind(model="m", n=1)
    body.n = None
    body.retry = m.CreateImageVariationRetry(count=1)
    body.retry.count = None
    assert json.loads(body.model_dump_json()) == {"model": "m", "n": None, "retry": {}}
    assert body.model_dump() == {"model": "m", "n": None, "retry": {}}


def test_unset() -> None:
    assert not UNSET and repr(UNSET) == "UNSET"
    assert copy.copy(UNSET) is UNSET and copy.deepcopy([UNSET])[0] is UNSET
    assert pickle.loads(pickle.dumps(UNSET)) is UNSET
    assert m.CreateImageVariationRequestBody(model="m").n is UNSET


def test_unknown_keys_pass_through_both_ways() -> None:
    sent = out(m.CreateImageVariationRetry, {"count": 1, "newKey": {"a": [1]}})
    assert sent == {"count": 1, "newKey": {"a": [1]}}
    read = Adapter(m.FileInfo).read(b'{"name":"a","added":{"x":1},"__proto__":1}')
    assert read.added == {"x": 1}
    assert read.model_extra == {"added": {"x": 1}, "__proto__": 1}


class Price(BaseModel):
    value: Decimal
    rate: float | None = None


def test_decimals_are_numbers_in_json_alone() -> None:
    adapter = Adapter(Price)
    price = Price.model_validate({"value": "1.50"})
    assert isinstance(price.value, decimal.Decimal) and price.model_dump() == {"value": price.value}
    assert price.model_dump_json(context={"own": 1}) == '{"value":"1.50"}'
    assert Price.model_validate_json('{"value": 1.5}', context={"own": 1}) == Price(value=1.5)
    assert adapter.to_json(price, "x") == b'{"value":1.50}'
    price.value = 2.5  # type: ignore[assignment]
    assert adapter.to_json(price, "x") == b'{"value":2.5}'
    price.value = Decimal("nan")
    with pytest.raises(ValueError, match="no form in JSON"):
        adapter.to_json(price, "x")
    read = adapter.read(b'{"value": 1.50, "rate": 0.1, "more": 0.2}')
    assert (str(read.value), read.rate, read.more) == ("1.50", 0.1, 0.2)


def test_decimals_as_text_and_in_parts_of_forms() -> None:
    adapter = Adapter(dict[str, list[Decimal]])
    plain = adapter.to_plain({"a": [Decimal("1.50")]}, "x")
    assert form_text(plain, {}) == "a=1.50"
    assert form_text({"b": plain}, {}) == "b=" + escape('{"a":[1.50]}')
    fields = Adapter(Price).to_fields({"value": 1.5}, "x", lambda _: False)
    assert text(fields["value"]) == "1.5"


@pytest.mark.parametrize("number", ["inf", "-inf", "nan"])
def test_numbers_without_json_are_refused(number: str) -> None:
    with pytest.raises(RequestValidationError, match=r"\$\.count"):
        out(m.CreateImageVariationRetry, {"count": float(number)})


def test_a_misfit_names_the_place_but_not_the_value() -> None:
    body = {"model": "m", "fallbacks": [{"model": "a"}, {"model": ["hidden-value"]}]}
    with pytest.raises(RequestValidationError) as caught:
        out(m.CreateImageVariationRequestBody, body)
    assert "$.fallbacks[1].model: " in str(caught.value)
    assert "hidden-value" not in str(caught.value)
    assert "hidden-value" not in str(caught.value.cause)
    with pytest.raises(RequestValidationError, match=r"x: \$\.model: Field required"):
        out(m.CreateImageVariationRequestBody, {})
    balancer = {"model": "m", "load_balancer": {"type": "weight_based", "weight": "x"}}
    with pytest.raises(RequestValidationError, match=r"\$\.load_balancer\.weight: "):
        out(m.CreateImageVariationRequestBody, balancer)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (b"{", r"\$: "),
        (b"", r"\$: "),
        (b"[]", r"\$: "),
        (b'{"created":1}', r"\$\.data: Field required"),
        (b'{"created":1,"data":[{"url":"a"},{"url":1}]}', r"\$\.data\[1\]\.url: "),
        (b'{"created":"x","data":[]}', r"\$\.created: "),
        (b'{"created":1,"data":[],"usage":{"a b":"x"}}', r"\$\.usage\['a b'\]: "),
    ],
)
def test_an_answer_that_does_not_fit(body: bytes, place: str) -> None:
    with pytest.raises(Misfit, match=place):
        Adapter(m.CreateImageVariationResponseBody).read(body)


def test_discriminated_union() -> None:
    kind = m.CreateImageVariationLoadBalancer
    value = Adapter(kind).read(b'{"type":"round_robin"}')
    assert isinstance(value, m.CreateImageVariationLoadBalancer2)
    sent = out(kind, {"type": "weight_based", "weight": 1})
    assert sent == {"type": "weight_based", "weight": 1}


def test_recursion_across_modules() -> None:
    contact: Any = {
        "_id": "1",
        "team": {"name": "t", "members": [{"_id": "2", "friends": [{"_id": "3"}]}]},
        "created": "2020-01-01T00:00:00Z",
    }
    read = Adapter(m.PublicContact).read(json.dumps(contact).encode())
    assert isinstance(read.team.members[0].friends[0], m.PublicContact)
    assert read.created == datetime(2020, 1, 1, tzinfo=UTC)
    assert out(m.PublicContact, read) == contact
    inner = {"id": "1", "team": {"name": "t", "members": [{"id": "2", "team": None}]}}
    sent = {"_id": "1", "team": {"name": "t", "members": [{"_id": "2"}]}}
    assert out(m.PublicContact, inner) == sent


def test_recursive_union_across_modules() -> None:
    tree: Any = [
        {
            "kind": "branch",
            "children": [
                {"kind": "leaf", "value": 1, "hidden": {"kind": "leaf", "value": 2}},
                {"kind": "branch", "children": []},
            ],
        }
    ]
    adapter = Adapter(list[m.Node])
    read = adapter.read(json.dumps(tree).encode())
    assert isinstance(read[0].children[0].hidden, m.Leaf)
    assert json.loads(adapter.to_json(read, "x")) == tree


@pytest.mark.parametrize(
    "first",
    [
        "m.Team(name='t', members=[m.PublicContact(id='1')])",
        "m.PublicContact(id='1', team=m.Team(name='t'))",
        "m.Leaf(kind='leaf', value=1, hidden=m.Leaf(kind='leaf', value=2))",
        "m.Branch(kind='branch', children=[])",
        "m.CreateImageVariationRequestBody(model='m', identity={'_id': '1'})",
        "__import__('pydantic').TypeAdapter(list[m.Node]).validate_python([])",
        "__import__('pydantic').TypeAdapter(m.Team | int).validate_python(1)",
        "m.Team.model_json_schema()",
        "m.Team.model_validate({'name': 't', 'members': [{'_id': '1'}]})",
    ],
)
def test_any_model_may_be_the_first(first: str) -> None:
    code = f"import orq_ai_sdk.models as m; {first}"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PACKAGES, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_lazy_names() -> None:
    assert "PublicContact" in dir(m)
    assert m.PublicContact is m.PublicContact
    with pytest.raises(AttributeError, match="orq_ai_sdk.models.*Nothing"):
        m.Nothing  # noqa: B018


def test_names_are_read_when_the_first_one_is_used() -> None:
    code = (
        "import sys, orq_ai_sdk.models as m; names = m.__name__ + '._names'\n"
        "assert hasattr(m, '__path__') and not hasattr(m, '__wrapped__')\n"
        "assert names not in sys.modules; m.Team; assert names in sys.modules\n"
        "from orq_ai_sdk.models import *; PublicContact, OrqError"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=PACKAGES, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
