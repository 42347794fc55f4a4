import { createMemo } from "solid-js";
import { words } from "../language/index.ts";
import { GlobeIcon, LockIcon, NoteIcon } from "./icon.tsx";

type Visibility = "public" | "private" | "internal";

const signs: Record<Visibility, () => Element> = { public: GlobeIcon, private: LockIcon, internal: NoteIcon };

/** Who can read it: by sign and by word. */
export const VisibilitySign = (props: { visibility: Visibility }) => {
  const visibility = createMemo(() => props.visibility);
  return (
    <span class="visibility" data-visibility={visibility()}>
      {signs[visibility()]()}
      <span>{words().visibility[visibility()]}</span>
    </span>
  );
};
