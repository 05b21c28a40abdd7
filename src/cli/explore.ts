import { pageFolder, pageIcons } from '../io/page-files.ts'
import { serve } from '../io/serve.ts'
import { graphText, summarise, summaryTable } from './build.ts'
import { integerOption } from './options.ts'
import { type Command, obtainGraph } from './run.ts'

/** `throughline explore`: builds, serves the page on 127.0.0.1, prints the address, opens a browser. */
export async function explore(command: Command, inputs: string[] = []): Promise<void> {
  const started = performance.now()
  const { terminal, raw } = command
  const port = raw.port === undefined ? undefined : integerOption('--port', raw.port, 0, 0)
  const folder = await pageFolder()
  const graph = await obtainGraph(inputs, command)
  const served = await serve({
    folder,
    graphJson: graphText(graph),
    iconsJson: await pageIcons(graph),
    ...(port === undefined ? {} : { port }),
  })
  for (const line of summaryTable(summarise(graph, (performance.now() - started) / 1000))) terminal.say(line)
  await terminal.print(`${served.address}\n`)
  terminal.say('Press Ctrl+C to stop.')
  if (raw.open !== false) await openBrowser(served.address)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await served.close()
}

/** A machine without a browser is no failure: the address is printed. */
async function openBrowser(address: string): Promise<void> {
  if (process.env.CI !== undefined) return
  if (
    process.platform === 'linux' &&
    !process.env.DISPLAY &&
    !process.env.WAYLAND_DISPLAY &&
    !process.env.WSL_DISTRO_NAME
  )
    return
  const { default: open } = await import('open')
  const child = await open(address).catch(() => undefined)
  child?.on('error', () => undefined)
}
