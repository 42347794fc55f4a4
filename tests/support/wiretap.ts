import { ClientRequest, type IncomingMessage } from "node:http";
import { vi } from "vitest";

/** Fields, headers and parameters that hold what opens something. */
const telling =
  /^(?:access_token|refresh_token|id_token|id_token_hint|token|idtoken|refreshtoken|attempt|code|code_verifier|state|nonce|client_secret|client_assertion|assertion|ticket|proof|form|visit|invitation|hub\.verify_token|appsecret_proof|authorization|cookie|set-cookie|x-edge-key)$/i;
/** Shorter values are words and numbers; those with a space are sentences. */
const opening = /^[^\s"<>]{12,}$/;

/**
 * Listens to every request and answer of this process, `fetch` and Node's own client, and gathers what would open something to whoever
 * read it in a log: tokens, codes, cookies, verifiers, proofs. From where it is called on.
 */
export const tapWires = () => {
  const heard = new Map<string, string>();
  const note = (name: string, value: string) => {
    for (const each of [value, decoded(value)]) if (opening.test(each) && !heard.has(each)) heard.set(each, name);
  };
  const noteText = (text: string) => {
    for (const [, name = "", value = ""] of text.matchAll(/"([\w.-]{2,40})":\s*"([^"]{12,})"/g)) {
      if (telling.test(name) && !isWord(value)) note(name, value);
    }
    for (const [, name = "", value = ""] of text.matchAll(/name="([\w.-]{2,40})"[^>]*?value="([^"]{12,})"/g)) {
      if (telling.test(name)) note(name, value);
    }
    for (const [, name = "", value = ""] of text.matchAll(/(?:^|[?&#\s])([\w.]{2,40})=([^&\s"<>]{12,})/g)) {
      if (telling.test(name)) note(name, value);
    }
  };
  const noteHeader = (name: string, line: string) => {
    if (!telling.test(name)) return noteText(line);
    if (/cookie$/i.test(name)) {
      for (const pair of line.split(/;\s*/)) note(`cookie ${pair.split("=", 1)[0]}`, pair.slice(pair.indexOf("=") + 1));
    } else {
      note(name, line.replace(/^\w+ /, ""));
      for (const [, value = ""] of line.matchAll(/="([^"]+)"/g)) note(`${name}, a part`, value);
    }
  };

  const real = globalThis.fetch;
  const fetchSpy = vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    noteText(request.url);
    request.headers.forEach((value, name) => void noteHeader(name, value));
    if (typeof init?.body === "string" || init?.body instanceof URLSearchParams) noteText(String(init.body));
    const response = await real(input, init);
    response.headers.forEach((value, name) => void noteHeader(name, value));
    if (/json|html|form/.test(response.headers.get("content-type") ?? "")) noteText(await response.clone().text());
    return response;
  });
  const end = ClientRequest.prototype.end;
  const endSpy = vi.spyOn(ClientRequest.prototype, "end").mockImplementation(function (
    this: ClientRequest,
    ...given: unknown[]
  ) {
    noteText(this.path);
    for (const [name, value] of Object.entries(this.getHeaders())) noteHeader(name, String(value));
    if (typeof given[0] === "string") noteText(given[0]);
    this.prependOnceListener("response", (response: IncomingMessage) => {
      for (const [name, value] of Object.entries(response.headers)) noteHeader(name, String(value));
      const push = response.push.bind(response);
      const chunks: Buffer[] = [];
      response.push = (chunk: unknown, encoding?: BufferEncoding) => {
        if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
        if (chunk === null) noteText(Buffer.concat(chunks).toString());
        return push(chunk, encoding);
      };
    });
    return Reflect.apply(end, this, given) as ClientRequest;
  });
  return {
    /** What was heard, by the value, and where it stood. */
    heard: (): ReadonlyMap<string, string> => heard,
    note,
    stop: () => {
      fetchSpy.mockRestore();
      endSpy.mockRestore();
    },
  };
};

/** "conversation.unknown", "awaiting-approval": codes and states of ours. */
const isWord = (value: string): boolean => /^[a-z]+(?:[.-][a-z]+)*$/.test(value);

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};
