import * as oauth from "oauth4webapi";
import { Fault } from "#core/fault";
import * as OpenId from "#functions/openid";
import { type Runtime, required } from "#functions/runtime";

/** How the agents' issuer describes itself: its endpoints and where its keys are. */
export type Discovery = () => Promise<oauth.AuthorizationServer>;

/**
 * Every call to the issuer, of which a request makes two at most: the page waits for ten seconds. A code and most refresh
 * tokens are good for one try, so nothing is tried twice.
 */
const timeoutMilliseconds = 4_000;

/**
 * Asked once, and again after it was not answered.
 * Each call throws sign-in.unavailable when the issuer does not answer, configuration.invalid when it is another.
 */
export const createDiscovery = (runtime: Pick<Runtime, "environment" | "fetch">): Discovery => {
  let discovered: Promise<oauth.AuthorizationServer> | undefined;
  return () => {
    discovered ??= discover(runtime);
    discovered.catch(() => {
      // Whoever asks next asks anew.
      discovered = undefined;
    });
    return discovered;
  };
};

/** OpenID Connect Discovery 1.0, 4. */
const discover = async (runtime: Pick<Runtime, "environment" | "fetch">): Promise<oauth.AuthorizationServer> => {
  const issuer = new URL(required(runtime.environment, "OIDC_ISSUER"));
  try {
    const response = await answered(oauth.discoveryRequest(issuer, optionsOf(runtime)));
    return await oauth.processDiscoveryResponse(issuer, response);
  } catch (error) {
    throw isOfAnother(error)
      ? new Fault("configuration.invalid", { variable: "OIDC_ISSUER" })
      : new Fault("sign-in.unavailable");
  }
};

const isOfAnother = (error: unknown): boolean =>
  error instanceof oauth.OperationProcessingError && error.code === oauth.JSON_ATTRIBUTE_COMPARISON;

/** How the issuer is called. Plain HTTP is for the one of this machine alone. */
export const optionsOf = ({ environment, fetch }: Pick<Runtime, "environment" | "fetch">): OpenId.Options =>
  OpenId.optionsBy(
    (address, call) => fetch(address, { ...call, redirect: "error", signal: AbortSignal.timeout(timeoutMilliseconds) }),
    { isPlainAllowed: environment.OIDC_ISSUER?.startsWith("http://localhost:") === true },
  );

const tooManyRequests = 429;

/**
 * What the issuer says, whatever it is.
 * @throws sign-in.unavailable when it says nothing, or that it cannot
 */
export const answered = async (asking: Promise<Response>): Promise<Response> => {
  try {
    const response = await asking;
    if (response.status < 500 && response.status !== tooManyRequests) return response;
  } catch (error) {
    // What the library does not send at all is no silence of the issuer's.
    if (error instanceof oauth.OperationProcessingError) throw error;
    // Unreachable or too slow: whoever asks again a moment later may have more luck.
  }
  throw new Fault("sign-in.unavailable");
};
