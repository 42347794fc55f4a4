import { join } from "node:path";
import * as Handoff from "#core/handoff";
import * as Store from "#core/store";
import * as Clock from "#functions/clock";
import * as Live from "#functions/live";
import { createLog, createRuntime, type Runtime } from "#functions/runtime";
import { buildSecureAssets } from "#stacks/assets";
import { pageHeaders } from "#stacks/headers";
import { createApp } from "./app.ts";
import { startClock } from "./clock.ts";
import { createCustomers } from "./customers/index.ts";
import { startDatabase } from "./database.ts";
import { startDemo } from "./demo/index.ts";
import { startPast } from "./demo/past.ts";
import { createLiveServer } from "./live.ts";
import { lockFolder } from "./lock.ts";
import { buildPage } from "./page.ts";
import { personOf } from "./person.ts";
import { type Queues, startQueues } from "./queues.ts";
import { localSecrets } from "./secrets.ts";
import { seed } from "./seed.ts";
import { listen } from "./server.ts";
import { createSignIn } from "./sign-in/index.ts";
import { signingKey } from "./sign-in/key.ts";
import { signToken } from "./sign-in/token.ts";
import { createSimulator, openKeeping, type Simulator } from "./simulator/index.ts";
import { variablesOf } from "./variables.ts";
import { startWorkers } from "./workers.ts";

export type SystemOptions = {
  /** 0 takes any. */
  readonly port: number;
  /** Where everything is kept; absent, it is kept in memory. */
  readonly dataDir?: string;
  /** Whether invented customers write in. */
  readonly demo: boolean;
  /** Whether the agents' page is built and served; by default it is. */
  readonly page?: boolean;
  /** Whether the platforms misbehave: updates twice, late and out of order, calls that fail, dead tokens. */
  readonly chaos?: boolean;
  /** Where customers go on who signed in: in the conversation that is built in, the default, or in a messaging of the bank's own. */
  readonly arrival?: "conversation" | "messaging";
  /** Win over what the functions would be given, secrets too. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  /** Told before the page is built: nobody is to wonder whether it hangs. */
  readonly building?: () => void;
  /** Takes each log line, JSON; absent, nobody does. */
  readonly log?: (line: string) => void;
};

export type System = {
  readonly url: string;
  readonly port: number;
  readonly runtime: Runtime;
  readonly simulator: Simulator;
  /** `contents()`: every queue, dead letters too, with the bodies it holds. `objects()`: every object of the bucket. */
  readonly queues: Pick<Queues, "contents" | "objects">;
  /** An access token of a person, by id or by role. */
  token(idOrRole: string, expiresInSeconds?: number): Promise<string>;
  /** Ends the work in hand, then everything. */
  stop(): Promise<void>;
};

/**
 * The whole system in this process: the functions that run on AWS, over emulators, behind one web server on 127.0.0.1.
 * Resolves when it is open. Several may run side by side.
 * @throws `EADDRINUSE` when the port is taken, `FOLDER_IN_USE` when the data folder is, as the error's `code`
 */
export const startSystem = async (options: SystemOptions): Promise<System> => {
  const stops: Stop[] = [];
  const stop = async (): Promise<void> => {
    for (const stopPart of stops.splice(0).toReversed()) await stopPart();
  };
  try {
    return { ...(await start(options, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

type Stop = () => void | Promise<void>;

const start = async (options: SystemOptions, stops: Stop[]): Promise<Omit<System, "stop">> => {
  const { building, dataDir, page = true } = options;
  const server = await listen(options.port);
  stops.push(server.stop);
  if (dataDir !== undefined) stops.push(lockFolder(dataDir));
  const [folder, emulators] = await Promise.all([
    page ? buildPage(building) : undefined,
    startEmulators(dataDir, stops),
  ]);
  const { customers, runtime, simulator, live } = await createParts(
    options,
    { port: server.port, ...emulators },
    stops,
  );
  const url = `http://localhost:${server.port}`;
  const key = signingKey(dataDir);
  const headers = pageHeaders({ connect: [`ws://localhost:${server.port}`] });
  const assets = await buildSecureAssets();
  const app = createApp({ runtime, simulator, headers, page: folder, assets, bankSystem: customers.system });
  const signIn = createSignIn({ origin: url, key, proof: await proofOf(runtime) });
  server.open({ fetch: app.fetch, signIn, customers: customers.signIn, live, headers });
  // Stopped the other way round: nobody writes any more, the work in hand ends, the lines are cut.
  stops.push(
    live.stop,
    startWorkers(emulators.queues, runtime, customers.mailbox.take),
    startClock(() => Clock.tick(runtime)),
    simulator.stop,
  );
  if (options.demo) stops.push(startDemo(simulator, dataDir), startPast(runtime));
  const token = async (idOrRole: string, expiresInSeconds?: number): Promise<string> => {
    const person = personOf(idOrRole);
    if (person === undefined) throw new Error(`nobody is called ${idOrRole}`);
    const lifetime = expiresInSeconds === undefined ? {} : { expiresInSeconds };
    return signToken(key, { person, issuer: `${url}/oidc`, now: Date.now(), ...lifetime });
  };
  return { url, port: server.port, runtime, simulator, queues: emulators.queues, token };
};

/** What the agents' issuer of this machine knows Guichet by. */
const proofOf = async ({ environment, secrets }: Runtime) => {
  if (environment.OIDC_CLIENT_PROOF === "secret") {
    return { secret: (await secrets.read("OIDC_CLIENT_SECRET")).reveal() };
  }
  return (await Handoff.keysFrom(await secrets.readAll("OIDC_CLIENT_KEY"), "OIDC_CLIENT_KEY")).published;
};

const startEmulators = async (dataDir: string | undefined, stops: Stop[]) => {
  const database = await startDatabase(dataDir && join(dataDir, "table"), Store.tableDefinition);
  stops.push(database.stop);
  const queues = await startQueues(dataDir);
  stops.push(queues.stop);
  return { database, queues };
};

type Surroundings = Parameters<typeof variablesOf>[0];

const createParts = async (options: SystemOptions, around: Surroundings, stops: Stop[]) => {
  const { arrival = "conversation", chaos = false, dataDir, variables = {}, log = () => undefined } = options;
  const secrets = localSecrets(dataDir, variables);
  const live = createLiveServer({
    connect: (opening) => Live.connect(runtime, opening),
    receive: (connectionId, frame) => Live.receive(runtime, connectionId, frame),
    disconnect: (connectionId) => Live.disconnect(runtime, connectionId),
  });
  const runtime = createRuntime(
    { ...variablesOf(around), ...variables, ...secrets },
    { sockets: live.sockets, log: createLog(log, () => new Date().toISOString()) },
  );
  const secureKey = secrets["SECURE_KEY"] ?? "";
  const customers = await createCustomers(`http://localhost:${around.port}`, { arrival, dataDir, secureKey });
  await seed(runtime.store, customers);
  const keeping = dataDir === undefined ? undefined : await openKeeping(dataDir);
  if (keeping !== undefined) stops.push(keeping.stop);
  const simulator = createSimulator({
    url: `http://127.0.0.1:${around.port}`,
    consumerSecret: current(secrets["X_CONSUMER_SECRET"]),
    appSecret: current(secrets["META_APP_SECRET"]),
    chaos,
    ...(keeping === undefined ? {} : { keeping }),
  });
  return { customers, runtime, simulator, live };
};

/** While a secret is replaced there are two, the new one first. */
const current = (secret = ""): string => secret.split(",", 1)[0]?.trim() ?? "";
