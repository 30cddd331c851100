import { graphql } from "../gql";

export const APPROVE = graphql(`
  mutation ApprovePayment($input: ApprovePaymentInput!) {
    approvePayment(input: $input) {
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

export const REJECT = graphql(`
  mutation RejectPayment($input: RejectPaymentInput!) {
    rejectPayment(input: $input) {
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
