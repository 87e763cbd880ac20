import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useText } from "../../common/text";
import { care as text } from "../../messages/care";
import { RouteLink } from "../frame/RouteLink";
import { submissionPath } from "../targets/paths";
import { DoubleLines } from "./DoubleLines";
import type { OnItsWay } from "./doubles";
import { useAgo } from "./useAgo";
import "./care.css";

/** Says beside the button that sends that the same paths are on their way already; nothing where they are not. */
export function DoubleNotice({ doubles }: { doubles: readonly OnItsWay[] }) {
  const t = useText();
  const ago = useAgo();
  const [first] = doubles;
  if (!first) return null;
  if (first.target === null) {
    return (
      <div>
        <StatusIndicator type="warning">
          <span className="care-sentence">{t(text.doubleSentence, { ago: ago(first.asked), waits: first.waits })}</span>
        </StatusIndicator>{" "}
        <RouteLink to={submissionPath(first.submission)}>{t(text.doubleShow)}</RouteLink>
      </div>
    );
  }
  return (
    <div>
      <StatusIndicator type="warning">
        <span className="care-sentence">{t(text.doublesSentence)}</span>
      </StatusIndicator>
      <DoubleLines doubles={doubles} />
    </div>
  );
}
