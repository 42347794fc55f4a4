import type { PreTokenGenerationV2TriggerHandler } from "aws-lambda";

const carried = { guichet_role: "custom:guichet_role", guichet_entity: "custom:guichet_entity", name: "name" };

/**
 * Puts the role, the entity and the name of a user into the access token. Cognito's access tokens carry groups
 * and no attributes, and the API must not trust an identity token, which is meant for the page.
 * Source: Amazon Cognito developer guide, pre token generation Lambda trigger, event version 2.
 */
export const handler: PreTokenGenerationV2TriggerHandler = async (event) => {
  const attributes = event.request.userAttributes;
  const claims = Object.entries(carried).flatMap(([claim, attribute]) => {
    const value = attributes[attribute];
    return value ? [[claim, value]] : [];
  });
  event.response = {
    claimsAndScopeOverrideDetails: {
      accessTokenGeneration: { claimsToAddOrOverride: Object.fromEntries(claims) },
    },
  };
  return event;
};
