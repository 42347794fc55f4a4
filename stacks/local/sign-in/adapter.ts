import type { Adapter, AdapterPayload } from "oidc-provider";

/** Where `oidc-provider` keeps sessions, codes and grants: in memory, each until its time is over. */
export const createAdapter = () => {
  const kept = new Map<string, Kept>();
  const find = (matches: (entry: Kept) => boolean): AdapterPayload | undefined =>
    [...kept.values()].find((entry) => matches(entry) && !isOver(entry))?.payload;
  return (model: string): Adapter => {
    const of = (id: string) => `${model}:${id}`;
    return {
      upsert: async (id, payload, expiresInSeconds) => {
        for (const [key, entry] of kept) if (isOver(entry)) kept.delete(key);
        kept.set(of(id), { model, payload, ...endOf(expiresInSeconds) });
      },
      find: async (id) => find((entry) => entry === kept.get(of(id))),
      findByUid: async (uid) => find((entry) => entry.model === model && entry.payload.uid === uid),
      findByUserCode: async (userCode) => find((entry) => entry.model === model && entry.payload.userCode === userCode),
      consume: async (id) => {
        const entry = kept.get(of(id));
        if (entry !== undefined) entry.payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        kept.delete(of(id));
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
};

type Kept = { readonly model: string; readonly payload: AdapterPayload; readonly endsAt?: number };

const endOf = (expiresInSeconds: number | undefined): { endsAt?: number } =>
  expiresInSeconds === undefined ? {} : { endsAt: Date.now() + expiresInSeconds * 1000 };

const isOver = ({ endsAt }: Kept): boolean => endsAt !== undefined && endsAt <= Date.now();
