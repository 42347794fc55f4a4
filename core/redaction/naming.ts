import { anyOf } from "./phrase.ts";

/** Words that stand between the name of a number and the number, in sources of regular expressions over a folded view. */

/** "n°", "num.", "number", "Nr.": that a number comes. A single letter is a word only before what is no letter and no digit. */
export const numberLabel = `n[.°º]{1,2}|(?<![a-z])${anyOf({
  fr: /numeros?|num|no|n(?![a-z0-9])|reference|ref|identifiant|code/,
  en: /numbers?|nbr|id/,
  de: /nr|nummer|referenz|kennung|ident/,
  es: /referencia|codigo/,
  it: /riferimento|codice/,
  nl: /referentie/,
})}(?![a-z])`;

/** "is", "c'est le", "lautet": what links it to its value. */
export const linking = `(?<![a-z])${anyOf({
  fr: /(?:est|c'est|cest)(?![a-z])|(?:le|la|c|mon|ma|de|du|sous|aussi)(?![a-z0-9]|-\d)/,
  en: /(?:is|are)(?![a-z])|(?<=')s(?![a-z0-9])|was(?![a-z0-9])|(?:the|to|my|of|also)(?![a-z0-9])/,
  de: /(?:ist|war)(?![a-z])|(?:lautet|meine?|von|er|auch)(?![a-z0-9])/,
  es: /es(?![a-z])|(?:el|est[ae]|mi|su|tambien)(?![a-z0-9])/,
  it: /(?:e|il|mi[ao]|di|da|anche)(?![a-z0-9])/,
  nl: /(?:mijn|van|ook)(?![a-z0-9])/,
  pt: /(?:o|meu|minha|do|tambem)(?![a-z0-9])/,
})}`;

/** "mon NIF portugais", "my Italian tax code", "the Maltese ID". */
export const nationality = `(?<![a-z])${anyOf({
  fr: [
    /fran(?:cais|caise|ces|cese|cesa|s|sen?)|belges?|luxembourg(?:eois)?e?|suisses?|allemande?|autrichien(?:ne)?|italien(?:ne)?/,
    /espagnole?|portugaise?|neerlandaise?|hollandaise?|anglaise?|britannique|irlandaise?|polonaise?|roumaine?|bulgare|grecque|grec/,
    /croate|tcheque|slovaque|slovene|hongroise?|danoise?|suedoise?|norvegien(?:ne)?|finlandaise?|estonien(?:ne)?|letton(?:ne)?/,
    /lituanien(?:ne)?|maltaise?|chypriote|nationale?s?|europe(?:en|enne)|personnel(?:le)?/,
    /marocaine?|algerien(?:ne)?|tunisien(?:ne)?|turque?|americaine?|canadien(?:ne)?|quebecoise?|bresilien(?:ne)?|argentine?|chilien(?:ne)?|mexicaine?|colombien(?:ne)?/,
    /chinoise?|indien(?:ne)?|japonaise?|coreen(?:ne)?|russe|ukrainien(?:ne)?|senegalaise?|ivoirien(?:ne)?|camerounaise?|malien(?:ne)?|libanaise?|egyptien(?:ne)?|israelien(?:ne)?|australien(?:ne)?/,
  ],
  en: [
    /french|belgian|swiss|german|austrian|italian|spanish|portuguese|dutch|british|english|irish|polish|romanian|bulgarian|greek/,
    /moroccan|algerian|tunisian|turkish|american|us|usa|canadian|brazilian|argentin(?:e|ian)|chilean|mexican|colombian|chinese|indian|pakistani|bangladeshi|japanese|korean/,
    /russian|ukrainian|nigerian|ghanaian|kenyan|south african|egyptian|lebanese|israeli|australian|singapore(?:an)?|thai|philippine|filipino|emirati|saudi/,
    /croatian|czech|slovak|slovenian|hungarian|danish|swedish|norwegian|finnish|estonian|latvian|lithuanian|maltese|malta|cypriot|cyprus|personal/,
  ],
  de: /deutsche?[rsn]?|schweizer(?:ische)?|osterreich(?:ische)?[rsn]?|luxemburg(?:ische)?[rsn]?|belgische?|turkische?[rsn]?|amerikanische?[rsn]?/,
  es: /espanola?|portugues[ae]?|argentin[ao]|mexican[ao]|chilen[ao]|colombian[ao]|peruan[ao]|venezolan[ao]|marroqui|ecuatorian[ao]/,
  it: /italian[ao]|american[ao]|brasilian[ao]|argentin[ao]|marocchin[ao]|albanese|rumen[ao]/,
  pt: /brasileir[ao]|angolan[ao]|mocambican[ao]/,
})}(?![a-z])`;
