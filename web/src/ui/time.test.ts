import { describe, expect, test } from "vitest";
import { duration, relativeTime, timeLeft } from "./time";

const now = Date.parse("2026-01-31T12:00:00Z");
const S = 1000;
const M = 60 * S;
const H = 60 * M;
const D = 24 * H;

describe("the time left", () => {
  test.each([
    [1, "0:01"],
    [999, "0:01"],
    [1000, "0:01"],
    [1001, "0:02"],
    [59 * S, "0:59"],
    [M, "1:00"],
    [12 * M + 5 * S, "12:05"],
    [H - 1, "1:00:00"],
    [H + 2 * M + 3 * S, "1:02:03"],
    [D, "1 day 0:00:00"],
    [7 * D - S, "6 days 23:59:59"],
  ])("%i ms are %s", (left, expected) => {
    expect(timeLeft(now + left, now)).toBe(expected);
  });

  test("is over at the deadline, not before and not never", () => {
    expect(timeLeft(now + 1, now)).not.toBeNull();
    expect(timeLeft(now, now)).toBeNull();
    expect(timeLeft(now - D, now)).toBeNull();
  });
});

test.each([
  [0, "< 1 min"],
  [M - 1, "< 1 min"],
  [12 * M + 30 * S, "12 min"],
  [3 * H, "3 h"],
  [3 * H + 5 * M, "3 h 5 min"],
  [D, "1 day"],
  [2 * D + 4 * H, "2 days 4 h"],
])("%i ms last %s", (time, expected) => {
  expect(duration(time)).toBe(expected);
});

test.each([
  [-2 * S, "just now"],
  [-30 * S, "30 seconds ago"],
  [-5 * M, "5 minutes ago"],
  [-3 * H, "3 hours ago"],
  [-D, "yesterday"],
  [-3 * D, "3 days ago"],
  [2 * H, "in 2 hours"],
])("%i ms from now is %s", (distance, expected) => {
  expect(relativeTime(now + distance, now)).toBe(expected);
});
