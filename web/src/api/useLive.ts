import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useEffect, useEffectEvent, useState } from "react";
import { useApi } from "./ApiProvider";
import { session } from "./api";
import { follow, type Liveness, type Sink } from "./follow";
import { verdict } from "./trouble";

interface Event {
  cursor: string;
}

export interface Live {
  state: Liveness;
  error: unknown;
}

/** Follows a subscription for as long as the page is there; the same `variables` must be equal as JSON. */
export function useLive<D, V extends OperationVariables, E extends Event>(options: {
  document: TypedDocumentNode<D, V>;
  variables: Omit<V, "after">;
  pick: (data: D) => E;
  onEvent: (event: E) => void;
  onGap?: () => void;
}): Live {
  const { client, socket } = useApi();
  const [live, setLive] = useState<Live>({ state: "connecting", error: undefined });
  const key = JSON.stringify(options.variables);
  const onEvent = useEffectEvent(options.onEvent);
  const onGap = useEffectEvent(() => options.onGap?.());

  const open = useEffectEvent((after: string | undefined, sink: Sink<E>) => {
    let done = false;
    const finish = (error?: unknown) => {
      if (done) return;
      close();
      sink.closed(error);
    };
    // by the socket's own close, not by the subscription's: that one may wait, and open again without the cursor
    const unlisten = [
      socket.client.on("connected", () => sink.connected()),
      socket.client.on("closed", () => finish(new Error("The connection was lost"))),
    ];
    const subscription = client
      .subscribe({
        query: options.document,
        variables: { ...options.variables, after } as unknown as V,
        errorPolicy: "all",
      })
      .subscribe({
        next: ({ data, error }) => {
          if (data) sink.event(options.pick(data as D));
          else finish(error);
        },
        error: finish,
        complete: () => finish(),
      });
    if (socket.isOpen()) sink.connected();

    function close() {
      done = true;
      for (const stop of unlisten) stop();
      subscription.unsubscribe();
    }
    return close;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: other variables are another stream
  useEffect(() => {
    const following = follow<E>({
      open: (after, sink) => open(after, sink),
      cursorOf: (event) => event.cursor,
      verdict,
      renew: () => {
        session.refused(socket.token());
        // the next one is opened with the new token
        socket.client.terminate();
      },
      onEvent: (event) => onEvent(event),
      onState: (state, error) => setLive({ state, error }),
      onGap: () => onGap(),
    });
    const online = () => following.hurry();
    const seen = () => document.visibilityState === "visible" && following.hurry();
    // a lost network says nothing by itself until a ping goes unanswered
    const offline = () => socket.client.terminate();
    window.addEventListener("online", online);
    window.addEventListener("offline", offline);
    document.addEventListener("visibilitychange", seen);
    return () => {
      window.removeEventListener("online", online);
      window.removeEventListener("offline", offline);
      document.removeEventListener("visibilitychange", seen);
      following.stop();
    };
  }, [client, socket, options.document, key]);

  return live;
}
