import { createSignal } from "solid-js";
import { preferences } from "../preferences.ts";

/** The browser's own notifications (WHATWG Notifications API). Telephones offer them to installed pages only. */
export const canNotify = (): boolean => "Notification" in globalThis;

const isAllowed = () => canNotify() && Notification.permission === "granted";
const [isOn, setOn] = createSignal(isAllowed() && preferences.get("alerts") === "on");

export { isOn as areNoticesOn };

/** Switched for this browser alone. Answers whether it is as was asked: the browser or the person may refuse. */
export const switchNotices = async (on: boolean): Promise<boolean> => {
  const allowed = on && canNotify() && (await Notification.requestPermission()) === "granted";
  setOn(allowed);
  preferences.set("alerts", allowed ? "on" : "off");
  return allowed === on;
};

type Notice = { title: string; tag: string; open: () => void };

/** Only to whoever does not see the page. A title and ids leave it, never a word or a name of a customer. */
export const notify = ({ open, tag, title }: Notice): void => {
  if (!isOn() || (document.visibilityState === "visible" && document.hasFocus())) return;
  try {
    const notice = new Notification(title, { tag });
    notice.onclick = () => {
      window.focus();
      open();
      notice.close();
    };
  } catch {
    // Chromium on Android knows the constructor and refuses it: the page itself tells.
    setOn(false);
  }
};
