import { createMemo, For, Show } from "solid-js";
import { countText } from "#core/channel/limit";
import { fill, segmentsOf } from "#core/template/text";
import type { Channel } from "../../data/api-types.ts";
import type { Content, Fact } from "../../data/reply/api.ts";
import { words } from "../../language/index.ts";
import { TemplateText } from "../conversation/template-text.tsx";
import { templateWords } from "./words.ts";

const SAMPLE = { contact: "Camille", signature: "^CM" };

/** The words with an invented customer and the bank's own facts, and the room they take on each channel. */
export const Preview = (props: { content: Content; facts: readonly Fact[] }) => {
  const say = templateWords.words;
  const facts = () => Object.fromEntries(props.facts.map(({ id, value }) => [id, value[props.content.language]]));
  const filled = createMemo(() => fill(segmentsOf(props.content.body), { ...SAMPLE, facts: facts() }));
  const channels = () =>
    (Object.keys(words().channel) as Channel[]).filter(
      (channel) => props.content.channels.length === 0 || props.content.channels.includes(channel),
    );
  const room = (channel: Channel) => countText(channel, filled().text);
  return (
    <section class="desk-card">
      <h2>{say().preview}</h2>
      <Show when={filled().text}>
        <p class="seen-by-customer" lang={props.content.language}>
          <TemplateText text={filled().text} pieces={filled().pieces} />
        </p>
      </Show>
      <section class="desk-table" aria-label={say().preview} tabindex="0">
        <table>
          <tbody>
            <For each={channels()}>
              {(channel) => (
                <tr>
                  <th scope="row">{words().channel[channel]}</th>
                  <td>{say().fits(room(channel).used, room(channel).limit)}</td>
                  <td>
                    <Show when={room(channel).used > room(channel).limit}>
                      <span class="desk-badge" data-tone="breach">
                        {say().tooLong}
                      </span>
                    </Show>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </section>
  );
};
