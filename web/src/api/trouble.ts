import { CombinedGraphQLErrors, ServerError } from "@apollo/client";
import type { Verdict } from "./follow";

/** The code of a request error, as in `docs/errors.md`; undefined where the server said none. */
export function codeOf(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const code = error.errors.find((one) => one.extensions?.code)?.extensions?.code;
  return typeof code === "string" ? code : undefined;
}

const TOKEN_CODES = new Set(["TOKEN_EXPIRED", "TOKEN_INVALID", "UNAUTHENTICATED"]);

/** Whether a new access token may help. */
export function isAboutToken(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined ? TOKEN_CODES.has(code) : ServerError.is(error) && error.statusCode === 401;
}

/** What an error that ended a subscription says about going on. */
export function verdict(error: unknown): Verdict {
  if (isAboutToken(error)) return "renew";
  switch (codeOf(error)) {
    case "RESYNC_REQUIRED":
      return "resync";
    case "BAD_USER_INPUT":
    case "FORBIDDEN":
    case "NOT_FOUND":
    case "GRAPHQL_PARSE_FAILED":
    case "GRAPHQL_VALIDATION_FAILED":
      return "refused";
    default:
      return "retry";
  }
}

/** A request error in words, for people. */
export function inWords(error: unknown): string {
  switch (codeOf(error)) {
    case undefined:
      return ServerError.is(error)
        ? `The server answers, but not as it should (${error.statusCode}). Try again in a moment.`
        : "The server can't be reached. Look at the connection, and try again.";
    case "UNAUTHENTICATED":
    case "TOKEN_EXPIRED":
    case "TOKEN_INVALID":
      return "You are not logged in any more. Log in again.";
    case "FORBIDDEN":
      return "This account may not do that.";
    case "NOT_FOUND":
      return "There is nothing here that this account may see.";
    case "BAD_USER_INPUT":
      return "The server does not take this input.";
    case "TRY_AGAIN":
      return "The shop is busy. Try again in a moment.";
    case "ROUTER_UNAVAILABLE":
    case "TIMEOUT":
      return "The shop did not answer in time. Look whether it was done, and try again if not.";
    case "SUBGRAPH_UNAVAILABLE":
      return "A part of the shop does not answer now. Try again in a moment.";
    default:
      return "Something went wrong on the server. Try again in a moment.";
  }
}
