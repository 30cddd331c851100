import { ApolloClient, ApolloLink, gql, InMemoryCache } from "@apollo/client";
import { of } from "rxjs";
import { expect, test } from "vitest";
import { freshLink } from "./fresh";

const ORDER = gql`query Order { order(id: "1") { id status version } }`;
const EVENT = gql`subscription Event { orderStatusChanged(orderId: "1") { order { id status version } } }`;
const order = (version: number, status: string) => ({ __typename: "Order", id: "1", version, status });

/** A server that answers one query after the other with the given orders, and has one event. */
function clientOf(answers: ReturnType<typeof order>[], event: ReturnType<typeof order>) {
  const asked: string[] = [];
  const server = new ApolloLink((operation) => {
    asked.push(operation.operationName ?? "");
    if (operation.operationName === "Event")
      return of({ data: { orderStatusChanged: { __typename: "OrderEvent", order: event } } });
    return of({ data: { order: answers.length > 1 ? answers.shift() : answers[0] } });
  });
  const client = new ApolloClient({ link: freshLink().concat(server), cache: new InMemoryCache() });
  return { client, asked };
}

const read = (client: ApolloClient) => client.query({ query: ORDER, fetchPolicy: "network-only" });

test("reads again an order that is older than the last event", async () => {
  const { client, asked } = clientOf([order(1, "PENDING_PAYMENT"), order(2, "PAID")], order(2, "PAID"));
  await new Promise((done) => client.subscribe({ query: EVENT }).subscribe({ next: done }));
  const { data } = await read(client);
  expect(data).toMatchObject({ order: { version: 2, status: "PAID" } });
  expect(asked).toEqual(["Event", "Order", "Order"]);
});

test("takes a newer order at once", async () => {
  const { client, asked } = clientOf([order(3, "PAID")], order(2, "PAYMENT_REVIEW"));
  await new Promise((done) => client.subscribe({ query: EVENT }).subscribe({ next: done }));
  expect((await read(client)).data).toMatchObject({ order: { version: 3 } });
  expect(asked).toEqual(["Event", "Order"]);
});

test("gives up after a few reads rather than never answer", async () => {
  const { client, asked } = clientOf([order(1, "PENDING_PAYMENT")], order(2, "PAID"));
  await new Promise((done) => client.subscribe({ query: EVENT }).subscribe({ next: done }));
  expect((await read(client)).data).toMatchObject({ order: { version: 1 } });
  expect(asked).toEqual(["Event", "Order", "Order", "Order"]);
});
