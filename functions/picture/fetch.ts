import * as z from "zod";
import type * as Channel from "#core/channel";
import * as Identity from "#core/identity";
import * as Intake from "#core/intake";
import * as Picture from "#core/picture";
import { ask, authorise, type Runtime, tokenOf } from "#functions/runtime";
import { type Download, download } from "./download.ts";

/** What the queue says of a picture. */
export type Asked = {
  readonly entityId: string;
  readonly channel: Channel.Channel;
  readonly accountId: string;
  /** Sealed. */
  readonly reference: string;
};

type FetchRuntime = Pick<Runtime, "environment" | "secrets" | "fetch" | "log" | "newId" | "now" | "store">;

const refused: Download = { kind: "refused" };
const unavailable: Download = { kind: "unavailable" };

/** The original of a picture, into memory, from where its platform keeps it. */
export const fetchPicture = async (runtime: FetchRuntime, asked: Asked): Promise<Download> => {
  const addressKey = await runtime.secrets.read("ADDRESS_KEY");
  const { expiresAt, reference, token } = await Identity.openReference(asked.reference, addressKey);
  if (expiresAt !== undefined && expiresAt <= runtime.now()) return refused;
  const bearer = token === "none" ? undefined : await tokenOf(runtime, accountOf(asked));
  if (token !== "none" && bearer === undefined) return refused;
  const address = /^[a-z]+:/i.test(reference) ? reference : await askForAddress(runtime, asked, reference);
  if (typeof address !== "string") return address;
  const trusted = runtime.environment.PICTURE_HOSTS.split(",").filter((origin) => origin !== "");
  const admission = Picture.admit(address, asked.channel, trusted);
  if (admission === undefined) return refused;
  const authorization = bearer === undefined ? {} : { authorization: `Bearer ${bearer.reveal()}` };
  return download({ admission, ...authorization });
};

const accountOf = ({ accountId, channel, entityId }: Asked) => ({
  entityId,
  platform: Intake.platformOf(channel) ?? "",
  accountId,
});

/** What Meta says of a medium: its address, which lives for minutes. */
const Medium = z.object({ url: z.string() });

/**
 * A medium of Meta's known by its id alone is asked for its address (WhatsApp Cloud API, media). X has no such question:
 * its media without an address stay withheld.
 */
const askForAddress = async (runtime: FetchRuntime, asked: Asked, mediaId: string): Promise<string | Download> => {
  if (asked.channel.startsWith("x.")) return refused;
  const path = `/${encodeURIComponent(mediaId)}`;
  const authorised = await authorise(runtime, accountOf(asked), { method: "GET", path });
  if (authorised === undefined) return refused;
  const answer = await ask(runtime, { ...authorised, method: "GET" });
  if (answer.kind !== "answered" || answer.status >= 500) return unavailable;
  const medium = Medium.safeParse(answer.body);
  return answer.status < 300 && medium.success ? medium.data.url : refused;
};
