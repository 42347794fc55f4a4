import { createSignal, lazy, Show, Suspense } from "solid-js";
import type { MenuProps } from "./kobalte.tsx";

const load = () => import("./kobalte.tsx");
const LoadedMenu = lazy(load);

/** A button with a menu. Until it is wanted it is only the button: the menu's code comes on hover, focus or press. */
export const Menu = (props: Omit<MenuProps, "startsOpen">) => {
  const [wanted, setWanted] = createSignal(false);
  const button = (
    <button
      type="button"
      class={props.class}
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label={props.label}
      disabled={props.disabled}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
      onKeyDown={(event) => event.key === "ArrowDown" && setWanted(true)}
    >
      {props.children}
    </button>
  );
  return (
    <Show when={wanted()} fallback={button}>
      <Suspense fallback={button}>
        <LoadedMenu {...props} startsOpen />
      </Suspense>
    </Show>
  );
};
