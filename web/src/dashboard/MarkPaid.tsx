import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { AskWhy } from "../order/AskWhy";
import { MARK_PAID } from "../order/payments";

/** Notes money that came by another way; for admins. */
export function MarkPaid({ orderId, expired }: { orderId: string; expired: boolean }) {
  const [markPaid] = useMutation(MARK_PAID);
  const [late, setLate] = useState(false);
  if (late) return <p className="notice">The order can't be had any more: the money is to be refunded.</p>;
  return (
    <AskWhy
      button={expired ? "The money came late…" : "The money came…"}
      label="What shows it? The buyer and the seller will read it"
      required
      submit="Mark as paid"
      working="Saving…"
      keep="Back"
      onSubmit={async (note) => {
        const { data } = await markPaid({ variables: { input: { orderId, note } } });
        setLate(data?.markPaid.payment?.status === "REFUND_DUE");
        return data?.markPaid.errors ?? [];
      }}
    />
  );
}
