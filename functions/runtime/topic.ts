import { PublishCommand, SNSClient, type SNSClientConfig } from "@aws-sdk/client-sns";
import { type Environment, required } from "./environment.ts";
import { endingInTime } from "./in-time.ts";

/** Who should know and is not at the page. Whoever subscribed to the topic is told: by e-mail, or a system of the bank's. */
export type Topic = {
  /**
   * Resolves once SNS has it.
   * @throws SNS' own error, after the client's tries
   */
  publish(publication: Publication): Promise<void>;
};

export type Publication = {
  /** At most 99 characters, without line breaks. */
  readonly subject: string;
  /** For people. */
  readonly text: string;
  /** For systems. Those of `attributes` are what a subscription may be filtered by (SNS, "Message filtering"). */
  readonly facts: Readonly<Record<string, string>>;
  readonly attributes: readonly string[];
};

export const createTopic = (options: SNSClientConfig, environment: Environment): Topic => {
  const client = endingInTime(new SNSClient(options));
  return {
    publish: async ({ attributes, facts, subject, text }) => {
      await client.send(
        new PublishCommand({
          TopicArn: required(environment, "NOTICE_TOPIC_ARN"),
          Subject: subject,
          // SNS picks by the protocol of each subscription; `default` has to be there.
          MessageStructure: "json",
          Message: JSON.stringify({ default: JSON.stringify(facts), email: text }),
          MessageAttributes: Object.fromEntries(
            attributes.map((name) => [name, { DataType: "String", StringValue: facts[name] ?? "" }]),
          ),
        }),
      );
    },
  };
};
