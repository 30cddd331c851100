import { expect, test } from "vitest";
import { refusal, send, UploadError } from "./upload";

test.each([
  [413, "FILE_TOO_LARGE", "too large"],
  [415, "FILE_TYPE", "JPEG, PNG, WebP or PDF"],
  [400, "FILE_EMPTY", "empty"],
  [408, "TOO_SLOW", "smaller"],
  [503, "TRY_AGAIN", "Too many files"],
  [404, "NOT_FOUND", "time to send"],
  [409, "ALREADY_UPLOADED", "Another file"],
])("%i %s is said in words", (status, code, words) => {
  expect(refusal(status, JSON.stringify({ code, message: "…" }))).toContain(words);
});

test("an answer that is no problem as JSON is said by its status", () => {
  expect(refusal(502, "<html>Bad gateway</html>")).toContain("502");
  expect(refusal(500, "null")).toContain("500");
  expect(refusal(413, "")).toContain("too large");
});

test("a file that is too large is not sent at all", async () => {
  const file = new File([new Uint8Array(1001)], "proof.png", { type: "image/png" });
  const sent = send(file, { id: "1", url: "/files/1", maxBytes: 1000 }, () => {});
  await expect(sent).rejects.toThrow(UploadError);
  await expect(sent).rejects.toThrow("at most 1 kB are taken, and it has 1 byte more");
});
