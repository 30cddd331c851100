import type { OrderEventType, OrderStatus } from "../gql/graphql";

/** Statuses in words, short. */
export const STATUS: Record<OrderStatus, string> = {
  PENDING_PAYMENT: "Waiting for payment",
  PAYMENT_REVIEW: "To review",
  PAID: "Paid",
  CANCELLED: "Cancelled",
  EXPIRED: "Expired",
};

/** For the buyer, who does not review. */
export const STATUS_FOR_BUYER: Record<OrderStatus, string> = { ...STATUS, PAYMENT_REVIEW: "Under review" };

export const EVENT: Record<OrderEventType, string> = {
  PLACED: "Order placed",
  PROOF_SUBMITTED: "Proof of payment handed in",
  PAYMENT_APPROVED: "Payment approved",
  PAYMENT_REJECTED: "Payment rejected",
  CANCELLED: "Order cancelled",
  EXPIRED: "Order expired",
};
