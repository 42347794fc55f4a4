import { z } from "@hono/zod-openapi";
import * as Impostor from "#core/impostor";

export const ImpostorView = z
  .object({
    /** Of whoever writes here. */
    suspected: z.enum(Impostor.likenesses).nullable(),
    /** Those who answered this customer, with the author as the platform shows it. */
    answeredBy: z.array(
      z.object({
        conversationId: z.string(),
        why: z.enum(Impostor.likenesses),
        since: z.iso.datetime(),
        name: z.string().optional(),
        handle: z.string().optional(),
      }),
    ),
    warning: z.string().openapi({ description: "Approved words for the customer, in the customer's language" }),
  })
  .openapi("Impostor");
export type ImpostorView = z.infer<typeof ImpostorView>;
