import { RetentionDays } from "aws-cdk-lib/aws-logs";
import * as z from "zod";

/** An address that paths are put behind: it keeps its own, such as a version, and loses what would follow. */
const Base = z.url({ protocol: /^https$/ }).transform((address) => {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`.replace(/\/+$/, "");
});
const Count = z.coerce.number().int().min(0);

const Variables = z
  .object({
    OIDC_ISSUER: z.url({ protocol: /^https$/ }),
    OIDC_AUDIENCE: z.string(),
    OIDC_CLIENT_ID: z.string(),
    OIDC_CLIENT_PROOF: z.enum(["secret", "key"]),
    OIDC_SCOPE: z.string().refine((scope) => scope.split(" ").includes("openid")),
    CLAIM_ROLE: z.string(),
    CLAIM_ENTITY: z.string(),
    CLAIM_NAME: z.string(),
    SITE_DOMAIN: z.hostname(),
    SECURE_DOMAIN: z.hostname(),
    SECURE_CERTIFICATE_ARN: z.string().startsWith("arn:").includes(":us-east-1:"),
    SITE_CERTIFICATE_ARN: z.string().startsWith("arn:").includes(":us-east-1:"),
    ALARM_EMAIL: z.email(),
    NOTICE_EMAIL: z.email(),
    LOG_RETENTION_DAYS: Count.refine((days) => days in RetentionDays),
    WEBHOOKS_PROVISIONED: Count,
    DISPOSABLE: z.enum(["yes", "no"]),
    ACCOUNTS_ALLOWED: z.string().regex(/^[a-z]+:\d+(,[a-z]+:\d+)*$/),
    X_API_URL: Base,
    META_GRAPH_URL: Base,
    INSTAGRAM_GRAPH_URL: Base,
  })
  .partial();

/** The bank's own sign-in: any OpenID Connect issuer. */
export type Issuer = { issuer: string; audience: string; clientId: string };

/** What a deployment may choose. Secrets are not among it: they are filled in Secrets Manager, never here. */
export type Settings = {
  stage: string;
  /** Absent: a Cognito user pool is created. */
  signIn?: Issuer;
  /** CLAIM_ROLE and the like, where the issuer names its claims otherwise, and OIDC_SCOPE, where it wants more to be asked for, and OIDC_CLIENT_PROOF. */
  claims: Record<string, string>;
  /** The page's own domain and its certificate, which CloudFront wants in us-east-1. */
  domain?: { name: string; certificateArn: string };
  /** The same for the page that customers see: the bank's own domain. */
  secureDomain?: { name: string; certificateArn: string };
  alarmEmail?: string;
  /** Who is told of late answers by e-mail; others subscribe to the topic themselves. */
  noticeEmail?: string;
  /** One of those CloudWatch offers: 30, 60, 90, 365 … */
  logRetentionDays: RetentionDays;
  /** Webhook functions kept warm; 0 keeps none. */
  webhooksProvisioned: number;
  /** True for a stage whose data may be removed with it. */
  disposable: boolean;
  /** ACCOUNTS_ALLOWED, where banks that do not trust one another share a stage. */
  accounts: Record<string, string>;
  /** X_API_URL and META_GRAPH_URL, where the platforms are not the real ones. */
  platforms: Record<string, string>;
};

/**
 * Reads the settings of a stage from environment variables; an empty variable counts as absent.
 * @throws Error naming the variable, never its value
 */
export const readSettings = (stage: string, variables: Readonly<Record<string, string | undefined>>): Settings => {
  const given = parse(variables);
  const signIn = readIssuer(given);
  const domain = readDomain(given, "SITE");
  const secureDomain = readDomain(given, "SECURE");
  return {
    stage,
    ...(signIn && { signIn }),
    claims: pick(given, ["CLAIM_ROLE", "CLAIM_ENTITY", "CLAIM_NAME", "OIDC_SCOPE", "OIDC_CLIENT_PROOF"]),
    ...(domain && { domain }),
    ...(secureDomain && { secureDomain }),
    ...(given.ALARM_EMAIL && { alarmEmail: given.ALARM_EMAIL }),
    ...(given.NOTICE_EMAIL && { noticeEmail: given.NOTICE_EMAIL }),
    logRetentionDays: given.LOG_RETENTION_DAYS ?? RetentionDays.THREE_MONTHS,
    webhooksProvisioned: given.WEBHOOKS_PROVISIONED ?? 0,
    disposable: given.DISPOSABLE === "yes",
    accounts: pick(given, ["ACCOUNTS_ALLOWED"]),
    platforms: pick(given, ["X_API_URL", "META_GRAPH_URL", "INSTAGRAM_GRAPH_URL"]),
  };
};

type Given = z.infer<typeof Variables>;

const parse = (variables: Readonly<Record<string, string | undefined>>): Given => {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const { success, data, error } = Variables.safeParse(present);
  if (success) return data;
  throw new Error(`not usable: ${[...new Set(error.issues.map((issue) => issue.path[0]))].join(", ")}`);
};

const readIssuer = (given: Given): Issuer | undefined => {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_CLIENT_ID: clientId } = given;
  if (!issuer && !audience && !clientId) {
    if (given.OIDC_CLIENT_PROOF === "key") throw new Error("OIDC_CLIENT_PROOF: Amazon Cognito takes a secret alone");
    return undefined;
  }
  if (!issuer || !audience || !clientId) {
    throw new Error("OIDC_ISSUER, OIDC_AUDIENCE and OIDC_CLIENT_ID go together: give all of them or none");
  }
  return { issuer, audience, clientId };
};

const readDomain = (given: Given, of: "SITE" | "SECURE"): Settings["domain"] => {
  const { [`${of}_DOMAIN` as const]: name, [`${of}_CERTIFICATE_ARN` as const]: certificateArn } = given;
  if (!name && !certificateArn) return undefined;
  if (!name || !certificateArn) throw new Error(`${of}_DOMAIN and ${of}_CERTIFICATE_ARN go together`);
  return { name, certificateArn };
};

const pick = (given: Given, names: (keyof Given)[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
