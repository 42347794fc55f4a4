export { Dossier, type Verdict, verify } from "./dossier.ts";
export {
  type Actor,
  digestBody,
  type Entry,
  genesis,
  hashEntry,
  isIntact,
  openEntry,
  sealEntry,
} from "./entry.ts";
