import { afterCue } from "../cue.ts";
import { Family } from "../glance.ts";
import type { Detector } from "../reading.ts";

/** Expiry of a card beside its cue: month and year, never a day. PCI DSS 4.0.1, 3.2.1: not kept without a need. */
export const expiry: Detector = {
  name: "expiry",
  digits: 3,
  families: Family.expiry,
  detect: (reading) => {
    for (const { start, end } of afterCue(
      reading,
      cue,
      /[^0-9\n.!?]{0,24}?(?=\d|\b(?:jan|fev|feb|mar|apr|avr|mai|may|jui|jun|jul|aou|aug|sep|oct|okt|nov|dec|dez|ene|ago|dic|gen|giu|lug|set|ott|abr|maa|mrt|out))/y,
      value,
    ))
      reading.hits.push({ kind: "expiry", start, end, rule: "expiry.cue" });
  },
};

const cue =
  /(?<![a-z])(?:exp(?:\.|ire[sd]?|iry|iration|irant|irera|iring)?|valable|valid(?: ?(?:thru|until|till|to|through))?|(?:fin de )?validite|echeance|ablauf(?:datum)?|gultig(?: bis)?|lauft ab|caduca|caducidad|vence|vencimiento|scade|scadenza|vervalt|vervaldatum|geldig(?: tot)?|validade|valid[oa] (?:ate|hasta|fino))(?![a-z])/g;
export const monthAndYear =
  "(?:(?:0[1-9]|1[0-2]|[1-9](?=[ /.-]))(?: ?[/.-] ?| )?(?:20[1-4]\\d|[1-4]\\d)|" +
  "(?:jan|fev|feb|mar|apr|avr|mai|may|jui|jun|jul|aou|aug|sep|oct|okt|nov|dec|dez|ene|ago|dic|gen|giu|lug|set|ott|abr|maa|mrt|out)[a-z]{0,8}\\.? ?(?:20[1-4]\\d|[2-4]\\d))";
const value = new RegExp(`${monthAndYear}(?!\\d|[/.-]\\d| ?(?:€|eur|h\\d|%))`, "y");
