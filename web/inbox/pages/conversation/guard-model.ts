import * as Guard from "#core/guard";
import type { Guarding } from "../../data/reply/api.ts";

export type Finding = Guard.Finding;

type Where = Guarding & { isPublic: boolean; language: string | null | undefined };

/** The rules that the server reads by, with the bank's own lists. */
export const findingsIn = (text: string, { hosts, isPublic, language, policy, redaction }: Where): readonly Finding[] =>
  Guard.check(text, {
    visibility: isPublic ? "public" : "private",
    policy,
    hosts: [...hosts, location.hostname],
    redaction,
    language: language ?? undefined,
  });
