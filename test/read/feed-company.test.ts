import { expect, it } from 'vitest'
import { feedCompany } from '../../src/read/feed-company.ts'

it.each([
  ['The Frobnix Blog', 'Frobnix'],
  ['Frobnix Engineering Blog', 'Frobnix'],
  ['Frobnix TechBlog - Medium', 'Frobnix'],
  ['FrobnixTechBlog', 'Frobnix'],
  ['Engineering at Frobnix', 'Frobnix'],
  ['Frobnix Engineering - Medium', 'Frobnix'],
  ['Stories by Frobnix Engineering on Medium', 'Frobnix'],
  ['Frobnix Status - Incident History', 'Frobnix'],
  ['Quux Labs | Engineering', 'Quux Labs'],
  ['Engineering Blog', 'Engineering Blog'],
  ['Frobnix’s Blog', 'Frobnix'],
  ['  Frobnix \n Developers Blog ', 'Frobnix'],
  ['', ''],
])('%j is the feed of %j', (title, company) => expect(feedCompany(title)).toBe(company))
