// Fails where a language lacks a message of the other, has blanks of other names, or where the page asks for a message
// that is nowhere.
// The server makes link previews of the same messages: they are handed to it beside the page.
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';

const at = (path) => new URL(`../src/${path}`, import.meta.url);
const blanks = (text) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((m) => m[1]))].sort().join();
const messages = (folder) => ['en', 'es'].map((l) => JSON.parse(readFileSync(at(`${folder}/${l}.json`))));
const sources = (folder) =>
  readdirSync(at(folder))
    .filter((f) => f.endsWith('.ts'))
    .map((f) => readFileSync(at(`${folder}/${f}`), 'utf8'))
    .join('\n');
const wrong = [];
function compare(en, es) {
  for (const key of new Set([...Object.keys(en), ...Object.keys(es)]))
    if (!(key in en) || !(key in es)) wrong.push(`${key} is in one language only`);
    else if (blanks(en[key]) !== blanks(es[key])) wrong.push(`${key} has other blanks in Spanish`);
}
function used(code, en) {
  for (const [, key] of code.matchAll(/\b(?:say|pieces)(?:<[^>]*>)?\('([\w.-]+)'/g))
    if (!(key in en)) wrong.push(`${key} is used and has no words`);
  for (const [, stem] of code.matchAll(/\bsay\(`([\w.-]+)\$\{/g))
    if (!Object.keys(en).some((k) => k.startsWith(stem))) wrong.push(`${stem}… is used and has no words`);
}
const [en, es] = messages('words');
compare(en, es);
used(sources('parts') + sources('press') + readFileSync(at('model/moments.ts'), 'utf8'), en);
// The desk has words of its own beside the page's.
const [deskEn, deskEs] = messages('desk/words');
compare(deskEn, deskEs);
used(sources('desk'), { ...en, ...deskEn });
for (const key of Object.keys(deskEn)) if (key in en) wrong.push(`${key} of the desk is the page's already`);
if (wrong.length) {
  console.error(wrong.join('\n'));
  process.exit(1);
}
const classes = new URL('../target/classes/org/ascertain/web/words/', import.meta.url);
mkdirSync(classes, { recursive: true });
for (const language of ['en', 'es']) copyFileSync(at(`words/${language}.json`), new URL(`${language}.json`, classes));
console.log(`${Object.keys({ ...en, ...deskEn }).length} messages in two languages`);
