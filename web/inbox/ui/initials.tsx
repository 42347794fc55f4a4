import { initialsOf } from "./initials-model.ts";

/** A person as two letters; the name stands beside it or in its label. */
export const Initials = (props: { name: string }) => (
  <span class="initials" aria-hidden="true">
    {initialsOf(props.name)}
  </span>
);
