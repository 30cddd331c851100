import { useMutation } from "@apollo/client/react";
import { START_PAYMENT } from "../order/payments";
import { Step } from "../order/Step";

/** Goes to the payment provider's own page, which sends the buyer back. */
export function PayOnline({ orderId }: { orderId: string }) {
  const [start] = useMutation(START_PAYMENT);
  return (
    <section className="card" aria-label="Pay online">
      <h2>Pay online</h2>
      <p className="hint">By card, wallet or virtual account. This page says when the money has come.</p>
      <Step
        label="Pay with Midtrans"
        working="Opening…"
        primary
        take={async () => {
          const { data } = await start({ variables: { input: { orderId, method: "MIDTRANS" } } });
          const page = data?.startPayment.payment?.page;
          if (page) window.location.assign(page.url);
          return data?.startPayment.errors ?? [];
        }}
      />
    </section>
  );
}
