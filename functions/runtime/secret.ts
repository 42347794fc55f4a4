import { Fault } from "#core/fault";
import { Secret } from "#core/secret";
import type { Environment, Variables } from "./environment.ts";

export type SecretName =
  | "X_CONSUMER_SECRET"
  | "META_APP_SECRET"
  | "META_VERIFY_TOKEN"
  | "IDENTITY_KEY"
  | "ADDRESS_KEY"
  | "EVIDENCE_KEY"
  | "SESSION_KEY"
  | "OIDC_CLIENT_SECRET"
  | "OIDC_CLIENT_KEY"
  | "SECURE_KEY"
  | "EDGE_KEY"
  | "CHANNEL_TOKENS"
  | "TOKEN_KEY";

export type Secrets = {
  /** @throws configuration.invalid when the function was not given it, or it is empty */
  read(name: SecretName): Promise<Secret>;
  /** Both values of a secret that is being rotated: `new,old`. */
  readAll(name: SecretName): Promise<readonly Secret[]>;
};

/** A fetched secret is read again after this long, so that a rotation needs no deployment. */
const freshSeconds = 300;
/** For so long what was read serves on where Secrets Manager is out of reach, which is asked again every minute: no delivery is to wait for it. */
const outageSeconds = 3_600;
const askAgainSeconds = 60;
const fetchTimeoutMilliseconds = 2_000;

/** A secret is in the variables by its name, or behind an ARN in `<NAME>_ARN`. */
export const createSecrets = (variables: Variables, environment: Environment, now: () => string): Secrets => {
  const fetched = new Map<SecretName, Fetched>();
  const read = async (name: SecretName): Promise<Secret> => {
    const plain = variables[name];
    if (plain !== undefined && plain !== "") return new Secret(plain);
    const arn = variables[`${name}_ARN`];
    if (arn === undefined || arn === "") throw new Fault("configuration.invalid", { variable: name });
    const at = Date.parse(now());
    const known = fetched.get(name);
    if (known !== undefined && at < known.freshUntil) return known.secret;
    const fresh = await fetchAgain(known, arn, { at, region: environment.AWS_REGION });
    if (fresh.secret.reveal() === "") throw new Fault("configuration.invalid", { variable: name });
    fetched.set(name, fresh);
    return fresh.secret;
  };
  const readAll = async (name: SecretName): Promise<readonly Secret[]> =>
    (await read(name))
      .reveal()
      .split(",")
      .map((value) => value.trim())
      .filter((value) => value !== "")
      .map((value) => new Secret(value));
  return { read, readAll };
};

/** Instants in milliseconds since the epoch. */
type Fetched = { readonly secret: Secret; readonly readAt: number; readonly freshUntil: number };

const fetchAgain = async (
  known: Fetched | undefined,
  arn: string,
  { at, region }: { readonly at: number; readonly region: string },
): Promise<Fetched> => {
  try {
    const secret = new Secret(await fetchSecret(arn, region));
    return { secret, readAt: at, freshUntil: at + freshSeconds * 1000 };
  } catch (error) {
    // Out of reach is no answer; a refusal is one, and holds at once.
    if (known === undefined || at >= known.readAt + outageSeconds * 1000 || isRefusal(error)) throw error;
    return { ...known, freshUntil: at + askAgainSeconds * 1000 };
  }
};

/** AWS said no, rather than nothing (Smithy, "fault" of an error). Too many requests are no refusal. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  "$fault" in error &&
  error.$fault === "client" &&
  !("$retryable" in error && error.$retryable !== undefined);

const fetchSecret = async (arn: string, region: string): Promise<string> => {
  // Loaded when first needed: the answer to a platform's challenge must not wait for a client it may not use.
  const { GetSecretValueCommand, ResourceNotFoundException, SecretsManagerClient } = await import(
    "@aws-sdk/client-secrets-manager"
  );
  const client = new SecretsManagerClient({ region, maxAttempts: 3 });
  try {
    const answer = await client.send(new GetSecretValueCommand({ SecretId: arn }), {
      abortSignal: AbortSignal.timeout(fetchTimeoutMilliseconds),
    });
    return answer.SecretString ?? "";
  } catch (error) {
    // It is there, and nobody has filled it yet.
    if (error instanceof ResourceNotFoundException) return "";
    throw error;
  }
};
