import type { OrderStatusChangedSubscription } from "../gql/graphql";
import { EVENT } from "../order/status";
import { Ago } from "../ui/Time";

type Event = OrderStatusChangedSubscription["orderStatusChanged"];

/** What has happened to the order, the latest first; each step is read out as it arrives. */
export function Story({ events }: { events: Event[] }) {
  if (events.length === 0) return null;
  return (
    <section className="card" aria-label="What has happened">
      <h2>What has happened</h2>
      <ol className="story" role="log" aria-live="polite" aria-label="Steps of this order">
        {events.toReversed().map((event) => (
          <li key={event.sequence} data-event={event.type}>
            {EVENT[event.type]}{" "}
            <span className="hint">
              <Ago time={event.occurredAt} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
