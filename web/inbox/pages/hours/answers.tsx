import { For } from "solid-js";
import type { Approved, Bank } from "../../data/bank/api.ts";
import { hoursWords } from "./words.ts";

type Props = { bank: Bank; change: (part: Partial<Bank>) => void };

/** What the bank says by itself; empty, it says nothing. */
export const Answers = (props: Props) => {
  const say = hoursWords.words;
  const answers = () => props.bank.automaticAnswers ?? {};
  const said = (part: Bank["automaticAnswers"]) => props.change({ automaticAnswers: { ...answers(), ...part } });
  return (
    <>
      <h2>{say().answers}</h2>
      <p class="quiet-text">{say().answersLead}</p>
      <Words
        bank={props.bank}
        title={say().urgent}
        hint={say().urgentHint}
        words={answers().urgent ?? {}}
        change={(urgent) => said({ urgent })}
      />
      <Words
        bank={props.bank}
        title={say().outsideHours}
        hint={say().outsideHoursHint}
        words={answers().outsideHours ?? {}}
        change={(outsideHours) => said({ outsideHours })}
      />
      <Words
        bank={props.bank}
        title={say().satisfaction}
        hint={say().satisfactionHint}
        words={props.bank.satisfaction ?? {}}
        change={(satisfaction) => props.change({ satisfaction })}
      />
    </>
  );
};

type WordsProps = {
  bank: Bank;
  title: string;
  hint: string;
  words: Approved;
  change: (words: Approved) => void;
};

/** The same, in each language that the bank speaks. */
const Words = (props: WordsProps) => (
  <fieldset class="desk-card">
    <legend>{props.title}</legend>
    <p class="quiet-text">{props.hint}</p>
    <div class="desk-columns">
      <For each={props.bank.languages}>
        {(language) => (
          <label>
            <span>{hoursWords.words().inLanguage[language]}</span>
            <textarea
              rows="4"
              maxlength="1000"
              lang={language}
              value={props.words[language] ?? ""}
              onChange={(event) => props.change({ ...props.words, [language]: event.currentTarget.value })}
            />
          </label>
        )}
      </For>
    </div>
  </fieldset>
);
