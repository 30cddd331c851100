import { useState } from "react";
import { inWords } from "../api/trouble";

/** Does something that the server may have something against: whether it is at it, and what is wrong, in words. */
export function useAttempt() {
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);

  async function attempt(take: () => Promise<readonly { message: string }[]>) {
    setWorking(true);
    setProblem(null);
    try {
      const errors = await take();
      setProblem(errors.map(({ message }) => message).join(" ") || null);
    } catch (error) {
      setProblem(inWords(error));
    } finally {
      setWorking(false);
    }
  }

  return { attempt, problem, working };
}
