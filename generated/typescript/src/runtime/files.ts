/** What may be given as a file, and what is known of it. */

/** The bytes of a file. Blobs and streams are never read whole into memory. */
export type FileContent =
  | Blob
  | ArrayBuffer
  | ArrayBufferView
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

/** Bytes with the name and the media type to send. */
export interface FileRecord {
  readonly fileName?: string | undefined;
  readonly content: FileContent;
  readonly contentType?: string | undefined;
}

export type FileInput = FileContent | FileRecord;

/** Bytes that can be read only once. */
type Chunks = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

interface Shape {
  readonly content?: unknown;
  readonly getReader?: unknown;
  readonly [Symbol.asyncIterator]?: unknown;
}

/** Tells whether a value is the bytes of a file. */
function isContent(value: unknown): value is FileContent {
  return (
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value) ||
    isStream(value)
  );
}

/** Tells whether a value is bytes that can be read only once. */
export function isStream(value: unknown): value is Chunks {
  const shape = Object(value) as Shape;
  return (
    typeof shape.getReader === "function" ||
    typeof shape[Symbol.asyncIterator] === "function"
  );
}

/** Tells whether a value is a file: bytes, or a record whose `content` is bytes. */
export function isFile(value: unknown): value is FileInput {
  return isContent(value) || isContent((Object(value) as Shape).content);
}

/** A file as a record; name and type are what was given, else what the content itself says. */
export function fileRecord(file: FileInput): FileRecord {
  const record = isContent(file) ? { content: file } : file;
  const { content } = record;
  const own: { name?: string; type?: string } =
    content instanceof Blob ? content : {};
  return {
    content,
    fileName: record.fileName ?? own.name,
    contentType: record.contentType ?? (own.type || undefined),
  };
}

/** One stream of all the parts, each read when its turn comes. */
export function streamOf(
  parts: readonly (FileContent | string)[],
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const pump = async (): Promise<void> => {
    for (const part of parts)
      await new Response(part as BodyInit).body?.pipeTo(writable, {
        preventClose: true,
      });
    await writable.close();
  };
  // A part that fails to be read aborts the stream, which tells the reader.
  pump().catch((reason) => writable.abort(reason).catch(() => {}));
  return readable;
}
