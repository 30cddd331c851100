import { useMutation } from "@apollo/client/react";
import type { OrderAction } from "../gql/graphql";
import { COMPLETE, DELIVER } from "../order/fulfilment";
import { EXTEND_DEADLINE } from "../order/payments";
import { Step } from "../order/Step";

/** What a buyer can do with an order by one click, as far as it is time for it. */
export function Steps({ orderId, may }: { orderId: string; may: readonly OrderAction[] }) {
  const [extend] = useMutation(EXTEND_DEADLINE);
  const [deliver] = useMutation(DELIVER);
  const [complete] = useMutation(COMPLETE);
  const variables = { input: { orderId } };
  return (
    <>
      {may.includes("EXTEND_DEADLINE") && (
        <Step
          label="Give me 24 hours more"
          working="Asking…"
          take={async () => (await extend({ variables })).data?.extendDeadline.errors ?? []}
        />
      )}
      {may.includes("DELIVER") && (
        <Step
          label="It has arrived"
          working="Saving…"
          primary
          take={async () => (await deliver({ variables })).data?.deliverOrder.errors ?? []}
        />
      )}
      {may.includes("COMPLETE") && (
        <Step
          label="All is well"
          working="Saving…"
          primary
          take={async () => (await complete({ variables })).data?.completeOrder.errors ?? []}
        />
      )}
    </>
  );
}
