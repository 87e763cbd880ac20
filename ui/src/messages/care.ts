import { defineMessages } from "react-intl";

/** Being asked once more before a whole site is cleared. */
export const care = defineMessages({
  title: { id: "care.title", defaultMessage: "This clears all of {name}" },
  what: {
    id: "care.what",
    defaultMessage:
      "Until the cache has filled again, every request goes to your servers, which may be slow or fail. It cannot be called back once sent.",
  },
  type: { id: "care.type", defaultMessage: "Type {name} to go on" },
  notTyped: { id: "care.notTyped", defaultMessage: "Type {name} into the field above first." },
});
