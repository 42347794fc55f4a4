/** Invented customers of the demo bank. Their id is the subject the bank's issuer gives them. */
export const customers = [
  { id: "c-100231", name: "Manon Keller", birthDate: "1988-04-12" },
  { id: "c-100232", name: "Hugo Petit", birthDate: "1975-11-30" },
  { id: "c-100233", name: "Aisha Rahmani", birthDate: "1993-07-02" },
] as const;

/** What the bank's issuer calls its two ways to sign in. */
export const contexts = { app: "urn:lumiere:app", password: "urn:lumiere:password" } as const;

export const customerClientId = "guichet-secure";
/** Below the origin. */
export const customersMount = "/customers";
