import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Following, follow, type Liveness, type Sink, type Verdict } from "./follow";

interface Event {
  cursor: string;
}

describe("following a stream", () => {
  let opened: { after: string | undefined; sink: Sink<Event>; close: ReturnType<typeof vi.fn> }[];
  let events: string[];
  let states: Liveness[];
  let gaps: number;
  let renewed: number;
  let following: Following;

  beforeEach(() => {
    vi.useFakeTimers();
    opened = [];
    events = [];
    states = [];
    gaps = 0;
    renewed = 0;
    following = follow<Event>({
      open: (after, sink) => {
        const close = vi.fn();
        opened.push({ after, sink, close });
        return close;
      },
      cursorOf: (event) => event.cursor,
      verdict: (error) => error as Verdict,
      renew: () => renewed++,
      onEvent: (event) => events.push(event.cursor),
      onState: (state) => states.push(state),
      onGap: () => gaps++,
    });
  });

  afterEach(() => {
    following.stop();
    vi.useRealTimers();
  });

  const last = () => {
    const stream = opened.at(-1);
    if (!stream) throw new Error("nothing was opened");
    return stream;
  };

  function connect(...cursors: string[]) {
    last().sink.connected();
    for (const cursor of cursors) last().sink.event({ cursor });
  }

  test("starts without a cursor, and says that what was read before may be old", () => {
    expect(last().after).toBeUndefined();
    expect(states).toEqual(["connecting"]);
    connect();
    expect(states).toEqual(["connecting", "live"]);
    expect(gaps).toBe(1);
  });

  test("goes on after the last event when the connection is lost", () => {
    connect("a", "b");
    last().sink.closed("retry");
    expect(states.at(-1)).toBe("reconnecting");
    vi.advanceTimersByTime(250);
    expect(last().after).toBe("b");
    connect("c");
    expect(events).toEqual(["a", "b", "c"]);
    expect(states.at(-1)).toBe("live");
    expect(gaps).toBe(1);
  });

  test("opens again when the server just ends the stream", () => {
    connect("a");
    last().sink.closed();
    vi.advanceTimersByTime(250);
    expect(opened).toHaveLength(2);
    expect(last().after).toBe("a");
  });

  test("waits longer each time, but never over 20 seconds, until an event comes", () => {
    const waits: number[] = [];
    for (let i = 0; i < 12; i++) {
      const before = opened.length;
      last().sink.closed("retry");
      let waited = 0;
      while (opened.length === before) {
        vi.advanceTimersByTime(50);
        waited += 50;
      }
      waits.push(waited);
    }
    expect(waits[0]).toBeLessThanOrEqual(250);
    expect(waits[6]).toBeGreaterThanOrEqual(8000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(20_000);
    connect("a");
    last().sink.closed("retry");
    const before = opened.length;
    vi.advanceTimersByTime(250);
    expect(opened).toHaveLength(before + 1);
  });

  test("waits briefly again after a connection that stood for long", () => {
    for (let i = 0; i < 8; i++) {
      last().sink.closed("retry");
      vi.advanceTimersByTime(20_000);
    }
    connect();
    vi.advanceTimersByTime(15_000);
    const before = opened.length;
    last().sink.closed("retry");
    vi.advanceTimersByTime(250);
    expect(opened).toHaveLength(before + 1);
  });

  test("gets a new token when the old one ended, and keeps the cursor", () => {
    connect("a");
    last().sink.closed("renew");
    expect(renewed).toBe(1);
    vi.advanceTimersByTime(250);
    expect(last().after).toBe("a");
  });

  test("forgets the cursor when the server can't resume, and says that there is a gap", () => {
    connect("a");
    last().sink.closed("resync");
    vi.advanceTimersByTime(250);
    expect(last().after).toBeUndefined();
    connect();
    expect(gaps).toBe(2);
  });

  test("tries nothing again when refused", () => {
    last().sink.closed("refused");
    vi.advanceTimersByTime(60_000);
    expect(states.at(-1)).toBe("refused");
    expect(opened).toHaveLength(1);
  });

  test("can be hurried while it waits, and only then", () => {
    connect("a");
    following.hurry();
    expect(opened).toHaveLength(1);
    last().sink.closed("retry");
    following.hurry();
    expect(opened).toHaveLength(2);
    vi.advanceTimersByTime(60_000);
    expect(opened).toHaveLength(2);
  });

  test("hears nothing of a stream that it left", () => {
    const first = last().sink;
    connect("a");
    first.closed("retry");
    vi.advanceTimersByTime(250);
    first.event({ cursor: "late" });
    first.closed("retry");
    expect(events).toEqual(["a"]);
    vi.advanceTimersByTime(60_000);
    expect(opened).toHaveLength(2);
  });

  test("stops", () => {
    connect("a");
    following.stop();
    expect(last().close).toHaveBeenCalledOnce();
    last().sink.event({ cursor: "b" });
    vi.advanceTimersByTime(60_000);
    expect(events).toEqual(["a"]);
    expect(opened).toHaveLength(1);
  });
});
