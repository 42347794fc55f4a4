import * as Channel from "#core/channel";
import { describe } from "#core/fault";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { ask, authorise, type Runtime } from "#functions/runtime";
import { type Call, call, type Outcome, outcomeOf, prepareCall } from "./call.ts";

type Outgoing = Channel.Outgoing & { readonly entityId: string };

/** A message that shows a file: the file goes first, and the message names it by the id it was given. */
export const callWith = async (
  runtime: Runtime,
  { outgoing, prepared }: { readonly outgoing: Outgoing; readonly prepared: Call },
  attachment: Store.Attachment | undefined,
): Promise<Outcome> => {
  const { enclosure, words: [name = ""] = [] } = attachment ?? {};
  if (enclosure === undefined) return call(runtime, prepared);
  const shown = await prepareShown(runtime, outgoing, { ...enclosure, name });
  if (shown.kind !== "prepared") return shown;
  const outcome = await call(runtime, shown.call);
  if (outcome.kind === "accepted") await forget(runtime, enclosure.id);
  return outcome;
};

/** The bucket forgets it in a day by itself, should this fail: what became of the message is not in doubt for it. */
const forget = async ({ log, pictures }: Runtime, enclosureId: string): Promise<void> => {
  try {
    await pictures.remove(enclosureId);
  } catch (error) {
    log.warn("reply.file-kept", { error: describe(error) });
  }
};

type File = NonNullable<Store.Attachment["enclosure"]> & { readonly name: string };

const unavailable: Outcome = { kind: "later", code: "send.unavailable" };

/** Until the message itself is sent nothing has reached anybody: whatever breaks before is tried again. */
const prepareShown = async (
  runtime: Runtime,
  outgoing: Outgoing,
  file: File,
): Promise<Outcome | { readonly kind: "prepared"; readonly call: Call }> => {
  try {
    const uploaded = await upload(runtime, outgoing, file);
    if (uploaded.kind !== "uploaded") return uploaded;
    const shown = { kind: file.kind, mediaId: uploaded.mediaId, name: file.name };
    return { kind: "prepared", call: await prepareCall(runtime, { ...outgoing, file: shown }) };
  } catch (error) {
    runtime.log.warn("reply.file-unready", { messageId: outgoing.marker, error: describe(error) });
    return unavailable;
  }
};

type Uploaded = { readonly kind: "uploaded"; readonly mediaId: string };

/** Nobody sees a file that no message shows, so this may be done again. */
const upload = async (
  runtime: Runtime,
  { accountId, channel, entityId }: Outgoing,
  { id, kind, name }: File,
): Promise<Uploaded | Outcome> => {
  const bytes = await runtime.pictures.get(id);
  const asked = Channel.composeUpload(channel, accountId, kind);
  if (bytes === undefined || asked === undefined) return { kind: "refused", code: "send.file-gone" };
  const account = { entityId, platform: Intake.platformOf(channel) ?? "", accountId };
  const authorised = await authorise(runtime, account, { method: "POST", path: asked.path });
  if (authorised === undefined) return { kind: "disconnected", code: "send.disconnected" };
  const form = new FormData();
  for (const [field, value] of Object.entries(asked.fields)) form.set(field, value);
  form.set(asked.fileField, new Blob([new Uint8Array(bytes)], { type: Channel.MIME_TYPES[kind] }), name);
  // The form brings its own, with where its parts end.
  authorised.headers.delete("content-type");
  const answer = await ask(runtime, { ...authorised, method: "POST", body: form });
  if (answer.kind === "answered" && answer.status < 300) {
    const mediaId = Channel.uploadedId(answer.body);
    // Taken, they say, and under no name: no message can show it.
    return mediaId === undefined ? unavailable : { kind: "uploaded", mediaId };
  }
  return withoutRecipient(outcomeOf(channel, true, answer));
};

/** A file goes to nobody yet: what reads as the customer's refusal is a right that the account lacks. */
const withoutRecipient = (outcome: Outcome): Outcome =>
  outcome.kind === "refused" && outcome.code === "send.recipient-unreachable"
    ? { ...outcome, kind: "disconnected", code: "send.permission-missing" }
    : outcome;
