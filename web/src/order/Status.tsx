import type { OrderStatus } from "../gql/graphql";
import { STATUS } from "./status";

/** The status as a badge. `announce`: changes of it are read out. */
export function Status(props: { status: OrderStatus; words?: Record<OrderStatus, string>; announce?: boolean }) {
  const words = props.words ?? STATUS;
  return (
    <span className="status" data-status={props.status} {...(props.announce && { role: "status" })}>
      {words[props.status]}
    </span>
  );
}
