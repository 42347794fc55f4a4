/** Whether bytes begin as a JPEG, PNG, WebP or GIF does (WHATWG MIME Sniffing, 6.1). What a sender calls them says nothing. */
export const isPicture = (bytes: Uint8Array): boolean => {
  const start = lettersOf(bytes.subarray(0, 16));
  return (
    start.startsWith("\xff\xd8\xff") ||
    start.startsWith("\x89PNG\r\n\x1a\n") ||
    start.startsWith("GIF87a") ||
    start.startsWith("GIF89a") ||
    (start.startsWith("RIFF") && start.slice(8, 14) === "WEBPVP")
  );
};

/** Whether bytes begin and end as a PDF does (ISO 32000-2, 7.5.2 and 7.5.5). */
export const isPdf = (bytes: Uint8Array): boolean =>
  lettersOf(bytes.subarray(0, 5)) === "%PDF-" && lettersOf(bytes.subarray(-1_024)).includes("%%EOF");

/** Each byte as the character of the same number. */
const lettersOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
