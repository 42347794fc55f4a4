import { expect, test } from "vitest";
import * as Channel from "#core/channel";
import { createRuntime } from "#functions/runtime";

test("answers go to the platforms themselves, under a version, unless a deployment says otherwise", () => {
  const { META_GRAPH_URL, X_API_URL } = createRuntime({}).environment;
  expect([X_API_URL, META_GRAPH_URL]).toEqual([Channel.BASE_URLS.x, Channel.BASE_URLS.meta]);
  expect(X_API_URL).toBe("https://api.x.com");
  expect(META_GRAPH_URL).toMatch(/^https:\/\/graph\.facebook\.com\/v\d+\.\d$/);
  const elsewhere = "https://graph.lumiere.example/v26.0";
  expect(createRuntime({ META_GRAPH_URL: elsewhere }).environment.META_GRAPH_URL).toBe(elsewhere);
});
