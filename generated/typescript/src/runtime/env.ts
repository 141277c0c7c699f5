/** Environment variables, where the platform has any. */

interface Platform {
  readonly process?: {
    readonly env?: { readonly [name: string]: string | undefined };
  };
  readonly Deno?: {
    readonly env?: { get(name: string): string | undefined };
  };
}

/** The value of a variable; undefined when unset, unreadable or empty. */
export function env(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const platform = globalThis as Platform;
  try {
    const value = platform.Deno?.env
      ? platform.Deno.env.get(name)
      : platform.process?.env?.[name];
    return value || undefined;
  } catch {
    // Deno asks for a permission that may be refused.
    return undefined;
  }
}

/** Tells whether a variable is set to something that means yes. */
export function isSet(name: string | undefined): boolean {
  return !/^(0|false|)$/i.test(env(name) ?? "");
}
