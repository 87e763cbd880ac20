import Button from "@cloudscape-design/components/button";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../common/text";
import { useConnections } from "../connection/context";
import { useFlash, useRemoveFlash } from "../flash/Flash";
import { askingsOf } from "./askings";
import { useSignIn } from "./SignIn";
import { WORDING } from "./wording";

/** Keeps a notice atop the page for each thing that sessions ask for, until it is done or the person puts it away. */
export function useSessionNotices(): void {
  const t = useText();
  const intl = useIntl();
  const flash = useFlash();
  const client = useQueryClient();
  const remove = useRemoveFlash();
  const begin = useSignIn()?.begin;
  const { all } = useConnections();
  /** The notices shown, and of which connections they speak: what was put away stays so as long as that is the same. */
  const shown = useRef(new Map<string, string>());

  useEffect(() => {
    const askings = askingsOf(all);
    for (const asking of askings) {
      const names = intl.formatList(asking.from.map(({ name }) => name));
      if (shown.current.get(asking.key) === names) continue;
      shown.current.set(asking.key, names);
      const { title, text, act } = WORDING[asking.what];
      flash({
        id: `asks/${asking.key}`,
        type: "warning",
        stays: true,
        header: t(title, { names, count: asking.from.length }),
        content: t(text),
        action: <Button onClick={() => begin?.(asking)}>{t(act)}</Button>,
      });
    }
    for (const key of [...shown.current.keys()]) {
      if (askings.some((asking) => asking.key === key)) continue;
      shown.current.delete(key);
      remove(`asks/${key}`);
      // Wherever it was done: what had failed for want of it can be asked for again.
      void client.invalidateQueries({ predicate: ({ state }) => state.status === "error" });
    }
  }, [all, t, intl, flash, remove, begin, client]);
}
