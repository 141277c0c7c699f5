/** Writes multipart/form-data bodies that stream their files and can be sent again. */

import { controls, isNested, toJSON, toText } from "./encoding.js";
import { RequestValidationError } from "./errors.js";
import { fileRecord, isFile, isStream, streamOf } from "./files.js";
import type { FileContent } from "./files.js";
import type { Body, FieldEncoding, Payload } from "./operation.js";

/** Media types by the end of a file's name: the same as the subtype, or after a colon. */
const types: { readonly [family: string]: string } = {
  application: "json pdf xml zip",
  audio: "aac flac m4a:mp4 mp3:mpeg ogg wav",
  image: "bmp gif jpeg jpg:jpeg png svg:svg+xml webp",
  text: "csv html txt:plain md:markdown",
  video: "mp4 mpeg webm",
};

/**
 * One part per field: a file as such, a scalar as text, anything else as JSON.
 * A list is one part for each item, unless its encoding says `explode: false`.
 */
export function multipart(value: unknown, body: Body): Payload {
  const boundary = `sdkloom-${[...crypto.getRandomValues(new Uint32Array(4))].join("-")}`;
  const chunks: (FileContent | string)[] = [];
  for (const [name, item] of Object.entries(Object(value))) {
    const how = body.encoding?.[name] ?? {};
    const split =
      Array.isArray(item) && (how.explode !== false || item.every(isFile));
    for (const one of split ? item : [item]) {
      if (one === null || one === undefined) continue;
      const [head, content] = part(name, one, how);
      chunks.push(`--${boundary}\r\n${head}\r\n\r\n`, content, "\r\n");
    }
  }
  chunks.push(`--${boundary}--\r\n`);
  const type = `${body.mediaType}; boundary=${boundary}`;
  return chunks.some(isStream)
    ? { body: streamOf(chunks), type, keepsType: true, once: true }
    : { body: new Blob(chunks as BlobPart[]), type, keepsType: true };
}

/** Head and content of one part. */
function part(
  name: string,
  value: unknown,
  how: FieldEncoding,
): [string, FileContent | string] {
  const declared = how.contentType?.match(/^[^*,]+$/)?.[0];
  const disposition = `Content-Disposition: form-data; name=${quoted(name)}`;
  if (isFile(value)) {
    const file = fileRecord(value);
    const fileName = file.fileName ?? name;
    const type = file.contentType ?? declared ?? guess(fileName);
    return [
      `${disposition}; filename=${quoted(fileName)}\r\nContent-Type: ${clean(type)}`,
      file.content,
    ];
  }
  const isJSON = value === null || isNested(value);
  const type = declared ?? (isJSON ? "application/json" : undefined);
  const head = type
    ? `${disposition}\r\nContent-Type: ${clean(type)}`
    : disposition;
  return [head, isJSON ? toJSON(value) : toText(value)];
}

function guess(fileName: string): string {
  const extension = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase();
  for (const [family, names] of Object.entries(types))
    for (const name of names.split(" ")) {
      const [end, subtype = end] = name.split(":");
      if (end === extension) return `${family}/${subtype}`;
    }
  return "application/octet-stream";
}

function quoted(name: string): string {
  return `"${clean(name).replaceAll('"', "%22")}"`;
}

function clean(text: string): string {
  if (controls.test(text) || text.includes("\t"))
    throw new RequestValidationError(
      "A name, file name or content type of the form has control characters",
    );
  return text;
}
