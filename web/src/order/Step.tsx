import { Problem } from "../ui/Notice";
import { useAttempt } from "./useAttempt";

/** A button that takes an order one step on, and says what the server has against it. */
export function Step(props: {
  label: string;
  working: string;
  primary?: boolean;
  take: () => Promise<readonly { message: string }[]>;
}) {
  const { attempt, problem, working } = useAttempt();
  return (
    <div className="step">
      {problem && <Problem>{problem}</Problem>}
      <button
        type="button"
        className={props.primary ? "primary" : undefined}
        disabled={working}
        onClick={() => void attempt(props.take)}
      >
        {working ? props.working : props.label}
      </button>
    </div>
  );
}
