/** Two years. */
const hstsSeconds = 63_072_000;

/** Features that browsers know, and that no page of ours has a use for. */
const deniedFeatures = [
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
  "publickey-credentials-get",
  "serial",
  "usb",
];

/**
 * The security headers that every page has, agents' and customers'; each has a content security policy of its own beside them.
 * OWASP HTTP Headers Cheat Sheet. Names are lower case.
 */
export const strict: Readonly<Record<string, string>> = {
  "strict-transport-security": `max-age=${hstsSeconds}; includeSubDomains`,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "permissions-policy": deniedFeatures.map((feature) => `${feature}=()`).join(", "),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/**
 * CloudFront sends it along to the customers' page, with the secret that it was deployed with: the request came through our
 * own distribution.
 */
export const edge = "x-guichet-edge";
