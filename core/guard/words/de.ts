import type { Vocabulary } from "./vocabulary.ts";

export const de: Vocabulary = {
  secrets: [
    "pin|pins|pincode|tan|tans|passwort|passworter|kennwort|kartennummer|kartennummern|kreditkartennummer|prufziffer|kartenprufnummer|zugangsdaten|cvv|cvc|otp|sicherheitscode|bestatigungscode|geheimzahl|anmeldedaten|ablaufdatum",
    "nummer ihrer karte|kreditkarte|bankkarte",
    "ihren|ihr|den|der|dieser code|codes",
  ],
  harmless: [],
  harmlessBefore: [],
  commands: [
    "senden|schicken|geben|teilen|nennen|verraten|schreiben|ubermitteln|sagen|bestatigen sie",
    "antworten sie mit",
  ],
  headCommands: ["schick|schicke|gib|sag|sende|send|nenn|schreib"],
  infinitives: ["senden|schicken|geben|mitteilen|nennen|verraten|schreiben|ubermitteln|sagen|bestatigen"],
  requests: ["konnen|konnten|wurden|mussen|mochten sie", "bitte"],
  questions: ["wie lautet|lauten|ist", "was ist", "wir brauchen|benotigen", "ich brauche|benotige"],
  please: ["bitte", "danke"],
  between: [
    "uns|mir|ihre|ihren|ihr|ihrer|die|den|das|der|eine|einen|und|sowie|auch|bitte|hier|per|als|nachricht|privat|private|sms|vollstandige|vollstandigen|namen|name|nummer|karte|geheime|sie|mit|zu",
  ],
  typings: ["tippen|geben|schreiben sie"],
  here: ["hier", "in die|der antwort"],
  elsewhere: ["in der|die|unserer|ihrer app|anwendung", "am geldautomaten|automaten|terminal", "im online banking"],
  towardsUs: ["uns|mir|hier"],
  subjects: ["sie|wir|er|wer|niemand|man|betruger"],
  possessives: ["ihr|ihre|ihres|ihrem|ihren"],
  holdings: [
    "konto|konten|girokonto|karte|karten|kreditkarte|kredit|darlehen|uberweisung|lastschrift|saldo|kontostand|dispo|gehalt|antrag|kreditantrag",
  ],
  standings: [
    "ist|sind|war|wurde|wurden uberzogen|gesperrt|abgelehnt|gekundigt|negativ|gepfandet|zuruckgewiesen|eingefroren|geschlossen",
    "ist|sind|war|wurde leider|derzeit|noch|bereits uberzogen|gesperrt|abgelehnt|gekundigt|negativ|gepfandet",
    "ist|sind im minus|verzug|soll",
    "betragt|liegt",
  ],
  amounts: ["kontostand|saldo", "sie schulden"],
  facts: ["sie sind uberschuldet|insolvent|pleite"],
};
