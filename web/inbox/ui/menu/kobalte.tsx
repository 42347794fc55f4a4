import * as DropdownMenu from "@kobalte/core/dropdown-menu";
import { For, type JSX, Show } from "solid-js";
import { floatingPlace } from "../floating.ts";

export type MenuItem = {
  id: string;
  label: string;
  /** A second, quieter word. */
  hint?: string;
  checked?: boolean;
  onSelect: () => void;
};

export type MenuProps = {
  /** The button's whole name where its content is only a sign. */
  label?: string | undefined;
  class: string;
  disabled?: boolean | undefined;
  title?: string | undefined;
  items: MenuItem[];
  onOpen?: (() => void) | undefined;
  startsOpen: boolean;
  children: JSX.Element;
};

/** Arrow keys, type-ahead, Escape, focus and roles by Kobalte; the look is ours. */
const KobalteMenu = (props: MenuProps) => {
  const opened = (open: boolean) => open && props.onOpen?.();
  if (props.startsOpen) props.onOpen?.();
  return (
    <DropdownMenu.Root
      defaultOpen={props.startsOpen}
      onOpenChange={opened}
      gutter={6}
      placement="bottom-end"
      modal={false}
    >
      <DropdownMenu.Trigger class={props.class} aria-label={props.label} disabled={props.disabled}>
        {props.children}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal mount={floatingPlace()}>
        <DropdownMenu.Content class="menu">
          <Show when={props.title}>
            <p class="menu-title">{props.title}</p>
          </Show>
          <For each={props.items}>{(item) => <Item {...item} />}</For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};

const Item = (props: MenuItem) => (
  <Show
    when={props.checked !== undefined}
    fallback={
      <DropdownMenu.Item class="menu-item" onSelect={() => props.onSelect()}>
        <Label {...props} />
      </DropdownMenu.Item>
    }
  >
    <DropdownMenu.CheckboxItem
      class="menu-item"
      checked={props.checked === true}
      closeOnSelect
      onChange={() => props.onSelect()}
    >
      <Label {...props} />
      <DropdownMenu.ItemIndicator class="menu-check">✓</DropdownMenu.ItemIndicator>
    </DropdownMenu.CheckboxItem>
  </Show>
);

const Label = (props: MenuItem) => (
  <>
    <span>{props.label}</span>
    <Show when={props.hint}>
      <span class="menu-hint">{props.hint}</span>
    </Show>
  </>
);

export default KobalteMenu;
