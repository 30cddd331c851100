import { Link, useSearchParams } from "wouter";
import type { OrderRowFragment } from "../gql/graphql";
import { OrderList } from "../order/OrderList";
import { OrderRow } from "../order/OrderRow";
import { SELLER_ORDERS } from "../order/operations";
import { waitingSince } from "../order/orders";
import { STATUS } from "../order/status";
import { useOrderEvents } from "../order/useOrderEvents";
import { useOrders } from "../order/useOrders";
import type { Me } from "../session/SignedIn";
import { LiveState } from "../ui/LiveState";
import { Empty, Failure } from "../ui/Notice";
import { Ago, Since } from "../ui/Time";
import { useTitle } from "../ui/useTitle";
import { Latest } from "./Latest";
import { OrderDetail } from "./OrderDetail";
import { LISTS, VIEWS, type View, viewOf } from "./views";

/** A seller's orders, live: what waits for a decision first, one of them opened beside. */
export function Dashboard({ me, orderId }: { me: Me; orderId: string | undefined }) {
  const [search] = useSearchParams();
  const view = viewOf(search.get("view"));
  const { live, latest } = useOrderEvents("SELLER", SELLER_ORDERS, LISTS);
  const { orders: toReview } = useOrders(SELLER_ORDERS, VIEWS.review.lists[0].statuses);
  useTitle(toReview.length > 0 ? `(${toReview.length}) Dashboard` : "Dashboard");

  const hrefOf = (id: string) => path(id, view);

  return (
    <div className="dashboard" data-open={orderId !== undefined}>
      <div className="dashboard-lists">
        <header className="page-head">
          <h1>{me.seller?.name ?? "Dashboard"}</h1>
          <LiveState live={live} />
        </header>
        {live.state === "refused" && <Failure error={live.error} />}
        <Filter current={view} hrefOf={(other) => path(orderId, other)} />
        {VIEWS[view].lists.map((list) => (
          <OrderList
            key={list.title}
            document={SELLER_ORDERS}
            title={list.title}
            statuses={list.statuses}
            empty={<Empty>{list.empty}</Empty>}
            row={(order) => (
              <OrderRow
                order={order}
                href={hrefOf(order.id)}
                who={order.buyer?.name ?? "Buyer can't be read now"}
                when={<Waits order={order} />}
                words={STATUS}
                current={order.id === orderId}
              />
            )}
          />
        ))}
      </div>
      <div className="dashboard-side">
        {orderId !== undefined && <OrderDetail key={orderId} id={orderId} back={path(undefined, view)} />}
        <Latest events={latest} hrefOf={hrefOf} />
      </div>
    </div>
  );
}

/** How long somebody waits, or when it was if nobody does. */
function Waits({ order }: { order: OrderRowFragment }) {
  const since = waitingSince(order);
  if (!since) return <Ago time={order.createdAt} />;
  return (
    <>
      waits <Since time={since} />
    </>
  );
}

function path(orderId: string | undefined, view: View): string {
  return (orderId ? `/dashboard/${orderId}` : "/dashboard") + (view === "open" ? "" : `?view=${view}`);
}

function Filter({ current, hrefOf }: { current: View; hrefOf: (view: View) => string }) {
  return (
    <nav className="filter" aria-label="Filter by status">
      {(Object.keys(VIEWS) as View[]).map((view) => (
        <Link
          key={view}
          href={hrefOf(view)}
          aria-current={view === current ? "page" : undefined}
          ref={view === current ? bringIntoView : undefined}
        >
          {VIEWS[view].label}
        </Link>
      ))}
    </nav>
  );
}

/** On a phone the filters are wider than the page. */
function bringIntoView(element: Element | null) {
  element?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
