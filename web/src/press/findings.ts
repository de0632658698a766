import { list, say } from '../words/words';

/** What the server says to a text. */
export interface CheckedText {
  day?: string;
  dayFrom?: string;
  language: string;
  refused?: string;
  findings: Finding[];
  sentences: { all: number; withClaims: number };
}

/** What it says to several; texts are named by their numbers, from 1. */
export interface CheckedTexts {
  texts: CheckedText[];
  copies: Pair[];
  /** A text and its copies are of one source. */
  sources: { texts: number[] }[];
  claims: CountedClaim[];
}

/** Two texts held against each other. */
export interface Pair {
  a: string;
  b: string;
  relation: 'same' | 'shared' | 'unrelated';
  shared: number;
  changes?: { a: string; b: string }[];
}

/** A claim that one or more of the texts make. */
export interface CountedClaim {
  claim: string;
  election: string;
  verdict: string;
  texts: number[];
  sources: number;
}

/** One claim; its places are in Unicode code points of the text. */
export interface Finding {
  start: number;
  end: number;
  election: string;
  verdict: string;
  kind: string;
  form: string;
  claim: string;
  why: string;
  entries: number[];
  more?: number;
  asOf?: { verdict: string; why: string; entries: number[] };
}

/** The verdicts in their order. */
export const VERDICTS = ['supported', 'contradicted', 'imprecise', 'beyond'] as const;

/** A piece of a text: of the claim at a place, or of none (-1). */
export interface Piece {
  words: string;
  place: number;
}

/** A text cut where its claims begin and end. */
export const pieces = (text: string, findings: readonly Finding[]): Piece[] => {
  const points = [...text];
  const words = (from: number, to: number): string => points.slice(from, to).join('');
  const cut: Piece[] = [];
  let at = 0;
  findings.forEach((finding, place) => {
    if (finding.start > at) cut.push({ words: words(at, finding.start), place: -1 });
    cut.push({ words: words(finding.start, finding.end), place });
    at = finding.end;
  });
  if (at < points.length) cut.push({ words: words(at, points.length), place: -1 });
  return cut;
};

const claims = (n: number, against: number): string =>
  say('press.summary', { n, against: against || say('press.noneOf') });

/** "21 claims, 1 contradicted." */
export const summary = ({ findings }: CheckedText): string =>
  claims(findings.length, findings.filter((f) => f.verdict === 'contradicted').length);

/** How many claims there are of a verdict, or of any, each counted once for a text and its copies. */
export const counted = ({ claims: all }: CheckedTexts, verdict?: string): number =>
  all.filter((claim) => !verdict || claim.verdict === verdict).reduce((sum, { sources }) => sum + sources, 0);

/** "4 texts, 3 sources. 50 claims, none contradicted; each is counted once." */
export const sum = (all: CheckedTexts): string =>
  [
    say('press.sources', { n: all.texts.length, of: all.sources.length }),
    claims(counted(all), counted(all, 'contradicted')),
    all.sources.length < all.texts.length ? say('press.once') : '',
  ]
    .filter(Boolean)
    .join(' ');

/** "Texts 1 and 2 are one text in 2 copies." */
export const headline = ({ sources }: CheckedTexts): string =>
  sources
    .filter(({ texts }) => texts.length > 1)
    .map(({ texts }) => say('press.copies', { texts: list(texts.map(String)), n: texts.length }))
    .join(' ') || say('press.noCopies');
