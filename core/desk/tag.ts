import * as z from "zod";

/** A word that people sort conversations by. `defined`: by a supervisor, else by whoever needed it. */
export const Tag = z.object({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(40),
  kind: z.enum(["defined", "free"]),
  retired: z.boolean().optional(),
});
export type Tag = z.infer<typeof Tag>;
