import { preferences } from "../data/preferences.ts";
import { chooseLanguage } from "./model.ts";

/** What the address, the agent's earlier choice or the browser asks for, in this order. */
export const wishedLanguage = (): string =>
  chooseLanguage([
    new URLSearchParams(location.search).get("lang"),
    preferences.get("language"),
    ...navigator.languages,
  ]);
