import type { Card, Directory, Instant, Macro, Page, SavedView, Tag } from "../api-types.ts";

type Asking = {
  read: <Answer>(path: string) => Promise<Answer>;
  command: <Answer>(method: string, path: string, key: string, body?: unknown) => Promise<Answer>;
};

export type CareCalls = ReturnType<typeof careCalls>;

/** What keeps conversations in order beside answering them. */
export const careCalls = ({ command, read }: Asking) => {
  const on = (id: string, name: string, body: object, key: string) =>
    command<Card>("POST", `/conversations/${encodeURIComponent(id)}/${name}`, key, body);
  return {
    tag: (id: string, key: string, tagId: string) => on(id, "tag", { tagId }, key),
    untag: (id: string, key: string, tagId: string) => on(id, "untag", { tagId }, key),
    snooze: (id: string, key: string, until: Instant | undefined) => on(id, "snooze", until ? { until } : {}, key),
    wake: (id: string, key: string) => on(id, "wake", {}, key),
    followUp: (id: string, key: string, at: Instant | null) => on(id, "follow-up", { at }, key),
    move: (id: string, key: string, teamId: string) => on(id, "move", { teamId }, key),
    direct: (id: string, key: string, placeId: string) => on(id, "direct", { placeId }, key),
    /** Answers the one that goes on. */
    merge: (id: string, key: string, asked: { intoId: string; inboundSeen: number }) => on(id, "merge", asked, key),
    /** Answers the conversation of its own that the messages became. */
    split: (id: string, key: string, messageIds: readonly string[]) => on(id, "split", { messageIds }, key),
    separate: (id: string, key: string) => on(id, "separate", {}, key),
    directory: () => read<Directory>("/directory"),
    saveDirectory: (key: string, directory: Directory) => command<Directory>("PUT", "/directory", key, directory),
    review: (id: string, key: string, verdict: "confirmed" | "rejected") => on(id, "review", { verdict }, key),
    runMacro: (id: string, key: string, asked: { macroId: string; inboundSeen?: number }) =>
      command<{ card: Card; template?: { id: string; text: string } }>(
        "POST",
        `/conversations/${encodeURIComponent(id)}/macros`,
        key,
        asked,
      ),
    tags: () => read<Page<Tag>>("/tags"),
    addTag: (key: string, name: string) => command<Tag>("POST", "/tags", key, { name }),
    changeTag: (key: string, { id, ...tag }: { id: string; name: string; retired: boolean }) =>
      command<Tag>("PUT", `/tags/${encodeURIComponent(id)}`, key, tag),
    macros: () => read<Page<Macro>>("/macros"),
    addMacro: (key: string, macro: Omit<Macro, "id">) => command<Macro>("POST", "/macros", key, macro),
    changeMacro: (key: string, { id, ...macro }: Macro) =>
      command<Macro>("PUT", `/macros/${encodeURIComponent(id)}`, key, macro),
    removeMacro: (key: string, id: string) => command<void>("DELETE", `/macros/${encodeURIComponent(id)}`, key),
    savedViews: () => read<Page<SavedView>>("/me/views"),
    saveViews: (key: string, items: readonly SavedView[]) =>
      command<Page<SavedView>>("PUT", "/me/views", key, { items }),
  };
};
