import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import { useText } from "../common/text";
import { usePolicy } from "../features/policy/usePolicy";
import { policy as text } from "../messages/policy";

/** Says atop every page that the administrator's file is broken, so that nothing is sent, until it is mended. */
export function PolicyAlert() {
  const t = useText();
  const policy = usePolicy().data;
  if (policy?.state.kind !== "broken") return null;
  return (
    <Box padding={{ bottom: "m" }}>
      <div role="alert">
        <Alert type="error" header={t(text.brokenTitle)}>
          <div>{t(text.brokenText, { path: policy.path })}</div>
          <Box variant="code">{policy.state.reason}</Box>
        </Alert>
      </div>
    </Box>
  );
}
