import { Hono } from "hono";
import { newId } from "./id.ts";

export type Gallery = {
  /** Below `/simulator/pictures`: where a platform would keep what customers send. */
  readonly app: Hono;
  /** Hangs a picture; answers its address. */
  hang(picture: Uint8Array<ArrayBuffer>): string;
  /** Takes a picture down: its address leads nowhere from then on, as that of a story does after a day. */
  takeDown(address: string): void;
  /** The address of the picture of this id. */
  addressOf(id: string): string | undefined;
};

/** The pictures of customers, in memory only, at addresses that hold an id like those of the platforms. */
export const createGallery = (url: string): Gallery => {
  const pictures = new Map<string, Uint8Array<ArrayBuffer>>();
  const app = new Hono();
  app.get("/:id", (context) => {
    const picture = pictures.get(context.req.param("id"));
    return picture === undefined ? context.notFound() : context.body(picture, 200, { "cache-control": "no-store" });
  });
  const addressOf = (id: string) => (pictures.has(id) ? `${url}/simulator/pictures/${id}` : undefined);
  return {
    app,
    addressOf,
    takeDown: (address) => void pictures.delete(address.split("/").at(-1) ?? ""),
    hang: (picture) => {
      const id = newId(Date.now());
      pictures.set(id, picture);
      return `${url}/simulator/pictures/${id}`;
    },
  };
};
