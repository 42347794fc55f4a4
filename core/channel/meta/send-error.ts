import { idOf, nodeOf, nodesOf, numberOf, tableOf, textOf } from "../json.ts";
import type { Refusal } from "../refusal.ts";

/**
 * Graph error codes, the finer "code/subcode" first. Sources: developers.facebook.com/docs/graph-api/guides/error-handling,
 * /docs/messenger-platform/error-codes, /docs/messenger-platform/discovery/private-replies, /docs/graph-api/overview/rate-limiting.
 */
const CODES = tableOf<Refusal>({
  "10/2018278": "window-closed",
  "10/2534022": "window-closed",
  "10/2018065": "window-closed",
  "10/2018300": "handled-elsewhere",
  "10/2018108": "recipient-unreachable",
  "100/2018276": "human-agent-not-approved",
  "100/2018001": "recipient-unreachable",
  "100/2018109": "too-long",
  "100/33": "target-gone",
  "100/2534014": "recipient-unreachable",
  "200/1545041": "recipient-unreachable",
  "200/2018028": "permission-missing",
  "1": "unavailable",
  "2": "unavailable",
  "4": "rate-limited",
  "10": "permission-missing",
  "17": "rate-limited",
  "32": "rate-limited",
  "102": "disconnected",
  "190": "disconnected",
  "200": "permission-missing",
  "230": "permission-missing",
  "368": "blocked-by-policy",
  "463": "disconnected",
  "467": "disconnected",
  "506": "duplicate",
  "551": "recipient-unreachable",
  "613": "rate-limited",
  "803": "target-gone",
  "1200": "unavailable",
  "9010": "recipient-unreachable",
  "10900": "already-answered",
  "10903": "reply-not-allowed",
  "80001": "rate-limited",
  "80002": "rate-limited",
  "80006": "rate-limited",
});

export const refusalOf = ({ body }: { body: unknown }): Refusal | undefined => {
  const error = nodeOf(nodeOf(body)["error"]);
  const code = idOf(error["code"]) ?? "";
  const refusal = CODES.get(`${code}/${idOf(error["error_subcode"]) ?? ""}`) ?? CODES.get(code);
  return refusal ?? (error["is_transient"] === true ? "unavailable" : undefined);
};

/**
 * The longest wait any of the usage headers names, in minutes there. Calling on during a block makes it longer.
 * Source: developers.facebook.com/docs/graph-api/overview/rate-limiting (X-Business-Use-Case-Usage).
 */
export const secondsUntilAccess = (headers: Record<string, string>): number | undefined => {
  const usage = Object.values(nodeOf(parsed(headers["x-business-use-case-usage"]))).flatMap((list) => nodesOf(list));
  const minutes = usage.map((use) => numberOf(use["estimated_time_to_regain_access"]) ?? 0);
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? longest * 60 : numberOf(headers["retry-after"]);
};

const parsed = (header: string | undefined): unknown => {
  try {
    return JSON.parse(textOf(header) ?? "{}");
  } catch {
    // A header that is no JSON tells no waiting time, and is no reason to lose the error itself.
    return {};
  }
};
