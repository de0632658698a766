// Fails where a line of source is longer than 120 characters: the formatter leaves templates and messages as they are.
import { readdirSync, readFileSync } from 'node:fs';

const MOST = 120;
const root = new URL('..', import.meta.url);
const ours = ['src', 'build', 'test']
  .flatMap((folder) => readdirSync(new URL(folder, root), { recursive: true }).map((file) => `${folder}/${file}`))
  .filter((file) => /\.(ts|mjs|css|json)$/.test(file) && !/^(src\/generated|test\/answers)\//.test(file));
const long = ours.flatMap((file) =>
  readFileSync(new URL(file, root), 'utf8')
    .split('\n')
    .flatMap((line, i) => ([...line].length > MOST ? [`${file}:${i + 1} has ${[...line].length} characters`] : [])),
);
if (long.length) {
  console.error(long.join('\n'));
  process.exit(1);
}
