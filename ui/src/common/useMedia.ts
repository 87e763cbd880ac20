import { useEffect, useState } from "react";

/** Whether a media query holds, from now on. */
export function useMedia(condition: string): boolean {
  const [holds, setHolds] = useState(() => window.matchMedia(condition).matches);
  useEffect(() => {
    const query = window.matchMedia(condition);
    const follow = () => setHolds(query.matches);
    follow();
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, [condition]);
  return holds;
}
