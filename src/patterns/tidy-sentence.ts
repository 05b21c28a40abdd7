/** Intensifiers of press releases: they say nothing, and dropping them changes no fact. */
const HYPE =
  /\b(?:massive|massively|seamlessly|robust|robustly|powerful|successfully|highly|drastically|severely?|incredibly|truly|aggressively|systematically|fundamentally|elegantly|dramatically|deeply|heavily|purposefully|significantly|radically|effectively|cleanly|boldly|meticulously|cutting-edge|state-of-the-art|groundbreaking|innovative|revolutionary|rigorously|rapidly|securely|intentionally|deliberately|explicitly|strictly|completely|simply|officially|specifically|ultimately|elegant|elegantly|seamless|compelling|dynamically|iteratively|programmatically|gracefully|inherently|entirely|independently|transparently|effortlessly|surprisingly|remarkably|notably|impressively|mathematically|exhaustively|proactively|strategically|uniquely)\s+(?![a-z]+ing [A-Z])/g

/** One line, parentheses and code ticks gone, intensifiers dropped, articles mended. */
export function tidySentence(sentence: string): string {
  return (
    sentence
      .replace(/\s+/g, ' ')
      .replace(/(?<!\b(?:by|of|to|with|as|from|in|on|at|for|and|or|a|an|the|than|into)) \([^()]*\)/gi, '')
      .replace(/[`*]/g, '')
      // An apposition behind a colon reads on behind a comma: "built Nova: a platform that …".
      .replace(/(\b[A-Z][\w.-]*): (?=an? [a-z])/g, '$1, ')
      .replace(/ ?[—–] ?(?=\D)/g, ' — ')
      .replace(
        /\b([Aa])n? (?:massive|robust|powerful|highly|severe|truly|deeply|heavily|fundamentally|radically|cutting-edge|state-of-the-art|groundbreaking|innovative|revolutionary|completely) (?=(\w))/g,
        (_, a: string, next: string) => `${a}${/[aeiou]/i.test(next) ? 'n' : ''} `,
      )
      .replace(HYPE, '')
      .replace(/\b(?:leveraging|utili[sz]ing)\b/g, 'using')
      .replace(/\b(?:leverages|utili[sz]es)\b/g, 'uses')
      .trim()
  )
}
