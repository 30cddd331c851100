import type { ReactNode } from "react";
import { inWords } from "../api/trouble";

/** Something went wrong here; read out at once. */
export function Problem({ children }: { children: ReactNode }) {
  return (
    <div className="notice problem" role="alert">
      {children}
    </div>
  );
}

/** A request that failed, with a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  return (
    <Problem>
      <p>{inWords(error)}</p>
      {retry && (
        <button type="button" className="small" onClick={retry}>
          Try again
        </button>
      )}
    </Problem>
  );
}

export function Loading({ what }: { what: string }) {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">Loading {what}…</span>
      <span className="skeleton" />
      <span className="skeleton" />
      <span className="skeleton" />
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className="empty">{children}</div>;
}
