declare module '*.css'
declare module '*?worker&inline' {
  export default class extends Worker {
    constructor()
  }
}
declare module '*?url' {
  const address: string
  export default address
}

/** The package's kernel has no types of its own. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'

  export type { ForceAtlas2Settings }
  export default function iterate(settings: ForceAtlas2Settings, nodes: Float32Array, edges: Float32Array): void
}
