import * as z from "zod";

/** Made by a keyed hash; nothing that a person types looks like it. */
export const TagId = z.string().regex(/^t_[\w-]{22}$/);

/** A word that people sort conversations by. `defined`: by a supervisor, else by whoever needed it. */
export const Tag = z.object({
  id: TagId,
  name: z.string().min(1).max(40),
  kind: z.enum(["defined", "free"]),
  retired: z.boolean().optional(),
});
export type Tag = z.infer<typeof Tag>;
