import { defineMessages } from "react-intl";

/** Exporting batches. */
export const exporting = defineMessages({
  export: { id: "export.export", defaultMessage: "Export" },
  title: { id: "export.title", defaultMessage: "Export {name}" },
  format: { id: "export.format", defaultMessage: "Format" },
  batches: { id: "export.batches", defaultMessage: "Housekeeper’s own file" },
  batchesHint: {
    id: "export.batchesHint",
    defaultMessage: "Everything of the batches, for Housekeeper on another computer.",
  },
  cli: { id: "export.cli", defaultMessage: "AWS CLI batch file" },
  cliHint: {
    id: "export.cliHint",
    defaultMessage:
      "Its caller reference is fresh, each time you save. Used twice, a file would silently clear nothing the second time.",
  },
  text: { id: "export.text", defaultMessage: "Plain text" },
  csv: { id: "export.csv", defaultMessage: "CSV" },
  all: { id: "export.all", defaultMessage: "{count, plural, one {the saved batch} other {all # saved batches}}" },
  some: { id: "export.some", defaultMessage: "{count, plural, one {# saved batch} other {# saved batches}}" },
  onlyOne: { id: "export.onlyOne", defaultMessage: "For one batch at a time" },
  nothing: { id: "export.nothing", defaultMessage: "There is no saved batch yet." },
  preview: { id: "export.preview", defaultMessage: "Preview of {name}" },
  cut: { id: "export.cut", defaultMessage: "Only the beginning is shown; the file is whole." },
  save: { id: "export.save", defaultMessage: "Save to Downloads" },
  saved: { id: "export.saved", defaultMessage: "Saved as {path}." },
  making: { id: "export.making", defaultMessage: "Making the preview" },
  notSaved: { id: "export.notSaved", defaultMessage: "The file was not saved" },
  notMade: { id: "export.notMade", defaultMessage: "This cannot be exported in this format" },
});
