export type Figure = {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly note?: string;
};

/** What every figure of time should be read with. */
export const shared = "shared machine, median of the runs";

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value that this share of the others does not exceed (nearest rank). */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((left, right) => left - right)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN;

export const round = (value: number): number => Math.round(value * 100) / 100;
