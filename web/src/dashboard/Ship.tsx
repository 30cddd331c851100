import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { inWords } from "../api/trouble";
import { SHIP } from "../order/fulfilment";
import { Problem } from "../ui/Notice";

/** Says how an order's goods were sent. */
export function Ship({ orderId }: { orderId: string }) {
  const [ship, { loading }] = useMutation(SHIP);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(form: FormData) {
    setProblem(null);
    const text = (name: string) => String(form.get(name)).trim();
    const input = {
      orderId,
      carrier: text("carrier"),
      trackingNumber: text("trackingNumber"),
      trackingUrl: text("trackingUrl") || null,
    };
    try {
      const { data } = await ship({ variables: { input } });
      setProblem(data?.shipOrder.errors.map(({ message }) => message).join(" ") || null);
    } catch (error) {
      setProblem(inWords(error));
    }
  }

  return (
    <form
      className="card ship"
      aria-label="Ship the order"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
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
        <button type="submit" className="primary" disabled={loading}>
          {loading ? "Shipping…" : "Mark as shipped"}
        </button>
      </div>
    </form>
  );
}
