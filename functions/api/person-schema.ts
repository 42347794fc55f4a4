import { z } from "@hono/zod-openapi";
import * as Entity from "#core/entity";

export const AgentView = z
  .object({
    id: z.string(),
    name: z.string(),
    role: Entity.Role,
    present: z.boolean(),
    load: z.number(),
    capacity: z.number(),
    teamIds: z.array(z.string()),
  })
  .openapi("Agent");

/** What an administrator changes of a person; their id is in the address. */
export const Profile = Entity.Agent.omit({ id: true, entityId: true, removed: true });

/** A key of an action: one character or a named key, with modifiers before it, or two characters one after the other. */
const chord = /^(?:(?:mod|alt|shift)\+){0,3}(?:\S|[A-Z][A-Za-z]{2,11})(?: \S)?$/u;

export const Preferences = z
  .object({
    keysOn: z.boolean(),
    keys: z
      .record(z.string().regex(/^[a-z]{2,20}(?:\.[a-z-]{2,30}){1,2}$/), z.string().regex(chord).nullable())
      .refine((keys) => Object.keys(keys).length <= 200)
      .openapi({ description: "Keys chosen instead of the usual ones, by action; null for none" }),
    initials: z
      .string()
      .regex(/^\p{L}{0,4}$/u)
      .optional()
      .openapi({ description: "Sign a public answer: SL for ^SL; empty for nothing", example: "SL" }),
  })
  .openapi("Preferences");

export const Me = z
  .object({
    agent: z.object({
      id: z.string(),
      name: z.string(),
      role: Entity.Role,
      entityId: z.string(),
      teamIds: z.array(z.string()),
    }),
    entity: z.object({
      id: z.string(),
      name: z.string(),
      languages: z.array(z.enum(["fr", "en"])),
      timeZone: z.string().openapi({ description: "Of the bank's calendar", example: "Europe/Paris" }),
      teams: z.array(z.object({ id: z.string(), name: z.string() })),
      lacksTerm: z
        .boolean()
        .openapi({ description: "Nobody has set how long words are kept: none is erased by its age" }),
    }),
    can: z.array(z.string()),
    preferences: Preferences,
  })
  .openapi("Me");
