import { type IMetric, MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, type ILogGroup, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { Functions } from "./functions.ts";
import { serviceNames } from "./plan.ts";
import type { Settings } from "./settings.ts";
import { FIVE_MINUTES, type Watch } from "./watch.ts";

type Logged = { settings: Settings; functions: Functions; accessLog: LogGroup };

const REFUSED_PERCENT = 10;
/** Below this many deliveries in five minutes a percentage tells nothing. */
const REFUSED_MINIMUM = 10;

/** What the gateway's log tells of deliveries, challenges, the API and the customers' page. */
export const gatewayWatches = ({ accessLog, settings }: Logged): Watch[] => {
  const count = (name: string, pattern: string): IMetric => countLines(settings, [accessLog], name, pattern);
  const delivered = count("WebhookDeliveries", '{ $.route = "POST /webhooks/*" }');
  const refused = count("WebhookRefusals", '{ $.route = "POST /webhooks/*" && $.status = "401" }');
  const failed = count("WebhookFailures", '{ $.route = "POST /webhooks/*" && $.status = "5*" }');
  const unanswered = count("ChallengeFailures", '{ $.route = "GET /webhooks/*" && $.status = "5*" }');
  const secureFailed = count("SecureFailures", '{ $.route = "* /secure/*" && $.status = "5*" }');
  const apiFailed = count("ApiFailures", '{ $.route = "* /api/*" && $.status = "5*" }');
  return [
    {
      id: "webhookFailures",
      meaning: "Deliveries of platforms are answered 5xx. They deliver again for a while, then give up or unsubscribe.",
      metric: failed,
      atLeast: 5,
    },
    {
      id: "challengeFailures",
      meaning:
        "A platform's challenge is answered 5xx. X asks about every hour and stops delivering when it is not answered.",
      metric: unanswered,
      atLeast: 1,
    },
    {
      id: "webhookRefusals",
      meaning: `More than ${REFUSED_PERCENT} % of the deliveries have a wrong signature: a rotated secret, or somebody trying.`,
      metric: new MathExpression({
        expression: `IF(FILL(delivered, 0) >= ${REFUSED_MINIMUM}, 100 * FILL(refused, 0) / delivered, 0)`,
        usingMetrics: { delivered, refused },
        label: "refused deliveries, %",
        period: FIVE_MINUTES,
      }),
      atLeast: REFUSED_PERCENT,
    },
    { id: "apiFailures", meaning: "The API answers 5xx: agents see errors.", metric: apiFailed, atLeast: 5 },
    {
      id: "secureFailures",
      meaning:
        "The customers' page answers 5xx: it fails, or what it asks of the bank is out of reach, such as its sign-in.",
      metric: secureFailed,
      atLeast: 5,
    },
  ];
};

/** What functions say in their logs without failing. */
export const logWatches = ({ functions, settings }: Logged): Watch[] => [
  {
    id: "loggedErrors",
    meaning: 'A function logged an error. Find lines with level "error" in the logs of the stage\'s functions.',
    metric: countLines(
      settings,
      serviceNames.map((name) => functions[name].logGroup),
      "LoggedErrors",
      '{ $.level = "error" }',
    ),
  },
  {
    id: "disconnectedAccount",
    meaning:
      "A platform refuses an account's token: its replies wait. Connect the account again on the page of channels.",
    metric: countLines(settings, [functions.deliver.logGroup], "Disconnections", '{ $.code = "send.disconnected" }'),
  },
  {
    id: "accountCutOff",
    meaning: "An account has to be connected again: nothing is sent for it. Find account.disconnected in the logs.",
    metric: countLines(
      settings,
      [functions.repair.logGroup, functions.webhooks.logGroup],
      "CutOffs",
      '{ $.event = "account.disconnected" }',
    ),
  },
  {
    id: "accountProblem",
    meaning:
      "A platform's webhook or subscription was not as it must be, and was put right or cannot be. Find account.problem in the log of repair.",
    metric: countLines(settings, [functions.repair.logGroup], "AccountProblems", '{ $.event = "account.problem" }'),
  },
  {
    id: "gapFound",
    meaning:
      "Messages were found that no webhook told us of; their clocks run from when they were written. Find gap.found in the log of repair.",
    metric: countLines(settings, [functions.repair.logGroup], "GapsFound", '{ $.event = "gap.found" }'),
  },
  {
    id: "accountNotice",
    meaning:
      "A platform took back the authorisation of an account, or warned it. Find webhook.notice in the webhooks' log.",
    metric: countLines(settings, [functions.webhooks.logGroup], "AccountNotices", '{ $.event = "webhook.notice" }'),
  },
];

/** A metric of the lines that match, in any of the logs. */
const countLines = (settings: Settings, logs: readonly ILogGroup[], name: string, pattern: string): IMetric => {
  const [metric] = logs.map((log) =>
    new MetricFilter(log, name, {
      logGroup: log,
      filterPattern: FilterPattern.literal(pattern),
      metricNamespace: `Guichet/${settings.stage}`,
      metricName: name,
      metricValue: "1",
    }).metric({ period: FIVE_MINUTES, statistic: "sum" }),
  );
  if (metric === undefined) throw new Error(`${name} has no log to count in`);
  return metric;
};
