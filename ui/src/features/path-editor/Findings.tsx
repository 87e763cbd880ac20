import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import LiveRegion from "@cloudscape-design/components/live-region";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { Ref } from "react";
import type { MessageDescriptor } from "react-intl";
import { useText } from "../../common/text";
import type { Finding, Severity } from "../../ipc/client";
import { createInvalidation as text } from "../../messages/createInvalidation";
import { FailureAlert } from "../failure/FailureAlert";
import { FindingLine } from "./FindingLine";
import { mendedTogether } from "./fixes";
import type { Checks } from "./useChecks";
import "./findings.css";

type Props = {
  ref?: Ref<HTMLDivElement>;
  checks: Checks;
  /** What the checks are of, where there are several on a page. */
  label?: string;
  /** Where the lines can be changed here. */
  onMend?: (findings: readonly Finding[]) => void;
  onGoToLine?: (line: number) => void;
  onMore?: () => void;
};

/** Above this, what was set right is folded away at first: there is nothing to do about it. */
const FOLD_ADJUSTED = 10;

const GROUPS: { severity: Severity; title: MessageDescriptor; hint: MessageDescriptor }[] = [
  { severity: "error", title: text.errorGroup, hint: text.errorGroupHint },
  { severity: "warning", title: text.warningGroup, hint: text.warningGroupHint },
  { severity: "adjusted", title: text.adjustedGroup, hint: text.adjustedGroupHint },
];

/** What the checks say, worst first. */
export function Findings({ ref, checks, label, onMend, onGoToLine, onMore }: Props) {
  const t = useText();
  const { report, error } = checks;
  const totals: Record<Severity, number> = {
    error: report?.errors ?? 0,
    warning: report?.warnings ?? 0,
    adjusted: report?.adjusted ?? 0,
  };

  return (
    <section ref={ref} tabIndex={-1} className="findings" aria-label={label ?? t(text.checks)}>
      <LiveRegion hidden={true}>
        {report && !checks.checking ? t(text.summary, { errors: report.errors, warnings: report.warnings }) : ""}
      </LiveRegion>
      {Boolean(error) && <FailureAlert error={error} title={t(text.checksFailed)} type="warning" />}
      {!report && !error && (
        <Box color="text-body-secondary" padding={{ top: "s" }}>
          {t(checks.checking ? text.checking : text.nothingYet)}
        </Box>
      )}
      {report && report.errors + report.warnings + report.adjusted === 0 && (
        <Box padding={{ top: "s" }}>
          <StatusIndicator>{t(text.allWell)}</StatusIndicator>
        </Box>
      )}
      {GROUPS.filter(({ severity }) => totals[severity] > 0).map(({ severity, title, hint }) => {
        const count = totals[severity];
        const found = report?.findings.filter((finding) => finding.severity === severity) ?? [];
        const together = mendedTogether(found);
        return (
          <ExpandableSection
            key={severity}
            defaultExpanded={severity !== "adjusted" || count <= FOLD_ADJUSTED}
            headerText={
              <StatusIndicator type={severity === "adjusted" ? "success" : severity}>
                {t(title, { count })}
              </StatusIndicator>
            }
            headerDescription={t(hint)}
          >
            <ul className="findings-list" aria-label={t(title, { count })}>
              {found.map((finding) => (
                <FindingLine
                  key={`${finding.line} ${finding.rule} ${finding.subject}`}
                  finding={finding}
                  together={together.get(finding)?.length ?? 0}
                  onMend={onMend && (() => onMend([finding]))}
                  onMendTogether={onMend && (() => onMend(together.get(finding) ?? []))}
                  onGoToLine={onGoToLine && (() => onGoToLine(finding.line))}
                />
              ))}
            </ul>
            {count > found.length && (
              <div className="findings-more">
                {t(text.more, { count: count - found.length })}{" "}
                {onMore && (
                  <Button variant="inline-link" onClick={onMore}>
                    {t(text.showMore)}
                  </Button>
                )}
              </div>
            )}
          </ExpandableSection>
        );
      })}
    </section>
  );
}
