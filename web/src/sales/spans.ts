import type { SalesUnit } from "../gql/graphql";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Span {
  label: string;
  unit: SalesUnit;
  length: number;
}

/** How far back one looks. */
export const SPANS = {
  day: { label: "24 hours", unit: "HOUR", length: DAY },
  week: { label: "7 days", unit: "DAY", length: 7 * DAY },
  month: { label: "30 days", unit: "DAY", length: 30 * DAY },
  year: { label: "12 months", unit: "DAY", length: 365 * DAY },
} as const satisfies Record<string, Span>;

export type SpanName = keyof typeof SPANS;

export function spanOf(name: string | null): SpanName {
  return name !== null && Object.hasOwn(SPANS, name) ? (name as SpanName) : "month";
}

/** From when to when: to the end of this hour, with as many periods as the span has. */
export function rangeOf({ unit, length }: Span, now: number): { from: string; to: string; by: SalesUnit } {
  const to = Math.ceil(now / HOUR) * HOUR;
  // the period that `to` is in is one of them
  const from = to - length + (unit === "DAY" ? DAY : 0);
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), by: unit };
}
