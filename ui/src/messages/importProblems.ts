import { defineMessages, type MessageDescriptor } from "react-intl";
import type { ImportProblemKind } from "../ipc/client";

/** A sentence for everything that can be wrong in a file, with what to do; a new kind does not compile without one. */
export const importProblems: Record<ImportProblemKind, MessageDescriptor> = defineMessages({
  tooLarge: {
    id: "import.problem.tooLarge",
    defaultMessage: "The file is larger than 64 MiB. Split it and import the parts.",
  },
  notUtf8: {
    id: "import.problem.notUtfEight",
    defaultMessage: "The text is not UTF-8. Save it as UTF-8 and import it again.",
  },
  utf16: {
    id: "import.problem.utfSixteen",
    defaultMessage: "The file is UTF-16. Save it as UTF-8 and import it again.",
  },
  hasNul: { id: "import.problem.hasNul", defaultMessage: "The file has NUL bytes, so it is no text. Choose another." },
  badGzip: {
    id: "import.problem.badGzip",
    defaultMessage: "The file is damaged: it cannot be unpacked. Fetch it again.",
  },
  badJson: { id: "import.problem.badJson", defaultMessage: "This is not valid JSON. Correct it and import it again." },
  unknownJson: {
    id: "import.problem.unknownJson",
    defaultMessage: "This JSON is neither Housekeeper’s own file nor a batch file of the AWS CLI. Choose another.",
  },
  newerVersion: {
    id: "import.problem.newerVersion",
    defaultMessage: "A newer version of Housekeeper wrote this file. Update the app and import it again.",
  },
  badXml: { id: "import.problem.badXml", defaultMessage: "This is not valid XML. Correct it and import it again." },
  hasDoctype: {
    id: "import.problem.hasDoctype",
    defaultMessage: "The XML has a DOCTYPE, which is not read for safety. Take it out and import it again.",
  },
  notASitemap: { id: "import.problem.notASitemap", defaultMessage: "This XML is no sitemap. Choose another." },
  tooDeep: {
    id: "import.problem.tooDeep",
    defaultMessage: "The file is nested too deeply to be read. Choose another.",
  },
  badCsv: {
    id: "import.problem.badCsv",
    defaultMessage: "This is not valid CSV. Correct the quotes and import it again.",
  },
  empty: { id: "import.problem.empty", defaultMessage: "There is nothing in it. Choose another." },
  tooManyLines: {
    id: "import.problem.tooManyLines",
    defaultMessage: "There are more lines than a batch can have (100,000). Split the file and import the parts.",
  },
  tooManyBatches: {
    id: "import.problem.tooManyBatches",
    defaultMessage: "There are more than 10,000 batches. Split the file and import the parts.",
  },
  quantityMismatch: {
    id: "import.problem.quantityMismatch",
    defaultMessage: "Quantity differs from the number of paths. The paths themselves were taken.",
  },
  noPaths: { id: "import.problem.noPaths", defaultMessage: "The batch has no paths, so it is left out." },
  badTemplate: {
    id: "import.problem.badTemplate",
    defaultMessage: "The braces of this line do not match. Correct them and import it again.",
  },
  noColumn: {
    id: "import.problem.noColumn",
    defaultMessage: "The row does not have the chosen column, so it is left out.",
  },
  badLoc: { id: "import.problem.badLoc", defaultMessage: "This is no http or https URL, so it is left out." },
  longLine: { id: "import.problem.longLine", defaultMessage: "The line is too long for a path, so it is left out." },
});
