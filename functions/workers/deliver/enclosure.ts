import * as Channel from "#core/channel";
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
  const uploaded = await upload(runtime, outgoing, { ...enclosure, name });
  if (uploaded.kind !== "uploaded") return uploaded;
  const file = { kind: enclosure.kind, mediaId: uploaded.mediaId, name };
  const outcome = await call(runtime, await prepareCall(runtime, { ...outgoing, file }));
  // The bucket forgets it in a day by itself, should this fail.
  if (outcome.kind === "accepted") await runtime.pictures.remove(enclosure.id);
  return outcome;
};

type File = NonNullable<Store.Attachment["enclosure"]> & { readonly name: string };
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
  const mediaId = answer.kind === "answered" && answer.status < 300 ? Channel.uploadedId(answer.body) : undefined;
  return mediaId === undefined ? outcomeOf(channel, true, answer) : { kind: "uploaded", mediaId };
};
