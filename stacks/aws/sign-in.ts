import { Aws, Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolOperation,
} from "aws-cdk-lib/aws-cognito";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { explain } from "./explain.ts";
import type { Issuer, Settings } from "./settings.ts";

/** The users of a stage: who issues tokens, once the page is admitted. */
export type Users = { admit: (pageOrigin: string) => Issuer };

type Options = { settings: Settings; claims: () => IFunction };

/** The bank's own issuer where one is named; else a Cognito user pool of the stage, filled by an administrator. */
export const createUsers = (scope: Construct, options: Options): Users => {
  const { signIn } = options.settings;
  if (!signIn) return createUserPool(scope, options);
  return { admit: () => signIn };
};

const createUserPool = (scope: Construct, { settings, claims }: Options): Users => {
  const pool = new UserPool(scope, "Users", {
    featurePlan: FeaturePlan.ESSENTIALS,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    standardAttributes: { fullname: { required: true, mutable: true } },
    customAttributes: {
      guichet_role: new StringAttribute({ mutable: true, maxLen: 20 }),
      guichet_entity: new StringAttribute({ mutable: true, maxLen: 100 }),
    },
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    deletionProtection: !settings.disposable,
    removalPolicy: settings.disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
  pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, claims(), LambdaVersion.V2_0);
  explain(pool, [{ rule: "AwsSolutions-COG3", reason: NO_THREAT_PROTECTION }]);
  pool.addDomain("SignIn", {
    cognitoDomain: { domainPrefix: `guichet-${settings.stage.toLowerCase()}-${Aws.ACCOUNT_ID}` },
    // The page asks silently (prompt=none) whether somebody is signed in; the classic pages do not know how.
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  const host = `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}`;
  return {
    admit: (pageOrigin) => {
      const { userPoolClientId: clientId } = createClient(pool, pageOrigin);
      const pages = { userPoolId: pool.userPoolId, clientId, useCognitoProvidedValues: true };
      new CfnManagedLoginBranding(scope, "SignInPages", pages);
      return { issuer: `${host}/${pool.userPoolId}`, audience: clientId, clientId };
    },
  };
};

/**
 * A client with a secret, which a person copies to where the API reads it. A user cannot write the role or the entity. A
 * refresh token is good for one time, and a little longer for a page that was closed before it had the next one.
 */
const createClient = (pool: UserPool, pageOrigin: string): UserPoolClient =>
  pool.addClient("Page", {
    generateSecret: true,
    // Where none is named Cognito allows several. This one too is of use only to whoever has the secret.
    authFlows: { userSrp: true },
    oAuth: {
      flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
      callbackUrls: [`${pageOrigin}/`],
      logoutUrls: [`${pageOrigin}/`],
    },
    writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true, email: true }),
    accessTokenValidity: Duration.minutes(15),
    idTokenValidity: Duration.minutes(15),
    refreshTokenValidity: Duration.hours(12),
    refreshTokenRotationGracePeriod: Duration.seconds(30),
    enableTokenRevocation: true,
    preventUserExistenceErrors: true,
  });

const NO_THREAT_PROTECTION =
  "A second factor is required and only administrators create users. A bank that wants risk scoring chooses the Plus plan, or its own issuer.";
