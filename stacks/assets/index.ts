import { build } from "esbuild";

const folder = new URL("../../web/secure/", import.meta.url).pathname;

/** The secure page's own script and style, as they are sent. */
export const buildSecureAssets = async (): Promise<{ readonly script: string; readonly style: string }> => {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: { script: "page.ts", style: "page.css" },
    outdir: folder,
    write: false,
    bundle: true,
    minify: true,
    format: "esm",
    // Old telephones: what is five years old or younger.
    target: ["es2020", "safari14.1", "chrome90", "firefox90"],
    legalComments: "none",
    charset: "utf8",
    logLevel: "silent",
  });
  const textOf = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? "";
  return { script: textOf(".js"), style: textOf(".css") };
};
