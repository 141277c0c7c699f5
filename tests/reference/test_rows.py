"""The comparison itself, on pages small enough to be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reference import rows
from tests.reference.rows import Row

GROUP = """\
# Cars

## ~~create~~

### Parameters

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| `car` | [Optional[models.Car]](../../models/car.md) | :heavy_minus_sign: | A \\| B |

### Response

**[models.Car](../../models/car.md)**

### Errors

| Error Type | Status Code | Content Type |
| --- | --- | --- |
| models.APIError | 4XX, 5XX | \\*/\\* |"""
CAR = """\
# Car

## Fields

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| `color` | [models.{color}](../models/color.md) | :heavy_check_mark: | N/A |"""
COLOR = '# {color}\n\n## Values\n\n- `"red"`\n- `"{last}"`\n'
PAINT = """\
# Paint

## Supported Types

### `models.Color`

```python
value: models.Color = /* values here */
# no title
```
"""


def pages(color: str = "Color", last: str = "blue") -> rows.Pages:
    """The pages of a group, a model, and an enum called as said."""
    texts = {
        "sdks/cars/README.md": GROUP,
        "models/car.md": CAR.format(color=color),
        f"models/{color.lower()}.md": COLOR.format(color=color, last=last),
    }
    return {path: rows.page_rows(text) for path, text in texts.items()}


def test_rows_of_a_group() -> None:
    optional = "[Optional[models.Car]](../../models/car.md)"
    assert rows.page_rows(GROUP) == [
        Row("", "page", "Cars"),
        Row("~~create~~", "parameter", "`car`", optional, "no"),
        Row("~~create~~", "response", "**[models.Car](../../models/car.md)**"),
        Row("~~create~~", "error", "models.APIError", "4XX, 5XX", "\\*/\\*"),
    ]


def test_rows_of_a_union_leave_out_its_code() -> None:
    found = rows.page_rows(PAINT)
    assert found == [Row("", "page", "Paint"), Row("Supported Types", "variant", "models.Color")]


def test_values_are_the_same_in_both_forms_of_their_page() -> None:
    table = "# C\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `RED` | red |"
    assert rows.page_rows(table)[1:] == [Row("Values", "value", "red")]
    assert rows.page_rows('# C\n\n## Values\n\n- `"red"`\n')[1:] == [Row("Values", "value", "red")]


def test_a_row_file(tmp_path: Path) -> None:
    path = tmp_path / "rows.tsv"
    lines = [
        "page\tsection\ttable\tname\ttype\trequired",
        'models/c.md\tFields\tfield\t`kind`\t"*""text""*"\tyes',
        "models/e.md\tValues\tvalue\t`RED`\tred\t",
        "sdks/c/README.md\tcreate\tresponse\t\t**[models.Car](x.md)**\t",
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    assert rows.read_rows(path) == {
        "models/c.md": [Row("Fields", "field", "`kind`", '*"text"*', "yes")],
        "models/e.md": [Row("Values", "value", "red")],
        "sdks/c/README.md": [Row("create", "response", "**[models.Car](x.md)**")],
    }


def test_equal_pages_are_equal() -> None:
    report = rows.compare(pages(), pages())
    assert (report.same, report.equal, report.differences) == (3, 3, [])
    assert (report.names, report.rows) == (1.0, 1.0)


def test_another_name_is_no_other_row() -> None:
    report = rows.compare(pages("Color"), pages("CarColor"))
    assert report.renamed == [("models/color.md", "models/carcolor.md")]
    assert (report.same, report.equal, report.differences) == (2, 2, [])


def test_a_name_alone_does_not_make_the_same_model() -> None:
    """Their `Color` is our `Tint`; that we have a `Color` too does not count."""
    ours = pages("Tint") | {"models/color.md": rows.page_rows(COLOR.format(color="C", last="x"))}
    report = rows.compare(pages(), ours)
    assert (report.known, report.same, report.extra) == (3, 2, ["models/color.md"])


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (Row("Fields", "field", "`color`"), None, "field: only in the reference"),
        (None, Row("Fields", "field", "`size`"), "field: only in ours"),
        (
            Row("Fields", "field", "`color`", "*str*"),
            Row("Fields", "field", "`color`", "*int*"),
            "field: *str* is *int*",
        ),
        (
            Row("Fields", "field", "`color`", "", "yes"),
            Row("Fields", "field", "`color`", "", "no"),
            "field: required yes is no",
        ),
        (Row("Fields", "field", "`a`"), Row("Fields", "field", "~~`a`~~"), "field: deprecated"),
        (Row("", "page", "Car"), Row("", "page", "~~Car~~"), "page: deprecated"),
    ],
)
def test_kinds_of_differences(old: Row | None, new: Row | None, kind: str) -> None:
    theirs, ours = ([row] if row else [] for row in (old, new))
    other = [Row("Fields", "field", "`other`")]
    found = rows.differences("models/car.md", [*theirs, *other], [*ours, *other], {})
    assert [difference.kind for difference in found] == [kind]


def test_order_is_a_difference() -> None:
    a, b = Row("Fields", "field", "`a`"), Row("Fields", "field", "`b`")
    found = rows.differences("models/car.md", [a, b], [b, a], {})
    assert [difference.kind for difference in found] == ["field: order of rows"]


def test_wanted_names_follow_the_place() -> None:
    reference = pages("Color")
    report = rows.compare(reference, pages("CarColor"))
    lock = {"names": {"/color": {"python": {"type": "CarColor"}, "typescript": {"type": "X"}}}}
    assert rows.wanted_names(lock, [(report, reference)]) == {"/color": {"python": "Color"}}
