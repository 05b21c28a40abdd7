import type { EntityType } from '../../../src/model/index.ts'

const OUTLINES: Record<EntityType, string> = {
  company: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z',
  technology:
    'M4.300 2.800h7.400a1.500 1.500 0 0 1 1.500 1.500v7.400a1.500 1.500 0 0 1-1.500 1.500H4.300a1.500 1.500 0 0 1-1.500-1.500V4.300a1.500 1.500 0 0 1 1.500-1.500Z',
  'failure-mode': 'M8 .900 15.100 8 8 15.100.900 8Z',
  lesson: 'M4.600 2h6.800l3.400 6-3.400 6H4.600L1.200 8Z',
}

/** The shape and colour that a type has in the drawing. */
export function TypeMark({ type, color }: { type: EntityType; color?: string }) {
  return (
    <svg class="type-mark" viewBox="0 0 16 16" aria-hidden="true">
      <path d={OUTLINES[type]} style={color === undefined ? `fill: var(--${type})` : `fill: ${color}`} />
    </svg>
  )
}
