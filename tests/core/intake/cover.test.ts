import fc from "fast-check";
import { expect, test } from "vitest";
import * as Intake from "#core/intake";
import type * as Redaction from "#core/redaction";

const plain = (text: string): Intake.Piece => ({ id: "m_1", text: text as Redaction.Redacted, marks: [] });

/** The message after an agent took the passage out by hand. */
const struck = (text: string, passage: string): Intake.Piece => {
  const start = text.indexOf(passage);
  const range = { start, end: start + passage.length };
  return Intake.withoutPassages(plain(text), { words: [passage], kind: "name", language: "fr" }, range);
};

const after = (text: string, passage: string, edited: string): string =>
  Intake.coverAgain(struck(text, passage), plain(edited), "fr").text;

test.each([
  [
    "between the same words",
    "on dit Zoé Ximun pour rire",
    "Zoé Ximun",
    "on dit Zoé Ximun pour rire !",
    "on dit [nom] pour rire !",
  ],
  ["at the start", "Zoé Ximun attend", "Zoé Ximun", "Zoé Ximun attend encore", "[nom] attend encore"],
  ["at the end, where more was added", "je vois avec Zoé", "Zoé", "je vois avec Zoé. Merci", "je vois avec [nom]"],
  [
    "with one side changed",
    "hier je vois Zoé au club de Lyon",
    "Zoé",
    "demain je vois Zoé à Paris",
    "demain je vois [nom]",
  ],
  [
    "with the passage corrected",
    "on dit Zoé Ximun pour rire",
    "Zoé Ximun",
    "on dit Zoë X. Imun pour rire",
    "on dit [nom] pour rire",
  ],
  [
    "where the words around it stand side by side too",
    "Lyon Lyon merci Zoé dit Lyon",
    "Zoé",
    "Lyon Lyon merci. dit Lyon Lyon merci Zoé dit Lyon le le",
    "Lyon Lyon merci. dit Lyon Lyon merci [nom] dit Lyon le le",
  ],
  [
    "at every place that they tell",
    "on dit Zoé pour rire",
    "Zoé",
    "on dit Zoé pour rire, on dit Zoé pour rire",
    "on dit [nom] pour rire, on dit [nom] pour rire",
  ],
  ["with other capitals and accents", "On dit Zoé pour rire", "Zoé", "on DIT zoé pour rire", "on DIT [nom] pour rire"],
  ["where it is gone", "on dit Zoé pour rire", "Zoé", "on dit pour rire", "on dit pour rire"],
  ["in another text altogether", "on dit Zoé pour rire", "Zoé", "ma carte est avalée", "ma carte est avalée"],
])("an edit keeps a passage covered %s", (_, text, passage, edited, expected) => {
  expect(after(text, passage, edited)).toBe(expected);
});

test("whatever is put around the words that stood around it, the passage does not come back", () => {
  const words = fc.array(fc.constantFrom("le", "client", "dit", "carte", "merci", "Lyon", "rire", "hier"), {
    minLength: 2,
    maxLength: 6,
  });
  fc.assert(
    fc.property(words, words, words, words, (left, right, before, behind) => {
      const text = `${left.join(" ")} Zephyrine ${right.join(" ")}`;
      const edited = `${before.join(" ")}. ${text} ${behind.join(" ")}`;
      expect(after(text, "Zephyrine", edited)).not.toContain("Zephyrine");
    }),
  );
});
