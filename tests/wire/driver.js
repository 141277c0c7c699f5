// Vectors through the generated TypeScript client: what it would have sent, as JSON lines.
// `Root`, `HTTPClient` and `functions` come from the package, by the entry that imports this.

import { readFileSync } from "node:fs";

/** A value with its tags resolved. */
function native(value) {
    if (Array.isArray(value)) return value.map(native);
    if (typeof value !== "object" || value === null) return value;
    if ("$absent" in value) return undefined;
    if ("$unrecognized" in value) return value.$unrecognized; // a type says so
    // A Date holds milliseconds; text goes out as it is.
    if ("$datetime" in value)
        return /\.\d{3}0*[1-9]/.test(value.$datetime)
            ? value.$datetime
            : new Date(value.$datetime);
    if ("$digits" in value) return BigInt(value.$digits);
    if ("$decimal" in value) return value.$decimal;
    if ("$date" in value) return value.$date;
    if ("$bytes" in value) return Buffer.from(value.$bytes, "base64");
    if ("$file" in value) {
        const { name, base64 } = value.$file;
        return new File([Buffer.from(base64, "base64")], name);
    }
    return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, native(item)]),
    );
}

/** Speaks one vector, by its standalone function or by the class. */
async function speak({ Root, HTTPClient, functions }, job) {
    let sent;
    const fetcher = async (request) => {
        sent ??= {
            method: request.method,
            url: request.url,
            headers: [...request.headers],
            body: Buffer.from(await request.arrayBuffer()).toString("base64"),
        };
        return new Response("", { status: 418 });
    };
    const options = native(job.options);
    const client = new Root({
        ...options,
        httpClient: new HTTPClient({ fetcher }),
    });
    const given = Object.values(job.arguments).map(native);
    let problem;
    try {
        if (job.standalone) {
            const result = await functions[job.function](client, ...given, {
                headers: job.headers,
            });
            problem = result.error;
        } else {
            const path = [...job.accessor];
            const method = path.pop();
            const group = path.reduce((holder, name) => holder[name], client);
            await group[method](...given, { headers: job.headers });
        }
    } catch (error) {
        problem = error;
    }
    return sent ?? `${problem?.name}: ${problem?.message}`;
}

/** Speaks all vectors that stand on standard input. */
export async function main(kit) {
    const lines = [];
    for (const job of JSON.parse(readFileSync(0, "utf8")))
        lines.push(JSON.stringify(await speak(kit, job)));
    process.stdout.write(lines.join("\n"));
}
