import { compact, type RawAttachment, type Surrounding } from "../event.ts";
import { idOf, isNode, type Node, nodeOf, nodesOf, numberOf, textOf, wordOf } from "../json.ts";
import { urlReference } from "./reference.ts";

/** The files and cards of a message, and the story it answers. A `payload` may be missing, null, a text or an object. */
export const attachmentsOf = (message: Node): RawAttachment[] => {
  const story = nodeOf(nodeOf(message["reply_to"])["story"]);
  const files = nodesOf(message["attachments"]).map((item) => {
    const payload = nodeOf(item["payload"]);
    const stickerId = idOf(payload["sticker_id"]);
    const byUrl = urlReference(textOf(payload["url"], item["url"], payload["image_url"], addressIn(item["payload"])));
    const id = idOf(payload["attachment_id"], payload["reel_video_id"], payload["id"], stickerId);
    return compact<RawAttachment>({
      type: wordOf(item["type"]),
      reference: byUrl.reference ?? id,
      token: byUrl.token ?? (id ? "account" : undefined),
      expiresAt: byUrl.expiresAt,
      mime: textOf(payload["mime_type"]),
      sizeBytes: numberOf(payload["size"]),
      altText: undefined,
      fileName: textOf(item["name"], payload["file_name"]),
    });
  });
  return textOf(story["url"]) ? [...files, { type: "story", ...urlReference(story["url"]) }] : files;
};

const addressIn = (payload: unknown): string | undefined => {
  const text = textOf(payload);
  return text?.startsWith("https://") ? text : undefined;
};

/** Every text beside the message that an agent may see: titles, buttons, places, referrals, the payload of a quick reply. */
export const wordsAround = (message: Node, item: Node): Surrounding[] => [
  ...said("payload", textOf(nodeOf(message["quick_reply"])["payload"])),
  ...nodesOf(message["attachments"]).flatMap(cardWords),
  ...referralOf(nodeOf(message["referral"])),
  ...(isNode(item["message"]) ? referralOf(nodeOf(item["referral"])) : []),
];

/** Where somebody came from: a link's parameter, an advertisement's title. */
export const referralOf = (referral: Node): Surrounding[] => {
  const advertisement = nodeOf(referral["ads_context_data"]);
  return [
    textOf(referral["ref"]),
    textOf(advertisement["ad_title"]),
    textOf(nodeOf(referral["product"])["id"]),
  ].flatMap((text) => said("referral", text));
};

const cardWords = (item: Node): Surrounding[] => {
  const payload = nodeOf(item["payload"]);
  const coordinates = nodeOf(payload["coordinates"]);
  const at = [numberOf(coordinates["lat"]), numberOf(coordinates["long"])]
    .filter((part) => part !== undefined)
    .join(", ");
  const elements = [...nodesOf(payload["elements"]), ...nodesOf(nodeOf(payload["product"])["elements"])];
  return [
    ...said("link", joined(item["title"], payload["title"])),
    ...said("payload", addressIn(item["payload"]) ? undefined : textOf(item["payload"])),
    ...said("location", at),
    ...said("button", textOf(payload["text"])),
    ...elements.flatMap((element) => said("link", joined(element["title"], element["subtitle"]))),
    ...nodesOf(payload["buttons"]).flatMap((button) => said("button", textOf(button["title"]))),
  ];
};

const joined = (...texts: unknown[]): string => [...new Set(texts.flatMap((text) => textOf(text) ?? []))].join("\n");

const said = (kind: Surrounding["kind"], text: string | undefined): Surrounding[] => (text ? [{ kind, text }] : []);
