import { useMutation } from "@apollo/client/react";
import { AskWhy } from "./AskWhy";
import { CANCEL } from "./operations";

/** Cancels an order, after a second thought. A seller says why. */
export function Cancel({ orderId, mustSayWhy }: { orderId: string; mustSayWhy: boolean }) {
  const [cancel] = useMutation(CANCEL);
  return (
    <AskWhy
      button="Cancel order…"
      danger
      label={mustSayWhy ? "Why? The buyer will read it" : "Why? The seller will read it (optional)"}
      required={mustSayWhy}
      submit="Cancel the order"
      working="Cancelling…"
      keep="Keep it"
      onSubmit={async (reason) => {
        const { data } = await cancel({ variables: { input: { orderId, reason: reason || null } } });
        return data?.cancelOrder.errors ?? [];
      }}
    />
  );
}
