import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { GeneratedName } from '../../src/model/index.ts'

export interface List {
  /** Names the list in `sources` of a generated name, and its folder. */
  key: string
  packageName: string
  /** The version that was measured. */
  version: string
  licence: string
}

export const LISTS: readonly List[] = [
  { key: 'simple-icons', packageName: 'simple-icons', version: '16.37.0', licence: 'CC0-1.0' },
  { key: 'stack-analyser', packageName: '@specfy/stack-analyser', version: '1.27.3', licence: 'MIT' },
  { key: 'lobe-icons', packageName: '@lobehub/icons', version: '5.21.0', licence: 'MIT' },
  { key: 'linguist', packageName: 'linguist-languages', version: '9.5.0', licence: 'MIT' },
  { key: 'aws-icons', packageName: 'aws-icons', version: '3.3.0', licence: 'MIT' },
  { key: 'third-party-web', packageName: 'third-party-web', version: '0.30.0', licence: 'MIT' },
]

/** A name as one list has it. The type is what the list says; undefined where it says nothing. */
export interface ListedName extends Pick<GeneratedName, 'name' | 'aliases' | 'domain' | 'vendor' | 'kind'> {
  source: string
  type?: GeneratedName['type']
}

/** All names of all lists under `folder`, each list in the folder of its key. */
export async function readLists(folder: string): Promise<ListedName[]> {
  const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8')
  const load = async (...path: string[]) => (await import(pathToFileURL(join(folder, ...path)).href)) as object
  const techs = (await load('stack-analyser', 'dist', 'common', 'techs.generated.js')) as { listTech: Tech[] }
  const languages = Object.values(await load('linguist', 'index.js')) as { name: string; type: string }[]
  return [
    ...(JSON.parse(read('simple-icons', 'data', 'simple-icons.json')) as Icon[]).map(iconName),
    ...techs.listTech.map(techName),
    ...(JSON.parse(read('lobe-icons', 'es', 'toc.json')) as LobeIcon[]).map(lobeName),
    // The list also holds data and markup formats ("Text", "Raw token data") and aliases that are everyday words ("be").
    ...languages
      .filter(({ type }) => type === 'programming')
      .map(({ name }): ListedName => ({ name, source: 'linguist', type: 'technology', kind: 'language' })),
    ...readdirSync(join(folder, 'aws-icons', 'icons', 'architecture-service'))
      .sort()
      .flatMap(awsName),
    ...(JSON.parse(read('third-party-web', 'dist', 'entities.json')) as Entity[]).flatMap(entityName),
  ]
}

interface Icon {
  title: string
  source: string
  aliases?: { aka?: string[]; loc?: Record<string, string> }
}

/** A logo that is kept in a source repository or under a domain of projects is a project's; another is a firm's, and its page the firm's. */
function iconName({ title, source, aliases }: Icon): ListedName {
  const host = hostOf(source)
  const isProject =
    host === undefined ||
    /(?:^|\.)(?:git(?:hub|lab|ea)|codeberg|bitbucket|apache)\b|\.(?:org|dev|app|sh|js)$/.test(host)
  return {
    name: title,
    source: 'simple-icons',
    type: isProject ? 'technology' : 'company',
    ...(aliases?.aka === undefined ? {} : { aliases: aliases.aka }),
    ...(isProject || /wiki|worldvectorlogo|brand|logo|medium|dribbble|behance|twitter|facebook|figma/.test(host)
      ? {}
      : { domain: host }),
  }
}

interface Tech {
  key: string
  name: string
  type: string
}

const KIND_OF_TECH: Readonly<Record<string, string>> = {
  db: 'database',
  language: 'language',
  runtime: 'runtime',
  framework: 'framework',
  ui_framework: 'framework',
  queue: 'messaging',
  storage: 'storage',
  monitoring: 'observability',
  security: 'security',
  network: 'network',
}
/** Types of this list whose names are firms that sell a service. */
const SOLD = new Set([
  'saas',
  'cloud',
  'payment',
  'crm',
  'communication',
  'collaboration',
  'ai',
  'hosting',
  'notification',
])

function techName({ key, name, type }: Tech): ListedName {
  const [vendor, part] = key.split('.')
  const isCompany = part === undefined && SOLD.has(type)
  return {
    name,
    source: 'stack-analyser',
    type: isCompany ? 'company' : 'technology',
    ...(isCompany ? {} : { kind: KIND_OF_TECH[type] ?? 'tool' }),
    ...(part === undefined || vendor === undefined ? {} : { vendor }),
  }
}

interface LobeIcon {
  fullTitle: string
  desc: string
  group: string
}

/** "Bailian (阿里云百炼)": the part in brackets is a translation or the owner. */
function lobeName({ fullTitle, desc, group }: LobeIcon): ListedName {
  const host = hostOf(desc)
  const isCompany = group === 'provider'
  return {
    name: fullTitle.replace(/\s*\(.*\)\s*$/, ''),
    source: 'lobe-icons',
    type: isCompany ? 'company' : 'technology',
    ...(isCompany ? {} : { kind: group === 'model' ? 'model' : 'application' }),
    ...(isCompany && host !== undefined && !host.startsWith('github') ? { domain: host } : {}),
  }
}

/**
 * "AWSAppFabric.svg" to "AWS App Fabric", with the spelling of the file and the short form beside it. File names that
 * capitals do not take apart ("FSxforWFS", "PyTorchonAWS") are left out.
 */
function awsName(file: string): ListedName[] {
  const [, prefix = '', rest = ''] = /^(AWS|Amazon|)(.*)\.svg$/.exec(file) ?? []
  const spaced = rest.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
  const name = `${prefix} ${spaced}`.trim()
  if (/(?:^| )[A-Z](?: |$)|[a-z0-9](?:on|for|and|of|with) [A-Z]/.test(spaced)) return []
  return [
    {
      name,
      source: 'aws-icons',
      type: 'technology',
      kind: 'service',
      vendor: 'amazon-web-services',
      aliases: [`${prefix} ${rest}`.trim(), ...(/ /.test(spaced) ? [spaced] : [])].filter((alias) => alias !== name),
    },
  ]
}

interface Entity {
  name: string
  company?: string
  homepage?: string
  category: string
  totalOccurrences?: number
}

/** Firms seen on many pages; those of advertising, a third of the list, are named nowhere else. */
function entityName({ name, company, homepage, category, totalOccurrences = 0 }: Entity): ListedName[] {
  if (category === 'ad' || totalOccurrences < 1000) return []
  const host = homepage === undefined ? undefined : hostOf(homepage)
  return [
    {
      name: company ?? name,
      source: 'third-party-web',
      type: 'company',
      ...(host === undefined ? {} : { domain: host }),
    },
  ]
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : undefined
}
