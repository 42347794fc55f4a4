export const split = {
  title: "Make it two conversations",
  lead: "What you choose becomes a conversation of its own, with its own deadline and answer. What the customer writes next arrives in this one. Merging the two again undoes it.",
  messages: "Messages that go",
  onward: "Everything from the first chosen on",
  noWords: "No text",
  chosen: (chosen: number) => (chosen === 1 ? "1 message chosen" : `${chosen} messages chosen`),
  tooMany: (most: number) => `At most ${most} messages`,
  make: "Split",
};
