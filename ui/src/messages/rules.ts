import type { MessageDescriptor } from "react-intl";
import type { Rule } from "../ipc/client";

/**
 * What the window says of a rule. Values: `subject` (the part of the line that is meant), `becomes` (what the line
 * became), `other` (the other line's number), and `sure` (`yes` for an error; `no` where a fact about the
 * distribution that would make it one is not known).
 */
type RuleText = { title: MessageDescriptor; why: MessageDescriptor; fix: MessageDescriptor };

function rule(name: Rule, title: string, why: string, fix: string): RuleText {
  return {
    title: { id: `rules.${name}`, defaultMessage: title },
    why: { id: `rules.${name}.why`, defaultMessage: why },
    fix: { id: `rules.${name}.fix`, defaultMessage: fix },
  };
}

/** A sentence for every rule of the checks; a new rule does not compile without one. */
export const rules: Record<Rule, RuleText> = {
  // Set right by itself.
  trimmed: rule("trimmed", "Spaces around it were dropped", "It is sent as {becomes}.", "Write it so"),
  emptyLine: rule("emptyLine", "Empty line", "It is left out.", "Remove the line"),
  slashAdded: rule("slashAdded", "A leading slash was added", "It is sent as {becomes}.", "Write it so"),
  urlReduced: rule(
    "urlReduced",
    "The address became a path",
    "CloudFront takes paths only. It is sent as {becomes}.",
    "Write it so",
  ),
  fragmentDropped: rule(
    "fragmentDropped",
    "The part after # was dropped",
    "Browsers keep it to themselves, so no cache knows it. It is sent as {becomes}.",
    "Write it so",
  ),
  encoded: rule(
    "encoded",
    "Special characters were encoded",
    "CloudFront wants them URL-encoded. It is sent as {becomes}.",
    "Write it so",
  ),
  duplicateDropped: rule(
    "duplicateDropped",
    "The same as line {other}",
    "It is sent once, and counts once.",
    "Remove the line",
  ),

  // Cannot be sent.
  wildcardInside: rule(
    "wildcardInside",
    "A * stands before the end",
    "CloudFront understands the wildcard only as the very last character: {subject}",
    "End it at the first *",
  ),
  tooLong: rule(
    "tooLong",
    "Longer than 4,000 characters",
    "CloudFront takes no longer path, counted after encoding. End it earlier with a wildcard.",
    "Shorten it",
  ),
  controlCharacter: rule(
    "controlCharacter",
    "It contains a control character",
    "Such a character cannot be part of a path; it mostly comes in with copied text.",
    "Take it out",
  ),
  otherScheme: rule(
    "otherScheme",
    "Not a web address",
    "Only http and https addresses can be cleared, and this begins with {subject}.",
    "Keep the path",
  ),
  foreignHost: rule(
    "foreignHost",
    "{sure, select, yes {Another site’s address} other {Perhaps another site’s address}}",
    "{sure, select, yes {{subject} is not among the domain names of this distribution, so clearing it here would do nothing.} other {The domain names of this distribution could not be read, so check that {subject} belongs to it.}}",
    "Keep the path",
  ),
  tilde: rule(
    "tilde",
    "CloudFront refuses the tilde (~)",
    "Such a path cannot be cleared by itself. End with a wildcard before the tilde.",
    "Use a wildcard",
  ),
  malformedTag: rule(
    "malformedTag",
    "Not a cache tag",
    "A tag is at most 256 ASCII characters without spaces, commas or *: {subject}",
    "Correct the tag",
  ),
  tagsNotEnabled: rule(
    "tagsNotEnabled",
    "{sure, select, yes {Cache tags do nothing here} other {Cache tags may do nothing here}}",
    "{sure, select, yes {This distribution has no cache tag header set up, so {subject} would clear nothing.} other {Whether this distribution has a cache tag header could not be read; without one, {subject} clears nothing.}}",
    "Remove the line",
  ),

  // May not do what was meant.
  coveredByWildcard: rule(
    "coveredByWildcard",
    "Line {other} covers it already",
    "The wildcard clears it too. Without this line, one item less is counted.",
    "Remove the line",
  ),
  prefixBleed: rule(
    "prefixBleed",
    "It clears more than the folder",
    "{subject} also takes what merely begins so, such as a file or another folder of a longer name.",
    "Only the folder",
  ),
  missingSlashTwin: rule(
    "missingSlashTwin",
    "The twin with the slash is missing",
    "A folder’s page may be cached with and without the slash at its end: {subject}",
    "Add its twin",
  ),
  rootWithoutDefaultObject: rule(
    "rootWithoutDefaultObject",
    "The start page has a file of its own",
    "The start page may also be cached under its file’s name: {subject}",
    "Add the file",
  ),
  needlessEscape: rule(
    "needlessEscape",
    "An escape that should not be there",
    "{subject} stands for a plain character. CloudFront compares letter by letter and may not find the file.",
    "Write it plainly",
  ),
  encodedTilde: rule(
    "encodedTilde",
    "%7E clears nothing",
    "CloudFront accepts the encoded tilde and then does nothing. End with a wildcard before it.",
    "Use a wildcard",
  ),
  dotSegments: rule(
    "dotSegments",
    "It contains . or .. as a folder",
    "It is sent as it stands, but browsers resolve such parts before they ask, so nothing may match.",
    "Resolve it",
  ),
  invisibleCharacter: rule(
    "invisibleCharacter",
    "It contains a character that cannot be seen",
    "It probably came in with copied text, and is sent with the rest: {subject}",
    "Take it out",
  ),
  backslash: rule(
    "backslash",
    "A backslash instead of a slash?",
    "Paths have forward slashes. It is sent encoded, as %5C.",
    "Turn it round",
  ),
  everything: rule(
    "everything",
    "This clears the whole site",
    "Every file is fetched from your servers again; they may be busy for a while.",
    "Remove the line",
  ),
  queryStringIgnored: rule(
    "queryStringIgnored",
    "The query string plays no part here",
    "The distribution caches this page without it, so {subject} may match nothing.",
    "Drop the query string",
  ),
  stillInProgress: rule(
    "stillInProgress",
    "It is being cleared right now",
    "{subject} is still in progress from an earlier invalidation.",
    "Remove the line",
  ),
  sentRecently: rule(
    "sentRecently",
    "It was cleared minutes ago",
    "{subject} was sent from here shortly before. If the page still looks old, the browser may be keeping a copy.",
    "Remove the line",
  ),
  tooManyWildcards: rule(
    "tooManyWildcards",
    "More wildcards than there is room for",
    "CloudFront works on 15 wildcards of a distribution at a time; with more it may refuse the whole invalidation.",
    "Remove the line",
  ),
};
