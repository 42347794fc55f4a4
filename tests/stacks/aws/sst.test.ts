import { App as CdkApp } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { expect, it } from "vitest";
import * as Aws from "#stacks/aws";
import { mount } from "../../../stacks/index.ts";
import { emptyPage } from "./stack.ts";

/** Bundling ten functions and loading SST takes its time. */
const patience = 60_000;

it("a stage mounted by SST is the one that CDK synthesises, without an account", { timeout: patience }, async () => {
  const { initProject, useProject } = await import("sst/project.js");
  await initProject({ stage: "test", root: process.cwd() });
  const { name, region } = useProject().config;
  const { App: SstApp } = await import("sst/constructs");
  const app = new SstApp({ mode: "deploy", stage: "test", name, ...(region && { region }) });
  const mounted = await mount(app, emptyPage());
  await app.finish();

  const plain = await Aws.createStage(new CdkApp(), {
    stage: "test",
    root: process.cwd(),
    pageDir: emptyPage(),
    variables: {},
  });
  expect(mounted.stackName).toBe(plain.stackName);
  expect(resourceNames(mounted)).toEqual(resourceNames(plain));
});

const resourceNames = (stack: Parameters<typeof Template.fromStack>[0]): string[] =>
  Object.keys(Template.fromStack(stack).toJSON()["Resources"]).sort();
