import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type * as Entity from "#core/entity";
import { describe, Fault, type FaultCode, headersOf, problemOf, usualAfterSeconds } from "#core/fault";
import * as Handoff from "#core/handoff";
import { createOutward, type Runtime } from "#functions/runtime";
import { type Assets, addAssets, pathsOf } from "./assets.ts";
import { addArrival, addConversation } from "./conversation.ts";
import { addDesks } from "./desk.ts";
import { createDraw, type Draw } from "./draw.ts";
import { addElsewhere } from "./elsewhere.ts";
import { strictHeaders } from "./headers.ts";
import { addHelp } from "./help.ts";
import { addInvitation } from "./invitation.ts";
import { createIssuer } from "./issuer.ts";
import { saidPage } from "./page/help.ts";
import { pathTo } from "./page/layout.ts";
import { addSession } from "./session.ts";
import { type Bank, type Page, recognise, type Variables } from "./visit.ts";
import { wordsOf } from "./words/index.ts";

/** Where no bank is known there is no page of one, and no language either. */
const nothingHere = "Cette page n’existe pas. Vérifiez l’adresse.\nThere is no such page. Check the address.\n";

/** A form with a message in it. */
const bodyBytes = 64 * 1024;

/** Where customers are identified: below `/secure/{entity}`, on a host of the bank's own. */
export const createApp = (runtime: Runtime, assets: Assets): Hono => {
  const app = new Hono();
  const draw = createDraw(pathsOf(assets));
  app.use(strictHeaders);
  app.notFound((context) => context.text(nothingHere, 404));
  addAssets(app, assets);
  app.get("/secure/keys", async (context) =>
    context.json((await Handoff.keysFrom(await runtime.secrets.readAll("SECURE_KEY"))).published, 200, {
      "cache-control": "public, max-age=300",
    }),
  );
  app.route("/secure", createPages(runtime, draw));
  return app;
};

const createPages = (runtime: Runtime, draw: Draw): Hono<Variables> => {
  const pages = new Hono<Variables>();
  const outward = createOutward(runtime.environment);
  const issuer = createIssuer(runtime, outward);
  pages.onError((error, context) => refuse(runtime, draw, context, error));
  pages.use(
    bodyLimit({
      maxSize: bodyBytes,
      onError: () => {
        throw new Fault("request.too-large");
      },
    }),
  );
  pages.use("/:entity/*", async (context, next) => {
    const bank = bankOf(await runtime.store.readEntity(context.req.param("entity")));
    if (bank === undefined) return context.notFound();
    context.set("bank", bank);
    await recognise(context, runtime);
    return next();
  });
  addInvitation(pages, runtime, draw);
  addSession(pages, runtime, { draw, issuer });
  addConversation(pages, runtime, draw);
  addArrival(pages, runtime, draw);
  addElsewhere(pages, runtime, draw);
  addDesks(pages, runtime);
  addHelp(pages, runtime, { draw, outward });
  // An address that was cut or mistyped is told on the bank's own page, with the way to where a code is entered.
  pages.get("/:entity/*", () => {
    throw new Fault("handoff.unknown");
  });
  return pages;
};

const bankOf = (entity: Entity.Entity | undefined): Bank | undefined =>
  entity?.secure === undefined ? undefined : { ...entity, secure: entity.secure };

const told = [
  "handoff.unknown",
  "handoff.expired",
  "handoff.revoked",
  "handoff.used",
  "handoff.not-opened",
  "secure.forgery",
  "secure.too-many",
  "secure.session-over",
  "secure.sign-in-failed",
  "secure.sign-in-too-weak",
  "secure.unavailable",
] as const;

const statuses = {
  "secure.too-many": 429,
  "secure.forgery": 403,
  "secure.unavailable": 503,
  "handoff.unknown": 404,
} as const;

/** What a customer can do something about is a page; a machine is told by a problem. */
const refuse = async (runtime: Runtime, draw: Draw, context: Page, error: unknown): Promise<Response> => {
  const code: FaultCode = error instanceof Fault ? error.code : "internal.unexpected";
  const bank = context.get("bank");
  const noted = { code, method: context.req.method, route: context.req.routePath };
  if (code === "internal.unexpected") runtime.log.error("secure.failed", { ...noted, error: describe(error) });
  else runtime.log.info("secure.refused", noted);
  const isMachine = context.req.path.endsWith("/notices") || context.req.path.endsWith("/news");
  if (bank === undefined || isMachine) {
    const fault = new Fault(code);
    const problem = problemOf(fault, "en");
    return context.json(problem, problem.status as 400, headersOf(fault));
  }
  const { over } = wordsOf[context.get("language")];
  const known = told.find((each) => each === code);
  const { lead, title } = over[known ?? "other"];
  const status = statusOf(known);
  const shown = { title, lead, isGood: false, link: linkFor(code, bank, over) };
  if (status === 503) context.header("retry-after", String(usualAfterSeconds));
  return draw.page(context, saidPage(draw.frame(context), shown), status);
};

const statusOf = (known: (typeof told)[number] | undefined) => {
  if (known === undefined) return 503;
  return known in statuses ? statuses[known as keyof typeof statuses] : 200;
};

type Over = (typeof wordsOf)["fr"]["over"];

/** Where to go from a refusal. */
const linkFor = (code: FaultCode, bank: Bank, over: Over): { readonly href: string; readonly text: string } => {
  switch (code) {
    case "secure.sign-in-failed":
    case "secure.sign-in-too-weak":
      return { href: pathTo(bank, "way"), text: over.retry };
    case "secure.session-over":
    case "handoff.used":
      return { href: pathTo(bank, ""), text: over.signIn };
    default:
      return { href: pathTo(bank, ""), text: over.home };
  }
};
