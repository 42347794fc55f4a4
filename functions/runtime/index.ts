import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type * as Sla from "#core/sla";
import * as Store from "#core/store";
import { createDeadLetters, type DeadLetters } from "./dead-letter.ts";
import { type Environment, readEnvironment, type Variables } from "./environment.ts";
import { endingInTime } from "./in-time.ts";
import { createLog, type Log } from "./log.ts";
import { createPatience, type Patience } from "./patience.ts";
import type { Pictures } from "./picture.ts";
import { createQueues, type Queues } from "./queue.ts";
import { createSecrets, type Secrets } from "./secret.ts";
import { createSockets, type Sockets } from "./socket.ts";
import type { Topic } from "./topic.ts";

export { authorise, authoriseApp, credentialOf, tokenOf } from "./account/credential.ts";
export { type Answer, ask } from "./account/outward.ts";
export { type Asking, noteUsage, takeTurn } from "./account/turn.ts";
export { keepAutomatic, withholdAutomatic } from "./automatic.ts";
export { type Order, obey, settle } from "./command.ts";
export type { DeadLetter, DeadLetters } from "./dead-letter.ts";
export { listHeld, signOff } from "./desk.ts";
export {
  checkMessage,
  deliverMessage,
  eraseMessage,
  hidingMessage,
  referralMessage,
  timerMessage,
} from "./effect.ts";
export { type Environment, required } from "./environment.ts";
export { covers, isOnHold, orderErasure, readTogether } from "./erasure.ts";
export { blockedIn, knownHosts } from "./guard.ts";
export { type Invocation, inTime } from "./in-time.ts";
export { readLabels } from "./label.ts";
export { inLanes } from "./lane.ts";
export { createLog, type Log, type LogFields } from "./log.ts";
export { noticeIdOf, noticeMessage } from "./notice.ts";
export { createOutward, type Outward } from "./outward.ts";
export type { InHand, Patience } from "./patience.ts";
export type { Pictures } from "./picture.ts";
export { pin, type Resolve, readAtMost, requestPinned } from "./pinned.ts";
export { asciiJson, type QueueMessage, type QueueName, type Queues } from "./queue.ts";
export { commitStrike, isStruck } from "./redaction.ts";
export { lastSaid } from "./said.ts";
export type { SecretName, Secrets } from "./secret.ts";
export type { Sockets } from "./socket.ts";
export { partsOf, readKept, takenFrom } from "./split.ts";
export { takeSlot } from "./telling.ts";
export type { Topic } from "./topic.ts";

/** What every function is made of. Injected, so that several systems can live in one process. */
export type Runtime = {
  readonly environment: Environment;
  readonly store: Store.Store;
  readonly queues: Queues;
  readonly patience: Patience;
  readonly deadLetters: DeadLetters;
  readonly pictures: Pictures;
  readonly secrets: Secrets;
  readonly sockets: Sockets;
  readonly topic: Topic;
  readonly log: Log;
  readonly now: () => Sla.Instant;
  readonly newId: () => string;
  readonly fetch: typeof fetch;
};

/**
 * Every call to AWS: how long one try may take, and how many tries there are. What is silent is given up after 8 s (the
 * table) or 8.5 s, pauses between tries included: the page waits for ten.
 */
const connectionTimeoutMilliseconds = 1_000;
const requestTimeoutMilliseconds = { table: 2_500, others: 4_000 };
const tries = { table: 3, others: 2 };

export const createRuntime = (variables: Variables, overrides: Partial<Runtime> = {}): Runtime => {
  const environment = readEnvironment(variables);
  const now = overrides.now ?? (() => new Date().toISOString());
  let sockets: Sockets | undefined;
  const sqs = endingInTime(new SQSClient(clientOptions(environment, "AWS_ENDPOINT_URL_SQS")));
  return {
    environment,
    store: overrides.store ?? Store.createStore(documentClient(environment), environment.TABLE_NAME),
    queues: overrides.queues ?? createQueues(sqs, environment),
    patience: overrides.patience ?? createPatience(sqs, environment),
    deadLetters: overrides.deadLetters ?? createDeadLetters(sqs, environment),
    pictures: overrides.pictures ?? openPictures(environment),
    secrets: overrides.secrets ?? createSecrets(variables, environment, now),
    get sockets() {
      sockets ??= overrides.sockets ?? createSockets(environment);
      return sockets;
    },
    topic: overrides.topic ?? openTopic(environment),
    log: overrides.log ?? createLog((line) => process.stdout.write(`${line}\n`), now),
    now,
    newId: overrides.newId ?? randomUUID,
    fetch: overrides.fetch ?? fetch,
  };
};

const documentClient = (environment: Environment): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    endingInTime(new DynamoDBClient(clientOptions(environment, "AWS_ENDPOINT_URL_DYNAMODB"))),
    { marshallOptions: { removeUndefinedValues: true } },
  );

/** S3's client is loaded by those that need it, when they do; so is SNS'. */
const openPictures = (environment: Environment): Pictures => {
  let opening: Promise<Pictures> | undefined;
  const open = (): Promise<Pictures> => {
    opening ??= import("./picture.ts").then(({ createPictures }) =>
      createPictures(clientOptions(environment, "AWS_ENDPOINT_URL_S3"), environment),
    );
    return opening;
  };
  return {
    put: async (key, bytes, type) => (await open()).put(key, bytes, type),
    get: async (key) => (await open()).get(key),
    remove: async (key) => (await open()).remove(key),
  };
};

const openTopic = (environment: Environment): Topic => {
  let opening: Promise<Topic> | undefined;
  return {
    publish: async (publication) => {
      opening ??= import("./topic.ts").then(({ createTopic }) =>
        createTopic(clientOptions(environment, "AWS_ENDPOINT_URL_SNS"), environment),
      );
      return (await opening).publish(publication);
    },
  };
};

const clientOptions = (
  environment: Environment,
  endpointVariable: `AWS_ENDPOINT_URL_${"DYNAMODB" | "SQS" | "S3" | "SNS"}`,
) => {
  const endpoint = environment[endpointVariable];
  const called = endpointVariable === "AWS_ENDPOINT_URL_DYNAMODB" ? "table" : "others";
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = environment;
  return {
    region: environment.AWS_REGION,
    maxAttempts: tries[called],
    requestHandler: {
      connectionTimeout: connectionTimeoutMilliseconds,
      requestTimeout: requestTimeoutMilliseconds[called],
      // An answer that stops halfway is none.
      socketTimeout: requestTimeoutMilliseconds[called],
      // Without it the handler warns, and waits on.
      throwOnRequestTimeout: true,
    },
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(accessKeyId === undefined || secretAccessKey === undefined
      ? {}
      : { credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) } }),
  };
};
