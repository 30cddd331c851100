import { graphql } from "../gql";
import type { OrderRowFragment } from "../gql/graphql";

export const ORDER_ROW = graphql(`
  fragment OrderRow on Order {
    id
    number
    status
    version
    allowedActions
    createdAt
    expiresAt
    paidAt
    confirmedAt
    reason
    total {
      amount
      currency
    }
    buyer {
      id
      name
    }
    seller {
      id
      name
    }
    lines {
      title
      quantity
    }
    proofs {
      id
      submittedAt
      review {
        decision
        reason
        decidedAt
      }
    }
  }
`);

/** A page of orders, as all lists answer it. */
export interface OrderPage {
  edges: { node: OrderRowFragment }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

/** Whether one order comes before another in a list. */
export type Before = (one: OrderRowFragment, other: OrderRowFragment) => boolean;

/** Which orders are in a list, and in which order. */
export interface Listed {
  has: (order: OrderRowFragment) => boolean;
  before: Before;
}

/** Where an order belongs that an event brought; undefined if it comes with a later page. */
export function placeOf(order: OrderRowFragment, page: OrderPage, before: Before): number | undefined {
  const at = page.edges.findIndex(({ node }) => before(order, node));
  if (at >= 0) return at;
  return page.pageInfo.hasNextPage ? undefined : page.edges.length;
}

/** The page with the order in it, if it belongs there and is not there yet. */
export function admit<P extends OrderPage>(page: P, order: OrderRowFragment, { has, before }: Listed): P {
  if (!has(order) || page.edges.some(({ node }) => node.id === order.id)) return page;
  const place = placeOf(order, page, before);
  if (place === undefined) return page;
  const edge = { __typename: "OrderEdge", node: order };
  return { ...page, edges: page.edges.toSpliced(place, 0, edge) };
}

/** By a time, the latest or the earliest first; of the same instant by id, as the server does. */
function byTime(time: (order: OrderRowFragment) => string | null, latestFirst: boolean): Before {
  return (one, other) => {
    const difference = Date.parse(time(one) ?? "") - Date.parse(time(other) ?? "");
    const later = difference > 0 || (difference === 0 && one.id > other.id);
    return later === latestFirst;
  };
}

export const LATEST: Before = byTime(({ createdAt }) => createdAt, true);
export const LONGEST_PAID: Before = byTime(({ paidAt }) => paidAt, false);
export const LATEST_CONFIRMED: Before = byTime(({ confirmedAt }) => confirmedAt, true);

/** Since when somebody waits: the seller for the money, the buyer for the review or the goods. Null when nobody does. */
export function waitingSince(
  order: Pick<OrderRowFragment, "status" | "createdAt" | "paidAt" | "proofs">,
): string | null {
  const [latest] = order.proofs;
  switch (order.status) {
    case "PENDING_PAYMENT":
      return latest?.review?.decidedAt ?? order.createdAt;
    case "PAYMENT_REVIEW":
      return latest?.submittedAt ?? order.createdAt;
    case "PAID":
      return order.paidAt;
    default:
      return null;
  }
}

/** What is in the order, in a few words. */
export function summary(lines: OrderRowFragment["lines"], shown = 2): string {
  const named = lines.slice(0, shown).map((line) => `${line.quantity} × ${line.title}`);
  const more = lines.length - named.length;
  return more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
}
