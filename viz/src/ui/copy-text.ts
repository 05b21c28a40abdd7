import { announce } from '../state.ts'

/** Copies to the clipboard; where that is forbidden (no HTTPS, an iframe), through a hidden text box. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const box = document.createElement('textarea')
    box.value = text
    box.style.position = 'fixed'
    box.style.opacity = '0'
    document.body.append(box)
    box.select()
    document.execCommand('copy')
    box.remove()
  }
  announce(done)
}
