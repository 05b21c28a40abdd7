/** Lower case, possessives dropped, words joined by one space; `+ # .` stay inside words (C++, C#, Node.js). Two spellings of one name fold to the same. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N}+#.]+/gu, ' ')
    .replace(/\.(?=\s|$)/g, '')
    .trim()
}
