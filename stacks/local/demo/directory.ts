import type * as Directory from "#core/directory";

/** Whom the demo bank's press office answers, where customers go, and what they call the bank. */
export const directory: Directory.Directory = {
  version: 1,
  people: [
    { audience: "press", handles: ["@lecourrierdusoir", "@radioplacette"], teamId: "press" },
    { audience: "influencer", handles: ["@argent_malin"], teamId: "press" },
  ],
  places: [
    {
      id: "tilleuls",
      kind: "branch",
      name: "Agence des Tilleuls",
      alsoCalled: ["Les Tilleuls"],
      teamId: "social",
    },
    { id: "home-loans", kind: "expert", name: "Crédit immobilier", alsoCalled: [], teamId: "social" },
  ],
  names: ["Lumière", "LaLumiere"],
};
