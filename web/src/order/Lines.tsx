import { useState } from "react";
import type { OrderQuery } from "../gql/graphql";
import { Amount } from "../ui/Amount";
import type { Money } from "../ui/money";

type Line = NonNullable<OrderQuery["order"]>["lines"][number];

const SHOWN = 12;

/** What was bought, as it was when it was bought. */
export function Lines({ lines, total }: { lines: Line[]; total: Money }) {
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, SHOWN);
  return (
    <>
      <table className="lines">
        <caption className="visually-hidden">What was ordered</caption>
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col" className="number">
              Quantity
            </th>
            <th scope="col" className="number wide">
              Price of one
            </th>
            <th scope="col" className="number">
              Total
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and never change
            <tr key={i}>
              <td>
                {line.title} <span className="hint">{line.sku}</span>
              </td>
              <td className="number">{line.quantity}</td>
              <td className="number wide">
                <Amount money={line.unitPrice} />
              </td>
              <td className="number">
                <Amount money={line.total} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              Total
            </th>
            <td className="wide" />
            <td className="number">
              <Amount money={total} />
            </td>
          </tr>
        </tfoot>
      </table>
      {lines.length > shown.length && (
        <button type="button" className="quiet small" onClick={() => setAll(true)}>
          Show all {lines.length} lines
        </button>
      )}
    </>
  );
}
