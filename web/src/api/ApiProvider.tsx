import { ApolloProvider } from "@apollo/client/react";
import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from "react";
import { type Api, openApi, session } from "./api";

const ApiContext = createContext<Api | null>(null);

/** Gives each login a cache and a socket of its own: nothing of one person is left for the next. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const login = useLogin();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another login is what it is made anew for
  const api = useMemo(openApi, [login]);
  useEffect(() => () => api.socket.client.terminate(), [api]);
  return (
    <ApiContext value={api} key={login}>
      <ApolloProvider client={api.client}>{children}</ApolloProvider>
    </ApiContext>
  );
}

export function useApi(): Api {
  const api = use(ApiContext);
  if (!api) throw new Error("outside of ApiProvider");
  return api;
}

/** The id of the login, null if nobody is logged in. */
export function useLogin(): string | null {
  return useSyncExternalStore(session.onChange, () => session.login);
}
