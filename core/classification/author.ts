import { fold } from "./word.ts";

/** Handles a bank keeps of people whose words go to the press office or to HR. Written with or without @. */
export type AuthorLists = {
  readonly press: readonly string[];
  readonly influencers: readonly string[];
  readonly employees: readonly string[];
};

export type Audience = "press" | "influencer" | "employee";

/** Who a conversation is shown to beside its team, and by which list; undefined for everybody else. */
export const audienceOf = (handle: string, lists: AuthorLists): Audience | undefined => {
  const isIn = (list: readonly string[]): boolean => list.some((one) => plain(one) === plain(handle));
  if (isIn(lists.press)) return "press";
  if (isIn(lists.employees)) return "employee";
  return isIn(lists.influencers) ? "influencer" : undefined;
};

const plain = (handle: string): string => fold(handle.trim().replace(/^@/, ""));
