import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { CopyText } from "../../common/CopyText";
import { Time } from "../../common/Time";
import { useText } from "../../common/text";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { RouteLink } from "../../features/frame/RouteLink";
import { invalidationOf, SubmissionStateView } from "../../features/submissions/SubmissionStateView";
import { invalidationPath, submissionPath, targetPath } from "../../features/targets/paths";
import type { SubmissionRow } from "../../ipc/client";
import { activity as text } from "../../messages/activity";
import { invalidation } from "../../messages/invalidation";

/** A submission's facts. What leads into the account is a link only while its own connection is in use. */
export function SubmissionDetails({ row }: { row: SubmissionRow }) {
  const t = useText();
  const reachable = useConnectionInUse().id === row.connection;
  const { target, state } = row;
  const created = invalidationOf(state);
  const targetLabel = row.targetName ? `${row.targetName} (${target.id})` : target.id;

  return (
    <Container header={<Header variant="h2">{t(text.submission)}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: t(text.state), value: <SubmissionStateView kind={state.kind} /> },
          {
            label: t(text.target),
            value: reachable ? <RouteLink to={targetPath(target)}>{targetLabel}</RouteLink> : targetLabel,
          },
          ...(row.parts > 1 ? [{ label: t(text.run), value: t(text.part, { part: row.part, parts: row.parts }) }] : []),
          { label: t(text.connection), value: row.connectionName ?? t(text.connectionRemoved) },
          { label: t(text.asked), value: <Time at={row.asked} /> },
          ...(row.reason === "" ? [] : [{ label: t(text.reason), value: row.reason }]),
          {
            label: t(text.items),
            value: t(text.itemsOf, { items: row.items, wildcards: row.wildcards, tags: row.tags }),
          },
          {
            label: t(text.callerReference),
            value: <CopyText text={row.callerReference} what={t(text.callerReference)} />,
          },
          ...(created === null
            ? []
            : [
                {
                  label: t(invalidation.invalidationId),
                  value:
                    reachable && state.kind !== "accepted" ? (
                      <RouteLink to={invalidationPath(target, created)}>{created}</RouteLink>
                    ) : (
                      <CopyText text={created} what={t(invalidation.invalidationId)} />
                    ),
                },
              ]),
          ...(row.replaces === null
            ? []
            : [
                {
                  label: t(text.replaces),
                  value: (
                    <RouteLink to={submissionPath(row.replaces)}>
                      {t(text.replacesLink, { id: row.replaces })}
                    </RouteLink>
                  ),
                },
              ]),
        ]}
      />
    </Container>
  );
}
