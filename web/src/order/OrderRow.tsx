import { Link } from "wouter";
import type { OrderRowFragment, OrderStatus } from "../gql/graphql";
import { Amount } from "../ui/Amount";
import { Ago, Since } from "../ui/Time";
import { summary, waitingSince } from "./orders";
import { Status } from "./Status";

/** An order in a list. `who`: the other side's name. */
export function OrderRow(props: {
  order: OrderRowFragment;
  href: string;
  who: string;
  words: Record<OrderStatus, string>;
  current?: boolean;
}) {
  const { order } = props;
  const since = waitingSince(order);
  return (
    <Link
      href={props.href}
      className="row"
      aria-current={props.current ? "true" : undefined}
      aria-label={`Order ${order.number}`}
    >
      <span className="row-head">
        <strong className="order-number">{order.number}</strong>
        <Status status={order.status} words={props.words} />
      </span>
      <span className="row-lines">{summary(order.lines)}</span>
      <span className="row-foot">
        <span className="row-who">{props.who}</span>
        <span className="hint">
          {since ? (
            <>
              waits <Since time={since} />
            </>
          ) : (
            <Ago time={order.createdAt} />
          )}
        </span>
        <Amount money={order.total} />
      </span>
    </Link>
  );
}
