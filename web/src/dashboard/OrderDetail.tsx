import { useQuery } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import type { OrderQuery } from "../gql/graphql";
import { Cancel } from "../order/Cancel";
import { Lines } from "../order/Lines";
import { ORDER } from "../order/operations";
import { waitingSince } from "../order/orders";
import { Payments } from "../order/Payments";
import { Proofs } from "../order/Proofs";
import { Status } from "../order/Status";
import { Timeline } from "../order/Timeline";
import { Amount } from "../ui/Amount";
import { Empty, Failure, Loading } from "../ui/Notice";
import { Ago, Countdown, Since } from "../ui/Time";
import { MarkPaid } from "./MarkPaid";
import { Review } from "./Review";
import { Steps } from "./Steps";

type Order = NonNullable<OrderQuery["order"]>;

/** One order, as its seller sees it. It changes with the events that the dashboard follows. */
export function OrderDetail({ id, back }: { id: string; back: string }) {
  const { data, error, refetch } = useQuery(ORDER, {
    variables: { id },
    errorPolicy: "all",
    fetchPolicy: "cache-and-network",
    nextFetchPolicy: "cache-first",
  });
  return (
    <div className="detail">
      <Link href={back} className="back">
        All orders
      </Link>
      {data?.order ? (
        <Known order={data.order} />
      ) : error ? (
        <Failure error={error} retry={() => void refetch().catch(() => {})} />
      ) : data ? (
        <Empty>There is no such order of yours.</Empty>
      ) : (
        <Loading what="the order" />
      )}
    </div>
  );
}

function Known({ order }: { order: Order }) {
  const [latest] = order.proofs;
  const { paymentInstruction: pay } = order;
  const since = waitingSince(order);
  const may = new Set(order.allowedActions);
  const heading = useRef<HTMLHeadingElement>(null);
  const toTheTop = () => heading.current?.focus();
  useEffect(toTheTop, []);
  return (
    <article aria-label={`Order ${order.number}`}>
      <header className="detail-head">
        <h2 ref={heading} tabIndex={-1}>
          Order <span className="order-number">{order.number}</span>
        </h2>
        <Status status={order.status} announce />
      </header>
      <dl className="facts">
        <div>
          <dt>Buyer</dt>
          <dd>{order.buyer?.name ?? "can't be read now"}</dd>
        </div>
        <div>
          <dt>Placed</dt>
          <dd>
            <Ago time={order.createdAt} />
          </dd>
        </div>
        {since && (
          <div>
            <dt>Waits</dt>
            <dd>
              <Since time={since} />
            </dd>
          </div>
        )}
        {order.expiresAt && (
          <div>
            <dt>Time to pay</dt>
            <dd>
              <Countdown until={order.expiresAt} over="over" />
            </dd>
          </div>
        )}
      </dl>
      {order.reason && <blockquote>{order.reason}</blockquote>}
      <Steps key={`steps ${order.id}`} orderId={order.id} may={order.allowedActions} />

      {latest && (
        <section className="card" aria-label="Proofs of payment">
          <h3>Proof of payment</h3>
          <dl className="facts expected">
            <div>
              <dt>Amount to find</dt>
              <dd>
                <Amount money={pay.amount} />
              </dd>
            </div>
            <div>
              <dt>Reference</dt>
              <dd className="code">{pay.reference}</dd>
            </div>
            <div>
              <dt>On the account</dt>
              <dd>
                {pay.bankAccount.bank} <span className="code">{pay.bankAccount.number}</span>
              </dd>
            </div>
          </dl>
          <Proofs key={order.id} orderId={order.id} version={order.version} />
          {!latest.review && (
            <Review key={latest.id} proofId={latest.id} may={order.allowedActions} onDecided={toTheTop} />
          )}
        </section>
      )}

      <Payments key={`payments ${order.id}`} orderId={order.id} version={order.version} mayRefund heading="h3" />

      <section className="card" aria-label="Lines">
        <h3>What was ordered</h3>
        <Lines lines={order.lines} total={order.total} />
      </section>

      <section className="card" aria-label="Timeline">
        <h3>Timeline</h3>
        <Timeline orderId={order.id} version={order.version} />
      </section>
      {(may.has("MARK_PAID") || may.has("REINSTATE")) && (
        <MarkPaid key={`paid ${order.id}`} orderId={order.id} expired={may.has("REINSTATE")} />
      )}
      {may.has("CANCEL") && <Cancel key={order.id} orderId={order.id} mustSayWhy />}
    </article>
  );
}
