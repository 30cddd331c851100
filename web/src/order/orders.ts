import { graphql } from "../gql";
import type { OrderRowFragment, OrderStatus } from "../gql/graphql";

export const ORDER_ROW = graphql(`
  fragment OrderRow on Order {
    id
    number
    status
    version
    allowedActions
    createdAt
    expiresAt
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

/** A page of orders, as both lists answer it. */
export interface OrderPage {
  edges: { node: OrderRowFragment }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

/** Where an order belongs that an event brought: the latest first; undefined if it comes with a later page. */
export function placeOf(order: OrderRowFragment, page: OrderPage): number | undefined {
  const at = page.edges.findIndex(({ node }) => isLater(order, node));
  if (at >= 0) return at;
  return page.pageInfo.hasNextPage ? undefined : page.edges.length;
}

/** The page with the order in it, if it belongs there and is not there yet. */
export function admit<P extends OrderPage>(page: P, order: OrderRowFragment, statuses: readonly OrderStatus[]): P {
  const belongs = statuses.length === 0 || statuses.includes(order.status);
  if (!belongs || page.edges.some(({ node }) => node.id === order.id)) return page;
  const place = placeOf(order, page);
  if (place === undefined) return page;
  const edge = { __typename: "OrderEdge", node: order };
  return { ...page, edges: page.edges.toSpliced(place, 0, edge) };
}

function isLater(a: OrderRowFragment, b: OrderRowFragment): boolean {
  const difference = Date.parse(a.createdAt) - Date.parse(b.createdAt);
  return difference > 0 || (difference === 0 && a.id > b.id);
}

/** Since when somebody waits: the seller for the money, or the buyer for the review. Null when nobody does. */
export function waitingSince(order: Pick<OrderRowFragment, "status" | "createdAt" | "proofs">): string | null {
  const [latest] = order.proofs;
  switch (order.status) {
    case "PENDING_PAYMENT":
      return latest?.review?.decidedAt ?? order.createdAt;
    case "PAYMENT_REVIEW":
      return latest?.submittedAt ?? order.createdAt;
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
