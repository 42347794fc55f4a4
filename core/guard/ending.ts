import tlds from "tlds" with { type: "json" };

/** What the name of a host can end in: every top-level domain there is (IANA), those in use for examples, and their ASCII forms. */
const endings: ReadonlySet<string> = new Set([...tlds, "example", "invalid", "test"]);

export const isEnding = (ending: string): boolean => endings.has(ending) || /^xn--/.test(ending);

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Endings that are no words: whatever is written before one is an address, however many words follow. */
const plain = set(`
  fr eu uk be ch lu nl pl cz com org net info biz app dev bank io co ly gl gd link online site website store shop tech
  cloud click top icu vip zip mov xyz ru cn cc tk tv example invalid`);

export const isPlainEnding = (ending: string): boolean => plain.has(ending);

/** Endings that begin a sentence or go on with one in the languages of the rules. Folded. */
const small = set(`
  ad ai al am an as at au az ba be bi ca ce ci co da de do du eh en es et eu fa ga he hm id ie il im in io is it je ki la le li
  lo lu ma me mi mo mu my na ne ni no nu om on or pa pe pm ps re sa se si so su ta te th to tu ua un us va vu wa we ye
  you now here how one yes please call contact care can has with all any and so see let get try ask read talk today open
  plus pour dans votre nous vous voici merci pas info net link click site store top zip mov vip tech bank app cloud dev
  online website save safe pay help support thanks`);

export const isSmallWord = (ending: string): boolean => small.has(ending);
