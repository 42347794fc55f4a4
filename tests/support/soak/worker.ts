/** A process that takes updates into their conversations until it is killed. Its surroundings are in its environment. */
import { SQSClient } from "@aws-sdk/client-sqs";
import * as Workers from "#functions/workers";
import { awsVariables } from "../../../stacks/local/aws.ts";
import { poll } from "../../../stacks/local/poller.ts";
import { only, quietRuntime } from "./runtime.ts";

const { QUEUE_INBOUND_URL: url = "", AWS_ENDPOINT_URL_SQS: endpoint = "" } = process.env;
const runtime = only("inbound", quietRuntime(process.env));
// Whoever started it is gone: so is the work.
process.stdin.resume().once("close", () => process.exit());

const client = new SQSClient({ endpoint, ...awsVariables });
poll(
  client,
  { url, arn: "arn:aws:sqs:eu-west-3:000000000000:inbound.fifo" },
  { work: Workers.ingest(runtime), lanes: 4 },
);
