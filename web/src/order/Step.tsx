import { useState } from "react";
import { inWords } from "../api/trouble";
import { Problem } from "../ui/Notice";

/** A button that takes an order one step on, and says what the server has against it. */
export function Step(props: {
  label: string;
  working: string;
  primary?: boolean;
  take: () => Promise<readonly { message: string }[]>;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);

  async function take() {
    setWorking(true);
    setProblem(null);
    try {
      const errors = await props.take();
      setProblem(errors.map(({ message }) => message).join(" ") || null);
    } catch (error) {
      setProblem(inWords(error));
    } finally {
      setWorking(false);
    }
  }

  return (
    <div className="step">
      {problem && <Problem>{problem}</Problem>}
      <button
        type="button"
        className={props.primary ? "primary" : undefined}
        disabled={working}
        onClick={() => void take()}
      >
        {working ? props.working : props.label}
      </button>
    </div>
  );
}
