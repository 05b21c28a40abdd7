/** The forms that an inflected or derived English word may come from, itself left out. No dictionary is asked. */
export function baseForms(word: string): string[] {
  const forms: string[] = []
  const cut = (ending: string, ...replacements: string[]) => {
    if (!word.endsWith(ending) || word.length - ending.length < 3) return
    const stem = word.slice(0, -ending.length)
    for (const replacement of replacements) forms.push(stem + replacement)
    // "stopped" comes from "stop"
    if (replacements.includes('') && ending.length > 1 && stem.at(-1) === stem.at(-2)) forms.push(stem.slice(0, -1))
  }
  cut('s', '')
  cut('es', '')
  cut('ies', 'y')
  cut('ed', '', 'e')
  cut('ied', 'y')
  cut('ing', '', 'e')
  cut('er', '', 'e')
  cut('ers', '', 'e')
  cut('est', '', 'e')
  cut('ly', '', 'le')
  cut('ness', '')
  cut('able', '', 'e')
  return forms.filter((form) => form !== word)
}
