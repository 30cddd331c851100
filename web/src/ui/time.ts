import { LOCALE } from "./money";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" });
const exact = new Intl.DateTimeFormat(LOCALE, { dateStyle: "full", timeStyle: "medium" });

/** `5 minutes ago`, `in 2 hours`, `just now`. */
export function relativeTime(time: number, now: number): string {
  const distance = time - now;
  const size = Math.abs(distance);
  if (size < 10 * SECOND) return "just now";
  if (size < MINUTE) return relative.format(Math.trunc(distance / SECOND), "second");
  if (size < HOUR) return relative.format(Math.trunc(distance / MINUTE), "minute");
  if (size < DAY) return relative.format(Math.trunc(distance / HOUR), "hour");
  return relative.format(Math.trunc(distance / DAY), "day");
}

/** With date and seconds, in the reader's own time zone. */
export function exactTime(time: number): string {
  return exact.format(time);
}

/** How long something has lasted, roughly: `< 1 min`, `12 min`, `3 h 5 min`, `2 days 4 h`. */
export function duration(milliseconds: number): string {
  if (milliseconds < MINUTE) return "< 1 min";
  if (milliseconds < HOUR) return `${Math.floor(milliseconds / MINUTE)} min`;
  if (milliseconds < DAY) {
    return parts([Math.floor(milliseconds / HOUR), "h"], [Math.floor((milliseconds % HOUR) / MINUTE), "min"]);
  }
  const days = Math.floor(milliseconds / DAY);
  return parts([days, days === 1 ? "day" : "days"], [Math.floor((milliseconds % DAY) / HOUR), "h"]);
}

/** The time left until a deadline, to the second: `0:09`, `12:05`, `1:02:03`, `2 days 4:00:00`; null once it is over. */
export function timeLeft(deadline: number, now: number): string | null {
  // rounded up: `0:00` would show for a second in which there is still time
  const seconds = Math.ceil((deadline - now) / SECOND);
  if (seconds <= 0) return null;
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const clock = [minutes, seconds % 60].map((part) => String(part).padStart(2, "0"));
  if (days > 0) return `${days} ${days === 1 ? "day" : "days"} ${hours}:${clock.join(":")}`;
  return hours > 0 ? `${hours}:${clock.join(":")}` : `${minutes}:${clock[1]}`;
}

function parts(large: [number, string], small: [number, string]): string {
  const shown = small[0] > 0 ? [large, small] : [large];
  return shown.map((part) => part.join(" ")).join(" ");
}
