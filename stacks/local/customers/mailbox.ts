import * as z from "zod";
import type { Work } from "../poller.ts";

/** A publication as SNS is given it: each protocol has its text. */
const Publication = z.object({ email: z.string() });

/** Newest first; it forgets with the process. */
const mailsKept = 50;

export type Mailbox = {
  /** What the demo bank's supervisors were sent, newest first. */
  readonly mails: () => readonly string[];
  /** Takes what the topic brings. */
  readonly take: Work;
};

/** Where the e-mails arrive that a bank's supervisors would have. */
export const createMailbox = (): Mailbox => {
  let kept: readonly string[] = [];
  return {
    mails: () => kept,
    take: async ({ Records }) => {
      for (const { body } of Records) kept = [Publication.parse(JSON.parse(body)).email, ...kept].slice(0, mailsKept);
      return { batchItemFailures: [] };
    },
  };
};
