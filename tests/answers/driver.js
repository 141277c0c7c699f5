// Reads answers with a generated TypeScript package: one line of outcome for each.
// The parts of the package come by the entry that imports this.

import { readFileSync } from "node:fs";

export async function main({ Core, models, errors, runtime }) {
    const { decode, encode, invoke, json, toJSON } = runtime;
    for (const [[namespace, name], body] of JSON.parse(readFileSync(0, "utf8"))) {
        const request = async () =>
            new Response(body, { headers: { "content-type": "application/json" } });
        const client = new Core({ httpClient: { request }, serverURL: "http://127.0.0.1" });
        const codec = models[namespace][`${name}$`];
        const replies = [{ status: "200", mediaType: "application/json", codec, decode: json }];
        const operation = { id: "x", method: "GET", path: "/", replies, security: [] };
        const result = await invoke(client, operation, undefined);
        console.log(JSON.stringify(told(result, body)));
        function told({ ok, value, error }, text) {
            if (ok) return { ok: JSON.parse(toJSON(encode(codec, value))) };
            if (error instanceof errors.ResponseValidationError)
                return { refused: error.message, reachable: error.body === text };
            return { broken: String(error) };
        }
    }
}
