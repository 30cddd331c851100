/** The headers editor's content as a subscription's connection says it: HTTP does not care for the case, this does. */
export function connectionParams(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [/^authorization$/i.test(name) ? "Authorization" : name, value]),
  );
}
