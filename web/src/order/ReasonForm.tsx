import { Problem } from "../ui/Notice";
import { useAttempt } from "./useAttempt";

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
  const { attempt, problem, working } = useAttempt();

  return (
    <form
      id={props.id}
      className="reason"
      onSubmit={(event) => {
        event.preventDefault();
        const reason = String(new FormData(event.currentTarget).get("reason")).trim();
        void attempt(() => props.onSubmit(reason));
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
