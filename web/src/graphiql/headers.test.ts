import { expect, test } from "vitest";
import { connectionParams } from "./headers";

test("a connection says Authorization with a capital, however it was typed", () => {
  expect(connectionParams({ authorization: "Bearer t", "X-Other": "1" })).toEqual({
    Authorization: "Bearer t",
    "X-Other": "1",
  });
});
