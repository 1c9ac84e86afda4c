import { isNode, type SqlNode, walkSql } from './parse-statements.ts';

/** SQL we never write, and why. `on` limits it to statements that name a table of activity, which Citus distributes. */
interface Ban {
  readonly on: 'activity' | 'everything';
  readonly message: string;
  readonly isBroken: (node: SqlNode, name: string) => boolean;
}

const bans: readonly Ban[] = [
  {
    on: 'activity',
    message: '`for update skip locked` is refused by Citus on activity; drain a table of your own slice',
    isBroken: ({ waitPolicy }) => waitPolicy === 'LockWaitSkip',
  },
  {
    on: 'activity',
    message: '`grouping sets`, `rollup` and `cube` are refused by Citus; write two aggregates and union them',
    isBroken: (_, name) => name === 'GroupingSet',
  },
  {
    on: 'activity',
    message: 'a recursive query over activity is refused by Citus',
    isBroken: ({ recursive }, name) => name === 'withClause' && recursive === true,
  },
  {
    on: 'activity',
    message: 'triggers on activity are refused by Citus; the change feed says what changed',
    isBroken: (_, name) => name === 'CreateTrigStmt',
  },
  {
    on: 'everything',
    message: 'the clock of the database is app_now(), which tests can offset',
    isBroken: (node, name) =>
      name === 'SQLValueFunction' ||
      (name === 'FuncCall' && ['now', 'clock_timestamp'].includes(toFunctionName(node))),
  },
  {
    on: 'everything',
    message: 'an enum cannot lose a value; use text with a check',
    isBroken: (_, name) => name === 'CreateEnumStmt',
  },
  {
    on: 'everything',
    message: 'extensions are btree_gist and pg_trgm, no others',
    isBroken: ({ extname }, name) =>
      name === 'CreateExtensionStmt' &&
      !['btree_gist', 'pg_trgm'].includes(typeof extname === 'string' ? extname : ''),
  },
  {
    on: 'everything',
    message: 'a column that holds an instant is timestamptz; timestamp forgets where',
    isBroken: ({ typeName }, name) =>
      name === 'ColumnDef' && isNode(typeName) && toWords(typeName['names']).at(-1) === 'timestamp',
  },
  {
    on: 'everything',
    message: 'a parameter says its type: $1::bigint',
    isBroken: (node, name) => name !== 'TypeCast' && Object.values(node).some(holdsBareParameter),
  },
  {
    on: 'everything',
    message: 'a foreign key has a name: constraint x_y_fk foreign key …',
    isBroken: ({ contype, conname }) => contype === 'CONSTR_FOREIGN' && conname === undefined,
  },
];

/** Says what of these statements we never write. `isActivity` when they name a table of activity. */
export function findBannedSql(statements: readonly unknown[], isActivity: boolean): string[] {
  const messages = new Set<string>();
  walkSql(statements, (node, name) => {
    for (const ban of bans) {
      if ((ban.on === 'everything' || isActivity) && ban.isBroken(node, name)) messages.add(ban.message);
    }
  });
  return [...messages];
}

function holdsBareParameter(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsBareParameter);
  return isNode(value) && 'ParamRef' in value;
}

function toFunctionName(node: SqlNode): string {
  return toWords(node['funcname']).at(-1) ?? '';
}

function toWords(names: unknown): string[] {
  const words: string[] = [];
  walkSql(names, ({ sval }) => {
    if (typeof sval === 'string') words.push(sval);
  });
  return words;
}
