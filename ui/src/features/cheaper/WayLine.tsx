import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import { useText } from "../../common/text";
import type { Cheaper } from "../../ipc/client";
import { cheaper as text } from "../../messages/cheaper";
import { whatElseItClears, whatItDoes, whatItSaves } from "./sentences";

type Props = {
  way: Cheaper;
  currency: string;
  isApplying: boolean;
  /** Without it nothing is offered to apply. */
  onApply: (() => void) | undefined;
};

/** One way to make it cheaper: what it does, what it saves, what else it clears, and the items that it takes out. */
export function WayLine({ way, currency, isApplying, onApply }: Props) {
  const t = useText();
  const does = whatItDoes(t, way);
  const saves = whatItSaves(t, currency, way);
  const also = whatElseItClears(t, way);
  const hidden = way.replaces - way.examples.length;
  return (
    <li>
      <div className="cheaper-text">
        <b>{does}</b>
        {saves !== null && <div>{saves}</div>}
        {also !== null && <Box color="text-body-secondary">{also}</Box>}
        {way.kind === "tags" && <Box color="text-body-secondary">{t(text.tagsHint)}</Box>}
      </div>
      {onApply && (
        <div>
          <Button loading={isApplying} ariaLabel={t(text.applyWhat, { what: does })} onClick={onApply}>
            {t(text.apply)}
          </Button>
        </div>
      )}
      {way.examples.length > 0 && (
        <ExpandableSection variant="footer" headerText={t(text.examples, { count: way.replaces })}>
          <ul className="cheaper-examples">
            {way.examples.map((item) => (
              <li key={item}>
                <code>{item}</code>
              </li>
            ))}
          </ul>
          {hidden > 0 && t(text.moreExamples, { count: hidden })}
        </ExpandableSection>
      )}
    </li>
  );
}
