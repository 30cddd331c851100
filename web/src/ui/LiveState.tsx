import type { Live } from "../api/useLive";

const WORDS = {
  connecting: "Connecting…",
  live: "Live",
  reconnecting: "Reconnecting…",
  refused: "Not live",
} as const;

const TITLES = {
  connecting: "Opening the connection",
  live: "Changes show by themselves",
  reconnecting: "The connection was lost; nothing will be missed once it is back",
  refused: "The server does not send changes to this page",
} as const;

/** Whether the page changes by itself at the moment. */
export function LiveState({ live }: { live: Live }) {
  return (
    <span className="live-state" role="status" data-live={live.state} title={TITLES[live.state]}>
      {WORDS[live.state]}
    </span>
  );
}
