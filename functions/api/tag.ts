import { createRoute, z } from "@hono/zod-openapi";
import * as Desk from "#core/desk";
import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import type { Runtime } from "#functions/runtime";
import { expectPlainName } from "./name.ts";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { type Api, body, json, problems } from "./route.ts";
import type { Caller } from "./sign-in.ts";

/** More are no order any more. */
const mostTags = 300;

const Tag = Desk.Tag.openapi("Tag");
const Name = z.object({ name: z.string().trim().min(1).max(40) });
const Change = Name.extend({ retired: z.boolean().default(false) });

const listTags = createRoute({
  method: "get",
  path: "/api/tags",
  responses: { 200: json("Every tag, retired ones too, by name", z.object({ items: z.array(Tag) })), ...problems },
});

const addTag = createRoute({
  method: "post",
  path: "/api/tags",
  request: { body: body(Name) },
  responses: { 200: json("The tag of this name, made when there was none", Tag), ...problems },
});

const changeTag = createRoute({
  method: "put",
  path: "/api/tags/{tagId}",
  request: {
    params: z.object({
      tagId: z
        .string()
        .max(60)
        .openapi({ param: { name: "tagId", in: "path" } }),
    }),
    body: body(Change),
  },
  responses: { 200: json("As it is kept: defined by the bank from now on", Tag), ...problems },
});

/** A tag is known by its id everywhere; its name is kept here alone. */
export const addTags = (app: Api, runtime: Runtime): void => {
  const { store } = runtime;
  app.openapi(listTags, async (context) => {
    const { entityId } = permit(context.get("caller"), "read");
    const items = (await store.listTags(entityId)).toSorted((left, right) => left.name.localeCompare(right.name));
    return context.json({ items }, 200);
  });
  app.openapi(addTag, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    return context.json(await make(runtime, caller, context.req.valid("json").name), 200);
  });
  app.openapi(changeTag, async (context) => {
    const caller = permit(context.get("caller"), "curate");
    const { name, retired } = context.req.valid("json");
    const { tagId } = context.req.valid("param");
    expectPlainName(name);
    if ((await store.readTag(caller.entityId, tagId)) === undefined) throw new Fault("tag.unknown");
    const tag: Desk.Tag = { id: tagId, name, kind: "defined", ...(retired ? { retired } : {}) };
    await recorded(runtime, caller, { type: "tag-changed", tagId, isRetired: retired }, () =>
      store.putTag(caller.entityId, tag),
    );
    return context.json(tag, 200);
  });
};

/** The same name is the same tag, whoever writes it and however. */
const make = async ({ secrets, store }: Runtime, { can, entityId }: Caller, name: string): Promise<Desk.Tag> => {
  expectPlainName(name);
  const id = Identity.keyedId(await secrets.read("IDENTITY_KEY"), "t", "tag", entityId, name.toLocaleLowerCase("fr"));
  const known = await store.readTag(entityId, id);
  if (known !== undefined && known.retired !== true) return known;
  if ((await store.listTags(entityId)).filter(({ retired }) => retired !== true).length >= mostTags) {
    throw new Fault("tag.limit");
  }
  const tag: Desk.Tag = { id, name, kind: can.includes("curate") ? "defined" : "free" };
  await store.putTag(entityId, tag);
  return tag;
};
