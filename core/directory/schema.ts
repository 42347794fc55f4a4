import * as z from "zod";

const TeamId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "a team's id");

/** Whom a bank answers otherwise than a customer. */
export const audiences = ["press", "influencer", "employee"] as const;
export type Audience = (typeof audiences)[number];

/** As people write one: with or without @, capitals do not matter. */
const Handle = z
  .string()
  .trim()
  .regex(/^@?[^\s@]{1,60}$/u, "a handle without spaces, such as @lecourrierdusoir");

const PeopleList = z.strictObject({
  audience: z.enum(audiences),
  handles: z.array(Handle).max(1_000),
  /** The press office, HR: its agents alone are given what these people write. */
  teamId: TeamId,
});

/** Somewhere in the bank that has a name of its own. */
const Place = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lower-case letters, digits and dashes, at most 40"),
  kind: z.enum(["branch", "expert"]),
  name: z.string().trim().min(1).max(80),
  /** Other names that customers have for it. */
  alsoCalled: z.array(z.string().trim().min(2).max(80)).max(10),
  /** Who answers for it. */
  teamId: TeamId,
});
export type Place = z.infer<typeof Place>;

/** Who writes to the bank that is no customer, where it has branches and experts, and what it is called. */
export const Directory = z
  .strictObject({
    version: z.number().int().min(0),
    people: z.array(PeopleList).max(audiences.length),
    places: z.array(Place).max(500),
    /** The bank's names, with the nicknames and misspellings it has met: why a post that tags nobody was found. */
    names: z.array(z.string().trim().min(2).max(80)).max(50),
  })
  .superRefine(({ people, places }, context) => {
    for (const [path, ids] of [
      ["people", people.map(({ audience }) => audience)],
      ["places", places.map(({ id }) => id)],
    ] as const) {
      if (new Set<string>(ids).size < ids.length) {
        context.addIssue({ code: "custom", path: [path], message: "each is there once" });
      }
    }
  });
export type Directory = z.infer<typeof Directory>;

export const emptyDirectory: Directory = { version: 0, people: [], places: [], names: [] };

/** Which parts differ, for the log. */
export const differences = (before: Directory, after: Directory): readonly string[] =>
  (["people", "places", "names"] as const).filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );
