import { ApolloLink, CombinedGraphQLErrors, type ErrorLike, HttpLink, ServerError } from "@apollo/client";
import { SetContextLink } from "@apollo/client/link/context";
import { ErrorLink } from "@apollo/client/link/error";
import { RetryLink } from "@apollo/client/link/retry";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { OperationTypeNode } from "graphql";
import type { Session } from "../session/session";
import { freshLink } from "./fresh";
import type { Socket } from "./socket";
import { isAboutToken } from "./trouble";

declare module "@apollo/client" {
  interface DefaultContext {
    /** Sent without a token: logging in. */
    anonymous?: boolean;
    /** The token that went with the last attempt. */
    token?: string | null;
    /** Whether this is the attempt with a new token. */
    renewed?: boolean;
  }
}

/** From a page's operation to the server: subscriptions by the socket, everything else by POST. */
export function linkTo(session: Session, socket: Socket, fetch: typeof globalThis.fetch): ApolloLink {
  const byPost = ApolloLink.from([
    retryLink(),
    renewLink(session),
    tokenLink(session),
    new HttpLink({ uri: "/graphql", fetch }),
  ]);
  const isSubscription = ({ operationType }: ApolloLink.Operation) => operationType === OperationTypeNode.SUBSCRIPTION;
  return freshLink().concat(ApolloLink.split(isSubscription, new GraphQLWsLink(socket.client), byPost));
}

/** Reads again what a lost connection or a tired server kept from being read. A mutation is never sent again by itself. */
function retryLink(): ApolloLink {
  return new RetryLink({
    delay: { initial: 300, max: 5000 },
    attempts: {
      max: 4,
      retryIf: (error, { operationType }) => operationType === OperationTypeNode.QUERY && mayPass(error),
    },
  });
}

function mayPass(error: ErrorLike): boolean {
  return ServerError.is(error) ? error.statusCode >= 500 : !CombinedGraphQLErrors.is(error);
}

function tokenLink(session: Session): ApolloLink {
  return new SetContextLink(async ({ anonymous, headers }) => {
    const token = anonymous ? null : await session.accessToken();
    return { token, headers: token === null ? headers : { ...headers, authorization: `Bearer ${token}` } };
  });
}

/** Sends an operation once more, with a new token, if the server refused the old one. */
export function renewLink(session: Pick<Session, "refused">): ApolloLink {
  return new ErrorLink(({ error, operation, forward }) => {
    const { token, renewed } = operation.getContext();
    if (!token || renewed || !isAboutToken(error)) return;
    session.refused(token);
    operation.setContext({ renewed: true });
    return forward(operation);
  });
}
