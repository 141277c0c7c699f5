import type { StreamsCore } from "../core.js";
import {
  type Completion,
  Completion$,
} from "../models/components/completion.js";
import {
  type CompletionEvent,
  CompletionEvent$,
} from "../models/components/completionevent.js";
import type { StreamsError } from "../models/errors/index.js";
import {
  type ChatRequestBody,
  ChatRequestBody$,
} from "../models/operations/chatop.js";
import type { RequestOptions } from "../runtime/client.js";
import { json as jsonBody } from "../runtime/encoding.js";
import type { Operation } from "../runtime/operation.js";
import { json } from "../runtime/response.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { type EventStream, readEvents } from "../runtime/streams.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<ChatRequestBody, Completion | EventStream<CompletionEvent>> = {
  id: "chat",
  method: "POST",
  path: "/chat",
  body: {
    mediaType: "application/json",
    codec: () => ChatRequestBody$,
    encode: jsonBody,
    required: true,
  },
  replies: [
    { status: "200", mediaType: "application/json", codec: () => Completion$, decode: json },
    { status: "200", mediaType: "text/event-stream", codec: () => CompletionEvent$, decode: readEvents({ data: "json", whole: true, sentinel: "[END]" }) },
  ],
};

/** The content types that `chat` may ask for, with `acceptHeaderOverride`. */
export const ChatAcceptEnum = {
  applicationJson: "application/json",
  textEventStream: "text/event-stream",
} as const;
export type ChatAcceptEnum = (typeof ChatAcceptEnum)[keyof typeof ChatAcceptEnum];

/** chat */
export function chat(
  client: StreamsCore,
  request: ChatRequestBody,
  options?: RequestOptions & { acceptHeaderOverride?: ChatAcceptEnum | undefined },
): APIPromise<Result<Completion | EventStream<CompletionEvent>, StreamsError>> {
  return invoke(client, operation, request, options);
}
