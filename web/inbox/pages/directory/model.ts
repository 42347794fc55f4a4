import { AUDIENCES, type Audience, type Directory, type Place } from "../../data/api-types.ts";

type Named = Directory["people"][number];

export const listOf = ({ people }: Directory, audience: Audience, teamId: string): Named =>
  people.find((each) => each.audience === audience) ?? { audience, handles: [], teamId };

/** The directory with another list; an empty one is none. */
export const withList = (directory: Directory, list: Named): Directory => ({
  ...directory,
  people: AUDIENCES.flatMap((audience) => {
    const kept = audience === list.audience ? list : directory.people.find((each) => each.audience === audience);
    return kept === undefined ? [] : [kept];
  }),
});

/** As it is sent: lists that name nobody are left out. */
export const tidy = (directory: Directory): Directory => ({
  ...directory,
  people: directory.people.filter(({ handles }) => handles.length > 0),
});

export const newPlace = (teamId: string): Place => ({ id: "", kind: "branch", name: "", alsoCalled: [], teamId });
