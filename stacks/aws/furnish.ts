import { CfnOutput, type Stack } from "aws-cdk-lib";
import { createAlarms } from "./alarms.ts";
import { type CodeOf, createFunction, createFunctions, createLogGroup, type Ground } from "./functions.ts";
import { type KnownSecret, refuseKnownSecrets } from "./guard.ts";
import { createHttpApi, hostOf, serveHttp } from "./http.ts";
import { createKey } from "./key.ts";
import { createLiveApi, type LiveAddresses, liveAddresses, serveLive } from "./live.ts";
import { createNotices } from "./notices.ts";
import { createHeaders, uploadPage } from "./page.ts";
import { createPictures } from "./pictures.ts";
import { createQueues, type Queues } from "./queues.ts";
import { createSecrets } from "./secrets.ts";
import { createSecureSite } from "./secure-site.ts";
import type { Issuer, Settings } from "./settings.ts";
import { createUsers } from "./sign-in.ts";
import { createSite } from "./site.ts";
import { createTable } from "./table.ts";
import { drainQueues, startClock } from "./workers.ts";

export type Options = {
  settings: Settings;
  codeOf: CodeOf;
  /** Folder of the built page. */
  pageDir: string;
  /** Secrets that must not be part of the stack. */
  knownSecrets: readonly KnownSecret[];
};

/**
 * Guichet on AWS: all of a stage in one stack. The APIs are made before their routes, because the page's origin goes
 * into functions and the APIs' addresses go into the page.
 */
export const furnish = (stack: Stack, { settings, codeOf, pageDir, knownSecrets }: Options): void => {
  const key = createKey(stack, settings);
  const table = createTable(stack, key, settings);
  const queues = createQueues(stack, key);
  const http = createHttpApi(stack);
  const liveApi = createLiveApi(stack);
  const live = liveAddresses(liveApi);
  const reach = {
    key,
    table,
    queues,
    secrets: createSecrets(stack, key, settings),
    pictures: createPictures(stack, key, settings),
    notices: createNotices(stack, key, settings),
    connectionsArn: live.connectionsArn,
  };
  const bare = { settings, codeOf, reach, variables: {} };

  const users = createUsers(stack, { settings, claims: () => createFunction(stack, "claims", bare) });
  const headers = createHeaders(stack, { settings, liveOrigin: live.origin });
  const site = createSite(stack, { settings, apiHost: hostOf(http), headers });
  const signIn = users.admit(site.origin);
  const log = createLogGroup(stack, "UploadLog", { settings, key, name: "upload" });
  uploadPage(stack, { settings, bucket: site.bucket, pageDir, log });

  const functions = createFunctions(stack, {
    ...bare,
    variables: variablesOf(bare, { signIn, live, origin: site.origin }),
  });
  const accessLog = createLogGroup(stack, "AccessLog", { settings, key, name: "access" });
  serveHttp(stack, http, { ...functions, accessLog, settings });
  serveLive(stack, liveApi, functions.live);
  drainQueues(stack, functions, queues);
  startClock(stack, functions.clock);
  createAlarms(stack, { settings, key, table, queues, functions, accessLog });

  new CfnOutput(stack, "PageUrl", { value: site.origin });
  const ofCustomers = { settings, apiHost: hostOf(http), edgeKey: reach.secrets.EDGE_KEY };
  new CfnOutput(stack, "SecureUrl", { value: createSecureSite(stack, ofCustomers) });
  new CfnOutput(stack, "NoticeTopic", { value: reach.notices.topicArn });
  new CfnOutput(stack, "SignInIssuer", { value: signIn.issuer });
  refuseKnownSecrets(stack, knownSecrets);
};

type Addresses = { signIn: Issuer; live: LiveAddresses; origin: string };

/** What every function is told of its surroundings (functions/runtime reads it). */
const variablesOf = ({ settings, reach }: Ground, { signIn, live, origin }: Addresses): Record<string, string> => ({
  TABLE_NAME: reach.table.tableName,
  ...queueVariables(reach.queues),
  DEAD_LETTER_URLS: Object.entries(reach.queues)
    .map(([name, { deadLetters }]) => `${name}=${deadLetters.queueUrl}`)
    .join(" "),
  PICTURE_BUCKET: reach.pictures.bucketName,
  NOTICE_TOPIC_ARN: reach.notices.topicArn,
  OIDC_ISSUER: signIn.issuer,
  OIDC_AUDIENCE: signIn.audience,
  OIDC_CLIENT_ID: signIn.clientId,
  WEB_ORIGIN: origin,
  LIVE_URL: live.url,
  LIVE_ENDPOINT: live.endpoint,
  ...settings.claims,
  ...settings.accounts,
  ...settings.platforms,
});

const queueVariables = (queues: Queues): Record<string, string> =>
  Object.fromEntries(
    Object.entries(queues).map(([name, { queue }]) => [`QUEUE_${name.toUpperCase()}_URL`, queue.queueUrl]),
  );
