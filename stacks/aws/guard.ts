import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CfnElement, type Stack } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** A secret that everybody knows, by the name of its variable. */
export type KnownSecret = { name: string; value: string };

/**
 * Makes synthesis fail when a secret of a developer's machine would be part of the stack. A message names the secret
 * and the place, never the value.
 */
export const refuseKnownSecrets = (stack: Stack, known: readonly KnownSecret[]): void =>
  stack.node.addValidation({
    validate: () =>
      stack.node.findAll().flatMap((construct) => findings(construct.node.path, render(stack, construct), known)),
  });

/**
 * The same for a folder that would be uploaded.
 * @throws Error naming the file and the secret
 */
export const refuseKnownSecretsIn = (folder: string, known: readonly KnownSecret[]): void => {
  const found = globSync("**/*.{js,mjs,json,html,css,map}", { cwd: folder }).flatMap((file) =>
    findings(join(folder, file), readFileSync(join(folder, file), "utf8"), known),
  );
  if (found.length > 0) throw new Error(found.join("\n"));
};

const findings = (place: string, text: string, known: readonly KnownSecret[]): string[] =>
  known
    .filter(({ value }) => text.includes(value))
    .map(({ name }) => `${place} holds the local default of ${name}: it must never reach AWS`);

const render = (stack: Stack, construct: IConstruct): string =>
  CfnElement.isCfnElement(construct) ? JSON.stringify(stack.resolve(construct._toCloudFormation())) : "";
