import { readFileSync, writeFileSync } from 'node:fs'
import * as simpleIcons from 'simple-icons'
import { foldName } from '../src/export/brand-icons.ts'

/**
 * Writes `viz/src/icons.generated.json`: outlines of well-known companies and technologies on a 24 × 24 grid, keyed by
 * folded name. Sources: simple-icons (CC0-1.0) and, for what it lacks, a folder of @lobehub/icons-static-svg (MIT) given
 * as the first argument. The marks belong to their owners; they only point to what a node is.
 */
const NAMES = `
Kubernetes, Docker, PostgreSQL, MySQL, SQLite, Redis, Valkey, MongoDB, ClickHouse, Apache Kafka, Apache Cassandra,
Apache Spark, Apache Flink, Apache Airflow, Elasticsearch, OpenSearch, Snowflake, Databricks, DuckDB, Neo4j, Supabase,
PlanetScale, CockroachDB, Vitess, Rust, Go, Python, TypeScript, JavaScript, Node.js, Deno, Bun, React, Next.js, Vue.js,
Svelte, Angular, Ruby on Rails, Ruby, PHP, Laravel, Django, FastAPI, Flask, Spring, Kotlin, Swift, Scala, Elixir, Erlang,
WebAssembly, GraphQL, gRPC, Envoy Proxy, Istio, Cilium, NGINX, Terraform, OpenTofu, Pulumi, Ansible, HashiCorp, Vault,
Consul, Helm, Argo, Prometheus, Grafana, OpenTelemetry, Datadog, Sentry, Jaeger, GitHub, GitHub Actions, GitLab, Git,
Bitbucket, Jenkins, CircleCI, Vercel, Netlify, Cloudflare, Cloudflare Workers, Fastly, Akamai, DigitalOcean, Heroku,
Fly.io, Railway, Google, Google Cloud, Google Gemini, Meta, Apple, Netflix, Uber, Airbnb, Lyft, Spotify, Pinterest,
Dropbox, Stripe, Shopify, Etsy, Figma, Notion, Discord, Reddit, Zoom, X, Instagram, WhatsApp, YouTube, Twitch, Square,
PayPal, Robinhood, DoorDash, Instacart, Zalando, Booking.com, Expedia, Trivago, NVIDIA, AMD, Intel, Arm, Anthropic,
Claude, Claude Code, Hugging Face, PyTorch, TensorFlow, JAX, Ollama, LangChain, Mistral AI, Perplexity, Replicate, Model
Context Protocol, vLLM, Ray, MLflow, Jupyter, pandas, NumPy, Linux, Ubuntu, Debian, Red Hat, Android, iOS, Chromium,
Google Chrome, Firefox, Electron, Qt, Vite, webpack, esbuild, npm, pnpm, Yarn, Tailwind CSS, jQuery, Storybook, Cypress,
Jest, Vitest, Atlassian, Jira, Trello, Twilio, SendGrid, Auth0, Okta, Snyk, 1Password, Tailscale, WireGuard, Let's Encrypt,
MinIO, Ceph, RabbitMQ, NATS.io, Apache Pulsar, Temporal, dbt, Looker, Tableau, Apache Hadoop, Apache Hive, Apache Druid,
Trino, Presto, Apache Parquet, Apache Iceberg, QuestDB, InfluxDB, TimescaleDB, ScyllaDB, Couchbase, MariaDB, Milvus,
Cursor, JetBrains, IntelliJ IDEA, Neovim, Vim, Unity, Unreal Engine, Steam, Epic Games, Roblox, Ubisoft, Electronic Arts,
Duolingo, Coursera, Wikipedia, Medium, Substack, Bluesky, Mastodon, Signal, Telegram, Confluent, Elastic, New Relic,
PagerDuty, Splunk, Dynatrace, Honeycomb, SAP, IBM, Cisco, VMware, Dell, HP, Samsung, Sony, Tesla, BMW, Toyota, Siemens,
Boeing, NASA, Wise, Revolut, Monzo, Nubank, Grab, Deliveroo, Zomato, Swiggy, Alibaba Cloud, Tencent QQ, Baidu, ByteDance,
TikTok, Xiaomi, Huawei, Apache Maven, Gradle, Bazel, Nix, Homebrew, LLVM, Zig, Julia, R, Haskell, OCaml, Clojure, Dart,
Flutter, .NET, C, C++, Perl, Lua, Crystal, Ansys, Wikimedia Foundation, Mozilla, Qdrant, Weaviate, Zoho, Zapier, n8n, Retool
`

/** Names that simple-icons lacks: file in @lobehub/icons-static-svg. */
const LOBE: Readonly<Record<string, string>> = {
  OpenAI: 'openai',
  ChatGPT: 'openai',
  Codex: 'codex',
  AWS: 'aws',
  'Amazon Web Services': 'aws',
  'Amazon Bedrock': 'bedrock',
  Azure: 'azure',
  'Microsoft Azure': 'azure',
  Microsoft: 'microsoft',
  Google: 'google',
  DeepMind: 'deepmind',
  'Google DeepMind': 'deepmind',
  'GitHub Copilot': 'githubcopilot',
  xAI: 'xai',
  Grok: 'grok',
  Cohere: 'cohere',
  DeepSeek: 'deepseek',
  Qwen: 'qwen',
  Gemini: 'gemini',
  Mistral: 'mistral',
  'Amazon Nova': 'nova',
  Midjourney: 'midjourney',
  LangGraph: 'langgraph',
}

const bySlug = new Map<string, string>()
for (const icon of Object.values(simpleIcons) as { title: string; path: string }[])
  bySlug.set(foldName(icon.title), icon.path)

const icons: Record<string, string> = {}
const missing: string[] = []
for (const name of NAMES.split(/[,\n]/)
  .map((text) => text.trim())
  .filter(Boolean)) {
  const path = bySlug.get(foldName(name)) ?? bySlug.get(foldName(`Apache ${name}`))
  if (path === undefined) missing.push(name)
  else icons[foldName(name)] = path
}
// The Apache projects are mostly called by their own names.
for (const [name, path] of Object.entries(icons)) if (name.startsWith('apache')) icons[name.slice(6)] ??= path

const folder = process.argv[2]
for (const [name, file] of Object.entries(LOBE)) {
  if (folder === undefined || icons[foldName(name)] !== undefined) continue
  try {
    const svg = readFileSync(`${folder}/icons/${file}.svg`, 'utf8')
    icons[foldName(name)] = [...svg.matchAll(/ d="([^"]+)"/g)].map((match) => match[1]).join('')
  } catch {
    missing.push(name)
  }
}

const { version } = JSON.parse(readFileSync('node_modules/simple-icons/package.json', 'utf8')) as { version: string }
writeFileSync(
  'viz/src/icons.generated.json',
  `${JSON.stringify(
    {
      notice: `Generated by scripts/build-icons.ts from simple-icons ${version} (CC0-1.0, https://simpleicons.org) and @lobehub/icons-static-svg (MIT, Copyright (c) LobeHub, https://github.com/lobehub/lobe-icons). Trademarks belong to their owners.`,
      icons: Object.fromEntries(Object.entries(icons).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
    null,
    1,
  )}\n`,
)
console.error(`${Object.keys(icons).length} icons; not found: ${missing.join(', ')}`)
