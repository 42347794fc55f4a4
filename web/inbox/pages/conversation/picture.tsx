import { createResource, Match, onCleanup, Show, Switch } from "solid-js";
import type { Attachment } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";

type Props = { attachment: Attachment; conversationId: string };

/** A picture as it may be seen, or why it is not. */
export const Picture = (props: Props) => (
  <Show when={props.attachment.state}>
    {(state) => (
      <figure class="picture" data-state={state()}>
        <Show when={state() === "shown" && props.attachment.id} fallback={<figcaption>{reasonOf(state())}</figcaption>}>
          {(id) => <Shown conversationId={props.conversationId} pictureId={id()} />}
        </Show>
      </figure>
    )}
  </Show>
);

const reasonOf = (state: NonNullable<Attachment["state"]>): string =>
  state === "shown" ? words().picture.failed : words().picture[state];

/** Fetched with the token and shown from memory: an address of the picture alone would open it for anybody. */
const Shown = (props: { conversationId: string; pictureId: string }) => {
  const desk = useDesk();
  let address: string | undefined;
  const forget = () => {
    if (address) URL.revokeObjectURL(address);
    address = undefined;
  };
  const [source, { refetch }] = createResource(
    () => props.pictureId,
    async (pictureId) => {
      const picture = await desk.api.picture(props.conversationId, pictureId);
      forget();
      address = URL.createObjectURL(picture);
      return address;
    },
  );
  onCleanup(forget);
  return (
    <Switch fallback={<figcaption>{words().picture.checking}</figcaption>}>
      <Match when={source.error}>
        <figcaption role="alert">
          {words().picture.failed}
          <button type="button" class="button small" onClick={() => void refetch()}>
            {words().picture.retry}
          </button>
        </figcaption>
      </Match>
      <Match when={source.state === "ready" && source()}>
        {(url) => <img src={url()} alt={words().picture.alt} />}
      </Match>
    </Switch>
  );
};
