/** What a bank's lists begin with in one language. */
export type Listed = {
  readonly lists: { readonly promise: string[]; readonly advice: string[]; readonly insult: string[] };
};

/** The words by which the rules read one language; the notation is that of the lists. */
export type Vocabulary = {
  /** What a bank never asks for. */
  readonly secrets: readonly string[];
  /** Followed by one of these, a code is no secret: a postcode, an error. */
  readonly harmless: readonly string[];
  /** The same where it stands before: a sort code. */
  readonly harmlessBefore: readonly string[];
  /** Asking in the imperative. */
  readonly commands: readonly string[];
  /** The same where the form is also the third person's: only at the head of what is said, "envoie le code". */
  readonly headCommands: readonly string[];
  /** Asking in the infinitive, where one of the `requests` introduces it. */
  readonly infinitives: readonly string[];
  readonly requests: readonly string[];
  /** Asking without a verb of telling: "what is your …". */
  readonly questions: readonly string[];
  /** Asks by itself where what is asked for is all that is said: "your password, please". */
  readonly please: readonly string[];
  /** What may stand between the asking and what is asked for. */
  readonly between: readonly string[];
  /** Typing in, which asks only where it says that it is to be here: "tapez votre code ci-dessous". */
  readonly typings: readonly string[];
  readonly here: readonly string[];
  /** Where it is typed in instead of told. */
  readonly elsewhere: readonly string[];
  readonly towardsUs: readonly string[];
  readonly subjects: readonly string[];
  /** "votre compte est à découvert": whose, what, and how it stands. */
  readonly possessives: readonly string[];
  readonly holdings: readonly string[];
  readonly standings: readonly string[];
  /** What tells how an account stands where an amount follows. */
  readonly amounts: readonly string[];
  /** What says it all by itself. */
  readonly facts: readonly string[];
};
