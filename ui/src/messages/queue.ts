import { defineMessages } from "react-intl";

/** What waits to be sent: for what, how long, and what a person can do about it. */
export const queue = defineMessages({
  undo: { id: "queue.undo", defaultMessage: "Undo" },
  sendNow: { id: "queue.sendNow", defaultMessage: "Send now" },
  pause: { id: "queue.pause", defaultMessage: "Pause queue" },
  resume: { id: "queue.resume", defaultMessage: "Resume queue" },
  pausedTitle: { id: "queue.pausedTitle", defaultMessage: "The queue is paused: nothing is sent until you resume it" },
  pausedText: {
    id: "queue.pausedText",
    defaultMessage: "What CloudFront already has goes on and is followed as before.",
  },
  sentIn: { id: "queue.sentIn", defaultMessage: "Sent in {seconds, number} s" },
  sentAnyMoment: { id: "queue.sentAnyMoment", defaultMessage: "Sent any moment" },
  countdownBegins: {
    id: "queue.countdownBegins",
    defaultMessage:
      "It is sent in {seconds, plural, one {# second} other {# seconds}}. Until then you can take it back with Undo.",
  },
  notCounting: { id: "queue.notCounting", defaultMessage: "Nothing was sent: Send now or Undo" },
  about: {
    id: "queue.about",
    defaultMessage:
      "About {unit, select, second {{count, plural, one {# second} other {# seconds}}} minute {{count, plural, one {# minute} other {# minutes}}} other {{count, plural, one {# hour} other {# hours}}}}.",
  },
  anyMoment: { id: "queue.anyMoment", defaultMessage: "Any moment now." },
  left: {
    id: "queue.left",
    defaultMessage:
      "About {unit, select, second {{count, plural, one {# second} other {# seconds}}} minute {{count, plural, one {# minute} other {# minutes}}} other {{count, plural, one {# hour} other {# hours}}}} left",
  },
  leftAnyMoment: { id: "queue.leftAnyMoment", defaultMessage: "Done any moment" },
  forTurn: {
    id: "queue.forTurn",
    defaultMessage: "Waits for its turn: an account’s invalidations are sent one after the other.",
  },
  forRoomWildcards: {
    id: "queue.forRoomWildcards",
    defaultMessage:
      "Waits for room: CloudFront works on {count, plural, one {# wildcard} other {# wildcards}} of this distribution{others, select, yes {, some of them not sent from this app} other {}}.",
  },
  forRoomFiles: {
    id: "queue.forRoomFiles",
    defaultMessage:
      "Waits for room: CloudFront works on {count, plural, one {# file or tag} other {# files and tags}} of this distribution{others, select, yes {, some of them not sent from this app} other {}}.",
  },
  forPace: { id: "queue.forPace", defaultMessage: "Waits because AWS asked for a slower pace." },
  forNetwork: {
    id: "queue.forNetwork",
    defaultMessage: "Waits for the network: CloudFront could not be reached. It is tried again by itself.",
  },
  forEarlierPart: {
    id: "queue.forEarlierPart",
    defaultMessage: "Waits until an earlier part of the same run is settled.",
  },
  forRefusedPart: {
    id: "queue.forRefusedPart",
    defaultMessage: "Waits for you: an earlier part was refused. Retry that part, or take back the rest with Undo.",
  },
  earlierPart: { id: "queue.earlierPart", defaultMessage: "See that part" },
  forSignIn: {
    id: "queue.forSignIn",
    defaultMessage: "Waits for you: {reason}. Correct it under Connections, then choose Retry or Resume queue.",
  },
  forAsked: { id: "queue.forAsked", defaultMessage: "Waits for you: {reason}. {todo}" },
  forPaused: { id: "queue.forPaused", defaultMessage: "Waits because the queue is paused." },
  forDecision: {
    id: "queue.forDecision",
    defaultMessage:
      "Waits for you: it is more than 12 hours old, or comes from a restored backup. Choose Send now or Undo.",
  },
  title: { id: "queue.title", defaultMessage: "Queue" },
  description: {
    id: "queue.description",
    defaultMessage: "In the order it goes out. Move a run by its handle, with the mouse or with the arrow keys.",
  },
  descriptionOne: { id: "queue.descriptionOne", defaultMessage: "What waits to be sent." },
  counts: {
    id: "queue.counts",
    defaultMessage:
      "{items, plural, one {# item waits} other {# items wait}}{parts, plural, =1 {} other {, in {waiting, number} of {parts, number} parts}}",
  },
  via: { id: "queue.via", defaultMessage: "{target}, through {connection}" },
  viaRemoved: { id: "queue.viaRemoved", defaultMessage: "{target}, through a connection that was removed since" },
  moreRuns: {
    id: "queue.moreRuns",
    defaultMessage: "{count, plural, one {# more run waits} other {# more runs wait}} behind these.",
  },
  move: { id: "queue.move", defaultMessage: "Move" },
  moveHow: {
    id: "queue.moveHow",
    defaultMessage:
      "Press Space or Enter to take hold of it, the arrow keys to move it, Space or Enter to let go, and Escape to leave it where it was.",
  },
  moveBegun: { id: "queue.moveBegun", defaultMessage: "Taken hold of, at place {place, number} of {total, number}." },
  moveNow: { id: "queue.moveNow", defaultMessage: "Now at place {place, number} of {total, number}." },
  moveDone: {
    id: "queue.moveDone",
    defaultMessage: "Let go. It was at place {from, number} and is now at place {place, number} of {total, number}.",
  },
  moveStayed: {
    id: "queue.moveStayed",
    defaultMessage: "Let go. It is still at place {place, number} of {total, number}.",
  },
  moveLeft: { id: "queue.moveLeft", defaultMessage: "It was left where it was." },
  moveFailed: { id: "queue.moveFailed", defaultMessage: "The order was not changed" },
  takenBack: { id: "queue.takenBack", defaultMessage: "Taken back: nothing was sent" },
  takenBackParts: {
    id: "queue.takenBackParts",
    defaultMessage: "Taken back: {count, plural, one {# part} other {# parts}} that had not been sent",
  },
  tooLateTitle: { id: "queue.tooLateTitle", defaultMessage: "It is too late to take this back" },
  tooLateText: {
    id: "queue.tooLateText",
    defaultMessage: "It was sent already, and an invalidation cannot be cancelled once CloudFront has it.",
  },
  released: { id: "queue.released", defaultMessage: "It is on its way." },
  itemsTakenOut: {
    id: "queue.itemsTakenOut",
    defaultMessage: "{count, plural, one {# item was} other {# items were}} taken out and will not be sent.",
  },
  waitsHereTitle: {
    id: "queue.waitsHereTitle",
    defaultMessage: "{items, plural, one {# item waits} other {# items wait}} to be sent here",
  },
});
