import { Link } from "wouter";
import { EVENT } from "../order/status";
import type { OrderEvent } from "../order/useOrderEvents";
import { Ago } from "../ui/Time";

/** The events that came while the page was open; each is read out as it arrives. */
export function Latest({ events, hrefOf }: { events: OrderEvent[]; hrefOf: (orderId: string) => string }) {
  return (
    <section className="card latest" aria-label="Latest events">
      <h2>Latest</h2>
      <div role="log" aria-live="polite" aria-relevant="additions" aria-label="Events as they arrive">
        {events.length === 0 && <p className="hint">What happens to your orders shows here as it happens.</p>}
        <ol>
          {events.map((event) => (
            <li key={event.cursor} data-event={event.type}>
              <Link href={hrefOf(event.orderId)}>
                <span className="order-number">{event.order?.number ?? "An order"}</span>
              </Link>{" "}
              {EVENT[event.type]}
              {event.type === "PLACED" && event.order?.buyer && ` by ${event.order.buyer.name}`}{" "}
              <span className="hint">
                <Ago time={event.occurredAt} />
              </span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
