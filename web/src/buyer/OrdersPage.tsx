import { byStatus } from "../order/lists";
import { OrderList } from "../order/OrderList";
import { OrderRow } from "../order/OrderRow";
import { MY_ORDERS } from "../order/operations";
import { STATUS_FOR_BUYER } from "../order/status";
import { useOrderEvents } from "../order/useOrderEvents";
import { LiveState } from "../ui/LiveState";
import { Empty, Failure } from "../ui/Notice";
import { Ago, Due } from "../ui/Time";
import { useTitle } from "../ui/useTitle";

const ALL = byStatus(MY_ORDERS, []);
const LISTS = [ALL];

/** What the logged-in user bought, live. */
export function OrdersPage() {
  const { live } = useOrderEvents("MINE", LISTS);
  useTitle("My orders");
  return (
    <div className="narrow">
      <header className="page-head">
        <h1>My orders</h1>
        <LiveState live={live} />
      </header>
      {live.state === "refused" && <Failure error={live.error} />}
      <OrderList
        list={ALL}
        title="Latest first"
        empty={<Empty>You have not ordered anything yet.</Empty>}
        row={(order) => (
          <OrderRow
            order={order}
            href={`/orders/${order.id}`}
            who={order.seller?.name ?? "Seller can't be read now"}
            when={order.expiresAt ? <Due time={order.expiresAt} /> : <Ago time={order.createdAt} />}
            words={STATUS_FOR_BUYER}
          />
        )}
      />
    </div>
  );
}
