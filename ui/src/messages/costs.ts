import { defineMessages } from "react-intl";

/** The page Costs: what was invalidated in a month of the account, and what that costs. */
export const costs = defineMessages({
  title: { id: "costs.title", defaultMessage: "Costs" },
  description: {
    id: "costs.description",
    defaultMessage:
      "What was invalidated in a month in the AWS account of “{name}”, by this app and by everybody else.",
  },
  month: { id: "costs.month", defaultMessage: "Month" },
  inUtc: { id: "costs.inUtc", defaultMessage: "{month} (UTC)" },
  bounds: {
    id: "costs.bounds",
    defaultMessage: "AWS counts days and months in UTC. In your time this month runs from {begins} to {ends}.",
  },
  loading: { id: "costs.loading", defaultMessage: "Loading the costs" },
  exportCsv: { id: "costs.exportCsv", defaultMessage: "Export CSV" },
  exported: { id: "costs.exported", defaultMessage: "The month’s invalidations are saved in {path}." },
  notExported: { id: "costs.notExported", defaultMessage: "The month could not be saved as a file" },
  items: { id: "costs.items", defaultMessage: "Items" },
  invalidations: { id: "costs.invalidations", defaultMessage: "Invalidations" },
  cost: { id: "costs.cost", defaultMessage: "Cost" },
  last: { id: "costs.last", defaultMessage: "Last" },
  share: { id: "costs.share", defaultMessage: "Share" },
  name: { id: "costs.name", defaultMessage: "Name" },
  itemsSoFar: { id: "costs.itemsSoFar", defaultMessage: "Items, at least" },
  itemsText: {
    id: "costs.itemsText",
    defaultMessage:
      "In {invalidations, plural, one {# invalidation} other {# invalidations}}. Those of distributions deleted since are out of sight, so there may be more.",
  },
  costSoFar: { id: "costs.costSoFar", defaultMessage: "Cost, at least" },
  costText: {
    id: "costs.costText",
    defaultMessage:
      "Pay-as-you-go estimate: {perItem} for each item beyond the {free, number} free ones. How flat-rate plans treat invalidations is not documented.",
  },
  waiting: { id: "costs.waiting", defaultMessage: "Still on their way" },
  waitingText: { id: "costs.waitingText", defaultMessage: "Items of this app that are not among the others yet." },
  countedAt: { id: "costs.countedAt", defaultMessage: "Counted to the end" },
  never: { id: "costs.never", defaultMessage: "Not yet" },
  freeItems: { id: "costs.freeItems", defaultMessage: "Free items used" },
  freeUsed: {
    id: "costs.freeUsed",
    defaultMessage: "{used, number} of {free, number} used, at most {left, number} left",
  },
  freeGone: {
    id: "costs.freeGone",
    defaultMessage: "All free items of the month are used. Each further one costs {perItem}.",
  },
  who: { id: "costs.who", defaultMessage: "Who used the month" },
  whoText: {
    id: "costs.whoText",
    defaultMessage:
      "As far as caller references tell. Programs and the console choose theirs freely, so this may be wrong for some.",
  },
  housekeeper: { id: "costs.housekeeper", defaultMessage: "Housekeeper" },
  cli: { id: "costs.cli", defaultMessage: "AWS CLI" },
  other: { id: "costs.other", defaultMessage: "Other programs and the console" },
  itemsShare: {
    id: "costs.itemsShare",
    defaultMessage: "{items, plural, one {# item} other {# items}} ({share})",
  },
  chart: { id: "costs.chart", defaultMessage: "Chart" },
  table: { id: "costs.table", defaultMessage: "Table" },
  view: { id: "costs.view", defaultMessage: "{what}: chart or table" },
  chartText: { id: "costs.chartText", defaultMessage: "Table, above it, shows the same figures in rows." },
  chartLegend: { id: "costs.chartLegend", defaultMessage: "Legend" },
  chartRole: { id: "costs.chartRole", defaultMessage: "Chart" },
  axisX: { id: "costs.axisX", defaultMessage: "Horizontal axis" },
  axisY: { id: "costs.axisY", defaultMessage: "Vertical axis" },
  byDay: { id: "costs.byDay", defaultMessage: "By day" },
  byDayText: { id: "costs.byDayText", defaultMessage: "Days in UTC, as AWS counts them." },
  day: { id: "costs.day", defaultMessage: "Day" },
  dayUtc: { id: "costs.dayUtc", defaultMessage: "Day (UTC)" },
  sum: { id: "costs.sum", defaultMessage: "Items since the month began" },
  freeLimit: { id: "costs.freeLimit", defaultMessage: "Free items of the month" },
  byTarget: { id: "costs.byTarget", defaultMessage: "By distribution" },
  target: { id: "costs.target", defaultMessage: "Distribution or tenant" },
  others: { id: "costs.others", defaultMessage: "{count, plural, one {# other} other {# others}}" },
  byBatch: { id: "costs.byBatch", defaultMessage: "By batch" },
  byBatchText: {
    id: "costs.byBatchText",
    defaultMessage: "By the name in the caller reference: that of a saved batch, or what was entered as Name.",
  },
  madeBy: { id: "costs.madeBy", defaultMessage: "Made by" },
  unnamed: { id: "costs.unnamed", defaultMessage: "Unnamed" },
  months: { id: "costs.months", defaultMessage: "Month by month" },
  monthsText: { id: "costs.monthsText", defaultMessage: "Choose a month to see it in full." },
  showMonth: { id: "costs.showMonth", defaultMessage: "Show {month}" },
  counted: { id: "costs.counted", defaultMessage: "Counted" },
  inFull: { id: "costs.inFull", defaultMessage: "In full" },
  inPart: { id: "costs.inPart", defaultMessage: "Not in full" },
  nothing: { id: "costs.nothing", defaultMessage: "Nothing was invalidated in this month" },
  nothingText: {
    id: "costs.nothingText",
    defaultMessage: "As far as is known. What is cleared from now on stands here by day, by distribution and by batch.",
  },
  nothingPast: {
    id: "costs.nothingPast",
    defaultMessage: "As far as is known. Choose another month above.",
  },
  budgetWarns: {
    id: "costs.budgetWarns",
    defaultMessage: "{scope, select, account {The account’s budget} other {The budget of {name}}} is passed",
  },
  budgetWarnsText: {
    id: "costs.budgetWarnsText",
    defaultMessage:
      "{items, plural, one {# item} other {# items}} this month, and a warning is set above {limit, number}. What is sent still goes out.",
  },
  budgetRefuses: {
    id: "costs.budgetRefuses",
    defaultMessage: "{scope, select, account {The account’s budget} other {The budget of {name}}} is used up",
  },
  budgetRefusesText: {
    id: "costs.budgetRefusesText",
    defaultMessage:
      "{items, plural, one {# item} other {# items}} this month, and no more than {limit, number} are allowed. Nothing more is sent this month{scope, select, account {} other { to {name}}}.",
  },
  budgetFixed: {
    id: "costs.budgetFixed",
    defaultMessage: "The administrator of this computer has fixed it in {path}.",
  },
  repeats: { id: "costs.repeats", defaultMessage: "Cleared again and again this week" },
  repeatsText: {
    id: "costs.repeatsText",
    defaultMessage:
      "{paths, plural, one {# path was} other {# paths were}} cleared four times or oftener in the last seven days, which took {items, plural, one {# item} other {# items}}. There may be a way that needs no clearing.",
  },
  path: { id: "costs.path", defaultMessage: "Path" },
  times: { id: "costs.times", defaultMessage: "Times" },
  instead: { id: "costs.instead", defaultMessage: "What to do instead" },
  alternatives: { id: "costs.alternatives", defaultMessage: "Alternatives" },
  alternativesOf: { id: "costs.alternativesOf", defaultMessage: "Alternatives to clearing {path}" },
  help: {
    id: "costs.help",
    defaultMessage:
      "CloudFront gives each AWS account a number of items a month for free, over all its distributions together. A path or a cache tag is one item, and so is a wildcard, however many files it clears. The same path sent again counts again.",
  },
  helpCount: {
    id: "costs.helpCount",
    defaultMessage:
      "To count them, this app lists the invalidations of every distribution and tenant since the month began, and reads each one once. What was read is kept, so the next count is short. Clearing pages always goes first.",
  },
  helpLeast: {
    id: "costs.helpLeast",
    defaultMessage:
      "The figures say at least, because nobody can see the invalidations of a distribution that was deleted. What your permissions do not let this app read is named on the page.",
  },
  helpPurpose: {
    id: "costs.helpPurpose",
    defaultMessage: "Here you see how much was cleared in your AWS account this month, by whom, and what that costs.",
  },
  helpMonth: {
    id: "costs.helpMonth",
    defaultMessage:
      "Choose a month above the figures. Each section can be seen as a chart or as a table, and Export CSV saves the month as a file.",
  },
  helpBudgets: {
    id: "costs.helpBudgets",
    defaultMessage:
      "A budget warns you, or stops you, before a month becomes dear. It is set under Settings for the account, and on the tab Details of a distribution.",
  },
});
