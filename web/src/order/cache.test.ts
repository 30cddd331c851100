import { gql, type InMemoryCache } from "@apollo/client";
import { beforeEach, describe, expect, test } from "vitest";
import { keepFacts, orderCache } from "./cache";

const LIST = gql`
  query List($after: String, $status: [OrderStatus!]) {
    sellerOrders(after: $after, status: $status) {
      edges { node { id version status lines { title } } }
      pageInfo { endCursor hasNextPage }
    }
  }
`;
const DETAIL = gql`query Detail { order(id: "1") { id lines { title sku } } }`;

const order = (id: string, status = "PAYMENT_REVIEW") => {
  return { __typename: "Order", id, version: 2, status, lines: [{ __typename: "OrderLine", title: `Lantern ${id}` }] };
};

describe("the cache of orders", () => {
  let cache: InMemoryCache;

  beforeEach(() => {
    cache = orderCache();
  });

  function write(ids: string[], variables: { after?: string; status?: string[] } = {}) {
    const edges = ids.map((id) => ({ __typename: "OrderEdge", node: order(id) }));
    const pageInfo = { __typename: "PageInfo", endCursor: ids.at(-1) ?? null, hasNextPage: true };
    const data = { sellerOrders: { __typename: "OrderConnection", edges, pageInfo } };
    cache.writeQuery({ query: LIST, variables, data });
  }

  function read(variables: { status?: string[] } = {}) {
    return cache.readQuery<{ sellerOrders: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string } } }>({
      query: LIST,
      variables,
    })?.sellerOrders;
  }

  const ids = (variables?: { status?: string[] }) => read(variables)?.edges.map(({ node }) => node.id);

  test("puts a later page behind the first, each order once", () => {
    write(["5", "4"]);
    write(["4", "3"], { after: "4" });
    expect(ids()).toEqual(["5", "4", "3"]);
    expect(read()?.pageInfo.endCursor).toBe("3");
  });

  test("starts anew with the first page", () => {
    write(["5", "4"]);
    write(["3"], { after: "4" });
    write(["6", "5"]);
    expect(ids()).toEqual(["6", "5"]);
  });

  test("keeps lists of different statuses apart", () => {
    write(["5"], { status: ["PAID"] });
    write(["4"], { status: ["EXPIRED"] });
    expect(ids({ status: ["PAID"] })).toEqual(["5"]);
    expect(ids({ status: ["EXPIRED"] })).toEqual(["4"]);
  });

  test("keeps all of a line when a list asks for less of it", () => {
    const lines = [{ __typename: "OrderLine", title: "Lantern 1", sku: "A1" }];
    cache.writeQuery({ query: DETAIL, data: { order: { __typename: "Order", id: "1", lines } } });
    write(["1"]);
    expect(cache.readQuery({ query: DETAIL })).toMatchObject({ order: { lines: [{ sku: "A1" }] } });
  });

  test("keeps the buyer's name when an event could not say it", () => {
    const query = gql`query Buyer { order(id: "1") { id buyer { id name } } }`;
    const buyer = { __typename: "User", id: "u", name: "Budi" };
    cache.writeQuery({ query, data: { order: { __typename: "Order", id: "1", buyer } } });
    cache.writeQuery({ query, data: { order: { __typename: "Order", id: "1", buyer: null } } });
    expect(cache.readQuery({ query })).toMatchObject({ order: { buyer: { name: "Budi" } } });
  });

  test("takes the facts of an event whose order could not be read, if they are newer", () => {
    write(["1"]);
    keepFacts(cache, { orderId: "1", status: "PAID", sequence: 3 });
    expect(read()?.edges[0]?.node).toMatchObject({ status: "PAID", version: 3 });
    keepFacts(cache, { orderId: "1", status: "PAYMENT_REVIEW", sequence: 2 });
    expect(read()?.edges[0]?.node).toMatchObject({ status: "PAID", version: 3 });
  });

  test("does not invent an order of which it has only the facts", () => {
    keepFacts(cache, { orderId: "9", status: "PAID", sequence: 3 });
    expect(cache.extract()).toEqual({});
  });
});
