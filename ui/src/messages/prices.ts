import { defineMessages } from "react-intl";

/** The prices that costs are reckoned with. */
export const prices = defineMessages({
  title: { id: "prices.title", defaultMessage: "Prices" },
  description: {
    id: "prices.description",
    defaultMessage:
      "What costs are reckoned with: pay-as-you-go prices. What a flat-rate plan makes of them is not known.",
  },
  partition: { id: "prices.partition", defaultMessage: "Where" },
  aws: { id: "prices.aws", defaultMessage: "AWS" },
  china: { id: "prices.china", defaultMessage: "AWS China" },
  perItem: { id: "prices.perItem", defaultMessage: "Price per item" },
  free: { id: "prices.free", defaultMessage: "Free items a month" },
  source: { id: "prices.source", defaultMessage: "Source" },
  asOf: { id: "prices.asOf", defaultMessage: "As of" },
  own: { id: "prices.own", defaultMessage: "Your own" },
  actions: { id: "prices.actions", defaultMessage: "Change" },
  edit: { id: "prices.edit", defaultMessage: "Edit" },
  editOf: { id: "prices.editOf", defaultMessage: "Edit the price of {where}" },
  useBuiltIn: { id: "prices.useBuiltIn", defaultMessage: "Use the built-in price" },
  useBuiltInOf: { id: "prices.useBuiltInOf", defaultMessage: "Use the built-in price of {where}" },
  perItemHint: {
    id: "prices.perItemHint",
    defaultMessage: "In {currency}, with a decimal point and at most 5 decimals, such as 0.005.",
  },
  perItemInvalid: {
    id: "prices.perItemInvalid",
    defaultMessage: "Enter a number from 0 with a decimal point and at most 5 decimals.",
  },
  freeHint: { id: "prices.freeHint", defaultMessage: "For the whole account." },
  freeInvalid: { id: "prices.freeInvalid", defaultMessage: "Enter a whole number from 0." },
  sourceHint: {
    id: "prices.sourceHint",
    defaultMessage: "Where you have it from, such as your contract; it stands beside the price.",
  },
  sourceMissing: { id: "prices.sourceMissing", defaultMessage: "Say where the price is from." },
  save: { id: "prices.save", defaultMessage: "Save price" },
  saved: { id: "prices.saved", defaultMessage: "The price of {where} was saved." },
  restored: { id: "prices.restored", defaultMessage: "{where} has the built-in price again." },
  loading: { id: "prices.loading", defaultMessage: "Loading prices" },
  none: { id: "prices.none", defaultMessage: "No prices" },
});
