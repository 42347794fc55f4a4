export const practice = {
  lead: "Invented customers to answer. Nothing you write here is sent, kept or counted; only what you have passed is.",
  failed: "The exercises could not be loaded.",
  progress: (passed: number, all: number) => `${passed} of ${all} passed`,
  noTraining: "The bank records no training for it.",
  recordedAs: (title: string) => `Recorded as “${title}” once all are passed`,
  standing: { valid: "Valid", expired: "Expired", missing: "Not yet" } as Record<string, string>,
  until: (day: string) => `until ${day}`,
  list: "Exercises",
  exercise: (number: number) => `Exercise ${number}`,
  passed: "passed",
  visibility: { public: "In public: everybody reads it", private: "In private" },
  question: "What do you do?",
  ways: {
    answer: "Answer here",
    "private-message": "Ask to go on in private",
    "secure-page": "Offer the secure channel",
    colleague: "Tell a supervisor at once",
    "no-answer": "Close without an answer",
  },
  text: "What you write",
  check: "Check",
  next: "Next customer",
  right: "That is how it is done.",
  wrong: "Not yet. Read it again:",
  shortcomings: {
    way: "Another way is better here.",
    empty: "Nothing is written yet.",
    "too-long": "It is too long for this channel.",
    words: "These words would not leave the bank as they are:",
    number: "The customer needs one of the bank’s approved numbers.",
  },
  finished: "All exercises are passed.",
  finishedRecorded:
    "It is recorded. Who is new has somebody else look at their first answers: ask your supervisor how long.",
};

export type PracticeWords = typeof practice;
