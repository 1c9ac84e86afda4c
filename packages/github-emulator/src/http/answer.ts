import { answerControl } from '../control/answer-control.ts';
import type { Emulator } from '../emulator.ts';
import { answerGraphql } from '../graphql/answer-graphql.ts';
import { createRestAnswerer } from '../rest/answer-rest.ts';
import { answerWeb } from '../web/answer-web.ts';
import { answerAvatar } from './avatar.ts';
import { closeExchange, openExchange, uncharged } from './exchange.ts';
import { notFound, toErrorBody } from './github-error.ts';
import { jsonAnswer } from './message.ts';
import type { Answerer } from './server.ts';

/** Everything the emulator's port answers: its control API, GraphQL, pages, REST. */
export function createAnswerer(emulator: Emulator): Answerer {
  const { urls } = emulator;
  const answerRest = createRestAnswerer(emulator);
  return async function answer(incoming) {
    if (incoming.path.startsWith('/_emulator/')) return answerControl(emulator, incoming);
    if (incoming.path === urls.graphqlPath) return answerGraphql(emulator, incoming);
    if (incoming.path.startsWith('/avatars/')) return answerAvatar(incoming.path);
    const page = await answerWeb(emulator, incoming);
    if (page !== undefined) return page;
    const { restPrefix } = urls;
    if (incoming.path === restPrefix || incoming.path.startsWith(`${restPrefix}/`)) {
      return answerRest(incoming, incoming.path.slice(restPrefix.length) || '/');
    }
    emulator.unserved.count(`${incoming.method} ${incoming.path}`);
    const exchange = openExchange(emulator, incoming, 'rest');
    return closeExchange(exchange, uncharged(jsonAnswer(404, toErrorBody(notFound())), 'unserved'));
  };
}
