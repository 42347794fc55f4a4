import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import * as Channel from "#core/channel";
import { bytesOf, eventsOf, namesOf, read, senderOf } from "./fixture.ts";

/** What every platform's adapter is made of, so that each can be held to the same promises. */
export type Adapter = {
  /** Folder of its fixtures. */
  name: string;
  channels: readonly Channel.PlatformChannel[];
  /** Our account. */
  accountId: string;
  /** What else its fixtures may be about: a test button's "0", a business account, "" where a delivery names none. */
  otherIds: readonly string[];
  /** The signature header the platform would send. */
  sign: (body: Uint8Array, secret: string) => string;
  /** What the platform answers to a send, with the id it gives "made-1". */
  acceptance: Readonly<Record<string, unknown>>;
  /** A refusal of the platform's that quotes the text it refuses, and the code we give it. */
  refusal: { status: number; body: unknown; code: string };
};

const NOW = "2026-10-05T09:00:00.000Z";
const TEXT = "Bonjour, votre carte est débloquée.";
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export const sha256 = (writing: "hex" | "base64") => (body: Uint8Array, secret: string) =>
  `sha256=${createHmac("sha256", secret).update(body).digest(writing)}`;

export const isAnAdapter = (adapter: Adapter): void => {
  const names = namesOf(adapter.name);

  describe(`${adapter.name}: reading`, () => {
    const each = (check: (events: Channel.RawEvent[], name: string) => void) => () => {
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) check(eventsOf(name), name);
    };

    test(
      "every update is read, as one of the adapter's channels and accounts",
      each((events, name) => {
        expect(events.length, name).toBeGreaterThan(0);
        for (const { channel } of events) expect(adapter.channels, name).toContain(channel);
        for (const { accountId } of events) expect([adapter.accountId, ...adapter.otherIds], name).toContain(accountId);
      }),
    );

    test(
      "the account is never taken for a customer",
      each((events, name) => {
        for (const { contactId, accountId } of events) if (contactId) expect(contactId, name).not.toBe(accountId);
      }),
    );

    test(
      "what the account writes goes out",
      each((events, name) => {
        const own = events.filter(({ authorId, accountId }) => authorId === accountId);
        for (const { direction } of own) expect(direction, name).toBe("outbound");
      }),
    );

    test(
      "times are instants, and nothing is undefined or empty",
      each((events, name) => {
        for (const { accountId: _, ...event } of events) {
          for (const at of [event.occurredAt, event.until]) if (at !== undefined) expect(at, name).toMatch(ISO);
          expect(Object.values(event), name).not.toContain(undefined);
          expect(Object.values(event), name).not.toContain("");
        }
      }),
    );

    test(
      "two updates of one delivery are told apart, two deliveries of one update are not",
      each((events, name) => {
        const keys = events.filter(({ op }) => op !== "ignore" && op !== "control").map(keyOf);
        expect(new Set(keys).size, name).toBe(keys.length);
        expect(eventsOf(name)).toEqual(events);
      }),
    );

    test(
      "what changes, removes or hides something names it, and a mark or a handover has no words",
      each((events, name) => {
        for (const { op, targetId, text } of events) {
          if (["edit", "delete", "hide", "unhide", "reaction", "status"].includes(op))
            expect(targetId, name).toBeTruthy();
          if (["read", "delivered", "status", "handover", "hide", "delete"].includes(op))
            expect(text, name).toBeUndefined();
        }
      }),
    );

    test(
      "a private message says whose it is, so that it can be answered and kept in order",
      each((events, name) => {
        const messages = events.filter(({ op, visibility }) => op === "message" && visibility === "private");
        for (const { contactId, threadId } of messages) {
          expect(contactId, name).toBeTruthy();
          expect(threadId, name).toBeTruthy();
        }
      }),
    );

    test("a byte order mark before a delivery changes nothing", () => {
      for (const name of names) {
        const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...bytesOf(name)]);
        expect(Channel.normalise(senderOf(name), marked).events, name).toEqual(eventsOf(name));
      }
    });

    test(
      "what is ignored is counted by kind",
      each((events, name) => {
        const counted = Object.values(read(name).ignored).reduce((total, count) => total + count, 0);
        expect(counted, name).toBe(events.filter(({ op }) => op === "ignore").length);
      }),
    );
  });

  describe(`${adapter.name}: signatures`, () => {
    const body = bytesOf(names[0] ?? "");
    const sender = senderOf(`${adapter.name}/`);
    const verify = Channel.verify[sender];
    const header = adapter.sign(body, "secret");

    test("the platform's own bytes pass, under either of two secrets", () => {
      expect(verify(body, header, ["secret"])).toBe(true);
      expect(verify(body, header, ["next", "secret"])).toBe(true);
      expect(verify(body, header, ["secret", "next"])).toBe(true);
    });

    test("one changed byte, another secret, no header or no secret are refused", () => {
      const changed = Uint8Array.from(body, (byte, index) => (index === 3 ? byte ^ 1 : byte));
      expect(verify(changed, header, ["secret"])).toBe(false);
      expect(verify(body, header, ["other"])).toBe(false);
      expect(verify(body, undefined, ["secret"])).toBe(false);
      expect(verify(body, header.slice("sha256=".length), ["secret"])).toBe(false);
      expect(verify(body, "sha256=", ["secret"])).toBe(false);
      expect(verify(body, header, [])).toBe(false);
      expect(verify(body, adapter.sign(body, ""), [""])).toBe(false);
    });
  });

  describe.each(adapter.channels)("%s: sending", (channel) => {
    const outgoing = {
      channel,
      accountId: adapter.accountId,
      text: TEXT,
      inReplyTo: "42/43?x",
      recipientId: "77",
      lastInboundAt: "2026-10-05T08:30:00.000Z",
      marker: "01JMARKER",
    } as const;

    test("a reply is one request with the text in it, unsafe to repeat, to a path no id can break out of", () => {
      const request = Channel.compose(outgoing, NOW);
      expect(request.method).toBe("POST");
      expect(request.path).toMatch(/^(\/[\w%-]+)+$/);
      expect(JSON.stringify(request.body)).toContain(TEXT);
      expect(request.retrySafe).toBe(false);
    });

    test("its length and its window are known before anything is written", () => {
      const { limit, used } = Channel.countText(channel, "été");
      expect(used).toBeGreaterThanOrEqual(3);
      expect(limit).toBeGreaterThanOrEqual(280);
      const { closesAt, mode, open } = Channel.replyWindow(channel, outgoing.lastInboundAt, NOW);
      expect([mode, open]).toEqual(["free", true]);
      if (closesAt !== undefined) expect(closesAt > NOW).toBe(true);
    });

    test("what the platform made is read from its answer", () => {
      expect(Channel.accepted(channel, adapter.acceptance[channel])).toMatchObject({ externalId: "made-1" });
      for (const nonsense of [undefined, null, "<html>", [], { data: 1, messages: 2 }]) {
        expect(Channel.accepted(channel, nonsense)).toEqual({});
      }
    });

    test("a refusal says what to do and never repeats the platform's words", () => {
      const { status, body, code } = adapter.refusal;
      const error = Channel.sendError(channel, status, body, {});
      expect(error.code).toBe(code);
      expect(JSON.stringify(error)).not.toContain(TEXT);
      expect(error.tell.fr.length).toBeGreaterThan(20);
      expect(error.tell.en.length).toBeGreaterThan(20);
    });

    test("a dead token asks to reconnect, a limit waits, an unknown refusal is not tried again", () => {
      expect(Channel.sendError(channel, 401, undefined, {})).toMatchObject({ retry: "reconnect" });
      expect(Channel.sendError(channel, 429, undefined, {})).toMatchObject({ retry: "later", afterSeconds: 60 });
      expect(Channel.sendError(channel, 422, {}, {})).toMatchObject({ retry: "never", code: "send.refused" });
    });

    test("after an error of the platform's own it is uncertain whether the message went out", () => {
      expect(Channel.sendError(channel, 502, "<html>", {})).toMatchObject({ retry: "later", uncertain: true });
      expect(Channel.sendError(channel, 429, undefined, {})).not.toHaveProperty("uncertain");
    });
  });
};

const keyOf = ({ accountId, op, externalId, targetId, contactId, revision }: Channel.RawEvent): string =>
  JSON.stringify([accountId, op, externalId ?? targetId ?? contactId, revision]);
