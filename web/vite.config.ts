import react from "@vitejs/plugin-react";
import type { ViteDevServer } from "vite";
import { defineConfig } from "vitest/config";

const edge = process.env.LAPAK_EDGE ?? "http://127.0.0.1:4000";

export default defineConfig({
  plugins: [react(), { name: "graphiql-path", configureServer: graphiqlPath }],
  build: {
    rolldownOptions: {
      input: ["index.html", "graphiql.html"],
      onLog: (level, log, report) => {
        // GraphiQL's packages carry hints for React's compiler, which has run before they were published
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
    // GraphiQL's editor is that large; the pages themselves are far below
    chunkSizeWarningLimit: 4500,
  },
  // its imports of workers are Vite's to read
  optimizeDeps: { exclude: ["graphiql/setup-workers/vite", "@graphiql/react/setup-workers/vite"] },
  server: {
    host: "127.0.0.1",
    proxy: {
      "/graphql": { target: edge, ws: true, changeOrigin: true },
      "/files": { target: edge, changeOrigin: true },
    },
  },
  test: { include: ["src/**/*.test.ts"] },
});

/** The edge answers `/graphiql` with `graphiql.html`; so does the development server. */
function graphiqlPath(server: ViteDevServer) {
  server.middlewares.use((request, _, next) => {
    if (request.url === "/graphiql") request.url = "/graphiql.html";
    next();
  });
}
