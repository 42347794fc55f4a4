import { createEffect, onCleanup, onMount } from "solid-js";
import UPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Pace } from "../../data/wallboard/types.ts";
import { clockText } from "../../ui/time-model.ts";
import { breachShare } from "./model.ts";
import { wallboardWords } from "./words.ts";

type Row = Pace & { startedAt: string };

const HEIGHT_PX = 190;

/** Two lines in minutes, and columns for the share of broken promises. The table beside it says the same. */
export const Chart = (props: { rows: Row[]; label: string; choose: (startedAt: string) => void }) => {
  let host: HTMLDivElement | undefined;
  let plot: UPlot | undefined;
  const draw = () => {
    if (!host) return;
    plot?.destroy();
    plot = new UPlot(optionsOf(host), dataOf(props.rows), host);
    plot.over.addEventListener("click", choose);
  };
  /** The hour nearest to the pointer. For who has none the table tells every hour. */
  const choose = () => {
    const row = props.rows[plot?.cursor.idx ?? -1];
    if (row) props.choose(row.startedAt);
  };
  onMount(() => {
    draw();
    const resized = new ResizeObserver(() => {
      if (host && plot && host.clientWidth !== plot.width) plot.setSize({ width: host.clientWidth, height: HEIGHT_PX });
    });
    if (host) resized.observe(host);
    // Colours are painted: another appearance or language is another painting.
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const dressed = new MutationObserver(draw);
    dressed.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "lang"] });
    scheme.addEventListener("change", draw);
    onCleanup(() => {
      resized.disconnect();
      dressed.disconnect();
      scheme.removeEventListener("change", draw);
      plot?.destroy();
    });
  });
  createEffect(() => plot?.setData(dataOf(props.rows)));
  return <div class="trend-chart" role="img" aria-label={props.label} ref={(element) => (host = element)} />;
};

const dataOf = (rows: readonly Row[]): UPlot.AlignedData => [
  rows.map(({ startedAt }) => Date.parse(startedAt) / 1000),
  rows.map(breachShare),
  rows.map(({ p50Seconds }) => minutes(p50Seconds)),
  rows.map(({ p90Seconds }) => minutes(p90Seconds)),
];

const minutes = (seconds: number | null): number | null => (seconds === null ? null : seconds / 60);

const optionsOf = (host: HTMLElement): UPlot.Options => {
  const style = getComputedStyle(host);
  const paint = (name: string) => style.getPropertyValue(name);
  const say = wallboardWords.words().trend;
  const axis = {
    stroke: paint("--wall-quiet"),
    grid: { stroke: paint("--wall-line"), width: 1 },
    ticks: { show: false },
  };
  const line = (label: string, stroke: string): UPlot.Series => ({
    label,
    stroke,
    width: 2,
    spanGaps: true,
    points: { show: true, size: 5 },
  });
  return {
    width: host.clientWidth,
    height: HEIGHT_PX,
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: { min: { range: (_, __, most) => [0, Math.max(10, most * 1.1)] }, share: { range: [0, 100] } },
    axes: [
      { ...axis, values: (_, at) => at.map((each) => clockText(new Date(each * 1000).toISOString())) },
      { ...axis, scale: "min", size: 56, values: (_, values) => values.map((each) => `${each} min`) },
      {
        ...axis,
        scale: "share",
        side: 1,
        size: 48,
        grid: { show: false },
        values: (_, values) => values.map((each) => `${each} %`),
      },
    ],
    series: [
      {},
      {
        label: say.share,
        scale: "share",
        fill: paint("--wall-share"),
        stroke: paint("--wall-share"),
        width: 0,
        points: { show: false },
        ...(UPlot.paths.bars === undefined ? {} : { paths: UPlot.paths.bars({ size: [0.6, 40] }) }),
      },
      { ...line(say.half, paint("--wall-half")), scale: "min" },
      { ...line(say.most, paint("--wall-most")), scale: "min" },
    ],
  };
};
