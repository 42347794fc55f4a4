import type { Component, JSX } from "solid-js";
import type { Permission } from "../data/api-types.ts";
import { lazyWithWords } from "../language/area.ts";
import type { Words } from "../language/words.ts";
import {
  AlarmIcon,
  BookIcon,
  ChainIcon,
  ChecksIcon,
  ClockIcon,
  EyesIcon,
  GaugeIcon,
  PlugIcon,
  ReportIcon,
  SelectIcon,
  ShieldIcon,
  SignpostIcon,
  StampIcon,
  TeamIcon,
  TemplateIcon,
  WindowIcon,
} from "../ui/icon.tsx";
import { approvalWords } from "./approval/words.ts";
import { channelWords } from "./channels/words.ts";
import { directoryWords } from "./directory/words.ts";
import { guardWords } from "./guard/words.ts";
import { hoursWords } from "./hours/words.ts";
import { incidentWords } from "./incident/words.ts";
import { kitWords } from "./kit/words.ts";
import { logWords } from "./log/words.ts";
import { peopleWords } from "./people/words.ts";
import { practiceWords } from "./practice/words.ts";
import { redactionWords } from "./redaction/words.ts";
import { reportWords } from "./report/words.ts";
import { retentionWords } from "./retention/words.ts";
import { sortingWords } from "./sorting/words.ts";
import { templateWords } from "./template/words.ts";
import { wallboardWords } from "./wallboard/words.ts";

/** A page beside the conversations. It has the whole width, and is fetched with its words and style when it is opened. */
export type Section = {
  /** Its title is `section[id]` of the catalogue. */
  id: Exclude<keyof Words["section"], "label">;
  path: string;
  /** Who may do none of these does not see it. The API decides again. */
  can: readonly Permission[];
  icon: () => JSX.Element;
  page: Component;
};

/** In the order of the rail. A new page is a line here, a folder beside this file and a catalogue a language. */
export const SECTIONS: readonly Section[] = [
  {
    id: "wallboard",
    path: "/wallboard",
    can: ["supervise"],
    icon: GaugeIcon,
    page: lazyWithWords(wallboardWords, () => import("./wallboard/view.tsx")),
  },
  {
    id: "approvals",
    path: "/approvals",
    can: ["approve"],
    icon: EyesIcon,
    page: lazyWithWords(approvalWords, () => import("./approval/view.tsx")),
  },
  {
    id: "templates",
    path: "/templates",
    can: ["write-templates"],
    icon: TemplateIcon,
    page: lazyWithWords(templateWords, () => import("./template/view.tsx")),
  },
  {
    id: "guard",
    path: "/guard",
    can: ["manage-guard", "approve"],
    icon: StampIcon,
    page: lazyWithWords(guardWords, () => import("./guard/view.tsx")),
  },
  {
    id: "kit",
    path: "/kit",
    can: ["read"],
    icon: BookIcon,
    page: lazyWithWords(kitWords, () => import("./kit/view.tsx")),
  },
  {
    id: "practice",
    path: "/practice",
    can: ["reply"],
    icon: ChecksIcon,
    page: lazyWithWords(practiceWords, () => import("./practice/view.tsx")),
  },
  {
    id: "sorting",
    path: "/sorting",
    can: ["curate"],
    icon: SelectIcon,
    page: lazyWithWords(sortingWords, () => import("./sorting/view.tsx")),
  },
  {
    id: "directory",
    path: "/directory",
    can: ["manage-directory"],
    icon: SignpostIcon,
    page: lazyWithWords(directoryWords, () => import("./directory/view.tsx")),
  },
  {
    id: "reports",
    path: "/reports",
    can: ["read-reports", "read-own-report"],
    icon: ReportIcon,
    page: lazyWithWords(reportWords, () => import("./report/view.tsx")),
  },
  {
    id: "incident",
    path: "/incidents",
    can: ["supervise", "approve-incident"],
    icon: AlarmIcon,
    page: lazyWithWords(incidentWords, () => import("./incident/view.tsx")),
  },
  {
    id: "channels",
    path: "/channels",
    can: ["read-health"],
    icon: PlugIcon,
    page: lazyWithWords(channelWords, () => import("./channels/view.tsx")),
  },
  {
    id: "people",
    path: "/people",
    can: ["manage-agents"],
    icon: TeamIcon,
    page: lazyWithWords(peopleWords, () => import("./people/view.tsx")),
  },
  {
    id: "hours",
    path: "/hours",
    can: ["manage-entity"],
    icon: ClockIcon,
    page: lazyWithWords(hoursWords, () => import("./hours/view.tsx")),
  },
  {
    id: "redaction",
    path: "/redaction",
    can: ["explain-redaction"],
    icon: ShieldIcon,
    page: lazyWithWords(redactionWords, () => import("./redaction/view.tsx")),
  },
  {
    id: "retention",
    path: "/retention",
    can: ["read-retention"],
    icon: WindowIcon,
    page: lazyWithWords(retentionWords, () => import("./retention/view.tsx")),
  },
  {
    id: "log",
    path: "/log",
    can: ["read-admin-log"],
    icon: ChainIcon,
    page: lazyWithWords(logWords, () => import("./log/view.tsx")),
  },
];

/** `/redaction` and what lies below it. */
export const sectionAt = (path: string): Section | undefined =>
  SECTIONS.find((section) => path === section.path || path.startsWith(`${section.path}/`));
