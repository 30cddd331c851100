import { ApolloLink } from "@apollo/client";
import { OperationTypeNode } from "graphql";
import { mergeMap, of, tap } from "rxjs";

const MOST_READS = 3;

/**
 * An event can overtake the answer of a query that was read before it, and the older answer would then overwrite the
 * newer order in the cache. This link remembers the newest version of each order that came by, and reads again what is
 * older.
 */
export function freshLink(): ApolloLink {
  const newest = new Map<string, number>();

  return new ApolloLink((operation, forward) => {
    if (operation.operationType !== OperationTypeNode.QUERY) {
      return forward(operation).pipe(tap((result) => void remember(newest, result.data)));
    }
    const read = (times: number): ReturnType<typeof forward> =>
      forward(operation).pipe(
        mergeMap((result) => {
          const stale = remember(newest, result.data);
          return stale && times < MOST_READS ? read(times + 1) : of(result);
        }),
      );
    return read(1);
  });
}

/** Whether an order in the data is older than one seen before. */
function remember(newest: Map<string, number>, data: unknown): boolean {
  if (Array.isArray(data)) return data.map((one) => remember(newest, one)).includes(true);
  if (data === null || typeof data !== "object") return false;
  let stale = Object.values(data)
    .map((one) => remember(newest, one))
    .includes(true);
  const { __typename, id, version } = data as { __typename?: unknown; id?: unknown; version?: unknown };
  if (__typename === "Order" && typeof id === "string" && typeof version === "number") {
    const seen = newest.get(id) ?? 0;
    stale ||= version < seen;
    newest.set(id, Math.max(seen, version));
  }
  return stale;
}
