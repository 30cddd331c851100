import { expect, test } from "vitest";
import { formatCount, formatMoney } from "./money";

test.each([
  ["2.55", "GBP", "£2.55"],
  ["12.5", "GBP", "£12.50"],
  ["1234567.5", "GBP", "£1,234,567.50"],
  ["0", "GBP", "£0.00"],
  ["-3.2", "GBP", "-£3.20"],
  ["0.1625", "GBP", "£0.1625"],
  ["2.5500", "GBP", "£2.55"],
  ["15000", "JPY", "JP¥15,000"],
  ["15000", "IDR", "IDR 15,000"],
  ["1.234", "KWD", "KWD 1.234"],
])("%s %s is %s", (amount, currency, expected) => {
  expect(formatMoney({ amount, currency }).replaceAll("\u00a0", " ")).toBe(expected);
});

test("keeps digits that a float would lose", () => {
  expect(formatMoney({ amount: "999999999999999.9999", currency: "GBP" })).toBe("£999,999,999,999,999.9999");
  expect(formatMoney({ amount: "123456789012345.6789", currency: "GBP" })).toBe("£123,456,789,012,345.6789");
});

test("counts are exact, however large", () => {
  expect(formatCount(1234)).toBe("1,234");
  expect(formatCount("9007199254740993")).toBe("9,007,199,254,740,993");
});
