/** What the secure page does with a script; without one everything works by loading it again. */

type Line = { readonly id: string; readonly from: "customer" | "bank"; readonly text: string; readonly at: string };
type News = { readonly lines: readonly Line[]; readonly version: number };

const everyMilliseconds = 4_000;
const timeoutMilliseconds = 8_000;

/** Answers appear by themselves while somebody looks. */
const listen = (list: HTMLElement): void => {
  const { news = "", version = "0" } = list.dataset;
  let known = Number(version);
  const look = async (): Promise<void> => {
    if (document.visibilityState !== "visible") return;
    try {
      const patience = new AbortController();
      setTimeout(() => patience.abort(), timeoutMilliseconds);
      const response = await fetch(news, { cache: "no-store", signal: patience.signal });
      if (!response.ok) throw new Error();
      const { lines, version: now } = (await response.json()) as News;
      if (now !== known) draw(list, lines);
      known = now;
      show("offline", false);
    } catch {
      show("offline", true);
    }
  };
  const again = (): void => {
    void look().finally(() => setTimeout(again, everyMilliseconds));
  };
  setTimeout(again, everyMilliseconds);
  document.addEventListener("visibilitychange", () => void look());
};

const draw = (list: HTMLElement, lines: readonly Line[]): void => {
  if (lines.length === 0) return;
  list.replaceChildren(...lines.map((line) => item(list, line)));
  // What waited is answered.
  if (lines.at(-1)?.from === "bank") show("received", false);
  list.lastElementChild?.scrollIntoView({ block: "nearest" });
};

const item = (
  { dataset: { bank = "", locale, you = "", zone } }: HTMLElement,
  { at, from, text }: Line,
): HTMLElement => {
  const moment = element(
    "time",
    "",
    new Date(at).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone }),
  );
  moment.setAttribute("datetime", at);
  const who = element("p", "who", "");
  who.append(element("strong", "", from === "customer" ? you : bank), " ", moment);
  const line = element("li", `line ${from}`, "");
  line.append(who, element("p", "text", text));
  return line;
};

const element = (name: string, className: string, text: string): HTMLElement => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

const show = (id: string, isShown: boolean): void => {
  const found = document.getElementById(id);
  if (found !== null) found.hidden = !isShown;
};

const list = document.getElementById("lines");
if (list !== null) listen(list);
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-send]")) form.submit();
