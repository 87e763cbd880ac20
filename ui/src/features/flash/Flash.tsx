import Flashbar, { type FlashbarProps } from "@cloudscape-design/components/flashbar";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { useText } from "../../common/text";
import { shell } from "../../messages/shell";

/** A notice atop the page. */
export type Notice = {
  /** One notice of an id is enough: a later one takes its place. */
  id?: string;
  type: "success" | "info" | "warning" | "error";
  header?: string;
  content: ReactNode;
  action?: ReactNode;
  /** What is still to be done: it makes no room for others, and goes only when it is done or put away. */
  stays?: boolean;
  /** Called when the person puts the notice away. */
  onDismiss?: () => void;
};

/** Success goes away by itself after this many milliseconds; all else stays until it is dismissed. */
const SUCCESS_STAYS = 10_000;
/** More notices than this would cover the page: the oldest go. */
const MOST = 4;

const AddContext = createContext<(notice: Notice) => void>(() => {});
const RemoveContext = createContext<(id: string) => void>(() => {});
const ItemsContext = createContext<FlashbarProps.MessageDefinition[]>([]);

/** Holds the notices of the window. */
export function FlashProvider({ children }: { children: ReactNode }) {
  const t = useText();
  const [notices, setNotices] = useState<(Notice & { id: string })[]>([]);
  const dismiss = useCallback((id: string) => setNotices((all) => all.filter((notice) => notice.id !== id)), []);
  const add = useCallback(
    (notice: Notice) => {
      const id = notice.id ?? crypto.randomUUID();
      setNotices((all) => {
        const notices = [{ ...notice, id }, ...all.filter((other) => other.id !== id)];
        const passing = notices.filter(({ stays }) => !stays);
        const oldest = new Set(passing.slice(MOST));
        return notices.filter((other) => !oldest.has(other));
      });
      if (notice.type === "success") setTimeout(() => dismiss(id), SUCCESS_STAYS);
    },
    [dismiss],
  );
  const items = useMemo(
    () =>
      notices.map(({ id, stays: _, ...notice }) => ({
        ...notice,
        id,
        dismissible: true,
        dismissLabel: t(shell.dismiss),
        onDismiss: () => {
          dismiss(id);
          notice.onDismiss?.();
        },
      })),
    [notices, dismiss, t],
  );
  return (
    <AddContext.Provider value={add}>
      <RemoveContext.Provider value={dismiss}>
        <ItemsContext.Provider value={items}>{children}</ItemsContext.Provider>
      </RemoveContext.Provider>
    </AddContext.Provider>
  );
}

/** The function that shows a notice. */
export function useFlash(): (notice: Notice) => void {
  return useContext(AddContext);
}

/** The function that takes away the notice of an id, once it holds no more. */
export function useRemoveFlash(): (id: string) => void {
  return useContext(RemoveContext);
}

/** Where the notices stand. */
export function Flashes() {
  const t = useText();
  const items = useContext(ItemsContext);
  return <Flashbar items={items} i18nStrings={{ ariaLabel: t(shell.notifications) }} />;
}
