import { onCleanup } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { Onlookers } from "../../ui/onlookers.tsx";

/** Colleagues who look at the same conversation, and who writes there: two answers at once are noticed before they are sent. */
export const ConversationOnlookers = (props: { id: string }) => {
  const desk = useDesk();
  desk.attention.look(props.id);
  onCleanup(() => desk.attention.look(null));
  const say = (writing: boolean, name: string) =>
    writing ? words().onlooker.writes(name) : words().onlooker.views(name);
  return <Onlookers others={desk.attention.others(props.id, now())} say={say} />;
};
