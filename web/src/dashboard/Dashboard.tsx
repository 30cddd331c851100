import { Link, useSearchParams } from "wouter";
import type { OrderRowFragment } from "../gql/graphql";
import { OrderList } from "../order/OrderList";
import { OrderRow } from "../order/OrderRow";
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
import { ADMIN_BOARD, SELLER_BOARD, type View, type Views, viewOf } from "./views";

/** A seller's orders, for an admin everybody's, live: what waits for a decision first, one of them opened beside. */
export function Dashboard({ me, orderId }: { me: Me; orderId: string | undefined }) {
  const [search] = useSearchParams();
  const view = viewOf(search.get("view"));
  const { scope, views, lists } = me.seller ? SELLER_BOARD : ADMIN_BOARD;
  const { live, latest } = useOrderEvents(scope, lists);
  const { orders: toReview } = useOrders(views.review.lists[0].served);
  const { orders: toConfirm } = useOrders(views.confirm.lists[0].served);
  const waiting = toReview.length + toConfirm.length;
  useTitle(waiting > 0 ? `(${waiting}) Dashboard` : "Dashboard");

  const hrefOf = (id: string) => path(id, view);

  return (
    <div className="dashboard" data-open={orderId !== undefined}>
      <div className="dashboard-lists">
        <header className="page-head">
          <h1>{me.seller?.name ?? "All shops"}</h1>
          <LiveState live={live} />
        </header>
        {live.state === "refused" && <Failure error={live.error} />}
        <Filter views={views} current={view} hrefOf={(other) => path(orderId, other)} />
        {views[view].lists.map((list) => (
          <OrderList
            key={list.title}
            list={list.served}
            title={list.title}
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

function Filter({ views, current, hrefOf }: { views: Views; current: View; hrefOf: (view: View) => string }) {
  return (
    <nav className="filter" aria-label="Filter by status">
      {(Object.keys(views) as View[]).map((view) => (
        <Link
          key={view}
          href={hrefOf(view)}
          aria-current={view === current ? "page" : undefined}
          ref={view === current ? bringIntoView : undefined}
        >
          {views[view].label}
        </Link>
      ))}
    </nav>
  );
}

/** On a phone the filters are wider than the page. */
function bringIntoView(element: Element | null) {
  element?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
