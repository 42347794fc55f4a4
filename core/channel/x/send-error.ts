import { idOf, nodeOf, nodesOf, numberOf, tableOf, textOf } from "../json.ts";
import type { Refusal } from "../refusal.ts";

/** Error codes of X that say more than the HTTP status. Source: docs.x.com, x-api/fundamentals/response-codes-and-errors. */
const CODES = tableOf<Refusal>({
  "32": "disconnected",
  "64": "blocked-by-policy",
  "88": "rate-limited",
  "89": "disconnected",
  "108": "recipient-unreachable",
  "144": "target-gone",
  "150": "recipient-unreachable",
  "151": "recipient-unreachable",
  "185": "rate-limited",
  "186": "too-long",
  "187": "duplicate",
  "226": "blocked-by-policy",
  "261": "permission-missing",
  "326": "blocked-by-policy",
  "349": "recipient-unreachable",
  "354": "too-long",
  "385": "target-gone",
  "433": "reply-not-allowed",
});

/** The last part of a problem's `type` address. */
const PROBLEMS = tableOf<Refusal>({
  "resource-not-found": "target-gone",
  "client-forbidden": "permission-missing",
  "unsupported-authentication": "permission-missing",
  "usage-capped": "rate-limited",
  "invalid-request": "refused",
});

/** A 403 has no documented body: on a post it is X's restriction of replies, on a message the other side's settings or a block. */
export const refusalOf = (
  channel: "x.mention" | "x.dm",
  { status, body }: { status: number; body: unknown },
): Refusal | undefined => {
  const problem = nodeOf(body);
  const codes = [problem["code"], ...nodesOf(problem["errors"]).map((error) => error["code"])];
  const byCode = codes.map((code) => CODES.get(idOf(code) ?? "")).find((refusal) => refusal !== undefined);
  const byType = PROBLEMS.get(textOf(problem["type"])?.split("/").at(-1) ?? "");
  if (byCode ?? byType) return byCode ?? byType;
  if (status === 403) return channel === "x.dm" ? "recipient-unreachable" : "reply-not-allowed";
  return undefined;
};

/** From the reset time (epoch seconds) to the time of the answer, both in headers. */
export const secondsUntilReset = (headers: Record<string, string>): number | undefined => {
  const resetAt = numberOf(headers["x-rate-limit-reset"]);
  const answeredAt = Date.parse(headers["date"] ?? "") / 1_000;
  if (resetAt === undefined || Number.isNaN(answeredAt)) return numberOf(headers["retry-after"]);
  return Math.max(1, Math.ceil(resetAt - answeredAt));
};
