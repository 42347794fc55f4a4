/** Every second, what is marked `data-live` becomes what the server would draw now. */
const refresh = async () => {
  if (document.hidden) return;
  const response = await fetch(location.href).catch(() => undefined);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const live of document.querySelectorAll("[data-live]")) {
    const next = fresh.getElementById(live.id);
    if (next && next.innerHTML !== live.innerHTML) {
      live.replaceChildren(...next.childNodes);
      live.lastElementChild?.scrollIntoView({ block: "nearest" });
    }
  }
};

setInterval(refresh, 1000);
