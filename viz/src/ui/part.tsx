import type { ComponentChildren } from 'preact'

/** A headed part of Details. */
export function Part({ title, note, children }: { title: string; note?: string; children: ComponentChildren }) {
  return (
    <section class="part">
      <h3>
        {title}
        {note !== undefined && <span class="quiet"> {note}</span>}
      </h3>
      {children}
    </section>
  )
}
