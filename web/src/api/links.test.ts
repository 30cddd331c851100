import { ApolloClient, ApolloLink, CombinedGraphQLErrors, gql, InMemoryCache } from "@apollo/client";
import { of } from "rxjs";
import { expect, test, vi } from "vitest";
import { renewLink } from "./links";

const QUERY = gql`query Me { me { id } }`;
const me = { data: { me: { __typename: "User", id: "1" } } };
const refusal = (code: string) => ({ data: null, errors: [{ message: "no", extensions: { code } }] });

/** A server that takes only the given token, and a session that has the tokens one after the other. */
function trial(tokens: (string | null)[], taken: string, code = "TOKEN_EXPIRED") {
  const refused = vi.fn();
  const sent: (string | null)[] = [];
  const token = new ApolloLink((operation, forward) => {
    const next = tokens.shift() ?? null;
    sent.push(next);
    operation.setContext({ token: next });
    return forward(operation);
  });
  const server = new ApolloLink((operation) => of(operation.getContext().token === taken ? me : refusal(code)));
  const link = ApolloLink.from([renewLink({ refused }), token, server]);
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  return { refused, sent, answer: client.query({ query: QUERY }) };
}

test("sends a refused operation again with a new token", async () => {
  const { refused, sent, answer } = trial(["old", "new"], "new");
  expect((await answer).data).toEqual(me.data);
  expect(refused).toHaveBeenCalledExactlyOnceWith("old");
  expect(sent).toEqual(["old", "new"]);
});

test("sends it again once, not for ever", async () => {
  const { sent, answer } = trial(["old", "new", "newer"], "none");
  await expect(answer).rejects.toSatisfy((error) => CombinedGraphQLErrors.is(error));
  expect(sent).toEqual(["old", "new"]);
});

test("does not send again what no token would help", async () => {
  const { refused, sent, answer } = trial(["old", "new"], "new", "FORBIDDEN");
  await expect(answer).rejects.toSatisfy((error) => CombinedGraphQLErrors.is(error));
  expect(refused).not.toHaveBeenCalled();
  expect(sent).toEqual(["old"]);
});

test("does not send again what was sent without a token", async () => {
  const { sent, answer } = trial([null, "new"], "new", "UNAUTHENTICATED");
  await expect(answer).rejects.toSatisfy((error) => CombinedGraphQLErrors.is(error));
  expect(sent).toEqual([null]);
});
