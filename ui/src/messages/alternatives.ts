import { defineMessages } from "react-intl";

/** The page Alternatives: versions in names and queries in place of invalidating again and again. */
export const alternatives = defineMessages({
  title: { id: "alternatives.title", defaultMessage: "Alternatives to invalidating" },
  crumb: { id: "alternatives.crumb", defaultMessage: "Alternatives" },
  why: { id: "alternatives.why", defaultMessage: "A new name does better than clearing the old one" },
  whyText: {
    id: "alternatives.whyText",
    defaultMessage:
      "Give each new version of a file a name of its own, such as site.v2.css in place of site.css, and let your pages refer to the new name. Then there is nothing to clear:",
  },
  whyFree: { id: "alternatives.whyFree", defaultMessage: "No invalidation has to be paid for." },
  whyAtOnce: {
    id: "alternatives.whyAtOnce",
    defaultMessage:
      "It takes effect at once, also in browsers and company networks that keep copies: no invalidation reaches those.",
  },
  whyBack: {
    id: "alternatives.whyBack",
    defaultMessage: "It can be rolled back: refer to the former name once more, and everything is as it was.",
  },
  whyWay: {
    id: "alternatives.whyWay",
    defaultMessage: "Most tools that build a site can make such names by themselves.",
  },
  source: {
    id: "alternatives.source",
    defaultMessage:
      "AWS recommends it to all who update files often: Amazon CloudFront Developer Guide, “Choose between invalidating files and using versioned file names” (in “Invalidate files to remove content”) and “Update existing files using versioned file names”.",
  },
  own: { id: "alternatives.own", defaultMessage: "What you clear most often" },
  ownText: {
    id: "alternatives.ownText",
    defaultMessage: "Paths cleared here in the last twelve weeks, and what could stand in place of clearing them.",
  },
  madeUp: { id: "alternatives.madeUp", defaultMessage: "Made-up examples" },
  madeUpText: {
    id: "alternatives.madeUpText",
    defaultMessage:
      "As far as this app knows, no path was cleared here again and again in the last twelve weeks. These paths are not yours: they show how it is done.",
  },
  path: { id: "alternatives.path", defaultMessage: "Path" },
  cleared: { id: "alternatives.cleared", defaultMessage: "Cleared" },
  times: { id: "alternatives.times", defaultMessage: "{times, plural, one {Once} other {# times}}" },
  last: { id: "alternatives.last", defaultMessage: "Last:" },
  example: { id: "alternatives.example", defaultMessage: "Made up" },
  versionedName: { id: "alternatives.versionedName", defaultMessage: "Versioned name" },
  versionedQuery: { id: "alternatives.versionedQuery", defaultMessage: "Version in the query" },
  takes: { id: "alternatives.takes", defaultMessage: "What it takes" },
  takesNothing: {
    id: "alternatives.takesNothing",
    defaultMessage: "A version in the query works as it is, and so does a new name.",
  },
  takesPolicy: {
    id: "alternatives.takesPolicy",
    defaultMessage:
      "A version in the query would do nothing here, since the query string is not in the cache key. Use a new name, or have the cache policy {policy} changed to include it.",
  },
  takesSettings: {
    id: "alternatives.takesSettings",
    defaultMessage:
      "A version in the query would do nothing here, since the query string is not in the cache key. Use a new name, or have the behavior changed to include it.",
  },
  takesSome: {
    id: "alternatives.takesSome",
    defaultMessage:
      "Of the query only {names} {count, plural, one {is} other {are}} in the cache key. Put the version there, have {parameter} added, or use a new name.",
  },
  takesOther: {
    id: "alternatives.takesOther",
    defaultMessage:
      "{parameter} is the part of the query that is left out of the cache key here. Give the parameter another name, or use a new name for the file.",
  },
  takesUnknown: {
    id: "alternatives.takesUnknown",
    defaultMessage:
      "Whether a version in the query counts here could not be read. Whoever may see the cache policy (permission cloudfront:GetCachePolicy) can tell. A new name works in any case.",
  },
  takesNotRead: {
    id: "alternatives.takesNotRead",
    defaultMessage:
      "The behavior that takes this path is not known, so nobody can say here whether a version in the query counts. A new name works in any case.",
  },
  takesPage: {
    id: "alternatives.takesPage",
    defaultMessage:
      "People come to this page by its address, so that should stay. Give the files it names a version, and have the page itself sent with a short max-age (Cache-Control), so that it renews itself.",
  },
  takesFile: {
    id: "alternatives.takesFile",
    defaultMessage: "With a version it may be kept for long: here up to {time}.",
  },
  takesMinimum: {
    id: "alternatives.takesMinimum",
    defaultMessage: "CloudFront keeps it for {time} at least (minimum TTL), whatever your server says.",
  },
  noExamples: { id: "alternatives.noExamples", defaultMessage: "No paths" },
  noExamplesText: {
    id: "alternatives.noExamplesText",
    defaultMessage: "Nothing was cleared here for which a version could stand in.",
  },
  ask: { id: "alternatives.ask", defaultMessage: "What to ask your developers for" },
  askText: {
    id: "alternatives.askText",
    defaultMessage: "Copy it into a message, and change it as you like.",
  },
  copyAsk: { id: "alternatives.copyAsk", defaultMessage: "Copy the text" },
  askGreeting: { id: "alternatives.askGreeting", defaultMessage: "Hello," },
  askIntro: {
    id: "alternatives.askIntro",
    defaultMessage: "we clear these paths from the CloudFront cache of {target} again and again:",
  },
  askIntroExample: {
    id: "alternatives.askIntroExample",
    defaultMessage: "we clear paths from the CloudFront cache of {target}, such as these:",
  },
  askPath: {
    id: "alternatives.askPath",
    defaultMessage: "{path} ({times, plural, one {once} other {# times}} in the last twelve weeks)",
  },
  askWhy: {
    id: "alternatives.askWhy",
    defaultMessage:
      "Each time counts as a paid path beyond the free ones of the month, and browsers that keep copies still show the old version.",
  },
  askName: {
    id: "alternatives.askName",
    defaultMessage:
      "Could each new version of a file get a name of its own, and our pages refer to that? So {path} would become {versionedName}; most build tools can do it with a hash of the content.",
  },
  askQuery: {
    id: "alternatives.askQuery",
    defaultMessage: "Where the name has to stay, our pages could refer to {versionedQuery} instead.",
  },
  askPolicy: {
    id: "alternatives.askPolicy",
    defaultMessage:
      "For that, the parameter {parameter} has to be in the cache key. It is not yet in these CloudFront behaviors: {patterns}.",
  },
  askTtl: {
    id: "alternatives.askTtl",
    defaultMessage:
      "Files with a version can then be cached for as long as possible. The HTML that names them should have a short TTL: a small max-age, and a minimum TTL of 0 in its behavior.",
  },
  askPages: {
    id: "alternatives.askPages",
    defaultMessage:
      "Pages such as {path} keep their address. Could our server send them with a short max-age (Cache-Control), so that they renew themselves?",
  },
  askSource: {
    id: "alternatives.askSource",
    defaultMessage:
      "AWS recommends it: Amazon CloudFront Developer Guide, “Update existing files using versioned file names”.",
  },
  askThanks: { id: "alternatives.askThanks", defaultMessage: "Thank you!" },
  behaviors: { id: "alternatives.behaviors", defaultMessage: "Behaviors" },
  behaviorsText: {
    id: "alternatives.behaviorsText",
    defaultMessage: "How CloudFront keeps files here. The first behavior whose path pattern fits takes a path.",
  },
  pathPattern: { id: "alternatives.pathPattern", defaultMessage: "Path pattern" },
  isDefault: { id: "alternatives.isDefault", defaultMessage: "(default)" },
  cachePolicy: { id: "alternatives.cachePolicy", defaultMessage: "Cache policy" },
  queryStrings: { id: "alternatives.queryStrings", defaultMessage: "Query strings in the cache key" },
  minTtl: { id: "alternatives.minTtl", defaultMessage: "Minimum TTL" },
  defaultTtl: { id: "alternatives.defaultTtl", defaultMessage: "Default TTL" },
  maxTtl: { id: "alternatives.maxTtl", defaultMessage: "Maximum TTL" },
  queryNone: { id: "alternatives.queryNone", defaultMessage: "None" },
  queryAll: { id: "alternatives.queryAll", defaultMessage: "All" },
  querySome: { id: "alternatives.querySome", defaultMessage: "Only {names}" },
  queryAllExcept: { id: "alternatives.queryAllExcept", defaultMessage: "All except {names}" },
  notKnown: { id: "alternatives.notKnown", defaultMessage: "Not known" },
  noBehaviors: { id: "alternatives.noBehaviors", defaultMessage: "The behaviors are not known" },
  noBehaviorsText: {
    id: "alternatives.noBehaviorsText",
    defaultMessage: "What is said above of new names holds without them.",
  },
  failed: { id: "alternatives.failed", defaultMessage: "Your own paths could not be read" },
  behaviorsFailed: {
    id: "alternatives.behaviorsFailed",
    defaultMessage: "The behaviors could not be read, so what a version in the query takes is not known",
  },
  helpExamples: {
    id: "alternatives.helpExamples",
    defaultMessage:
      "This page takes the paths you clear most often, and says for each what would make clearing it needless.",
  },
  helpKey: {
    id: "alternatives.helpKey",
    defaultMessage:
      "The cache key is that by which CloudFront tells one page from another. Where the query string is not in it, /site.css?v=1 and /site.css?v=2 are the same to CloudFront, and the old one stays.",
  },
  helpTtl: {
    id: "alternatives.helpTtl",
    defaultMessage:
      "The TTLs say how long CloudFront keeps a file: never shorter than the minimum, never longer than the maximum, and for the default where your server says nothing of it.",
  },
  weeklyTitle: { id: "alternatives.weeklyTitle", defaultMessage: "The same paths again and again" },
  weeklyText: {
    id: "alternatives.weeklyText",
    defaultMessage:
      "In the last seven days {paths, plural, one {# path was} other {# paths were}} cleared four times or oftener: {items, plural, one {# item} other {# items}}. There may be a way without.",
  },
  weeklyAlternatives: { id: "alternatives.weeklyAlternatives", defaultMessage: "See the alternatives" },
  weeklyCosts: { id: "alternatives.weeklyCosts", defaultMessage: "See the costs" },
  helpAsk: {
    id: "alternatives.helpAsk",
    defaultMessage:
      "Look at what is said of each path. Then copy the text under What to ask your developers for, and send it to whoever builds the website.",
  },
  helpChanges: {
    id: "alternatives.helpChanges",
    defaultMessage:
      "This page changes nothing. Until the website refers to the new names, go on clearing the old ones.",
  },
});
