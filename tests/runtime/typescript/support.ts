/** A loopback server with scripted replies, and readers for what it received. */

import { createServer } from "node:http";
import type {
  IncomingHttpHeaders,
  IncomingMessage,
  ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Answers a request; `seen` counts the requests so far, from 0. */
export type Script = (
  response: ServerResponse,
  request: Received,
  seen: number,
) => void;

export interface Recorder {
  readonly url: string;
  readonly received: Received[];
  /** Answers that are neither complete nor cut off. */
  readonly open: () => number;
}

export function sendJSON(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    "content-type": "application/json",
    ...headers,
  });
  response.end(typeof value === "string" ? value : JSON.stringify(value));
}

/** Starts a server that lives as long as the test. */
export async function serve(t: TestContext, script: Script): Promise<Recorder> {
  const received: Received[] = [];
  let open = 0;
  const server = createServer((request, response) => {
    open++;
    response.on("close", () => open--);
    void record(request).then((one) => {
      received.push(one);
      script(response, one, received.length - 1);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received, open: () => open };
}

async function record(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    // The client went away; what came is what counts.
  }
  const { method = "", url = "", headers } = request;
  return { method, url, headers, body: Buffer.concat(chunks) };
}

export interface Part {
  readonly name: string;
  readonly filename?: string;
  readonly contentType?: string;
  readonly body: string;
}

/** Splits a multipart body by the rules of RFC 7578 alone; text is Latin-1 outside and UTF-8 inside of parts. */
export function parts(contentType: string, body: Buffer): Part[] {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1];
  const pieces = `\r\n${body.toString("latin1")}`.split(`\r\n--${boundary}`);
  if (pieces.shift() !== "" || pieces.pop() !== "--\r\n")
    throw new Error("not a multipart body");
  return pieces.map((piece) => {
    const end = piece.indexOf("\r\n\r\n");
    const head = utf8(piece.slice(2, end));
    const filename = /; filename="([^"]*)"/.exec(head)?.[1];
    const type = /^content-type: (.*)$/im.exec(head)?.[1]?.trim();
    return {
      name: /; name="([^"]*)"/.exec(head)?.[1] ?? "",
      ...(filename === undefined ? {} : { filename }),
      ...(type === undefined ? {} : { contentType: type }),
      body: utf8(piece.slice(end + 4)),
    };
  });
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("utf8");
}
