import { defineMessages } from "react-intl";

/** The window while the app has let go of what it held, because nobody was there. */
export const lock = defineMessages({
  title: { id: "lock.title", defaultMessage: "Locked" },
  text: {
    id: "lock.text",
    defaultMessage:
      "Nobody was here for a while, so Housekeeper has let go of the keys it held in memory. The keychain may ask for its password.",
  },
  unlock: { id: "lock.unlock", defaultMessage: "Unlock" },
  lockNow: { id: "lock.lockNow", defaultMessage: "Lock now" },
});
