import type { Agent, Role } from "../../data/api-types.ts";
import type { Profile } from "../../data/people/api.ts";

export const ROLES = ["agent", "supervisor", "compliance", "admin"] as const satisfies readonly Role[];

/** Work is given to these; the others read, and decide. */
export const answers = (role: Role): boolean => role === "agent" || role === "supervisor";

/** Eight conversations at a time, until somebody says otherwise. */
const USUAL_CAPACITY = 8;

export const newProfile = (languages: readonly string[]): Profile => ({
  name: "",
  role: "agent",
  teamIds: [],
  capacity: USUAL_CAPACITY,
  languages: [...languages],
});

export const ticked = (list: readonly string[] | undefined, value: string, isOn: boolean): string[] => {
  const others = (list ?? []).filter((each) => each !== value);
  return isOn ? [...others, value] : others;
};

/** Those of a role, a team or a name that holds these letters. */
export const found = (people: readonly Agent[], query: string, language: string): Agent[] => {
  const wanted = query.trim().toLocaleLowerCase(language);
  return people
    .filter(({ id, name }) => `${name} ${id}`.toLocaleLowerCase(language).includes(wanted))
    .toSorted((left, right) => left.name.localeCompare(right.name, language));
};
