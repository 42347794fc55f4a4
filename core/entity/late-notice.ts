import type * as Channel from "#core/channel";
import type * as Sla from "#core/sla";
import type { Entity } from "./schema.ts";

type Late = {
  readonly conversationId: string;
  readonly teamId: string;
  readonly channel: Channel.Channel;
  readonly dueAt: Sla.Instant;
  /** Where agents read it, `https://…`; unknown where no page is. */
  readonly origin: string | undefined;
};

/** SNS, Publish: fewer than a hundred characters. */
const longestSubject = 99;

/**
 * What people who are not at the page are told of a late answer, in the bank's first language: where and since when. Who
 * wrote, and what, is on the page alone.
 */
export const tellLate = (
  { languages, name, teams, timeZone }: Entity,
  { channel, conversationId, dueAt, origin, teamId }: Late,
): { readonly subject: string; readonly text: string } => {
  const language = languages[0] ?? "fr";
  const team = plain(teams.find(({ id }) => id === teamId)?.name ?? teamId);
  const due = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    timeZone,
    dateStyle: "full",
    timeStyle: "short",
  }).format(new Date(dueAt));
  const place = places[channel];
  const link = origin === undefined ? conversationId : `${origin}/c/${encodeURIComponent(conversationId)}`;
  const { body, subject } =
    language === "fr"
      ? {
          subject: `Guichet : un client attend (${team})`,
          body: `${plain(name)}, équipe ${team} : une réponse est en retard sur ${place}.\nElle était promise pour le ${due}.`,
        }
      : {
          subject: `Guichet: a customer is waiting (${team})`,
          body: `${plain(name)}, team ${team}: an answer is late on ${place}.\nIt was due ${due}.`,
        };
  return { subject: subject.slice(0, longestSubject), text: `${body}\n\n${link}\n` };
};

const places: Readonly<Record<Channel.Channel, string>> = {
  "x.mention": "X",
  "x.dm": "X",
  "facebook.comment": "Facebook",
  messenger: "Messenger",
  "instagram.comment": "Instagram",
  "instagram.dm": "Instagram",
  whatsapp: "WhatsApp",
  secure: "Guichet",
};

/** A subject has one line. */
const plain = (text: string): string => text.replaceAll(/\p{Cc}+/gu, " ");
