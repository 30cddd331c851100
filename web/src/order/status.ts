import type { OrderEventType, OrderStatus } from "../gql/graphql";

/** Statuses in words, short. */
export const STATUS: Record<OrderStatus, string> = {
  PENDING_PAYMENT: "Waiting for payment",
  PAYMENT_REVIEW: "To review",
  PAID: "Paid",
  PROCESSING: "In preparation",
  SHIPPED: "Shipped",
  DELIVERED: "Delivered",
  COMPLETED: "Completed",
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
  DEADLINE_EXTENDED: "More time to pay",
  PAID: "Paid",
  CONFIRMED: "Order confirmed",
  SHIPPED: "Goods shipped",
  DELIVERED: "Goods delivered",
  COMPLETED: "Order completed",
  CANCELLED: "Order cancelled",
  EXPIRED: "Order expired",
};
