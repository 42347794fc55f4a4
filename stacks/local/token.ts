import { readEnvironment } from "./environment.ts";
import { hasCode } from "./folder.ts";
import { people, personOf } from "./person.ts";
import { signingKey } from "./sign-in/key.ts";
import { signToken } from "./sign-in/token.ts";

const { port, dataDir } = environment();
const asked = process.argv[2] ?? "";
const person = personOf(asked);

if (person === undefined) {
  const roles = new Set(people.map(({ role }) => role));
  console.error(
    `${asked === "" ? "Say whose token it is." : "Nobody is called so."}\nUsage: npm run -s token -- <role or person>, one of ${[...roles, ...people.map(({ id }) => id)].join(", ")}`,
  );
  process.exitCode = 1;
} else {
  console.log(
    await signToken(signingKey(dataDir), { person, issuer: `http://localhost:${port}/oidc`, now: Date.now() }),
  );
}

/** What cannot be used is told as `npm start` tells it. */
function environment(): Pick<ReturnType<typeof readEnvironment>, "port" | "dataDir"> {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    if (!hasCode(error, "ENVIRONMENT_INVALID") || !(error instanceof Error)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
