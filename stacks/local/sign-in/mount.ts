import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import type { InteractionResults } from "oidc-provider";
import { type Language, languageOf } from "../language.ts";
import type { Html } from "../layout.ts";

/** A form with a name or two in it; anything longer is not ours. */
const formLimitBytes = 1024;

export type SignIn = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Mounting = {
  readonly origin: string;
  /** Such as `/oidc`; the page of people is below it, at `/sign-in/`. */
  readonly mount: string;
  readonly page: (language: Language, uid: string) => Html;
  /** Who a form names; undefined for nobody. */
  readonly loginOf: (form: URLSearchParams) => InteractionResults["login"] | undefined;
};

/** A provider below a path, with the page on which one chooses who to be. Headers of pages are the caller's. */
export const mountProvider = (provider: Provider, mounting: Mounting): SignIn => {
  const { mount, origin } = mounting;
  const answer = provider.callback();
  return async (request, response) => {
    const url = new URL(request.url ?? "/", origin);
    // By whatever name it was called: the issuer has one.
    request.headers.host = url.host;
    if (url.pathname.startsWith(`${mount}/sign-in/`)) return choose(provider, mounting, { request, response, url });
    // The provider compares both to learn where it is mounted.
    Object.assign(request, { originalUrl: request.url, url: request.url?.slice(mount.length) || "/" });
    await answer(request, response);
  };
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly url: URL };

const choose = async (
  provider: Provider,
  { loginOf, page }: Mounting,
  { request, response, url }: Exchange,
): Promise<void> => {
  try {
    const { uid, params } = await provider.interactionDetails(request, response);
    const login = request.method === "POST" ? loginOf(await readForm(request)) : undefined;
    if (login !== undefined) {
      await provider.interactionFinished(request, response, { login });
      return;
    }
    const wishes = [url.searchParams.get("lang"), params["ui_locales"], request.headers["accept-language"]];
    response.setHeader("content-type", "text/html; charset=utf-8").setHeader("cache-control", "no-store");
    response.end(String(await page(languageOf(...wishes), uid)));
  } catch {
    // The question was answered already, or the process that asked it is gone: the page asks anew.
    response.writeHead(303, { location: "/" }).end();
  }
};

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let form = "";
  for await (const chunk of request) {
    form += chunk;
    if (form.length > formLimitBytes) return new URLSearchParams();
  }
  return new URLSearchParams(form);
};
