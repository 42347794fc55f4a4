import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Runtime } from "#functions/runtime";

/** A customer's message as it waits in the queue; the conversation and the message are named by `name`. */
export const letterOf = (name: string, entityId = "lumiere") => {
  const occurredAt = new Date().toISOString();
  return {
    op: "message",
    direction: "inbound",
    entityId,
    teamId: "social",
    channel: "messenger",
    visibility: "private",
    accountId: "900100200301",
    conversationId: `c_${name}`,
    messageId: `m_${name}`,
    groupId: name,
    deduplicationId: name,
    occurredAt,
    receivedAt: occurredAt,
    text: "Mots d'un message enterré",
  };
};

/** Puts it among the dead letters, as SQS does after its last attempt. */
export const bury = async (
  { environment }: Pick<Runtime, "environment">,
  letter: ReturnType<typeof letterOf>,
): Promise<void> => {
  const client = new SQSClient({
    region: environment.AWS_REGION,
    endpoint: environment.AWS_ENDPOINT_URL_SQS ?? "",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const command = {
    QueueUrl: /inbound=(\S+)/.exec(environment.DEAD_LETTER_URLS ?? "")?.[1] ?? "",
    MessageBody: JSON.stringify(letter),
    MessageGroupId: letter.groupId,
    MessageDeduplicationId: letter.deduplicationId,
  };
  await client.send(new SendMessageCommand(command));
  client.destroy();
};
