import Box from "@cloudscape-design/components/box";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useText } from "../../common/text";
import { distribution as text } from "../../messages/distribution";
import type { Paths } from "./useObjectPaths";
import "./paths.css";

/** The first object paths of an invalidation, and how many more there are. */
export function PathsCell({ paths }: { paths: Paths }) {
  const t = useText();
  if (paths.state === "reading") return <StatusIndicator type="loading">{t(text.pathsLoading)}</StatusIndicator>;
  if (paths.state === "failed") {
    return (
      <Box color="text-status-inactive" variant="span">
        {t(text.pathsFailed)}
      </Box>
    );
  }
  return <PathList first={paths.paths.first} count={paths.paths.count} />;
}

/** A few paths in a row, each cut where it is too long for its place. */
export function PathList({ first, count }: { first: readonly string[]; count: number }) {
  const t = useText();
  const more = count - first.length;
  return (
    <span className="path-list" title={first.join("\n")}>
      {first.map((path) => (
        <code key={path}>{path}</code>
      ))}
      {more > 0 && (
        <Box color="text-body-secondary" variant="small">
          {t(text.morePaths, { count: more })}
        </Box>
      )}
    </span>
  );
}
