import { formatMoney, type Money } from "./money";

export function Amount({ money }: { money: Money }) {
  return <span className="amount">{formatMoney(money)}</span>;
}
