import { idOf, nodeOf, nodesOf, tableOf } from "../json.ts";
import type { Refusal } from "../refusal.ts";

/** Source: developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes. The same codes come later in a failed status. */
const CODES = tableOf<Refusal>({
  "0": "disconnected",
  "3": "permission-missing",
  "10": "permission-missing",
  "33": "disconnected",
  "80007": "rate-limited",
  "130429": "rate-limited",
  "130472": "recipient-unreachable",
  "130497": "blocked-by-policy",
  "131005": "permission-missing",
  "131016": "unavailable",
  "131021": "recipient-unreachable",
  "131026": "recipient-unreachable",
  "131030": "recipient-unreachable",
  "131031": "blocked-by-policy",
  "131042": "blocked-by-policy",
  "131045": "disconnected",
  "131047": "window-closed",
  "131048": "rate-limited",
  "131049": "rate-limited",
  "131050": "recipient-unreachable",
  "131051": "unsupported",
  "131052": "unsupported",
  "131053": "unsupported",
  "131056": "rate-limited",
  "131057": "unavailable",
  "132000": "template-refused",
  "132001": "template-refused",
  "132005": "template-refused",
  "132007": "template-refused",
  "132012": "template-refused",
  "132015": "template-refused",
  "132016": "template-refused",
  "133010": "disconnected",
  "133016": "rate-limited",
  "368": "blocked-by-policy",
});

/** The code of an error answer, or of the `errors` of a failed status. */
export const refusalOf = ({ body }: { body: unknown }): Refusal | undefined => {
  const answer = nodeOf(body);
  return CODES.get(idOf(nodeOf(answer["error"])["code"], nodesOf(answer["errors"])[0]?.["code"]) ?? "");
};
