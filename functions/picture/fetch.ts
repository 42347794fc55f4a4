import { createHmac } from "node:crypto";
import type * as Channel from "#core/channel";
import * as Identity from "#core/identity";
import * as Intake from "#core/intake";
import * as Picture from "#core/picture";
import { Secret } from "#core/secret";
import type { Runtime } from "#functions/runtime";
import { type Download, download } from "./download.ts";

/** What the queue says of a picture. */
export type Asked = {
  readonly channel: Channel.Channel;
  readonly accountId: string;
  /** Sealed. */
  readonly reference: string;
};

type FetchRuntime = Pick<Runtime, "environment" | "secrets" | "fetch" | "now">;

const timeoutMilliseconds = 5_000;
/** What Meta says of a medium fits in a fraction of this. */
const answerCharacters = 64 * 1024;

const refused: Download = { kind: "refused" };
const unavailable: Download = { kind: "unavailable" };

/** The original of a picture, into memory, from where its platform keeps it. */
export const fetchPicture = async (runtime: FetchRuntime, asked: Asked): Promise<Download> => {
  const addressKey = await runtime.secrets.read("ADDRESS_KEY");
  const { expiresAt, reference, token } = await Identity.openReference(asked.reference, addressKey);
  if (expiresAt !== undefined && expiresAt <= runtime.now()) return refused;
  const bearer = token === "none" ? undefined : await tokenOf(runtime, asked);
  if (token !== "none" && bearer === undefined) return refused;
  const address = /^[a-z]+:/i.test(reference) ? reference : await askForAddress(runtime, asked, reference, bearer);
  if (typeof address !== "string") return address;
  const trusted = runtime.environment.PICTURE_HOSTS.split(",").filter((origin) => origin !== "");
  const admission = Picture.admit(address, asked.channel, trusted);
  if (admission === undefined) return refused;
  const authorization = bearer === undefined ? {} : { authorization: `Bearer ${bearer.reveal()}` };
  return download({ admission, ...authorization });
};

/** The account's token, from the one secret that holds them: `{"whatsapp:900100200303": "…"}`. */
const tokenOf = async ({ secrets }: FetchRuntime, { accountId, channel }: Asked): Promise<Secret | undefined> => {
  const all: unknown = JSON.parse((await secrets.read("CHANNEL_TOKENS")).reveal());
  const name = `${Intake.platformOf(channel)}:${accountId}`;
  const token = typeof all === "object" && all !== null ? (all as Record<string, unknown>)[name] : undefined;
  return typeof token === "string" && token !== "" ? new Secret(token) : undefined;
};

/**
 * A medium of Meta's known by its id alone is asked for its address, which lives for minutes (WhatsApp Cloud API, media).
 * X has no such question: its media without an address stay withheld.
 */
const askForAddress = async (
  runtime: FetchRuntime,
  { channel }: Asked,
  mediaId: string,
  token: Secret | undefined,
): Promise<string | Download> => {
  if (token === undefined || channel.startsWith("x.")) return refused;
  const [appSecret] = await runtime.secrets.readAll("META_APP_SECRET");
  const url = new URL(`${runtime.environment.META_GRAPH_URL}/${encodeURIComponent(mediaId)}`);
  const proof = createHmac("sha256", appSecret?.reveal() ?? "").update(token.reveal());
  url.searchParams.set("appsecret_proof", proof.digest("hex"));
  try {
    const response = await runtime.fetch(url, {
      headers: { authorization: `Bearer ${token.reveal()}` },
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    if (!response.ok) return response.status >= 500 ? unavailable : refused;
    const text = await response.text();
    const medium: unknown = text.length > answerCharacters ? undefined : JSON.parse(text);
    const address = typeof medium === "object" && medium !== null && "url" in medium ? medium.url : undefined;
    return typeof address === "string" ? address : refused;
  } catch {
    // No answer, or no JSON: what was said of it may hold the address.
    return unavailable;
  }
};
