import { exportJWK, generateKeyPair, SignJWT } from "jose";
import * as Sla from "#core/sla";
import * as Api from "#functions/api";
import type { Runtime } from "#functions/runtime";
import type { TestSystem } from "./system.ts";

const issuer = "https://issuer.boreale.example";

const other = "boreale";
const roles = ["agent", "supervisor", "compliance", "admin"] as const;

/** Another bank beside the system's own, in the same table, with an issuer of its own. */
export const openOtherBank = async (system: TestSystem) => {
  const keys = await generateKeyPair("ES256");
  const jwk = { ...(await exportJWK(keys.publicKey)), alg: "ES256" };
  const fetch: Runtime["fetch"] = async (url) =>
    new URL(String(url)).pathname === "/jwks"
      ? Response.json({ keys: [jwk] })
      : Response.json({ issuer, jwks_uri: `${issuer}/jwks` });
  const environment = { ...system.runtime.environment, OIDC_ISSUER: issuer };
  const app = Api.createApp({ ...system.runtime, fetch, environment });
  await system.runtime.store.putEntity({
    id: other,
    name: "Banque Boréale",
    languages: ["fr"],
    timeZone: "Europe/Paris",
    accounts: [],
    teams: [{ id: "social", name: "Social" }],
    slaPolicies: [Sla.defaultPolicy],
  });
  for (const role of roles) {
    await system.runtime.store.putAgent({
      entityId: other,
      id: `${role}-boreale`,
      name: role,
      role,
      teamIds: ["social"],
      capacity: 4,
      languages: ["fr"],
    });
  }
  /** Somebody of the other bank, with a good token of theirs. */
  return async (role: (typeof roles)[number], method: string, path: string, body?: unknown) => {
    const token = await new SignJWT({ guichet_role: role, guichet_entity: other })
      .setProtectedHeader({ alg: "ES256", typ: "at+jwt" })
      .setIssuer(issuer)
      .setAudience(system.runtime.environment.OIDC_AUDIENCE ?? "")
      .setSubject(`${role}-boreale`)
      .setExpirationTime("10 minutes")
      .sign(keys.privateKey);
    const response = await app.request(path, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": "once" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, code: text.startsWith("{") ? JSON.parse(text).code : undefined };
  };
};
