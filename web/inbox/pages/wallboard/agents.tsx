import { createMemo, For, Show } from "solid-js";
import type { AgentLoad, Selection } from "../../data/wallboard/types.ts";
import { Initials } from "../../ui/initials.tsx";
import { byPresence } from "./model.ts";
import { wallboardWords } from "./words.ts";

/** Who is there, and how much each has in hand. */
export const Agents = (props: {
  agents: AgentLoad[];
  selection: Selection;
  select: (selection: Selection) => void;
}) => {
  const sorted = createMemo(() => byPresence(props.agents));
  const present = () => props.agents.filter((agent) => agent.presence === "present").length;
  return (
    <section class="panel" aria-labelledby="wall-agents">
      <header class="panel-head">
        <h2 id="wall-agents">{wallboardWords.words().agents.title}</h2>
        <span class="quiet-text">{wallboardWords.words().agents.summary(present(), props.agents.length)}</span>
      </header>
      <Show when={sorted().length > 0} fallback={<p class="quiet-text">{wallboardWords.words().agents.empty}</p>}>
        <ul class="wall-agents">
          <For each={sorted()}>
            {(agent) => (
              <li>
                <button
                  type="button"
                  class="wall-agent"
                  data-presence={agent.presence}
                  aria-pressed={props.selection.agent === agent.id}
                  title={wallboardWords.words().agents.shows(agent.name)}
                  onClick={() => props.select({ scope: "open", agent: agent.id })}
                >
                  <Initials name={agent.name} />
                  <span class="wall-agent-name">
                    <span>{agent.name}</span>
                    <span class="wall-presence">{wallboardWords.words().agents.presence[agent.presence]}</span>
                  </span>
                  <Load agent={agent} />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
};

const Load = (props: { agent: AgentLoad }) => (
  <span class="wall-load">
    <span class="wall-load-figures">
      <Show when={props.agent.figures.breached > 0}>
        <span class="wall-late">
          {`${props.agent.figures.breached} ${wallboardWords.words().figure.breached.toLowerCase()}`}
        </span>
      </Show>
      <Show when={props.agent.figures.breached === 0 && props.agent.figures.atRisk > 0}>
        <span class="wall-risk">
          {`${props.agent.figures.atRisk} ${wallboardWords.words().figure.atRisk.toLowerCase()}`}
        </span>
      </Show>
      <span aria-hidden="true">{`${props.agent.load}/${props.agent.capacity}`}</span>
      <span class="sr-only">{wallboardWords.words().agents.load(props.agent.load, props.agent.capacity)}</span>
    </span>
    <progress
      class="wall-bar"
      aria-hidden="true"
      max={Math.max(1, props.agent.capacity)}
      value={Math.min(props.agent.load, Math.max(1, props.agent.capacity))}
    />
  </span>
);
