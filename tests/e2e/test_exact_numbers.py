"""Numbers of many digits arrive as they were written, through generated packages."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .test_pages_and_webhooks import made, python, typescript

BODY = '{"value":19.123456789012345678901,"taxes":[0.1,1],"serial":123456789012345678901}'
PATH = "/entries?least=0.30000000000000000001&after=12345678901234567890"


class Echo:
    """A server that answers with what it got."""

    def __init__(self) -> None:
        self.got: list[str] = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_: Any) -> None:
                pass

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                outer.got += (self.path, body.decode())
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()


@pytest.fixture
def echo() -> Iterator[Echo]:
    server = Echo()
    yield server
    server.http.shutdown()
    server.http.server_close()


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


def test_in_python(tmp_path: Path, echo: Echo) -> None:
    package = made("exact-numbers", tmp_path, echo.url) / "python"
    assert python(package, PYTHON) == "True True True\n"
    assert echo.got == [PATH, BODY] * 2


def test_in_typescript(tmp_path: Path, echo: Echo, node: str) -> None:
    package = made("exact-numbers", tmp_path, echo.url) / "typescript"
    assert typescript(node, package, TYPESCRIPT, tmp_path) == "true true true\n"
    assert echo.got == [PATH, BODY] * 2
