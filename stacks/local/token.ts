import { readEnvironment } from "./environment.ts";
import { people, personOf } from "./person.ts";
import { signingKey } from "./sign-in/key.ts";
import { signToken } from "./sign-in/token.ts";

const { port, dataDir } = readEnvironment(process.env);
const asked = process.argv[2] ?? "";
const person = personOf(asked);

if (person === undefined) {
  const roles = new Set(people.map(({ role }) => role));
  console.error(
    `Usage: npm run -s token -- <role or person>, one of ${[...roles, ...people.map(({ id }) => id)].join(", ")}`,
  );
  process.exitCode = 1;
} else {
  console.log(
    await signToken(signingKey(dataDir), { person, issuer: `http://localhost:${port}/oidc`, now: Date.now() }),
  );
}
