import { useId, useState } from "react";
import { ReasonForm } from "./ReasonForm";

/** A button that asks for some words before it does something. */
export function AskWhy(props: {
  button: string;
  danger?: boolean;
  label: string;
  required: boolean;
  submit: string;
  working: string;
  keep: string;
  onSubmit: (reason: string) => Promise<readonly { message: string }[]>;
}) {
  const { button, ...form } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={props.danger ? "quiet danger" : "quiet"}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && <ReasonForm id={id} {...form} onKeep={() => setOpen(false)} />}
    </>
  );
}
