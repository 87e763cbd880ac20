import { useCallback, useEffect, useRef, useState } from "react";
import { housekeeper, type TemplateFacts } from "../../ipc/client";

/** How long the keys must rest before the text is read, in milliseconds. */
const REST = 150;

/** The text of a batch as it is typed, and which variables it has once the keys rest. */
export function useTemplate(initial: string, names: string[]) {
  const text = useRef(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [facts, setFacts] = useState<TemplateFacts>({ names, problem: null });

  const read = useCallback(async () => {
    const asked = text.current;
    const answer = await housekeeper.templateFacts(asked);
    if (text.current === asked) setFacts(answer);
    return answer;
  }, []);
  const note = useCallback(
    (next: string) => {
      text.current = next;
      clearTimeout(timer.current);
      // Where it fails, saving says why.
      timer.current = setTimeout(() => void read().catch(() => {}), REST);
    },
    [read],
  );
  useEffect(() => {
    if (text.current !== "") void read().catch(() => {});
    return () => clearTimeout(timer.current);
  }, [read]);
  return { text, facts, read, note };
}
