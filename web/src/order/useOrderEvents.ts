import { useEffect, useRef, useState } from "react";
import { useApi } from "../api/ApiProvider";
import { type Live, useLive } from "../api/useLive";
import type { OrderEventsSubscription, OrderScope } from "../gql/graphql";
import { keepFacts } from "./cache";
import type { ServedList } from "./lists";
import { ORDER, ORDER_EVENTS } from "./operations";
import { admit } from "./orders";

export type OrderEvent = OrderEventsSubscription["orderEvents"];

const KEPT = 12;
/** A subscription is not acknowledged: by then it has surely begun, and the lists are read once more. */
const BEGUN = 1_000;

/** Keeps lists of orders up to date with the events of a scope; answers the latest of these, too. */
export function useOrderEvents(scope: OrderScope, lists: readonly ServedList[]): { live: Live; latest: OrderEvent[] } {
  const { client } = useApi();
  const [latest, setLatest] = useState<OrderEvent[]>([]);
  const rereading = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rereading.current), []);

  const live = useLive({
    document: ORDER_EVENTS,
    variables: { scope },
    pick: (data) => data.orderEvents,
    onEvent: (event) => {
      setLatest((before) => [event, ...before].slice(0, KEPT));
      const { order } = event;
      if (order) {
        for (const list of lists) {
          client.cache.updateQuery(
            { query: list.document, variables: list.variables },
            (data) => data?.orders && { ...data, orders: admit(data.orders, order, list) },
          );
        }
      } else {
        keepFacts(client.cache, event);
        // the event says little of the order: read it, or leave it to the next event
        client.query({ query: ORDER, variables: { id: event.orderId }, fetchPolicy: "network-only" }).catch(() => {});
      }
    },
    onGap: () => {
      clearTimeout(rereading.current);
      rereading.current = setTimeout(
        () => client.refetchQueries({ include: [...new Set(lists.map(({ document }) => document))] }).catch(() => {}),
        BEGUN,
      );
    },
  });
  return { live, latest };
}
