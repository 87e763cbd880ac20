import { defineMessages } from "react-intl";

/** Budgets: how many items a month are warned about, and how many are refused. */
export const budgets = defineMessages({
  title: { id: "budgets.title", defaultMessage: "Budgets" },
  ofAccount: {
    id: "budgets.ofAccount",
    defaultMessage:
      "For {name}, account {account}: how many items may be cleared in a month (UTC), whoever clears them. Other connections into the same account share it.",
  },
  ofConnection: {
    id: "budgets.ofConnection",
    defaultMessage:
      "For the account that {name} leads to: how many items may be cleared in a month (UTC), whoever clears them.",
  },
  titleOne: { id: "budgets.titleOne", defaultMessage: "Budget" },
  ofTarget: {
    id: "budgets.ofTarget",
    defaultMessage:
      "How many items of this distribution may be cleared in a month (UTC). The account’s own budget, under Settings, holds beside it.",
  },
  warnAbove: { id: "budgets.warnAbove", defaultMessage: "Warn above" },
  warnHint: { id: "budgets.warnHint", defaultMessage: "The review says so, and it can still be sent." },
  refuseAbove: { id: "budgets.refuseAbove", defaultMessage: "Refuse above" },
  refuseHint: { id: "budgets.refuseHint", defaultMessage: "Nothing that goes beyond is sent by this app." },
  unit: { id: "budgets.unit", defaultMessage: "items a month" },
  empty: { id: "budgets.empty", defaultMessage: "Empty: no such budget." },
  invalid: { id: "budgets.invalid", defaultMessage: "Enter a whole number from 0, or leave it empty." },
  order: {
    id: "budgets.order",
    defaultMessage: "Enter no more than under Refuse above: what is refused needs no warning.",
  },
  used: { id: "budgets.used", defaultMessage: "Used so far this month" },
  usedItems: { id: "budgets.usedItems", defaultMessage: "{count, plural, one {# item} other {# items}}" },
  save: { id: "budgets.save", defaultMessage: "Save budget" },
  saved: { id: "budgets.saved", defaultMessage: "The budget was saved." },
  fixed: { id: "budgets.fixed", defaultMessage: "Set by your administrator in {file}" },
  refusedTitle: { id: "budgets.refusedTitle", defaultMessage: "Beyond the month’s budget" },
  warnedTitle: { id: "budgets.warnedTitle", defaultMessage: "More than planned for the month" },
  refused: {
    id: "budgets.refused",
    defaultMessage:
      "This run would take the month to {items, plural, one {# item} other {# items}}; the budget allows {limit, number}.",
  },
  refusedTarget: {
    id: "budgets.refusedTarget",
    defaultMessage:
      "This run would take {name} to {items, plural, one {# item} other {# items}} this month; its budget allows {limit, number}.",
  },
  warned: {
    id: "budgets.warned",
    defaultMessage:
      "This run takes the month to {items, plural, one {# item} other {# items}}; a warning was set above {limit, number}.",
  },
  warnedTarget: {
    id: "budgets.warnedTarget",
    defaultMessage:
      "This run takes {name} to {items, plural, one {# item} other {# items}} this month; a warning was set above {limit, number}.",
  },
});
