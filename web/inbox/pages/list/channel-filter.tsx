import { useNavigate } from "@solidjs/router";
import { For } from "solid-js";
import type { Filter } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { conversationPath, listPath } from "../frame/model.ts";

/** One channel or all of them; kept in the address. What is open stays open. */
export const ChannelFilter = (props: { filter: Filter; openId: string | undefined }) => {
  const navigate = useNavigate();
  const choose = (channel: string) =>
    navigate(pathOf({ view: props.filter.view, channel: channel || undefined }), { scroll: false });
  const pathOf = (filter: Filter) => (props.openId ? conversationPath(props.openId, filter) : listPath(filter));
  return (
    <label class="channel-filter">
      <span class="sr-only">{words().filter.channel}</span>
      <select class="select" value={props.filter.channel ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{words().filter.every}</option>
        <For each={Object.entries(words().channel)}>
          {([channel, name]) => (
            <option value={channel} selected={props.filter.channel === channel}>
              {name}
            </option>
          )}
        </For>
      </select>
    </label>
  );
};
