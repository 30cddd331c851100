import { useQuery } from "@apollo/client/react";
import { Link, useSearchParams } from "wouter";
import type { FiguresFragment, SalesQuery } from "../gql/graphql";
import type { Me } from "../session/SignedIn";
import { Amount } from "../ui/Amount";
import { formatCount } from "../ui/money";
import { Empty, Failure, Loading } from "../ui/Notice";
import { useNow } from "../ui/useNow";
import { useTitle } from "../ui/useTitle";
import { Chart } from "./Chart";
import { SALES, SALES_BY_PRODUCT, SALES_BY_SELLER } from "./operations";
import { Ranking } from "./Ranking";
import { rangeOf, SPANS, type SpanName, spanOf } from "./spans";

type Series = NonNullable<SalesQuery["sales"]>[number];
type Range = ReturnType<typeof rangeOf>;

/** Sales go on: how often the figures are read again. */
const POLL = 10_000;
const MINUTE = 60_000;

const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What a seller sold, for an admin what all did. */
export function SalesPage({ me }: { me: Me }) {
  const [search] = useSearchParams();
  const name = spanOf(search.get("span"));
  const range = rangeOf(SPANS[name], useNow(MINUTE));
  const { data, error, refetch } = useQuery(SALES, {
    variables: { ...range, timeZone: TIME_ZONE },
    fetchPolicy: "cache-and-network",
    errorPolicy: "all",
    pollInterval: POLL,
  });
  useTitle("Sales");
  const series = data?.sales;
  return (
    <div className="sales">
      <header className="page-head">
        <h1>{me.seller ? `Sales of ${me.seller.name}` : "Sales of all shops"}</h1>
      </header>
      <nav className="filter" aria-label="How far back">
        {(Object.keys(SPANS) as SpanName[]).map((span) => (
          <Link
            key={span}
            href={span === "month" ? "/sales" : `/sales?span=${span}`}
            aria-current={span === name ? "page" : undefined}
          >
            {SPANS[span].label}
          </Link>
        ))}
      </nav>
      {!series &&
        (error ? <Failure error={error} retry={() => void refetch().catch(() => {})} /> : <Loading what="sales" />)}
      {series?.length === 0 && <Empty>Nothing was paid in this time.</Empty>}
      {series?.map((one) => (
        <InCurrency key={one.currency} series={one} range={range} ofAll={!me.seller} />
      ))}
    </div>
  );
}

function InCurrency({ series, range, ofAll }: { series: Series; range: Range; ofAll: boolean }) {
  return (
    <section aria-label={`In ${series.currency}`}>
      <Tiles figures={series.total} />
      <section className="card" aria-label="Over time">
        <h2>{range.by === "DAY" ? "By day" : "By hour"}</h2>
        <Chart series={series} unit={range.by} />
      </section>
      <div className={ofAll ? "columns" : "alone"}>
        <Products range={range} currency={series.currency} ofAll={ofAll} />
        {ofAll && <Sellers range={range} currency={series.currency} />}
      </div>
    </section>
  );
}

function Tiles({ figures }: { figures: FiguresFragment }) {
  return (
    <dl className="tiles">
      <div className="card">
        <dt>Net</dt>
        <dd>
          <Amount money={figures.net} />
        </dd>
      </div>
      <div className="card">
        <dt>Paid</dt>
        <dd>
          <Amount money={figures.paid} />
        </dd>
        <dd className="hint">
          {formatCount(figures.orders)} {figures.orders === 1 ? "order" : "orders"}, {formatCount(figures.units)} pieces
        </dd>
      </div>
      <div className="card">
        <dt>Cancelled after that</dt>
        <dd>
          <Amount money={figures.cancelled} />
        </dd>
        <dd className="hint">
          {formatCount(figures.cancelledOrders)} {figures.cancelledOrders === 1 ? "order" : "orders"}
        </dd>
      </div>
    </dl>
  );
}

function Products({ range, currency, ofAll }: { range: Range; currency: string; ofAll: boolean }) {
  const { from, to } = range;
  const { data, error } = useQuery(SALES_BY_PRODUCT, {
    variables: { from, to, currency },
    fetchPolicy: "cache-and-network",
    errorPolicy: "all",
    pollInterval: POLL,
  });
  if (!data?.ranked) return error ? <Failure error={error} /> : <Loading what="products" />;
  const ranked = data.ranked.edges.map(({ node: { product, seller, sales } }) => ({
    key: product?.id ?? "",
    name: product?.title ?? "A product that can't be read now",
    of: ofAll ? seller?.name : undefined,
    sales,
  }));
  return <Ranking title="Products" ranked={ranked} />;
}

function Sellers({ range, currency }: { range: Range; currency: string }) {
  const { from, to } = range;
  const { data, error } = useQuery(SALES_BY_SELLER, {
    variables: { from, to, currency },
    fetchPolicy: "cache-and-network",
    errorPolicy: "all",
    pollInterval: POLL,
  });
  if (!data?.ranked) return error ? <Failure error={error} /> : <Loading what="shops" />;
  const ranked = data.ranked.edges.map(({ node: { seller, sales } }) => ({
    key: seller?.id ?? "",
    name: seller?.name ?? "A shop that can't be read now",
    sales,
  }));
  return <Ranking title="Shops" ranked={ranked} />;
}
