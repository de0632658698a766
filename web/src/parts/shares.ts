import { locale } from '../words/words';

const figures = (style: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale(), style);

export const decimal = (n: number) => figures({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(n);

/** A share as so many of a hundred, to two figures. */
export const percent = (share: number) => figures({ style: 'percent', maximumSignificantDigits: 2 }).format(share);
