import { distance } from "fastest-levenshtein";
import { skeletonOf } from "./skeleton.ts";

/** Why somebody may be taken for the bank: the same to the eye, a letter away, its name with a service's, its name. */
export const likenesses = ["same-to-the-eye", "few-letters", "with-a-service", "same-name"] as const;
export type Likeness = (typeof likenesses)[number];

type Person = { readonly name?: string | undefined; readonly handle?: string | undefined };
type Account = { readonly name: string; readonly handle?: string | undefined };

/**
 * Whether an author looks like one of the bank's own accounts. A short name is near many others by chance, so the shorter
 * it is the fewer letters may differ; the bank's own accounts are never taken for an impostor.
 */
export const likenessOf = (person: Person, accounts: readonly Account[]): Likeness | undefined => {
  if (accounts.some(({ handle }) => handle !== undefined && plain(handle) === plain(person.handle ?? ""))) {
    return undefined;
  }
  const handles = accounts.flatMap(({ handle }) => (handle === undefined ? [] : [handle]));
  const byHandle = person.handle === undefined ? undefined : handleLikeness(person.handle, handles);
  if (byHandle !== undefined) return byHandle;
  const name = skeletonOf(person.name ?? "");
  const names = accounts.map((account) => skeletonOf(account.name)).filter((each) => each.length >= shortest);
  if (names.includes(name)) return "same-name";
  return names.some((each) => isWithService(name, each)) ? "with-a-service" : undefined;
};

const handleLikeness = (handle: string, own: readonly string[]): Likeness | undefined => {
  const skeleton = skeletonOf(handle);
  const shapes = own.map(skeletonOf).filter((each) => each.length >= shortest);
  if (shapes.includes(skeleton)) return "same-to-the-eye";
  if (shapes.some((each) => distance(each, skeleton) <= lettersFor(each))) return "few-letters";
  return shapes.some((each) => isWithService(skeleton, each)) ? "with-a-service" : undefined;
};

/** Below this many letters a name is everybody's. */
const shortest = 5;

const lettersFor = (name: string): number => (name.length >= 10 ? 2 : 1);

/** How impostors call themselves beside the bank's name: "@BanqueImaginaire_SAV". */
const services = [
  ..."service services client clients sav support help helpdesk helper aide assistance assistant assist".split(" "),
  ..."conseiller conseillers officiel officielle official secours securite security secure team equipe".split(" "),
  ..."care customer desk fraude fraud antifraude opposition bank banque france fr uk info infos contact".split(" "),
  ..."message messages reponse hotline online enligne relation relations reclamation bot".split(" "),
].map(skeletonOf);
/** Digits at the end, the usual way to a free handle, are letters by now: "24" is "2a". */
const digits = "[oieasbt269]";
const onlyServices = new RegExp(`^(?:(?:${services.join("|")})+${digits}{0,4}|${digits}{1,2})$`);

const isWithService = (name: string, own: string): boolean => {
  const rest = name.replace(own, "");
  return rest !== name && rest !== "" && onlyServices.test(rest);
};

const plain = (handle: string): string => handle.replace(/^@/, "").toLowerCase();
