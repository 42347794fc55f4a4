import type { IncomingMessage, ServerResponse } from "node:http";
import type { JWK } from "jose";
import type Provider from "oidc-provider";
import { languageOf } from "../language.ts";
import { people } from "../person.ts";
import { signInPage } from "./page.ts";
import { createProvider } from "./provider.ts";

/** A form with one name in it; anything longer is not ours. */
const formLimitBytes = 1024;

export type SignIn = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The issuer below `/oidc`, with its page of people below `/oidc/sign-in/`. Headers of pages are the caller's. */
export const createSignIn = (origin: string, key: JWK): SignIn => {
  const provider = createProvider(origin, key);
  const answer = provider.callback();
  return async (request, response) => {
    const url = new URL(request.url ?? "/", origin);
    // By whatever name it was called: the issuer has one.
    request.headers.host = url.host;
    if (url.pathname.startsWith("/oidc/sign-in/")) return choose(provider, url, { request, response });
    // The provider compares both to learn where it is mounted.
    Object.assign(request, { originalUrl: request.url, url: request.url?.slice("/oidc".length) || "/" });
    await answer(request, response);
  };
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };

const choose = async (provider: Provider, url: URL, { request, response }: Exchange): Promise<void> => {
  try {
    const { uid, params } = await provider.interactionDetails(request, response);
    const accountId = request.method === "POST" ? await chosenPerson(request) : undefined;
    if (accountId !== undefined) {
      await provider.interactionFinished(request, response, { login: { accountId } });
      return;
    }
    const wishes = [url.searchParams.get("lang"), params["ui_locales"], request.headers["accept-language"]];
    response.setHeader("content-type", "text/html; charset=utf-8").setHeader("cache-control", "no-store");
    response.end(String(await signInPage(languageOf(...wishes), uid)));
  } catch {
    // The question was answered already, or the process that asked it is gone: the page asks anew.
    response.writeHead(303, { location: "/" }).end();
  }
};

const chosenPerson = async (request: IncomingMessage): Promise<string | undefined> => {
  let form = "";
  for await (const chunk of request) {
    form += chunk;
    if (form.length > formLimitBytes) return undefined;
  }
  const id = new URLSearchParams(form).get("person");
  return people.find((person) => person.id === id)?.id;
};
