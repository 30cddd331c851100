import { expect, test } from "vitest";
import { ServerClock } from "./clock";

const noon = Date.parse("2026-01-31T12:00:00Z");
const header = (time: number) => new Date(time).toUTCString();

function clockAt(local: { time: number }) {
  return new ServerClock(() => local.time);
}

test("a right clock is left alone, though the header is cut to seconds", () => {
  const local = { time: noon + 700 };
  const clock = clockAt(local);
  clock.observe(header(noon), noon + 650);
  expect(clock.now()).toBe(local.time);
});

test("a clock two minutes behind is corrected to within a second", () => {
  const local = { time: noon - 120_000 };
  const clock = clockAt(local);
  clock.observe(header(noon), local.time - 40);
  expect(clock.now()).toBeGreaterThanOrEqual(noon);
  expect(clock.now()).toBeLessThan(noon + 1000);
});

test("a clock ahead is corrected, and more answers narrow it down", () => {
  const ahead = 60_000;
  const local = { time: 0 };
  const clock = clockAt(local);
  for (let server = noon + 100; server < noon + 5000; server += 370) {
    local.time = server + ahead;
    clock.observe(header(server), local.time - 20);
  }
  expect(Math.abs(clock.now() - (local.time - ahead))).toBeLessThan(250);
});

test("after the machine's clock was set, the old answers count no more", () => {
  const local = { time: noon - 300_000 };
  const clock = clockAt(local);
  clock.observe(header(noon), local.time);
  local.time = noon + 5000;
  clock.observe(header(noon + 5000), local.time);
  expect(clock.now()).toBe(local.time);
});

test("an answer without a usable header changes nothing", () => {
  const clock = clockAt({ time: noon });
  clock.observe(null, noon);
  clock.observe("yesterday", noon);
  expect(clock.now()).toBe(noon);
});
