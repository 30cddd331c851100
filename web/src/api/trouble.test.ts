import { CombinedGraphQLErrors, ServerError } from "@apollo/client";
import { expect, test } from "vitest";
import { codeOf, inWords, isAboutToken, verdict } from "./trouble";

const withCode = (code: string) => new CombinedGraphQLErrors({ errors: [{ message: "no", extensions: { code } }] });
const withStatus = (status: number) => new ServerError("no", { response: new Response("", { status }), bodyText: "" });

test.each([
  ["TOKEN_EXPIRED", "renew"],
  ["TOKEN_INVALID", "renew"],
  ["UNAUTHENTICATED", "renew"],
  ["RESYNC_REQUIRED", "resync"],
  ["FORBIDDEN", "refused"],
  ["NOT_FOUND", "refused"],
  ["SUBGRAPH_UNAVAILABLE", "retry"],
  ["INTERNAL_SERVER_ERROR", "retry"],
])("a subscription that ends with %s: %s", (code, expected) => {
  expect(verdict(withCode(code))).toBe(expected);
});

test("a lost socket is tried again", () => {
  expect(verdict(new Error("Socket closed with event 1006"))).toBe("retry");
});

test("a token is in doubt by code, or by status where there is no code", () => {
  expect(isAboutToken(withCode("TOKEN_EXPIRED"))).toBe(true);
  expect(isAboutToken(withCode("FORBIDDEN"))).toBe(false);
  expect(isAboutToken(withStatus(401))).toBe(true);
  expect(isAboutToken(withStatus(500))).toBe(false);
  expect(isAboutToken(new TypeError("Failed to fetch"))).toBe(false);
});

test("finds the code wherever it is among the errors", () => {
  const errors = [{ message: "first" }, { message: "second", extensions: { code: "FORBIDDEN" } }];
  expect(codeOf(new CombinedGraphQLErrors({ errors }))).toBe("FORBIDDEN");
  expect(codeOf(new Error("no"))).toBeUndefined();
});

test("says different troubles in different words", () => {
  const words = [withCode("FORBIDDEN"), withCode("SUBGRAPH_UNAVAILABLE"), withStatus(503), new TypeError("no")].map(
    inWords,
  );
  expect(new Set(words).size).toBe(words.length);
  expect(words[2]).toContain("503");
});
