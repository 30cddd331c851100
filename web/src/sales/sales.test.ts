import { describe, expect, test } from "vitest";
import { scaleOf } from "./scale";
import { rangeOf, SPANS, spanOf } from "./spans";

describe("a span", () => {
  const now = Date.parse("2026-03-10T12:20:00Z");

  test("by hours ends with this hour, and has as many as a day", () => {
    expect(rangeOf(SPANS.day, now)).toEqual({
      from: "2026-03-09T13:00:00.000Z",
      to: "2026-03-10T13:00:00.000Z",
      by: "HOUR",
    });
  });

  test("by days begins so that today is the last of them", () => {
    expect(rangeOf(SPANS.week, now).from).toBe("2026-03-04T13:00:00.000Z");
  });

  test("is never longer than the server takes", () => {
    const { from, to } = rangeOf(SPANS.year, now);
    expect(Date.parse(to) - Date.parse(from)).toBeLessThanOrEqual(366 * 86_400_000);
  });

  test("is of the month where its name says nothing", () => {
    expect(spanOf("toString")).toBe("month");
    expect(spanOf(null)).toBe("month");
    expect(spanOf("week")).toBe("week");
  });
});

describe("a scale", () => {
  test("has round steps up to the highest and down to the lowest", () => {
    expect(scaleOf([0, 37, 180], [])).toEqual({ top: 200, bottom: -0, ticks: [0, 50, 100, 150, 200] });
    expect(scaleOf([180], [60])).toEqual({ top: 200, bottom: -100, ticks: [-100, 0, 100, 200] });
  });

  test("stands where nothing was sold", () => {
    const { top, bottom, ticks } = scaleOf([0, 0], [0]);
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBe(-0);
    expect(ticks[0]).toBe(0);
  });

  test.each([0.37, 99.99, 1_234_567, 25_000_000])("holds %d", (value) => {
    const { top, bottom, ticks } = scaleOf([value], [value / 3]);
    expect(top).toBeGreaterThanOrEqual(value);
    expect(bottom).toBeLessThanOrEqual(-value / 3);
    expect(ticks.length).toBeLessThanOrEqual(8);
    expect(ticks).toContain(0);
  });
});
