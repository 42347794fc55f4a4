/** The people of the demo bank. Their id is the subject of their token and the id of the agent they are. */
export const people = [
  {
    id: "camille",
    name: "Camille Moreau",
    role: "agent",
    teamIds: ["social", "messaging"],
    capacity: 8,
    languages: ["fr", "en"],
    skills: ["payments", "online-banking"],
  },
  {
    id: "yanis",
    name: "Yanis Benali",
    role: "agent",
    teamIds: ["social", "messaging"],
    capacity: 8,
    languages: ["fr", "en"],
    skills: ["branch", "complaint"],
  },
  {
    id: "nadia",
    name: "Nadia Roussel",
    role: "agent",
    teamIds: ["messaging", "fraud"],
    capacity: 6,
    languages: ["fr"],
    skills: ["fraud", "cards"],
  },
  {
    id: "tom",
    name: "Tom Whitfield",
    role: "agent",
    teamIds: ["social"],
    capacity: 6,
    languages: ["en"],
    skills: ["loans", "payments"],
  },
  {
    id: "ines",
    name: "Inès Lambert",
    role: "supervisor",
    teamIds: ["social", "messaging", "press"],
    capacity: 4,
    languages: ["fr", "en"],
    skills: [],
  },
  {
    id: "paul",
    name: "Paul Ferrand",
    role: "compliance",
    teamIds: [],
    capacity: 0,
    languages: ["fr", "en"],
    skills: [],
  },
  { id: "rose", name: "Rose Achard", role: "admin", teamIds: [], capacity: 0, languages: ["fr", "en"], skills: [] },
] as const;

export type Person = (typeof people)[number];

/** The person with this id, or the first one with this role. */
export const personOf = (idOrRole: string): Person | undefined =>
  people.find(({ id }) => id === idOrRole) ?? people.find(({ role }) => role === idOrRole);
