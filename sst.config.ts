import type { SSTConfig } from "sst";

export default {
  config: () => ({ name: "guichet", region: process.env["AWS_REGION"] ?? "eu-west-3" }),
  async stacks(app) {
    const { mount } = await import("./stacks/index.ts");
    await mount(app);
  },
} satisfies SSTConfig;
