import type { OrderRowFragment } from "../gql/graphql";
import { Countdown } from "../ui/Time";

/** The status in whole sentences: what it means, and what there is to do. */
export function Standing({ order }: { order: OrderRowFragment }) {
  const seller = order.seller?.name ?? "The seller";
  switch (order.status) {
    case "PENDING_PAYMENT":
      return (
        <>
          {order.proofs[0]?.review?.decision === "REJECTED" ? (
            <>
              <p>{seller} could not accept your proof. Hand in another one, or pay again what was missing.</p>
              <Reason reason={order.reason} />
            </>
          ) : (
            <p>Pay, then hand in a proof of it below.</p>
          )}
          {order.expiresAt && (
            <p className="time-left">
              Time left <Countdown until={order.expiresAt} over="over" />
            </p>
          )}
        </>
      );
    case "PAYMENT_REVIEW":
      return (
        <p>
          {seller} is looking at your proof. The time to pay stands still meanwhile; there is nothing for you to do.
        </p>
      );
    case "PAID":
      return <p>{seller} has your money. Thank you.</p>;
    case "PROCESSING":
      return <p>{seller} is preparing your order.</p>;
    case "SHIPPED":
      return <p>Your order is on its way.</p>;
    case "DELIVERED":
    case "COMPLETED":
      return <p>Your order has arrived. Thank you.</p>;
    case "CANCELLED":
      return (
        <>
          <p>This order was cancelled. There is nothing to pay.</p>
          <Reason reason={order.reason} />
        </>
      );
    case "EXPIRED":
      return <p>This order was not paid in time, so it has ended. There is nothing to pay any more.</p>;
  }
}

function Reason({ reason }: { reason: string | null }) {
  return reason && <blockquote>{reason}</blockquote>;
}
