declare module "dynalite" {
  import type { Server } from "node:http";
  /** `path`: the LevelDB folder, absent for memory. `createTableMs`: how long a new table stays CREATING. */
  export default function dynalite(options?: { path?: string; createTableMs?: number }): Server;
}
