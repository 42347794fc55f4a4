import { For, type JSX, Show } from "solid-js";
import type { Board, Figures, Selection } from "../../data/wallboard/types.ts";
import { words } from "../../language/index.ts";
import { ChannelGlyph } from "../../ui/channel-glyph.tsx";
import { COLUMNS, isSame, toneOf } from "./model.ts";
import { waitText } from "./tiles.tsx";
import { wallboardWords } from "./words.ts";

type Choosing = { selection: Selection; select: (selection: Selection) => void };

/** The same figures by team, and by channel. Each number opens as a list. */
export const Matrix = (props: { board: Board } & Choosing) => (
  <section class="panel" aria-labelledby="wall-matrix">
    <h2 id="wall-matrix">{wallboardWords.words().matrix.title}</h2>
    <Show when={props.board.total.open > 0} fallback={<p class="quiet-text">{wallboardWords.words().matrix.empty}</p>}>
      <table class="matrix">
        <thead class="matrix-head">
          <tr>
            <th scope="col">
              <span class="sr-only">{wallboardWords.words().matrix.group}</span>
            </th>
            <For each={COLUMNS}>{({ figure }) => <th scope="col">{wallboardWords.words().figure[figure]}</th>}</For>
            <th scope="col">{wallboardWords.words().figure.oldest}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.board.teams}>
            {(team) => (
              <Row {...choosing(props)} where={{ team: team.id }} name={team.name} figures={team.figures}>
                <span>{team.name}</span>
              </Row>
            )}
          </For>
        </tbody>
        <tbody>
          <For each={props.board.channels}>
            {({ channel, figures }, index) => (
              <Row
                {...choosing(props)}
                isFirst={index() === 0}
                where={{ channel }}
                name={words().channel[channel]}
                figures={figures}
              >
                <ChannelGlyph channel={channel} />
                <span>{words().channel[channel]}</span>
              </Row>
            )}
          </For>
        </tbody>
      </table>
    </Show>
  </section>
);

const choosing = ({ select, selection }: Choosing): Choosing => ({ select, selection });

type RowProps = Choosing & {
  /** A line stands between the teams and the channels. */
  isFirst?: boolean;
  where: Omit<Selection, "scope">;
  name: string;
  figures: Figures;
  children: JSX.Element;
};

const Row = (props: RowProps) => (
  <tr class={props.isFirst === true ? "matrix-next" : undefined}>
    <th scope="row">
      <span class="matrix-name">{props.children}</span>
    </th>
    <For each={COLUMNS}>
      {({ figure, scope }) => (
        <td data-tone={toneOf(figure, props.figures[figure])}>
          <Show when={props.figures[figure] > 0} fallback={<span class="matrix-none">{0}</span>}>
            <button
              type="button"
              class="matrix-figure"
              aria-label={wallboardWords
                .words()
                .opens(`${props.name}, ${wallboardWords.words().figure[figure]}`, props.figures[figure])}
              aria-pressed={isSame(props.selection, { scope, ...props.where })}
              onClick={() => props.select({ scope, ...props.where })}
            >
              {props.figures[figure].toLocaleString(words().code)}
            </button>
          </Show>
        </td>
      )}
    </For>
    <td class="matrix-wait">
      {props.figures.oldestSince === null ? wallboardWords.words().trend.none : waitText(props.figures.oldestSince)}
    </td>
  </tr>
);
