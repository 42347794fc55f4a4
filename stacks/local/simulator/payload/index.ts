import type { Platform, Visibility } from "../world.ts";
import { facebookComment } from "./facebook.ts";
import { instagramComment } from "./instagram.ts";
import { instagramMessage, messenger } from "./messaging.ts";
import type { Voice } from "./voice.ts";
import { whatsapp } from "./whatsapp.ts";
import { xDirectMessage, xPost } from "./x.ts";

export { pagePostId } from "./facebook.ts";
export type { Notice, Voice } from "./voice.ts";

const voices: Readonly<Record<Platform, Readonly<Record<Visibility, Voice>>>> = {
  x: { public: xPost, private: xDirectMessage },
  facebook: { public: facebookComment, private: messenger },
  instagram: { public: instagramComment, private: instagramMessage },
  whatsapp: { public: whatsapp, private: whatsapp },
};

/** How a platform tells what happens in public, or in private. */
export const voiceOf = (platform: Platform, visibility: Visibility): Voice => voices[platform][visibility];
