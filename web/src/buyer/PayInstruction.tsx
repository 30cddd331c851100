import type { ReactNode } from "react";
import type { OrderQuery } from "../gql/graphql";
import { Amount } from "../ui/Amount";
import { Copy } from "../ui/Copy";

type Instruction = NonNullable<OrderQuery["order"]>["paymentInstruction"];

/** What to pay to whom, each part to copy. */
export function PayInstruction({ instruction }: { instruction: Instruction }) {
  const { amount, bankAccount, reference } = instruction;
  return (
    <section className="card" aria-label="How to pay">
      <h2>How to pay</h2>
      <p className="hint">Transfer exactly this amount, and give the reference with it.</p>
      <dl className="pay">
        <Part name="Amount" text={amount.amount} shown={<Amount money={amount} />} strong />
        <Part name="Reference" text={reference} strong />
        <Part name="Bank" text={bankAccount.bank} />
        <Part name="Account holder" text={bankAccount.holder} />
        <Part name="Account number" text={bankAccount.number} />
      </dl>
    </section>
  );
}

function Part(props: { name: string; text: string; shown?: ReactNode; strong?: boolean }) {
  return (
    <div className={props.strong ? "strong" : undefined}>
      <dt>{props.name}</dt>
      <dd>
        <span className="pay-value">{props.shown ?? props.text}</span>
        <Copy text={props.text} what={props.name.toLowerCase()} />
      </dd>
    </div>
  );
}
