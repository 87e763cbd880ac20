import { defineMessages } from "react-intl";

/** Being asked once more: before much of a site is cleared, before a double, and before anything goes to production. */
export const care = defineMessages({
  title: { id: "care.title", defaultMessage: "This clears all of {name}" },
  wideTitle: { id: "care.wideTitle", defaultMessage: "{item} clears much of {name}" },
  wideTitles: {
    id: "care.wideTitles",
    defaultMessage: "{count, number} wildcards clear much of {name}",
  },
  load: {
    id: "care.load",
    defaultMessage:
      "Every page it clears is fetched from your servers (the origin) again. They get the load of all visitors at once, may be slow or fail, and pages come more slowly until the cache is filled again.",
  },
  ofTarget: { id: "care.ofTarget", defaultMessage: "{target}:" },
  loss: {
    id: "care.loss",
    defaultMessage: "{item} clears {clears, number} of the {known, number} paths this app knows of this distribution.",
  },
  lossAll: {
    id: "care.lossAll",
    defaultMessage:
      "{item} clears {known, plural, one {the one path} other {all # paths}} this app knows of this distribution.",
  },
  lossUnknown: {
    id: "care.lossUnknown",
    defaultMessage: "No earlier paths of this distribution are known, so nobody can say here how much {item} clears.",
  },
  noWayBack: { id: "care.noWayBack", defaultMessage: "It cannot be stopped once it is sent." },
  type: { id: "care.type", defaultMessage: "Type {name} to go on" },
  typeOthers: {
    id: "care.typeOthers",
    defaultMessage: "{others} will do as well. Capital and small letters do not matter.",
  },
  typeCase: { id: "care.typeCase", defaultMessage: "Capital and small letters do not matter." },
  notTyped: { id: "care.notTyped", defaultMessage: "Type {name} into the field above first." },
  momentAgo: { id: "care.momentAgo", defaultMessage: "less than a minute ago" },
  double: {
    id: "care.double",
    defaultMessage:
      "{waits, select, true {The same paths were asked for {ago} and wait to be sent} other {The same paths were sent {ago} and are still in progress}}",
  },
  doubles: { id: "care.doubles", defaultMessage: "The same paths are on their way already" },
  doubleSentence: {
    id: "care.doubleSentence",
    defaultMessage:
      "{waits, select, true {The same paths were asked for {ago} and wait to be sent.} other {The same paths were sent {ago} and are still in progress.}}",
  },
  doublesSentence: {
    id: "care.doublesSentence",
    defaultMessage: "The same paths are on their way already:",
  },
  doubleOf: {
    id: "care.doubleOf",
    defaultMessage:
      "{target}: {waits, select, true {asked for {ago}, waiting to be sent.} other {sent {ago}, still in progress.}}",
  },
  doubleTextWaits: {
    id: "care.doubleTextWaits",
    defaultMessage:
      "Once they are sent they clear whatever has changed by then. Sending them twice gains nothing: each path is only counted, and may be charged, once more.",
  },
  doubleText: {
    id: "care.doubleText",
    defaultMessage:
      "They are cleared without doing anything more. Send them again only if the pages have changed since: each path is then counted, and may be charged, once more.",
  },
  doubleShow: { id: "care.doubleShow", defaultMessage: "Show it" },
  doubleShowOf: { id: "care.doubleShowOf", defaultMessage: "Show it: {target}" },
  doubleSend: { id: "care.doubleSend", defaultMessage: "Send again anyway" },
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
