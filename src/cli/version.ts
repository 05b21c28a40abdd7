/** Kept equal to package.json's by a test: reading the file would cost every start. */
export const VERSION = '0.1.0'
