/** What an agent's page needs to know before writing. Free of Node, so that the page can have it too. */
export { countText } from "./count.ts";
export { type FileKind, filesOf, MOST_FILE_BYTES } from "./file.ts";
export { privateReplyWindow, type ReplyWindow, replyWindow } from "./window.ts";
