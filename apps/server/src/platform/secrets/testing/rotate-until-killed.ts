import { systemClock } from '../../clock/index.ts';
import { createDatabase, type Database, type Sql } from '../../sql/index.ts';
import { rotateKeys } from '../rotate-keys.ts';
import { thingColumn } from './things.ts';

// Rotates the keys of a database with things in a process of its own, which is killed before its n-th statement.
// Arguments: the database's address, the key file, n.
const [, , url = '', keyFilePath = '', statements = ''] = process.argv;
let left = Number(statements);

const stopping = (sql: Sql): Sql => ({
  query: (text, values) => {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    return sql.query(text, values);
  },
});

const inner = createDatabase(url);
const database: Database = {
  ...stopping(inner),
  transaction: (work) => inner.transaction((tx) => work(stopping(tx))),
  close: () => inner.close(),
};
await rotateKeys({
  database,
  keyFilePath,
  columns: [thingColumn],
  clock: systemClock,
  say: (sentence) => console.log(sentence),
  onRetired: () => Promise.resolve(),
  lookEveryMs: 20,
  settleMs: 50,
});
await database.close();
