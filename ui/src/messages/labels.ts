import { defineMessages } from "react-intl";

/** The labels and the colour of a batch, and how the list is narrowed by them. */
export const labels = defineMessages({
  labels: { id: "labels.labels", defaultMessage: "Labels" },
  hint: {
    id: "labels.hint",
    defaultMessage: "Optional. Type one and press Enter, or choose one that another batch has.",
  },
  placeholder: { id: "labels.placeholder", defaultMessage: "Add a label" },
  add: { id: "labels.add", defaultMessage: "Add “{label}”" },
  remove: { id: "labels.remove", defaultMessage: "Remove the label {label}" },
  tooLong: { id: "labels.tooLong", defaultMessage: "A label has at most {most, number} characters." },
  tooMany: { id: "labels.tooMany", defaultMessage: "A batch has at most {most, number} labels." },
  alreadyThere: { id: "labels.alreadyThere", defaultMessage: "The batch already has the label “{label}”." },
  colour: { id: "labels.colour", defaultMessage: "Colour" },
  colourHint: { id: "labels.colourHint", defaultMessage: "Optional. A dot beside the name, to find it sooner." },
  colourIs: { id: "labels.colourIs", defaultMessage: "Colour: {colour}" },
  none: { id: "labels.none", defaultMessage: "No colour" },
  blue: { id: "labels.blue", defaultMessage: "Blue" },
  green: { id: "labels.green", defaultMessage: "Green" },
  orange: { id: "labels.orange", defaultMessage: "Orange" },
  red: { id: "labels.red", defaultMessage: "Red" },
  purple: { id: "labels.purple", defaultMessage: "Purple" },
  anyLabel: { id: "labels.anyLabel", defaultMessage: "Any label" },
  filterByLabel: { id: "labels.filterByLabel", defaultMessage: "Filter by label" },
  favouritesOnly: { id: "labels.favouritesOnly", defaultMessage: "Favourites only" },
  grey: { id: "labels.grey", defaultMessage: "Grey" },
});
