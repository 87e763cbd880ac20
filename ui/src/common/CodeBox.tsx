import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { CopyButton } from "./CopyText";
import "./code-box.css";

type Props = {
  code: string;
  /** Names the box. */
  label: string;
  showLabel?: boolean;
  /** The name of the button that copies it; without one there is none. */
  copy?: string;
};

/** A text as it stands, in a box that scrolls. */
export function CodeBox({ code, label, showLabel, copy }: Props) {
  return (
    <SpaceBetween size="xs">
      {showLabel && <Box variant="awsui-key-label">{label}</Box>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
      <section className="code-box" aria-label={label} tabIndex={0}>
        <pre>{code}</pre>
      </section>
      {copy && <CopyButton text={code} label={copy} />}
    </SpaceBetween>
  );
}
