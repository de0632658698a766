import { say } from '../words/words';

/** What the server says to a text. */
export interface CheckedText {
  day?: string;
  dayFrom?: string;
  language: string;
  refused?: string;
  findings: Finding[];
  sentences: { all: number; withClaims: number };
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

/** "21 claims, 1 contradicted." */
export const summary = ({ findings }: CheckedText): string =>
  say('press.summary', {
    n: findings.length,
    against: findings.filter((f) => f.verdict === 'contradicted').length || say('press.noneOf'),
  });
