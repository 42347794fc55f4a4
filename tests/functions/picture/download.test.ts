import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import * as Picture from "#core/picture";
import { pin, type Resolve } from "#functions/runtime";
import { download } from "../../../functions/picture/download.ts";

const servers: ReturnType<typeof createServer>[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const serve = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
};

/** A resolver that gives each answer once, and counts what it was asked. */
const resolver = (...answers: readonly (readonly string[])[]) => {
  const asked: string[] = [];
  const resolve: Resolve = async (hostname) => {
    const addresses = answers[asked.length] ?? [];
    asked.push(hostname);
    return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  };
  return { asked, resolve };
};

const admitted = (address: string, trusted: readonly string[] = []): Picture.Admission => {
  const admission = Picture.admit(address, "messenger", trusted);
  if (admission === undefined) throw new Error(`${address} is not admitted`);
  return admission;
};

describe("a name of a platform that leads into our network", () => {
  test.each([
    ["127.0.0.1"],
    ["10.1.2.3"],
    ["169.254.169.254"],
    ["192.168.1.1"],
    ["100.64.0.1"],
    ["0.0.0.0"],
    ["::1"],
    ["fd00::1"],
    ["fe80::1"],
    ["::ffff:10.0.0.1"],
    ["::ffff:a00:1"],
    ["64:ff9b::a00:1"],
    ["2002:a00:1::"],
  ])("is refused at %s", async (address) => {
    const { resolve } = resolver([address]);
    const admission = admitted("https://scontent.xx.fbcdn.net/a.jpg");
    expect(await download({ admission, resolve })).toEqual({ kind: "refused" });
  });

  test("is refused when only one of its addresses does", async () => {
    const { resolve } = resolver(["157.240.1.1", "10.0.0.1"]);
    const admission = admitted("https://scontent.xx.fbcdn.net/a.jpg");
    expect(await download({ admission, resolve })).toEqual({ kind: "refused" });
  });

  test("is asked for once: an answer that changes after it was looked at changes nothing", async () => {
    const port = await serve((_, response) => response.end("first"));
    const { asked, resolve } = resolver(["127.0.0.1"], ["127.0.0.2"]);
    const origin = `http://rebinding.example:${port}`;
    const answer = await download({ admission: admitted(`${origin}/a.jpg`, [origin]), resolve });
    expect(answer).toEqual({ kind: "fetched", bytes: Buffer.from("first") });
    expect(asked).toEqual(["rebinding.example"]);
  });
});

test("a name of which the resolver says nothing is given up with the rest of the call", async () => {
  const silent: Resolve = () => new Promise(() => undefined);
  const url = new URL("https://scontent.xx.fbcdn.net/a.jpg");
  expect(await pin(url, { isTrusted: false, resolve: silent, signal: AbortSignal.timeout(1) })).toBe("unknown");
});

test.each([
  ["a script's file", "file:///etc/passwd"],
  ["plain http", "http://scontent.xx.fbcdn.net/a.jpg"],
  ["another port", "https://scontent.xx.fbcdn.net:8443/a.jpg"],
  ["a name that only ends alike", "https://evilfbcdn.net/a.jpg"],
  ["a platform's name in front", "https://fbcdn.net.evil.example/a.jpg"],
  ["a platform's name as user", "https://scontent.xx.fbcdn.net@evil.example/a.jpg"],
  ["a user before a platform's name", "https://evil:x@scontent.xx.fbcdn.net/a.jpg"],
  ["an address", "https://169.254.169.254/latest/meta-data"],
  ["an address as one number", "https://2130706433/"],
  ["data", "data:image/png;base64,AAAA"],
  ["another platform's host", "https://pbs.twimg.com/media/a.jpg"],
  ["no address at all", "not a url"],
])("%s is not admitted", (_, address) => {
  expect(Picture.admit(address, "messenger", [])).toBeUndefined();
});

test("what is trusted is one origin, not its neighbours", () => {
  const trusted = ["http://127.0.0.1:3000"];
  expect(Picture.admit("http://127.0.0.1:3000/a", "whatsapp", trusted)?.isTrusted).toBe(true);
  expect(Picture.admit("http://127.0.0.1:3001/a", "whatsapp", trusted)).toBeUndefined();
  expect(Picture.admit("http://127.0.0.1:3000@evil.example/a", "whatsapp", trusted)).toBeUndefined();
});

test("a token goes to the hosts that ask for one, and to no others", async () => {
  const tokens: (string | undefined)[] = [];
  const port = await serve((request, response) => {
    tokens.push(request.headers.authorization);
    response.end();
  });
  const admission = admitted(`http://127.0.0.1:${port}/a`, [`http://127.0.0.1:${port}`]);
  const { resolve } = resolver(["127.0.0.1"], ["127.0.0.1"]);
  await download({ admission, authorization: "Bearer t", resolve });
  await download({ admission: { ...admission, takesToken: false }, authorization: "Bearer t", resolve });
  expect(tokens).toEqual(["Bearer t", undefined]);
  const takesToken = (address: string, channel: "whatsapp" | "messenger" | "x.dm") =>
    Picture.admit(address, channel, [])?.takesToken;
  expect(takesToken("https://lookaside.fbsbx.com/whatsapp/1", "whatsapp")).toBe(true);
  expect(takesToken("https://lookaside.fbsbx.com/a", "messenger")).toBe(false);
  expect(takesToken("https://pbs.twimg.com/a.jpg", "x.dm")).toBe(false);
});

describe("an answer", () => {
  const fetchFrom = async (listener: RequestListener) => {
    const port = await serve(listener);
    const origin = `http://127.0.0.1:${port}`;
    return download({ admission: admitted(`${origin}/a.jpg`, [origin]), resolve: resolver(["127.0.0.1"]).resolve });
  };

  test("that leads to another host, port or protocol is not followed", async () => {
    let reached = 0;
    const other = await serve((_, response) => {
      reached += 1;
      response.end("secret");
    });
    for (const location of [`http://127.0.0.1:${other}/`, `http://localhost:${other}/`, "file:///etc/passwd", ""]) {
      expect(await fetchFrom((_, response) => response.writeHead(302, { location }).end())).not.toHaveProperty("bytes");
    }
    expect(reached).toBe(0);
  });

  test("that leads on within its host is followed, but not in circles", async () => {
    const once = await fetchFrom((request, response) =>
      request.url === "/b.jpg" ? response.end("b") : response.writeHead(301, { location: "/b.jpg" }).end(),
    );
    expect(once).toEqual({ kind: "fetched", bytes: Buffer.from("b") });
    expect(await fetchFrom((_, response) => response.writeHead(302, { location: "/a.jpg" }).end())).toEqual({
      kind: "refused",
    });
  });

  test("without end is cut", async () => {
    let sent = 0;
    const answer = await fetchFrom((_, response) => {
      const chunk = Buffer.alloc(1024 * 1024);
      const more = () => {
        sent += chunk.length;
        if (!response.destroyed) response.write(chunk, () => setImmediate(more));
      };
      more();
    });
    expect(answer).toEqual({ kind: "refused" });
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  test("of 404 is final, of 503 worth another try, as is none", async () => {
    expect(await fetchFrom((_, response) => response.writeHead(404).end())).toEqual({ kind: "refused" });
    expect(await fetchFrom((_, response) => response.writeHead(503).end())).toEqual({ kind: "unavailable" });
    expect(await fetchFrom((_, response) => response.destroy())).toEqual({ kind: "unavailable" });
    const admission = admitted("https://scontent.xx.fbcdn.net/a.jpg");
    expect(await download({ admission, resolve: resolver([]).resolve })).toEqual({ kind: "unavailable" });
  });
});
