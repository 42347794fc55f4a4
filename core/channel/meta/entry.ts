/** What an update of Meta's stood in: the asset it is about, and the time Meta sent it. */
export type Entry = { accountId: string; time: unknown };
