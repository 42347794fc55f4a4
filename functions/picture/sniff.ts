/** Whether bytes begin as a JPEG, PNG, WebP or GIF does (WHATWG MIME Sniffing, 6.1). What a sender calls them says nothing. */
export const isPicture = (bytes: Uint8Array): boolean => {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  return (
    start.startsWith("\xff\xd8\xff") ||
    start.startsWith("\x89PNG\r\n\x1a\n") ||
    start.startsWith("GIF87a") ||
    start.startsWith("GIF89a") ||
    (start.startsWith("RIFF") && start.slice(8, 14) === "WEBPVP")
  );
};
