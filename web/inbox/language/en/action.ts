export const action = {
  palette: {
    title: "What do you want to do?",
    field: "Search for an action",
    nothing: "Nothing like that can be done here.",
    count: (found: number) => (found === 1 ? "1 action" : `${found} actions`),
  },
  group: {
    go: "Go to",
    list: "List",
    conversation: "Conversation",
    write: "Writing",
    page: "Page",
  },
  key: {
    change: (what: string, keys: string) => `Change the key of "${what}", now ${keys}`,
    set: (what: string) => `Give "${what}" a key`,
    press: "Press the new key. Backspace for none, Escape to leave it.",
    taken: (what: string) => `That key does "${what}". Choose another one.`,
    reset: "Back to the usual keys",
    kept: "Your keys are kept with your account.",
    failed: "Your keys could not be saved.",
    none: "none",
  },
};
