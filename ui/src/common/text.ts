import { type MessageDescriptor, useIntl } from "react-intl";

/** What may stand in a message's place-holders. */
export type Values = Record<string, string | number | boolean | null | undefined>;

/** A message of the catalogue as text. */
export type Text = (message: MessageDescriptor, values?: Values) => string;

/** The function that turns messages of the catalogue into text. */
export function useText(): Text {
  const { formatMessage } = useIntl();
  return formatMessage as Text;
}
