"""Operations whose results come in pages: what the extension and the settings make of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import operations
from generator.diagnostics import Issue
from generator.facts import Issues
from generator.page_rules import EVERY, PageRules, Rule
from generator.paging import PageInput, Paging
from tests.unit.support import HEAD, document, understood

THING = "{type: object, properties: {id: {type: string}}}"
ANSWER = (
    "{type: object, properties: {data: {type: array, items: " + THING + "}, n: {type: integer},"
    " info: {type: object, properties: {next: {type: string}}}}}"
)
BODY = (
    "requestBody: {content: {application/json: {schema: {type: object, properties:"
    " {cursor: {type: integer}, size: {type: [integer, 'null'], default: 5}}}}}}"
)
OK = "responses: {'200': {description: OK, content: {application/json: {schema: " + ANSWER + "}}}}"
PARAMS = (
    "parameters: [{name: cursor, in: query, schema: {type: string}}, {name: page, in: query,"
    " schema: {type: integer, default: 0}}, {name: size, in: query, schema: {type: integer}}]"
)


def text(extension: str = "") -> str:
    said = f", x-speakeasy-pagination: {extension}" if extension else ""
    return f"{HEAD}paths: {{/a: {{put: {{operationId: list, {PARAMS}, {BODY}, {OK}{said}}}}}}}\n"


def of_extension(folder: Path, extension: str) -> tuple[Paging | None, list[Issue]]:
    api, issues = understood(folder, text(extension))
    return api.operations[0].paging, issues


def inputs(*given: str) -> str:
    rows = (row.split(" ") for row in given)
    return "[" + ", ".join(f"{{name: {n}, in: {w}, type: {t}}}" for t, w, n in rows) + "]"


@pytest.mark.parametrize(
    ("extension", "paging"),
    [
        (
            f"{{type: cursor, inputs: {inputs('cursor parameters cursor')},"
            " outputs: {nextCursor: $.info.next, results: $.data}}",
            Paging(
                kind="cursor",
                input=PageInput(name="cursor", kind="string"),
                next=("info", "next"),
                results=("data",),
            ),
        ),
        (
            f"{{type: cursor, inputs: {inputs('cursor requestBody cursor')},"
            " outputs: {nextCursor: '$.data[(@.length-1)].id'}}",
            Paging(
                kind="cursor",
                input=PageInput(name="cursor", in_body=True, kind="integer"),
                next=("data", -1, "id"),
                results=("data",),  # what the cursor is an item of
            ),
        ),
        (
            f"{{type: offsetLimit, inputs: {inputs('page parameters page', 'limit requestBody size')},"
            " outputs: {numPages: $.n}}",
            Paging(
                kind="page",
                input=PageInput(name="page", kind="integer", start=0),
                limit=PageInput(name="size", in_body=True, kind="integer", start=5),
                total=("n",),
            ),
        ),
        (
            f"{{type: offsetLimit, inputs: {inputs('offset parameters page')},"
            " outputs: {results: $.data}}",
            Paging(
                kind="offset",
                input=PageInput(name="page", kind="integer", start=0),
                results=("data",),
            ),
        ),
        (
            "{type: url, outputs: {nextUrl: $.info.next}}",
            Paging(kind="url", next=("info", "next")),
        ),
    ],
)
def test_an_extension(tmp_path: Path, extension: str, paging: Paging) -> None:
    assert of_extension(tmp_path, extension) == (paging, [])


CURSOR = inputs("cursor parameters cursor")


@pytest.mark.parametrize(
    ("extension", "message", "pointer"),
    [
        ("{}", "'' is no kind of paging", ""),
        ("{type: pages}", "'pages' is no kind of paging", "/type"),
        ("{type: url}", "nothing says where the next url is", ""),
        ("{type: offsetLimit}", "nothing says where the offset goes", ""),
        (f"{{type: cursor, inputs: {CURSOR}}}", "nothing says where the next cursor is", ""),
        (
            f"{{type: cursor, inputs: {CURSOR}, outputs: {{nextCursor: next}}}}",
            "'next' is no path to one value",
            "/outputs/nextCursor",
        ),
        (
            f"{{type: cursor, inputs: {CURSOR}, outputs: {{nextCursor: '$.data[*].id'}}}}",
            "'$.data[*].id' is no path to one value",
            "/outputs/nextCursor",
        ),
        (
            f"{{type: cursor, inputs: {CURSOR}, outputs: {{nextCursor: $.gone}}}}",
            "no answer has what '$.gone' leads to",
            "/outputs/nextCursor",
        ),
        (
            f"{{type: cursor, inputs: {inputs('cursor parameters curser')},"
            " outputs: {nextCursor: $.n}}",
            "the operation has no parameter 'curser'",
            "/inputs/0",
        ),
        (
            f"{{type: cursor, inputs: {inputs('cursor requestBody page')},"
            " outputs: {nextCursor: $.n}}",
            "the operation has no field of the body 'page'",
            "/inputs/0",
        ),
        (
            f"{{type: cursor, inputs: {inputs('cursor nowhere page')}, outputs: {{}}}}",
            "'nowhere' is no place for it",
            "/inputs/0/in",
        ),
        (
            f"{{type: offsetLimit, inputs: {inputs('page parameters page')}}}",
            "nothing says which page is the last",
            "",
        ),
        (
            f"{{type: offsetLimit, inputs: {inputs('offset parameters page')}}}",
            "nothing says how long a page is",
            "",
        ),
        ("3", "'' is no kind of paging", ""),
        ("{type: [1]}", "text is expected", "/type"),
        ("{type: cursor, inputs: 3}", "a list is expected", "/inputs"),
    ],
)
def test_what_cannot_be_is_a_warning(
    tmp_path: Path, extension: str, message: str, pointer: str
) -> None:
    paging, (issue,) = of_extension(tmp_path, extension)
    assert paging is None
    assert issue.severity == "warning"
    assert issue.message.startswith(message), issue.message
    assert issue.message.endswith("; so there are no pages")
    assert issue.loc.pointer == f"/paths/~1a/put/x-speakeasy-pagination{pointer}"


def test_a_near_name_is_a_hint(tmp_path: Path) -> None:
    given = f"{{type: cursor, inputs: {inputs('cursor parameters curser')}, outputs: {{nextCursor: $.n}}}}"
    assert of_extension(tmp_path, given)[1][0].hint == "did you mean 'cursor'?"


# --- settings ----------------------------------------------------------------------

FITS = Rule(kind="url", outputs=(("output", "$.info.next"),))
WRONG = Rule(kind="cursor", inputs=(("input", "", "gone"),), outputs=(("output", "$.n"),))


def of_settings(
    folder: Path, rules: dict[str, tuple[Rule, ...]], extension: str = ""
) -> tuple[Paging | None, list[Issue]]:
    issues = Issues()
    read = document(folder, text(extension))
    api = operations.parse(read, issues, None, PageRules(rules, "settings.yaml"))
    return next((operation.paging for operation in api.operations), None), issues.found


def test_settings_for_an_operation_are_stronger_than_the_extension(tmp_path: Path) -> None:
    said = f"{{type: cursor, inputs: {CURSOR}, outputs: {{nextCursor: $.n}}}}"
    assert of_settings(tmp_path, {"list": (FITS,)}, said)[0] == Paging(
        kind="url", next=("info", "next")
    )
    assert of_settings(tmp_path, {"list": ()}, said) == (None, [])


def test_of_rules_for_all_the_first_that_fits_counts(tmp_path: Path) -> None:
    paging, issues = of_settings(tmp_path, {EVERY: (WRONG, FITS)})
    assert (paging and paging.kind, issues) == ("url", [])


def test_a_parameter_comes_before_a_field_of_the_body(tmp_path: Path) -> None:
    rule = Rule(kind="cursor", inputs=(("input", "", "cursor"),), outputs=(("output", "$.n"),))
    paging, _ = of_settings(tmp_path, {EVERY: (rule,)})
    assert paging and paging.input == PageInput(name="cursor", kind="string")


@pytest.mark.parametrize(
    ("rules", "message", "pointer", "hint"),
    [
        ({"lists": (FITS,)}, "the document has no operation 'lists'", "/paging/lists", "'list'"),
        ({EVERY: (WRONG,)}, "the document has no operation that these", "/paging/*", ""),
        (
            {"list": (WRONG,)},
            "the operation has no parameter 'gone'",
            "/paging/list/cursor/input",
            "",
        ),
    ],
)
def test_settings_that_do_not_fit_are_faults(
    tmp_path: Path, rules: dict[str, tuple[Rule, ...]], message: str, pointer: str, hint: str
) -> None:
    _, (issue,) = of_settings(tmp_path, rules)
    assert issue.severity == "error"
    assert issue.message.startswith(message)
    assert (issue.loc.file, issue.loc.pointer) == ("settings.yaml", pointer)
    assert hint in issue.hint
