/** The people of the demo bank. Their id is the subject of their token and the id of the agent they are. */
export const people = [
  { id: "camille", name: "Camille Moreau", role: "agent", teamIds: ["social"], capacity: 8, languages: ["fr", "en"] },
  { id: "yanis", name: "Yanis Benali", role: "agent", teamIds: ["social"], capacity: 8, languages: ["fr", "en"] },
  { id: "ines", name: "Inès Lambert", role: "supervisor", teamIds: ["social"], capacity: 4, languages: ["fr", "en"] },
  { id: "paul", name: "Paul Ferrand", role: "compliance", teamIds: [], capacity: 0, languages: ["fr", "en"] },
  { id: "rose", name: "Rose Achard", role: "admin", teamIds: [], capacity: 0, languages: ["fr", "en"] },
] as const;

export type Person = (typeof people)[number];

/** The person with this id, or the first one with this role. */
export const personOf = (idOrRole: string): Person | undefined =>
  people.find(({ id }) => id === idOrRole) ?? people.find(({ role }) => role === idOrRole);
