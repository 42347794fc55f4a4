import { Fault } from "#core/fault";

/** More people at once than change one bank's settings in the same second. */
const tries = 5;

/**
 * A change of one part, made again from what is kept now when somebody else's came first: both hold. For what leaves the
 * rest as it is read; a change that replaces the whole is its author's to make again.
 */
export const afresh = async <Result>(change: () => Promise<Result>): Promise<Result> => {
  for (let left = tries; ; left -= 1) {
    try {
      return await change();
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== "settings.changed" || left <= 1) throw error;
    }
  }
};
