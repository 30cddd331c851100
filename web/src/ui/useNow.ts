import { useEffect, useState } from "react";
import { clock } from "../api/api";

/** The time by the server's clock, kept up to date every so often while the page is seen. */
export function useNow(everyMilliseconds: number): number {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const tick = () => setNow(clock.now());
    const timer = setInterval(tick, everyMilliseconds);
    // a hidden page's timers are slowed down
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [everyMilliseconds]);
  return now;
}
