import type * as z from "zod";
import { Fault } from "#core/fault";

/** Where a page ends, as text that is handed back for the next one. */
export const sealCursor = (cursor: unknown): string => Buffer.from(JSON.stringify(cursor)).toString("base64url");

/** @throws request.invalid for what is not one of ours */
export const openCursor = <Cursor>(schema: z.ZodType<Cursor>, text: string): Cursor => {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    // Whatever was wrong with it, it is not one of ours.
    throw new Fault("request.invalid");
  }
};
