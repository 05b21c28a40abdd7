/** Words around a name that say what it is. All in lower case. */
const set = (text: string) => new Set(text.split(/\s+/).filter((word) => word !== ''))

/** A technology's kind, behind the name ("the Storefront proxy") or in apposition ("Storefront, a custom proxy"). */
export const TECHNOLOGY_HEADS = set(`
accelerator adapter agent agents algorithm api apis app application architecture assistant backend benchmark binary board bot browser build
bundler cache catalog channel chip chips chipset cli client cluster clusters codec collector column columns command compiler component connector console container
controller copilot crate crd daemon dashboard data database databases dataset debugger decoder dialect distribution distro driver
editor emulator encoder endpoint engine engines environment exporter extension extensions feature file files firmware format formats
framework frameworks function functions game gateway generator gpu gpus gpu's hardware harness hub hypervisor ide image index indexer instance instances integration
interface interpreter kernel kit language languages layer library libraries linter loader malware manager mesh message middleware mode model models
module modules monitor network operator operators optimizer orchestrator package packages parser pattern pipeline pipelines platform platforms playground plugin plugins
policy policies pool portal processor processors profiler programming protocol protocols provider provisioner proxy proxies query queue ransomware registry release repository router runner
runtime runtimes sandbox sandboxes scanner scheduler schema sdk sdks server servers service services shell sidecar simulator software solver
spec specification specifications sql stack standard standards storage store studio subsystem suite superchip switch syntax system systems table tables tag
technique technology template terminal tool toolchain toolkit tooling tools tpu tracer transpiler tree utility validator variant version versions vms vm vulnerability warehouse
weights widget workbench worker workers workflow workflows worm workspace zone`)

/** An organisation's kind, in apposition or behind the name. */
export const COMPANY_HEADS = set(`
agency airline alliance association automaker bank bureau business carrier company consortium consultancy corporation customer customers developer
employer enterprise exchange firm firms fintech foundation giant group hospital hyperscaler insurer institute institution lab laboratory maker marketplace
manufacturer ministry museum nonprofit operator organisation organization partner provider publisher retailer school startup startups
studio subsidiary team unicorn university vendor`)

/** Last word of an organisation's name. */
export const COMPANY_ENDINGS = set(`
inc ltd limited llc corp corporation co company gmbh plc ag sa bv group holdings labs lab bank university institute institution foundation
association alliance consortium council agency ministry department bureau commission airlines airways motors pharmaceuticals therapeutics
biosciences genomics healthcare health hospital insurance capital ventures partners technologies solutions industries energy robotics
studios entertainment games interactive media press financial payments securities logistics telecom mobility semiconductor semiconductors
school college society club league union trust`)

/** First word of an organisation's name that "of" may follow. */
export const COMPANY_HEADINGS = set(`
bank university institute ministry department center centre school college bureau office academy association board house federation`)

/** What organisations do, behind the name. */
export const COMPANY_VERBS = set(`
achieved acquired acquires adopted adopts announced announces appointed asked automated avoided began bet bought built builds chose chooses claimed consolidated
contributed created cut decided decommissioned deployed deploys designed developed discloses disclosed discovered donated dropped employs encountered engineered
expanded experienced faced faces found founded fixed hired hires hosts identified implemented implements improved invested investigated joined joins
launched launches learned leveraged leverages migrated migrates modernized moved moves needed needs observed opened open-sourced operates operated overcame
overhauled partnered partners patched published publishes raised rearchitected rebuilt recommends reduced redesigned refactored released relied replaced
reported reports requires restructured retired rewrote rolled runs ran saved says scaled secured selected serves shared shifted shipped ships shrank sidestepped slashed solved
started stopped stores struggled switched teamed tested tackled tackles transformed transitioned tuned turned unified unveiled upgraded used uses utilized utilizes wanted wrote`)

/** What software does, behind the name. */
export const TECHNOLOGY_VERBS = set(`
abstracts accepts acts adds allows analyzes applies automates batches bundles bypasses caches captures cleans collects combines compiles compresses computes
computes connects consists converts coordinates decouples delivers depends detects distributes does eliminates emits enables encrypts enforces ensures evaluates executes exports exposes
extends extracts features fetches filters generates gives grants groups guarantees handles hides implements includes indexes ingests inherits injects integrates
intercepts isolates keeps lacks leverages lets listens loads maintains makes manages maps monitors normalizes offers operates optimizes orchestrates outperforms parses performs
persists plugs polls processes produces profiles projects propagates provides proxies pulls pushes queries ranks reads reconciles records reduces relies removes
renders replaces replicates requires resolves retrieves returns routes runs samples scans schedules sends separates serializes serves ships simplifies
splits stores streams supports surfaces synchronizes tracks trades trains transforms translates treats triggers turns unifies updates validates verifies works wraps writes`)

/** What people do in a digest, behind the name. */
export const PERSON_VERBS = set(`
argues advocates believes cautions critiques debunks demonstrates describes details discusses emphasizes examines explains explores highlights illustrates noted
notes outlines presents proposes recalls recounts reflects reviews said says shares stresses suggests talks tells warns writes walks`)

/** Behind a company's name: its people and belongings. */
export const COMPANY_BELONGINGS = set(`
ceo cto cfo ciso cpo cio coo founder founders cofounder co-founder chief president engineers engineer engineering developers employees staff researchers scientists
team teams customers customer users headquarters office offices shareholders board acquisition blog campus subsidiary`)

/** Before a technology's name. */
export const TECHNOLOGY_PREPOSITIONS = set(`
using via with on onto to into in from through atop alongside within inside over against like including plus behind under`)
export const TECHNOLOGY_VERBS_BEFORE = set(`
use uses used utilizing utilizes utilize leverage leverages leveraged leveraging adopt adopts adopted adopting deploy deploys deployed deploying run runs running
built build building builds introduce introduces introduced introducing launch launches launched launching release releases released releasing
ship ships shipped shipping create created creates creating develop developed develops developing engineer engineered implement implements implemented implementing
integrate integrates integrated integrating install installing replace replaces replaced replacing configure configuring configures configured embed embeds extend extends
extending query querying support supports supporting upgrade upgraded upgrading patch patched maintain maintains host hosts hosting open-sourced open-sources unveil unveiled unveils
combine combines combining employ employs employed orchestrate orchestrates orchestrating call calls calling invoke invokes invoking enable enables enabling
evaluate evaluates evaluating train trained training fine-tune fine-tuned outperform outperforms outperforming add adds added adding leveraging migrated pair pairs pairing paired
rewrote rewriting rewrites wrote proposes proposed presents presented exposes exposing apply applies applying execute executes executing`)
/** Before a company's name. */
export const COMPANY_PREPOSITIONS = set(
  `at by from for between among alongside with joined joins acquired acquires acquire acquiring hired partner partners`,
)
export const COMPANY_WORDS_BEFORE = set(`
startup startups company companies firm firms giant giants vendor vendors provider providers customer customers partner partners retailer
bank employer competitor competitors rival rivals enterprise enterprises maker makers organizations organisations institutions`)
/** Before a technology's name: what it is called, or of what kind it is. */
export const NAMING_WORDS = set('called named dubbed codenamed code-named nicknamed titled termed known')
export const PERSON_TITLES = set(`
mr mrs ms dr prof professor engineer architect founder cofounder ceo cto cfo ciso president author speaker host researcher scientist developer analyst consultant
manager director lead maintainer creator advocate evangelist fellow vp chief editor`)
