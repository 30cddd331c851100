import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { session } from "../api/api";
import { inWords } from "../api/trouble";
import { Problem } from "../ui/Notice";
import { LOG_IN } from "./operations";

/** The log-in form; the page that shows it shows something else once it has worked. */
export function LogIn({ reason }: { reason?: string }) {
  const [logIn, { loading }] = useMutation(LOG_IN, { context: { anonymous: true } });
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(form: FormData) {
    setProblem(null);
    try {
      const input = { email: String(form.get("email")), password: String(form.get("password")) };
      const { data } = await logIn({ variables: { input } });
      if (data?.logIn.tokens) session.start(data.logIn.tokens);
      else setProblem(data?.logIn.errors.map(({ message }) => message).join(" ") || inWords(null));
    } catch (error) {
      setProblem(inWords(error));
    }
  }

  return (
    <form
      className="card log-in"
      aria-label="Log in"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      <h2>Log in</h2>
      {reason && <p className="hint">{reason}</p>}
      {session.ended && !problem && <p className="notice">Your session has ended. Log in again to go on.</p>}
      <label>
        E-mail
        <input name="email" type="email" autoComplete="username" required maxLength={254} />
      </label>
      <label>
        Password
        <input name="password" type="password" autoComplete="current-password" required maxLength={200} />
      </label>
      {problem && <Problem>{problem}</Problem>}
      <button type="submit" className="primary" disabled={loading}>
        {loading ? "Logging in…" : "Log in"}
      </button>
    </form>
  );
}
