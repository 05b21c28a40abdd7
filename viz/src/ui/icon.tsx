/** The page's own line icons on a 20 × 20 grid; one weight, round ends. */
const PATHS = {
  search: 'M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM12.6 12.6 17 17',
  path: 'M4.5 15.5a2 2 0 1 0 0-.01M15.5 4.5a2 2 0 1 0 0-.01M6.5 15.5h5a3 3 0 0 0 0-6h-3a3 3 0 0 1 0-5h5',
  export: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M4 15.5h12',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1-1',
  light:
    'M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM10 2.5v1.4M10 16.1v1.4M2.5 10h1.4M16.1 10h1.4M4.7 4.7l1 1M14.3 14.3l1 1M15.3 4.7l-1 1M5.7 14.3l-1 1',
  dark: 'M16 11.6A6.3 6.3 0 0 1 8.4 4 6.3 6.3 0 1 0 16 11.6Z',
  system: 'M3.5 4.5h13v8.5h-13ZM7.5 16.5h5',
  plus: 'M10 4.5v11M4.5 10h11',
  minus: 'M4.5 10h11',
  fit: 'M4 7.5V4h3.5M12.5 4H16v3.5M16 12.5V16h-3.5M7.5 16H4v-3.5',
  close: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  play: 'M7 4.8v10.4l8-5.2Z',
  pause: 'M7.2 5v10M12.8 5v10',
  out: 'M11.5 4H16v4.500M16 4l-7 7M13.500 11.500V16H4V6.500h4.500',
  filter: 'M3.500 5.500h13M6 10h8M8.500 14.500h3',
  patterns:
    'M6.500 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM13.500 17a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM14.500 6a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3Z',
  down: 'M5.500 8 10 12.500 14.500 8',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  layout:
    'M10 10m-1.500 0a1.500 1.500 0 1 0 3 0 1.500 1.500 0 1 0-3 0M10 3.500v2M10 14.500v2M3.500 10h2M14.500 10h2M5.400 5.400l1.400 1.400M13.200 13.200l1.400 1.400M14.600 5.400l-1.400 1.400M6.800 13.200l-1.400 1.400',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
