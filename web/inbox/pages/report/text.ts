import { language } from "../../language/index.ts";
import { durationText } from "../../ui/time-model.ts";
import { reportWords } from "./words.ts";

/** "94 %" as the language writes it; a dash where there is nothing to divide. */
export const percentText = (rate: number | undefined): string =>
  rate === undefined
    ? reportWords.words().none
    : new Intl.NumberFormat(language(), { style: "percent", maximumFractionDigits: 1 }).format(rate);

export const secondsText = (seconds: number | null): string =>
  seconds === null ? reportWords.words().none : durationText(seconds * 1000, language());

/** The mean of scores, with one decimal. */
export const scoreText = ({ count, sum }: { count: number; sum: number }): string =>
  new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(sum / count);

export const countText = (count: number): string => new Intl.NumberFormat(language()).format(count);

export const moneyText = (cents: number | undefined, currency: string | undefined): string =>
  cents === undefined || currency === undefined
    ? reportWords.words().none
    : new Intl.NumberFormat(language(), { style: "currency", currency }).format(cents / 100);
