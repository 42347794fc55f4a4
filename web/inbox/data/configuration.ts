import type { Configuration } from "./api-types.ts";

/** Where this page's API and issuer are; the same file on AWS and here. The document asks for it ahead of this. */
export const readConfiguration = async (): Promise<Configuration> => {
  const response = await fetch("/config.json");
  if (!response.ok) throw new Error("no configuration");
  return (await response.json()) as Configuration;
};
