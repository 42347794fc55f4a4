import type * as Entity from "#core/entity";
import * as Guard from "#core/guard";
import type { Runtime } from "./index.ts";

/** Links into the installation itself, and to where customers are identified, are the bank's. */
export const knownHosts = (
  { environment }: Pick<Runtime, "environment">,
  entity: Entity.Entity | undefined,
): readonly string[] => {
  const url = environment.WEB_ORIGIN === undefined ? null : URL.parse(environment.WEB_ORIGIN);
  const secure = entity?.secure;
  return [
    ...(url === null ? [] : [url.hostname]),
    ...(secure === undefined ? [] : [secure.host, new URL(secure.origin).hostname]),
  ];
};

type Approved = { readonly entity: Entity.Entity; readonly visibility: "public" | "private"; readonly text: string };

/**
 * What must not leave, in words that were approved once and that nobody reads again before they go: read when they are
 * kept, and again when they are to leave, for compliance may have decided since. Empty: they may go.
 */
export const blockedIn = async (
  runtime: Pick<Runtime, "environment" | "store">,
  { entity, text, visibility }: Approved,
): Promise<readonly Guard.Finding[]> => {
  const policy = await runtime.store.readGuard(entity.id);
  const findings = Guard.check(text, {
    visibility,
    policy,
    hosts: knownHosts(runtime, entity),
    redaction: entity.redaction,
  });
  return findings.filter(({ severity }) => severity === "block");
};

/** Their kinds, each once, for logs and for the log of a conversation. */
export const kindsOf = (findings: readonly Guard.Finding[]): readonly Guard.FindingKind[] => [
  ...new Set(findings.map(({ kind }) => kind)),
];
