import { ApolloClient } from "@apollo/client";
import { print } from "graphql";
import { graphql } from "../gql";
import type { RefreshMutation } from "../gql/graphql";
import { orderCache } from "../order/cache";
import { Session, STORED_AS, type Tokens } from "../session/session";
import { ServerClock } from "./clock";
import { linkTo } from "./links";
import { openSocket, type Socket } from "./socket";

const REFRESH = graphql(`
  mutation Refresh($refreshToken: String!) {
    refresh(input: { refreshToken: $refreshToken }) {
      tokens {
        accessToken
        accessTokenExpiresAt
        refreshToken
      }
      errors {
        code
      }
    }
  }
`);

export const clock = new ServerClock();

export const session = new Session({
  refresh,
  storage: localStorage,
  // a page that did not come over HTTPS, nor from this machine, has no locks; then tabs may get in each other's way
  exclusively: (work) => (navigator.locks ? navigator.locks.request(STORED_AS, work) : work()),
  now: () => clock.now(),
});

/** What the pages talk through; its cache and socket belong to one login. */
export interface Api {
  client: ApolloClient;
  socket: Socket;
}

export function openApi(): Api {
  const socket = openSocket(session);
  const client = new ApolloClient({ link: linkTo(session, socket, timedFetch), cache: orderCache() });
  return { client, socket };
}

/** Reads the server's clock by the way. */
async function timedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const sentAt = Date.now();
  const response = await fetch(input, init);
  clock.observe(response.headers.get("date"), sentAt);
  return response;
}

async function refresh(refreshToken: string): Promise<Tokens | null> {
  const response = await timedFetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json, application/json" },
    body: JSON.stringify({ query: print(REFRESH), operationName: "Refresh", variables: { refreshToken } }),
    // other tabs wait for this one
    signal: AbortSignal.timeout(15_000),
  });
  const { data }: { data?: RefreshMutation | null } = await response.json();
  if (data?.refresh.tokens) return data.refresh.tokens;
  if (data?.refresh.errors.length) return null;
  throw new Error(`The token could not be renewed (${response.status})`);
}
