import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { CopyText } from "../../common/CopyText";
import { type Text, useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { usePolicy } from "../../features/policy/usePolicy";
import type { PolicyView } from "../../ipc/client";
import { policy as text } from "../../messages/policy";

/** What the administrator's file fixes, or what is wrong with it; nothing where there is none. */
export function PolicySection() {
  const t = useText();
  const query = usePolicy();
  if (query.error) return <FailureAlert error={query.error} onRetry={() => void query.refetch()} />;
  const policy = query.data;
  if (!policy || policy.state.kind === "none") return null;
  return (
    <Container
      header={
        <Header variant="h2" description={t(text.description)}>
          {t(text.title)}
        </Header>
      }
    >
      {policy.state.kind === "broken" ? (
        <Alert type="error">
          <div>{t(text.brokenHere, { path: policy.path })}</div>
          <Box variant="code">{policy.state.reason}</Box>
        </Alert>
      ) : (
        <InForce policy={policy} />
      )}
    </Container>
  );
}

function InForce({ policy }: { policy: PolicyView }) {
  const t = useText();
  const { path, undoSeconds, everything, distributions, prefixes } = policy;
  return (
    <KeyValuePairs
      columns={2}
      items={[
        { label: t(text.file), value: <CopyText text={path} what={t(text.file)} /> },
        ...(undoSeconds === null ? [] : [{ label: t(text.undo), value: t(text.seconds, { count: undoSeconds }) }]),
        { label: t(text.everything), value: t(everything ? text.allowed : text.notAllowed) },
        { label: t(text.distributions), value: <Lines values={distributions} /> },
        { label: t(text.prefixes), value: <Lines values={prefixes} /> },
        { label: t(text.brings), value: brought(t, policy) },
      ]}
    />
  );
}

/** What is allowed, one a line; without a list everything is. */
function Lines({ values }: { values: readonly string[] | null }) {
  const t = useText();
  if (values === null) return t(text.all);
  if (values.length === 0) return t(text.nothing);
  return values.map((value) => (
    <div key={value}>
      <code>{value}</code>
    </div>
  ));
}

function brought(t: Text, { connections, nicknames, batches }: PolicyView): string {
  const parts = [
    connections > 0 && t(text.connections, { count: connections }),
    nicknames > 0 && t(text.nicknames, { count: nicknames }),
    batches > 0 && t(text.batches, { count: batches }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t(text.nothing) : parts.join(", ");
}
