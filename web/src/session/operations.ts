import { graphql } from "../gql";

export const ME = graphql(`
  query Me {
    me {
      id
      name
      roles
      seller {
        id
        name
      }
    }
  }
`);

export const LOG_IN = graphql(`
  mutation LogIn($input: LogInInput!) {
    logIn(input: $input) {
      tokens {
        accessToken
        accessTokenExpiresAt
        refreshToken
      }
      errors {
        code
        message
      }
    }
  }
`);
