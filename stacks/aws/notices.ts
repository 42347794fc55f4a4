import type { IKey } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import type { Settings } from "./settings.ts";

/**
 * Tells of late answers who is not at the page, in ids, kinds and instants. A bank that shares the stage subscribes with a
 * filter on `entity`, a team with one on `team`.
 */
export const createNotices = (scope: Construct, key: IKey, { noticeEmail }: Settings): Topic => {
  const topic = new Topic(scope, "Notices", { masterKey: key, enforceSSL: true });
  if (noticeEmail) topic.addSubscription(new EmailSubscription(noticeEmail));
  return topic;
};
