import type { Component } from "solid-js";
import { CharterGate } from "./charter-gate.tsx";
import type { Composing } from "./composing.ts";
import { EmojiButton } from "./emoji.tsx";
import { EnclosureButton, EnclosurePart } from "./enclosure.tsx";
import { FactsButton } from "./facts.tsx";
import { Formats } from "./format.tsx";
import { GuardPart } from "./guard.tsx";
import { Invite } from "./invite.tsx";
import { MentionPicker } from "./mention.tsx";
import { Missed } from "./missed.tsx";
import { TemplatePart } from "./template.tsx";

/** A part of the composer: it gets what is being written, and is gone with it. */
export type ComposerPart = Component<{ composing: Composing }>;

/** Between the kind of message and the text: what the customer wrote meanwhile. */
export const ABOVE: readonly ComposerPart[] = [Missed];

/** Below the text: suggestions, findings, previews. Empty ones draw nothing. */
export const BELOW: readonly ComposerPart[] = [EnclosurePart, MentionPicker, TemplatePart, GuardPart, CharterGate];

/** Small buttons beside "send". */
export const TOOLS: readonly ComposerPart[] = [EnclosureButton, EmojiButton, FactsButton, Formats, Invite];
