/** Between the words of a name, in small letters. */
export const particles: ReadonlySet<string> = new Set(
  "de du des d' la le van von der den ter ten el al ben bin bint di da do dos das del della lo li los las san ibn abu y e zu af o' mc mac".split(
    " ",
  ),
);
/** Particles that more often begin a phrase than a name. */
export const articles: ReadonlySet<string> = new Set(["la", "des", "der", "den", "y", "e", "zu", "da", "do", "das"]);

/** Capitalised after such a cue, and nobody's name. */
export const stop: ReadonlySet<string> = new Set(
  (
    "tres trop vraiment extremement plus sehr so wirklich molto muy muito heel very really extremely quite totally absolutely ober fils " +
    "le la les l un une des de du mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces je tu il elle on nous vous ils elles qui que quoi dont ou et mais donc or ni car " +
    "the a an my your his her its our their this that these those i you he she it we they who which and but or so if in on at to of for from with by not no yes " +
    "maire juge prefet ministre responsable chef mediateur mr mrs ms miss dr m mme mlle madame monsieur sir madam messieurs mesdames directeur directrice president presidente conseiller conseillere service services client clients cliente equipe team support customer " +
    "banque bank agence agency credit carte card compte account conto konto cuenta sav pour avec sans sur dans est ai suis pas plus merci bonjour bonsoir salut hello hi hey dear all everyone thanks thank please svp stp " +
    "der die das ein eine ich sie wir mein meine und nicht bitte danke hallo el los las mi mis su sus gracias hola lo gli una mio mia grazie ciao het een mijn dank o os as um uma meu minha obrigado obrigada por pela pelo per voor fur " +
    "voici voila quand comment pourquoi combien toujours encore aussi tout tous toute toutes rien personne any anyone someone something nothing everybody there here what when where why how can could would should will " +
    "is are was were be been am have has had do does did please help sorry now still very so too just also lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday " +
    "janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre january february march april june july august september october november december " +
    "visa mastercard paypal google apple iban rib cvv pin euro euros eur usd gbp atm dab top app application site internet web twitter facebook instagram messenger whatsapp friend friends guys folks ladies gentlemen god"
  ).split(" "),
);
