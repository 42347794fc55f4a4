/** Six months, in seconds. */
const hstsLeast = 15_768_000;
const broad = /(?:^|\s)(?:'unsafe-inline'|'unsafe-eval'|https?:|data:|\*)(?=\s|$)/;

type Judged = { readonly loses: number; readonly gains: number };
const gains = (points: number): Judged => ({ loses: 0, gains: points });
const loses = (points: number): Judged => ({ loses: points, gains: 0 });

/**
 * What Mozilla's HTTP Observatory gives a page for its headers: 100 points, less what is missing; above 90, more for what is
 * strict; A+ from 100 (github.com/mozilla/http-observatory, httpobs/docs/scoring.md).
 */
export const observatoryScore = (headers: Headers): number => {
  const judged = [policy, cookies, crossOrigin, transport, referrer, sniffing, framing, resources].map((judge) =>
    judge(headers),
  );
  const least = 100 - judged.reduce((sum, each) => sum + each.loses, 0);
  return least < 90 ? Math.max(0, least) : least + judged.reduce((sum, each) => sum + each.gains, 0);
};

const directivesOf = (headers: Headers): ReadonlyMap<string, string> =>
  new Map(
    (headers.get("content-security-policy") ?? "").split(";").map((each) => {
      const [name = "", ...sources] = each.trim().split(/\s+/);
      return [name, sources.join(" ")];
    }),
  );

const policy = (headers: Headers): Judged => {
  const directives = directivesOf(headers);
  const of = (name: string): string => directives.get(name) ?? directives.get("default-src") ?? "*";
  if (!headers.has("content-security-policy")) return loses(25);
  if (broad.test(of("script-src")) || broad.test(of("object-src"))) return loses(20);
  if (broad.test(of("img-src"))) return loses(10);
  if (broad.test(of("style-src"))) return gains(0);
  return gains(directives.get("default-src") === "'none'" ? 10 : 5);
};

const cookies = (headers: Headers): Judged => {
  const lines = headers.getSetCookie();
  if (lines.some((line) => !/;\s*secure(?:;|$)/i.test(line))) return loses(20);
  if (lines.some((line) => !/;\s*httponly(?:;|$)/i.test(line))) return loses(30);
  const isStrict = lines.length > 0 && lines.every((line) => /;\s*samesite=(?:lax|strict)/i.test(line));
  return gains(isStrict ? 5 : 0);
};

const crossOrigin = (headers: Headers): Judged =>
  headers.get("access-control-allow-origin") === "*" ? loses(50) : gains(0);

const transport = (headers: Headers): Judged => {
  const age = /max-age=(\d+)/.exec(headers.get("strict-transport-security") ?? "")?.[1];
  if (age === undefined) return loses(20);
  return Number(age) < hstsLeast ? loses(10) : gains(0);
};

const referrer = (headers: Headers): Judged => {
  const told = headers.get("referrer-policy");
  if (told === null) return gains(0);
  return ["no-referrer", "same-origin", "strict-origin"].includes(told) ? gains(5) : loses(5);
};

const sniffing = (headers: Headers): Judged =>
  headers.get("x-content-type-options") === "nosniff" ? gains(0) : loses(5);

const framing = (headers: Headers): Judged => {
  const ancestors = directivesOf(headers).get("frame-ancestors");
  if (ancestors !== undefined && !broad.test(ancestors)) return gains(5);
  return ["DENY", "SAMEORIGIN"].includes(headers.get("x-frame-options") ?? "") ? gains(0) : loses(20);
};

const resources = (headers: Headers): Judged => {
  const told = headers.get("cross-origin-resource-policy");
  if (told === "cross-origin") return loses(5);
  return gains(told === null ? 0 : 10);
};
