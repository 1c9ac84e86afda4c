import { forbiddenPathWords } from '../house.data.ts';
import type { Rule } from '../rule.ts';

/** A path says what a thing is about; words that fit everything say nothing. Package names are spared (`node_modules`). */
export const pathWordsRule: Rule = {
  name: 'path-words',
  check: (house) =>
    house.paths.flatMap((path) => {
      const word = path.split(/[/.\-_]/).find((part) => forbiddenPathWords.includes(part));
      if (word === undefined) return [];
      return [
        {
          path,
          line: 1,
          message: `"${word}" says nothing; name the file for what it does in the product's words`,
        },
      ];
    }),
};
