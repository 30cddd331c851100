import { graphql } from "../gql";

export const MY_ORDERS = graphql(`
  query MyOrders($after: String, $status: [OrderStatus!]) {
    orders: myOrders(first: 20, after: $after, status: $status) {
      edges {
        node {
          ...OrderRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const SELLER_ORDERS = graphql(`
  query SellerOrders($after: String, $status: [OrderStatus!]) {
    orders: sellerOrders(first: 20, after: $after, status: $status) {
      edges {
        node {
          ...OrderRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Everybody's; for admins. */
export const ALL_ORDERS = graphql(`
  query AllOrders($after: String, $status: [OrderStatus!]) {
    orders: orders(first: 20, after: $after, filter: { status: $status }) {
      edges {
        node {
          ...OrderRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Paid, not yet confirmed; the longest waiting first. A seller's own, for admins everybody's. */
export const CONFIRMATION_QUEUE = graphql(`
  query ConfirmationQueue($after: String) {
    orders: confirmationQueue(first: 20, after: $after) {
      edges {
        node {
          ...OrderRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** The latest confirmed first, whatever became of it since. */
export const CONFIRMED_ORDERS = graphql(`
  query ConfirmedOrders($after: String) {
    orders: confirmedOrders(first: 20, after: $after) {
      edges {
        node {
          ...OrderRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const ORDER = graphql(`
  query Order($id: ID!) {
    order(id: $id) {
      ...OrderRow
      lines {
        title
        quantity
        sku
        unitPrice {
          amount
          currency
        }
        total {
          amount
          currency
        }
      }
      paymentMethods
      paymentInstruction {
        amount {
          amount
          currency
        }
        bankAccount {
          bank
          holder
          number
        }
        reference
      }
    }
  }
`);

/** Apart, since the files' URLs are new with every answer and work for 10 minutes. */
export const PROOFS = graphql(`
  query Proofs($id: ID!) {
    order(id: $id) {
      id
      version
      proofs {
        id
        submittedAt
        duplicate
        alsoOn {
          id
          number
        }
        files {
          id
          contentType
          size
          url
        }
        review {
          decision
          reason
          decidedAt
        }
      }
    }
  }
`);

/** Apart, since it grows with every event. */
export const TIMELINE = graphql(`
  query Timeline($id: ID!) {
    order(id: $id) {
      id
      version
      timeline {
        sequence
        type
        status
        occurredAt
        by
        user {
          id
          name
        }
        reason
      }
      shipment {
        carrier
        trackingNumber
        trackingUrl
        shippedAt
      }
    }
  }
`);

/** What changes in an order; all of it is its own subgraph's. */
export const ORDER_STATE = graphql(`
  fragment OrderState on Order {
    id
    status
    version
    allowedActions
    expiresAt
    paidAt
    confirmedAt
    reason
    proofs {
      id
      submittedAt
      review {
        decision
        reason
        decidedAt
      }
    }
  }
`);

export const ORDER_EVENTS = graphql(`
  subscription OrderEvents($scope: OrderScope!, $after: String) {
    orderEvents(scope: $scope, after: $after) {
      cursor
      sequence
      type
      status
      occurredAt
      orderId
      order {
        ...OrderRow
      }
    }
  }
`);

export const ORDER_STATUS_CHANGED = graphql(`
  subscription OrderStatusChanged($orderId: ID!, $after: String) {
    orderStatusChanged(orderId: $orderId, after: $after) {
      cursor
      sequence
      type
      status
      occurredAt
      orderId
      order {
        ...OrderState
      }
    }
  }
`);

export const CANCEL = graphql(`
  mutation CancelOrder($input: CancelOrderInput!) {
    cancelOrder(input: $input) {
      order {
        ...OrderState
      }
      errors {
        code
        message
      }
    }
  }
`);
