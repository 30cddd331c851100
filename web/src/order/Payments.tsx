import { useMutation } from "@apollo/client/react";
import type { PaymentMethod, PaymentStatus, PaymentsQuery } from "../gql/graphql";
import { Amount } from "../ui/Amount";
import { Failure, Loading } from "../ui/Notice";
import { Ago } from "../ui/Time";
import { AskWhy } from "./AskWhy";
import { PAYMENTS, RECORD_REFUND } from "./payments";
import { useWithVersion } from "./useWithVersion";

type Payment = NonNullable<PaymentsQuery["order"]>["payments"][number];

const METHOD: Record<PaymentMethod, string> = {
  BANK_TRANSFER: "Bank transfer",
  MIDTRANS: "Midtrans",
  MANUAL: "Noted by an admin",
};

const STATUS: Record<PaymentStatus, string> = {
  PENDING: "not yet received",
  SETTLED: "received",
  FAILED: "not received",
  REFUND_DUE: "to be refunded",
  REFUNDED: "refunded",
};

/**
 * The money that came for an order, the latest first; nothing while there is none. `version`: the order's, so that new
 * ones are read.
 */
export function Payments(props: { orderId: string; version: number; mayRefund: boolean; heading: "h2" | "h3" }) {
  const { heading: Heading } = props;
  const { order, error, readAgain } = useWithVersion(PAYMENTS, props);
  if (!order) return error ? <Failure error={error} retry={readAgain} /> : <Loading what="the payments" />;
  if (order.payments.length === 0) return null;
  return (
    <section className="card" aria-label="Payments">
      <Heading>Payments</Heading>
      <ol className="story">
        {order.payments.map((payment) => (
          <li key={payment.id} data-payment={payment.status}>
            <Amount money={payment.amount} /> {STATUS[payment.status]}{" "}
            <span className="hint">
              {METHOD[payment.method]} · <Ago time={payment.receivedAt ?? payment.createdAt} />
              {payment.reference && (
                <>
                  {" · "}
                  <span className="code">{payment.reference}</span>
                </>
              )}
            </span>
            {payment.note && <blockquote>{payment.note}</blockquote>}
            {payment.refundedAt && (
              <p className="hint">
                Went back <Ago time={payment.refundedAt} />
              </p>
            )}
            {payment.refundNote && <blockquote>{payment.refundNote}</blockquote>}
            {props.mayRefund && payment.status === "REFUND_DUE" && <Refund of={payment} onDone={readAgain} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Refund({ of, onDone }: { of: Payment; onDone: () => void }) {
  const [record] = useMutation(RECORD_REFUND);
  return (
    <AskWhy
      button="It went back…"
      label="How? The buyer will read it"
      required
      submit="Record the refund"
      working="Saving…"
      keep="Not yet"
      onSubmit={async (note) => {
        const { data } = await record({ variables: { input: { paymentId: of.id, note } } });
        if (data?.recordRefund.payment) onDone();
        return data?.recordRefund.errors ?? [];
      }}
    />
  );
}
