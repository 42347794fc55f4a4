import type { Context } from "hono";
import { type Fault, headersOf, problemOf } from "#core/fault";

/** A fault as an RFC 9457 problem; platforms read the status, people the sentence. */
export const refuse = (context: Context, fault: Fault): Response => {
  const problem = problemOf(fault, "en");
  return context.json(problem, problem.status as 400, headersOf(fault));
};
