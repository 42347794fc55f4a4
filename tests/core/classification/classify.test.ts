import { describe, expect, test } from "vitest";
import * as Classification from "#core/classification";

const classify = Classification.classify;

describe("the topic", () => {
  test.each<[Classification.Topic, string]>([
    ["cards", "Bonjour, ma carte bancaire a été avalée par le distributeur de la place"],
    ["cards", "Plafond de la CB atteint alors que j'ai rien dépensé ??"],
    ["cards", "the contactless on my new card stopped working"],
    ["cards", "I forgot my PIN, how do I get it"],
    ["payments", "Mon virement de mardi n'est toujours pas arrivé"],
    ["payments", "c'est quoi ces frais de 8€ sur mon relevé"],
    ["payments", "vous avez rejeté mon prélèvement EDF, pourquoi"],
    ["payments", "Why was my direct debit returned"],
    ["payments", "I sent money to my landlord on Friday, where is it?"],
    ["loans", "Où en est mon dossier de prêt immobilier svp"],
    ["loans", "quel taux pour un livret en ce moment ?"],
    ["loans", "Any chance of a better mortgage rate?"],
    ["online-banking", "L'appli plante dès que j'ouvre, bug depuis la mise à jour"],
    ["online-banking", "Impossible de me connecter à mon espace client"],
    ["online-banking", "your app keeps crashing on my phone"],
    ["online-banking", "is online banking down again"],
    ["fraud", "j'ai reçu un SMS bizarre qui vient de vous, c'est du phishing ?"],
    ["fraud", "There is a payment I don't recognise on my account"],
    ["branch", "L'agence de Vannes ouvre à quelle heure samedi ?"],
    ["branch", "comment changer de conseiller"],
    ["branch", "Can I book an appointment at the Leeds branch"],
    ["complaint", "Je veux faire une réclamation et saisir le médiateur"],
    ["complaint", "I wish to make a formal complaint to the ombudsman"],
    ["praise", "Merci à Sophie pour son accueil, au top !"],
    ["praise", "Brilliant service today, thank you so much"],
    ["other", "Vous sponsorisez le tournoi cette année ?"],
    ["other", "hello there"],
  ])("is %s: %s", (topic, text) => {
    expect(classify(text).topic.value).toBe(topic);
  });

  test("says which words of the lexicon decided, and no others that would have", () => {
    expect(classify("Mon virement est bloqué").topic.why).toContain("virement*");
    expect(classify("J'ai perdu ma carte hier").topic).toEqual({ value: "cards", why: ["carte + perdu"] });
  });

  test("never repeats the customer's spelling", () => {
    const { why } = classify("je veux me faire RENBOURSER, Zebulon").topic;
    expect(why.length).toBeGreaterThan(0);
    expect(why.join(" ")).not.toMatch(/renbourser|zebulon/i);
  });
});

describe("urgency", () => {
  test.each<[Classification.Alarm, string]>([
    ["lost-card", "J'ai perdu ma CB hier soir"],
    ["lost-card", "on m'a volé ma carte dans le métro, aidez-moi"],
    ["lost-card", "je dois faire opposition"],
    ["lost-card", "bjr carte volee cette nuit merci de la bloqué"],
    ["lost-card", "my wallet got stolen with both cards inside"],
    ["fraud", "Il y a trois achats que je ne reconnais pas sur mon compte"],
    ["fraud", "j'ai cliqué sur le lien et donné mes codes..."],
    ["fraud", "un faux conseiller m'a appelé"],
    ["fraud", "someone took £400 out of my account"],
    ["fraud", "I never made this transaction"],
    ["account-takeover", "mon compte a été piraté"],
    ["account-takeover", "Somebody logged into my account last night"],
    ["account-takeover", "I am told a payee was added, it wasn't me"],
    ["fraud", "quelqu'un a utilisé mon compte pour un achat"],
    ["fraud", "hi, unknown transaction this morning"],
    ["threat", "je viens demain avec un couteau"],
    ["threat", "je vais cramer votre agence"],
    ["threat", "je vais venir avec un fusil dans votre agence"],
    ["threat", "I'm going to burn your branch down"],
    ["self-harm", "avec ces dettes je pense au suicide"],
    ["self-harm", "I can't pay any more, I want to end my life"],
  ])("is urgent for %s: %s", (alarm, text) => {
    const found = classify(text);
    expect(found.urgency.value).toBe("urgent");
    expect(found.alarm).toBe(alarm);
    expect(found.urgency.why.length).toBeGreaterThan(0);
  });

  test.each([
    "Comment activer ma nouvelle carte ?",
    "Je me suis perdu dans votre appli, où est mon RIB ?",
    "Le volume de ma carte cadeau",
    "your queue is killing me lol",
    "virement refusé, motif : erreur inconnue",
    "on m'a pris 12 euros de frais sur mon compte",
    "j'ai payé mon vol avec ma carte, quelle assurance ?",
    "votre appli va me tuer, elle va encore planter",
    "vous m'avez donné un code qui ne marche pas",
    "I entered my PIN wrong three times",
    "Can someone help, there is an error in my account",
    "I changed my password and it is not working",
    "payment failed with an unknown error",
    "they charged me twice",
    "I'd like to change my password",
    "vos frais me tuent",
  ])("is not for: %s", (text) => {
    expect(classify(text).urgency.value).not.toBe("urgent");
  });

  test("tells what the customer calls urgent from what is", () => {
    expect(classify("Besoin d'un RIB c'est urgent").urgency).toMatchObject({
      value: "pressing",
      why: expect.arrayContaining(["urgent*"]),
    });
  });

  test("of a life outranks that of a card", () => {
    expect(classify("carte volée, plus un sou, j'ai envie d'en finir").alarm).toBe("self-harm");
  });
});

describe("tone", () => {
  test.each<["positive" | "neutral" | "negative", string]>([
    ["negative", "C'est inadmissible, trois jours sans réponse 😡"],
    ["negative", "merci pour rien"],
    ["negative", "Bravo l'appli encore en panne, quelle honte"],
    ["negative", "worst bank ever, still no answer"],
    ["positive", "Super réactifs, merci beaucoup 👏"],
    ["positive", "love the new app!"],
    ["neutral", "Comment commander un chéquier ? Merci"],
    ["neutral", "Can I get a new card please, thanks"],
  ])("is %s: %s", (sentiment, text) => {
    expect(classify(text).sentiment.value).toBe(sentiment);
  });

  test.each([
    "Merci !",
    "ok merci bonne journée",
    "👍",
    "🙏❤️",
    "Thanks a lot",
    "Merci pour votre aide, parfait",
    "Cheers 😊",
  ])("%s starts no clock", (text) => {
    expect(classify(text).expectsAnswer.value).toBe(false);
  });

  test.each([
    "Merci de me rappeler",
    "merci mais toujours pas reçu",
    "ma carte merci",
    "Super, et pour mon virement ?",
    "😡 ?",
    "Bravo, encore une panne",
    "inadmissible",
    "12 rue des Lilas",
    "",
  ])("'%s' expects an answer", (text) => {
    expect(classify(text).expectsAnswer.value).toBe(true);
  });

  test.each(["Bande de voleurs !", "vous êtes des connards", "Go to hell you idiots", "allez vous faire voir"])(
    "insults that ask for nothing are not fed: %s",
    (text) => {
      const found = classify(text);
      expect([found.abuse.value, found.doNotFeed.value]).toEqual([true, true]);
    },
  );

  test.each([
    "Bande de voleurs, rendez-moi mes frais",
    "où est mon virement, connards",
    "idiots, why is my card blocked",
  ])("insults with a request are answered: %s", (text) => {
    const found = classify(text);
    expect([found.abuse.value, found.doNotFeed.value]).toEqual([true, false]);
  });
});

describe("reading", () => {
  const empty = Object.fromEntries(
    Object.keys(Classification.defaultLexicons[0]?.entries ?? {}).map((group) => [group, []]),
  );

  test("forgives capitals, accents, stretched letters and one wrong letter in a long word", () => {
    expect(classify("MON CHEQUIER N EST PAS LÀ").topic.value).toBe("payments");
    expect(classify("merciiiii").expectsAnswer.value).toBe(false);
    expect(classify("ma mastrecard").topic.value).toBe("cards");
    expect(classify("souci de conexion").topic.value).toBe("online-banking");
  });

  test("does not take the labels of redaction or a link for the customer's words", () => {
    expect(classify("voici [carte ••••4821] et [mot de passe]").topic.value).toBe("other");
    expect(classify("regardez https://example.org/carte-volee").urgency.value).toBe("normal");
  });

  test("a complaint is suggested beside the topic", () => {
    const { complaint } = classify("Sans remboursement je saisis le médiateur");
    expect(complaint.value).toBe(true);
    expect(complaint.why.length).toBeGreaterThan(0);
  });

  test("follows the words a bank adds", () => {
    const [french] = Classification.defaultLexicons;
    if (!french) throw new Error("no lexicon");
    const entries = { ...french.entries, "topic.online-banking": [...french.entries["topic.online-banking"], "Cléo"] };
    const own = [Classification.Lexicon.parse({ ...french, entries })];
    expect(classify("cleo ne répond plus", own).topic).toMatchObject({ value: "online-banking", why: ["Cléo"] });
  });

  test("every entry is found in the words it spells", () => {
    for (const { entries } of Classification.defaultLexicons) {
      for (const [group, list] of Object.entries(entries)) {
        for (const entry of list) {
          const chosen = entry.replaceAll(/ \| .*?(?= \+ |$)/g, "").replaceAll(/\|\S+/g, "");
          const spelled = chosen.replaceAll(" + ", " ").replaceAll("*", "");
          const only = Classification.Lexicon.parse({ language: "fr", entries: { ...empty, [group]: [entry] } });
          expect(
            Object.values(classify(spelled, [only])).flatMap((label) => (typeof label === "object" ? label.why : [])),
            entry,
          ).toContain(chosen);
        }
      }
    }
  });

  test("a lexicon that leaves a group out is refused", () => {
    expect(Classification.Lexicon.safeParse({ language: "fr", entries: { pressing: [] } }).success).toBe(false);
  });

  test("a long text takes no longer than a short one", () => {
    expect(classify("carte ".repeat(100_000)).topic.value).toBe("cards");
  });
});

describe("about whom", () => {
  test("a bank's name is found untagged, run together and with a letter wrong", () => {
    const names = ["Banque Horizon", "BHZ"];
    expect(Classification.namesIn("encore la banque horizon en panne", names)).toEqual(["Banque Horizon"]);
    expect(Classification.namesIn("#BanqueHorizon lol", names)).toEqual(["Banque Horizon"]);
    expect(Classification.namesIn("la banque horizn", names)).toEqual(["Banque Horizon"]);
    expect(Classification.namesIn("Chez bhz", names)).toEqual(["BHZ"]);
    expect(Classification.namesIn("l'horizon est beau, bhx", names)).toEqual([]);
  });
});

test.each([
  "Hi, I think my card was cloned. It is [card ••••1111], please block it now!!",
  "Ma carte a été clonée, bloquez-la",
  "someone hacked my account",
])("a copied card or a taken account is an emergency: %s", (text) => {
  expect(classify(text).urgency.value).toBe("urgent");
});
