import { defineMessages } from "react-intl";

/** What the first start says of the program. */
export const welcome = defineMessages({
  title: { id: "welcome.title", defaultMessage: "Welcome to Housekeeper for CloudFront" },
  what: {
    id: "welcome.what",
    defaultMessage:
      "CloudFront keeps copies of your pages near your visitors. After you have changed a page, this program makes CloudFront forget the old copy, and says beforehand what that costs.",
  },
  practice: {
    id: "welcome.practice",
    defaultMessage:
      "The practice account is there to try it: its sites are made up, nothing reaches AWS, and nothing costs anything.",
  },
  choose: { id: "welcome.choose", defaultMessage: "Choose a distribution: that is a site, or a part of one." },
  enter: {
    id: "welcome.enter",
    defaultMessage: "Enter the paths of what has changed, and look at the review beside them.",
  },
  create: { id: "welcome.create", defaultMessage: "Create the invalidation. You can still undo it for a few seconds." },
  tryIt: { id: "welcome.tryIt", defaultMessage: "Create a first invalidation in the practice account" },
  connect: { id: "welcome.connect", defaultMessage: "Connect your own account" },
  dismiss: { id: "welcome.dismiss", defaultMessage: "Dismiss the welcome" },
  show: { id: "welcome.show", defaultMessage: "Show the welcome" },
  noneSuitable: {
    id: "welcome.noneSuitable",
    defaultMessage: "No distribution of the practice account can be cleared just now. Choose one from the table.",
  },
});
