import { type HelpWords, PageHelp } from "../../features/frame/PageHelp";
import { distribution as text } from "../../messages/distribution";

const HELP: HelpWords = {
  purpose: [text.help],
  steps: [text.helpCreate, text.helpCopy],
  care: [text.helpDetails, text.helpOthers],
};

/** The help beside a distribution or tenant. */
export function Help({ ofTenant = false }: { ofTenant?: boolean }) {
  return <PageHelp {...HELP} purpose={ofTenant ? [text.helpTenant, text.help] : HELP.purpose} />;
}
