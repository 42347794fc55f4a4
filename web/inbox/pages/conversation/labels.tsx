import { For, Show } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import { words } from "../../language/index.ts";
import { labelWords } from "./label-words.ts";

type Label = { name: keyof ReturnType<typeof labelWords.words>["name"]; value: string };

/** What the rules say of it, and which of their entries said so. */
const Labels = (props: { card: Card }) => {
  const say = labelWords.words;
  const labels = (): Label[] => {
    const { abusive, audience, language, overheard, placeId, sentiment, topic, urgency, why } = props.card;
    const found: [Label["name"], string | undefined][] = [
      ["topic", topic === null ? undefined : (say().topic[topic] ?? topic)],
      ["urgency", urgency === "normal" ? undefined : say().urgency[urgency]],
      ["language", language === null ? undefined : nameOfLanguage(language)],
      ["sentiment", sentiment === null ? undefined : say().sentiment[sentiment]],
      ["abuse", abusive ? say().abuse : undefined],
      ["audience", audience === null ? undefined : words().audience[audience]],
      ["heard", overheard ? say().heard : undefined],
      ["place", placeId === null ? undefined : (why?.["place"]?.[0] ?? placeId)],
    ];
    return found.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  };
  const reasonOf = (name: Label["name"]): string | undefined => {
    // The insults themselves stay where they are covered.
    const insults = props.card.why?.["abuse"] ?? [];
    const rules = (props.card.why?.[name] ?? []).filter((rule) => !insults.includes(rule));
    if (name === "audience") return say().byList;
    return name === "place" || rules.length === 0
      ? undefined
      : say().because([...new Set(rules.map((rule) => say().rules[rule] ?? readable(rule)))].join(" · "));
  };
  return (
    <Show when={labels().length > 0}>
      <section class="details-part" aria-labelledby="details-labels">
        <h3 id="details-labels">{say().title}</h3>
        <dl>
          <For each={labels()}>
            {({ name, value }) => (
              <div class="fact">
                <dt>{say().name[name]}</dt>
                <dd>
                  {value}
                  <Show when={reasonOf(name)}>{(reason) => <span class="fact-more">{reason()}</span>}</Show>
                </dd>
              </div>
            )}
          </For>
        </dl>
      </section>
    </Show>
  );
};

/** A rule as a person reads it: `*` is any ending. */
const readable = (rule: string): string => rule.replaceAll("*", "…");

/** Standing alone it begins as every other label does: French names of languages are lower-case. */
const nameOfLanguage = (code: string): string => {
  const name = new Intl.DisplayNames([words().code], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toUpperCase() + name.slice(1);
};

export default Labels;
