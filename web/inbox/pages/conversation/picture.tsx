import { createResource, createSignal, Match, onCleanup, Show, Switch } from "solid-js";
import { ApiFault } from "../../data/api-fault.ts";
import type { Attachment } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";

type Props = { attachment: Attachment; conversationId: string; messageId: string };

/** A picture as it may be seen, or why it is not; a story when it is asked for. */
export const Picture = (props: Props) => (
  <Show when={props.attachment.state}>
    {(state) => (
      <figure class="picture" data-state={state()}>
        <Switch fallback={<figcaption>{reasonOf(state())}</figcaption>}>
          <Match when={state() === "shown" && props.attachment.id}>
            {(id) => <Shown conversationId={props.conversationId} pictureId={id()} />}
          </Match>
          <Match when={state() === "on-view" && props.attachment.id}>
            {(id) => <Story conversationId={props.conversationId} messageId={props.messageId} storyId={id()} />}
          </Match>
        </Switch>
      </figure>
    )}
  </Show>
);

const reasonOf = (state: NonNullable<Attachment["state"]>): string =>
  state === "shown" || state === "on-view" ? words().picture.failed : words().picture[state];

type StoryProps = { conversationId: string; messageId: string; storyId: string };

/** Fetched from the platform when it is wanted, and forgotten with the page: nothing of it is kept anywhere. */
const Story = (props: StoryProps) => {
  const desk = useDesk();
  const [address, setAddress] = createSignal<string>();
  const [isLooking, setLooking] = createSignal(false);
  const { attempt, fault } = createAttempt();
  const forget = () => {
    const known = address();
    if (known) URL.revokeObjectURL(known);
    setAddress(undefined);
  };
  const look = async () => {
    setLooking(true);
    await attempt(async () => {
      const story = await desk.api.story(props.conversationId, props.messageId, props.storyId);
      forget();
      setAddress(URL.createObjectURL(story));
    });
    setLooking(false);
  };
  onCleanup(forget);
  return (
    <>
      <Show when={address()}>{(url) => <img src={url()} alt={words().picture.story.alt} />}</Show>
      <figcaption>
        <Show when={!address()} fallback={<ForgetStory forget={forget} />}>
          <button type="button" class="button small" disabled={isLooking()} onClick={() => void look()}>
            {isLooking() ? words().picture.story.fetching : words().picture.story.show}
          </button>
          <span role="status">{fault() ? sentenceOf(fault()) : words().picture.story.lead}</span>
        </Show>
      </figcaption>
    </>
  );
};

const ForgetStory = (props: { forget: () => void }) => (
  <>
    <button type="button" class="button small" onClick={() => props.forget()}>
      {words().picture.story.hide}
    </button>
    <span>{words().picture.story.lead}</span>
  </>
);

/** The API's own words say whether it is gone, withheld or only late. */
const sentenceOf = (fault: unknown): string =>
  (fault instanceof ApiFault ? fault.problem?.detail : undefined) ?? words().picture.failed;

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
