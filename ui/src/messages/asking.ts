import { defineMessages } from "react-intl";

/** What the window asks about runs that were not sent: as it closes, and as it opens. */
export const asking = defineMessages({
  closeTitle: { id: "asking.closeTitle", defaultMessage: "Send what waits before closing?" },
  closeText: {
    id: "asking.closeText",
    defaultMessage:
      "{items, plural, one {# item was} other {# items were}} about to be sent and can still be taken back. The countdown is stopped until you choose.",
  },
  closeWays: {
    id: "asking.closeWays",
    defaultMessage: "Send now sends it and then closes the window. Take back sends nothing and closes the window.",
  },
  takeBack: { id: "asking.takeBack", defaultMessage: "Take back" },
  stay: { id: "asking.stay", defaultMessage: "Stay" },
  askTitle: { id: "asking.askTitle", defaultMessage: "Nothing of this was sent" },
  askText: {
    id: "asking.askText",
    defaultMessage:
      "The app ended, or the computer slept, while {runs, plural, one {this run} other {these runs}} could still be undone. Send what you still want, and take back the rest.",
  },
  later: { id: "asking.later", defaultMessage: "Decide later" },
});
