/** Article 17(1) of the General Data Protection Regulation, and the bank's own term. */
export const grounds = {
  term: "the bank's own term",
  "no-longer-needed": "data no longer needed",
  "consent-withdrawn": "consent withdrawn",
  objection: "objection to the processing",
  unlawful: "unlawful processing",
  "legal-obligation": "legal obligation to erase",
  child: "data collected from a child",
};
