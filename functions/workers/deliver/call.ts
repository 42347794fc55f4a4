import * as Channel from "#core/channel";
import * as Intake from "#core/intake";
import { ask, authorise, type Runtime } from "#functions/runtime";

/** What is known after a call to a platform. `headers`: as it answered, where it did. */
export type Outcome = { readonly headers?: Readonly<Record<string, string>> } & (
  | {
      readonly kind: "accepted";
      readonly externalId: string | undefined;
      /** Whom a private reply to a comment reached, by the id they have in private. */
      readonly recipientId?: string;
      readonly body?: unknown;
    }
  | { readonly kind: "later"; readonly code: string; readonly afterSeconds?: number }
  | { readonly kind: "disconnected" | "refused" | "unknown"; readonly code: string }
);

type Asked = Channel.Outgoing & { readonly entityId: string };
type CallRuntime = Parameters<typeof authorise>[0];

/** A request with everything it needs: only the network is left. Without one the account has no token. */
export type Call = {
  readonly channel: Channel.PlatformChannel;
  readonly retrySafe: boolean;
  readonly request?: Parameters<typeof ask>[1];
};

/**
 * Composes the request, in the account's name. Whatever is wrong with a secret is known here, where nothing has been
 * attempted yet.
 * @throws configuration.invalid, account.renewing
 */
export const prepareCall = (runtime: CallRuntime, { entityId, ...asked }: Asked): Promise<Call> =>
  prepareRequest(runtime, { entityId, ...asked }, Channel.compose(asked, runtime.now()));

/** The same for a request that is composed already. */
export const prepareRequest = async (
  runtime: CallRuntime,
  { accountId, channel, entityId }: Pick<Asked, "accountId" | "channel" | "entityId">,
  { body, method, path, retrySafe }: Channel.PlatformRequest,
): Promise<Call> => {
  const key = { entityId, platform: Intake.platformOf(channel) ?? "", accountId };
  const authorised = await authorise(runtime, key, { method, path });
  if (authorised === undefined) return { channel, retrySafe };
  const request = { ...authorised, method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  return { channel, retrySafe, request };
};

/** There is no second try without a commit between them. */
export const call = async (
  runtime: Pick<Runtime, "fetch">,
  { channel, request, retrySafe }: Call,
): Promise<Outcome> => {
  if (request === undefined) return { kind: "disconnected", code: "send.disconnected" };
  return outcomeOf(channel, retrySafe, await ask(runtime, request));
};

/** What an answer, or none, means for what was asked. */
export const outcomeOf = (
  channel: Channel.PlatformChannel,
  retrySafe: boolean,
  answer: Awaited<ReturnType<typeof ask>>,
): Outcome => {
  if (answer.kind === "unreachable") return { kind: "later", code: "send.unavailable" };
  if (answer.kind === "no-answer") return retrySafe ? { kind: "later", code: "send.unavailable" } : noAnswer;
  if (answer.status >= 200 && answer.status < 300) {
    const { externalId, recipientId } = Channel.accepted(channel, answer.body);
    const reached = recipientId === undefined ? {} : { recipientId };
    return { kind: "accepted", externalId, ...reached, body: answer.body, headers: answer.headers };
  }
  return { ...refusalOf(channel, retrySafe, answer), headers: answer.headers };
};

const noAnswer: Outcome = { kind: "unknown", code: "send.no-answer" };

type Answer = Extract<Awaited<ReturnType<typeof ask>>, { kind: "answered" }>;

const refusalOf = (channel: Channel.PlatformChannel, retrySafe: boolean, answer: Answer): Outcome => {
  const error = Channel.sendError(channel, answer.status, answer.body, { ...answer.headers });
  // 503 says that nothing was done (RFC 9110, 15.6.4); another 5xx may come after the platform did it.
  const mayBeDone = error.uncertain === true && answer.status !== 503 && !retrySafe;
  if (mayBeDone) return { kind: "unknown", code: error.code };
  switch (error.retry) {
    case "later":
      return {
        kind: "later",
        code: error.code,
        ...(error.afterSeconds === undefined ? {} : { afterSeconds: error.afterSeconds }),
      };
    case "reconnect":
      return { kind: "disconnected", code: error.code };
    case "never":
      return { kind: "refused", code: error.code };
  }
};
