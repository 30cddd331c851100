import { graphql } from "../gql";

export const REQUEST_UPLOAD = graphql(`
  mutation RequestProofUpload($input: RequestProofUploadInput!) {
    requestProofUpload(input: $input) {
      upload {
        id
        url
        maxBytes
      }
      errors {
        code
        message
      }
    }
  }
`);

export const SUBMIT_PROOF = graphql(`
  mutation SubmitPaymentProof($input: SubmitPaymentProofInput!) {
    submitPaymentProof(input: $input) {
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
