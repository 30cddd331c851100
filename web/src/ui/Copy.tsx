import { useEffect, useState } from "react";

/** Copies a text; `what` names it for those who can't see what stands beside the button. */
export function Copy({ text, what }: { text: string; what: string }) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      // no permission, or not a secure page
      setOutcome("failed");
    }
  }

  return (
    <span className="copy">
      <button type="button" className="quiet small" onClick={copy} aria-label={`Copy ${what}`}>
        {outcome === "copied" ? "Copied" : "Copy"}
      </button>
      <span className="visually-hidden" role="status">
        {outcome === "copied" && `Copied ${what}`}
      </span>
      {outcome === "failed" && <span className="hint">Select it and copy it by hand.</span>}
    </span>
  );
}
