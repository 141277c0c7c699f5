import type { StreamsCore } from "../core.js";
import { type Chunk, Chunk$ } from "../models/components/chunk.js";
import type { StreamsError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import { file } from "../runtime/codecs.js";
import type { Operation } from "../runtime/operation.js";
import { binary, json } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, Chunk | ReadableStream<Uint8Array> | undefined> = {
  id: "report",
  method: "GET",
  path: "/report",
  replies: [
    { status: "200", mediaType: "application/json", codec: () => Chunk$, decode: json },
    { status: "200", mediaType: "application/pdf", codec: file, decode: binary },
    { status: "204" },
  ],
};

/** The content types that `report` may ask for, with `acceptHeaderOverride`. */
export const ReportAcceptEnum = {
  applicationJson: "application/json",
  applicationPdf: "application/pdf",
} as const;
export type ReportAcceptEnum = (typeof ReportAcceptEnum)[keyof typeof ReportAcceptEnum];

/** report */
export function report(
  client: StreamsCore,
  options?: RequestOptions & { acceptHeaderOverride?: ReportAcceptEnum | undefined },
): APIPromise<Result<Chunk | ReadableStream<Uint8Array> | undefined, StreamsError>> {
  return invoke(client, operation, undefined, options);
}
