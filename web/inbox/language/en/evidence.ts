import { countIn } from "../plural.ts";

const count = countIn("en");

/** What customers quote as a fraudster's, where it is read and where it is switched on. */
export const evidence = {
  title: "Evidence of fraud",
  counted: (phones: number, links: number) =>
    [
      ...(phones > 0
        ? [count(phones, { one: "# number quoted as a fraudster’s", other: "# numbers quoted as a fraudster’s" })]
        : []),
      ...(links > 0
        ? [count(links, { one: "# link quoted as a fraudster’s", other: "# links quoted as a fraudster’s" })]
        : []),
    ].join(", "),
  left: (duration: string) => `erased in ${duration}`,
  show: "Show the evidence",
  hide: "Hide",
  drop: "Erase it now",
  logged: "Each look is recorded in the conversation’s log.",
  kind: { phone: "Number:", link: "Link:" },
};
