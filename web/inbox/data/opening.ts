import { language, startLanguage } from "../language/index.ts";
import { filterOf } from "../pages/frame/model.ts";
import { createApi } from "./api.ts";
import type { Me } from "./api-types.ts";
import { fetchFirstPage } from "./inbox/first-page.ts";
import type { Session } from "./session.ts";

/** The words are fetched while it is asked who is there. */
const speaking = startLanguage();

export type Beginning = ReturnType<typeof begin>;

/** Asks for what the first view shows, while the code that draws it is still being read. */
export const begin = (session: Session) => {
  const renew = async () => (await session.renew()) === "renewed";
  const api = createApi({ url: "/api", language, token: session.token, renew });
  const me: Promise<Me> = api.me();
  // Whoever draws the page hears of its failure, a moment later.
  me.catch(() => undefined);
  const firstPage = fetchFirstPage(api, filterOf(Object.fromEntries(new URLSearchParams(location.search))));
  return { api, session, me, firstPage, speaking };
};
