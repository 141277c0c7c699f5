/** The way from one page to the next by a link, which may lead to somebody else. */

import type { Client, RequestOptions } from "./client.js";
import { ResponseValidationError } from "./errors.js";
import type { Param } from "./operation.js";
import { leadsBack, reach } from "./paging.js";
import type { Fetched, Turn } from "./paging.js";
import { placeParams } from "./params.js";

/**
 * By the URL that a page names; without one it was the last.
 *
 * A link to another origin, and all behind it, is followed without anything private.
 * Raises ResponseValidationError for what is no link.
 */
export function byLink<Value>(
  turn: Turn<Value>,
  { body, url }: Fetched,
): Turn<Value> | undefined {
  const link = reach(body, turn.paging.next ?? []);
  if (link == null || link === false || link === "") return undefined;
  const target = resolved(url, link);
  if (leadsBack(turn, target.href)) return undefined;
  const { operation, options, home } = turn;
  const isAway = target.origin !== home;
  const kept = isAway ? [] : (operation.params ?? []);
  const linked = {
    ...operation,
    path: target.pathname.replace(/\{/g, "%7B").replace(/\}/g, "%7D"),
    placeParams,
    params: [
      ...kept.filter((param) => param.in === "header"),
      ...queryOf(target, turn.client),
    ],
  };
  return {
    ...turn,
    operation: isAway ? { ...linked, body: undefined, security: [] } : linked,
    options: {
      ...(isAway ? bare(options) : options),
      serverURL: target.origin,
    },
    number: turn.number + 1,
    // Wherever a foreign page leads, that is not home any more.
    home: isAway ? undefined : home,
  };
}

const noLink = /[\x00-\x20\x7f\\]|^[a-z][a-z0-9+.-]*:(?!\/\/)/i;

/** The URL of a link, as seen from another. */
function resolved(base: string, link: unknown): URL {
  if (typeof link === "string" && !noLink.test(link)) {
    const url = URL.canParse(link, base) ? new URL(link, base) : undefined;
    if (url && /^https?:$/.test(url.protocol) && !url.username) {
      url.hash = "";
      return url;
    }
  }
  // Without the link: it may hold a secret.
  throw new ResponseValidationError(
    "Unexpected response: the link to the next page is no http(s) URL",
  );
}

/** The query of a link as it stands, but for credentials, which are added anew. */
function queryOf(url: URL, client: Client): Param[] {
  const schemes = Object.values(client._setup.config.schemes);
  const secret = schemes.filter((scheme) => scheme.in === "query");
  const names = new Set(secret.map(({ name = "" }) => name));
  const pairs = url.search.slice(1).split("&");
  const text = pairs.filter((pair) => pair && !names.has(nameOf(pair)));
  if (!text.length) return [];
  const encode = (): string => text.join("&");
  const place = "query";
  return [
    { key: "", in: place, name: "", codec: "any", required: true, encode },
  ];
}

function nameOf(pair: string): string {
  let name = "";
  new URLSearchParams(pair).forEach((_, key) => (name = key));
  return name;
}

/** The options of a call without what the caller sends along. */
function bare({ headers: _, ...rest }: RequestOptions): RequestOptions {
  const credentials = "omit";
  const fetchOptions = { ...rest.fetchOptions, headers: {}, credentials };
  return { ...rest, credentials, fetchOptions } as RequestOptions;
}
