import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import * as Api from "#functions/api";
import { createRuntime } from "#functions/runtime";
import * as Headers from "#stacks/headers";
import { type Resource, resourcesOf, synthesise } from "./stack.ts";

const template = synthesise();
const withDomain = synthesise({
  SITE_DOMAIN: "guichet.lumiere.example",
  SITE_CERTIFICATE_ARN: "arn:aws:acm:us-east-1:111111111111:certificate/0",
});

type Behavior = Record<string, unknown>;
type Distribution = {
  CacheBehaviors: Behavior[];
  DefaultCacheBehavior: Behavior;
  Origins: { OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[] }[];
  ViewerCertificate?: unknown;
  Aliases?: unknown;
};

const only = (type: string, from = template): Resource => {
  const [resource, ...others] = Object.values(resourcesOf(from, type));
  if (resource === undefined || others.length > 0) throw new Error(`not one ${type}`);
  return resource;
};
const edgeFunctionOf = (name: string): Resource => {
  const found = Object.entries(resourcesOf(template, "AWS::CloudFront::Function")).find(([id]) => id.startsWith(name));
  if (found === undefined) throw new Error(`no function ${name}`);
  return found[1];
};
/** The agents' page, and the one that customers see. */
const distributionOf = (from = template, name: "Site" | "SecureSite" = "Site"): Distribution => {
  const found = Object.entries(resourcesOf(from, "AWS::CloudFront::Distribution")).find(([id]) =>
    new RegExp(`^${name}[0-9A-F]{8}$`).test(id),
  );
  if (found === undefined) throw new Error(`no distribution ${name}`);
  return found[1].Properties["DistributionConfig"] as Distribution;
};

describe("the page", () => {
  it("carries every header of stacks/headers", () => {
    const config = JSON.stringify(
      only("AWS::CloudFront::ResponseHeadersPolicy").Properties["ResponseHeadersPolicyConfig"],
    );
    const { "content-security-policy": policy = "", ...others } = Headers.pageHeaders({ connect: [] });
    for (const directive of policy.split("; ").filter((text) => !text.startsWith("connect-src"))) {
      expect(config).toContain(directive);
    }
    expect(config).toContain('"AccessControlMaxAgeSec":63072000,"IncludeSubdomains":true');
    expect(config).toContain('"ContentTypeOptions":{"Override":true}');
    for (const [name, value] of Object.entries(others)) {
      if (["strict-transport-security", "x-content-type-options"].includes(name)) continue;
      expect(config).toContain(JSON.stringify(value).slice(1, -1));
    }
  });

  it("may call the API beside it and the live one, and nobody else: not the issuer either", () => {
    const config = JSON.stringify(only("AWS::CloudFront::ResponseHeadersPolicy").Properties);
    expect(config).toMatch(/connect-src 'self' wss:\/\/",\{"Ref":"LiveApi[^;]*; form-action/);
    expect(config).not.toContain("cognito");
  });

  it("is read from its bucket by CloudFront alone, and no bucket is public", () => {
    const buckets = Object.values(resourcesOf(template, "AWS::S3::Bucket"));
    expect(buckets).toHaveLength(2);
    for (const bucket of buckets) {
      expect(bucket.Properties["PublicAccessBlockConfiguration"]).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    }
    only("AWS::CloudFront::OriginAccessControl");
  });

  it.each([
    ["/", "/index.html"],
    ["/conversations/abc", "/index.html"],
    ["/assets/app-1a2b.js", "/assets/app-1a2b.js"],
    ["/icon.svg", "/icon.svg"],
  ])("answers %s with %s", (uri, expected) => {
    const code = edgeFunctionOf("PageRoutes").Properties["FunctionCode"];
    expect(runInNewContext(`${code}; handler(event).uri`, { event: { request: { uri } } })).toBe(expected);
  });

  it("speaks TLS 1.2 or newer on the bank's own domain", () => {
    expect(distributionOf(withDomain)).toMatchObject({
      Aliases: ["guichet.lumiere.example"],
      ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021" },
    });
  });
});

describe("the page that customers see", () => {
  const secure = distributionOf(template, "SecureSite");

  it("has a host of its own, on which nothing is cached and nothing leads to the agents' API", () => {
    expect(secure.CacheBehaviors).toBeUndefined();
    expect(secure.DefaultCacheBehavior).toMatchObject({
      CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      ViewerProtocolPolicy: "https-only",
    });
    const code = String(edgeFunctionOf("SecureGate").Properties["FunctionCode"]);
    const open = (uri: string): unknown => runInNewContext(`${code};handler(${JSON.stringify({ request: { uri } })})`);
    expect(open("/secure/lumiere")).toEqual({ uri: "/secure/lumiere" });
    for (const uri of ["/api/me", "/", "/webhooks/x", "/securely", "/x/secure/"]) {
      expect(open(uri), uri).toMatchObject({ statusCode: 404 });
    }
    expect(distributionOf().CacheBehaviors.map(({ PathPattern }) => PathPattern)).not.toContain("/secure/*");
  });

  it("tells the function who came through it, by a secret that is in no template", () => {
    const [header] = secure.Origins[0]?.OriginCustomHeaders ?? [];
    expect(header?.HeaderName).toBe("x-guichet-edge");
    expect(JSON.stringify(header?.HeaderValue)).toMatch(/\{\{resolve:secretsmanager:.*EDGEKEY/);
  });

  it("stands on the bank's own domain where it has one", () => {
    const own = synthesise({
      SECURE_DOMAIN: "messages.lumiere.example",
      SECURE_CERTIFICATE_ARN: "arn:aws:acm:us-east-1:111111111111:certificate/1",
    });
    expect(distributionOf(own, "SecureSite")).toMatchObject({
      Aliases: ["messages.lumiere.example"],
      ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021" },
    });
  });
});

describe("the way to the functions", () => {
  const behaviors = distributionOf().CacheBehaviors;

  it.each(["/api/*", "/webhooks/*"])("%s is neither cached nor stripped of headers", (path) => {
    const behavior = behaviors.find(({ PathPattern }) => PathPattern === path);
    // Managed policies: CachingDisabled, AllViewerExceptHostHeader (Amazon CloudFront developer guide).
    expect(behavior).toMatchObject({
      CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
      ViewerProtocolPolicy: "https-only",
    });
    expect(behavior?.["AllowedMethods"]).toEqual(expect.arrayContaining(["GET", "POST", "PUT", "DELETE"]));
  });

  it("keeps errors of the API as they are", () => {
    expect(distributionOf()).not.toHaveProperty("CustomErrorResponses");
  });

  it("has the routes of platforms, agents and live connections", () => {
    const routes = Object.values(resourcesOf(template, "AWS::ApiGatewayV2::Route")).map(
      ({ Properties }) => Properties["RouteKey"],
    );
    expect(routes.sort()).toEqual([
      "$connect",
      "$default",
      "$disconnect",
      "DELETE /api/{proxy+}",
      "GET /api/conversations/{id}/messages/{messageId}/stories/{storyId}",
      "GET /api/{proxy+}",
      "GET /healthz",
      "GET /secure/{proxy+}",
      "GET /webhooks/meta",
      "GET /webhooks/x",
      "PATCH /api/{proxy+}",
      "POST /api/{proxy+}",
      "POST /secure/{proxy+}",
      "POST /webhooks/meta",
      "POST /webhooks/x",
      "PUT /api/{proxy+}",
    ]);
  });

  it("lets every method through that the API answers to", async () => {
    const response = await Api.createApp(createRuntime({})).request("/api/openapi.json");
    const { paths } = (await response.json()) as { paths: Record<string, object> };
    const methods = new Set(Object.values(paths).flatMap((each) => Object.keys(each)));
    const routes = Object.values(resourcesOf(template, "AWS::ApiGatewayV2::Route")).flatMap(({ Properties }) =>
      String(Properties["RouteKey"]).endsWith(" /api/{proxy+}") ? [String(Properties["RouteKey"]).split(" ")[0]] : [],
    );
    expect(methods.size).toBeGreaterThan(2);
    expect(routes).toEqual(expect.arrayContaining([...methods].map((method) => method.toUpperCase())));
  });

  it("logs the route of a request and neither its path, its query, its headers nor who sent it", () => {
    const stages = Object.values(resourcesOf(template, "AWS::ApiGatewayV2::Stage"));
    const formats = stages.flatMap(({ Properties }) => {
      const settings = Properties["AccessLogSettings"] as { Format: string } | undefined;
      return settings ? [settings.Format] : [];
    });
    expect(formats).toHaveLength(1);
    expect(formats[0]).toContain("$context.routeKey");
    expect(formats[0]).not.toMatch(/path|query|header|identity|sourceIp|userAgent|authorizer|body/i);
  });

  it("is throttled everywhere", () => {
    for (const { Properties } of Object.values(resourcesOf(template, "AWS::ApiGatewayV2::Stage"))) {
      expect(Properties["DefaultRouteSettings"]).toMatchObject({
        ThrottlingRateLimit: expect.any(Number),
        ThrottlingBurstLimit: expect.any(Number),
      });
    }
  });
});
