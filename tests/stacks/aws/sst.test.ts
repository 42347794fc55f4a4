import { Template } from "aws-cdk-lib/assertions";
import { expect, it } from "vitest";
import { mount } from "../../../stacks/index.ts";
import { emptyPage, furnishStack } from "./stack.ts";

/** Loading SST, bundling every function and fetching the packages beside them takes its time. */
const patience = 240_000;

it("a stage mounted by SST is the one that CDK synthesises, without an account", { timeout: patience }, async () => {
  const { initProject, useProject } = await import("sst/project.js");
  await initProject({ stage: "test", root: process.cwd() });
  const { name, region } = useProject().config;
  const { App } = await import("sst/constructs");
  const app = new App({ mode: "deploy", stage: "test", name, ...(region && { region }) });
  const mounted = await mount(app, emptyPage());
  await app.finish();

  expect(mounted.stackName).toBe("test-guichet");
  expect(resourcesOf(mounted)).toEqual(resourcesOf(furnishStack()));
});

const resourcesOf = (stack: Parameters<typeof Template.fromStack>[0]): string[] =>
  Object.keys(Template.fromStack(stack).toJSON()["Resources"]).sort();
