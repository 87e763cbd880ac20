import { defineMessages } from "react-intl";

/** What one can do by keys alone, as it is listed. */
export const shortcuts = defineMessages({
  title: { id: "shortcuts.title", defaultMessage: "Keyboard shortcuts" },
  keys: { id: "shortcuts.keys", defaultMessage: "Keys" },
  does: { id: "shortcuts.does", defaultMessage: "What they do" },
  where: { id: "shortcuts.where", defaultMessage: "Where" },
  or: { id: "shortcuts.or", defaultMessage: "or" },
  ctrl: { id: "shortcuts.ctrl", defaultMessage: "Ctrl" },
  enter: { id: "shortcuts.enter", defaultMessage: "Enter" },
  everywhere: { id: "shortcuts.everywhere", defaultMessage: "Everywhere" },
  search: { id: "shortcuts.search", defaultMessage: "Search for distributions, invalidations, batches and actions" },
  create: { id: "shortcuts.create", defaultMessage: "Begin an invalidation, or a batch" },
  whereCreate: {
    id: "shortcuts.whereCreate",
    defaultMessage: "Distributions (with a row selected), a distribution or one of its invalidations, Saved batches",
  },
  send: { id: "shortcuts.send", defaultMessage: "Create the invalidation, as its button does" },
  whereSend: { id: "shortcuts.whereSend", defaultMessage: "Create invalidation, and the run of a saved batch" },
  refresh: { id: "shortcuts.refresh", defaultMessage: "Read what the page shows anew" },
  help: { id: "shortcuts.help", defaultMessage: "Open or close the help panel" },
  shortcuts: { id: "shortcuts.shortcuts", defaultMessage: "Show this list" },
  zoomIn: { id: "shortcuts.zoomIn", defaultMessage: "Make everything larger" },
  zoomOut: { id: "shortcuts.zoomOut", defaultMessage: "Make everything smaller" },
  zoomBack: { id: "shortcuts.zoomBack", defaultMessage: "Show everything in its usual size" },
});
