/** So many pages are read in one call, and so many documents are given in its answer. */
export const mostPages = 200;
export const mostDocuments = 200;
/** So many sentences say what was left out; the counts are whole. */
export const mostReasons = 20;
