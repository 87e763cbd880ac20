import { CheatSheet } from "../../features/cheat-sheet/CheatSheet";
import { type HelpWords, PageHelp } from "../../features/frame/PageHelp";
import type { Target } from "../../ipc/client";
import { createInvalidation as text } from "../../messages/createInvalidation";

const HELP: HelpWords = {
  purpose: [text.helpPurpose],
  steps: [text.helpWrite, text.helpKeep],
  care: [text.helpUndo, text.helpMuch],
};

/** The help beside the editor: what one may write first, for that is what it is mostly opened for. */
export function Help({ target }: { target: Target }) {
  return (
    <>
      <CheatSheet target={target} />
      <PageHelp {...HELP} />
    </>
  );
}
