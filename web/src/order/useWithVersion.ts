import type { TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { useEffect, useEffectEvent } from "react";

/**
 * Reads a part of an order that its events don't carry: again with each new version of the order, and as often as
 * `pollInterval` says (milliseconds).
 */
export function useWithVersion<Order extends { version: number }>(
  document: TypedDocumentNode<{ order: Order | null }, { id: string }>,
  { orderId, version, pollInterval = 0 }: { orderId: string; version: number; pollInterval?: number },
) {
  const { data, error, refetch } = useQuery(document, {
    variables: { id: orderId },
    fetchPolicy: "no-cache",
    pollInterval,
    errorPolicy: "all",
  });
  const order = data?.order as Order | null | undefined;
  const known = order?.version;
  const readAgain = () => void refetch().catch(() => {});
  const onOlder = useEffectEvent(readAgain);
  useEffect(() => {
    if (known !== undefined && known < version) onOlder();
  }, [known, version]);
  return { order, error, readAgain };
}
