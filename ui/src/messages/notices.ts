import { defineMessages } from "react-intl";

/** What tells of a run that has ended, on the desktop and in the window. */
export const notices = defineMessages({
  completed: { id: "notices.completed", defaultMessage: "Completed: {run}" },
  accepted: { id: "notices.accepted", defaultMessage: "Accepted: {run}" },
  refused: { id: "notices.refused", defaultMessage: "Refused: {run}" },
  partly: { id: "notices.partly", defaultMessage: "Refused in part: {run}" },
  completedBody: {
    id: "notices.completedBody",
    defaultMessage: "CloudFront has forgotten {items, plural, one {# item} other {# items}} of {target}.",
  },
  completedPartsBody: {
    id: "notices.completedPartsBody",
    defaultMessage:
      "{completed, plural, one {# part of {total, number} is} other {# parts of {total, number} are}} completed at {target}.",
  },
  acceptedBody: {
    id: "notices.acceptedBody",
    defaultMessage:
      "CloudFront took {total, plural, =1 {it} other {{accepted, plural, one {# part} other {# parts}}}} at {target}; how far {accepted, plural, one {it is} other {they are}} cannot be read with your permissions.",
  },
  refusedBody: {
    id: "notices.refusedBody",
    defaultMessage:
      "{total, plural, =1 {It was refused} other {{refused, plural, one {# part of {total, number} was refused} other {# parts of {total, number} were refused}}}}. Open Activity to see why.",
  },
  withdrawnBody: {
    id: "notices.withdrawnBody",
    defaultMessage: "{withdrawn, plural, one {# part was} other {# parts were}} taken back.",
  },
  open: { id: "notices.open", defaultMessage: "Open Activity" },
});
