import type * as Channel from "#core/channel";
import type * as Entity from "#core/entity";
import * as Impostor from "#core/impostor";
import * as Redaction from "#core/redaction";
import type { Inbound } from "./inbound.ts";
import { platformOf } from "./platform.ts";

/** A name is kept for the work, but a number or an address hidden in it is not. */
export const authorOf = (event: Channel.RawEvent, options: Redaction.Options): Inbound["author"] => {
  const { name, handle } = event.author ?? {};
  return {
    ...(name === undefined ? {} : { name: Redaction.redact(name, { ...options, field: "name" }).text }),
    ...(handle === undefined ? {} : { handle: Redaction.redact(handle, { ...options, field: "name" }).text }),
  };
};

/** Only in public can anybody pose as the bank before others; on the platforms of its own accounts. */
export const impostorOf = (event: Channel.RawEvent, { accounts }: Entity.Entity): Pick<Inbound, "impostor"> => {
  if (event.op !== "message" || event.direction !== "inbound" || event.visibility !== "public") return {};
  const platform = platformOf(event.channel);
  const impostor = Impostor.likenessOf(
    event.author ?? {},
    accounts.filter((account) => account.platform === platform),
  );
  return impostor === undefined ? {} : { impostor };
};

/**
 * The platforms' own applications, in which people write: Meta's inboxes of Pages, Business Suite and Instagram (Messenger Platform,
 * "Conversation Routing"), X's web page and its apps for iPhone, Android and iPad.
 */
const inboxes: ReadonlySet<string> = new Set([
  "263902037430900",
  "26390203743090",
  "1217981644879628",
  "3033300",
  "129032",
  "258901",
  "191841",
]);

/** Where the platform does not say, a person is taken to have written it. */
export const isByApplication = ({ direction, op, sourceAppId }: Channel.RawEvent): boolean =>
  op === "message" && direction === "outbound" && sourceAppId !== undefined && !inboxes.has(sourceAppId);
