import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

/**
 * "Not personal data", says an agent of a mark: kept is which rule and kind, never a word. A mark counts once however
 * often it is reported.
 * @throws message.unknown, redaction.text-changed when no mark begins there
 */
export const reportMark = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { messageId, start }: { readonly messageId: string; readonly start: number },
): Promise<void> => {
  const body = await runtime.store.readBody(key, messageId);
  if (body === undefined) throw new Fault("message.unknown");
  const place = body.marks.findIndex((mark) => mark.start === start);
  const mark = body.marks[place];
  if (mark === undefined) throw new Fault("redaction.text-changed");
  const identityKey = await runtime.secrets.read("IDENTITY_KEY");
  const { kind, rule } = mark;
  const id = Identity.keyedId(identityKey, "r", "report", key.conversationId, messageId, rule, String(place));
  await runtime.store.putReport(key.entityId, { id, rule, kind, at: runtime.now() });
};

type Count = { readonly rule: string; readonly kind: string; readonly count: number; readonly lastAt: string };

/** How often each rule was reported, the most first. */
export const listReports = async (runtime: Runtime, entityId: string): Promise<readonly Count[]> => {
  const reports = await runtime.store.listReports(entityId);
  return [...Map.groupBy(reports, ({ kind, rule }) => `${rule} ${kind}`).values()]
    .map((group) => ({
      rule: group[0]?.rule ?? "",
      kind: group[0]?.kind ?? "",
      count: group.length,
      lastAt:
        group
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? "",
    }))
    .toSorted((left, right) => right.count - left.count);
};
