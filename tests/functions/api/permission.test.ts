import { expect, test } from "vitest";
import * as Entity from "#core/entity";
import { grantOf } from "../../../functions/api/permission.ts";

const roles = Entity.Role.options;
const pairs = roles.flatMap((claim) => roles.map((record) => ({ claim, record })));

test.each(pairs)(
  "a token of $claim recorded as $record may do nothing that one of them may not",
  ({ claim, record }) => {
    const both = grantOf([claim], record);
    const alone = [claim, record].map((role) => grantOf([role], undefined)?.can ?? []);
    expect(both?.can).toEqual(alone[0]?.filter((each) => alone[1]?.includes(each)));
    expect([claim, record]).toContain(both?.role);
  },
);

test("of several claims the one that is recorded counts; without any there is nothing", () => {
  expect(grantOf(["admin", "agent"], "agent")).toEqual(grantOf(["agent"], undefined));
  expect(grantOf([], "agent")).toBeUndefined();
});
