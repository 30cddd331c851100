import type { OrderParty } from "../gql/graphql";
import { Failure, Loading } from "../ui/Notice";
import { Ago } from "../ui/Time";
import { TIMELINE } from "./operations";
import { EVENT } from "./status";
import { useWithVersion } from "./useWithVersion";

const PARTY: Record<OrderParty, string> = {
  BUYER: "the buyer",
  SELLER: "the seller",
  ADMIN: "an admin",
  PROVIDER: "the payment provider",
  TIME: "time",
};

/** Each step of an order with who took it, the latest first. `version`: the order's, so that new ones are read. */
export function Timeline({ orderId, version }: { orderId: string; version: number }) {
  const { order, error, readAgain } = useWithVersion(TIMELINE, { orderId, version });
  if (!order) return error ? <Failure error={error} retry={readAgain} /> : <Loading what="the timeline" />;
  const { timeline, shipment } = order;
  return (
    <ol className="story">
      {timeline.toReversed().map((step) => (
        <li key={step.sequence} data-event={step.type}>
          {EVENT[step.type]}{" "}
          <span className="hint">
            {step.type !== "EXPIRED" && `by ${step.user?.name ?? PARTY[step.by]} · `}
            <Ago time={step.occurredAt} />
          </span>
          {step.reason && <blockquote>{step.reason}</blockquote>}
          {step.type === "SHIPPED" && shipment && (
            <p className="hint">
              {shipment.carrier}{" "}
              {shipment.trackingUrl ? (
                <a href={shipment.trackingUrl} target="_blank" rel="noreferrer noopener">
                  {shipment.trackingNumber}
                </a>
              ) : (
                <span className="code">{shipment.trackingNumber}</span>
              )}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
