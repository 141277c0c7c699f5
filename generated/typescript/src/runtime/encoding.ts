/** Writes parameters and bodies: the styles of OpenAPI 3.1, JSON, forms, text and bytes. */

import { RequestValidationError } from "./errors.js";
import { fileRecord, isFile, isStream, streamOf } from "./files.js";
import type { FileInput } from "./files.js";
import type { Body, ParamEncoder, Payload, Style } from "./operation.js";

/** Characters that would end a header line or a string of the receiver. */
export const controls: RegExp = /[\0-\x08\x0a-\x1f\x7f]/;

/** Percent-encodes all but letters, digits and `-._~`. Raises URIError for half a character. */
export function percent(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** JSON text. Numbers that know their digits keep them; NaN and Infinity are refused. */
export function toJSON(value: unknown): string {
  const mark = `${Math.random()}n`;
  let marked = false;
  const text = JSON.stringify(value, (_, item: unknown) => {
    const isBoxed = item instanceof Number;
    if ((isBoxed || typeof item === "number") && !Number.isFinite(+item))
      throw new RequestValidationError(`${String(item)} has no form in JSON`);
    if (!isBoxed && typeof item !== "bigint") return item;
    marked = true;
    return mark + String(item);
  });
  return marked
    ? text.replace(new RegExp(`"${mark}([-+.\\deE]+)"`, "g"), "$1")
    : text;
}

/** The text of one value: a scalar as it is, else JSON. */
export function toText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (value === null) return "";
  return typeof value === "object" ? toJSON(value) : String(value);
}

/** One text as it stands in its place. */
function quote(style: Style, text: string): string {
  if (style.in === "header") return text;
  if (style.in === "cookie" && controls.test(text))
    throw new RequestValidationError("it has control characters");
  if (!style.allowReserved) return percent(text);
  const kept = encodeURI(text)
    .replace(/%25([0-9a-f]{2})/gi, "%$1")
    .replace(/#/g, "%23");
  return style.in === "path" ? kept.replace(/\?/g, "%3F") : kept;
}

/** Whether a value has parts, which have no place in plain text. */
export function isNested(value: unknown): value is object {
  return (
    typeof value === "object" &&
    value !== null &&
    !(value instanceof Date || value instanceof Number)
  );
}

/** Items of an array (without keys) or fields of an object, quoted; nulls are left out. */
function pairs(style: Style, value: object): [string | undefined, string][] {
  const entries: [string | undefined, unknown][] = Array.isArray(value)
    ? value.map((item) => [undefined, item])
    : Object.entries(value);
  return entries
    .filter(([, item]) => item !== null && item !== undefined)
    .map(([key, item]) => [
      key === undefined ? key : quote(style, key),
      quote(style, toText(item)),
    ]);
}

/** A value in one text; `glue` stands between key and value, `separator` between items. */
function joined(
  style: Style,
  value: unknown,
  separator: string,
  glue = separator,
): string | undefined {
  if (!isNested(value)) return quote(style, toText(value));
  const items = pairs(style, value).map(([key, item]) =>
    key === undefined ? item : key + glue + item,
  );
  return items.length ? items.join(separator) : undefined;
}

function named(style: Style, text: string | undefined): string | undefined {
  return text === undefined && !style.allowEmpty
    ? undefined
    : `${percent(style.name)}=${text ?? ""}`;
}

/** Style of path and header parameters: `a,b`. */
export const simple: ParamEncoder = (style, value) =>
  joined(style, value, ",", style.explode ? "=" : ",");

/** Style of path parameters: `.a,b`. */
export const label: ParamEncoder = (style, value) => {
  const text = style.explode
    ? joined(style, value, ".", "=")
    : joined(style, value, ",");
  return text === undefined ? text : `.${text}`;
};

/** Style of path parameters: `;name=a,b`. */
export const matrix: ParamEncoder = (style, value) => {
  const name = percent(style.name);
  if (style.explode && isNested(value))
    return pairs(style, value)
      .map(([key = name, item]) => `;${key}=${item}`)
      .join("");
  const text = joined(style, value, ",");
  if (text === undefined) return text;
  return text ? `;${name}=${text}` : `;${name}`;
};

/** Style of query and cookie parameters: `name=a&name=b`, or `name=a,b`. */
export const form: ParamEncoder = (style, value) => {
  if (!style.explode || !isNested(value))
    return named(style, joined(style, value, ","));
  const items = pairs(style, value).map(
    ([key = percent(style.name), item]) => `${key}=${item}`,
  );
  const separator = style.in === "cookie" ? "; " : "&";
  return items.length ? items.join(separator) : named(style, undefined);
};

/** Style of query parameters: `name=a%20b`. */
export const spaceDelimited: ParamEncoder = (style, value) =>
  style.explode
    ? form(style, value)
    : named(style, joined(style, value, "%20"));

/** Style of query parameters: `name=a%7Cb`. */
export const pipeDelimited: ParamEncoder = (style, value) =>
  style.explode
    ? form(style, value)
    : named(style, joined(style, value, "%7C"));

/** Style of query parameters: `name[key]=a`, nested; arrays repeat their key, in a form they count. */
export const deepObject: ParamEncoder = (style, value) => {
  if (!isNested(value)) return form(style, value);
  const items = Object.entries(value).flatMap(([key, item]) => {
    const name = `${style.name}[${key}]`;
    if (item === null || item === undefined) return [];
    return isNested(item) && (style.in === "form" || !Array.isArray(item))
      ? (deepObject({ ...style, name }, item) ?? [])
      : (form({ ...style, name, explode: true }, item) ?? []);
  });
  return items.length ? items.join("&") : undefined;
};

/** A parameter described by a media type: JSON, or the plain text. */
export const content: ParamEncoder = (style, value) => {
  const isJSON = /[/+]json/i.test(style.content ?? "");
  const text = quote(style, isJSON ? toJSON(value) : toText(value));
  return style.in === "path" || style.in === "header"
    ? text
    : named(style, text);
};

/** A JSON body. */
export function json(value: unknown, body: Body): Payload {
  return { body: toJSON(value), type: body.mediaType };
}

/** A body of values, each as JSON in a line of its own. */
export function lines(value: unknown, body: Body): Payload {
  const rows = (value as readonly unknown[]).map((row) => `${toJSON(row)}\n`);
  return { body: rows.join(""), type: body.mediaType };
}

/** A text body. */
export function text(value: unknown, body: Body): Payload {
  return { body: toText(value), type: body.mediaType };
}

/** A body of bytes; a file's own type stands in for a media type like `image/*`. */
export function binary(value: unknown, body: Body): Payload {
  if (!isFile(value)) return text(value, body);
  const { content: bytes, contentType } = fileRecord(value as FileInput);
  const type = body.mediaType.includes("*")
    ? (contentType ?? "application/octet-stream")
    : body.mediaType;
  return isStream(bytes)
    ? { body: streamOf([bytes]), type, once: true }
    : { body: bytes as BodyInit, type };
}

/** A urlencoded form: arrays repeat their name, objects are JSON, in arrays too; nulls are left out. */
export function urlencoded(value: unknown, body: Body): Payload {
  const fields = Object.entries(Object(value)).flatMap(([name, item]) => {
    if (item === null || item === undefined) return [];
    const how = body.encoding?.[name] ?? {};
    const { contentType, encode = form, explode = encode === form } = how;
    const style: Style = { ...how, explode, in: "form", name };
    const plain = Array.isArray(item) ? !item.some(isNested) : !isNested(item);
    const asJSON = contentType ? /json/i.test(contentType) : !plain;
    if (asJSON && !how.encode)
      return `${percent(name)}=${percent(toJSON(item))}`;
    return encode(style, item) ?? [];
  });
  return { body: fields.join("&"), type: body.mediaType };
}
