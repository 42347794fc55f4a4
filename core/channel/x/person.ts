import { idOf, isNode, itemsOf, type Node, nodeOf, textOf } from "../json.ts";

type Person = { name?: string; handle?: string };

/** The people a delivery describes, by id. X sends a list or a map, each person plain or wrapped in `data`. */
export const peopleOf = (users: unknown): ReadonlyMap<string, Person> => {
  const people = new Map<string, Person>();
  for (const user of itemsOf(users)) {
    const id = idOf(bare(user)["id_str"], bare(user)["id"]);
    if (id) people.set(id, personOf(user));
  }
  if (isNode(users)) for (const [id, user] of Object.entries(users)) people.set(id, personOf(user));
  return people;
};

/** Name and handle of a user: `username` in API v2, `screen_name` in v1.1. */
export const personOf = (user: unknown): Person => {
  const name = textOf(bare(user)["name"]);
  const handle = textOf(bare(user)["username"], bare(user)["screen_name"]);
  return { ...(name && { name }), ...(handle && { handle }) };
};

const bare = (user: unknown): Node => (isNode(nodeOf(user)["data"]) ? nodeOf(nodeOf(user)["data"]) : nodeOf(user));
