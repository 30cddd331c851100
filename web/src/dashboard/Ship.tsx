import { useMutation } from "@apollo/client/react";
import { SHIP } from "../order/fulfilment";
import { useAttempt } from "../order/useAttempt";
import { Problem } from "../ui/Notice";

/** Says how an order's goods were sent. */
export function Ship({ orderId }: { orderId: string }) {
  const [ship] = useMutation(SHIP);
  const { attempt, problem, working } = useAttempt();

  async function submit(form: FormData) {
    const text = (name: string) => String(form.get(name)).trim();
    const input = {
      orderId,
      carrier: text("carrier"),
      trackingNumber: text("trackingNumber"),
      trackingUrl: text("trackingUrl") || null,
    };
    return (await ship({ variables: { input } })).data?.shipOrder.errors ?? [];
  }

  return (
    <form
      className="card ship"
      aria-label="Ship the order"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        void attempt(() => submit(form));
      }}
    >
      <h3>Ship it</h3>
      <div className="fields">
        <label>
          Carrier
          <input name="carrier" required maxLength={100} autoComplete="off" />
        </label>
        <label>
          Tracking number
          <input name="trackingNumber" required maxLength={100} autoComplete="off" />
        </label>
        <label className="wide">
          Where to follow it <span className="hint">a web address, optional</span>
          <input name="trackingUrl" type="url" maxLength={2000} placeholder="https://" autoComplete="off" />
        </label>
      </div>
      {problem && <Problem>{problem}</Problem>}
      <div className="actions">
        <button type="submit" className="primary" disabled={working}>
          {working ? "Shipping…" : "Mark as shipped"}
        </button>
      </div>
    </form>
  );
}
