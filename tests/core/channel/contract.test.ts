import { isAnAdapter, sha256 } from "./contract.ts";
import { accounts } from "./fixture.ts";

const echoing = "Refused: Bonjour, votre carte est débloquée.";
const graph = (code: number, error_subcode?: number) => ({
  error: { message: echoing, type: "OAuthException", code, error_subcode, error_data: { details: echoing } },
});

isAnAdapter({
  name: "x",
  channels: ["x.mention", "x.dm"],
  accountId: accounts.x,
  otherIds: [""],
  sign: sha256("base64"),
  acceptance: {
    "x.mention": { data: { id: "made-1", text: "Bonjour" } },
    "x.dm": { data: { dm_conversation_id: "1-2", dm_event_id: "made-1" } },
  },
  refusal: {
    status: 403,
    body: { title: "Forbidden", detail: echoing, errors: [{ code: 187, message: echoing }] },
    code: "send.duplicate",
  },
});

isAnAdapter({
  name: "facebook",
  channels: ["facebook.comment"],
  accountId: accounts.page,
  otherIds: [],
  sign: sha256("hex"),
  acceptance: { "facebook.comment": { id: "made-1" } },
  refusal: { status: 400, body: graph(368), code: "send.blocked-by-policy" },
});

isAnAdapter({
  name: "messenger",
  channels: ["messenger"],
  accountId: accounts.page,
  otherIds: [],
  sign: sha256("hex"),
  acceptance: { messenger: { recipient_id: "77", message_id: "made-1" } },
  refusal: { status: 400, body: graph(10, 2018278), code: "send.window-closed" },
});

isAnAdapter({
  name: "instagram",
  channels: ["instagram.comment", "instagram.dm"],
  accountId: accounts.instagram,
  otherIds: ["0"],
  sign: sha256("hex"),
  acceptance: { "instagram.comment": { id: "made-1" }, "instagram.dm": { recipient_id: "77", message_id: "made-1" } },
  refusal: { status: 400, body: graph(10, 2534022), code: "send.window-closed" },
});

isAnAdapter({
  name: "whatsapp",
  channels: ["whatsapp"],
  accountId: accounts.whatsapp,
  otherIds: ["900100200399"],
  sign: sha256("hex"),
  acceptance: {
    whatsapp: { messaging_product: "whatsapp", contacts: [{ wa_id: "77" }], messages: [{ id: "made-1" }] },
  },
  refusal: { status: 400, body: graph(131047), code: "send.window-closed" },
});
