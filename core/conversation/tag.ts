import { Fault } from "#core/fault";
import type { Command } from "./command.ts";
import type { ConversationEvent } from "./event.ts";
import type { Conversation } from "./state.ts";

/** More say nothing, and the head stays small. */
export const mostTags = 20;

export type TagCommand = { readonly type: "tag" | "untag"; readonly tagId: string };
/** The id alone: what a tag is called lives with the entity's tags. */
export type TagEvent = { readonly type: "tagged" | "untagged"; readonly tagId: string };

/** @throws tag.too-many */
export const tag = (
  { tags = [] }: Conversation,
  { tagId, type }: Extract<Command, TagCommand>,
): readonly ConversationEvent[] => {
  const isThere = tags.includes(tagId);
  if (type === "untag") return isThere ? [{ type: "untagged", tagId }] : [];
  if (isThere) return [];
  if (tags.length >= mostTags) throw new Fault("tag.too-many", { most: mostTags });
  return [{ type: "tagged", tagId }];
};

export const evolveTags = (state: Conversation, { tagId, type }: TagEvent): Conversation => {
  const others = (state.tags ?? []).filter((each) => each !== tagId);
  return { ...state, tags: type === "tagged" ? [...others, tagId] : others };
};
