import { describe, expect, test } from "vitest";
import * as Channel from "#core/channel";

const NOW = "2026-10-05T09:00:00.000Z";
const hoursAgo = (hours: number): Channel.Instant => new Date(Date.parse(NOW) - hours * 3_600_000).toISOString();
const compose = (outgoing: Partial<Channel.Outgoing> & Pick<Channel.Outgoing, "channel">): Channel.PlatformRequest =>
  Channel.compose(
    { accountId: "900", text: "Bonjour", inReplyTo: "42", recipientId: "77", marker: "01JM", ...outgoing },
    NOW,
  );

test("X: a public reply, with the way to a private message where wanted", () => {
  expect(compose({ channel: "x.mention" })).toEqual({
    method: "POST",
    path: "/2/tweets",
    body: { text: "Bonjour", reply: { in_reply_to_tweet_id: "42" } },
    retrySafe: false,
  });
  const link = "https://x.com/messages/compose?recipient_id=900";
  expect(compose({ channel: "x.mention", directMessageDeepLink: link }).body).toMatchObject({
    direct_message_deep_link: link,
  });
});

test("X: hiding, showing and deleting can be repeated", () => {
  const request = (action: "hide" | "unhide" | "delete") => compose({ channel: "x.mention", action });
  expect(request("hide")).toEqual({
    method: "PUT",
    path: "/2/tweets/42/hidden",
    body: { hidden: true },
    retrySafe: true,
  });
  expect(request("unhide").body).toEqual({ hidden: false });
  expect(request("delete")).toEqual({ method: "DELETE", path: "/2/tweets/42", body: undefined, retrySafe: true });
});

test("X: a private message goes to the person", () => {
  expect(compose({ channel: "x.dm" })).toMatchObject({
    path: "/2/dm_conversations/with/77/messages",
    body: { text: "Bonjour" },
  });
});

describe("Facebook and Instagram comments", () => {
  test.each([
    ["facebook.comment", "reply", "POST", "/42/comments", { message: "Bonjour" }, false],
    ["facebook.comment", "hide", "POST", "/42", { is_hidden: true }, true],
    ["facebook.comment", "unhide", "POST", "/42", { is_hidden: false }, true],
    ["facebook.comment", "delete", "DELETE", "/42", undefined, true],
    ["instagram.comment", "reply", "POST", "/42/replies", { message: "Bonjour" }, false],
    ["instagram.comment", "hide", "POST", "/42", { hide: true }, true],
    ["instagram.comment", "unhide", "POST", "/42", { hide: false }, true],
    ["instagram.comment", "delete", "DELETE", "/42", undefined, true],
  ] as const)("%s %s", (channel, action, method, path, body, retrySafe) => {
    expect(compose({ channel, action })).toEqual({ method, path, body, retrySafe });
  });

  test("who names us on media of their own is answered there, below the comment or below the caption", () => {
    const request = (inReplyTo: string) => compose({ channel: "instagram.comment", mentionedIn: "55", inReplyTo });
    expect(request("42")).toMatchObject({
      path: "/900/mentions",
      body: { media_id: "55", comment_id: "42", message: "Bonjour" },
    });
    expect(request("55").body).toEqual({ media_id: "55", message: "Bonjour" });
  });

  test("a private reply is addressed by the comment and can be repeated: Meta takes one", () => {
    expect(compose({ channel: "facebook.comment", action: "private-reply" })).toEqual({
      method: "POST",
      path: "/900/messages",
      body: { recipient: { comment_id: "42" }, message: { text: "Bonjour", metadata: "01JM" } },
      retrySafe: true,
    });
    expect(compose({ channel: "instagram.comment", action: "private-reply" })).toMatchObject({
      body: { recipient: { comment_id: "42" }, message: { text: "Bonjour" } },
      retrySafe: true,
    });
  });
});

test("Messenger: our marker goes along, to come back with the echo", () => {
  expect(compose({ channel: "messenger", lastInboundAt: hoursAgo(1) })).toEqual({
    method: "POST",
    path: "/900/messages",
    body: { recipient: { id: "77" }, messaging_type: "RESPONSE", message: { text: "Bonjour", metadata: "01JM" } },
    retrySafe: false,
  });
});

test.each(["messenger", "instagram.dm"] as const)(
  "%s: only a person's answer, only between one and seven days, is tagged so",
  (channel) => {
    const typeOf = (hours: number, humanAgent: boolean) =>
      (compose({ channel, lastInboundAt: hoursAgo(hours), humanAgent }).body as { messaging_type: string })
        .messaging_type;
    expect(typeOf(23, true)).toBe("RESPONSE");
    expect(typeOf(25, true)).toBe("MESSAGE_TAG");
    expect(typeOf(25, false)).toBe("RESPONSE");
    expect(typeOf(24 * 7 + 1, true)).toBe("RESPONSE");
  },
);

test("WhatsApp: a number goes in one field, a user id in another", () => {
  expect(compose({ channel: "whatsapp", recipientId: "33612000001" }).body).toEqual({
    messaging_product: "whatsapp",
    recipient_type: "individual",
    to: "33612000001",
    type: "text",
    text: { body: "Bonjour", preview_url: false },
    context: { message_id: "42" },
    biz_opaque_callback_data: "01JM",
  });
  const body = compose({ channel: "whatsapp", recipientId: "FR.1349120865530274" }).body;
  expect(body).toMatchObject({ recipient: "FR.1349120865530274" });
  expect(body).not.toHaveProperty("to");
});

test("WhatsApp: a template is filled in and replaces the text", () => {
  const template = { name: "rappel", language: "fr", parameters: ["Léa"] };
  expect(compose({ channel: "whatsapp", template }).body).toMatchObject({
    type: "template",
    template: {
      name: "rappel",
      language: { code: "fr" },
      components: [{ type: "body", parameters: [{ type: "text", text: "Léa" }] }],
    },
  });
  expect(compose({ channel: "whatsapp", template }).body).not.toHaveProperty("text");
});

test("a private reply tells whom it reached, which joins the public thread to the private one", () => {
  const answer = { recipient_id: "7800000000000001", message_id: "m_1" };
  expect(Channel.accepted("facebook.comment", answer)).toEqual({ externalId: "m_1", recipientId: "7800000000000001" });
});

describe("a file goes to its platform first, and is named by the id it was given", () => {
  const picture = { kind: "picture", mediaId: "555", name: "plan.jpg" } as const;
  const document = { kind: "document", mediaId: "556", name: "formulaire.pdf" } as const;

  test.each([
    ["x.dm", "/2/media/upload", "media"],
    ["messenger", "/900/message_attachments", "filedata"],
    ["instagram.dm", "/900/message_attachments?platform=instagram", "filedata"],
    ["whatsapp", "/900/media", "file"],
  ] as const)("%s", (channel, path, fileField) => {
    expect(Channel.composeUpload(channel, "900", "picture")).toMatchObject({ path, fileField });
  });

  test("nothing is uploaded for what everybody reads", () => {
    expect(Channel.composeUpload("facebook.comment", "900", "picture")).toBeUndefined();
    expect(Channel.filesOf("x.mention").kinds).toEqual([]);
  });

  test("each platform's own word for the id", () => {
    for (const body of [{ data: { id: "5" } }, { attachment_id: "5" }, { id: "5" }])
      expect(Channel.uploadedId(body)).toBe("5");
    expect(Channel.uploadedId({ error: { code: 100 } })).toBeUndefined();
  });

  test("X shows it in one message with its text, or without any", () => {
    expect(compose({ channel: "x.dm", file: picture }).body).toEqual({
      text: "Bonjour",
      attachments: [{ media_id: "555" }],
    });
    expect(compose({ channel: "x.dm", file: picture, text: "" }).body).toEqual({ attachments: [{ media_id: "555" }] });
  });

  test("Messenger and Instagram show it alone", () => {
    const attachment = { type: "image", payload: { attachment_id: "555" } };
    expect(compose({ channel: "messenger", file: picture, text: "" }).body).toMatchObject({
      message: { attachment, metadata: "01JM" },
    });
    expect(compose({ channel: "instagram.dm", file: document, text: "" }).body).toMatchObject({
      message: { attachment: { type: "file", payload: { attachment_id: "556" } } },
    });
  });

  test("WhatsApp shows it with a caption, a document with its name", () => {
    expect(compose({ channel: "whatsapp", file: picture }).body).toMatchObject({
      type: "image",
      image: { id: "555", caption: "Bonjour" },
    });
    const { document: shown } = compose({ channel: "whatsapp", file: document, text: "" }).body as {
      document: unknown;
    };
    expect(shown).toEqual({ id: "556", filename: "formulaire.pdf" });
  });
});
