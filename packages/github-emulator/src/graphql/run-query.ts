import { execute, type GraphQLError, type GraphQLSchema } from 'graphql';
import { type ExecutionCount, graphqlCpuSeconds } from '../cost/cpu-seconds.ts';
import { countQuery, type QueryCost } from '../cost/query-cost.ts';
import { type Charged, type SignedExchange, uncharged } from '../http/exchange.ts';
import { jsonAnswer } from '../http/message.ts';
import { toRateHeaders } from '../http/response-headers.ts';
import type { PartialFault } from '../http/spend.ts';
import type { Viewer } from '../tokens/viewer.ts';
import type { GraphqlContext } from './context.ts';
import { toDryRun } from './dry-run.ts';
import { formatError } from './format-errors.ts';
import { createMeter } from './meter.ts';
import type { ParsedRequest } from './parse-request.ts';
import { resolveField, resolveType } from './resolve-field.ts';

type QueryExchange = SignedExchange & {
  readonly viewer: Viewer & { readonly kind: 'token' };
  readonly partial: PartialFault | undefined;
};

type Operation = Extract<ParsedRequest, { kind: 'operation' }>;

/** Counts, charges and executes one operation, within node limit, resource limit and time-out. */
export async function runQuery(
  exchange: QueryExchange,
  schema: GraphQLSchema,
  parsed: Operation,
): Promise<Charged> {
  const cost = countQuery(schema, parsed.document, parsed.operation, parsed.variables);
  const refusal = findCostRefusal(exchange, cost);
  if (refusal !== undefined) return refusal;
  const { isDryRun, document } = toDryRun(schema, parsed.document, parsed.operation, parsed.variables);
  const points = isDryRun ? 0 : cost.points;
  const context = toContext(exchange, cost, points);
  const result = await execute({
    schema,
    document,
    rootValue: {},
    contextValue: context,
    variableValues: parsed.rawVariables,
    ...(parsed.operation.name === undefined ? {} : { operationName: parsed.operation.name.value }),
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  return finish(exchange, context, { points, data: result.data, errors: result.errors ?? [] });
}

/** Refused before anything runs, for its page bounds or for asking too many nodes. */
function findCostRefusal(exchange: SignedExchange, cost: QueryCost): Charged | undefined {
  const limit = exchange.emulator.settings.constants.possibleNodesLimit;
  const problems: readonly object[] =
    cost.possibleNodes > limit
      ? [
          {
            type: 'MAX_NODE_LIMIT_EXCEEDED',
            message: `This query requests up to ${cost.possibleNodes.toLocaleString('en-US')} possible nodes which exceeds the maximum limit of ${limit.toLocaleString('en-US')}.`,
          },
        ]
      : cost.problems;
  if (problems.length === 0) return undefined;
  const headers = chargePrimary(exchange, 1);
  const cpuSeconds = exchange.emulator.settings.constants.graphqlCpu.baseSeconds;
  return { ...uncharged(jsonAnswer(200, { errors: problems }, headers), 'refused'), points: 1, cpuSeconds };
}

function toContext(exchange: QueryExchange, cost: QueryCost, points: number): GraphqlContext {
  const { emulator, viewer, owner, partial } = exchange;
  const { constants, hasLimits } = emulator.settings;
  return {
    emulator,
    viewer,
    partial,
    cost,
    quota: hasLimits ? emulator.primary.charge(owner, 'graphql', points) : undefined,
    meter: createMeter({
      resourceLimitNodes: constants.resourceLimitNodes,
      largeRepositoryPullRequests: constants.graphqlCpu.largeRepositoryPullRequests,
    }),
    headers: {},
  };
}

function finish(
  exchange: SignedExchange,
  context: GraphqlContext,
  answer: { readonly points: number; readonly data: unknown; readonly errors: readonly GraphQLError[] },
): Charged {
  const { constants, latencyMs } = exchange.emulator.settings;
  const count: ExecutionCount = context.meter.count();
  const cpuSeconds = graphqlCpuSeconds(constants, count);
  const isTimeout = cpuSeconds + latencyMs / 1000 > constants.timeoutSeconds;
  if (isTimeout && !context.meter.hasPassedLimit()) return timeOut(exchange, answer.points, count.nodes);
  const errors = answer.errors.map(formatError);
  const body = errors.length === 0 ? { data: answer.data } : { data: answer.data, errors };
  const headers = { ...chargePrimary(exchange, 0), ...context.headers };
  return {
    outgoing: jsonAnswer(200, body, headers),
    outcome: errors.some((one) => one['type'] === 'EMULATOR_UNSERVED') ? 'unserved' : 'served',
    points: answer.points,
    cpuSeconds: Math.min(cpuSeconds, constants.timeoutSeconds),
    nodes: count.nodes,
  };
}

/** 502 at the time limit; the points are charged over again, as the model's factor says. */
function timeOut(exchange: SignedExchange, points: number, nodes: number): Charged {
  const { timeoutPointsFactor, timeoutSeconds } = exchange.emulator.settings.constants;
  const headers = chargePrimary(exchange, points * (timeoutPointsFactor - 1));
  const message = `Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. Please include \`${exchange.requestId}\` when reporting this issue.`;
  return {
    outgoing: jsonAnswer(502, { data: null, errors: [{ message }] }, headers),
    outcome: 'time-out',
    points: points * timeoutPointsFactor,
    cpuSeconds: timeoutSeconds,
    nodes,
  };
}

function chargePrimary({ emulator, owner }: SignedExchange, points: number): Record<string, string> {
  return emulator.settings.hasLimits ? toRateHeaders(emulator.primary.charge(owner, 'graphql', points)) : {};
}
