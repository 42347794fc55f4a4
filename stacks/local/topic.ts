import { CreateTopicCommand, SNSClient, SubscribeCommand } from "@aws-sdk/client-sns";
import { CreateQueueCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { awsVariables } from "./aws.ts";

export type Topic = {
  readonly arn: string;
  /** Stands for a subscriber's mailbox: the emulator sends no e-mail. */
  readonly mailbox: { readonly url: string; readonly arn: string };
};

const mailbox = "mailbox";

/** The topic that tells of late answers, in the emulator. */
export const createTopic = async (sqs: SQSClient, endpoint: string, accountId: string): Promise<Topic> => {
  const client = new SNSClient({ endpoint, ...awsVariables });
  try {
    await sqs.send(new CreateQueueCommand({ QueueName: mailbox }));
    const arn = `arn:aws:sqs:${awsVariables.region}:${accountId}:${mailbox}`;
    const { TopicArn = "" } = await client.send(new CreateTopicCommand({ Name: "notices" }));
    await client.send(
      new SubscribeCommand({
        TopicArn,
        Protocol: "sqs",
        Endpoint: arn,
        Attributes: { RawMessageDelivery: "true" },
      }),
    );
    return { arn: TopicArn, mailbox: { url: `${endpoint}/${accountId}/${mailbox}`, arn } };
  } finally {
    client.destroy();
  }
};
