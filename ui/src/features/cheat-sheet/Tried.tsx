import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useText } from "../../common/text";
import type { TriedExample, TriedItem } from "../../ipc/client";
import { trying as text, triedWhy } from "../../messages/trying";
import { findingWords } from "../path-editor/words";

/** What comes of a path that is tried: what the checks say, how it is sent, and which of some addresses it clears. */
export function Tried({ tried: { item, findings, examples } }: { tried: TriedItem }) {
  const t = useText();
  return (
    <SpaceBetween size="xs">
      {findings.length > 0 && (
        <ul className="tried-findings" aria-label={t(text.remarks)}>
          {findings.map((finding) => {
            const { title, why } = findingWords(t, finding);
            return (
              <li key={`${finding.rule} ${finding.subject}`}>
                <StatusIndicator type={finding.severity === "adjusted" ? "success" : finding.severity}>
                  {title}
                </StatusIndicator>
                <Box variant="small" display="block">
                  {why}
                </Box>
              </li>
            );
          })}
        </ul>
      )}
      {item === null ? (
        <div>
          <StatusIndicator type="error">{t(text.notSent)}</StatusIndicator>
          <Box variant="small" display="block">
            {t(text.notSentText)}
          </Box>
        </div>
      ) : (
        <div className="tried-item">
          {t(text.sentAs)} <code>{item}</code>
        </div>
      )}
      {item !== null && examples.length === 0 && (
        <Box color="text-body-secondary" variant="small">
          {t(text.noExamples)}
        </Box>
      )}
      {item !== null && examples.length > 0 && <Examples examples={examples} />}
    </SpaceBetween>
  );
}

function Examples({ examples }: { examples: readonly TriedExample[] }) {
  const t = useText();
  return (
    <table className="cheat-sheet tried-examples" aria-label={t(text.table)}>
      <thead>
        <tr>
          <th scope="col">{t(text.address)}</th>
          <th scope="col">{t(text.outcome)}</th>
        </tr>
      </thead>
      <tbody>
        {examples.map(({ path, cleared, why }) => (
          <tr key={`${path} ${why}`}>
            <td>
              <code>{path}</code>
            </td>
            <td>
              <StatusIndicator type={cleared ? "success" : "stopped"}>
                {t(cleared ? text.cleared : text.stays)}
              </StatusIndicator>
              <Box variant="small" display="block">
                {t(triedWhy[why])}
              </Box>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
