import type { OrderStatus } from "../gql/graphql";

export interface List {
  title: string;
  statuses: readonly OrderStatus[];
  empty: string;
}

const REVIEW: List = { title: "To review", statuses: ["PAYMENT_REVIEW"], empty: "No proof of payment waits for you." };
const PENDING: List = {
  title: "Waiting for payment",
  statuses: ["PENDING_PAYMENT"],
  empty: "Nobody owes you anything.",
};
const PAID: List = {
  title: "Paid",
  statuses: ["PAID", "PROCESSING", "SHIPPED", "DELIVERED", "COMPLETED"],
  empty: "Nothing has been paid yet.",
};
const ENDED: List = { title: "Ended", statuses: ["CANCELLED", "EXPIRED"], empty: "No order was cancelled or expired." };
const ALL: List = { title: "All orders", statuses: [], empty: "No orders yet. They show here as they arrive." };

/** What the seller can look at; the first is what there is to do. */
export const VIEWS = {
  open: { label: "Open", lists: [REVIEW, PENDING] },
  review: { label: "To review", lists: [REVIEW] },
  pending: { label: "Waiting for payment", lists: [PENDING] },
  paid: { label: "Paid", lists: [PAID] },
  ended: { label: "Ended", lists: [ENDED] },
  all: { label: "All", lists: [ALL] },
} as const satisfies Record<string, { label: string; lists: readonly List[] }>;

export type View = keyof typeof VIEWS;

export const LISTS = [REVIEW, PENDING, PAID, ENDED, ALL].map(({ statuses }) => statuses);

export function viewOf(name: string | null): View {
  return name !== null && Object.hasOwn(VIEWS, name) ? (name as View) : "open";
}
