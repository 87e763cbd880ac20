import { defineMessages } from "react-intl";

/** The check against what AWS bills, on the page Costs. */
export const bill = defineMessages({
  title: { id: "bill.title", defaultMessage: "Compare with AWS’s bill" },
  toggle: { id: "bill.toggle", defaultMessage: "Let me ask AWS Cost Explorer" },
  toggleText: {
    id: "bill.toggleText",
    defaultMessage:
      "AWS bills $0.01 for each look in Cost Explorer. It needs the permission {action}. This app asks only when you press the button, once each time.",
  },
  ask: { id: "bill.ask", defaultMessage: "Ask Cost Explorer ($0.01)" },
  asking: { id: "bill.asking", defaultMessage: "Asking Cost Explorer" },
  failed: { id: "bill.failed", defaultMessage: "Cost Explorer did not answer" },
  result: { id: "bill.result", defaultMessage: "AWS’s bill and this app’s count" },
  source: { id: "bill.source", defaultMessage: "From" },
  aws: { id: "bill.aws", defaultMessage: "AWS’s bill" },
  awsEstimated: { id: "bill.awsEstimated", defaultMessage: "AWS’s bill, estimated" },
  own: { id: "bill.own", defaultMessage: "This app’s count" },
  paths: { id: "bill.paths", defaultMessage: "Paths" },
  amount: { id: "bill.amount", defaultMessage: "Amount" },
  asked: { id: "bill.asked", defaultMessage: "Asked {time}." },
  lag: { id: "bill.lag", defaultMessage: "The bill lags behind by up to a day, so it may show less than the count." },
});
