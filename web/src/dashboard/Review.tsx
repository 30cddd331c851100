import { useMutation } from "@apollo/client/react";
import { useId, useState } from "react";
import type { OrderAction } from "../gql/graphql";
import { ReasonForm } from "../order/ReasonForm";
import { useAttempt } from "../order/useAttempt";
import { Problem } from "../ui/Notice";
import { APPROVE, REJECT } from "./operations";

/** What a seller decides about the proof that was looked at. */
export function Review(props: { proofId: string; may: readonly OrderAction[]; onDecided: () => void }) {
  const { proofId, may, onDecided } = props;
  const [approve] = useMutation(APPROVE);
  const [reject] = useMutation(REJECT);
  const [rejecting, setRejecting] = useState(false);
  const { attempt, problem, working } = useAttempt();
  const form = useId();

  async function accept() {
    const { data } = await approve({ variables: { input: { proofId } } });
    if (data?.approvePayment.order) onDecided();
    return data?.approvePayment.errors ?? [];
  }

  return (
    <div className="review">
      {problem && <Problem>{problem}</Problem>}
      <div className="actions">
        {may.includes("APPROVE_PAYMENT") && (
          <button type="button" className="primary" disabled={working} onClick={() => void attempt(accept)}>
            {working ? "Approving…" : "Approve payment"}
          </button>
        )}
        {may.includes("REJECT_PAYMENT") && (
          <button
            type="button"
            className="danger"
            aria-expanded={rejecting}
            aria-controls={form}
            onClick={() => setRejecting(!rejecting)}
          >
            Reject…
          </button>
        )}
      </div>
      {rejecting && (
        <ReasonForm
          id={form}
          label="Why? The buyer will read it"
          required
          danger
          submit="Reject payment"
          working="Rejecting…"
          keep="Back"
          onKeep={() => setRejecting(false)}
          onSubmit={async (reason) => {
            const { data } = await reject({ variables: { input: { proofId, reason } } });
            if (data?.rejectPayment.order) onDecided();
            return data?.rejectPayment.errors ?? [];
          }}
        />
      )}
    </div>
  );
}
