import type { OrderScope } from "../gql/graphql";
import { byStatus, HISTORY, type OrdersDocument, QUEUE, type ServedList } from "../order/lists";
import { ALL_ORDERS, SELLER_ORDERS } from "../order/operations";

export interface List {
  title: string;
  served: ServedList;
  empty: string;
}

const TO_CONFIRM: List = { title: "To confirm", served: QUEUE, empty: "Nothing paid waits to be confirmed." };
const CONFIRMED: List = { title: "Confirmed", served: HISTORY, empty: "Nothing was confirmed yet." };

/** What one can look at; the first is what there is to do. */
function viewsOf(document: OrdersDocument) {
  const review: List = {
    title: "To review",
    served: byStatus(document, ["PAYMENT_REVIEW"]),
    empty: "No proof of payment waits for you.",
  };
  const toShip: List = {
    title: "To ship",
    served: byStatus(document, ["PROCESSING"]),
    empty: "Nothing that was confirmed waits to be shipped.",
  };
  const underWay: List = {
    title: "On their way",
    served: byStatus(document, ["SHIPPED", "DELIVERED"]),
    empty: "Nothing is on its way.",
  };
  const pending: List = {
    title: "Waiting for payment",
    served: byStatus(document, ["PENDING_PAYMENT"]),
    empty: "Nobody owes you anything.",
  };
  const ended: List = {
    title: "Ended",
    served: byStatus(document, ["COMPLETED", "CANCELLED", "EXPIRED"]),
    empty: "No order has ended yet.",
  };
  const all: List = {
    title: "All orders",
    served: byStatus(document, []),
    empty: "No orders yet. They show here as they arrive.",
  };
  return {
    open: { label: "Open", lists: [review, TO_CONFIRM, pending] },
    review: { label: "To review", lists: [review] as const },
    confirm: { label: "To confirm", lists: [TO_CONFIRM] as const },
    ship: { label: "To ship", lists: [toShip, underWay] },
    pending: { label: "Waiting for payment", lists: [pending] },
    confirmed: { label: "Confirmed", lists: [CONFIRMED] },
    ended: { label: "Ended", lists: [ended] },
    all: { label: "All", lists: [all] },
  } satisfies Record<string, { label: string; lists: readonly List[] }>;
}

export type Views = ReturnType<typeof viewsOf>;
export type View = keyof Views;

/** What somebody's dashboard shows: the own shop, or all of them. */
export interface Board {
  scope: OrderScope;
  views: Views;
  lists: readonly ServedList[];
}

function boardOf(scope: OrderScope, document: OrdersDocument): Board {
  const views = viewsOf(document);
  const lists = Object.values(views).flatMap((view) => view.lists.map(({ served }) => served));
  return { scope, views, lists: [...new Set(lists)] };
}

export const SELLER_BOARD = boardOf("SELLER", SELLER_ORDERS);
export const ADMIN_BOARD = boardOf("ALL", ALL_ORDERS);

export function viewOf(name: string | null): View {
  return name !== null && Object.hasOwn(SELLER_BOARD.views, name) ? (name as View) : "open";
}
