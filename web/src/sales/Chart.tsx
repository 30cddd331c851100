import { useState } from "react";
import type { SalesQuery, SalesUnit } from "../gql/graphql";
import { Amount } from "../ui/Amount";
import { formatMoney, LOCALE } from "../ui/money";
import { scaleOf } from "./scale";

type Series = NonNullable<SalesQuery["sales"]>[number];
type Period = Series["periods"][number];

const HEIGHT = 100;
/** How much of its place a bar takes. */
const WIDTH = 0.72;

/** What was paid in each period as bars, and below the line what was cancelled. */
export function Chart({ series, unit }: { series: Series; unit: SalesUnit }) {
  const { periods, currency } = series;
  const [pointed, setPointed] = useState<number | null>(null);
  // how high a bar is need not be exact; what is written is
  const paid = periods.map(({ sales }) => Number(sales.paid.amount));
  const cancelled = periods.map(({ sales }) => Number(sales.cancelled.amount));
  const { top, bottom, ticks } = scaleOf(paid, cancelled);
  const y = (value: number) => ((top - value) / (top - bottom)) * HEIGHT;
  const shown = pointed === null ? undefined : periods[pointed];
  return (
    <figure className="chart">
      <div className="chart-area">
        {ticks.map((tick) => (
          <span key={tick} className="tick" style={{ top: `${y(tick)}%` }} aria-hidden="true">
            {short(tick, currency)}
          </span>
        ))}
        <svg
          viewBox={`0 0 ${periods.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`Sales by ${unit === "DAY" ? "day" : "hour"} in ${currency}, ${formatMoney(series.total.net)} in all`}
          onPointerMove={(event) => {
            const { left, width } = event.currentTarget.getBoundingClientRect();
            const at = Math.floor(((event.clientX - left) / width) * periods.length);
            setPointed(Math.min(Math.max(at, 0), periods.length - 1));
          }}
          onPointerLeave={() => setPointed(null)}
        >
          {ticks.map((tick) => (
            <line
              key={tick}
              className={tick === 0 ? "axis" : "grid"}
              x1="0"
              x2={periods.length}
              y1={y(tick)}
              y2={y(tick)}
            />
          ))}
          {pointed !== null && <rect className="pointed" x={pointed} y="0" width="1" height={HEIGHT} />}
          {periods.map(({ from }, i) => (
            <g key={from}>
              <rect
                className="bar"
                x={i + (1 - WIDTH) / 2}
                width={WIDTH}
                y={y(paid[i] ?? 0)}
                height={y(0) - y(paid[i] ?? 0)}
              />
              <rect
                className="bar cancelled"
                x={i + (1 - WIDTH) / 2}
                width={WIDTH}
                y={y(0)}
                height={y(-(cancelled[i] ?? 0)) - y(0)}
              />
            </g>
          ))}
        </svg>
      </div>
      <div className="chart-times" aria-hidden="true">
        {labels(periods, unit).map(({ at, text }) => (
          <span key={at} style={{ left: `${((at + 0.5) / periods.length) * 100}%` }}>
            {text}
          </span>
        ))}
      </div>
      <figcaption className="hint">
        {shown ? (
          <>
            {full(shown.from, unit)}: <Amount money={shown.sales.paid} /> from {shown.sales.orders}{" "}
            {shown.sales.orders === 1 ? "order" : "orders"}
            {shown.sales.cancelledOrders > 0 && (
              <>
                , <Amount money={shown.sales.cancelled} /> cancelled
              </>
            )}
          </>
        ) : (
          "When it was paid; below the line, what was cancelled after that."
        )}
      </figcaption>
      <details className="as-table">
        <summary>As a table</summary>
        <Table periods={periods} unit={unit} />
      </details>
    </figure>
  );
}

function Table({ periods, unit }: { periods: Period[]; unit: SalesUnit }) {
  const sold = periods.filter(({ sales }) => sales.orders > 0 || sales.cancelledOrders > 0);
  if (sold.length === 0) return <p className="hint">Nothing was sold.</p>;
  return (
    <table className="lines">
      <thead>
        <tr>
          <th scope="col">{unit === "DAY" ? "Day" : "Hour"}</th>
          <th scope="col" className="number">
            Orders
          </th>
          <th scope="col" className="number">
            Paid
          </th>
          <th scope="col" className="number wide">
            Cancelled
          </th>
          <th scope="col" className="number">
            Net
          </th>
        </tr>
      </thead>
      <tbody>
        {sold.map(({ from, sales }) => (
          <tr key={from}>
            <th scope="row">{full(from, unit)}</th>
            <td className="number">{sales.orders}</td>
            <td className="number">
              <Amount money={sales.paid} />
            </td>
            <td className="number wide">
              <Amount money={sales.cancelled} />
            </td>
            <td className="number">
              <Amount money={sales.net} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const SHOWN = 6;

/** Some of the periods, so that their names have room. */
function labels(periods: Period[], unit: SalesUnit): { at: number; text: string }[] {
  const every = Math.max(1, Math.ceil(periods.length / SHOWN));
  const format = new Intl.DateTimeFormat(
    LOCALE,
    unit === "HOUR" ? { hour: "2-digit", minute: "2-digit" } : { day: "numeric", month: "short" },
  );
  return periods.flatMap(({ from }, at) =>
    at % every === Math.floor(every / 2) ? [{ at, text: format.format(Date.parse(from)) }] : [],
  );
}

function full(time: string, unit: SalesUnit): string {
  const format = new Intl.DateTimeFormat(LOCALE, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(unit === "HOUR" ? { hour: "2-digit", minute: "2-digit" } : { year: "numeric" }),
  });
  return format.format(Date.parse(time));
}

function short(value: number, currency: string): string {
  const format = new Intl.NumberFormat(LOCALE, {
    style: "currency",
    currency,
    notation: "compact",
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  });
  return format.format(value);
}
