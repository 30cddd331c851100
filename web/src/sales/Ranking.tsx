import type { FiguresFragment } from "../gql/graphql";
import { Amount } from "../ui/Amount";
import { formatCount } from "../ui/money";
import { Empty } from "../ui/Notice";

export interface Ranked {
  key: string;
  name: string;
  of?: string | undefined;
  sales: FiguresFragment;
}

/** Who or what sold most, with a bar each. */
export function Ranking({ title, ranked }: { title: string; ranked: Ranked[] }) {
  const highest = Math.max(...ranked.map(({ sales }) => Number(sales.net.amount)), 0);
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {ranked.length === 0 && <Empty>Nothing was sold.</Empty>}
      <ol className="ranking">
        {ranked.map(({ key, name, of, sales }) => (
          <li key={key}>
            <span className="ranking-head">
              <span className="ranking-name">
                {name} {of && <span className="hint">{of}</span>}
              </span>
              <Amount money={sales.net} />
            </span>
            <span className="ranking-bar" aria-hidden="true">
              <span style={{ width: `${share(Number(sales.net.amount), highest)}%` }} />
            </span>
            <span className="hint">
              {formatCount(sales.units)} sold in {formatCount(sales.orders)} {sales.orders === 1 ? "order" : "orders"}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function share(value: number, highest: number): number {
  return highest > 0 ? Math.max(0, (value / highest) * 100) : 0;
}
