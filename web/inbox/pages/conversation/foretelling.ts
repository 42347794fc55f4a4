type Around = {
  fetchCode: () => Promise<unknown>;
  /** The person has asked their browser for that. */
  savesData: () => boolean;
  /** Acts when nothing else is to be done. Returns how to call it off. */
  atLeisure: (act: () => void) => () => void;
  /** The code is there. */
  tell: () => void;
};

/** Fetches code that is likely to be wanted next, once, when nothing else is to be done. Returns how to call it off. */
export const createForetelling = ({ atLeisure, fetchCode, savesData, tell }: Around) => {
  let isFetched = false;
  const fetchIt = async () => {
    isFetched = true;
    try {
      await fetchCode();
      tell();
    } catch {
      // Who wants it asks for it themselves.
      isFetched = false;
    }
  };
  return (): (() => void) => (isFetched || savesData() ? () => undefined : atLeisure(() => void fetchIt()));
};
