import type { AssetPaths } from "./assets.ts";
import type { Frame, Html } from "./page/layout.ts";
import type { Page } from "./visit.ts";
import { wordsOf } from "./words/index.ts";

export type Draw = ReturnType<typeof createDraw>;

/** Pages in the reader's language. `here`: where the same page is read again; absent for what answers a form. */
export const createDraw = (assets: AssetPaths) => {
  const frame = (context: Page, here?: string): Frame => ({
    bank: context.get("bank"),
    words: wordsOf[context.get("language")],
    assets,
    forgeryToken: context.get("forgeryToken"),
    ...(here === undefined ? {} : { here }),
  });
  const page = async (context: Page, body: Html, status: 200 | 403 | 404 | 429 | 503 = 200): Promise<Response> =>
    context.html(String(await body), status);
  return { frame, page };
};
