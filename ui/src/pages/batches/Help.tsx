import { CheatSheet } from "../../features/cheat-sheet/CheatSheet";
import { type HelpWords, PageHelp } from "../../features/frame/PageHelp";
import { batches as text } from "../../messages/batches";

const OF_LIST: HelpWords = { purpose: [text.helpText], steps: [text.helpList], care: [text.helpListCare] };
const OF_EDITOR: HelpWords = {
  purpose: [text.helpEdit],
  steps: [text.helpEditSteps, text.helpVariables],
  care: [text.helpEditCare, text.helpVersions],
};
const OF_RUN: HelpWords = { purpose: [text.helpRun], steps: [text.helpRunSteps], care: [text.helpRunCare] };

/** The help beside the list of the saved batches. */
export function ListHelp() {
  return <PageHelp {...OF_LIST} />;
}

/** The help beside the editor of a batch. */
export function EditorHelp() {
  return (
    <>
      <PageHelp {...OF_EDITOR} />
      <CheatSheet hasVariables={true} />
    </>
  );
}

/** The help beside the run of a batch. */
export function RunHelp() {
  return (
    <>
      <PageHelp {...OF_RUN} />
      <CheatSheet hasVariables={true} />
    </>
  );
}
