import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useText } from "../../common/text";
import { sessions as text } from "../../messages/sessions";

type Props = {
  /** What would be kept: an access key, or the sign-in at a portal. */
  what: "key" | "portal";
  pending?: boolean;
  onKeep: () => void;
};

/** The way on where the keychain cannot be reached, with what it costs. */
export function MemoryOffer({ what, pending, onKeep }: Props) {
  const t = useText();
  return (
    <SpaceBetween size="xs">
      <div>{t(what === "key" ? text.memoryKey : text.memoryPortal)}</div>
      <Button formAction="none" loading={pending} onClick={onKeep}>
        {t(text.keepInMemory)}
      </Button>
    </SpaceBetween>
  );
}
