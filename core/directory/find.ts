import * as Classification from "#core/classification";
import type { Audience, Directory, Place } from "./schema.ts";

/** Whom a handle belongs to by the bank's lists, and who answers them; undefined for everybody else. */
export const audienceOf = (
  handle: string | undefined,
  { people }: Directory,
): { readonly audience: Audience; readonly teamId: string } | undefined => {
  if (handle === undefined) return undefined;
  const wanted = plain(handle);
  return people.find(({ handles }) => handles.some((each) => plain(each) === wanted));
};

/** The branch that a text names, by its name or another; undefined where it names none, or several. */
export const branchIn = (text: string, { places }: Directory): Place | undefined => {
  const [named, ...others] = places.filter(
    ({ alsoCalled, kind, name }) => kind === "branch" && Classification.namesIn(text, [name, ...alsoCalled]).length > 0,
  );
  return others.length > 0 ? undefined : named;
};

const plain = (handle: string): string => handle.trim().replace(/^@/, "").toLowerCase();
