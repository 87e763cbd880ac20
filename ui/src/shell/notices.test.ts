import { createIntl } from "react-intl";
import { expect, it } from "vitest";
import type { Text } from "../common/text";
import { type RunEnded, runNotice } from "./notices";

const t = createIntl({ locale: "en", defaultLocale: "en" }).formatMessage as Text;

function told(part: Partial<RunEnded>) {
  const ended: RunEnded = {
    kind: "runEnded",
    run: 5,
    name: "spring-sale",
    target: { kind: "distribution", id: "E1" },
    targetName: "Shop",
    submissions: 1,
    items: 3,
    completed: 0,
    accepted: 0,
    refused: 0,
    withdrawn: 0,
    ...part,
  };
  const notice = runNotice(t, ended);
  return notice && `${notice.type}: ${notice.title}. ${notice.body}`;
}

it("says what has become of a run of one submission", () => {
  expect(told({ completed: 1 })).toBe("success: Completed: spring-sale. CloudFront has forgotten 3 items of Shop.");
  expect(told({ completed: 1, name: "", targetName: null, items: 1 })).toBe(
    "success: Completed: E1. CloudFront has forgotten 1 item of E1.",
  );
  expect(told({ accepted: 1 })).toBe(
    "success: Accepted: spring-sale. CloudFront took it at Shop; how far it is cannot be read with your permissions.",
  );
  expect(told({ refused: 1 })).toBe("warning: Refused: spring-sale. It was refused. Open Activity to see why.");
});

it("says of a run of several parts how many ended how", () => {
  expect(told({ submissions: 67, completed: 64, refused: 2, withdrawn: 1 })).toBe(
    "warning: Refused in part: spring-sale. 64 parts of 67 are completed at Shop. 1 part was taken back. 2 parts of 67 were refused. Open Activity to see why.",
  );
  expect(told({ submissions: 3, completed: 1, accepted: 2 })).toBe(
    "success: Completed: spring-sale. 1 part of 3 is completed at Shop. CloudFront took 2 parts at Shop; how far they are cannot be read with your permissions.",
  );
});

it("says nothing of what the person took back", () => {
  expect(told({ withdrawn: 1 })).toBeNull();
});
