"""Compares the documentation in a folder with rows that a reference has: names, then tables.

    python tests/reference/rows.py --docs generated/python/docs --rows rows.tsv
    ... --lock names.lock.json --names wanted.json     # what the reference calls our models

A row file has the columns page, section, table, name, type, required. The same model may be called
differently on both sides, so pages are paired by position first: both are walked from the pages of
the groups, and the models that two matching rows refer to are the same model.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

ROOM = re.compile(r"\b(models|operations|components|errors)\.(\w+)")
LINK = re.compile(r"\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]\([^()]*\)")
COLUMNS = {"Field": "field", "Parameter": "parameter", "Error Type": "error"}
MARKS = {":heavy_check_mark:": "yes", ":heavy_minus_sign:": "no"}


class Row(NamedTuple):
    """One line of a table, or one heading, of a page."""

    section: str
    table: str
    name: str
    type: str = ""
    required: str = ""


Pages = dict[str, list[Row]]


class Difference(NamedTuple):
    """Where two pages of one model disagree; `kind` is what equal cases share."""

    kind: str
    page: str
    shown: str


@dataclass
class Report:
    """What a comparison found; `same` are the paired pages that carry one name."""

    reference: int
    ours: int
    paired: dict[str, str] = field(default_factory=dict)
    known: int = 0
    same: int = 0
    equal: int = 0
    all_equal: int = 0
    differences: list[Difference] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def names(self) -> float:
        """The share of the reference's pages that we have, for the same thing, by that name."""
        return self.same / max(self.reference, 1)

    @property
    def rows(self) -> float:
        """The share of pages of the same name whose rows are identical, names mapped."""
        return self.equal / max(self.same, 1)


# --- reading ----------------------------------------------------------------------------


def read_rows(path: Path) -> Pages:
    """The pages of a row file."""
    pages: Pages = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            # A value counts, not what its member is called: the form of these pages changed.
            moved = row["table"] in ("response", "value")
            name, kind = (row["type"], "") if moved else (row["name"], row["type"])
            pages.setdefault(row["page"], []).append(
                Row(row["section"], row["table"], name, kind, row["required"])
            )
    return pages


def read_docs(folder: Path) -> Pages:
    """The pages below a folder of Markdown, by their path in it."""
    return {
        path.relative_to(folder).as_posix(): page_rows(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.md"))
    }


def page_rows(text: str) -> list[Row]:
    """The rows of one page."""
    return list(_rows(text))


def _rows(text: str) -> Iterator[Row]:
    section = part = kind = ""
    fenced = False
    for line in text.split("\n"):
        fenced ^= line.startswith("```")
        if fenced:
            continue
        if line.startswith("# "):
            yield Row("", "page", line[2:].strip())
        elif line.startswith("## "):
            section, part, kind = line[3:].strip(), "", ""
        elif line.startswith("### "):
            part, kind = line[4:].strip(), ""
            if section == "Supported Types":
                yield Row(section, "variant", part.strip("`"))
        elif section == "Values" and line.startswith("- `"):
            yield Row(section, "value", line[3:-1].strip('"'))
        elif part == "Response" and line.startswith("**"):
            yield Row(section, "response", line.strip())
        elif line.startswith("| "):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if not kind:
                kind = _kind_of(cells)
            elif cells[0].strip("-"):
                yield _table_row(section, kind, cells)
        elif not line.startswith("|"):
            kind = ""


def _kind_of(header: list[str]) -> str:
    if header[:2] == ["Name", "Value"]:
        return "value"
    return COLUMNS.get(header[0], "plain")


def _table_row(section: str, kind: str, cells: list[str]) -> Row:
    if kind == "value":
        return Row(section, kind, cells[1])
    if kind == "error":
        return Row(section, kind, cells[0], cells[1], cells[2])
    if kind == "plain":
        return Row(section, "field", cells[0], cells[1])
    return Row(section, kind, cells[0], cells[1], MARKS.get(cells[2], cells[2]))


# --- pairing ----------------------------------------------------------------------------


def page_of(room: str, name: str) -> str:
    """The page of a model as types write it."""
    return f"models/{'' if room == 'models' else room + '/'}{name.lower()}.md"


def referred(row: Row) -> list[str]:
    """The pages of the models that a row refers to, in the order written."""
    text = LINK.sub(lambda match: match[1], f"{row.name} {row.type}")
    return [page_of(*match.groups()) for match in ROOM.finditer(text)]


def skeleton(text: str, name: Callable[[str], str] = lambda page: "@") -> str:
    """A cell with its links taken off and every model in it put as `name` says."""
    plain = LINK.sub(lambda match: match[1], text)
    return ROOM.sub(lambda match: name(page_of(*match.groups())), plain)


def matched(theirs: list[Row], ours: list[Row]) -> Iterator[tuple[Row, Row]]:
    """The rows of two pages that say the same thing of two models."""
    mine: dict[tuple[str, str, str], deque[Row]] = {}
    for row in ours:
        mine.setdefault(_key(row), deque()).append(row)
    for row in theirs:
        found = mine.get(_key(row))
        if found:
            yield row, found.popleft()


def _key(row: Row) -> tuple[str, str, str]:
    loose = row.table in ("variant", "response", "error")
    name = skeleton(row.name).strip("~") if loose else row.name.strip("~")
    return row.section.strip("~"), row.table, name


def pair(reference: Pages, ours: Pages) -> dict[str, str]:
    """Which page of the reference describes the model that a page of ours describes."""
    found: dict[str, str] = {}
    queue: deque[tuple[str, str]] = deque()

    def meet(theirs: str, mine: str) -> None:
        known = mine in found or theirs not in reference or mine not in ours
        if not known and _tables(reference[theirs]) == _tables(ours[mine]):
            found[mine] = theirs
            queue.append((theirs, mine))

    def walk() -> None:
        while queue:
            theirs, mine = queue.popleft()
            for one, other in matched(reference[theirs], ours[mine]):
                for left, right in zip(referred(one), referred(other), strict=False):
                    meet(left, right)

    for page in reference:
        if not page.startswith("models/"):
            meet(page, page)
    walk()
    # What is reached by no row is the same where it is called the same.
    for page in sorted(reference.keys() - set(found.values())):
        meet(page, page)
        walk()
    return found


def _tables(rows: list[Row]) -> set[str]:
    """What a page of a model is: fields, values, variants; pages of groups are all alike."""
    return {row.table for row in rows} & {"field", "value", "variant"}


# --- comparing --------------------------------------------------------------------------


def compare(reference: Pages, ours: Pages) -> Report:
    """Everything that can be said of two sets of pages."""
    report = Report(reference=len(reference), ours=len(ours), paired=pair(reference, ours))
    report.known = len(reference.keys() & ours.keys())
    for mine, theirs in report.paired.items():
        found = list(differences(theirs, reference[theirs], ours[mine], report.paired))
        report.all_equal += not found
        if mine != theirs:
            report.renamed.append((theirs, mine))
            continue
        report.same += 1
        report.equal += not found
        report.differences += found
    met = set(report.paired.values())
    report.missing = [page for page in reference if page not in met]
    report.extra = [page for page in ours if page not in report.paired]
    return report


def differences(
    page: str, theirs: list[Row], ours: list[Row], paired: dict[str, str]
) -> Iterator[Difference]:
    """What differs between two pages of one model, one for each row at most."""
    mine = {row: _said(row, lambda page: paired.get(page, page)) for row in ours}
    wanted = [_said(row, str) for row in theirs]
    listed = [mine[row] for row in ours]
    if _titled(wanted) == _titled(listed):
        return
    pairs = list(matched(theirs, ours))
    for row in _without(theirs, [one for one, _ in pairs]):
        yield Difference(f"{row.table}: only in the reference", page, " ".join(row[2:]))
    for row in _without(ours, [other for _, other in pairs]):
        yield Difference(f"{row.table}: only in ours", page, " ".join(row[2:]))
    changed = False
    for one, other in pairs:
        kind = _kind(one, other, mine[other])
        if kind:
            changed = True
            yield Difference(kind, page, f"{' '.join(one[2:])}  /  {' '.join(other[2:])}")
    if not changed and len(pairs) == len(theirs) == len(ours):
        yield Difference(f"{theirs[-1].table}: order of rows", page, "")


def _titled(rows: list[Row]) -> list[Row]:
    """Rows without the page's own name, which has been compared before; strikes stay."""
    return [
        row._replace(name="~~" if row.name.startswith("~~") else "") if row.table == "page" else row
        for row in rows
    ]


def _said(row: Row, name: Callable[[str], str]) -> Row:
    return row._replace(name=skeleton(row.name, name), type=skeleton(row.type, name))


def _without(rows: list[Row], known: list[Row]) -> list[Row]:
    left = Counter(known)
    missing = []
    for row in rows:
        if left[row]:
            left[row] -= 1
        else:
            missing.append(row)
    return missing


def _kind(theirs: Row, ours: Row, mapped: Row) -> str:
    if theirs.table == "page":
        same = theirs.name.startswith("~~") == ours.name.startswith("~~")
        return "" if same else "page: deprecated"
    if theirs.section != ours.section or theirs.name.count("~~") != ours.name.count("~~"):
        return f"{theirs.table}: deprecated"
    before, after = skeleton(theirs.type), skeleton(ours.type)
    if before != after:
        return f"{theirs.table}: {before} is {after}"
    if theirs.required != ours.required:
        return f"{theirs.table}: required {theirs.required} is {ours.required}"
    if _said(theirs, str) != mapped:
        return f"{theirs.table}: another model"
    return ""


# --- names for a lock ---------------------------------------------------------------------


def wanted_names(lock: dict[str, Any], reports: list[tuple[Report, Pages]]) -> dict[str, Any]:
    """What the reference calls our models: `{pointer: {language: name}}`.

    The lock of the run that made our docs says which place of the document has which name.
    """
    found: dict[str, Any] = {}
    used: set[str] = set()
    for pointer, languages in lock["names"].items():
        for language, names in languages.items():
            mine = page_of(names.get("namespace", "models"), names.get("type", ""))
            for report, reference in reports:
                theirs = report.paired.get(mine, "")
                if theirs and theirs not in used:
                    used.add(theirs)
                    title = next(row.name for row in reference[theirs] if row.table == "page")
                    found.setdefault(pointer, {})[language] = title.strip("~")
    return found


# --- printing ---------------------------------------------------------------------------


def printed(report: Report, examples: int = 3) -> Iterator[str]:
    """The report as lines."""
    total = report.reference
    yield f"pages: {total} in the reference, {report.ours} in ours, {report.known} names in both"
    yield f"same model, same name: {report.same} of {total} ({report.names:.2%})"
    yield f"  of these with identical rows: {report.equal} ({report.rows:.2%})"
    yield (
        f"paired by position: {len(report.paired)}, "
        f"with identical rows: {report.all_equal / max(len(report.paired), 1):.2%}"
    )
    for title, pages in (("not met in ours", report.missing), ("only in ours", report.extra)):
        yield f"{title}: {len(pages)}"
        yield from (f"    {page}" for page in pages[:examples])
    yield f"other name: {len(report.renamed)}"
    yield from (f"    {theirs}  /  {mine}" for theirs, mine in report.renamed[:examples])
    kinds = Counter(difference.kind for difference in report.differences)
    for kind, count in kinds.most_common():
        yield f"{count:6} {kind}"
        shown = [item for item in report.differences if item.kind == kind][:examples]
        yield from (f"           {item.page}: {item.shown}" for item in shown)


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--docs", type=Path, required=True, nargs="+", help="folders of Markdown")
    parser.add_argument("--rows", type=Path, required=True, nargs="+", help="a row file for each")
    parser.add_argument("--examples", type=int, default=3, help="how many of each kind to show")
    parser.add_argument("--lock", type=Path, help="the names lock of the run that made the docs")
    parser.add_argument("--names", type=Path, help="write what the reference calls our models")
    given = parser.parse_args()
    if len(given.docs) != len(given.rows):
        parser.error("--docs and --rows need as many values as each other")
    if given.names and not given.lock:
        parser.error("--names needs --lock, which says where our models stand in the document")
    reports = []
    for docs, rows in zip(given.docs, given.rows, strict=True):
        reference = read_rows(rows)
        reports.append((compare(reference, read_docs(docs)), reference))
        print(f"{rows.name}:", *printed(reports[-1][0], given.examples), sep="\n")
    if given.names:
        found = wanted_names(json.loads(given.lock.read_text("utf-8")), reports)
        given.names.write_text(json.dumps(found, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
