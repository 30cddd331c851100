import type { TypedDocumentNode } from "@apollo/client";
import type { OrderStatus } from "../gql/graphql";
import { CONFIRMATION_QUEUE, CONFIRMED_ORDERS } from "./operations";
import { LATEST, LATEST_CONFIRMED, type Listed, LONGEST_PAID, type OrderPage } from "./orders";

interface Variables {
  after?: string | null;
  status?: OrderStatus[] | null;
}

/** A query that answers a page of orders. */
export type OrdersDocument = TypedDocumentNode<{ orders: OrderPage | null }, Variables>;

/** A list of orders as the server has it. */
export interface ServedList extends Listed {
  document: OrdersDocument;
  variables: Variables;
}

/** Orders of some statuses, all if there are none; the latest placed first. */
export function byStatus(document: OrdersDocument, statuses: readonly OrderStatus[]): ServedList {
  const all = statuses.length === 0;
  return {
    document,
    variables: { status: all ? null : [...statuses] },
    has: ({ status }) => all || statuses.includes(status),
    before: LATEST,
  };
}

/** What waits to be confirmed. */
export const QUEUE: ServedList = {
  document: CONFIRMATION_QUEUE,
  variables: {},
  has: ({ status }) => status === "PAID",
  before: LONGEST_PAID,
};

/** What was confirmed, whatever became of it since. */
export const HISTORY: ServedList = {
  document: CONFIRMED_ORDERS,
  variables: {},
  has: ({ confirmedAt }) => confirmedAt !== null,
  before: LATEST_CONFIRMED,
};
