import { registerActions } from "../../action/registry.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { Initials } from "../../ui/initials.tsx";
import { Menu } from "../../ui/menu/view.tsx";

/** Who is signed in, whether work may come, and the way out. */
export const Account = () => {
  const desk = useDesk();
  const { bePresent, presence } = desk;
  // What one has goes back to the team at once. Where that cannot be said, the silence says it some minutes later.
  const leave = async () => {
    await desk.api.setPresence("offline").catch(() => undefined);
    await desk.session.signOut();
  };
  const items = () => [
    {
      id: "present",
      label: words().account.here,
      checked: presence() === "present",
      onSelect: () => void bePresent("present"),
    },
    { id: "away", label: words().account.away, checked: presence() === "away", onSelect: () => void bePresent("away") },
    { id: "out", label: words().account.signOut, onSelect: () => void leave() },
  ];
  registerActions(
    items().map(({ id, onSelect }) => ({
      id: `page.account.${id}`,
      group: "page",
      label: () => items().find((item) => item.id === id)?.label ?? "",
      run: onSelect,
    })),
  );
  return (
    <Menu
      class="account"
      label={words().account.menu(desk.me.agent.name)}
      title={`${desk.me.agent.name} · ${words().role[desk.me.agent.role]}`}
      items={items()}
    >
      <span class="account-face" data-presence={presence()}>
        <Initials name={desk.me.agent.name} />
      </span>
      <span class="account-words">
        <span class="account-name">{desk.me.agent.name}</span>
        <span class="account-role">
          {presence() === "present" ? words().role[desk.me.agent.role] : words().account.away}
        </span>
      </span>
    </Menu>
  );
};
