import { graphql } from "../gql";

/** Apart, since what money came is its own list. */
export const PAYMENTS = graphql(`
  query Payments($id: ID!) {
    order(id: $id) {
      id
      version
      payments {
        id
        method
        status
        amount {
          amount
          currency
        }
        createdAt
        receivedAt
        note
        reference
        expiresAt
        page {
          url
        }
        refundedAt
        refundNote
      }
    }
  }
`);

export const START_PAYMENT = graphql(`
  mutation StartPayment($input: StartPaymentInput!) {
    startPayment(input: $input) {
      payment {
        id
        page {
          url
        }
      }
      errors {
        code
        message
      }
    }
  }
`);

export const MARK_PAID = graphql(`
  mutation MarkPaid($input: MarkPaidInput!) {
    markPaid(input: $input) {
      order {
        ...OrderState
      }
      payment {
        id
        status
      }
      errors {
        code
        message
      }
    }
  }
`);

export const RECORD_REFUND = graphql(`
  mutation RecordRefund($input: RecordRefundInput!) {
    recordRefund(input: $input) {
      payment {
        id
        status
      }
      errors {
        code
        message
      }
    }
  }
`);

export const EXTEND_DEADLINE = graphql(`
  mutation ExtendDeadline($input: ExtendDeadlineInput!) {
    extendDeadline(input: $input) {
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
