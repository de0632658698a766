import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Shapes } from './shapes';

/** Where the tests of the answers keep small ones, each called by its schema and what it is of. */
const FOLDER = new URL('../../answers/src/test/resources/org/ascertain/answers/kept/', import.meta.url);

/** What the page calls an answer's type, where it does not call it by its schema. */
const TYPES: Record<string, string> = { About: 'Meta', Entry: 'Proven', Explanation: 'Why', Turns: 'When' };

/** Answers that the page does not ask for. */
const OTHERS = ['Check', 'StateLaw', 'Timeline'];

const shapes = new Shapes(fileURLToPath(new URL('../src/model/api.ts', import.meta.url)));
const answers = readdirSync(FOLDER)
  .map((file) => ({ file, schema: file.split('-')[0] }))
  .filter(({ schema }) => !OTHERS.includes(schema))
  .map(({ file, schema }) => ({
    file,
    type: TYPES[schema] ?? schema,
    answer: JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as unknown,
  }));

describe('answers of the server and the types of the page', () => {
  it.each(answers)('$file is as its type says', ({ type, answer }) => {
    expect([...new Set(shapes.faults(type, answer))]).toEqual([]);
  });

  it('no type declares what no answer has', () => {
    for (const { type, answer } of answers) shapes.faults(type, answer);
    expect(shapes.unseen()).toEqual([]);
  });

  it('a field that is not declared, is missing or is of another kind is noticed', () => {
    const { answer } = answers.find((a) => a.file === 'Turns-calls.json')! as { answer: Record<string, unknown> };
    const { condition, ...without } = answer;
    expect(shapes.faults('When', { ...answer, more: 1 })).toEqual(['When.more is not declared']);
    expect(shapes.faults('When', without)).toEqual(['When.condition is missing']);
    expect(shapes.faults('When', { ...answer, condition: 1 })).toEqual(['When.condition is 1']);
    expect(condition).toBe('called >= 270');
  });
});
