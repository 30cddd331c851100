import {
  type ApolloCache,
  type FieldMergeFunction,
  gql,
  InMemoryCache,
  type Reference,
  type StoreObject,
} from "@apollo/client";
import type { OrderStatus } from "../gql/graphql";

interface Page {
  edges?: { node: Reference }[];
}

/** One cache entry per order, whatever list, page or event it came by. */
export function orderCache(): InMemoryCache {
  const pages = (...keyArgs: string[]) => ({ keyArgs, merge: appendPage });
  return new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          myOrders: pages("status"),
          sellerOrders: pages("status"),
          orders: pages("filter"),
          confirmationQueue: pages(),
          confirmedOrders: pages(),
        },
      },
      Order: {
        fields: {
          // these two never change; null says that they could not be read this time
          buyer: { merge: keepKnown },
          seller: { merge: keepKnown },
          // nor do lines, but a list asks for less of each than a page
          lines: {
            merge: (existing: StoreObject[] = [], incoming: StoreObject[], { mergeObjects }) =>
              incoming.map((line, i) => mergeObjects(existing[i] ?? {}, line)),
          },
        },
      },
    },
  });
}

const keepKnown: FieldMergeFunction<Reference | null> = (existing, incoming) => incoming ?? existing ?? null;

/** The first page starts the list anew; a later one goes behind, without what an event had brought before. */
const appendPage: FieldMergeFunction<Page> = (existing, incoming, { args, readField }) => {
  if (!args?.after || !existing?.edges || !incoming.edges) return incoming;
  const known = new Set(existing.edges.map(({ node }) => readField("id", node)));
  const more = incoming.edges.filter(({ node }) => !known.has(readField("id", node)));
  return { ...incoming, edges: [...existing.edges, ...more] };
};

interface Facts {
  orderId: string;
  status: OrderStatus;
  sequence: number;
}

/** What the event itself says, where the order could not be read. */
export function keepFacts(cache: ApolloCache, { orderId, status, sequence }: Facts): void {
  cache.updateFragment(
    {
      id: cache.identify({ __typename: "Order", id: orderId }) ?? "",
      fragment: gql`
        fragment Facts on Order {
          status
          version
        }
      `,
    },
    (known: { status: OrderStatus; version: number } | null) =>
      known && known.version < sequence ? { ...known, status, version: sequence } : undefined,
  );
}
