import { defineMessages } from "react-intl";

/** Being asked once more: before a whole site is cleared, and before anything goes to production. */
export const care = defineMessages({
  title: { id: "care.title", defaultMessage: "This clears all of {name}" },
  what: {
    id: "care.what",
    defaultMessage:
      "Until the cache has filled again, every request goes to your servers, which may be slow or fail. It cannot be called back once sent.",
  },
  type: { id: "care.type", defaultMessage: "Type {name} to go on" },
  notTyped: { id: "care.notTyped", defaultMessage: "Type {name} into the field above first." },
  productionTitle: { id: "care.productionTitle", defaultMessage: "Send this to production?" },
  productionConnection: {
    id: "care.productionConnection",
    defaultMessage: "Through the connection {name}, which is marked as production and leads to account {account}:",
  },
  productionUnknown: {
    id: "care.productionUnknown",
    defaultMessage: "Through the connection {name}, which is marked as production:",
  },
  productionItems: {
    id: "care.productionItems",
    defaultMessage: "{items, plural, one {# item} other {# items}} on {target}",
  },
  productionRest: {
    id: "care.productionRest",
    defaultMessage: "– and with it the other parts of its run that wait.",
  },
  productionText: {
    id: "care.productionText",
    defaultMessage: "It concerns what visitors of the site see now.",
  },
  sendToProduction: { id: "care.sendToProduction", defaultMessage: "Send to production" },
});
