import type { Platform, Thread, Visibility } from "./world.ts";

/** Where a customer may write. A story is a private message to the bank. */
export const places = [
  "x.public",
  "x.private",
  "facebook.public",
  "facebook.private",
  "instagram.public",
  "instagram.private",
  "instagram.story",
  "whatsapp.private",
] as const;
export type Place = (typeof places)[number];

export const platformOf = (place: Place): Platform => place.split(".")[0] as Platform;

export const visibilityOf = (place: Place): Visibility => (place.endsWith(".public") ? "public" : "private");

/** Where somebody goes on writing: where they wrote last. */
export const lastPlaceOf = ({ entries, platform }: Thread): Place =>
  placeOf(platform, entries.at(-1)?.visibility ?? "public");

export const placeOf = (platform: Platform, visibility: Visibility): Place =>
  platform === "whatsapp" ? "whatsapp.private" : `${platform}.${visibility}`;

export const placesOn = (platform: Platform): readonly Place[] =>
  places.filter((place) => platformOf(place) === platform);
