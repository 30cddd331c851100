import { useMutation } from "@apollo/client/react";
import { useId, useState } from "react";
import { CANCEL } from "./operations";
import { ReasonForm } from "./ReasonForm";

/** Cancels an order, after a second thought. A seller says why. */
export function Cancel({ orderId, mustSayWhy }: { orderId: string; mustSayWhy: boolean }) {
  const [cancel] = useMutation(CANCEL);
  const [open, setOpen] = useState(false);
  const form = useId();

  return (
    <>
      <button
        type="button"
        className="quiet danger"
        aria-expanded={open}
        aria-controls={form}
        onClick={() => setOpen(!open)}
      >
        Cancel order…
      </button>
      {open && (
        <ReasonForm
          id={form}
          label={mustSayWhy ? "Why? The buyer will read it" : "Why? The seller will read it (optional)"}
          required={mustSayWhy}
          submit="Cancel the order"
          working="Cancelling…"
          keep="Keep it"
          onKeep={() => setOpen(false)}
          onSubmit={async (reason) => {
            const { data } = await cancel({ variables: { input: { orderId, reason: reason || null } } });
            return data?.cancelOrder.errors ?? [];
          }}
        />
      )}
    </>
  );
}
