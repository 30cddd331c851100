import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./graphiql.css";
import { createGraphiQLFetcher, type Fetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import { connectionParams } from "./headers";
import { TABS } from "./tabs";

const send = createGraphiQLFetcher({
  url: "/graphql",
  subscriptionUrl: `${location.origin.replace(/^http/, "ws")}/graphql`,
  enableIncrementalDelivery: false,
});

/** A subscription's connection says the headers editor's content, as HTTP requests do. */
const fetcher: Fetcher = (params, options) =>
  send(params, options?.headers ? { ...options, headers: connectionParams(options.headers) } : options);

// `/graphiql?query=…&variables=…` opens with that
const parameters = new URLSearchParams(location.search);
const query = parameters.get("query");
const variables = parameters.get("variables") ?? "";
const asked = query !== null && { initialQuery: query, initialVariables: variables };

const root = document.getElementById("graphiql");
if (!root) throw new Error("graphiql.html has no root");
createRoot(root).render(
  <GraphiQL
    fetcher={fetcher}
    {...asked}
    defaultTabs={query === null ? TABS : [{ query, variables }, ...TABS]}
    defaultEditorToolsVisibility="variables"
    isHeadersEditorEnabled
    shouldPersistHeaders
  >
    <GraphiQL.Logo>
      <a href="/">Lapak</a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
