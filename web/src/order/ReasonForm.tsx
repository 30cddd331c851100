import { useState } from "react";
import { inWords } from "../api/trouble";
import { Problem } from "../ui/Notice";

const LONGEST = 500;

/** Asks for some words, a reason mostly, and shows what the server has against it right here. */
export function ReasonForm(props: {
  id: string;
  label: string;
  required: boolean;
  danger?: boolean;
  submit: string;
  working: string;
  keep: string;
  onKeep: () => void;
  onSubmit: (reason: string) => Promise<readonly { message: string }[]>;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);

  async function submit(reason: string) {
    setWorking(true);
    setProblem(null);
    try {
      const errors = await props.onSubmit(reason);
      setProblem(errors.map(({ message }) => message).join(" ") || null);
    } catch (error) {
      setProblem(inWords(error));
    } finally {
      setWorking(false);
    }
  }

  return (
    <form
      id={props.id}
      className="reason"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(String(new FormData(event.currentTarget).get("reason")).trim());
      }}
    >
      <label>
        {props.label}
        {/* biome-ignore lint/a11y/noAutofocus: the form opens where its button was just pressed */}
        <textarea name="reason" rows={3} maxLength={LONGEST} required={props.required} autoFocus />
      </label>
      {problem && <Problem>{problem}</Problem>}
      <div className="actions">
        <button type="submit" className={props.danger ? "danger" : "primary"} disabled={working}>
          {working ? props.working : props.submit}
        </button>
        <button type="button" className="quiet" onClick={props.onKeep}>
          {props.keep}
        </button>
      </div>
    </form>
  );
}
