"""Schemas to types and models: references, merging, nullability, unions, enums."""

from __future__ import annotations

from dataclasses import replace

from .api import (
    Array,
    EnumShape,
    Field,
    FileShape,
    Literal,
    Map,
    Model,
    Named,
    Naming,
    Nullable,
    ObjectShape,
    Scalar,
    ScalarKind,
    Shape,
    Type,
    UnionShape,
    Unknown,
)
from .discriminators import declared
from .enums import constants, is_closed, is_opened, names_of
from .facts import Issues, facts_of, title_of
from .merging import (
    OBJECT_KEYS,
    Merged,
    above,
    allows_null,
    is_null,
    kinds_of,
    merge,
    only_requires,
    widened,
)
from .references import binds, parts_of, says_more, target_of
from .source import Node
from .spots import Spot, own_spot

_BY_FORMAT: dict[tuple[str, str], ScalarKind] = {
    ("string", "date"): "date",
    ("string", "date-time"): "date-time",
    ("integer", "bigint"): "bigint",
    ("number", "decimal"): "decimal",
}


# Alternatives times properties: beyond this, one object has them all.
_MOST_FIELDS = 5_000


class Schemas:
    """Types on demand; every model met is kept by its reference, in the order met."""

    def __init__(self, issues: Issues) -> None:
        self.issues = issues
        self.models: dict[str, Model] = {}
        self._types: dict[str, Type] = {}
        self._open: set[str] = set()
        self._within: set[str] = set()

    def type_of(self, node: Node, spot: Spot) -> Type:
        """The type of the schema at a node; anything at all where it is at fault, which is noted."""
        with self.issues.catching(f"schema {node.ref}"):
            return self._type(node, spot)
        return Unknown()

    def _type(self, node: Node, spot: Spot) -> Type:
        if isinstance(node.value, bool):
            return Unknown()
        if not isinstance(node.value, dict):
            raise node.error("a schema is expected here")
        if node.reference is not None and not says_more(node):
            return self._referenced(node, spot)
        return self._once(node, spot)

    def add(self, ref: str, node: Node, naming: Naming, spot: Spot, shape: Shape) -> None:
        """Keep a model that an operation makes, which no schema of the document is."""
        self.models[ref] = Model(
            ref=ref, loc=node.loc, naming=naming, room=spot.room, root=spot.root, shape=shape
        )

    # --- identity -----------------------------------------------------------------

    def _referenced(self, node: Node, spot: Spot) -> Type:
        target, reference = target_of(node), node.reference or node
        if not isinstance(target.value, dict | bool):
            raise reference.error("the reference does not lead to a schema")
        if isinstance(target.value, dict) and _is_other_object(target):
            what = "the reference leads to something that is no schema"
            raise reference.error(what, f"it leads to {target.ref}")
        if isinstance(target.value, bool):
            return Unknown()
        return self._nullable_beside(node, self._once(target, own_spot(target) or spot))

    def _nullable_beside(self, node: Node, type: Type) -> Type:
        if node.value.get("nullable") is True and not isinstance(type, Nullable):
            return Nullable(type=type)
        return type

    def _once(self, node: Node, spot: Spot) -> Type:
        ref = node.ref
        known = self._types.get(ref)
        if known is not None:
            return known
        if ref in self._open:
            return self._circle(node, spot)
        self._open.add(ref)
        made: Type | None = None
        with self.issues.catching(f"schema {ref}"):
            made = self._made(node, spot)
            if ref in self.models and not _names(made, ref):
                made = self._alias(node, spot, made)
        self._open.discard(ref)
        self._types[ref] = made or self._faulty(ref)
        return self._types[ref]

    def _faulty(self, ref: str) -> Type:
        """What stands for a schema at fault; a part of it may refer to it by name already."""
        if ref not in self._within:
            self.models.pop(ref, None)
            return Unknown()
        self.models[ref] = replace(self.models[ref], shape=UnionShape(variants=(Unknown(),)))
        return Named(ref=ref)

    def _circle(self, node: Node, spot: Spot) -> Type:
        """A schema inside itself: referred to by name, which `_once` then provides."""
        self._within.add(node.ref)
        if node.ref not in self.models:
            self._add(node, spot, UnionShape(variants=()))
        return Named(ref=node.ref)

    def _alias(self, node: Node, spot: Spot, made: Type) -> Type:
        """A recursive list or map needs a name: a union of one."""
        return self._add(node, spot, UnionShape(variants=(made,)))

    def _add(self, node: Node, spot: Spot, shape: Shape) -> Named:
        facts = facts_of(node)
        title = "" if spot.named else title_of(node)
        naming = Naming(
            leaf=title or spot.leaf,
            union=spot.union,
            context=spot.context,
            bare=spot.bare or bool(title),
        )
        self.models[node.ref] = Model(
            ref=node.ref,
            loc=node.loc,
            naming=naming,
            room=spot.room,
            root=spot.root_of(node),
            shape=shape,
            description=facts.text("description"),
            deprecated=facts.flag("deprecated"),
            example=facts.example(),
        )
        return Named(ref=node.ref)

    # --- kinds --------------------------------------------------------------------

    def _made(self, node: Node, spot: Spot) -> Type:
        type = self._bare(node, spot)
        if isinstance(type, Nullable) or not allows_null(node):
            return type
        return Nullable(type=type)

    def _bare(self, node: Node, spot: Spot) -> Type:
        value = node.value
        if "const" in value and isinstance(value["const"], str | int | float | bool):
            return Literal(value=value["const"])
        if "enum" in value:
            return self._enum(node, spot)
        if "allOf" in value or node.reference is not None:
            return self._all_of(node, spot)
        for key in ("oneOf", "anyOf"):
            if key in value and not only_requires(value[key]):
                merged = merge([node])
                if merged.properties:
                    return self._each_with(merged, node, spot)
                return self._union(node, key, spot)
        kinds = kinds_of(node)
        if len(kinds) > 1:
            return self._of_kinds(node, kinds, spot)
        return self._of_kind(node, kinds[0] if kinds else "", spot)

    def _of_kind(self, node: Node, kind: str, spot: Spot) -> Type:
        if kind == "object":
            return self._object(merge([node]), node, spot)
        if kind == "array":
            return Array(items=self._items(node, spot))
        if kind == "string":
            return self._string(node, spot)
        if kind in ("integer", "number", "boolean"):
            format = node.text("format")
            return Scalar(kind=_BY_FORMAT.get((kind, format), kind), format=format)  # type: ignore[arg-type]
        return Unknown()

    def _items(self, node: Node, spot: Spot) -> Type:
        """The type of every item; where places differ, an item is one of their types."""
        items, first = node.get("items"), list(node.list("prefixItems"))
        if not first:
            return self.type_of(items, spot) if items else Unknown()
        listed = [self.type_of(item, spot.variant(n, "")) for n, item in enumerate(first, 1)]
        if items is not None and items.value is not False:
            listed.append(self.type_of(items, spot))
        types = tuple(dict.fromkeys(listed))
        if len(types) == 1:
            return types[0]
        return self._add(node.called("item"), spot, UnionShape(variants=types))

    def _of_kinds(self, node: Node, kinds: list[str], spot: Spot) -> Type:
        if set(kinds) == {"integer", "number"}:
            return self._of_kind(node, "number", spot)
        variants = []
        for number, kind in enumerate(kinds, 1):
            if kind == "object":  # another model than the union
                variant = node.called(kind), kind, spot.variant(number, spot.leaf)
                variants.append(self._of_kind(*variant))
            else:
                variants.append(self._of_kind(node, kind, spot))
        return self._add(node, spot, UnionShape(variants=tuple(variants)))

    def _string(self, node: Node, spot: Spot) -> Type:
        format = node.text("format")
        binary = format == "binary" or "contentMediaType" in node
        if binary and spot.form:
            return self._add(node, spot, FileShape())
        if format == "binary":
            return Scalar(kind="file", format=format)
        return Scalar(kind=_BY_FORMAT.get(("string", format), "string"), format=format)

    def _enum(self, node: Node, spot: Spot) -> Type:
        listed = [item.value for item in node.list("enum")]
        values = [v for v in listed if isinstance(v, str | int | float | bool)]
        unique = tuple(dict.fromkeys((type(v), v) for v in values))
        if not unique:
            self.issues.warn(node.loc, "an enum without values says nothing")
            return self._of_kind(node, (kinds_of(node) or [""])[0], spot)
        if all(kind is bool for kind, _ in unique):
            both = len(unique) > 1
            return Scalar(kind="boolean") if both else Literal(value=unique[0][1])
        if any(kind is float for kind, _ in unique):
            only = all(kind in (int, float) for kind, _ in unique)
            return Scalar(kind="number") if only else Unknown()
        kept = tuple(value for _, value in unique)
        return self._add(
            node,
            spot,
            EnumShape(
                values=kept,
                names=names_of(node, kept),
                closed=is_closed(node),
                opened=is_opened(node),
            ),
        )

    # --- objects ------------------------------------------------------------------

    def _all_of(self, node: Node, spot: Spot) -> Type:
        parts = list(parts_of(node))
        own = [key for key in node.value if key in OBJECT_KEYS or key == "required"]
        merged = merge([node])  # refuses circles
        if len(parts) == 1 and not own and not binds(node):
            return self.type_of(parts[0], spot)
        if merged.properties and merged.unions:
            return self._each_with(merged, node, spot)
        if merged.properties or merged.extra is not None:
            return self._object(merged, node, spot)
        for part in parts:
            type = self.type_of(part, spot)
            if not isinstance(type, Unknown):
                return type
        return Unknown()

    def _object(self, merged: Merged, node: Node, spot: Spot) -> Type:
        extra = self._extra(merged, spot)
        if not merged.properties:
            return Map(values=extra or Unknown())
        named = self._add(node, spot, ObjectShape(fields=()))
        fields = []
        for name, child in merged.properties.items():
            with self.issues.catching(f"field {child.ref}"):
                fields.append(self._field(name, child, name in merged.required, spot))
        shape = ObjectShape(fields=tuple(fields), extra=extra)
        self.models[node.ref] = replace(self.models[node.ref], shape=shape)
        return named

    def _extra(self, merged: Merged, spot: Spot) -> Type | None:
        node = merged.extra
        if node is None:
            return None
        if node.value is True or node.value == {}:
            return Unknown()
        return self.type_of(node, spot.below(spot.piece or spot.leaf))

    def _field(self, name: str, node: Node, required: bool, spot: Spot) -> Field:
        type = self.type_of(node, spot.below(name))
        facts = facts_of(node)
        return Field(
            name=name,
            type=type,
            required=required,
            description=facts.text("description"),
            deprecated=facts.flag("deprecated"),
            read_only=facts.flag("readOnly"),
            write_only=facts.flag("writeOnly"),
            has_default=facts.has("default"),
            default=facts.raw("default"),
            example=facts.example(),
        )

    # --- unions -------------------------------------------------------------------

    def _union(self, node: Node, key: str, spot: Spot) -> Type:
        members = list(node.list(key))
        if not members:
            raise node.child(key).error("a union needs at least one member")
        real = [member for member in members if not is_null(member)]
        if not real:
            return Nullable(type=Unknown())
        if len(real) < len(members):
            return Nullable(type=self._members(node, real, spot))
        return self._members(node, real, spot, single=True)

    def _members(self, node: Node, members: list[Node], spot: Spot, single: bool = False) -> Type:
        if len(members) == 1 and not single:
            return self.type_of(members[0], spot)
        title = title_of(node)
        union = title or spot.leaf
        variants: list[Type] = []
        self._add(node, spot, UnionShape(variants=()))
        for number, member in enumerate(members, 1):
            variants.append(self.type_of(member, spot.variant(number, union)))
        plain = _collapsed(variants)
        if plain:
            del self.models[node.ref]
            return plain
        variants = list(dict.fromkeys(variants))
        name, mapping = declared(node, members, variants, self.issues)
        shape = constants(members, variants) or UnionShape(
            variants=tuple(variants), discriminator=name, mapping=mapping, closed=is_closed(node)
        )
        self.models[node.ref] = replace(self.models[node.ref], shape=shape)
        return Named(ref=node.ref)

    def _each_with(self, merged: Merged, node: Node, spot: Spot) -> Type:
        """Alternatives beside properties: each of them has the properties, too."""
        members = [member for member in merged.unions[0].elements() if not is_null(member)]
        if len(merged.unions) > 1 or len(members) * len(merged.properties) > _MOST_FIELDS:
            return self._object(widened(merged), node, spot)
        union = title_of(node) or spot.leaf
        self._add(node, spot, UnionShape(variants=()))
        made: dict[str, str] = {}
        for number, member in enumerate(members, 1):
            with self.issues.catching(f"schema {member.ref}"):
                target = target_of(member)
                own = own_spot(target) if target is not member else None
                below = spot.variant(number, union)
                below = replace(below, leaf=own.leaf) if own else below
                self._object(merge([node, member]), member, below)
                made[target.ref] = member.ref
        plain: list[Type] = [Named(ref=ref) for ref in made]
        holder = node if "discriminator" in node else above(merged.unions[0], merged)
        name, mapping = declared(holder, members, plain, self.issues)
        shape = UnionShape(
            variants=tuple(Named(ref=ref) for ref in made.values()),
            discriminator=name,
            mapping=tuple((value, made[ref]) for value, ref in mapping),
        )
        self.models[node.ref] = replace(self.models[node.ref], shape=shape)
        return Named(ref=node.ref)


def _collapsed(variants: list[Type]) -> Type | None:
    """Plain text in several formats is plain text; dates with and without time are dates."""
    kinds = {v.kind for v in variants if isinstance(v, Scalar)}
    if len(variants) < 2 or not all(isinstance(v, Scalar) for v in variants):
        return None
    if kinds == {"string"}:
        return Scalar(kind="string")
    if kinds == {"date-time"} or kinds == {"date-time", "date"}:
        return Scalar(kind="date-time", format="date-time")
    return None


def _names(type: Type, ref: str) -> bool:
    inner = type.type if isinstance(type, Nullable) else type
    return isinstance(inner, Named) and inner.ref == ref


def _is_other_object(node: Node) -> bool:
    """Whether a node is a component, but not a schema."""
    path = node.path
    return len(path) == 3 and path[0] == "components" and path[1] != "schemas"
