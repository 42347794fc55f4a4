import { For, Show } from "solid-js";
import type { BoardAction, Progress } from "../../data/wallboard/actions.ts";
import type { AgentLoad } from "../../data/wallboard/types.ts";
import { wallboardWords } from "./words.ts";

type BulkProps = {
  agents: AgentLoad[];
  isAll: boolean;
  isNothing: boolean;
  count: number;
  progress: Progress | undefined;
  chooseAll: (all: boolean) => void;
  act: (action: BoardAction) => void;
};

/** What can be done to everything that is selected. */
export const BulkBar = (props: BulkProps) => {
  const isIdle = () => props.count === 0 || props.progress !== undefined;
  const give = (event: Event & { currentTarget: HTMLSelectElement }) => {
    const { value } = event.currentTarget;
    event.currentTarget.value = "";
    if (value !== "") props.act({ kind: "assign", agentId: value === nobody ? null : value });
  };
  return (
    <div class="wall-bulk">
      <label class="wall-bulk-all">
        <input
          type="checkbox"
          checked={props.isAll}
          disabled={props.isNothing}
          onChange={(event) => props.chooseAll(event.currentTarget.checked)}
        />
        <span>
          {props.count > 0 ? wallboardWords.words().list.selected(props.count) : wallboardWords.words().list.selectAll}
        </span>
      </label>
      <button type="button" class="button small" disabled={isIdle()} onClick={() => props.act({ kind: "take" })}>
        {wallboardWords.words().list.take}
      </button>
      <button type="button" class="button small" disabled={isIdle()} onClick={() => props.act({ kind: "raise" })}>
        {wallboardWords.words().list.raise}
      </button>
      <select class="select" disabled={isIdle()} aria-label={wallboardWords.words().list.reassign} onChange={give}>
        <option value="">{wallboardWords.words().list.reassign}</option>
        <For each={props.agents.filter(({ presence }) => presence !== "offline")}>
          {(agent) => <option value={agent.id}>{`${agent.name} (${agent.load}/${agent.capacity})`}</option>}
        </For>
        <option value={nobody}>{wallboardWords.words().list.nobody}</option>
      </select>
      <Show when={props.progress}>
        {(progress) => (
          <span class="quiet-text" role="status">
            {wallboardWords.words().list.progress(progress().done, progress().of)}
          </span>
        )}
      </Show>
    </div>
  );
};

/** No id of an agent is empty or begins with a space. */
const nobody = " ";
