import type { Navigator } from "@solidjs/router";
import type { Action } from "../../action/registry.ts";
import type { View } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import type { Section } from "../sections.ts";
import { filterOf, listPath, viewPath } from "./model.ts";

/** "g", then a letter of what it is called in English; the others are found by name, or given a key. */
const VIEW_KEYS: Partial<Record<View, string>> = {
  all: "g a",
  mine: "g m",
  unassigned: "g u",
  team: "g t",
  "at-risk": "g r",
  mentions: "g n",
  snoozed: "g s",
  closed: "g c",
  dated: "g d",
};
const SECTION_KEYS: Partial<Record<Section["id"], string>> = { wallboard: "g w", approvals: "g p" };

type Places = {
  views: readonly View[];
  sections: readonly Section[];
  own: readonly { id: string; name: string; filter: Record<string, string> }[];
};

/** Every place of the rail, for the keyboard and the palette. */
export const goActions = ({ own, sections, views }: Places, navigate: Navigator): Action[] => [
  ...views.map((view) => ({
    id: `go.${view}`,
    group: "go" as const,
    label: () => words().view[view],
    key: VIEW_KEYS[view],
    run: () => navigate(viewPath(view)),
  })),
  ...own.map(({ filter, id, name }) => ({
    id: `go.own.${id}`,
    group: "go" as const,
    label: () => name,
    run: () => navigate(listPath(filterOf(filter))),
  })),
  ...sections.map(({ id, path }) => ({
    id: `go.section.${id}`,
    group: "go" as const,
    label: () => words().section[id],
    key: SECTION_KEYS[id],
    run: () => navigate(path),
  })),
];
