import { describe, expect, it } from "vitest";
import * as Headers from "#stacks/headers";

describe("the headers of a page", () => {
  const headers = Headers.pageHeaders({ connect: ["wss://live.lumiere.example", "https://sign-in.lumiere.example"] });
  const directives = Object.fromEntries(
    (headers["content-security-policy"] ?? "").split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources];
    }),
  );

  it("let nothing in that is not named", () => {
    expect(directives["default-src"]).toEqual(["'none'"]);
    expect(directives["script-src"]).toEqual(["'self'"]);
    expect(headers["content-security-policy"]).not.toMatch(/unsafe|\*/);
  });

  it("let the page call its own origin and the ones it was given", () => {
    expect(directives["connect-src"]).toEqual([
      "'self'",
      "wss://live.lumiere.example",
      "https://sign-in.lumiere.example",
    ]);
  });

  it("keep the page out of frames and its address out of referrers", () => {
    expect(directives["frame-ancestors"]).toEqual(["'none'"]);
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["referrer-policy"]).toBe("no-referrer");
  });

  it("deny features that browsers know, and name none that they warn of", () => {
    expect(headers["permissions-policy"]).toContain("camera=(), ");
    expect(headers["permissions-policy"]).not.toContain("bluetooth");
  });

  it.each(["https://a.example; script-src https://b.example", "https://a.example https://b.example", "*", ""])(
    "refuse a source that would widen the policy: %s",
    (connect) => {
      expect(() => Headers.pageHeaders({ connect: [connect] })).toThrow(TypeError);
    },
  );
});
