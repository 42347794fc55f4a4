/**
 * What Guichet makes of a delivery: `inspect <x|meta> < delivery.json`. One JSON object a line for each update, its texts redacted;
 * ids are printed as the platform gives them. An update that means nothing to us is a line with `op` "ignore" and its `kind`.
 * A body that is no JSON becomes `{"error": code}`, and the exit code 1; the signature is not looked at.
 */
import { buffer } from "node:stream/consumers";
import * as Channel from "#core/channel";
import * as Fault from "#core/fault";
import { redact } from "#core/redaction";
import { refuse, sayWhatIsAwaited } from "./asking.ts";

const usage = "npm run -s inspect -- <x|meta> < delivery.json";

const [sender, ...more] = process.argv.slice(2);
if (more.length > 0) refuse("It takes one word: the delivery comes on standard input.", usage);
else if (sender === "x" || sender === "meta") await inspect(sender);
else refuse("Say whose delivery it is: x or meta (Facebook, Messenger, Instagram, WhatsApp).", usage);

async function inspect(sender: Channel.Sender): Promise<void> {
  sayWhatIsAwaited("a delivery");
  const body = await buffer(process.stdin);
  try {
    const { events, ignored } = Channel.normalise(sender, body);
    for (const event of events) print(lineOf(event));
    if (events.length === 0) for (const kind of Object.keys(ignored)) print({ op: "ignore", kind });
  } catch (error) {
    process.exitCode = 1;
    print({ error: Fault.describe(error) });
    const wrong = body.toString().trim() === "" ? "is empty" : "is no delivery: it has to be one JSON object, as sent";
    console.error(`What came on standard input ${wrong}.\nUsage: ${usage}`);
  }
}

function lineOf(event: Channel.RawEvent) {
  const clean = (text: string | undefined) => text && redact(text, { visibility: event.visibility }).text;
  return {
    op: event.op,
    channel: event.channel,
    visibility: event.visibility,
    direction: event.direction,
    account_id: event.accountId || undefined,
    author_id: event.authorId,
    contact_id: event.contactId,
    external_id: event.externalId,
    target_id: event.targetId,
    parent_id: event.parentId,
    text: clean(event.text),
    ts: event.occurredAt,
    attachments: event.attachments.map(({ type }) => type),
    around: event.around?.map(({ kind, text }) => ({ kind, text: clean(text) })),
    kind: event.kind,
    code: event.code,
    unreadable: event.unreadable,
    handled_elsewhere: event.handledElsewhere,
  };
}

function print(line: object): void {
  console.log(JSON.stringify(line));
}
