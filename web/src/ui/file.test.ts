import { expect, test } from "vitest";
import { fileSize } from "./file";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1000, "1 kB"],
  [999_499, "999 kB"],
  [999_500, "1.0 MB"],
  [10_485_760, "10.5 MB"],
])("%i bytes are %s", (bytes, expected) => {
  expect(fileSize(bytes)).toBe(expected);
});
