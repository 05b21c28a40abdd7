export { createThemeFinder, type ThemeFinder, type Themes } from './theme-finder.ts'
