import { graphql } from "../gql";

export const CONFIRM = graphql(`
  mutation ConfirmOrder($input: ConfirmOrderInput!) {
    confirmOrder(input: $input) {
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

export const SHIP = graphql(`
  mutation ShipOrder($input: ShipOrderInput!) {
    shipOrder(input: $input) {
      order {
        ...OrderState
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const DELIVER = graphql(`
  mutation DeliverOrder($input: DeliverOrderInput!) {
    deliverOrder(input: $input) {
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

export const COMPLETE = graphql(`
  mutation CompleteOrder($input: CompleteOrderInput!) {
    completeOrder(input: $input) {
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
