import type * as Channel from "#core/channel";

/** Where a picture may be fetched: a host, or with a dot before it all hosts below; and who may be shown our token. */
type Host = { readonly host: string; readonly takesToken?: true };

const meta: readonly Host[] = [
  { host: "lookaside.fbsbx.com" },
  { host: ".fbsbx.com" },
  { host: ".fbcdn.net" },
  { host: ".cdninstagram.com" },
];

/**
 * Sources: docs.x.com (media objects; direct messages: media), developers.facebook.com (Messenger and Instagram webhooks;
 * WhatsApp Cloud API, media).
 */
const hosts: { readonly [C in Channel.Channel]: readonly Host[] } = {
  "x.mention": [{ host: "pbs.twimg.com" }],
  "x.dm": [{ host: "pbs.twimg.com" }, { host: "ton.twitter.com", takesToken: true }],
  "facebook.comment": meta,
  messenger: meta,
  "instagram.comment": meta,
  "instagram.dm": meta,
  whatsapp: [{ host: "lookaside.fbsbx.com", takesToken: true }],
  secure: [],
};

/** What a fetch may do: `isTrusted` origins are taken as they are, the others by https at a public address only. */
export type Admission = { readonly url: URL; readonly takesToken: boolean; readonly isTrusted: boolean };

/**
 * Whether a picture of a channel may be fetched at an address. `trusted`: origins, such as `http://127.0.0.1:3000`, that
 * whoever runs the system vouches for.
 */
export const admit = (address: string, channel: Channel.Channel, trusted: readonly string[]): Admission | undefined => {
  const url = URL.parse(address);
  if (url === null || url.username !== "" || url.password !== "") return undefined;
  if (trusted.includes(url.origin)) return { url, takesToken: true, isTrusted: true };
  if (url.protocol !== "https:" || url.port !== "") return undefined;
  const known = hosts[channel].find(({ host }) =>
    host.startsWith(".") ? url.hostname.endsWith(host) : url.hostname === host,
  );
  return known === undefined ? undefined : { url, takesToken: known.takesToken === true, isTrusted: false };
};

/**
 * Whether an IP address is one of the public internet: not of this machine, a private network, a link, a carrier, a
 * documentation, a benchmark, a group or the future, also when written inside another (IANA special-purpose registries).
 */
export const isPublicAddress = (address: string): boolean => {
  const four = fourOf(address);
  if (four !== undefined) return !reserved.some(([network, bits]) => isWithin(four, network, bits));
  const eight = eightOf(address);
  // 2000::/3 is all that is given out; 2001::/23, 2001:db8::/32, 2002::/16 and 3fff::/20 in it are not for hosts.
  if (eight === undefined || ((eight[0] ?? 0) & 0xe000) !== 0x2000) return false;
  const [first = 0, second = 0] = eight;
  return !(
    (first === 0x2001 && (second < 0x200 || second === 0x0db8)) ||
    first === 0x2002 ||
    (first === 0x3fff && second < 0x1000)
  );
};

type Four = number;

const fourOf = (address: string): Four | undefined => {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
};

const reserved: readonly (readonly [network: string, bits: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

const isWithin = (address: Four, network: string, bits: number): boolean => {
  const size = 2 ** (32 - bits);
  return Math.floor(address / size) === Math.floor((fourOf(network) ?? 0) / size);
};

/** The eight groups of an IPv6 address; undefined for what is none, or holds an IPv4 address in dots. */
const eightOf = (address: string): readonly number[] | undefined => {
  const halves = address.split("::");
  if (halves.length > 2 || !/^[0-9a-f:]+$/i.test(address)) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - left.length - right.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => "0"), ...right];
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : undefined;
};
