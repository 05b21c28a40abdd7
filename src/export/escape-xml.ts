/** Not allowed in XML 1.0, not even as a reference: control characters, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const SPECIAL = /[&<>"\t\n\r\u0085\u2028]/g
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As references they survive attribute normalisation (XML 1.0, 3.3.3).
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
  // Line ends to readers that follow XML 1.1.
  '\u0085': '&#133;',
  '\u2028': '&#8232;',
}

/** Text for an XML attribute in double quotes or an element. What XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(SPECIAL, (character) => ENTITIES[character] ?? character)
}
