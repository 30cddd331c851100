import { describe, expect, test } from "vitest";
import type { OrderRowFragment } from "../gql/graphql";
import { admit, LATEST, type Listed, LONGEST_PAID, type OrderPage, summary, waitingSince } from "./orders";

function order(id: string, minute: number, more: Partial<OrderRowFragment> = {}): OrderRowFragment {
  return {
    id,
    number: id,
    status: "PENDING_PAYMENT",
    version: 1,
    allowedActions: [],
    createdAt: new Date(Date.UTC(2026, 0, 31, 12, minute)).toISOString(),
    expiresAt: null,
    paidAt: null,
    confirmedAt: null,
    reason: null,
    total: { amount: "1.00", currency: "GBP" },
    buyer: null,
    seller: null,
    lines: [],
    proofs: [],
    ...more,
  };
}

function page(hasNextPage: boolean, ...orders: OrderRowFragment[]): OrderPage {
  return { edges: orders.map((node) => ({ node })), pageInfo: { endCursor: null, hasNextPage } };
}

const ids = ({ edges }: OrderPage) => edges.map(({ node }) => node.id);

const ALL: Listed = { has: () => true, before: LATEST };
const PAID: Listed = { has: ({ status }) => status === "PAID", before: LATEST };
const QUEUE: Listed = { has: ({ status }) => status === "PAID", before: LONGEST_PAID };

describe("an order that an event brought", () => {
  const full = page(true, order("c", 30), order("a", 10));

  test("comes first when it is the latest", () => {
    expect(ids(admit(full, order("d", 40), ALL))).toEqual(["d", "c", "a"]);
  });

  test("comes between when it is older", () => {
    expect(ids(admit(full, order("b", 20), ALL))).toEqual(["c", "b", "a"]);
  });

  test("comes last only when there is no later page to bring it", () => {
    expect(ids(admit(full, order("z", 0), ALL))).toEqual(["c", "a"]);
    expect(ids(admit(page(false, order("c", 30)), order("z", 0), ALL))).toEqual(["c", "z"]);
  });

  test("starts an empty list", () => {
    expect(ids(admit(page(false), order("a", 10), ALL))).toEqual(["a"]);
  });

  test("is not there twice", () => {
    expect(admit(full, order("c", 30), ALL)).toBe(full);
  });

  test("stays out of a list of other statuses", () => {
    expect(admit(full, order("d", 40), PAID)).toBe(full);
    expect(ids(admit(full, order("d", 40, { status: "PAID" }), PAID))).toEqual(["d", "c", "a"]);
  });

  test("comes last into the queue, where who paid first is first", () => {
    const paid = (id: string, paidAt: string) => order(id, 50, { status: "PAID", paidAt });
    const queue = page(false, paid("a", "2026-01-31T13:00:00Z"), paid("b", "2026-01-31T14:00:00Z"));
    expect(ids(admit(queue, paid("c", "2026-01-31T15:00:00Z"), QUEUE))).toEqual(["a", "b", "c"]);
    expect(ids(admit(queue, paid("c", "2026-01-31T13:30:00Z"), QUEUE))).toEqual(["a", "c", "b"]);
  });

  test("of the same instant is ordered by its id, as the server does", () => {
    expect(ids(admit(full, order("b", 30), ALL))).toEqual(["c", "b", "a"]);
    expect(ids(admit(full, order("d", 30), ALL))).toEqual(["d", "c", "a"]);
  });
});

describe("waiting", () => {
  const rejected = { decision: "REJECTED", reason: "no", decidedAt: "2026-01-31T14:00:00Z" } as const;
  const proof = (review: typeof rejected | null) => ({ id: "p", submittedAt: "2026-01-31T13:00:00Z", review });

  test("for the payment begins with the order, and again with a rejection", () => {
    expect(waitingSince(order("a", 0))).toBe("2026-01-31T12:00:00.000Z");
    expect(waitingSince(order("a", 0, { proofs: [proof(rejected)] }))).toBe("2026-01-31T14:00:00Z");
  });

  test("for the review begins with the latest proof", () => {
    expect(waitingSince(order("a", 0, { status: "PAYMENT_REVIEW", proofs: [proof(null), proof(rejected)] }))).toBe(
      "2026-01-31T13:00:00Z",
    );
  });

  test("for the confirmation begins with the payment", () => {
    const paidAt = "2026-01-31T15:00:00Z";
    expect(waitingSince(order("a", 0, { status: "PAID", paidAt }))).toBe(paidAt);
    expect(waitingSince(order("a", 0, { status: "PROCESSING", paidAt }))).toBeNull();
  });

  test.each(["COMPLETED", "CANCELLED", "EXPIRED"] as const)("is over when %s", (status) => {
    expect(waitingSince(order("a", 0, { status }))).toBeNull();
  });
});

test("sums up the lines", () => {
  const lines = [1, 2, 3, 4].map((quantity) => ({ title: `Lantern ${quantity}`, quantity }));
  expect(summary(lines.slice(0, 1))).toBe("1 × Lantern 1");
  expect(summary(lines.slice(0, 2))).toBe("1 × Lantern 1, 2 × Lantern 2");
  expect(summary(lines)).toBe("1 × Lantern 1, 2 × Lantern 2 and 2 more");
});
