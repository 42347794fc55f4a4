type Options = {
  /** Origins the page may call besides its own: the issuer, its token endpoint, the live WebSocket. */
  connect: string[];
};

/**
 * The security headers of every page, for CloudFront and for this machine alike.
 * Content Security Policy Level 3 (W3C); the values follow the OWASP HTTP Headers Cheat Sheet.
 * Names are lower case. Throws a TypeError on a source that would add a directive of its own.
 */
export const pageHeaders = ({ connect }: Options): Record<string, string> => ({
  "content-security-policy": contentSecurityPolicy(connect),
  "strict-transport-security": `max-age=${HSTS_SECONDS}; includeSubDomains`,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "permissions-policy": DENIED_FEATURES.map((feature) => `${feature}=()`).join(", "),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
});

/** Two years. */
const HSTS_SECONDS = 63_072_000;

const DENIED_FEATURES = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
];

const contentSecurityPolicy = (connect: string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // blob: pictures of customers are fetched with the token and shown from memory; an address would have to hold it.
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    ["connect-src 'self'", ...connect.map(source)].join(" "),
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");

const source = (origin: string): string => {
  if (origin === "" || /[\s;,'*]/.test(origin)) throw new TypeError("a source of the policy is one plain origin");
  return origin;
};
