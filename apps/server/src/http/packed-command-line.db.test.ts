import { createKey, getSync } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { startTestApi } from './testing/index.ts';
import { installCommandLine, listNodes } from './testing/install-command-line.ts';
import { createCommandLine } from './testing/run-command-line.ts';

const api = await startTestApi();
const administrator = await api.signIn('administrator');
const { text: key } = await administrator.call(createKey, { body: { name: 'Packed', scope: 'read' } });
const environment = { THROUGHLINE_URL: api.origin, THROUGHLINE_KEY: key };
const installed = await installCommandLine();

describe.each(await listNodes())('the command line as it is published, on %s,', (node) => {
  test('says what it can do', async () => {
    const commandLine = await createCommandLine([node, installed]);

    const result = await commandLine.run(['--help']);

    expect(result).toMatchObject({ exitCode: 0, error: '', out: expect.stringContaining('sync') });
  });

  test('asks a running Throughline', async () => {
    const commandLine = await createCommandLine([node, installed]);

    const result = await commandLine.run(['sync', 'status', '--json'], { environment });

    expect(result).toMatchObject({ exitCode: 0, error: '' });
    expect(getSync.answer.parse(JSON.parse(result.out).sync).state).toBe('nothing-connected');
  });
});
