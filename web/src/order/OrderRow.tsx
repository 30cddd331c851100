import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { clock } from "../api/api";
import type { OrderRowFragment, OrderStatus } from "../gql/graphql";
import { Amount } from "../ui/Amount";
import { summary, waitingSince } from "./orders";
import { Status } from "./Status";

/** So that an order that comes in, or moves to another list, catches the eye. */
const JUST_ARRIVED = 15_000;

/** An order in a list. `who`: the other side's name; `when`: the time that matters to this side. */
export function OrderRow(props: {
  order: OrderRowFragment;
  href: string;
  who: string;
  when: ReactNode;
  words: Record<OrderStatus, string>;
  current?: boolean;
}) {
  const { order } = props;
  const since = waitingSince(order);
  const [arrives] = useState(() => since !== null && clock.now() - Date.parse(since) < JUST_ARRIVED);
  return (
    <Link
      href={props.href}
      className={arrives ? "row arrives" : "row"}
      aria-current={props.current ? "true" : undefined}
    >
      <span className="row-head">
        <strong>
          <span className="visually-hidden">Order </span>
          <span className="order-number">{order.number}</span>
        </strong>
        <Status status={order.status} words={props.words} />
      </span>
      <span className="row-lines">{summary(order.lines)}</span>
      <span className="row-foot">
        <span className="row-who">{props.who}</span>
        <span className="hint">{props.when}</span>
        <Amount money={order.total} />
      </span>
    </Link>
  );
}
