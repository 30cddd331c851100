import { useQuery } from "@apollo/client/react";
import type { ServedList } from "./lists";

/** A list of orders, page by page. An order that has left the list is not shown, though still in the page. */
export function useOrders({ document, variables, has }: ServedList) {
  const { data, error, loading, refetch, fetchMore } = useQuery(document, {
    variables,
    errorPolicy: "all",
    fetchPolicy: "cache-and-network",
    nextFetchPolicy: "cache-first",
  });
  const page = data?.orders ?? undefined;
  return {
    orders: page?.edges.map(({ node }) => node).filter(has) ?? [],
    known: page !== undefined,
    more: page?.pageInfo.hasNextPage ?? false,
    loading,
    error: page ? undefined : error,
    retry: () => void refetch().catch(() => {}),
    loadMore: () => fetchMore({ variables: { after: page?.pageInfo.endCursor ?? null } }),
  };
}
