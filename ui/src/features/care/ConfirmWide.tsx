import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useIntl } from "react-intl";
import { useText } from "../../common/text";
import type { WideWildcard } from "../../ipc/client";
import { care as text } from "../../messages/care";
import { EVERYTHING } from "./wide";

/** The wide wildcards of one target. */
export type Cleared = {
  /** What people call the target, where there are several. */
  target: string | null;
  wide: readonly WideWildcard[];
};

type Props = {
  cleared: readonly Cleared[];
  /** What may be typed, any one of them: what people call that which is cleared comes first. */
  names: readonly string[];
  value: string;
  readOnly: boolean;
  onChange: (value: string) => void;
};

/**
 * Says what wide wildcards do, and asks for the name of what they clear: a click alone has emptied the cache of the
 * wrong site before.
 */
export function ConfirmWide({ cleared, names, value, readOnly, onChange }: Props) {
  const t = useText();
  const intl = useIntl();
  const [name = "", ...others] = names;
  const hint =
    others.length > 0
      ? t(text.typeOthers, { others: intl.formatList(others, { type: "disjunction" }) })
      : t(text.typeCase);
  return (
    <Alert type="warning" header={<Title cleared={cleared} name={name} />}>
      <SpaceBetween size="s">
        <div>{t(text.load)}</div>
        <ul>
          {cleared.flatMap(({ target, wide }) =>
            wide.map((wildcard) => (
              <li key={`${target}/${wildcard.item}`}>
                {target !== null && <b>{t(text.ofTarget, { target })} </b>}
                <Loss wildcard={wildcard} />
              </li>
            )),
          )}
        </ul>
        <div>{t(text.noWayBack)}</div>
        <FormField label={t(text.type, { name })} description={hint} stretch={true}>
          <Input
            value={value}
            spellcheck={false}
            autoComplete={false}
            readOnly={readOnly}
            onChange={({ detail }) => onChange(detail.value)}
          />
        </FormField>
      </SpaceBetween>
    </Alert>
  );
}

function Title({ cleared, name }: { cleared: readonly Cleared[]; name: string }) {
  const t = useText();
  const items = new Set(cleared.flatMap(({ wide }) => wide.map(({ item }) => item)));
  const [item = ""] = items;
  if (items.has(EVERYTHING)) return t(text.title, { name });
  return items.size === 1 ? t(text.wideTitle, { item, name }) : t(text.wideTitles, { count: items.size, name });
}

/** How much the cache loses, by what is known of the target. */
function Loss({ wildcard: { item, clears, known } }: { wildcard: WideWildcard }) {
  const t = useText();
  if (known === 0) return t(text.lossUnknown, { item });
  return t(clears >= known ? text.lossAll : text.loss, { item, clears, known });
}
