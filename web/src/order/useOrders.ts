import { useQuery } from "@apollo/client/react";
import type { OrderStatus } from "../gql/graphql";
import type { MY_ORDERS, SELLER_ORDERS } from "./operations";

export type OrdersDocument = typeof MY_ORDERS | typeof SELLER_ORDERS;

/** Which list of which statuses; none means all. */
export function listOf(statuses: readonly OrderStatus[]) {
  return { status: statuses.length > 0 ? [...statuses] : null };
}

/** A list of orders, page by page. An order that has left the list's statuses is not shown, though still in the page. */
export function useOrders(document: OrdersDocument, statuses: readonly OrderStatus[]) {
  const { data, error, loading, refetch, fetchMore } = useQuery(document, {
    variables: listOf(statuses),
    errorPolicy: "all",
    fetchPolicy: "cache-and-network",
    nextFetchPolicy: "cache-first",
  });
  const page = data?.orders;
  const all = page?.edges.map(({ node }) => node) ?? [];
  return {
    orders: statuses.length > 0 ? all.filter(({ status }) => statuses.includes(status)) : all,
    known: page !== undefined,
    more: page?.pageInfo.hasNextPage ?? false,
    loading,
    error: page ? undefined : error,
    retry: () => void refetch().catch(() => {}),
    loadMore: () => fetchMore({ variables: { after: page?.pageInfo.endCursor ?? null } }),
  };
}
