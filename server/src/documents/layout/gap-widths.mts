/** A gap this wide (in full-width characters) parts columns: it ends a name, a number, a heading or a label's value. */
export const columnGap = 2.2;

/** A gap this wide can part two columns, heads or words; inside a label it is letter-spacing. */
export const wordGap = 0.9;
