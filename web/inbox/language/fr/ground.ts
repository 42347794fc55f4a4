import type { grounds as english } from "../en/ground.ts";

export const grounds: typeof english = {
  term: "durée de conservation fixée par la banque",
  "no-longer-needed": "données qui ne sont plus nécessaires",
  "consent-withdrawn": "retrait du consentement",
  objection: "opposition au traitement",
  unlawful: "traitement illicite",
  "legal-obligation": "obligation légale d’effacement",
  child: "données collectées auprès d’un enfant",
};
