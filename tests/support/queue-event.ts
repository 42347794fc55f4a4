import type { SQSEvent } from "aws-lambda";

/** What Lambda hands to a queue's consumer: one record a body, of the groups given. */
export const queueEvent = (
  ...bodies: readonly (string | { readonly body: string; readonly group: string })[]
): SQSEvent => ({
  Records: bodies.map((each, index) => ({
    messageId: `record-${index}`,
    receiptHandle: `receipt-${index}`,
    body: typeof each === "string" ? each : each.body,
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "0",
      SenderId: "test",
      ApproximateFirstReceiveTimestamp: "0",
      ...(typeof each === "string" ? {} : { MessageGroupId: each.group }),
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:eu-west-3:000000000000:test",
    awsRegion: "eu-west-3",
  })),
});
