/** What a page was, as a customer's browser sees it without a script. */
export type Seen = {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** What a person reads. */
  readonly text: string;
};

export type Form = { readonly action: string; readonly fields: Readonly<Record<string, string>> };

const redirectsAtMost = 12;

type Options = {
  readonly headers?: Readonly<Record<string, string>>;
  /** What the customer chose on an earlier day; null for nothing. */
  readonly language?: "en" | null;
};

/** A browser with cookies and without scripts: it follows redirects and refreshes, and sends forms as they stand. */
export const openBrowser = ({ language = "en", ...options }: Options = {}) => {
  const cookies = new Map<string, string>(language === null ? [] : [["__Host-language", language]]);
  let seen: Seen | undefined;
  const request = async (url: string, init: RequestInit = {}): Promise<Seen> => {
    let [next, sent] = [url, init];
    for (let hops = 0; hops < redirectsAtMost; hops += 1) {
      const response = await fetch(next, {
        ...sent,
        redirect: "manual",
        headers: {
          "accept-language": "en",
          ...options.headers,
          cookie: cookieLine(cookies),
          ...(sent.headers as Record<string, string>),
        },
      });
      for (const line of response.headers.getSetCookie()) keepCookie(cookies, line);
      const html = await response.text();
      seen = { url: next, status: response.status, headers: response.headers, html, text: textOf(html) };
      const to = response.headers.get("location") ?? refreshOf(html);
      if (to === undefined || to === null) return seen;
      next = new URL(to, next).href;
      sent = {};
    }
    throw new Error("too many redirects");
  };
  const current = (): Seen => {
    if (seen === undefined) throw new Error("nothing is open");
    return seen;
  };
  /** The form whose action ends so; its button's name and value where it has some. */
  const form = (ending: string): Form => {
    const found = formsIn(current().html).find(({ action }) => action.replace(/#.*$/, "").endsWith(ending));
    if (found === undefined)
      throw new Error(`no form to ${ending} in ${current().url}: ${current().text.slice(0, 300)}`);
    return found;
  };
  const post = (
    action: string,
    fields: Readonly<Record<string, string>>,
    headers: Record<string, string> = {},
  ): Promise<Seen> => {
    const url = new URL(action, current().url);
    return request(url.href, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        origin: new URL(current().url).origin,
        ...headers,
      },
      body: new URLSearchParams(fields).toString(),
    });
  };
  const submit = (ending: string, fields: Readonly<Record<string, string>> = {}): Promise<Seen> => {
    const { action, fields: own } = form(ending);
    return post(action, { ...own, ...fields });
  };
  return { cookies, current, form, get: (url: string) => request(url), post, submit };
};
export type Browser = ReturnType<typeof openBrowser>;

const cookieLine = (cookies: ReadonlyMap<string, string>): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

const keepCookie = (cookies: Map<string, string>, line: string): void => {
  const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
  const name = pair.slice(0, pair.indexOf("="));
  const isOver = attributes.some((each) => /^(?:max-age=0|expires=thu, 01 jan 1970)/i.test(each));
  if (isOver) cookies.delete(name);
  else cookies.set(name, pair.slice(pair.indexOf("=") + 1));
};

const unescaped = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

const refreshOf = (html: string): string | undefined => {
  const found = /<meta http-equiv="refresh" content="0;url=([^"]+)"/.exec(html)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

const formsIn = (html: string): readonly Form[] =>
  [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].map(([, action = "", inside = ""]) => ({
    action: unescaped(action),
    fields: Object.fromEntries(
      [...inside.matchAll(/<(?:input|button)[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)].map(
        ([, name = "", value = ""]) => [name, unescaped(value)],
      ),
    ),
  }));

const textOf = (html: string): string =>
  unescaped(
    html
      .replace(/<(?:head|script|style)[\s\S]*?<\/(?:head|script|style)>/g, " ")
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " "),
  ).trim();
