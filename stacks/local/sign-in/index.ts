import { people } from "../person.ts";
import { mountProvider, type SignIn } from "./mount.ts";
import { signInPage } from "./page.ts";
import { createProvider, type Issuing } from "./provider.ts";

export type { SignIn } from "./mount.ts";

/** The issuer below `/oidc`, with its page of people below `/oidc/sign-in/`. */
export const createSignIn = (issuing: Issuing): SignIn =>
  mountProvider(createProvider(issuing), {
    origin: issuing.origin,
    mount: "/oidc",
    page: signInPage,
    loginOf: (form) => {
      const person = people.find(({ id }) => id === form.get("person"));
      return person && { accountId: person.id };
    },
  });
