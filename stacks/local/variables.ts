import { queueNames } from "#stacks/queue";
import { awsVariables } from "./aws.ts";
import type { Database } from "./database.ts";
import { bucketName } from "./fauxqs.ts";
import type { Queues } from "./queues.ts";
import { audience, clientId } from "./sign-in/token.ts";

/** What every function on AWS is given by its stack: the same names, pointing at the parts of this process. */
export const variablesOf = ({ port, database, queues }: Parts): Record<string, string> => {
  const origin = `http://localhost:${port}`;
  const simulator = `http://127.0.0.1:${port}/simulator`;
  return {
    AWS_REGION: awsVariables.region,
    AWS_ACCESS_KEY_ID: awsVariables.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: awsVariables.credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
    AWS_ENDPOINT_URL_SQS: queues.endpoint,
    AWS_ENDPOINT_URL_S3: queues.endpoint,
    AWS_ENDPOINT_URL_SNS: queues.endpoint,
    TABLE_NAME: database.tableName,
    QUEUE_INBOUND_URL: queues.inbound.url,
    QUEUE_ROUTE_URL: queues.route.url,
    QUEUE_DELIVER_URL: queues.deliver.url,
    QUEUE_TIMERS_URL: queues.timers.url,
    QUEUE_CHANGES_URL: queues.changes.url,
    QUEUE_PICTURES_URL: queues.pictures.url,
    QUEUE_REPAIRS_URL: queues.repairs.url,
    DEAD_LETTER_URLS: queueNames.map((name) => `${name}=${queues[name].deadUrl}`).join(" "),
    PICTURE_BUCKET: bucketName,
    NOTICE_TOPIC_ARN: queues.notices.arn,
    // The simulator keeps what its customers send: in plain, on this machine.
    PICTURE_HOSTS: `http://127.0.0.1:${port}`,
    // The demo bank's own systems are on this machine too.
    SECURE_HOSTS: origin,
    OIDC_ISSUER: `${origin}/oidc`,
    OIDC_AUDIENCE: audience,
    OIDC_CLIENT_ID: clientId,
    WEB_ORIGIN: origin,
    LIVE_URL: `ws://localhost:${port}/live`,
    X_API_URL: `${simulator}/x`,
    INSTAGRAM_GRAPH_URL: `${simulator}/graph`,
    META_GRAPH_URL: `${simulator}/graph`,
  };
};

type Parts = { readonly port: number; readonly database: Database; readonly queues: Queues };
