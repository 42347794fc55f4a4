export const door = {
  signIn: {
    title: "Sign in",
    lead: "The bank's counter on social networks.",
    action: "Sign in with your work account",
    leaving: "Signing you in…",
    refused: "Signing in did not work. Try again; if it goes on, tell your administrator.",
    unreachable: "Guichet cannot be reached. Check your connection, then try again.",
    forbidden: "Your account is known, but it has no access to this inbox. Ask your administrator for a role.",
    over: "Your session is over. Sign in again to go on.",
    ending: "Your session is about to end. Send or copy what you are writing, then sign in again.",
    again: "Sign in again",
  },
};
