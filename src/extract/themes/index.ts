export { cueIndexOf } from './theme-cues.ts'
export {
  createThemeExplainer,
  createThemeFinder,
  type ThemeExplanation,
  type ThemeFinder,
  type Themes,
} from './theme-finder.ts'
