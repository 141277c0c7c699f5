"""Numbers of many digits arrive as they were written, through generated packages."""

from __future__ import annotations

from pathlib import Path

from .server import Script, Server
from .test_pages_and_webhooks import made, python, typescript

BODY = '{"value":19.123456789012345678901,"taxes":[0.1,1],"serial":123456789012345678901}'
QUERY = "least=0.30000000000000000001&after=12345678901234567890"
REPLY = {"text": BODY, "headers": {"content-type": "application/json"}}

PYTHON = """
from decimal import Decimal

from exact_numbers import ExactNumbers

value = Decimal("19.123456789012345678901")
serial = 123456789012345678901
with ExactNumbers() as client:
    price = client.add_entry(
        least=Decimal("0.30000000000000000001"),
        after=12345678901234567890,
        value=value,
        taxes=[0.1, 1],
        serial=serial,
    )
    client.add_entry(
        least=Decimal("0.30000000000000000001"),
        after=12345678901234567890,
        value=price.value,
        taxes=price.taxes,
        serial=price.serial,
    )
    print(price.value == value, price.taxes == [Decimal("0.1"), 1], price.serial == serial)
"""

TYPESCRIPT = """
import { ExactNumbers } from "exact-numbers";

const value = "19.123456789012345678901";
const serial = 123456789012345678901n;
const client = new ExactNumbers();
const request = { least: "0.30000000000000000001", after: 12345678901234567890n };
const price = await client.addEntry({
  ...request,
  requestBody: { value, taxes: ["0.1", "1"], serial },
});
await client.addEntry({ ...request, requestBody: price });
console.log(price.value === value, `${price.taxes}` === "0.1,1", price.serial === serial);
"""


def test_in_python(tmp_path: Path, server: Server) -> None:
    script = server.play("exact-python", REPLY, REPLY)
    package = made("exact-numbers", tmp_path, script.url) / "python"
    assert python(package, PYTHON) == "True True True\n"
    assert sent(script) == [(QUERY, BODY)] * 2


def test_in_typescript(tmp_path: Path, server: Server, node: str) -> None:
    script = server.play("exact-typescript", REPLY, REPLY)
    package = made("exact-numbers", tmp_path, script.url) / "typescript"
    assert typescript(node, package, TYPESCRIPT, tmp_path) == "true true true\n"
    assert sent(script) == [(QUERY, BODY)] * 2


def sent(script: Script) -> list[tuple[str, str]]:
    """What came, of which the second is what the first was answered with."""
    return [(request.query, request.body.decode()) for request in script.requests]
