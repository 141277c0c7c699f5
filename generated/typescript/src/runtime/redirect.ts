/** Redirects: GET and HEAD follow them to the same origin; all others are not followed. */

/**
 * Where an answer leads, or why that is not followed; undefined where it leads nowhere.
 * The reason shows no path and no query, which may hold a secret.
 */
export function redirect(
  method: string,
  url: string,
  { headers, status, type }: Response,
  followed: number,
): URL | string | undefined {
  const location = headers.get("location");
  const refused = (why: string): string =>
    `Unexpected redirect: Status ${status}. It was not followed: ${why}`;
  if (type === "opaqueredirect")
    return refused("this platform hides where it leads");
  if (location === null || !/^30[12378]$/.test(`${status}`)) return undefined;
  const there = address(location, url);
  if (!there) return refused("its location is no address");
  if (there.origin !== new URL(url).origin)
    return refused(`it leads to another origin, ${there.origin}`);
  if (!/^(GET|HEAD)$/.test(method))
    return refused(`${method} is sent to one address only`);
  if (followed > 4) return refused("there were 5 before it");
  return there;
}

function address(location: string, url: string): URL | undefined {
  // Absolute with a host and nobody before it, or relative; no two programs agree on others.
  const plain =
    /^(?=[!-[\]-~]+$)((https?:)?\/\/[^/?#@]+|(?!\/\/)[^:/?#]*)([/?#]|$)/i;
  try {
    return plain.test(location) ? new URL(location, url) : undefined;
  } catch {
    return undefined;
  }
}
