import { type Client, createClient } from "graphql-ws";
import type { Session } from "../session/session";

/** How long a ping may go unanswered. */
const PONG_WITHIN = 5_000;
/** The server's ways to say that it does not take a token. */
const TOKEN_REFUSED = new Set([4401, 4403]);

/** The one socket that all subscriptions share, and whether it stands. */
export interface Socket {
  client: Client;
  isOpen(): boolean;
  /** What it was opened with. */
  token(): string | null;
}

/** Retries are not this client's: whoever follows a stream opens it again behind its last event. */
export function openSocket(session: Session, url = socketUrl()): Socket {
  let open = false;
  let sent: string | null = null;
  let unanswered: ReturnType<typeof setTimeout> | undefined;

  const client = createClient({
    url,
    retryAttempts: 0,
    connectionAckWaitTimeout: 10_000,
    keepAlive: 15_000,
    connectionParams: async () => {
      sent = await session.accessToken();
      return sent === null ? {} : { Authorization: `Bearer ${sent}` };
    },
    on: {
      connected: () => {
        open = true;
      },
      closed: (event) => {
        open = false;
        clearTimeout(unanswered);
        if (TOKEN_REFUSED.has((event as CloseEvent).code)) session.refused(sent);
      },
      ping: (received) => {
        if (received) return;
        unanswered = setTimeout(() => client.terminate(), PONG_WITHIN);
      },
      pong: (received) => {
        if (received) clearTimeout(unanswered);
      },
    },
  });
  return { client, isOpen: () => open, token: () => sent };
}

function socketUrl(): string {
  return `${location.origin.replace(/^http/, "ws")}/graphql`;
}
