export type FaultKind = {
  /** HTTP status of the answer (RFC 9110). */
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  /** Whether the same request may succeed later, unchanged. */
  readonly retry: boolean;
  /** After how long, where it is known. */
  readonly afterSeconds?: number;
  /** The sentence a person may read: what happened and what to do. */
  readonly tell: { readonly fr: string; readonly en: string };
};
