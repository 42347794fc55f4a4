/**
 * The accounts of the demo bank on the platforms. They belong to nobody: the simulator alone knows them.
 * WhatsApp's id is that of the phone number, as in `POST /{phone-number-id}/messages`.
 */
export const accounts = {
  x: { id: "900100200300", name: "Banque Lumière", handle: "BanqueLumiere" },
  facebook: { id: "900100200301", name: "Banque Lumière" },
  instagram: { id: "900100200302", name: "Banque Lumière", handle: "banquelumiere" },
  whatsapp: { id: "900100200303", name: "Banque Lumière" },
} as const;

/** The bearer tokens the simulator accepts, by `platform:account`. Fixed and worthless anywhere else. */
export const channelTokens: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(accounts).map(([platform, { id }]) => [`${platform}:${id}`, `local-${platform}-token`]),
);
