import cart from "./tabs/cart.graphql?raw";
import checkout from "./tabs/checkout.graphql?raw";
import logIn from "./tabs/log-in.graphql?raw";
import orderEvents from "./tabs/order-events.graphql?raw";
import products from "./tabs/products.graphql?raw";
import queue from "./tabs/queue.graphql?raw";
import review from "./tabs/review.graphql?raw";

export interface Tab {
  query: string;
  variables?: string;
  headers?: string;
}

const json = (value: object) => JSON.stringify(value, null, 2);
const headers = json({ Authorization: "Bearer <the access token of logIn>" });

/** What the explorer opens with, the first time: the story of an order, one tab a step. */
export const TABS: Tab[] = [
  { query: products, variables: json({ first: 10 }) },
  { query: logIn, variables: json({ email: "", password: "" }) },
  {
    query: cart,
    variables: json({
      guest: { name: "Sam", phone: "+62 812 3456 7890" },
      line: { productId: "<a product's id>", quantity: 1 },
    }),
    headers,
  },
  {
    query: checkout,
    variables: json({
      input: { idempotencyKey: "my first purchase", lines: [{ productId: "<a product's id>", quantity: 1 }] },
    }),
    headers,
  },
  { query: orderEvents, variables: json({ scope: "SELLER" }), headers },
  { query: review, variables: json({ proofId: "<a proof's id>" }), headers },
  { query: queue, variables: json({ orderId: "<an order's id>" }), headers },
];
