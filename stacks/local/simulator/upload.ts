import { newId } from "./id.ts";
import type { Platform } from "./world.ts";

/** A file as a platform keeps it for the message that shows it. */
export type SentFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

export type Uploads = {
  /** Keeps a file; answers its id, or nothing where the platform does not take such a one. */
  take(platform: Platform, file: File): Promise<string | undefined>;
  find(platform: Platform, id: string): SentFile | undefined;
};

const TYPES: Readonly<Record<Platform, readonly string[]>> = {
  x: ["image/jpeg"],
  facebook: ["image/jpeg", "application/pdf"],
  instagram: ["image/jpeg", "application/pdf"],
  whatsapp: ["image/jpeg", "application/pdf"],
};

/** X takes pictures of 5 MB, and no platform less (docs.x.com, x-api/media). */
const mostBytes = 5 * 1024 * 1024;

/** Files that the bank uploaded, in memory only; each is known to the platform that it was given to. */
export const createUploads = (): Uploads => {
  const files = new Map<string, SentFile>();
  return {
    take: async (platform, file) => {
      if (!TYPES[platform].includes(file.type) || file.size > mostBytes) return undefined;
      const id = newId(Date.now());
      files.set(`${platform}:${id}`, { name: file.name, type: file.type, bytes: await file.bytes() });
      return id;
    },
    find: (platform, id) => files.get(`${platform}:${id}`),
  };
};
