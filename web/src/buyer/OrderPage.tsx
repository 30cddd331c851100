import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { Link } from "wouter";
import { useApi } from "../api/ApiProvider";
import { type Live, useLive } from "../api/useLive";
import type { OrderQuery, OrderStatusChangedSubscription } from "../gql/graphql";
import { Cancel } from "../order/Cancel";
import { keepFacts } from "../order/cache";
import { Lines } from "../order/Lines";
import { ORDER, ORDER_STATUS_CHANGED } from "../order/operations";
import { Payments } from "../order/Payments";
import { Proofs } from "../order/Proofs";
import { Status } from "../order/Status";
import { STATUS_FOR_BUYER } from "../order/status";
import { LiveState } from "../ui/LiveState";
import { Empty, Failure, Loading } from "../ui/Notice";
import { Ago } from "../ui/Time";
import { useTitle } from "../ui/useTitle";
import { PayInstruction } from "./PayInstruction";
import { PayOnline } from "./PayOnline";
import { ProofUpload } from "./ProofUpload";
import { Standing } from "./Standing";
import { Steps } from "./Steps";
import { Story } from "./Story";

type Order = NonNullable<OrderQuery["order"]>;
type Event = OrderStatusChangedSubscription["orderStatusChanged"];

/** One order, live, as its buyer sees it. */
export function OrderPage({ id }: { id: string }) {
  const { client } = useApi();
  const { data, error, refetch } = useQuery(ORDER, {
    variables: { id },
    errorPolicy: "all",
    fetchPolicy: "cache-and-network",
    nextFetchPolicy: "cache-first",
  });
  const [events, setEvents] = useState<Event[]>([]);
  const readAgain = () => void refetch().catch(() => {});
  const live = useLive({
    document: ORDER_STATUS_CHANGED,
    variables: { orderId: id },
    pick: (result) => result.orderStatusChanged,
    onEvent: (event) => {
      setEvents((before) => (before.some(({ sequence }) => sequence >= event.sequence) ? before : [...before, event]));
      if (event.order) return;
      keepFacts(client.cache, event);
      readAgain();
    },
  });
  const order = data?.order;
  useTitle(order ? `${order.number}: ${STATUS_FOR_BUYER[order.status]}` : "Order");

  return (
    <div className="order-page">
      <Link href="/orders" className="back always">
        My orders
      </Link>
      {order ? (
        <Known order={order} live={live} events={events} />
      ) : error ? (
        <Failure error={error} retry={readAgain} />
      ) : data ? (
        <Empty>There is no such order of yours. Is it the right account?</Empty>
      ) : (
        <Loading what="the order" />
      )}
    </div>
  );
}

function Known({ order, live, events }: { order: Order; live: Live; events: Event[] }) {
  const may = new Set(order.allowedActions);
  return (
    <article aria-label={`Order ${order.number}`}>
      <header className="page-head">
        <h1>
          Order <span className="order-number">{order.number}</span>
        </h1>
        <LiveState live={live} />
      </header>
      <p className="hint">
        {order.seller && `Sold by ${order.seller.name} · `}placed <Ago time={order.createdAt} />
      </p>
      <section className="card standing" data-for={order.status} aria-label="Status">
        <Status status={order.status} words={STATUS_FOR_BUYER} announce />
        <Standing order={order} />
        <Steps orderId={order.id} may={order.allowedActions} />
      </section>
      <div className="columns">
        <div>
          {order.status === "PENDING_PAYMENT" && <PayInstruction instruction={order.paymentInstruction} />}
          {order.status === "PENDING_PAYMENT" && order.paymentMethods.includes("MIDTRANS") && (
            <PayOnline orderId={order.id} />
          )}
          {may.has("SUBMIT_PAYMENT_PROOF") && <ProofUpload orderId={order.id} />}
          {order.proofs.length > 0 && (
            <section className="card" aria-label="What you handed in">
              <h2>What you handed in</h2>
              <Proofs orderId={order.id} version={order.version} />
            </section>
          )}
        </div>
        <div>
          <Payments orderId={order.id} version={order.version} mayRefund={false} heading="h2" />
          <section className="card" aria-label="Lines">
            <h2>What you ordered</h2>
            <Lines lines={order.lines} total={order.total} />
          </section>
          <Story events={events} />
          {may.has("CANCEL") && <Cancel orderId={order.id} mustSayWhy={false} />}
        </div>
      </div>
    </article>
  );
}
