import type { Detector } from "../reading.ts";

/** Electronic mail addresses (RFC 5321 dot-string at a domain), also spelt: "(at)", "[dot]", "arobase … point". */
export const detectEmails: Detector = (reading) => {
  const { lower } = reading;
  for (let at = lower.indexOf("@"); at >= 0; at = lower.indexOf("@", at + 1)) {
    const local = /[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64} ?$/.exec(lower.slice(Math.max(0, at - 65), at));
    const domain = /^ ?[a-z0-9-]{1,63}(?: ?\. ?[a-z0-9-]{1,63}){0,5} ?\. ?[a-z][a-z0-9-]{1,23}/.exec(
      lower.slice(at + 1, at + 160),
    );
    if (local === null || domain === null) continue;
    if (local[0].endsWith(" ") && !domain[0].startsWith(" ")) continue;
    const start = at - local[0].length;
    reading.hits.push({ kind: "email", start, end: at + 1 + domain[0].length, rule: "email.address" });
  }
};
