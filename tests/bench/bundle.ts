import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import * as Aws from "#stacks/aws";

type Figure = { figure: string; value: number; unit: string };

const root = process.cwd();
const processes = 5;

/**
 * What a function weighs and how long a fresh Node takes to import it: as deployed, with the AWS SDK inside, and with
 * the SDK beside it, read from node_modules as Lambda's runtime would read its own.
 */
export async function* run(): AsyncGenerator<Figure> {
  for (const name of Aws.functionNames) {
    for (const withSdk of [true, false]) {
      const outdir = join(root, ".build/bench", withSdk ? "inside" : "beside", name);
      const { metafile } = await Aws.bundleFunction(name, { root, outdir, withSdk });
      const sizes = Object.values(metafile.outputs).map((output) => output.bytes);
      const label = `${name}, AWS SDK ${withSdk ? "inside" : "beside"}`;
      yield { figure: `bundle of ${label}`, value: sizes.reduce((sum, size) => sum + size, 0), unit: "bytes" };
      yield { figure: `import of ${label}`, value: await medianImport(join(outdir, "index.mjs")), unit: "ms" };
    }
  }
}

const medianImport = async (file: string): Promise<number> => {
  const times: number[] = [];
  for (let count = 0; count < processes; count += 1) times.push(await importOnce(file));
  return times.sort((a, b) => a - b)[Math.floor(processes / 2)] ?? Number.NaN;
};

const script = `
const start = performance.now();
await import(process.argv[1]);
process.stdout.write("\\n" + (performance.now() - start).toFixed(1));
process.exit(0);
`;

const importOnce = async (file: string): Promise<number> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", script, pathToFileURL(file).href],
    { env: surroundings },
  );
  return Number(stdout.split("\n").at(-1));
};

/** What a function reads when it starts; nothing is called. */
const surroundings = {
  AWS_REGION: "eu-west-3",
  AWS_ACCESS_KEY_ID: "none",
  AWS_SECRET_ACCESS_KEY: "none",
  TABLE_NAME: "bench",
  LIVE_ENDPOINT: "https://live.invalid",
  LIVE_URL: "wss://live.invalid",
  WEB_ORIGIN: "https://page.invalid",
  OIDC_ISSUER: "https://sign-in.invalid",
  OIDC_AUDIENCE: "bench",
};
