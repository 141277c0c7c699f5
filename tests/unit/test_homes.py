"""Which file a schema belongs to: not to the first operation that refers to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.languages import LANGUAGES
from generator.package import Package
from tests.unit.support import HEAD, packaged

TEXT = """
paths:
  /{first}: {{get: {{operationId: {first}, responses: {{'404': {{$ref: '#/components/responses/Failed'}}}}}}}}
  /{second}: {{get: {{operationId: {second}, responses: {{'404': {{$ref: '#/components/responses/Failed'}}}}}}}}
components:
  responses:
    Failed:
      description: Failed
      content: {{application/json: {{schema: {{type: object, properties: {{why: {{type: string}}}}}}}}}}
"""


def titles(package: Package) -> list[str]:
    return [module.title for module in package.modules]


@pytest.mark.parametrize("key", LANGUAGES)
def test_what_operations_share_has_a_file_of_its_own(tmp_path: Path, key: str) -> None:
    one = packaged(tmp_path, HEAD + TEXT.format(first="a", second="b"), key)
    other = packaged(tmp_path, HEAD + TEXT.format(first="b", second="a"), key)
    assert titles(one) == titles(other) == ["Failed"]
    assert not one.modules[0].name.endswith("op")


@pytest.mark.parametrize("key", LANGUAGES)
def test_what_an_operation_has_is_in_its_file(tmp_path: Path, key: str) -> None:
    answer = "{application/json: {schema: {type: object, properties: {why: {type: string}}}}}"
    get = f"{{operationId: a, responses: {{'200': {{description: OK, content: {answer}}}}}}}"
    package = packaged(tmp_path, f"{HEAD}paths:\n  /a: {{get: {get}}}\n", key)
    assert titles(package) == ["a"]
