import type { DatabaseSync } from "node:sqlite";
import { buildApp } from "fauxqs";

export type QueueContents = { readonly name: string; readonly bodies: readonly string[] };

export type BucketObject = { readonly key: string; readonly bytes: Uint8Array };

/** Its pictures are kept for a day at most: with the process they go sooner. */
export const bucketName = "guichet-pictures";

type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>["stores"]>;
type Store = Stores["sqsStore"];
type Queue = NonNullable<ReturnType<Store["getQueue"]>>;
type Persistence = NonNullable<Store["persistence"]>;
type Parts = {
  readonly SqsStore: new () => Store;
  readonly SnsStore: new () => Stores["snsStore"];
  readonly S3Store: new () => Stores["s3Store"];
  readonly PersistenceManager: new (dataDir: string) => Persistence;
};

type Emulator = {
  readonly endpoint: string;
  readonly contents: () => readonly QueueContents[];
  readonly objects: () => readonly BucketObject[];
  readonly stop: () => Promise<void>;
};

/**
 * The SQS and S3 emulator on 127.0.0.1. Its own `startFauxqs` listens on every interface, hence the parts of it here.
 * With a folder every change is written through to SQLite there before it is answered.
 */
export const startEmulator = async (dataDir: string | undefined): Promise<Emulator> => {
  const { SqsStore, SnsStore, S3Store, PersistenceManager } = await parts();
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  const persistence = dataDir === undefined ? undefined : new PersistenceManager(dataDir);
  if (persistence !== undefined) keepIn(persistence, stores);
  stores.s3Store.createBucket(bucketName);
  const app = buildApp({ logger: false, stores });
  app.addHook("onClose", async () => persistence?.close());
  const endpoint = await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    endpoint,
    contents: () =>
      [...stores.sqsStore.allQueues()].map((queue) => ({
        name: queue.name,
        bodies: bodiesOf(queue.inspectMessages()),
      })),
    objects: () => objectsIn(stores.s3Store),
    stop: () => app.close(),
  };
};

const objectsIn = (s3Store: Stores["s3Store"]): BucketObject[] =>
  s3Store.listObjects(bucketName).objects.map(({ key }) => ({ key, bytes: s3Store.getObject(bucketName, key).body }));

const keepIn = (persistence: Persistence, { sqsStore, snsStore }: Stores): void => {
  // A killed process has handed its writes to the operating system; to wait for the disk would guard against power cuts.
  const database: DatabaseSync = Reflect.get(persistence, "db");
  database.exec("PRAGMA synchronous = NORMAL");
  persistence.loadSqsAndSns(sqsStore, snsStore);
  sqsStore.persistence = persistence;
  for (const queue of sqsStore.allQueues()) {
    queue.persistence = persistence;
    // Nobody else reads these queues: what is in flight was held by a process that ended.
    for (const held of queue.inflightMessages.values()) held.visibilityDeadline = 0;
  }
};

const bodiesOf = ({ ready, delayed, inflight }: ReturnType<Queue["inspectMessages"]>): string[] =>
  [...ready, ...delayed, ...inflight.map(({ message }) => message)].map(({ body }) => body);

/** The classes `startFauxqs` is made of. The package does not list them, so they are found beside its entry. */
const parts = async (): Promise<Parts> => {
  const load = (file: string) => import(new URL(file, import.meta.resolve("fauxqs")).href);
  const [sqs, sns, s3, persistence] = await Promise.all([
    load("./sqs/sqsStore.js"),
    load("./sns/snsStore.js"),
    load("./s3/s3Store.js"),
    load("./persistence.js"),
  ]);
  return { ...sqs, ...sns, ...s3, ...persistence };
};
