import type { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { Problem } from "./schema.ts";
import type { Caller } from "./sign-in.ts";

export type ApiVariables = { Variables: { caller: Caller } };
export type Api = OpenAPIHono<ApiVariables>;

/** The reader's language by the first of Accept-Language (RFC 9110, 12.5.4); French unless it is English. */
export const languageOf = (context: Context): "fr" | "en" =>
  /^\s*en\b/i.test(context.req.header("accept-language") ?? "") ? "en" : "fr";

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Problem } },
});

/** The answers every route may give beside its own. */
export const problems = {
  400: problem("The request does not have the expected form"),
  401: problem("Not signed in"),
  403: problem("The role does not allow it"),
  404: problem("Not found in this entity"),
  409: problem("The conversation's state does not allow it"),
  422: problem("Understood, and not acceptable"),
} as const;

export const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});

export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { "application/json": { schema } },
  required: true,
});
