import { existsSync } from "node:fs";
import { join } from "node:path";
import { type App, Stack } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { localSecrets } from "#stacks/local/secrets";
import { bundleFolder, bundleFunction } from "./bundle.ts";
import { furnish } from "./furnish.ts";
import { type KnownSecret, refuseKnownSecretsIn } from "./guard.ts";
import { carryPackages } from "./native.ts";
import { functionNames } from "./plan.ts";
import { readSettings } from "./settings.ts";

type Place = {
  stage: string;
  /** The project's root: sources are bundled from here. */
  root: string;
  /** Folder of the built page. */
  pageDir?: string;
  /** Absent: any account, any region. */
  env?: { account: string; region: string };
  variables: Readonly<Record<string, string | undefined>>;
};

/**
 * The stack of a stage in a CDK app, its functions bundled from this very source.
 * With an account to go to, the packages with native parts are put beside their functions.
 * @throws Error when the page is not built, or when a secret of a developer's machine would be uploaded
 */
export const createStage = async (app: App, place: Place): Promise<Stack> => {
  const { stage, root, env, pageDir = join(root, ".build/web"), variables } = place;
  if (!existsSync(join(pageDir, "index.html"))) throw new Error("the page is not built: npm run build:page");
  await Promise.all(functionNames.map((name) => bundleFunction(name, { root, outdir: bundleFolder(root, name) })));
  if (env) await carryPackages(root);
  for (const folder of [pageDir, join(root, ".build/functions")]) refuseKnownSecretsIn(folder, knownSecrets());

  const settings = readSettings(stage, variables);
  const stack = new Stack(app, `${stage}-guichet`, {
    description: `Guichet, stage ${stage}`,
    terminationProtection: !settings.disposable,
    ...(env && { env }),
  });
  const codeOf = (name: (typeof functionNames)[number]) => Code.fromAsset(bundleFolder(root, name));
  furnish(stack, { settings, codeOf, pageDir, knownSecrets: knownSecrets() });
  return stack;
};

/** The fixed secrets of `npm start`, and each of the tokens inside of one of them. */
const knownSecrets = (): KnownSecret[] =>
  Object.entries(localSecrets(undefined)).flatMap(([name, text]) =>
    text.startsWith("{") ? tokensIn(text).map((value) => ({ name, value })) : { name, value: text },
  );

const tokensIn = (json: string): string[] => Object.values(JSON.parse(json)).map(String);
