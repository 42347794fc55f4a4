import type { Words } from "../words.ts";
import { conversation } from "./conversation.ts";
import { door } from "./door.ts";
import { frame } from "./frame.ts";
import { list } from "./list.ts";
import { message } from "./message.ts";

/** Every word of the first views in French; other pages bring their own. */
export const fr: Words = {
  code: "fr",
  ...frame,
  ...door,
  ...list,
  ...conversation,
  ...message,
};
