import { expect, test } from 'vitest';
import { toHouse } from './house.ts';
import { listTexts } from './list-texts.ts';

function tell(contents: Record<string, string>): string[] {
  const house = toHouse(new Map(Object.entries(contents)));
  const file = house.files.get('tools/a.ts');
  return file === undefined
    ? []
    : listTexts(house, file).map(({ pieces, line }) => {
        const text = pieces.map((piece) => (piece.kind === 'text' ? piece.text : '◯')).join('');
        return `${line}: ${text}`;
      });
}

test('tells strings, templates and sums, each once', () => {
  const text = "const a = 'one';\nf(`two ${x} ${'three'}`);\nconst b = 'four ' + y + ' five';";

  expect(tell({ 'tools/a.ts': text })).toEqual(['1: one', '2: two ◯ three', '3: four ◯ five']);
});

test('follows a constant of the file and one behind two doors', () => {
  const contents = {
    'tools/a.ts':
      "import { columns } from './index.ts';\nconst table = 'person';\nf(`select ${columns} from ${table}`);",
    'tools/index.ts': "export { columns } from './deep.ts';",
    'tools/deep.ts': "const one = 'id';\nexport const columns = `${one}, name`;",
  };

  expect(tell(contents)).toContain('3: select id, name from person');
});

test('leaves what is not constant a hole', () => {
  const text = "let table = 'person';\nfunction f(name: string) { return `from ${table} ${name}`; }";

  expect(tell({ 'tools/a.ts': text })).toContain('2: from ◯ ◯');
});
