import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Aspects, Stack } from "aws-cdk-lib";
import { Annotations, Match, Template } from "aws-cdk-lib/assertions";
import { Code } from "aws-cdk-lib/aws-lambda";
import { AwsSolutionsChecks } from "cdk-nag";
import * as Aws from "#stacks/aws";

/** Code is bundled elsewhere: a template is the same for any. */
const code = Code.fromInline("export const handler = async () => {};");

type Variables = Record<string, string>;
type Making = { variables?: Variables; knownSecrets?: Aws.KnownSecret[] };

/** The stack of a stage `test`, as the given variables choose it, not yet synthesised. */
export const furnishStack = ({ variables = {}, knownSecrets = [] }: Making = {}): Stack => {
  const stack = new Stack(new App(), "test-guichet", { env: { account: "111111111111", region: "eu-west-3" } });
  Aws.furnish(stack, {
    settings: Aws.readSettings("test", variables),
    codeOf: () => code,
    pageDir: emptyPage(),
    knownSecrets,
  });
  return stack;
};

export const synthesise = (variables: Variables = {}): Template => Template.fromStack(furnishStack({ variables }));

/** What AWS Solutions' rules still find, as `rule at place`. */
export const nagFindings = (variables: Variables = {}): string[] => {
  const stack = furnishStack({ variables });
  Aspects.of(stack).add(new AwsSolutionsChecks({ verbose: true }));
  const annotations = Annotations.fromStack(stack);
  return [
    ...annotations.findError("*", Match.stringLikeRegexp("AwsSolutions-.*")),
    ...annotations.findWarning("*", Match.stringLikeRegexp("AwsSolutions-.*")),
  ].map(({ id, entry }) => `${String(entry.data).slice(0, 120)} at ${id}`);
};

export type Resource = { Type: string; Properties: Record<string, unknown> };

export const resourcesOf = (template: Template, type: string): Record<string, Resource> =>
  template.findResources(type) as Record<string, Resource>;

/** The folder of a page that is built elsewhere. */
export const emptyPage = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "guichet-page-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  return folder;
};
