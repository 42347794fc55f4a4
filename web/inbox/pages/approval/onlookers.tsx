import { useDesk } from "../../data/desk.ts";
import { now } from "../../ui/clock.ts";
import { Onlookers } from "../../ui/onlookers.tsx";
import { approvalWords } from "./words.ts";

/** Colleagues who are at the same reply, and who writes other words for it: two decisions at once are noticed before they are made. */
export const ApprovalOnlookers = (props: { messageId: string }) => {
  const desk = useDesk();
  const words = approvalWords.words;
  const say = (writing: boolean, name: string) => (writing ? words().rewrites(name) : words().at(name));
  return <Onlookers others={desk.attention.othersOn(props.messageId, now())} say={say} />;
};
