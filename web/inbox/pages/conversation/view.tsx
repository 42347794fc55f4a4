import { useParams, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { filterOf, idFrom } from "../frame/model.ts";
import { ConversationPane } from "./pane.tsx";

/** The address names the conversation; another one is another pane. */
const ConversationPage = () => {
  const params = useParams<{ id: string }>();
  const [search] = useSearchParams();
  return (
    <Show when={params.id} keyed>
      {(id) => <ConversationPane id={idFrom(id)} filter={filterOf(search)} />}
    </Show>
  );
};

export default ConversationPage;
