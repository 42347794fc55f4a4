import * as z from "zod";
import * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";

/** What a function is told of its surroundings. Every variable it does not need may be absent. */
export const Environment = z.object({
  TABLE_NAME: z.string().default("guichet"),
  QUEUE_INBOUND_URL: z.string().optional(),
  QUEUE_ROUTE_URL: z.string().optional(),
  QUEUE_DELIVER_URL: z.string().optional(),
  QUEUE_TIMERS_URL: z.string().optional(),
  QUEUE_CHANGES_URL: z.string().optional(),
  QUEUE_PICTURES_URL: z.string().optional(),
  QUEUE_REPAIRS_URL: z.string().optional(),
  /** Where what could not be handled ends, by queue: `inbound=https://… deliver=https://…`. */
  DEAD_LETTER_URLS: z.string().optional(),
  /** Where the pictures an agent may see are kept for a day. */
  PICTURE_BUCKET: z.string().optional(),
  /**
   * Origins, separated by commas, that pictures are fetched from besides those of the platforms, and as they are: without
   * https, at an address that is not public. For a machine that plays the platforms itself.
   */
  PICTURE_HOSTS: z.string().default(""),
  /**
   * Origins, separated by commas, that the secure page may call though they are not public: a machine that plays the bank
   * itself.
   */
  SECURE_HOSTS: z.string().default(""),
  OIDC_ISSUER: z.url().optional(),
  /** Expected in the token's `aud`, or in `client_id` where the issuer writes it there (Amazon Cognito). */
  OIDC_AUDIENCE: z.string().optional(),
  /** What Guichet is called at the issuer. */
  OIDC_CLIENT_ID: z.string().optional(),
  /** What Guichet proves itself by there: OIDC_CLIENT_SECRET, or a signature by OIDC_CLIENT_KEY (private_key_jwt). */
  OIDC_CLIENT_PROOF: z.enum(["secret", "key"]).default("secret"),
  /** Asked for at sign-in. Some issuers want more to be named: `offline_access` to renew, the API's own scope to open it. */
  OIDC_SCOPE: z.string().default("openid profile"),
  CLAIM_ROLE: z.string().default("guichet_role"),
  CLAIM_ENTITY: z.string().default("guichet_entity"),
  CLAIM_NAME: z.string().default("name"),
  /** Origin of the page; a WebSocket from anywhere else is refused. */
  WEB_ORIGIN: z.string().optional(),
  /** Where the page opens its WebSocket. */
  LIVE_URL: z.string().optional(),
  /** API Gateway's management endpoint of the WebSocket API. */
  LIVE_ENDPOINT: z.string().optional(),
  /** The SNS topic that tells people who are not at the page. Absent: nobody is told that way. */
  NOTICE_TOPIC_ARN: z.string().optional(),
  /** How long an agent can take an answer back; 0 for not at all. */
  UNDO_SECONDS: z.coerce.number().int().min(0).max(60).default(Conversation.graceSeconds),
  /** Accounts an admin may name as the bank's, as `platform:accountId`, separated by commas. Absent: any that is free. */
  ACCOUNTS_ALLOWED: z.string().optional(),
  X_API_URL: z.url().default(Channel.BASE_URLS.x),
  /** With the version: each lives about two years. */
  META_GRAPH_URL: z.url().default(Channel.BASE_URLS.meta),
  /** The same for accounts that were connected by Instagram's own login. */
  INSTAGRAM_GRAPH_URL: z.url().default(Channel.BASE_URLS.instagram),
  AWS_REGION: z.string().default("eu-west-3"),
  AWS_ENDPOINT_URL_DYNAMODB: z.string().optional(),
  AWS_ENDPOINT_URL_SQS: z.string().optional(),
  AWS_ENDPOINT_URL_S3: z.string().optional(),
  AWS_ENDPOINT_URL_SNS: z.string().optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  AWS_SESSION_TOKEN: z.string().optional(),
});
export type Environment = z.infer<typeof Environment>;

export type Variables = Readonly<Record<string, string | undefined>>;

/** @throws configuration.invalid, naming nothing of the values */
export const readEnvironment = (variables: Variables): Environment => {
  const parsed = Environment.safeParse(variables);
  if (parsed.success) return parsed.data;
  throw new Fault("configuration.invalid", { variable: parsed.error.issues[0]?.path.join(".") ?? "" });
};

/** @throws configuration.invalid when a function lacks a variable it cannot work without */
export const required = <Name extends keyof Environment>(
  environment: Environment,
  name: Name,
): NonNullable<Environment[Name]> => {
  const value = environment[name];
  if (value === undefined) throw new Fault("configuration.invalid", { variable: name });
  return value;
};
