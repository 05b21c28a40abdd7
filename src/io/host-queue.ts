/** Runs tasks so that no more than `limit` of one key are under way; the rest wait in order. */
export function createHostQueue(limit: number): <T>(key: string, task: () => Promise<T>) => Promise<T> {
  const hosts = new Map<string, { running: number; waiting: (() => void)[] }>()
  return async (key, task) => {
    const host = hosts.get(key) ?? { running: 0, waiting: [] }
    hosts.set(key, host)
    if (host.running >= limit) await new Promise<void>((resolve) => host.waiting.push(resolve))
    else host.running++
    try {
      return await task()
    } finally {
      // A waiting task takes over the place of this one
      const next = host.waiting.shift()
      if (next !== undefined) next()
      else if (--host.running === 0) hosts.delete(key)
    }
  }
}
