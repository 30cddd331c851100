/** How a stream of events stands. `refused`: the server won't give it, so nothing is tried again. */
export type Liveness = "connecting" | "live" | "reconnecting" | "refused";

/** What an error says about going on. `renew`: with a new token. `resync`: without the cursor. */
export type Verdict = "retry" | "renew" | "resync" | "refused";

export interface Sink<E> {
  connected(): void;
  event(event: E): void;
  /** The last call: with what ended the stream, or nothing if it just ended. */
  closed(error?: unknown): void;
}

export interface Stream<E> {
  /** Opens the stream after a cursor, or from the server's own start; the answer closes it. */
  open(after: string | undefined, sink: Sink<E>): () => void;
  cursorOf(event: E): string;
  verdict(error: unknown): Verdict;
  renew(): void;
  onEvent(event: E): void;
  onState(state: Liveness, error?: unknown): void;
  /** Live, but not from where the last one ended: what was read before may be old. */
  onGap(): void;
}

export interface Following {
  stop(): void;
  /** Ends a wait for the next attempt, since things may be better now. */
  hurry(): void;
}

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 20_000;
/** A connection that stood this long was a good one: the next pause is short again. */
const STABLE = 10_000;

/** Keeps a stream of events open: after a lost connection it goes on behind the last event that came. */
export function follow<E>(stream: Stream<E>): Following {
  let cursor: string | undefined;
  let failures = 0;
  let liveSince: number | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let close = () => {};
  let current = 0;

  function open() {
    waiting = undefined;
    const attempt = ++current;
    const after = cursor;
    let gap = after === undefined;
    const closeThis = stream.open(after, {
      connected() {
        if (attempt !== current) return;
        liveSince = Date.now();
        stream.onState("live");
        if (gap) stream.onGap();
        gap = false;
      },
      event(event) {
        if (attempt !== current) return;
        failures = 0;
        cursor = stream.cursorOf(event);
        stream.onEvent(event);
      },
      closed(error) {
        if (attempt !== current) return;
        current++;
        ended(error);
      },
    });
    if (attempt === current) close = closeThis;
    else closeThis();
  }

  function ended(error: unknown) {
    const verdict = error === undefined ? "retry" : stream.verdict(error);
    if (verdict === "refused") return stream.onState("refused", error);
    if (verdict === "renew") stream.renew();
    if (verdict === "resync") cursor = undefined;
    stream.onState("reconnecting", error);
    if (liveSince !== undefined && Date.now() - liveSince >= STABLE) failures = 0;
    liveSince = undefined;
    // half to all of a pause that doubles: many that lost the same server don't come back at once
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures++);
    waiting = setTimeout(open, pause * (0.5 + Math.random() / 2));
  }

  stream.onState("connecting");
  open();

  return {
    stop() {
      current++;
      clearTimeout(waiting);
      close();
    },
    hurry() {
      if (waiting === undefined) return;
      clearTimeout(waiting);
      open();
    },
  };
}
