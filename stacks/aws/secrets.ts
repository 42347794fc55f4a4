import { CfnOutput, RemovalPolicy } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { CfnSecret, Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { explain } from "./explain.ts";
import type { SecretName } from "./plan.ts";
import type { Settings } from "./settings.ts";

export type Secrets = Record<SecretName, Secret>;

/** Secrets are made by AWS or filled by hand after the first deployment: no value is ever in a template. */
export const createSecrets = (scope: Construct, key: IKey, settings: Settings): Secrets => {
  const create = (name: SecretName, description: string, origin: Origin): Secret =>
    createSecret(scope, key, { settings, name, description, origin });
  return {
    X_CONSUMER_SECRET: create("X_CONSUMER_SECRET", "Consumer secret of the X app: signs its webhooks", "platform"),
    META_APP_SECRET: create("META_APP_SECRET", "App secret of the Meta app: signs its webhooks", "platform"),
    META_VERIFY_TOKEN: create("META_VERIFY_TOKEN", "To be given to Meta when subscribing the webhook", "told"),
    IDENTITY_KEY: create("IDENTITY_KEY", "Key of the hashes that platform ids are kept as; never changes", "kept"),
    ADDRESS_KEY: create("ADDRESS_KEY", "Key that seals the platform ids needed to answer; never changes", "kept"),
    EVIDENCE_KEY: create("EVIDENCE_KEY", "Key that seals what is kept for the fraud team", "short"),
    SESSION_KEY: create("SESSION_KEY", "Key that seals what renews an agent's session in the browser", "session"),
    OIDC_CLIENT_SECRET: create("OIDC_CLIENT_SECRET", "What Guichet proves itself by at the agents' issuer", "issuer"),
    OIDC_CLIENT_KEY: create("OIDC_CLIENT_KEY", "Private key by which Guichet may prove itself there instead", "made"),
    SECURE_KEY: create("SECURE_KEY", "Private key of what the secure page signs", "made"),
    EDGE_KEY: create("EDGE_KEY", "What the customers' distribution tells its requests by", "edge"),
    TOKEN_KEY: create("TOKEN_KEY", "Key that seals what accounts are connected with; never changes", "kept"),
    CHANNEL_TOKENS: create("CHANNEL_TOKENS", "JSON: access token by platform:account", "platform"),
  };
};

/**
 * `platform` and `issuer` issue one, which a person fills in; `told` is made here and told to a platform; the others are
 * made here and told to nobody.
 */
type Origin = "platform" | "issuer" | "told" | "kept" | "made" | "session" | "short" | "edge";
type Request = { settings: Settings; name: SecretName; description: string; origin: Origin };

const createSecret = (scope: Construct, key: IKey, request: Request): Secret => {
  const { settings, name, description, origin } = request;
  const secret = new Secret(scope, name, {
    // No name of its own: Secrets Manager keeps the name of a removed secret for weeks.
    description: `Guichet, stage ${settings.stage}, ${name}: ${description}`,
    encryptionKey: key,
    generateSecretString: { passwordLength: KEY_CHARACTERS, excludePunctuation: true },
    removalPolicy: settings.disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
  if (isFilled(origin)) leaveEmpty(secret);
  if (isFilled(origin) || origin === "told")
    new CfnOutput(scope, `Secret-${name}`, { value: secret.secretArn, description });
  explain(secret, [{ rule: "AwsSolutions-SMG4", reason: NO_ROTATION[origin] }]);
  return secret;
};

const isFilled = (origin: Origin): boolean => origin === "platform" || origin === "issuer";

/** Letters and digits are base64url; 43 of them are read as 32 bytes, what AES-256 takes. */
const KEY_CHARACTERS = 43;

/** Reading it fails until it is filled: a webhook answers 5xx and the platform delivers again later, and nobody signs in. */
const leaveEmpty = (secret: Secret): void => {
  const resource = secret.node.defaultChild;
  if (resource instanceof CfnSecret) resource.addPropertyDeletionOverride("GenerateSecretString");
};

const NO_ROTATION: Record<Origin, string> = {
  platform:
    "The platform issues this value; a person rotates it there and here. During rotation two may be kept, separated by a comma.",
  issuer: "The issuer issues this value; a person rotates it there and here.",
  told: "Meta is given this value when the webhook is subscribed; a person changes it there and here.",
  made: "Partners check signatures with its public part: a person puts the new key before the old one, separated by a comma, until they have read both.",
  short:
    "What it seals lives seven days: a person replaces it by putting a new one, and what the old one sealed is gone.",
  session: "A person replaces it by putting a new one: whoever is signed in then passes by the issuer once more.",
  edge: "It tells requests that came through the distribution from others, so that those are counted more strictly; it opens nothing.",
  kept: "Ids are kept as hashes under this key or sealed by it: a new key would cut every customer from the past.",
};
