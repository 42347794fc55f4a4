import { createStore, produce } from "solid-js/store";
import type { FileKind } from "#core/channel/limit";
import { MOST_FILE_BYTES } from "#core/channel/limit";
import type { Api } from "./api.ts";
import { ApiFault } from "./api-fault.ts";
import type { Enclosure } from "./api-types.ts";

/**
 * A file beside an answer that is being written. `failed`: it did not arrive, or the API said no; `found`: what was seen on a picture
 * that may not go. `preview`: an address in the page's own memory.
 */
export type Enclosing = {
  readonly name: string;
  readonly sizeBytes: number;
  readonly preview?: string;
  readonly state: "sending" | "failed" | Enclosure["state"];
  readonly id?: string;
  readonly kind?: FileKind;
  readonly found?: readonly string[];
  readonly reason?: string;
};

/** A picture takes seconds to be read; after this long without an answer its writer is told. */
const LOOK_AGAIN_MS = 500;
const LOOKS = 60;

/** Files beside what is being written, by conversation: on the server until they are sent, for a day at most. */
export const createEnclosures = (api: Pick<Api, "enclose" | "enclosure">, report: (fault: unknown) => void) => {
  const [files, setFiles] = createStore<Record<string, Enclosing>>({});
  /** Only the newest file of a conversation is followed. */
  const following = new Map<string, symbol>();

  const put = (id: string, enclosing: Enclosing) => setFiles(id, enclosing);
  const forget = (id: string) => {
    following.delete(id);
    const { preview } = files[id] ?? {};
    if (preview) URL.revokeObjectURL(preview);
    setFiles(produce((all) => void delete all[id]));
  };
  const follow = async (id: string, file: File, mine: symbol) => {
    const isWanted = () => following.get(id) === mine;
    let kept = await api.enclose(id, file);
    for (let looks = 0; isWanted(); looks += 1) {
      const { found, kind, name, sizeBytes, state } = kept;
      setFiles(id, { id: kept.id, found, kind, name, sizeBytes, state });
      if (state !== "checking" || looks === LOOKS) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      kept = await api.enclosure(id, kept.id);
    }
  };
  return {
    enclosing: (id: string): Enclosing | undefined => files[id],
    forgetEnclosure: forget,
    /** The file of an answer that was taken back. One that was chosen since stays. */
    recoverEnclosure: (id: string, { found, id: enclosureId, kind, name, sizeBytes, state }: Enclosure): void => {
      if (files[id] === undefined) put(id, { id: enclosureId, found, kind, name, sizeBytes, state });
    },
    enclose: async (id: string, file: File, tooLarge: string): Promise<void> => {
      forget(id);
      const { name, size: sizeBytes } = file;
      if (sizeBytes > MOST_FILE_BYTES) return put(id, { name, sizeBytes, state: "failed", reason: tooLarge });
      const mine = Symbol(name);
      following.set(id, mine);
      const preview = file.type.startsWith("image/") ? { preview: URL.createObjectURL(file) } : {};
      put(id, { name, sizeBytes, state: "sending", ...preview });
      try {
        await follow(id, file, mine);
      } catch (fault) {
        report(fault);
        const reason = fault instanceof ApiFault ? fault.problem?.detail : undefined;
        if (following.get(id) === mine) setFiles(id, { state: "failed", ...(reason ? { reason } : {}) });
      }
    },
  };
};
