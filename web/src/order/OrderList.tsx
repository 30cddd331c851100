import { type ReactNode, useId, useState } from "react";
import type { OrderRowFragment } from "../gql/graphql";
import { Failure, Loading } from "../ui/Notice";
import type { ServedList } from "./lists";
import { useOrders } from "./useOrders";

/** A list of orders under a heading, with a button for the next page. */
export function OrderList(props: {
  list: ServedList;
  title: string;
  empty: ReactNode;
  row: (order: OrderRowFragment) => ReactNode;
}) {
  const { orders, known, more, loading, error, retry, loadMore } = useOrders(props.list);
  const [loadingMore, setLoadingMore] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const heading = useId();

  async function next() {
    setLoadingMore(true);
    setFailed(null);
    await loadMore().catch(setFailed);
    setLoadingMore(false);
  }

  return (
    <section className="order-list" aria-labelledby={heading}>
      <h2 id={heading}>
        {props.title}
        {known && <span className="count">{more ? `${orders.length}+` : orders.length}</span>}
      </h2>
      {!known && (error && !loading ? <Failure error={error} retry={retry} /> : <Loading what={props.title} />)}
      {known && orders.length === 0 && !more && props.empty}
      {orders.length > 0 && (
        <ul className="rows">
          {orders.map((order) => (
            <li key={order.id}>{props.row(order)}</li>
          ))}
        </ul>
      )}
      {failed !== null && <Failure error={failed} />}
      {more && (
        <button type="button" className="more" disabled={loadingMore} onClick={() => void next()}>
          {loadingMore ? "Loading…" : "Show more orders"}
        </button>
      )}
    </section>
  );
}
