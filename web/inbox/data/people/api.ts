import type { Api } from "../api.ts";
import type { Agent, Page, Role } from "../api-types.ts";

/** All that is kept of a person beside their id; `revision` goes back as it was read. */
export type Profile = {
  revision?: number;
  name: string;
  role: Role;
  teamIds: string[];
  capacity: number;
  languages: string[];
  skills?: string[];
  probation?: boolean;
  approver?: boolean;
};

const person = (id: string) => `/agents/${encodeURIComponent(id)}`;

export const peopleApi = ({ http }: Pick<Api, "http">) => {
  const command = (method: string, path: string, body?: unknown) =>
    http.command<void>(method, path, crypto.randomUUID(), body);
  return {
    list: async () => (await http.read<Page<Agent>>("/agents")).items,
    read: (id: string) => http.read<Profile>(person(id)),
    save: (id: string, profile: Profile) => command("PUT", person(id), profile),
    remove: (id: string) => command("DELETE", person(id)),
  };
};
