const STEPS = 4;

/** The heights of a chart's bars: up for what came in, down for what went out. */
export interface Scale {
  top: number;
  bottom: number;
  /** Round values from the bottom to the top, 0 among them. */
  ticks: number[];
}

/** A scale on which the highest and the lowest have a place. */
export function scaleOf(up: readonly number[], down: readonly number[]): Scale {
  const highest = Math.max(0, ...up);
  const lowest = Math.max(0, ...down);
  const step = round(Math.max(highest + lowest, 1) / STEPS);
  const above = Math.max(1, Math.ceil(highest / step));
  const below = Math.ceil(lowest / step);
  const ticks = Array.from({ length: above + below + 1 }, (_, i) => (i - below) * step);
  return { top: above * step, bottom: -below * step, ticks };
}

/** The next of 1, 2, 5, 10, 20, 50 … */
function round(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const rest = value / power;
  return (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10) * power;
}
