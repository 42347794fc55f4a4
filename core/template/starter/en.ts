import type { Starter } from "./index.ts";

export const en: Readonly<Record<string, Starter>> = {
  "lost-card": {
    name: "Lost or stolen card",
    topic: "lost-card",
    audience: "public",
    body: "Hello {contact|and thank you for telling us}. [[Please block the card right away: {fact.opposition|in the app, under Cards}. Write no card number and no code here.]] {signature}",
  },
  "fraud-doubt": {
    name: "Fraud suspected",
    topic: "fraud-doubt",
    audience: "public",
    body: "Hello {contact|and thank you for the alert}. [[Open no link and give nobody a code, not even someone from the bank.]] If a payment looks wrong, [[call {fact.opposition|the number on the back of your card}.]] {signature}",
  },
  fees: {
    name: "Question about fees",
    topic: "fees",
    audience: "public",
    body: "Hello {contact|and thank you for asking}. [[All our prices are in the price list: {fact.price-list|on our website, under Prices}.]] {slot:the price asked for} For one payment of yours, please write to us privately. {signature}",
  },
  "app-down": {
    name: "App not working",
    topic: "app-down",
    audience: "public",
    body: "Hello {contact|there}. The app has a problem at the moment and our engineers are on it. {slot:since when, what still works} We will tell you here as soon as it works. {signature}",
  },
  "opening-hours": {
    name: "Opening hours",
    topic: "opening-hours",
    audience: "public",
    body: "Hello {contact|and thank you for asking}. [[Our opening hours: {fact.hours|they are on the page of your branch}.]] {slot:the branch asked for} {signature}",
  },
  "complaint-received": {
    name: "Complaint received",
    topic: "complaint-received",
    audience: "public",
    body: "Hello {contact|and thank you for your message}. We are sorry about this. [[Your complaint has been registered; an acknowledgement follows within ten working days.]] {signature}",
  },
  thanks: {
    name: "Thank you",
    topic: "thanks",
    audience: "public",
    body: "Thank you {contact|so much}! Your message made the whole team smile. {slot:a personal word} Have a lovely day! {signature}",
  },
  "secure-channel": {
    name: "Go on in a safe place",
    topic: "secure-channel",
    audience: "public",
    body: "Hello {contact|there}. To look at your situation, [[let us go on where you are identified: {link|the messages of your online banking}. We never ask for a password or a card number there.]] {signature}",
  },
  "identity-needed": {
    name: "Identity needed",
    topic: "identity-needed",
    audience: "private",
    body: "Hello {contact|there}. [[Before we speak about your accounts we have to know that it is you: please identify yourself in {link|the messages of your online banking}. Send no identity paper and no number here.]] {signature}",
  },
  "out-of-hours": {
    name: "Out of hours",
    topic: "out-of-hours",
    audience: "public",
    body: "Hello {contact|and thank you for your message}. Our advisers answer {deadline|when we open}. [[To block a card, day and night: {fact.opposition|in the app, under Cards}.]] {signature}",
  },
  holding: {
    name: "Holding reply",
    topic: "holding",
    audience: "public",
    body: "[[Hello, we have read your message. We are looking for the answer and come back to you right here.]] {signature}",
  },
};
