import { type MacroStep, PRIORITIES } from "../../data/api-types.ts";
import type { Desk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { closingChoices } from "../conversation/closing.ts";
import { sortingWords } from "./words.ts";

export type Choice = { label: string; step: MacroStep };

/** What a step may put before who answers: approved templates, by name. Undefined until they are read. */
export type Offered = readonly { readonly id: string; readonly name: string }[] | undefined;

/** Every step a macro may have here, named. */
export const choicesOf = (desk: Desk, offered: Offered): Choice[] => {
  const say = sortingWords.words().step;
  return [
    { label: say.take, step: { does: "take" } },
    ...desk
      .tags()
      .filter(({ retired }) => !retired)
      .map(({ id, name }): Choice => ({ label: say.tag(name), step: { does: "tag", tagId: id } })),
    ...PRIORITIES.map(
      (priority): Choice => ({
        label: say.priority(words().priority[priority]),
        step: { does: "prioritise", priority },
      }),
    ),
    ...desk.me.entity.teams.map(
      ({ id, name }): Choice => ({ label: say.move(name), step: { does: "move", teamId: id } }),
    ),
    ...(offered ?? []).map(
      ({ id, name }): Choice => ({ label: say.template(name), step: { does: "template", templateId: id } }),
    ),
    { label: say.snoozeAnswer, step: { does: "snooze" } },
    { label: say.snoozeDay, step: { does: "snooze", hours: 24 } },
    ...closingChoices().map(
      ({ label, outcome, reason }): Choice => ({
        label: say.close(label),
        step: { does: "close", ...(reason ? { reason } : { outcome }) },
      }),
    ),
  ];
};

/** A step as it is named above; one that was made elsewhere is told as such. */
export const nameOf = (desk: Desk, offered: Offered, step: MacroStep): string => {
  const known = choicesOf(desk, offered).find((choice) => JSON.stringify(choice.step) === JSON.stringify(step));
  const { other, templateGone } = sortingWords.words().step;
  return known?.label ?? (step.does === "template" && offered !== undefined ? templateGone : other);
};
