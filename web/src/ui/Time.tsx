import { duration, exactTime, relativeTime, timeLeft } from "./time";
import { useNow } from "./useNow";

/** `5 minutes ago`, with the exact time as the title. */
export function Ago({ time }: { time: string }) {
  const now = useNow(10_000);
  const at = Date.parse(time);
  return (
    <time dateTime={time} title={exactTime(at)}>
      {relativeTime(Math.min(at, now), now)}
    </time>
  );
}

/** `due in 2 hours`: until when something must be done. */
export function Due({ time }: { time: string }) {
  const now = useNow(10_000);
  const at = Date.parse(time);
  return (
    <time dateTime={time} title={`until ${exactTime(at)}`}>
      due {at > now ? relativeTime(at, now) : "now"}
    </time>
  );
}

/** How long it has lasted since. */
export function Since({ time }: { time: string }) {
  const now = useNow(10_000);
  const at = Date.parse(time);
  return (
    <time dateTime={time} title={`since ${exactTime(at)}`}>
      {duration(Math.max(0, now - at))}
    </time>
  );
}

/** The time left, second by second. */
export function Countdown({ until, over }: { until: string; over: string }) {
  const now = useNow(250);
  const deadline = Date.parse(until);
  const left = timeLeft(deadline, now);
  const urgent = deadline - now < 60_000;
  return (
    <time
      className={urgent ? "countdown urgent" : "countdown"}
      role="timer"
      dateTime={until}
      title={`until ${exactTime(deadline)}`}
    >
      {left ?? over}
    </time>
  );
}
