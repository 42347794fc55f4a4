import { existsSync } from "node:fs";
import { join } from "node:path";
import { type App, Stack } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import type { App as SstApp } from "sst/constructs";
import * as Aws from "#stacks/aws";
import { localSecrets } from "#stacks/local/secrets";

/**
 * Mounts Guichet on an SST app. The stack is CDK's own: SST's would add a function, a role and a policy that nobody
 * here needs and an auditor would ask about.
 */
export const mount = (app: SstApp): Promise<Stack> =>
  mountStage(app, { stage: app.stage, account: app.account, region: app.region });

type Place = { stage: string; account?: string; region?: string };

/**
 * The stack of a stage in any CDK app, its functions bundled from this very source.
 * @throws Error when the page is not built, or when a secret of a developer's machine would be uploaded
 */
export const mountStage = async (app: App, { stage, ...env }: Place): Promise<Stack> => {
  const root = process.cwd();
  const pageDir = join(root, ".build/web");
  if (!existsSync(join(pageDir, "index.html")))
    throw new Error("the page is not built: vite build --config web/vite.config.ts --outDir ../.build/web");
  for (const name of Aws.functionNames) await Aws.bundleFunction(name, { root, outdir: Aws.bundleFolder(root, name) });
  for (const folder of [pageDir, join(root, ".build/functions")]) Aws.refuseKnownSecretsIn(folder, knownSecrets());

  const settings = Aws.readSettings(stage, process.env);
  const stack = new Stack(app, `${stage}-guichet`, { env, terminationProtection: !settings.disposable });
  Aws.furnish(stack, {
    settings,
    codeOf: (name) => Code.fromAsset(Aws.bundleFolder(root, name)),
    pageDir,
    knownSecrets: knownSecrets(),
  });
  return stack;
};

/** The fixed secrets of `npm start`, and each of the tokens inside of one of them. */
const knownSecrets = (): Aws.KnownSecret[] =>
  Object.entries(localSecrets(undefined)).flatMap(([name, text]) =>
    text.startsWith("{") ? tokensIn(text).map((value) => ({ name, value })) : { name, value: text },
  );

const tokensIn = (json: string): string[] => Object.values(JSON.parse(json)).map(String);
