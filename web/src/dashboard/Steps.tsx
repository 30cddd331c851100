import { useMutation } from "@apollo/client/react";
import type { OrderAction } from "../gql/graphql";
import { COMPLETE, CONFIRM, DELIVER } from "../order/fulfilment";
import { Step } from "../order/Step";
import { Ship } from "./Ship";

/** What there is to do with a paid order, as far as one may do it. */
export function Steps({ orderId, may }: { orderId: string; may: readonly OrderAction[] }) {
  const [confirm] = useMutation(CONFIRM);
  const [deliver] = useMutation(DELIVER);
  const [complete] = useMutation(COMPLETE);
  const variables = { input: { orderId } };
  return (
    <>
      {may.includes("CONFIRM") && (
        <Step
          label="Confirm order"
          working="Confirming…"
          primary
          take={async () => (await confirm({ variables })).data?.confirmOrder.errors ?? []}
        />
      )}
      {may.includes("SHIP") && <Ship orderId={orderId} />}
      {may.includes("DELIVER") && (
        <Step
          label="Mark as delivered"
          working="Saving…"
          primary
          take={async () => (await deliver({ variables })).data?.deliverOrder.errors ?? []}
        />
      )}
      {may.includes("COMPLETE") && (
        <Step
          label="Complete order"
          working="Completing…"
          take={async () => (await complete({ variables })).data?.completeOrder.errors ?? []}
        />
      )}
    </>
  );
}
