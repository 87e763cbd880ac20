import { defineMessages } from "react-intl";

/** The page Distributions. */
export const distributions = defineMessages({
  title: { id: "distributions.title", defaultMessage: "Distributions" },
  description: {
    id: "distributions.description",
    defaultMessage: "Choose the site whose pages you want to clear from the cache.",
  },
  favourite: { id: "distributions.favourite", defaultMessage: "Favourite" },
  addFavourite: { id: "distributions.addFavourite", defaultMessage: "Make {name} a favourite" },
  removeFavourite: { id: "distributions.removeFavourite", defaultMessage: "{name} is a favourite: take it off" },
  id: { id: "distributions.id", defaultMessage: "ID" },
  nickname: { id: "distributions.nickname", defaultMessage: "Nickname" },
  domainName: { id: "distributions.domainName", defaultMessage: "Domain name" },
  aliases: { id: "distributions.aliases", defaultMessage: "Alternate domain names" },
  moreAliases: { id: "distributions.moreAliases", defaultMessage: "and {count, number} more" },
  descriptionColumn: { id: "distributions.descriptionColumn", defaultMessage: "Description" },
  status: { id: "distributions.status", defaultMessage: "Status" },
  enabled: { id: "distributions.enabled", defaultMessage: "Enabled" },
  disabled: { id: "distributions.disabled", defaultMessage: "Disabled" },
  deploying: { id: "distributions.deploying", defaultMessage: "Deploying" },
  notListed: { id: "distributions.notListed", defaultMessage: "Not read" },
  notListedHint: {
    id: "distributions.notListedHint",
    defaultMessage: "Known by its ID alone: you may not read more about it, but you can try to invalidate it.",
  },
  addedById: { id: "distributions.addedById", defaultMessage: "Added by ID" },
  staging: { id: "distributions.staging", defaultMessage: "Staging" },
  tenantOnly: { id: "distributions.tenantOnly", defaultMessage: "Multi-tenant" },
  editNickname: { id: "distributions.editNickname", defaultMessage: "Edit the nickname of {name}" },
  nicknameHint: {
    id: "distributions.nicknameHint",
    defaultMessage: "Your own word for it, kept on this computer only.",
  },
  nicknameOf: { id: "distributions.nicknameOf", defaultMessage: "Nickname of {id}" },
  saveNickname: { id: "distributions.saveNickname", defaultMessage: "Save" },
  filter: { id: "distributions.filter", defaultMessage: "Find distributions" },
  filterHint: { id: "distributions.filterHint", defaultMessage: "Find by name, domain or ID, or paste a page’s URL" },
  loading: { id: "distributions.loading", defaultMessage: "Loading distributions" },
  emptyTitle: { id: "distributions.emptyTitle", defaultMessage: "No distributions" },
  emptyText: {
    id: "distributions.emptyText",
    defaultMessage: "This account has none, or you may not list them. If you know an ID, add it.",
  },
  noMatchTitle: { id: "distributions.noMatchTitle", defaultMessage: "No matches" },
  noMatchText: { id: "distributions.noMatchText", defaultMessage: "No distribution matches “{filter}”." },
  addById: { id: "distributions.addById", defaultMessage: "Add by ID" },
  remove: { id: "distributions.remove", defaultMessage: "Remove from the list" },
  removed: { id: "distributions.removed", defaultMessage: "{id} was removed from the list." },
  refusedTitle: { id: "distributions.refusedTitle", defaultMessage: "Your distributions could not be listed" },
  refusedText: {
    id: "distributions.refusedText",
    defaultMessage: "You can still work: add a distribution by its ID, which the person who set it up can tell you.",
  },
  failedText: {
    id: "distributions.failedText",
    defaultMessage: "Below are those seen before or added by ID; what they show may be out of date.",
  },
  add: { id: "distributions.add", defaultMessage: "Add" },
  distributionId: { id: "distributions.distributionId", defaultMessage: "Distribution ID" },
  distributionIdHint: {
    id: "distributions.distributionIdHint",
    defaultMessage: "Letters and digits, mostly beginning with E, such as E2EXAMPLE1ABCD.",
  },
  idNeeded: { id: "distributions.idNeeded", defaultMessage: "Enter an ID." },
  added: { id: "distributions.added", defaultMessage: "{id} was added to the list." },
  helpText: {
    id: "distributions.helpText",
    defaultMessage:
      "A distribution is what CloudFront calls one site and its settings. Find yours by its domain name: paste the address of a page into the filter, and its distribution is what remains.",
  },
  helpFavourites: {
    id: "distributions.helpFavourites",
    defaultMessage:
      "A star keeps a distribution at the top, followed by those opened last. A nickname is your own word for it. Both stay on this computer.",
  },
  helpAddById: {
    id: "distributions.helpAddById",
    defaultMessage:
      "Some people may invalidate a distribution without being allowed to list them all. They add it by its ID.",
  },
  helpOpen: {
    id: "distributions.helpOpen",
    defaultMessage: "Choose the ID of yours to open it. Create invalidation, on its page, is where you clear pages.",
  },
  helpAlike: {
    id: "distributions.helpAlike",
    defaultMessage:
      "Two sites may have names that look alike, such as one for trying things out and the real one. Look at the domain names, and at the account in the bar at the top, before you go on.",
  },
});
