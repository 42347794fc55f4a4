import { createUniqueId, type JSX, onMount, Show } from "solid-js";
import "../style/page.css";

type PageProps = {
  title: string;
  /** What it is for, in a line. */
  lead?: JSX.Element;
  /** What stands beside the title. */
  tools?: JSX.Element;
  class?: string;
  isBusy?: boolean;
  /** Takes the heading, for who brings the focus back to it. */
  heading?: (element: HTMLHeadingElement) => void;
  children: JSX.Element;
};

/** A section's page: it begins with its title, where the focus goes when it opens, and scrolls within itself. */
export const Page = (props: PageProps) => {
  const id = createUniqueId();
  let heading: HTMLHeadingElement | undefined;
  onMount(() => {
    heading?.focus();
    if (heading !== undefined) props.heading?.(heading);
  });
  return (
    <section
      class={`page ${props.class ?? ""}`}
      aria-labelledby={id}
      aria-busy={props.isBusy}
      // Where nothing in it can have the focus, it can still be scrolled without a mouse.
      tabindex="0"
    >
      <header class="page-head">
        <div>
          <h1 id={id} tabindex="-1" ref={(element) => (heading = element)}>
            {props.title}
          </h1>
          <Show when={props.lead}>{(lead) => <p class="quiet-text">{lead()}</p>}</Show>
        </div>
        {props.tools}
      </header>
      {props.children}
    </section>
  );
};
