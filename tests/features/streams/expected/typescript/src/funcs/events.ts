import type { StreamsCore } from "../core.js";
import type { StreamsError } from "../models/errors/index.js";
import {
  type EventsResponseBodyItem,
  EventsResponseBodyItem$,
} from "../models/operations/eventsop.js";
import type { RequestOptions } from "../runtime/client.js";
import { parseExact } from "../runtime/exact.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { type EventStream, readEvents } from "../runtime/streams.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<undefined, EventStream<EventsResponseBodyItem>> = {
  id: "events",
  method: "GET",
  path: "/events",
  replies: [
    { status: "200", mediaType: "text/event-stream", codec: () => EventsResponseBodyItem$, decode: readEvents({ data: "text", whole: true, bare: true, parse: parseExact, names: ["Added", "Beat", ] }) },
  ],
};

/** events */
export function events(
  client: StreamsCore,
  options?: RequestOptions,
): APIPromise<Result<EventStream<EventsResponseBodyItem>, StreamsError>> {
  return invoke(client, operation, undefined, options);
}
