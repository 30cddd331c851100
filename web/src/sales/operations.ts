import { graphql } from "../gql";

export const FIGURES = graphql(`
  fragment Figures on Sales {
    orders
    units
    paid {
      amount
      currency
    }
    cancelledOrders
    cancelled {
      amount
      currency
    }
    net {
      amount
      currency
    }
  }
`);

export const SALES = graphql(`
  query Sales($from: DateTime!, $to: DateTime!, $by: SalesUnit!, $timeZone: String!) {
    sales(from: $from, to: $to, by: $by, timeZone: $timeZone) {
      currency
      total {
        ...Figures
      }
      periods {
        from
        to
        sales {
          ...Figures
        }
      }
    }
  }
`);

export const SALES_BY_PRODUCT = graphql(`
  query SalesByProduct($from: DateTime!, $to: DateTime!, $currency: Currency!) {
    ranked: salesByProduct(from: $from, to: $to, currency: $currency, first: 10) {
      edges {
        node {
          product {
            id
            title
          }
          seller {
            id
            name
          }
          sales {
            ...Figures
          }
        }
      }
    }
  }
`);

export const SALES_BY_SELLER = graphql(`
  query SalesBySeller($from: DateTime!, $to: DateTime!, $currency: Currency!) {
    ranked: salesBySeller(from: $from, to: $to, currency: $currency, first: 10) {
      edges {
        node {
          seller {
            id
            name
          }
          sales {
            ...Figures
          }
        }
      }
    }
  }
`);
