import { conversation } from "./conversation.ts";
import { door } from "./door.ts";
import { frame } from "./frame.ts";
import { list } from "./list.ts";
import { message } from "./message.ts";

/** Every word of the first views in English; other pages bring their own. */
export const en = {
  code: "en" as string,
  ...frame,
  ...door,
  ...list,
  ...conversation,
  ...message,
};
